//! Facts that an MDX file exports, as Next.js has them: `export const metadata = {title: …}` behind its imports.

use super::fence::{Fenced, Syntax};
use super::value::{Entry, Value};
use crate::site::literals::{self, Literal};
use crate::site::script::Script;

/// What people call the constant.
const NAMES: &[&str] = &["meta", "metadata", "frontmatter", "frontMatter", "post"];

/// Where the constant ends at the latest: it stands at the head of its file.
const LIMIT_BYTES: usize = 64 << 10;

/// The imports and the constant at the head of a file; nothing where there is none.
pub fn split(text: &str) -> Option<Fenced<'_>> {
    let head = text.trim_start();
    if !head.starts_with("import ") && !head.starts_with("export ") {
        return None;
    }
    let limit = (0..=LIMIT_BYTES.min(text.len())).rev().find(|at| text.is_char_boundary(*at))?;
    let script = Script::of(text.get(..limit)?.to_owned());
    let end = NAMES.iter().find_map(|name| {
        let place = script.declaration(name)?;
        let before = text.get(..place.start)?.trim_end();
        let is_exported = before.strip_suffix("const")?.trim_end().ends_with("export");
        (is_exported && script.at(&place).contains('{')).then_some(place.end)
    })?;
    let rest = text.get(end..)?;
    let body = rest.strip_prefix(';').unwrap_or(rest);
    Some(Fenced { syntax: Syntax::Exports, text: text.get(..end)?, first_line: 1, body })
}

/// The constant's entries that are written out. A picture that is imported is its path.
pub fn read(text: &str) -> Vec<Entry> {
    let script = Script::of(text.to_owned());
    let mut pictures = String::new();
    for import in script.imports() {
        let extension = import.module.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        let is_picture = ["jpg", "jpeg", "png", "webp", "gif", "avif", "svg"].contains(&extension.as_str());
        if is_picture && !import.module.contains(['\'', '\n', '\\']) {
            pictures.push_str(&format!("const {} = '{}';", import.local, import.module));
        }
    }
    // Without the imports, which would hide what stands for them; lines stay as they are.
    let code: Vec<&str> =
        text.lines().map(|line| if line.starts_with("import ") { "" } else { line }).collect();
    let constants = literals::constants(&format!("{pictures}{}", code.join("\n")));
    let object = NAMES.iter().find_map(|name| constants.get(&[name]));
    let Some(Literal::Object(entries)) = object else { return Vec::new() };
    let known = entries.iter().filter_map(|(key, literal, at)| {
        Some(Entry { key: key.clone(), value: value(literal)?, line: at.line, column: at.column, width: 1 })
    });
    known.collect()
}

/// A literal as a value; nothing where only running the code would tell.
fn value(literal: &Literal) -> Option<Value> {
    Some(match literal {
        Literal::Text(text) | Literal::Number(text) => Value::Text(text.clone()),
        Literal::Bool(flag) => Value::Text(flag.to_string()),
        Literal::Null => Value::Null,
        Literal::List(items) => Value::List(items.iter().filter_map(value).collect()),
        Literal::Object(entries) => {
            let pairs = entries.iter().filter_map(|(key, literal, _)| Some((key.clone(), value(literal)?)));
            Value::Map(pairs.collect())
        }
        Literal::Unknown => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::{read, split};

    const POST: &str = "import image from './card.jpg'\nimport { ann } from '@/authors'\n\nexport const meta = {\n  title: 'A',\n  date: `2020-06-30`,\n  authors: [ann],\n  image,\n}\n\nDon't.\n";

    #[test]
    fn an_exported_constant_is_the_front_matter() {
        let fenced = split(POST).unwrap();
        assert_eq!(fenced.body.trim(), "Don't.");
        let front = read(&fenced, &mut Vec::new()).unwrap();
        let text = |key: &str| {
            front.get(&[key]).and_then(|entry| entry.value.text().map(|text| (text.to_owned(), entry.line)))
        };
        assert_eq!(text("title"), Some(("A".to_owned(), 5)));
        assert_eq!(text("date"), Some(("2020-06-30".to_owned(), 6)));
        assert_eq!(text("image"), Some(("./card.jpg".to_owned(), 8)));
    }

    #[test]
    fn a_file_that_exports_other_things_has_no_front_matter() {
        for text in [
            "export const n = 1\n\nText.\n",
            "import X from './x'\n\n# Text\n",
            "export is a word.\n",
            "const meta = {}",
        ] {
            assert!(split(text).is_err(), "{text}");
        }
    }
}
