//! The title and the field list at the head of reStructuredText (docutils' "bibliographic fields").

use super::fence::{Fenced, Syntax};
use super::lines;
use super::value::{Entry, Value};

/// Splits a file: its head are comments, the title, and the fields that follow.
pub fn split(text: &str) -> Fenced<'_> {
    let rows: Vec<&str> = text.split_inclusive('\n').collect();
    let mut at = past_comments(&rows, 0);
    if let Some((_, next)) = title(&rows, at) {
        at = next;
        // A subtitle is promoted likewise, and the fields follow it.
        let below = past_comments(&rows, at);
        if let Some((_, next)) = title(&rows, below)
            && rows.get(past_comments(&rows, next)).is_some_and(|row| field(row).is_some())
        {
            at = next;
        }
    }
    let mut next = past_comments(&rows, at);
    while rows.get(next).is_some_and(|row| field(row).is_some()) {
        at = next + 1;
        while rows.get(at).is_some_and(|row| row.starts_with([' ', '\t']) && !row.trim().is_empty()) {
            at += 1;
        }
        next = at;
        while rows.get(next).is_some_and(|row| row.trim().is_empty()) {
            next += 1;
        }
    }
    let end: usize = rows.iter().take(at).map(|row| row.len()).sum();
    let (text, body) = text.split_at_checked(end).unwrap_or((text, ""));
    Fenced { syntax: Syntax::Docinfo, text, first_line: 1, body }
}

/// The fields, and the heading as `title` where no field has that name.
pub fn read(text: &str, first_line: u32) -> Vec<Entry> {
    let rows: Vec<&str> = text.split_inclusive('\n').collect();
    let mut entries: Vec<Entry> = Vec::new();
    for (number, row) in (first_line..).zip(&rows) {
        let line = row.trim_end();
        if let Some((key, column, value)) = field(line) {
            let width = u32::try_from(value.chars().count()).unwrap_or(u32::MAX).max(1);
            let value = Value::Text(value.to_owned());
            entries.push(Entry { key: key.to_lowercase(), value, line: number, column, width });
        } else if line.starts_with([' ', '\t'])
            && let Some(Entry { value: Value::Text(text), .. }) = entries.last_mut()
        {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(line.trim());
        }
    }
    let start = past_comments(&rows, 0);
    if let Some((heading, _)) = title(&rows, start)
        && !entries.iter().any(|entry| entry.key == "title")
    {
        let line = (first_line..).zip(&rows).skip(start).find(|(_, row)| row.trim() == heading);
        let width = u32::try_from(heading.chars().count()).unwrap_or(u32::MAX).max(1);
        let value = Value::Text(plain(heading));
        let line = line.map_or(first_line, |(number, _)| number);
        entries.push(Entry { key: "title".to_owned(), value, line, column: 1, width });
    }
    for entry in &mut entries {
        if matches!(entry.key.as_str(), "tags" | "keywords" | "authors") {
            entry.value = lines::listed(&entry.value);
        }
    }
    entries
}

/// The index behind blank lines, comments and other explicit markup, with all that is indented below it.
fn past_comments(rows: &[&str], mut at: usize) -> usize {
    while let Some(row) = rows.get(at) {
        let is_markup = row.starts_with(".. ") || row.trim_end() == "..";
        if !is_markup && !row.trim().is_empty() {
            break;
        }
        at += 1;
        if is_markup {
            while rows.get(at).is_some_and(|row| row.starts_with([' ', '\t'])) {
                at += 1;
            }
        }
    }
    at
}

/// A heading at `at`, underlined or between two lines, and the index behind it.
fn title<'a>(rows: &[&'a str], at: usize) -> Option<(&'a str, usize)> {
    let row = |index: usize| rows.get(index).map(|row| row.trim_end()).filter(|row| !row.is_empty());
    let first = row(at)?;
    if let Some(mark) = rule(first)
        && let (Some(text), Some(below)) = (row(at + 1), row(at + 2))
        && rule(below) == Some(mark)
    {
        return Some((text.trim(), at + 3));
    }
    // A line that is shorter than its text is one only from four marks on (docutils' `Text.underline`).
    let width = first.chars().count().min(4);
    let underlined = row(at + 1).is_some_and(|below| rule(below).is_some() && below.len() >= width);
    (underlined && !first.starts_with([' ', '\t']) && field(first).is_none()).then_some((first, at + 2))
}

/// The punctuation mark that fills a line.
fn rule(line: &str) -> Option<char> {
    let mark = line.chars().next().filter(char::is_ascii_punctuation)?;
    line.chars().all(|c| c == mark).then_some(mark)
}

/// `:name: value`, with the value's column.
fn field(line: &str) -> Option<(&str, u32, &str)> {
    let line = line.trim_end();
    let rest = line.strip_prefix(':')?;
    let (name, value) = rest.split_once(':')?;
    let is_field =
        !name.is_empty() && !name.starts_with(' ') && (value.is_empty() || value.starts_with([' ', '\t']));
    let value = value.trim_start();
    let before = line.get(..line.len() - value.len()).unwrap_or_default();
    is_field.then(|| (name, u32::try_from(before.chars().count() + 1).unwrap_or(u32::MAX), value))
}

/// A title without the marks of inline markup: ``code``, `role`, *emphasis*, and escapes.
fn plain(title: &str) -> String {
    let mut text = title.replace("``", "");
    for mark in ["**", "`"] {
        if text.matches(mark).count() % 2 == 0 {
            text = text.replace(mark, "");
        }
    }
    text.replace('\\', "")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

    use super::*;

    fn entries(text: &str) -> Vec<(String, u32, Value)> {
        let fenced = split(text);
        let found = read(fenced.text, fenced.first_line);
        found.into_iter().map(|entry| (entry.key, entry.line, entry.value)).collect()
    }

    #[test]
    fn the_heading_is_the_title_and_fields_follow_it() {
        let text = ".. a comment\n\n====\nHi ``x``\n====\n\n:date: 2010-10-03\n:tags: a,\n   b\n\nBody\n";
        let list = Value::List(vec![Value::Text("a".into()), Value::Text("b".into())]);
        assert_eq!(
            entries(text),
            [
                ("date".into(), 7, Value::Text("2010-10-03".into())),
                ("tags".into(), 8, list),
                ("title".into(), 4, Value::Text("Hi x".into())),
            ]
        );
        assert_eq!(split(text).body, "\nBody\n");
    }

    #[test]
    fn a_field_named_title_stands_before_the_heading() {
        assert_eq!(entries("A\n==\n:title: B\n"), [("title".into(), 3, Value::Text("B".into()))]);
    }

    #[test]
    fn fields_may_stand_without_a_title_and_prose_is_no_field() {
        assert_eq!(entries(":slug: x\n\n:date: y\n\ntext").len(), 2);
        assert_eq!(entries("Prose\n\n:slug: x\n"), []);
        assert_eq!(split("Prose\n\n:slug: x\n").body, "Prose\n\n:slug: x\n");
    }
}
