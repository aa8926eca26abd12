//! Blanks out comments and quoted text, so that brackets and words can be counted on.

/// The text with a blank for every byte of a comment and of what stands in quotes; quotes and line ends stay.
///
/// A quotation ends with its line at the latest: in markup and in regular expressions a lone quote is no quotation.
pub fn of(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut bare: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let end = match (byte, bytes.get(at + 1)) {
            (b'/', Some(b'/')) if !follows_colon(bytes, at) => line_end(bytes, at),
            (b'/', Some(b'*')) => found(text, at + 2, "*/").map_or(bytes.len(), |end| end + 2),
            (b'<', Some(b'!')) if text.get(at..).is_some_and(|rest| rest.starts_with("<!--")) => {
                found(text, at + 4, "-->").map_or(bytes.len(), |end| end + 3)
            }
            (b'"' | b'\'' | b'`', _) => {
                let end = quotation_end(bytes, at);
                bare.push(byte);
                blank(bytes.get(at + 1..end.saturating_sub(1)), &mut bare);
                if end > at + 1 {
                    let is_closed = bytes.get(end - 1) == Some(&byte);
                    bare.push(if is_closed { byte } else { b' ' });
                }
                at = end;
                continue;
            }
            _ => {
                bare.push(byte);
                at += 1;
                continue;
            }
        };
        blank(bytes.get(at..end), &mut bare);
        at = end;
    }
    // Only whole quotations and comments are blanked, and they end at ASCII.
    String::from_utf8(bare).unwrap_or_else(|_| " ".repeat(text.len()))
}

fn blank(bytes: Option<&[u8]>, bare: &mut Vec<u8>) {
    bare.extend(bytes.unwrap_or_default().iter().map(|byte| if *byte == b'\n' { b'\n' } else { b' ' }));
}

/// `https://` in markup opens no comment.
fn follows_colon(bytes: &[u8], at: usize) -> bool {
    at.checked_sub(1).and_then(|before| bytes.get(before)) == Some(&b':')
}

fn line_end(bytes: &[u8], at: usize) -> usize {
    bytes.iter().skip(at).position(|byte| *byte == b'\n').map_or(bytes.len(), |length| at + length)
}

fn found(text: &str, from: usize, what: &str) -> Option<usize> {
    text.get(from..)?.find(what).map(|at| from + at)
}

/// The place behind a quotation.
fn quotation_end(bytes: &[u8], start: usize) -> usize {
    let quote = bytes.get(start).copied().unwrap_or_default();
    let mut at = start + 1;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            b'\n' if quote != b'`' => return at,
            _ if byte == quote => return at + 1,
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}
