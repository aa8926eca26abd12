//! Reads the characters of Python's strings, with their prefixes and escapes.

use super::super::cursor::Cursor;
use super::tokens::Kind;

/// A stretch of an f-string.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Text(String),
    /// What stands in braces.
    Code(String),
}

impl Part {
    fn into_text(self) -> String {
        match self {
            Self::Text(text) | Self::Code(text) => text,
        }
    }
}

/// Whether a name that stands before a quote is a string's prefix.
pub(super) fn is_prefix(name: &str) -> bool {
    name.len() <= 2 && name.chars().all(|c| "rRbBuUfFtT".contains(c))
}

/// The string whose quote comes next.
pub(super) fn string(cursor: &mut Cursor, prefix: &str) -> Kind {
    let has = |letter: char| prefix.chars().any(|c| c.eq_ignore_ascii_case(&letter));
    let triple = ["\"\"\"", "'''"].into_iter().find(|quote| cursor.eat(quote));
    let Some(quote) = triple.or_else(|| ["\"", "'"].into_iter().find(|quote| cursor.eat(quote))) else {
        return Kind::Other;
    };
    let reading = Reading { quote, raw: has('r'), format: has('f') };
    match reading.parts(cursor) {
        Some(_) if has('b') || has('t') => Kind::Other,
        Some(parts) if reading.format => Kind::Format(parts),
        Some(parts) => Kind::Text(parts.into_iter().map(Part::into_text).collect()),
        None => Kind::Other,
    }
}

struct Reading {
    quote: &'static str,
    raw: bool,
    format: bool,
}

impl Reading {
    /// The text up to the closing quote, which is taken too; None where there is none, in the line
    /// of a simple quote or at all.
    fn parts(&self, cursor: &mut Cursor) -> Option<Vec<Part>> {
        let mut parts = Vec::new();
        let mut text = String::new();
        loop {
            if cursor.eat(self.quote) {
                parts.push(Part::Text(text));
                return Some(parts);
            }
            match cursor.peek()? {
                '\n' if self.quote.len() == 1 => return None,
                '\\' if self.raw => {
                    text.extend(cursor.next());
                    // A quote behind it does not end the string, and the backslash stays.
                    if matches!(cursor.peek(), Some('\\' | '\'' | '"')) {
                        text.extend(cursor.next());
                    }
                }
                '\\' => escape(cursor, &mut text),
                brace @ ('{' | '}') if self.format => {
                    cursor.next();
                    if cursor.peek() == Some(brace) {
                        text.extend(cursor.next());
                    } else if brace == '{' {
                        parts.push(Part::Text(std::mem::take(&mut text)));
                        parts.push(Part::Code(self.code(cursor)?));
                    }
                }
                // Python's line ends are all line feeds.
                '\r' => {
                    cursor.next();
                    if cursor.peek() != Some('\n') {
                        text.push('\n');
                    }
                }
                c => {
                    text.push(c);
                    cursor.next();
                }
            }
        }
    }

    /// What stands in braces, up to the closing one, which is taken too.
    fn code(&self, cursor: &mut Cursor) -> Option<String> {
        let mut code = String::new();
        let mut depth = 0_usize;
        loop {
            match cursor.peek()? {
                '}' if depth == 0 => {
                    cursor.next();
                    return Some(code);
                }
                '\n' if self.quote.len() == 1 => return None,
                c => {
                    match c {
                        '{' | '[' | '(' => depth += 1,
                        '}' | ']' | ')' => depth = depth.saturating_sub(1),
                        _ => {}
                    }
                    code.push(c);
                    cursor.next();
                }
            }
        }
    }
}

/// Reads from a backslash on. What is no character becomes U+FFFD; a backslash before anything
/// else stands for itself.
fn escape(cursor: &mut Cursor, text: &mut String) {
    cursor.next();
    let Some(c) = cursor.next() else { return };
    match c {
        'n' => text.push('\n'),
        't' => text.push('\t'),
        'r' => text.push('\r'),
        'a' => text.push('\u{7}'),
        'b' => text.push('\u{8}'),
        'f' => text.push('\u{C}'),
        'v' => text.push('\u{B}'),
        '\\' | '\'' | '"' => text.push(c),
        'x' => text.push(hexadecimal(cursor, 2)),
        'u' => text.push(hexadecimal(cursor, 4)),
        'U' => text.push(hexadecimal(cursor, 8)),
        // `\N{LATIN SMALL LETTER A}`: the names of characters are not known here.
        'N' if cursor.eat("{") => {
            cursor.take_while(|c| c != '}' && c != '\n');
            cursor.eat("}");
            text.push(char::REPLACEMENT_CHARACTER);
        }
        '0'..='7' => {
            let mut value = c.to_digit(8).unwrap_or(0);
            for _ in 0..2 {
                let Some(digit) = cursor.peek().and_then(|c| c.to_digit(8)) else { break };
                value = value * 8 + digit;
                cursor.next();
            }
            text.push(char::from_u32(value).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        // A line that goes on below.
        '\n' => {}
        '\r' => {
            cursor.eat("\n");
        }
        other => {
            text.push('\\');
            text.push(other);
        }
    }
}

fn hexadecimal(cursor: &mut Cursor, digits: usize) -> char {
    let mut value = 0_u32;
    for _ in 0..digits {
        let Some(digit) = cursor.peek().and_then(|c| c.to_digit(16)) else {
            return char::REPLACEMENT_CHARACTER;
        };
        value = value.wrapping_mul(16).wrapping_add(digit);
        cursor.next();
    }
    char::from_u32(value).unwrap_or(char::REPLACEMENT_CHARACTER)
}
