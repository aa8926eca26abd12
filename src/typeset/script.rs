//! What the scripts need: which leave no spaces between words, which stand apart, which reach high and low.

use unicode_script::{Script, UnicodeScript};

/// Chinese characters, kana and their punctuation.
pub fn is_cjk(c: char) -> bool {
    matches!(c.script(), Script::Han | Script::Hiragana | Script::Katakana | Script::Bopomofo)
        || matches!(c, '\u{3000}'..='\u{303F}' | '\u{30FB}' | '\u{30FC}' | '\u{FF01}'..='\u{FF65}' | '\u{FFE0}'..='\u{FFE6}')
}

pub fn is_kana(c: char) -> bool {
    matches!(c.script(), Script::Hiragana | Script::Katakana) || c == 'ー'
}

pub fn is_katakana(c: char) -> bool {
    c.script() == Script::Katakana || c == 'ー'
}

pub fn is_hangul(c: char) -> bool {
    c.script() == Script::Hangul
}

/// Thai, Lao, Khmer and Burmese set spaces between phrases, not between words.
pub fn is_without_spaces(c: char) -> bool {
    matches!(c.script(), Script::Thai | Script::Lao | Script::Khmer | Script::Myanmar)
}

/// Letters that stand apart; joined scripts and ideographs keep their own spacing.
pub fn takes_tracking(c: char) -> bool {
    matches!(
        c.script(),
        Script::Latin | Script::Greek | Script::Cyrillic | Script::Common | Script::Inherited
    ) && !is_cjk(c)
}

/// Alphabets whose words a reader still knows when a hyphen parts them.
pub fn takes_hyphens(c: char) -> bool {
    matches!(
        c.script(),
        Script::Latin | Script::Greek | Script::Cyrillic | Script::Armenian | Script::Georgian
    )
}

/// Letters with capitals' heights and a bare baseline: what sticks out of those is not the top or the foot of a text.
pub fn has_capitals(c: char) -> bool {
    takes_hyphens(c) || matches!(c.script(), Script::Cherokee | Script::Coptic)
}

/// The least leading at which a script's lines stay clear of each other, in em.
///
/// Marks stand above and below the letters: at a Latin title's 1.1 em they would touch. Measured on Noto's fonts, as the
/// distance at which the emptiest strip between two lines is about as wide as in Latin.
pub fn least_leading_em(text: &str) -> f32 {
    let of = |c: char| match c.script() {
        Script::Thai | Script::Lao => 1.32,
        Script::Khmer | Script::Myanmar | Script::Tibetan => 1.45,
        Script::Devanagari | Script::Bengali | Script::Gujarati | Script::Gurmukhi => 1.24,
        Script::Tamil | Script::Telugu | Script::Kannada | Script::Malayalam | Script::Sinhala => 1.3,
        Script::Arabic | Script::Syriac => 1.28,
        Script::Han | Script::Hiragana | Script::Katakana | Script::Bopomofo | Script::Hangul => 1.22,
        _ => 0.0,
    };
    text.chars().map(of).fold(0.0, f32::max)
}
