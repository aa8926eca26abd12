//! Words that must not be parted: a dash stays with the word before it, and no line holds one short word alone.

/// A last word up to this long is not left by itself.
const WIDOW_CHARS: usize = 12;
const NBSP: char = '\u{A0}';

/// The title with no-break spaces where lines must not break, without characters that no font has.
pub fn bind(title: &str, missing: &[char]) -> String {
    let kept: String = title.chars().filter(|c| !missing.contains(c)).collect();
    let words: Vec<&str> = kept.split_whitespace().collect();
    let mut bound = String::with_capacity(kept.len());
    for (position, word) in words.iter().enumerate() {
        if position > 0 {
            let last = position + 1 == words.len();
            let widow = last && words.len() > 3 && word.chars().count() <= WIDOW_CHARS;
            bound.push(if widow || is_mark(word) { NBSP } else { ' ' });
        }
        bound.push_str(word);
    }
    bound
}

/// A dash, a colon or a slash that stands by itself, or closing marks after a space as in French.
fn is_mark(word: &str) -> bool {
    word.chars().all(|c| {
        matches!(c, '-' | '–' | '—' | '―' | ':' | ';' | '!' | '?' | '»' | '/' | '|' | '·' | '&' | '+')
    })
}
