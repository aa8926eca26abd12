//! From a file's bytes to its text: byte order marks, line ends, and wrongly decoded text.

pub mod mojibake;

use encoding_rs::{UTF_16BE, UTF_16LE};

/// What is wrong with the bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotText {
    /// Counted from 1.
    pub line: u32,
    /// Counted from 1, in bytes.
    pub column: u32,
    /// The first byte that fits no character.
    pub byte: u8,
}

/// Decodes UTF-8, or UTF-16 with a byte order mark; lines end in `\n` afterwards.
///
/// # Errors
/// When the bytes are neither.
pub fn decode(bytes: Vec<u8>) -> Result<String, NotText> {
    let text = match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => UTF_16LE.decode_without_bom_handling(rest).0.into_owned(),
        [0xFE, 0xFF, rest @ ..] => UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest.to_vec())?,
        _ => utf8(bytes)?,
    };
    if text.contains('\r') { Ok(text.replace("\r\n", "\n").replace('\r', "\n")) } else { Ok(text) }
}

fn utf8(bytes: Vec<u8>) -> Result<String, NotText> {
    String::from_utf8(bytes).map_err(|error| {
        let sound = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let head = bytes.get(..sound).unwrap_or_default();
        let line = head.iter().filter(|&&byte| byte == b'\n').count() + 1;
        let column = head.iter().rev().take_while(|&&byte| byte != b'\n').count() + 1;
        NotText {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: u32::try_from(column).unwrap_or(u32::MAX),
            byte: bytes.get(sound).copied().unwrap_or_default(),
        }
    })
}
