//! `Key: value` lines at the head of a Markdown file, as MultiMarkdown and Pelican have them.

use super::fence::{self, Fenced, Syntax};
use super::value::{Entry, Value};

/// Splits a file: its head ends with the first line that is blank, closes a fence, or is no `Key: value`.
///
/// Where it stands between `---` fences and holds quotes or lists, it is meant as YAML, which a plugin reads.
pub fn split(text: &str) -> Fenced<'_> {
    let opening = text.lines().next().filter(|line| is_fence(line, "---"));
    if opening.is_some()
        && let Ok(fenced) = fence::split(text)
        && holds_yaml(fenced.text)
    {
        return fenced;
    }
    let (head, first_line) = match opening.and_then(|_| text.split_once('\n')) {
        Some((_, rest)) => (rest, 2),
        None => (text, 1),
    };
    let mut end = 0;
    for line in head.split_inclusive('\n') {
        let ends = line.trim().is_empty() || is_fence(line, "---") || is_fence(line, "...");
        if ends {
            let (text, rest) = head.split_at_checked(end).unwrap_or((head, ""));
            return Fenced {
                syntax: Syntax::Lines,
                text,
                first_line,
                body: rest.get(line.len()..).unwrap_or_default(),
            };
        }
        if key(line).is_none() && !(end > 0 && line.starts_with("    ")) {
            break;
        }
        end += line.len();
    }
    let (text, body) = head.split_at_checked(end).unwrap_or((head, ""));
    Fenced { syntax: Syntax::Lines, text, first_line, body }
}

/// The entries; further lines of a value are indented by four spaces.
pub fn read(text: &str, first_line: u32) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (number, line) in (first_line..).zip(text.lines()) {
        if let Some((key, column, value)) = key(line) {
            let width = u32::try_from(value.chars().count()).unwrap_or(u32::MAX).max(1);
            let value = Value::Text(value.to_owned());
            entries.push(Entry { key: key.to_ascii_lowercase(), value, line: number, column, width });
        } else if let Some(Entry { value: Value::Text(text), .. }) = entries.last_mut() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(line.trim());
        }
    }
    for entry in &mut entries {
        if matches!(entry.key.as_str(), "tags" | "keywords" | "authors") {
            entry.value = listed(&entry.value);
        }
    }
    entries
}

/// `a; b` where there is a semicolon, else `a, b` (`pelican.readers.ensure_metadata_list`).
pub fn listed(value: &Value) -> Value {
    let text = value.text().unwrap_or_default();
    let separator = if text.contains(';') { ';' } else { ',' };
    let items = text.split(separator).map(str::trim).filter(|item| !item.is_empty());
    Value::List(items.map(|item| Value::Text(item.to_owned())).collect())
}

/// A key with the value and its column, as Python-Markdown's `meta` extension finds them: indented by three spaces at most.
fn key(line: &str) -> Option<(&str, u32, &str)> {
    let line = line.trim_end();
    let bare = line.trim_start_matches(' ');
    let (name, rest) = bare.split_once(':')?;
    let is_name =
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
    if line.len() - bare.len() > 3 || !is_name {
        return None;
    }
    let value = rest.trim_start();
    let before = line.get(..line.len() - value.len()).unwrap_or_default();
    let column = u32::try_from(before.chars().count() + 1).unwrap_or(u32::MAX);
    Some((name, column, value))
}

fn is_fence(line: &str, mark: &str) -> bool {
    line.strip_prefix(mark).is_some_and(|rest| rest.trim_end().is_empty() || rest.starts_with([' ', '\t']))
}

/// Whether a value is quoted, a list or a map: none of these is a text that somebody would show.
fn holds_yaml(text: &str) -> bool {
    text.lines().any(|line| {
        let value = key(line).map_or("", |(_, _, value)| value);
        let pair = |open, close| value.len() > 1 && value.starts_with(open) && value.ends_with(close);
        line.trim_start().starts_with("- ")
            || pair('"', '"')
            || pair('\'', '\'')
            || pair('[', ']')
            || pair('{', '}')
            || matches!(value, "|" | ">" | ">-" | "|-")
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

    use super::*;

    fn entries(text: &str) -> Vec<(String, String)> {
        let fenced = split(text);
        let text = |value: &Value| match value {
            Value::Text(text) => text.clone(),
            other => format!("{other:?}"),
        };
        read(fenced.text, fenced.first_line)
            .iter()
            .map(|entry| (entry.key.clone(), text(&entry.value)))
            .collect()
    }

    #[test]
    fn the_head_ends_with_a_blank_line_and_values_go_on_when_indented() {
        let text = "Title: A: b\nSummary: one\n    two\n\nBody: of text\n";
        let fenced = split(text);
        assert_eq!((fenced.syntax, fenced.first_line, fenced.body), (Syntax::Lines, 1, "Body: of text\n"));
        let found = entries(text);
        assert_eq!(found, [("title".into(), "A: b".into()), ("summary".into(), "one two".into())]);
    }

    #[test]
    fn a_semicolon_parts_names_that_hold_commas() {
        assert_eq!(listed(&Value::Text("Doe, Jane; Roe, Al".into())), {
            Value::List(vec![Value::Text("Doe, Jane".into()), Value::Text("Roe, Al".into())])
        });
    }

    #[test]
    fn between_fences_plain_lines_stay_plain_and_quotes_make_yaml() {
        let plain = split("---\nTitle: it's: fine\n---\nBody");
        assert_eq!((plain.syntax, plain.first_line, plain.body), (Syntax::Lines, 2, "Body"));
        assert_eq!(split("---\ntitle: \"Quoted\"\n---\nBody").syntax, Syntax::Yaml);
    }

    #[test]
    fn a_file_that_begins_with_prose_has_no_head() {
        let fenced = split("Some prose.\nTitle: no\n");
        assert_eq!((fenced.text, fenced.body), ("", "Some prose.\nTitle: no\n"));
        assert_eq!(split("").body, "");
        assert_eq!(split("Title: only").text, "Title: only");
    }
}
