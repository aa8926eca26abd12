//! Where the top-level keys of a YAML front matter stand, which the parser tells in errors only.

/// A top-level key with the place of its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key<'a> {
    pub name: &'a str,
    /// Counted from 0 in the front matter.
    pub line: usize,
    /// Of the value, from 1, in characters.
    pub column: u32,
    /// Of the value in its first line, at least 1.
    pub width: u32,
    /// The lines that belong to the key, its own included.
    pub text: &'a str,
    /// What follows the colon in the key's line, trimmed.
    pub value: &'a str,
}

/// Finds the keys without parsing: a line that begins with a name and a colon opens one, unless a quoted value is still open.
pub fn scan(text: &str) -> Vec<Key<'_>> {
    let mut found: Vec<(Key<'_>, usize)> = Vec::new();
    let mut open: Option<char> = None;
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let content = line.trim_end();
        match open {
            Some(quote) if ends_quote(content, quote) => open = None,
            Some(_) => {}
            None => {
                if let Some((name, column, value)) = key(content) {
                    let width = u32::try_from(value.chars().count()).unwrap_or(u32::MAX).max(1);
                    let key = Key { name, line: number, column, width, text: "", value };
                    found.push((key, at));
                    open = opens_quote(value);
                }
            }
        }
        at += line.len();
    }
    let ends: Vec<usize> = found.iter().skip(1).map(|(_, start)| *start).chain([text.len()]).collect();
    found
        .into_iter()
        .zip(ends)
        .map(|((key, start), end)| Key { text: text.get(start..end).unwrap_or_default(), ..key })
        .collect()
}

/// The name that a line begins with, the column of its value, from 1, and the value.
pub fn key(line: &str) -> Option<(&str, u32, &str)> {
    if line.starts_with([' ', '\t', '#', '-', '[', ']', '{', '}', '%', '@', '|', '>']) {
        return None;
    }
    let colon = line
        .match_indices(':')
        .map(|(at, _)| at)
        .find(|at| line.get(at + 1..).is_none_or(|rest| rest.is_empty() || rest.starts_with([' ', '\t'])))?;
    let (name, rest) = line.split_at_checked(colon)?;
    let value = rest.get(1..).unwrap_or_default().trim_start();
    let before = line.len() - value.len();
    let column = line.get(..before).map_or(0, |head| head.chars().count()) + 1;
    let name = name.trim_end();
    Some((name.trim_matches(['"', '\'']), u32::try_from(column).unwrap_or(u32::MAX), value))
}

/// The quote that a value opens and does not close in its line.
fn opens_quote(value: &str) -> Option<char> {
    let quote = value.chars().next().filter(|first| matches!(first, '\'' | '"'))?;
    let rest = value.get(1..).unwrap_or_default();
    (!ends_quote(rest, quote)).then_some(quote)
}

/// Whether the quote ends in this line: `''` and `\"` do not end it.
fn ends_quote(line: &str, quote: char) -> bool {
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\\' && quote == '"' {
            chars.next();
        } else if c == quote {
            if quote == '\'' && chars.peek() == Some(&'\'') {
                chars.next();
            } else {
                return true;
            }
        }
    }
    false
}
