//! Makes the path segments of Hugo.

use super::letters::{composed, decomposed, is_digit, is_letter, is_mark, is_spacing_less_mark};

/// What the site's configuration says of paths.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// `disablePathToLower`.
    pub keep_case: bool,
    /// `removePathAccents`.
    pub remove_accents: bool,
}

/// A title, a slug or a part of a path as it stands in an address: `MakePathSanitized` of
/// `helpers/path.go`. Spaces become one `-`; letters, marks, digits and `. / \ _ # + ~ - @` stay,
/// and `%` before two hexadecimal digits.
pub fn segment(text: &str, options: Options) -> String {
    let mut path = sanitized(text);
    if options.remove_accents {
        path = composed(&decomposed(&path).chars().filter(|c| !is_spacing_less_mark(*c)).collect::<String>());
    }
    if options.keep_case { path } else { path.chars().map(lower).collect() }
}

/// `Sanitize` of `common/paths/path.go`.
fn sanitized(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut gap, mut hyphen) = (false, false);
    for (at, c) in text.char_indices() {
        if is_allowed(text, at, c) {
            hyphen = c == '-';
            if gap && !hyphen {
                out.push('-');
            }
            gap = false;
            out.push(c);
        } else if !out.is_empty() && !hyphen && c.is_whitespace() {
            gap = true;
        }
    }
    out
}

fn is_allowed(text: &str, at: usize, c: char) -> bool {
    let escape = || {
        let digits = text.as_bytes().get(at + 1..at + 3);
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    };
    is_letter(c) || is_digit(c) || is_mark(c) || "./\\_#+~-@".contains(c) || (c == '%' && escape())
}

/// Go's `unicode.ToLower`: always one character for one.
fn lower(c: char) -> char {
    if c == 'İ' { 'i' } else { c.to_lowercase().next().unwrap_or(c) }
}
