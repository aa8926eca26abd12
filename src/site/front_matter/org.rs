//! Keywords at the head of an Org file: `#+title: …`, as Hugo reads them.

use super::fence::{Fenced, NoFront, Syntax};
use super::value::{Entry, Value};

/// Splits a file that begins with a keyword; blank lines may stand between them.
///
/// # Errors
/// When it begins with something else.
pub fn split(head: &str, line: u32) -> Result<Fenced<'_>, NoFront> {
    let mut at = 0;
    let mut found = false;
    for piece in head.split_inclusive('\n') {
        let is_keyword = keyword(piece).is_some();
        if !is_keyword && !piece.trim().is_empty() {
            break;
        }
        found |= is_keyword;
        at += piece.len();
    }
    let (text, body) = head.split_at_checked(at).filter(|_| found).ok_or(NoFront::None)?;
    Ok(Fenced { syntax: Syntax::Org, text, first_line: line, body })
}

/// The entries; `tags[]` is a list with spaces between, `filetags` one with colons.
pub fn read(text: &str, first_line: u32) -> Vec<Entry> {
    let lines = (first_line..).zip(text.lines());
    let entries = lines.filter_map(|(line, text)| {
        let (key, value) = keyword(text)?;
        let column = text.chars().count() - value.chars().count() + 1;
        let list = |items: Vec<&str>| {
            Value::List(
                items
                    .into_iter()
                    .filter(|item| !item.is_empty())
                    .map(|item| Value::Text(item.to_owned()))
                    .collect(),
            )
        };
        let (key, value) = match key.strip_suffix("[]") {
            Some(key) => (key, list(value.split_whitespace().collect())),
            None if key.eq_ignore_ascii_case("filetags") => ("tags", list(value.split(':').collect())),
            None if key.eq_ignore_ascii_case("date") => {
                (key, Value::Text(value.trim_matches(['<', '>', '[', ']']).to_owned()))
            }
            None => (key, Value::Text(value.to_owned())),
        };
        let width = text.chars().count().saturating_sub(column) + 1;
        Some(Entry {
            key: key.to_lowercase(),
            value,
            line,
            column: u32::try_from(column).unwrap_or(u32::MAX),
            width: u32::try_from(width).unwrap_or(u32::MAX),
        })
    });
    entries.collect()
}

/// `#+key: value`.
fn keyword(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.trim_end().strip_prefix("#+")?.split_once(':')?;
    let name = key.strip_suffix("[]").unwrap_or(key);
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
    is_name.then_some((key, value.trim_start()))
}

#[cfg(test)]
mod tests {
    use crate::site::front_matter::{Value, read, split};

    #[test]
    fn keywords_of_org_are_fields() {
        let text = "#+TITLE: A post\n#+date: <2024-01-05 Fri>\n\n#+tags[]: a b\nText\n#+BEGIN_SRC\n";
        let fenced = split(text).unwrap();
        assert_eq!(fenced.body, "Text\n#+BEGIN_SRC\n");
        let front = read(&fenced, &mut Vec::new()).unwrap();
        assert_eq!(front.get(&["title"]).unwrap().value.text(), Some("A post"));
        assert_eq!(front.get(&["date"]).unwrap().value.text(), Some("2024-01-05 Fri"));
        let Value::List(tags) = &front.get(&["tags"]).unwrap().value else { panic!("no list") };
        assert_eq!((tags.len(), front.get(&["tags"]).unwrap().line), (2, 4));
        assert!(split("#+BEGIN_SRC sh\n").is_err());
    }
}
