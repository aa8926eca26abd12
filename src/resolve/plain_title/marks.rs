//! Which of Markdown's marks in a title are meant as such.

use super::Edit;
use std::ops::Range;

/// The backslash before a text, where it makes the text's first character a plain one. `text_end` is where the text before
/// ends: a backslash in there has been made plain itself.
pub fn escape(source: &str, text: &Range<usize>, text_end: usize) -> Option<Edit> {
    let before = source.get(..text.start)?.strip_suffix('\\')?;
    // `¯\_(ツ)_/¯` has an arm there.
    (before.len() >= text_end && !before.ends_with('¯')).then(|| (before.len()..text.start, String::new()))
}

/// The marks of an emphasis, `length` bytes at either end, where it is one.
pub fn emphasis(source: &str, range: &Range<usize>, length: usize) -> Vec<Edit> {
    let (start, end) = (range.start + length, range.end.saturating_sub(length));
    let is_one = source.get(start..end).is_some_and(|inner| is_emphasis(source, range, inner, length));
    if !is_one {
        return Vec::new();
    }
    vec![(range.start..start, String::new()), (end..range.end, String::new())]
}

fn is_emphasis(source: &str, range: &Range<usize>, inner: &str, length: usize) -> bool {
    let mark = source.get(range.start..).and_then(|rest| rest.chars().next());
    let words = inner.trim_matches(MARKS);
    // `src/**/*.rs` is a pattern for paths.
    let is_text = words.contains(|c: char| !c.is_ascii_punctuation() && c != ' ')
        && !words.starts_with('/')
        && !words.ends_with('/');
    let before = source.get(..range.start).unwrap_or_default().trim_end_matches(MARKS).chars().next_back();
    let after = source.get(range.end..).unwrap_or_default().trim_start_matches(MARKS).chars().next();
    if !is_text || before.is_some_and(binds) || after.is_some_and(binds) {
        return false;
    }
    match mark {
        // `__init__`, `_my_name_`, `_call_()`: names in a program.
        Some('_') => {
            let is_name = inner.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
            let is_marked = length == 2 || inner.contains('_') || after == Some('(');
            !(is_name && is_marked)
        }
        // `~5~` is struck out by some and lowered by others.
        Some('~') => source.get(range.start..).is_some_and(|rest| rest.starts_with("~~")),
        _ => true,
    }
}

const MARKS: [char; 3] = ['*', '_', '~'];

/// Whether a mark beside this character is part of what stands there: `5*3*2`, `s**t`, `/*a*/`. Scripts without spaces, and
/// Korean, set marks right beside letters.
fn binds(c: char) -> bool {
    matches!(c, '/' | '\\' | '$' | '@') || is_european(c)
}

fn is_european(c: char) -> bool {
    c.is_alphanumeric() && c < '\u{590}'
}

/// Whether what stands between backticks is code.
pub fn is_code(source: &str, range: &Range<usize>) -> bool {
    let before = source.get(..range.start).unwrap_or_default().chars().next_back();
    let text = source.get(range.clone()).unwrap_or_default();
    let inner = text.trim_matches('`');
    // `it`s` and `that`s` have one for an apostrophe; in "the ` and ` keys" they speak of themselves.
    let is_apart = inner.starts_with(' ') && inner.ends_with(' ') && !text.starts_with("``");
    !before.is_some_and(is_european) && !is_apart
}

/// Whether it leads anywhere, which `handlers[name](event)` does not.
pub fn is_link(source: &str, range: &Range<usize>, address: &str) -> bool {
    let before = source.get(..range.start).unwrap_or_default().chars().next_back();
    address.contains(['/', '.', '#', ':']) && !before.is_some_and(is_european)
}
