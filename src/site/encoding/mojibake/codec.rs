//! The encodings as which UTF-8 gets read by mistake.

use encoding_rs::{BIG5, EUC_KR, EncoderResult, Encoding, GB18030, SHIFT_JIS, WINDOWS_1251, WINDOWS_1252};
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// One wrong encoding, and what a restored character of it proves.
pub struct Codec {
    /// As the WHATWG calls it.
    pub name: &'static str,
    encoding: &'static Encoding,
    pub weight: Weight,
    /// Readers that follow Latin-1 leave C1 controls where windows-1252 has letters.
    latin_1: bool,
}

/// Bits of evidence.
pub enum Weight {
    /// For each character of the mangled text; runs between lower-case letters prove more.
    PerMangled(f32),
    /// For each character that was restored.
    PerRestored(f32),
}

const MULTI_BYTE: Weight = Weight::PerMangled(2.3);

/// All that are tried, in this order where two prove as much.
pub const CODECS: &[Codec] = &[
    Codec { name: "GBK", encoding: GB18030, weight: MULTI_BYTE, latin_1: false },
    Codec { name: "windows-1252", encoding: WINDOWS_1252, weight: Weight::PerRestored(7.0), latin_1: true },
    Codec { name: "windows-1251", encoding: WINDOWS_1251, weight: Weight::PerRestored(5.0), latin_1: false },
    Codec { name: "Shift_JIS", encoding: SHIFT_JIS, weight: MULTI_BYTE, latin_1: false },
    Codec { name: "Big5", encoding: BIG5, weight: MULTI_BYTE, latin_1: false },
    Codec { name: "EUC-KR", encoding: EUC_KR, weight: MULTI_BYTE, latin_1: false },
];

impl Codec {
    /// What a run was before, or nothing where it cannot have come from this codec.
    pub fn restore(&self, run: &str) -> Option<String> {
        if run.contains('\u{FFFD}') {
            return None;
        }
        let restored = String::from_utf8(self.encode(run)?).ok()?;
        restored.chars().all(is_text).then_some(restored)
    }

    /// The bytes that were read as `run`; nothing if a character is not of this encoding.
    fn encode(&self, run: &str) -> Option<Vec<u8>> {
        let mut bytes = Vec::with_capacity(run.len());
        for c in run.chars() {
            match u8::try_from(u32::from(c)) {
                Ok(byte @ 0x80..=0x9F) if self.latin_1 => bytes.push(byte),
                _ => self.encode_one(c, &mut bytes)?,
            }
        }
        Some(bytes)
    }

    fn encode_one(&self, c: char, bytes: &mut Vec<u8>) -> Option<()> {
        let (mut text, mut out) = ([0; 4], [0; 8]);
        let text: &str = c.encode_utf8(&mut text);
        let mut encoder = self.encoding.new_encoder();
        let (result, _, written) = encoder.encode_from_utf8_without_replacement(text, &mut out, true);
        match result {
            EncoderResult::InputEmpty => bytes.extend(out.get(..written)?),
            EncoderResult::OutputFull | EncoderResult::Unmappable(_) => return None,
        }
        Some(())
    }
}

/// What somebody may have written: no C1 control, nothing unassigned, private or lost.
fn is_text(c: char) -> bool {
    let control = matches!(c, '\u{80}'..='\u{9F}' | '\u{FFFD}');
    !control && !matches!(c.general_category(), GeneralCategory::Unassigned | GeneralCategory::PrivateUse)
}
