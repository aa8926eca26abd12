//! Breaks without a space: between Chinese characters and kana, and behind hyphens and dashes.

use super::super::script::is_katakana;
use super::FORBIDDEN;
use super::phrases::INSIDE;

/// A bracket up to this long stays whole, in characters.
const SHORT_BRACKET: usize = 10;

/// Formal nouns and verbs of Japanese, which the model parts from what they belong to.
const LEANING: [&str; 7] = ["いう", "こと", "もの", "ため", "とき", "つもり", "について"];

/// What it costs to break Chinese or Japanese at a place at which its phrases let it break for `phrase`.
pub fn cjk(text: &str, at: usize, last: char, next: char, phrase: f32) -> f32 {
    let mut cost = match last {
        '。' | '！' | '？' | '；' | '：' | '｜' | '!' | '?' | ':' => 0.0,
        '、' | '，' | '―' | '—' | '…' | '〜' | '～' | '・' | ',' => 1.0,
        _ if opens(next) => 1.0,
        _ => phrase,
    };
    // A word in katakana is one word, however long; a number keeps its counter, and what it counts.
    if is_katakana(last) && is_katakana(next) {
        cost += INSIDE / 2.0;
    }
    if last.is_numeric() || (next.is_numeric() && last == '第') {
        cost += INSIDE;
    }
    // Nothing that ends a clause begins a line, even where strict Unicode rules would let it.
    if matches!(next, '～' | '〜' | '・' | '々' | '〻' | 'ヽ' | 'ヾ' | 'ゝ' | 'ゞ' | '—' | '―' | '…' | '‥')
    {
        cost += FORBIDDEN;
    }
    let after = text.get(at..).unwrap_or_default();
    if LEANING.iter().any(|word| after.starts_with(word)) {
        cost += INSIDE / 2.0;
    }
    if is_in_short_bracket(text, at) { cost + INSIDE / 2.0 } else { cost }
}

/// Whether a place is inside a pair of corner brackets or the like that belongs on one line.
fn is_in_short_bracket(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) else { return false };
    let back = before.chars().rev().take(SHORT_BRACKET).position(|c| opens(c) || closes(c));
    let ahead = after.chars().take(SHORT_BRACKET).position(|c| opens(c) || closes(c));
    let opened = back.and_then(|back| before.chars().rev().nth(back)).is_some_and(opens);
    let closed = ahead.and_then(|ahead| after.chars().nth(ahead)).is_some_and(closes);
    let length = back.unwrap_or(SHORT_BRACKET) + ahead.unwrap_or(SHORT_BRACKET);
    opened && closed && length <= SHORT_BRACKET
}

fn opens(c: char) -> bool {
    matches!(c, '「' | '『' | '（' | '［' | '｛' | '〈' | '《' | '【' | '〔' | '〖' | '“' | '‘' | '(')
}

fn closes(c: char) -> bool {
    matches!(c, '」' | '』' | '）' | '］' | '｝' | '〉' | '》' | '】' | '〕' | '〗' | '”' | '’' | ')')
}

/// What it costs to break letters at a place that Unicode allows; nothing where only a word that fits no line breaks.
pub fn letters(text: &str, at: usize, last: char, next: char) -> Option<f32> {
    if matches!(next, '—' | '–' | '―') {
        // A dash stays with the word before it.
        return Some(FORBIDDEN);
    }
    match last {
        '—' | '―' => Some(1.0),
        '–' if next.is_numeric() => Some(20.0),
        '–' => Some(6.0),
        '-' | '‐' | '\u{58A}' | '־' => {
            let before = text.get(..at)?.trim_end_matches(last);
            let short = |letters: usize| letters <= 2;
            let left = before.chars().rev().take_while(|c| c.is_alphanumeric()).count();
            let right = text.get(at..)?.chars().take_while(|c| c.is_alphanumeric()).count();
            // An address or a file's name breaks by `code`; `e-mail` and `T-shirt` hardly at all.
            if is_code(text, at) {
                None
            } else if left == 0 || short(left) || short(right) {
                Some(24.0)
            } else {
                Some(9.0)
            }
        }
        '…' | '\u{2E3A}' => Some(4.0),
        '/' | '\\' | '|' | '?' | '&' | '=' | '%' | '}' | ']' | ')' => None,
        '\u{200B}' => Some(1.0),
        _ => Some(12.0),
    }
}

/// Whether the word at a place is an address, a path, a version or a name out of a program.
fn is_code(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) else { return false };
    let start = before.rfind(super::is_space).map_or(0, |space| space + 1);
    let end = after.find(super::is_space).map_or(text.len(), |space| at + space);
    let is_code = |c: char| matches!(c, '/' | '_' | '\\' | '@' | '=') || c.is_ascii_digit();
    text.get(start..end).is_some_and(|word| word.contains(is_code) || word.contains("--"))
}
