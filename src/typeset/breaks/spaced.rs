//! What it costs to break at a space: the words on both sides of it say.

use super::super::script::takes_hyphens;
use super::numbers::{is_closing, is_number, is_roman, is_unit};
use super::words::{self, Clings, Words};
use super::{FORBIDDEN, is_space};
use unicode_properties::UnicodeEmoji;

/// Between two words of which nothing is known.
const PLAIN: f32 = 3.0;
/// Between two words of Thai and its like, which have a space only where a phrase ends.
const WORD: f32 = 4.0;
const NAME: f32 = 22.0;
const INITIAL: f32 = 40.0;
const SYMBOL: f32 = 9.0;

/// The words of a text, each from where to where, with what its language knows of them.
pub struct Costs<'a> {
    text: &'a str,
    words: Vec<(usize, usize)>,
    known: Option<&'static Words>,
    /// Whether a capital says that a word is a name.
    capitals_tell: bool,
}

impl<'a> Costs<'a> {
    /// Of a text in a language (BCP 47).
    pub fn of(text: &'a str, language: &str) -> Self {
        let mut words = Vec::new();
        let mut at = 0;
        for part in text.split_inclusive(is_space) {
            let word = part.trim_end_matches(is_space);
            if !word.is_empty() {
                words.push((at, at + word.len()));
            }
            at += part.len();
        }
        let known = words::of(language);
        let starts = |is: fn(char) -> bool| {
            words.iter().filter(|&&(start, _)| super::next_char(text, start).is_some_and(is)).count()
        };
        let capitals_tell =
            starts(char::is_lowercase) > starts(char::is_uppercase) && !language.starts_with("de");
        Self { text, words, known, capitals_tell }
    }

    /// Of the break at the space from `end` to `start`.
    pub fn at(&self, end: usize, start: usize) -> f32 {
        let left = self.words.partition_point(|&(_, word_end)| word_end < end);
        let right = self.words.partition_point(|&(word_start, _)| word_start < start);
        let (last, next) = (self.word(left), self.word(right));
        if let Some(cost) = marks(last, next) {
            return cost;
        }
        let mut cost = pause(last);
        cost +=
            self.clinging(last, next).max(self.numbered(left, last, next)).max(self.named(left, last, next));
        // An emoji belongs to what is before it, at a beginning to what comes.
        let begins = |index: usize| index.checked_sub(1).is_none_or(|before| pause(self.word(before)) == 0.0);
        if (is_pictorial(next) && !begins(right)) || (is_pictorial(last) && begins(left)) {
            cost += SYMBOL;
        }
        if self.is_inside(end) { cost + 2.0 } else { cost }
    }

    /// Of the break at a place between two words of Thai and its like, of which the first begins at `from` and the second ends
    /// at `to`.
    pub fn between(&self, from: usize, at: usize, to: usize) -> f32 {
        let next = self.text.get(at..).unwrap_or_default();
        if next.starts_with(['ๆ', 'ฯ', 'ໆ', 'ຯ', 'ៗ', '។']) {
            return FORBIDDEN;
        }
        WORD + self.clinging_at(from, at, to)
    }

    /// By how much the words on both sides of a place cling to each other.
    pub fn clinging_at(&self, from: usize, at: usize, to: usize) -> f32 {
        let (last, next) = (self.text.get(from..at), self.text.get(at..to));
        self.clinging(last.unwrap_or_default(), next.unwrap_or_default().trim_end())
    }

    fn word(&self, index: usize) -> &'a str {
        self.words.get(index).and_then(|&(start, end)| self.text.get(start..end)).unwrap_or_default()
    }

    /// Articles, prepositions and the like, and any word of one letter.
    fn clinging(&self, last: &str, next: &str) -> f32 {
        let last = last.trim_start_matches(is_opening);
        let lone = last.chars().count() == 1 && last.chars().all(|c| c.is_lowercase() && takes_hyphens(c));
        let last = last.to_lowercase();
        let next = next.trim_end_matches(is_closing).to_lowercase();
        let has = |word: &str, clings| self.known.is_some_and(|known| known.has(word, clings));
        let letters = last.chars().count();
        let short = self.known.is_none() && letters == 2 && last.chars().all(char::is_alphabetic);
        if has(&last, Clings::Title) {
            NAME
        } else if !last.is_empty() && last.chars().all(is_chinese_numeral) {
            10.0
        } else if has(&last, Clings::Next) || lone || short {
            match letters {
                0..=3 => 13.0,
                4 | 5 => 9.0,
                _ => 6.0,
            }
        } else if has(&last, Clings::Count) {
            6.0
        } else if has(&next, Clings::Last) {
            9.0
        } else {
            0.0
        }
    }

    /// `Chapter 3`, `Part II`, `10 km`, `10 ways`, `No. 5`, `C #`.
    fn numbered(&self, left: usize, last: &str, next: &str) -> f32 {
        let plain = last.trim_start_matches(is_opening).to_lowercase();
        let is_label = self.known.is_some_and(|known| known.has(&plain, Clings::Label))
            || matches!(plain.as_str(), "#" | "№" | "§" | "n°" | "nº" | "no." | "nr." | "v.");
        let capital = last.starts_with(char::is_uppercase) && !last.ends_with(is_closing);
        if is_number(next) || is_roman(next) {
            // `Python 3.11`, `Part II:`, `Windows 11` at the end, and `the best` before `10 ways`.
            let closes = next.ends_with(is_closing) || next.contains('.') || self.text.ends_with(next);
            return match (is_label, capital) {
                (true, _) => NAME,
                (false, true) if closes || is_roman(next) => 9.0,
                (false, true) => 5.0,
                (false, false) if is_roman(next) && next != "I" => 5.0,
                _ => 1.0,
            };
        }
        if is_number(last) && !last.ends_with([':', ',', ';', ')', '!', '?', '.']) {
            let before = left.checked_sub(1).map(|before| self.word(before)).unwrap_or_default();
            let numbered = before.starts_with(char::is_uppercase) && !before.ends_with(is_closing);
            return match next.to_lowercase() {
                unit if is_unit(&unit) => NAME,
                word if self.known.is_some_and(|known| known.has(&word, Clings::Next)) => 0.0,
                _ if numbered => 1.0,
                _ => 6.0,
            };
        }
        0.0
    }

    /// `J. R. R. Tolkien`, `Plan B`, and, where capitals tell, `Ada Lovelace`.
    fn named(&self, left: usize, last: &str, next: &str) -> f32 {
        let letters = |word: &str| word.trim_end_matches(is_closing).chars().count();
        let capital = |word: &str| word.trim_start_matches(is_opening).starts_with(char::is_uppercase);
        if last.ends_with('.') && letters(last) == 1 && capital(last) {
            return INITIAL;
        }
        let alone =
            letters(next) == 1 && capital(next) && (capital(last) || !matches!(next, "A" | "I" | "O" | "E"));
        if alone && !last.ends_with(is_closing) {
            return 7.0;
        }
        let name = capital(last) && capital(next) && !last.ends_with(is_closing);
        if self.capitals_tell && name && left > 0 { 4.0 } else { 0.0 }
    }

    /// Whether a place is inside a pair of brackets or quotation marks.
    fn is_inside(&self, end: usize) -> bool {
        let before = self.text.get(..end).unwrap_or_default();
        let count = |marks: &[char]| before.chars().filter(|c| marks.contains(c)).count();
        count(&['(', '[', '“', '«', '„']) > count(&[')', ']', '”', '»'])
    }
}

/// Where marks that stand alone belong: a dash, a colon and a slash to the word before, an opening quote to the word after.
fn marks(last: &str, next: &str) -> Option<f32> {
    if next.chars().all(|c| is_closing(c) || is_dash(c) || matches!(c, '%' | '°' | '#' | '×')) {
        return Some(FORBIDDEN);
    }
    if last.chars().all(is_opening) {
        return Some(FORBIDDEN);
    }
    match (last, next) {
        (_, "&" | "+" | "=" | "×" | "x") => Some(SYMBOL),
        ("&" | "+" | "=" | "×" | "x" | "@", _) => Some(SYMBOL + 3.0),
        _ if last.chars().all(is_dash) => Some(0.0),
        _ => None,
    }
}

fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '–'
            | '—'
            | '―'
            | '/'
            | '\\'
            | '|'
            | '·'
            | '•'
            | '→'
            | '←'
            | '↔'
            | '⇒'
            | '>'
            | '~'
            | '־'
    )
}

fn is_opening(c: char) -> bool {
    matches!(
        c,
        '(' | '[' | '{' | '“' | '‘' | '«' | '‹' | '„' | '‚' | '¿' | '¡' | '"' | '\'' | '\u{2066}'
            ..='\u{2068}'
    )
}

fn is_chinese_numeral(c: char) -> bool {
    "〇零一二两兩三四五六七八九十百千万萬亿億".contains(c)
}

fn is_pictorial(word: &str) -> bool {
    word.chars().next().is_some_and(|c| c.is_emoji_char() && !c.is_ascii())
}

/// A reader pauses behind a colon, less behind a comma: there a break helps.
fn pause(last: &str) -> f32 {
    let bare = last.trim_end_matches(['"', '”', '’', '»', ')', ']', '\u{2069}']);
    match bare.chars().next_back() {
        Some(':' | '!' | '?' | '…' | ';' | '—' | '–' | '؟' | '؛' | '።' | '፡' | '।' | '՝' | '։') => {
            0.0
        }
        Some('.') if bare.chars().count() > 4 => 0.0,
        Some(',' | '،' | '፣') => 1.0,
        _ => PLAIN,
    }
}
