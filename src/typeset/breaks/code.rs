//! Where addresses, paths and names out of programs break, if they are wider than a line.

/// A word shorter than this fits any line.
const LONG_CHARS: usize = 8;
/// The ending of a file's name, with its dot.
const SHORT_CHARS: usize = 6;

/// The places in a text, in bytes, at which such words may break: behind `/`, `_`, `.` and the like, and before a capital.
pub fn points(text: &str) -> Vec<usize> {
    let mut points = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        if word.chars().count() >= LONG_CHARS {
            points.extend(inside(word).into_iter().map(|point| at + point));
        }
        at += word.len();
    }
    points
}

fn inside(word: &str) -> Vec<usize> {
    let chars: Vec<(usize, char)> = word.trim_end().char_indices().collect();
    let mut points = Vec::new();
    for (index, pair) in chars.windows(2).enumerate() {
        let [(_, last), (at, next)] = *pair else { continue };
        let before = index.checked_sub(1).and_then(|before| chars.get(before)).map(|&(_, c)| c);
        let after = chars.get(index + 2).map(|&(_, c)| c);
        let separates = |c: char| {
            matches!(c, '/' | '\\' | '_' | '.' | ':' | '-' | '=' | '&' | '?' | '#' | '@' | '+' | '~')
        };
        let breaks = match last {
            // A hidden file keeps its dot: `/.cache`.
            '/' if next == '.' && after.is_some_and(char::is_alphabetic) => true,
            // Not inside `://`, `::`, `...`, `--flag`, and not in `3.11`.
            _ if separates(next) => false,
            '.' | ':' | '-' if next.is_ascii_digit() => false,
            // A file keeps its ending, which is short.
            '.' if before.is_none_or(separates) => false,
            '.' => chars.len() - index > SHORT_CHARS,
            _ if separates(last) => index > 0,
            // `getElementsByTagName`, and `XMLHttpRequest` before its last hump.
            _ if last.is_lowercase() && next.is_uppercase() => index > 0,
            _ if last.is_uppercase() && next.is_uppercase() => {
                index > 0 && after.is_some_and(char::is_lowercase)
            }
            _ => false,
        };
        if breaks && after.is_some() {
            points.push(at);
        }
    }
    points
}
