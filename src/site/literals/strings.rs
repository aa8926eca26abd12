//! Reads the characters of strings and templates, with their escapes.

use super::cursor::Cursor;

/// The text up to the closing `quote`, which is taken too; None if the line ends before it. The
/// opening quote has been taken.
pub(super) fn quoted(cursor: &mut Cursor, quote: char) -> Option<String> {
    let mut text = String::new();
    loop {
        match cursor.peek()? {
            '\n' => return None,
            c if c == quote => {
                cursor.next();
                return Some(text);
            }
            '\\' => escape(cursor, &mut text),
            c => {
                text.push(c);
                cursor.next();
            }
        }
    }
}

/// The text of a template up to its end or its next `${`, neither of which is taken.
pub(super) fn template(cursor: &mut Cursor) -> String {
    let mut text = String::new();
    while let Some(c) = cursor.peek() {
        match c {
            '`' => break,
            '$' if cursor.second() == Some('{') => break,
            '\\' => escape(cursor, &mut text),
            // ECMA-262 section 12.9.6: line ends in templates are always line feeds.
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
    text
}

/// Reads from a backslash on. What is no character becomes U+FFFD.
fn escape(cursor: &mut Cursor, text: &mut String) {
    cursor.next();
    let Some(c) = cursor.next() else { return };
    match c {
        'n' => text.push('\n'),
        't' => text.push('\t'),
        'r' => text.push('\r'),
        'b' => text.push('\u{8}'),
        'f' => text.push('\u{C}'),
        'v' => text.push('\u{B}'),
        '0' => text.push('\0'),
        'x' => text.push(character(hexadecimal(cursor, 2))),
        'u' => text.push(unicode(cursor)),
        // A line that goes on below.
        '\n' | '\u{2028}' | '\u{2029}' => {}
        '\r' => {
            cursor.eat("\n");
        }
        other => text.push(other),
    }
}

/// Behind `\u`: `{1F600}`, `00e9`, or two halves of a character, `d83d\ude00`.
fn unicode(cursor: &mut Cursor) -> char {
    if cursor.eat("{") {
        let digits = cursor.take_while(|c| c.is_ascii_hexdigit());
        cursor.eat("}");
        return character(u32::from_str_radix(&digits, 16).ok());
    }
    let first = hexadecimal(cursor, 4);
    let Some(high @ 0xD800..0xDC00) = first else {
        return character(first);
    };
    let here = cursor.clone();
    if cursor.eat("\\u") {
        if let Some(low @ 0xDC00..0xE000) = hexadecimal(cursor, 4) {
            return character(Some(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)));
        }
        *cursor = here;
    }
    char::REPLACEMENT_CHARACTER
}

fn hexadecimal(cursor: &mut Cursor, digits: usize) -> Option<u32> {
    let mut value = 0;
    for _ in 0..digits {
        value = value * 16 + cursor.peek()?.to_digit(16)?;
        cursor.next();
    }
    Some(value)
}

fn character(code: Option<u32>) -> char {
    code.and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER)
}
