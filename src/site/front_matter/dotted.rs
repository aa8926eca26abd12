//! `.. key: value` lines at the head of a file, as Nikola has them in every markup.

use super::fence::{self, Fenced, NoFront, Syntax};
use super::value::{Entry, Value};

/// Splits a file: its head ends with the first blank line; in Markdown and HTML it stands in a comment.
///
/// # Errors
/// When a fence opens it and is not closed, or what it holds is code.
pub fn split(text: &str) -> Result<Fenced<'_>, NoFront> {
    match fence::split(text) {
        Err(NoFront::None) => {}
        found => return found,
    }
    let trimmed = text.trim_start();
    let skipped = text.get(..text.len() - trimmed.len()).unwrap_or_default();
    let first_line = 1 + fence::newlines(skipped);
    let mut end = 0;
    for row in trimmed.split_inclusive('\n') {
        if row.trim().is_empty() {
            break;
        }
        end += row.len();
    }
    let (head, body) = trimmed.split_at_checked(end).unwrap_or((trimmed, ""));
    if head.lines().any(|line| key(line).is_some()) {
        return Ok(Fenced { syntax: Syntax::Dotted, text: head, first_line, body });
    }
    Ok(Fenced { syntax: Syntax::Dotted, text: "", first_line: 1, body: text })
}

/// The entries; a key without a value says nothing, and of two with one key the later stands.
pub fn read(text: &str, first_line: u32) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (line, row) in (first_line..).zip(text.lines()) {
        let Some((key, column, value)) = key(row).filter(|(_, _, value)| !value.is_empty()) else { continue };
        let width = u32::try_from(value.chars().count()).unwrap_or(u32::MAX).max(1);
        entries.retain(|entry| entry.key != key);
        entries.push(Entry {
            key: key.to_owned(),
            value: Value::Text(value.to_owned()),
            line,
            column,
            width,
        });
    }
    entries
}

/// `.. key: value`, with the value's column (`NikolaMetadata.nikola_re`).
fn key(line: &str) -> Option<(&str, u32, &str)> {
    let line = line.trim_end();
    let rest = line.trim_start().strip_prefix(".. ")?;
    let (name, value) = rest.split_once(':')?;
    let value = value.trim_start();
    let before = line.get(..line.len() - value.len()).unwrap_or_default();
    let is_key = !name.is_empty() && !name.starts_with(['_', '|', '[']) && !value.starts_with(':');
    is_key.then(|| (name.trim(), u32::try_from(before.chars().count() + 1).unwrap_or(u32::MAX), value))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

    use super::*;

    #[test]
    fn the_head_may_stand_in_a_comment() {
        let fenced = split("\n<!--\n.. title: A: b\n.. tags:\n-->\n\nBody\n").unwrap();
        let found = read(fenced.text, fenced.first_line);
        assert_eq!((found[0].key.as_str(), found[0].line, found[0].column), ("title", 3, 11));
        assert_eq!(found[0].value, Value::Text("A: b".to_owned()));
        assert_eq!(found.len(), 1);
        assert_eq!(fenced.body, "\nBody\n");
    }

    #[test]
    fn a_file_without_a_head_is_all_body() {
        let text = "Title\n=====\n\n.. image:: a.png\n";
        assert_eq!(split(text).unwrap().body, text);
        assert_eq!(split(".. image:: a.png\n\nx").unwrap().text, "");
    }

    #[test]
    fn fences_are_read_as_elsewhere() {
        assert_eq!(split("---\ntitle: x\n---\n\nBody").unwrap().syntax, Syntax::Yaml);
        assert_eq!(split("---\ntitle: x\n").unwrap_err(), NoFront::Unterminated { line: 1 });
    }
}
