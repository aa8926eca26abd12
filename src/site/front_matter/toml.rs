//! TOML front matter.

use super::value::{Entry, Value};
use crate::diag::Diagnostic;
use crate::model::SourceLines;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// The top-level entries.
///
/// # Errors
/// When it is not TOML, at the place that the parser names.
pub fn read(text: &str, first_line: u32, lines: &SourceLines) -> Result<Vec<Entry>, Diagnostic> {
    let table = DeTable::parse(text).map_err(|error| {
        let (line, column) = place(text, error.span().unwrap_or(0..0).start);
        Diagnostic::error("toml-invalid", "the front matter is not valid TOML")
            .at(lines.location(first_line + line, column, 1))
            .label(error.message().lines().next().unwrap_or_default())
    })?;
    let mut entries: Vec<(usize, Entry)> = Vec::new();
    for (key, value) in table.into_inner() {
        let span: Range<usize> = value.span();
        let (line, column) = place(text, span.start);
        let written = text.get(span.clone()).and_then(|text| text.lines().next()).unwrap_or_default();
        let width = u32::try_from(written.chars().count()).unwrap_or(u32::MAX).max(1);
        let value = convert(value.into_inner());
        let entry =
            Entry { key: key.into_inner().into_owned(), value, line: first_line + line, column, width };
        entries.push((span.start, entry));
    }
    entries.sort_by_key(|(start, _)| *start);
    Ok(entries.into_iter().map(|(_, entry)| entry).collect())
}

/// Line from 0 and column from 1 of a byte.
fn place(text: &str, at: usize) -> (u32, u32) {
    let head = text.get(..at).unwrap_or_default();
    let line = super::fence::newlines(head);
    let column = head.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
    (line, u32::try_from(column).unwrap_or(u32::MAX))
}

fn convert(value: DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::Text(text.into_owned()),
        DeValue::Integer(number) => Value::Text(number.as_str().to_owned()),
        DeValue::Float(number) => Value::Text(number.as_str().to_owned()),
        DeValue::Boolean(value) => Value::Text(value.to_string()),
        DeValue::Datetime(moment) => Value::Text(moment.to_string()),
        DeValue::Array(items) => {
            Value::List(items.into_iter().map(|item| convert(item.into_inner())).collect())
        }
        DeValue::Table(table) => Value::Map(
            table
                .into_iter()
                .map(|(key, value)| (key.into_inner().into_owned(), convert(value.into_inner())))
                .collect(),
        ),
    }
}
