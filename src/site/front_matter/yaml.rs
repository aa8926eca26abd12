//! YAML front matter, plain lines by themselves, the rest by the parser, and line by line where it is invalid.

mod document;

use super::keys::{self, Key};
use super::plain;
use super::value::{Entry, Value};
use crate::diag::Diagnostic;
use crate::model::SourceLines;
use document::document;

/// The top-level entries; an invalid line is reported, and the rest is read.
pub fn read(text: &str, first_line: u32, lines: &SourceLines, said: &mut Vec<Diagnostic>) -> Vec<Entry> {
    plain::read(text, first_line).unwrap_or_else(|| parsed(text, first_line, lines, said))
}

/// The same by the parser.
pub fn parsed(text: &str, first_line: u32, lines: &SourceLines, said: &mut Vec<Diagnostic>) -> Vec<Entry> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    let keys = keys::scan(text);
    match document(text) {
        Ok(Value::Map(pairs)) => place(merge(pairs), &keys, first_line),
        Ok(_) => {
            said.push(
                Diagnostic::warning("front-matter-not-a-map", "the front matter has no keys")
                    .at(lines.location(first_line, 1, 1))
                    .hint("write it as `key: value` lines"),
            );
            Vec::new()
        }
        Err(error) => line_by_line(&keys, &error, first_line, lines, said),
    }
}

/// Gives each pair the place of its key; a repeated key takes its places in turn.
fn place(pairs: Vec<(String, Value)>, keys: &[Key<'_>], first_line: u32) -> Vec<Entry> {
    let mut used = vec![false; keys.len()];
    let mut entries = Vec::with_capacity(pairs.len());
    for (key, value) in pairs {
        let found = keys.iter().zip(used.iter_mut()).find(|(at, used)| !**used && at.name == key);
        let (line, column, width) = match found {
            Some((at, used)) => {
                *used = true;
                (first_line + u32::try_from(at.line).unwrap_or(0), at.column, at.width)
            }
            None => (first_line, 1, 1),
        };
        entries.push(Entry { key, value, line, column, width });
    }
    entries
}

/// Each key by itself; a value that is no YAML stands as the text that was written.
fn line_by_line(
    keys: &[Key<'_>],
    error: &serde_yaml::Error,
    first_line: u32,
    lines: &SourceLines,
    said: &mut Vec<Diagnostic>,
) -> Vec<Entry> {
    let mut entries = Vec::with_capacity(keys.len());
    let before = said.len();
    for key in keys {
        let line = first_line + u32::try_from(key.line).unwrap_or(0);
        let value = match document(key.text) {
            Ok(Value::Map(mut pairs)) if pairs.len() == 1 => pairs.pop().map(|(_, value)| value),
            _ => None,
        };
        let value = value.unwrap_or_else(|| {
            said.push(
                Diagnostic::warning("yaml-invalid", format!("the value of `{}` is not valid YAML", key.name))
                    .at(lines.location(line, key.column, key.width))
                    .label("read as plain text")
                    .hint("put it in quotes"),
            );
            Value::Text(unquoted(key.value).to_owned())
        });
        entries.push(Entry { key: key.name.to_owned(), value, line, column: key.column, width: key.width });
    }
    if said.len() == before {
        // No single key is to blame: an anchor that another line lacks, or a line that belongs to none.
        let at = error.location();
        let line = at.as_ref().map_or(0, |at| at.line().saturating_sub(1));
        let column = at.as_ref().map_or(1, serde_yaml::Location::column);
        said.push(
            Diagnostic::warning("yaml-invalid", "the front matter is not valid YAML")
                .at(lines.location(
                    first_line + u32::try_from(line).unwrap_or(0),
                    u32::try_from(column).unwrap_or(1),
                    1,
                ))
                .label("read line by line"),
        );
    }
    entries
}

fn unquoted(text: &str) -> &str {
    let text = text.trim();
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote)) {
            return inner;
        }
    }
    text
}

/// `<<: *defaults`, which the parser leaves to us: what the map says itself comes first.
fn merge(pairs: Vec<(String, Value)>) -> Vec<(String, Value)> {
    let mut own = Vec::with_capacity(pairs.len());
    let mut merged = Vec::new();
    for (key, value) in pairs {
        match (key.as_str(), value) {
            ("<<", Value::Map(more)) => merged.extend(merge(more)),
            ("<<", Value::List(maps)) => {
                for map in maps {
                    if let Value::Map(more) = map {
                        merged.extend(merge(more));
                    }
                }
            }
            (_, value) => own.push((key, deep_merge(value))),
        }
    }
    for (key, value) in merged {
        if !own.iter().any(|(name, _)| *name == key) {
            own.push((key, value));
        }
    }
    own
}

fn deep_merge(value: Value) -> Value {
    match value {
        Value::Map(pairs) => Value::Map(merge(pairs)),
        Value::List(items) => Value::List(items.into_iter().map(deep_merge).collect()),
        scalar => scalar,
    }
}
