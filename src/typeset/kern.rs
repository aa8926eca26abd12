//! The distance between two neighbours of Chinese or Japanese, which their fonts leave to the typesetter.

use super::script::{is_cjk, is_kana};

/// A full-width bracket or full stop is half empty; two of them leave one such half out (JLREQ 3.1.4, CLREQ 3.1.6).
const SQUEEZE_EM: f32 = -0.5;
/// Between an ideograph and a Latin letter or a figure (JLREQ 3.2.6 has a quarter; an eighth is what CSS and large type take).
const LATIN_EM: f32 = 0.125;

/// What is added between two characters, in em; `full` tells whether both are as wide as they are high.
pub fn between(last: char, next: char, full: bool) -> f32 {
    let squeezed = (closes(last) && (closes(next) || opens(next) || pauses(next)))
        || ((opens(last) || is_middle(last)) && opens(next));
    if full && squeezed {
        return SQUEEZE_EM;
    }
    let letter = |c: char| {
        c.is_alphanumeric() && (c.is_ascii() || matches!(c, '\u{C0}'..='\u{24F}' | '\u{370}'..='\u{52F}'))
    };
    let ideograph = |c: char| is_cjk(c) && (c.is_alphabetic() || is_kana(c));
    if (letter(last) && ideograph(next)) || (ideograph(last) && letter(next)) { LATIN_EM } else { 0.0 }
}

/// Marks that fill their middle, or in simplified Chinese their left half.
fn is_middle(c: char) -> bool {
    matches!(c, '：' | '；' | '・')
}

/// Marks with which a bracket or quote that was closed shares its empty half.
fn pauses(c: char) -> bool {
    is_middle(c) || matches!(c, '！' | '？')
}

/// Full-width marks whose left half is empty.
pub fn opens(c: char) -> bool {
    matches!(c, '「' | '『' | '（' | '［' | '｛' | '〈' | '《' | '【' | '〔' | '〖' | '“' | '‘')
}

/// Full-width marks whose right half is empty.
pub fn closes(c: char) -> bool {
    matches!(
        c,
        '」' | '』'
            | '）'
            | '］'
            | '｝'
            | '〉'
            | '》'
            | '】'
            | '〕'
            | '〗'
            | '”'
            | '’'
            | '、'
            | '。'
            | '，'
            | '．'
    )
}
