//! Front matter in JavaScript, as Eleventy reads it between `---js` and `---`: an object, or constants; never run.

use super::value::{Entry, Value};
use crate::diag::Diagnostic;
use crate::model::SourceLines;
use crate::site::literals::{self, Literal};

/// The entries that are written out.
///
/// # Errors
/// When there is code, and nothing of it can be known without running it.
pub fn read(text: &str, first_line: u32, lines: &SourceLines) -> Result<Vec<Entry>, Diagnostic> {
    let object =
        literals::exported(text).filter(|literal| text.trim_start().starts_with('{') && is_object(literal));
    let Literal::Object(entries) = object.unwrap_or_else(|| literals::constants(text)) else {
        return Ok(Vec::new());
    };
    let known = entries.iter().filter_map(|(key, literal, at)| {
        let value = value(literal)?;
        Some(Entry { key: key.clone(), value, line: first_line + at.line - 1, column: at.column, width: 1 })
    });
    let known: Vec<Entry> = known.collect();
    if known.is_empty() && !text.trim().is_empty() {
        return Err(Diagnostic::error("front-matter-code", "the front matter is code, which is never run")
            .at(lines.location(first_line, 1, 1))
            .hint("write it as YAML, TOML or JSON"));
    }
    Ok(known)
}

fn is_object(literal: &Literal) -> bool {
    matches!(literal, Literal::Object(_))
}

/// A literal as a value; nothing where only running the code would tell.
pub fn value(literal: &Literal) -> Option<Value> {
    Some(match literal {
        Literal::Text(text) | Literal::Number(text) => Value::Text(text.clone()),
        Literal::Bool(flag) => Value::Text(flag.to_string()),
        Literal::Null => Value::Null,
        Literal::List(items) => Value::List(items.iter().filter_map(value).collect()),
        Literal::Object(entries) => Value::Map(
            entries.iter().filter_map(|(key, literal, _)| Some((key.clone(), value(literal)?))).collect(),
        ),
        Literal::Unknown => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::site::front_matter::{read, split};

    #[test]
    fn an_object_and_constants_are_read_as_far_as_they_are_written_out() {
        for text in ["---js\n{ title: \"A\", now: Date.now() }\n---\n", "---js\nconst title = 'A';\n---\n"] {
            let front = read(&split(text).unwrap(), &mut Vec::new()).unwrap();
            let title = front.get(&["title"]).unwrap();
            assert_eq!((title.value.text(), title.line), (Some("A"), 2), "{text}");
            assert_eq!(front.entries.len(), 1);
        }
    }

    #[test]
    fn code_of_which_nothing_is_known_is_an_error() {
        let error = read(&split("---js\nmake()\n---\n").unwrap(), &mut Vec::new()).unwrap_err();
        assert_eq!(error.code, "front-matter-code");
    }
}
