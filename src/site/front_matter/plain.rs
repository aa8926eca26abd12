//! YAML front matter in its plainest form, which most posts have: `key: value` lines, and lists in brackets or with dashes.
//!
//! The parser takes most of the time in which a large site is listed; these lines need none. Whatever could mean anything else than
//! it says, such as a comment behind a value, goes to the parser; tests hold the two to each other.

#[cfg(test)]
mod tests;

use super::keys;
use super::value::{Entry, Value};

/// No key that means anything is longer.
const KEY_LIMIT_BYTES: usize = 64;

/// The entries, or nothing where the parser has to look.
pub fn read(text: &str, first_line: u32) -> Option<Vec<Entry>> {
    if !text.bytes().all(|byte| byte >= b' ' && byte != 0x7F || byte == b'\n')
        || !text.chars().all(is_printable)
    {
        return None;
    }
    let mut entries: Vec<Entry> = Vec::with_capacity(8);
    let mut list: Option<Dashes> = None;
    for (line, number) in text.split('\n').zip(first_line..) {
        let line = line.trim_end_matches(' ');
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let content = line.trim_start_matches(' ');
        if let Some(item) = content.strip_prefix("- ") {
            // Only below a key without a value, and all at one depth.
            let indent = line.len() - content.len();
            let dashes = list.as_mut()?;
            if *dashes.indent.get_or_insert(indent) != indent {
                return None;
            }
            dashes.items.push(scalar(item.trim_start_matches(' '))?);
            continue;
        }
        finish(&mut entries, list.take());
        if !has_plain_key(line) || line.ends_with(char::is_whitespace) {
            return None;
        }
        let (key, column, value) = keys::key(line)?;
        if line.get(key.len() + 1..)?.trim_start_matches(' ') != value {
            return None;
        }
        let width = u32::try_from(value.chars().count()).ok()?.max(1);
        if value.is_empty() {
            list = Some(Dashes::default());
        }
        let value = if value.is_empty() { Value::Null } else { flow(value).or_else(|| scalar(value))? };
        entries.push(Entry { key: key.to_owned(), value, line: number, column, width });
    }
    finish(&mut entries, list);
    (!entries.is_empty()).then_some(entries)
}

/// The items that follow on a key without a value.
#[derive(Default)]
struct Dashes {
    /// How far in they stand, once there is one.
    indent: Option<usize>,
    items: Vec<Value>,
}

fn finish(entries: &mut [Entry], list: Option<Dashes>) {
    if let (Some(entry), Some(list)) = (entries.last_mut(), list)
        && !list.items.is_empty()
    {
        entry.value = Value::List(list.items);
    }
}

/// What YAML lets stand unescaped (YAML 1.2, `c-printable`), without its line breaks and the byte order mark.
fn is_printable(c: char) -> bool {
    c.is_ascii()
        || c >= '\u{A0}' && !matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
}

/// Whether a line begins with a word and a colon.
fn has_plain_key(line: &str) -> bool {
    let word = line.bytes().take_while(|&byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    let length = word.count();
    let begins = line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    let rest = line.get(length..).unwrap_or_default();
    begins && length <= KEY_LIMIT_BYTES && (rest == ":" || rest.starts_with(": "))
}

/// A value in one line: a quoted text without escapes, or a plain one.
fn scalar(text: &str) -> Option<Value> {
    let quoted = |quote: char| text.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
    if let Some(inner) = quoted('"') {
        return (!inner.contains(['"', '\\'])).then(|| Value::Text(inner.to_owned()));
    }
    if let Some(inner) = quoted('\'') {
        return (!inner.contains('\'')).then(|| Value::Text(inner.to_owned()));
    }
    let is_text =
        begins_plainly(text) && !text.ends_with(':') && !text.contains(": ") && !text.contains(" #");
    (is_text && !is_word_of_yaml(text)).then(|| Value::Text(text.to_owned()))
}

/// `[a, b, c]` of words without marks.
fn flow(text: &str) -> Option<Value> {
    let inside = text.strip_prefix('[')?.strip_suffix(']')?;
    if inside.trim_matches(' ').is_empty() {
        return Some(Value::List(Vec::new()));
    }
    let item = |item: &str| {
        let item = item.trim_matches(' ');
        let is_plain =
            item.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '/' | '+'));
        let is_quoted =
            item.starts_with(['"', '\'']) && item.len() > 1 && !item.contains(['[', ']', '{', '}']);
        if is_plain || is_quoted { scalar(item) } else { None }
    };
    inside.split(',').map(item).collect::<Option<Vec<Value>>>().map(Value::List)
}

/// Whether a text begins with a letter or a digit, as no indicator of YAML does.
fn begins_plainly(text: &str) -> bool {
    text.starts_with(char::is_alphanumeric)
}

/// What YAML takes for something else than text, but for numbers, which keep theirs; `true` and `false` are their own text.
fn is_word_of_yaml(text: &str) -> bool {
    let is_other = |word: &str| text.eq_ignore_ascii_case(word) && text != word;
    text.eq_ignore_ascii_case("null") || is_other("true") || is_other("false")
}
