//! JSON front matter.

use super::value::{Entry, Value};
use crate::diag::Diagnostic;
use crate::model::SourceLines;
use serde_json::Value as Json;

/// The top-level entries.
///
/// # Errors
/// When it is not a JSON object, at the place that the parser names.
pub fn read(text: &str, first_line: u32, lines: &SourceLines) -> Result<Vec<Entry>, Diagnostic> {
    let object: serde_json::Map<String, Json> = serde_json::from_str(text).map_err(|error| {
        let line = u32::try_from(error.line().saturating_sub(1)).unwrap_or(0);
        let column = u32::try_from(error.column()).unwrap_or(1).max(1);
        let reason = error.to_string();
        let reason = reason.split(" at line ").next().unwrap_or_default().to_owned();
        Diagnostic::error("json-invalid", "the front matter is not valid JSON")
            .at(lines.location(first_line + line, column, 1))
            .label(reason)
    })?;
    Ok(object
        .into_iter()
        .map(|(key, value)| {
            let (line, column, width) = place(text, &key);
            Entry { key, value: convert(value), line: first_line + line, column, width }
        })
        .collect())
}

/// The first line that opens with the quoted key, which is exact for an object written one key a line.
fn place(text: &str, key: &str) -> (u32, u32, u32) {
    let quoted = format!("\"{key}\"");
    for (number, line) in (0..).zip(text.lines()) {
        if let Some((head, tail)) = line.split_once(&quoted) {
            let value = tail.trim_start_matches([':', ' ', '\t']).trim_end_matches([',', ' ', '\r']);
            let before = head.chars().count() + quoted.chars().count();
            let skipped = tail.chars().take_while(|c| matches!(c, ':' | ' ' | '\t')).count();
            let column = u32::try_from(before + skipped + 1).unwrap_or(u32::MAX);
            return (number, column, u32::try_from(value.chars().count()).unwrap_or(u32::MAX).max(1));
        }
    }
    (0, 1, 1)
}

fn convert(value: Json) -> Value {
    match value {
        Json::Null => Value::Null,
        Json::Bool(value) => Value::Text(value.to_string()),
        Json::Number(number) => Value::Text(number.to_string()),
        Json::String(text) => Value::Text(text),
        Json::Array(items) => Value::List(items.into_iter().map(convert).collect()),
        Json::Object(pairs) => {
            Value::Map(pairs.into_iter().map(|(key, value)| (key, convert(value))).collect())
        }
    }
}
