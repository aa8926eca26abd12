//! The encodings as which UTF-8 gets read by mistake.

use encoding_rs::{BIG5, EUC_KR, EncoderResult, Encoding, GBK, SHIFT_JIS, WINDOWS_1251, WINDOWS_1252};

/// One wrong encoding, and what a restored character of it proves.
pub struct Codec {
    /// As the WHATWG calls it.
    pub name: &'static str,
    encoding: &'static Encoding,
    pub weight: Weight,
    /// Readers that follow Latin-1 leave C1 controls where windows-1252 has letters.
    latin_1: bool,
    /// `€` has a second form, of two bytes, beside the one that the encoder writes.
    second_euro: Option<[u8; 2]>,
}

/// Bits of evidence.
#[derive(Clone, Copy)]
pub enum Weight {
    /// For each character of the mangled text; runs between lower-case letters prove more.
    PerMangled(f32),
    /// For each character that was restored.
    PerRestored(f32),
}

const MULTI_BYTE: Weight = Weight::PerMangled(2.3);

/// All that are tried, in this order where two prove as much.
///
/// gb18030 is GBK here: its sequences of four bytes hold two ASCII digits, which never stand so in UTF-8.
pub const CODECS: &[Codec] = &[
    Codec { second_euro: Some([0xA2, 0xE3]), ..Codec::new("GBK", GBK, MULTI_BYTE) },
    Codec { latin_1: true, ..Codec::new("windows-1252", WINDOWS_1252, Weight::PerRestored(7.0)) },
    Codec::new("windows-1251", WINDOWS_1251, Weight::PerRestored(5.0)),
    Codec::new("Shift_JIS", SHIFT_JIS, MULTI_BYTE),
    Codec::new("Big5", BIG5, MULTI_BYTE),
    Codec::new("EUC-KR", EUC_KR, MULTI_BYTE),
];

/// What was read as one character.
#[derive(Clone, Copy, Default)]
pub struct Bytes {
    all: [u8; 4],
    length: usize,
}

impl Bytes {
    pub fn as_slice(&self) -> &[u8] {
        self.all.get(..self.length).unwrap_or_default()
    }

    /// Whether a character of UTF-8 goes on here, and none begins.
    fn continue_utf_8(&self) -> bool {
        self.as_slice().first().is_some_and(|byte| (0x80..0xC0).contains(byte))
    }
}

impl From<&[u8]> for Bytes {
    fn from(bytes: &[u8]) -> Self {
        let mut all = [0; 4];
        all.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
        Self { all, length: bytes.len().min(4) }
    }
}

impl Codec {
    const fn new(name: &'static str, encoding: &'static Encoding, weight: Weight) -> Self {
        Self { name, encoding, weight, latin_1: false, second_euro: None }
    }

    /// The bytes that were read as `c`; nothing if it is not of this encoding.
    ///
    /// Of two forms, what UTF-8 `expects` (continuation bytes, from 0 to 3) and the character after `c` tell which.
    pub fn encode(&self, c: char, expects: usize, next: Option<char>) -> Option<Bytes> {
        if let ('€', Some(second), 1) = (c, self.second_euro, expects) {
            // The second form ends one character of UTF-8 and begins another, which goes on or lost its end.
            let continues =
                |next| next == '\u{FFFD}' || self.plain(next).is_some_and(|bytes| bytes.continue_utf_8());
            if next.is_some_and(continues) {
                return Some(Bytes::from(second.as_slice()));
            }
        }
        self.plain(c)
    }

    fn plain(&self, c: char) -> Option<Bytes> {
        match u8::try_from(u32::from(c)) {
            Ok(byte @ 0x80..=0x9F) if self.latin_1 => return Some(Bytes::from([byte].as_slice())),
            _ => {}
        }
        let (mut text, mut out) = ([0; 4], [0; 8]);
        let text: &str = c.encode_utf8(&mut text);
        let (result, _, written) =
            self.encoding.new_encoder().encode_from_utf8_without_replacement(text, &mut out, true);
        match result {
            // Shift_JIS writes `¥` and `‾` as ASCII, which is never read as them.
            EncoderResult::InputEmpty => {
                out.get(..written).filter(|bytes| !bytes.is_ascii()).map(Bytes::from)
            }
            EncoderResult::OutputFull | EncoderResult::Unmappable(_) => None,
        }
    }
}
