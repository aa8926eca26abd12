//! Where the lines of a title may break, and how much each break hurts.
//!
//! Unicode's rules (UAX #14, strict) and its models for Thai, Lao, Khmer and Burmese say where a line may break at all; what
//! typographers know says what that costs, on the scale of `lines`.

mod code;
mod forced;
mod join;
mod numbers;
mod phrases;
mod spaced;
mod words;

pub use forced::forced;

use super::script::{is_cjk, is_hangul, is_without_spaces};
use super::tidy::{NBSP, tidy};
use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};
use phrases::Phrases;
use std::sync::LazyLock;

/// What is done only where nothing else can be.
pub(super) const FORBIDDEN: f32 = 60.0;
/// A hyphen that the author allowed.
const SOFT_HYPHEN: f32 = 8.0;
const INNER: f32 = 10.0;

/// A place at which a line may end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Break {
    /// Where the line's text ends, in bytes; the spaces behind it are not seen.
    pub end: usize,
    /// Where the next line begins.
    pub start: usize,
    pub cost: f32,
    /// Whether the line ends with a hyphen that is not in the text.
    pub hyphen: bool,
    /// Whether it parts a word that fits no line.
    pub forced: bool,
}

impl Break {
    /// A break that costs nothing and leaves nothing out.
    pub fn at(place: usize) -> Self {
        Self { end: place, start: place, cost: 0.0, hyphen: false, forced: false }
    }
}

/// A text and its breaks, in order.
#[derive(Debug)]
pub struct Title {
    /// Tidied, and without its soft hyphens.
    pub text: String,
    pub breaks: Vec<Break>,
    /// Inside names and addresses, for those that are wider than a line.
    pub inner: Vec<Break>,
}

static SEGMENTER: LazyLock<LineSegmenterBorrowed<'static>> =
    LazyLock::new(|| LineSegmenter::new_lstm(LineBreakOptions::default()));

impl Title {
    /// Reads a title in a language (BCP 47), without what no font has.
    pub fn read(title: &str, missing: &[char], language: &str) -> Self {
        let (text, soft) = without_soft_hyphens(&tidy(title, missing));
        let mut breaks: Vec<Break> =
            soft.into_iter().map(|at| Break { cost: SOFT_HYPHEN, hyphen: true, ..Break::at(at) }).collect();
        let mut inner = Vec::new();
        let spaced = spaced::Costs::of(&text, language);
        let phrases = Phrases::of(&text, language);
        let mut places: Vec<usize> = SEGMENTER.segment_str(&text).collect();
        places.dedup();
        for (index, &start) in places.iter().enumerate() {
            let before = text.get(..start).unwrap_or_default();
            let end = before.trim_end_matches(is_space).len();
            let (Some(last), Some(next)) = (last_char(&text, end), next_char(&text, start)) else { continue };
            if end < start {
                breaks.push(Break { end, cost: spaced.at(end, start), ..Break::at(start) });
            } else if is_hangul(last) && is_hangul(next) {
                // Korean breaks between words; `forced` parts a word that fits no line.
            } else if is_cjk(last) || is_cjk(next) {
                let words = phrases.words_at(start);
                let clinging = words.map_or(0.0, |(from, to)| spaced.clinging_at(from, start, to));
                let cost = join::cjk(&text, start, last, next, phrases.cost(start) + clinging);
                breaks.push(Break { cost, ..Break::at(start) });
            } else if is_without_spaces(last) && is_without_spaces(next) {
                let from = index.checked_sub(1).and_then(|before| places.get(before)).copied().unwrap_or(0);
                let to = places.get(index + 1).copied().unwrap_or(text.len());
                let cost = spaced.between(from, start, to);
                breaks.push(Break { cost, ..Break::at(start) });
            } else if let Some(cost) = join::letters(&text, start, last, next) {
                breaks.push(Break { cost, ..Break::at(start) });
            } else if before.chars().rev().nth(1).is_some_and(char::is_alphanumeric) {
                // A version, a time, a range: their parts say little.
                let cost = if next.is_numeric() || last_char(&text, end - 1).is_some_and(char::is_numeric) {
                    2.0 * INNER
                } else {
                    INNER
                };
                inner.push(Break { cost, ..Break::at(start) });
            }
        }
        let points = code::points(&text);
        inner.extend(points.into_iter().map(|at| Break { cost: INNER, ..Break::at(at) }));
        for breaks in [&mut breaks, &mut inner] {
            breaks.sort_by(|a, b| a.start.cmp(&b.start).then(a.cost.total_cmp(&b.cost)));
            breaks.dedup_by_key(|place| place.start);
        }
        Self { text, breaks, inner }
    }
}

/// The text, and where its soft hyphens stood in it.
fn without_soft_hyphens(text: &str) -> (String, Vec<usize>) {
    let mut soft = Vec::new();
    let mut plain = String::with_capacity(text.len());
    for (index, part) in text.split('\u{AD}').enumerate() {
        if index > 0 {
            soft.push(plain.len());
        }
        plain.push_str(part);
    }
    let is_inside = |&at: &usize| {
        let (last, next) = (last_char(&plain, at), next_char(&plain, at));
        last.zip(next).is_some_and(|(last, next)| last.is_alphanumeric() && next.is_alphanumeric())
    };
    soft.retain(is_inside);
    (plain, soft)
}

/// A space at which a line may break; it takes no room at the line's end.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, NBSP | '\u{202F}' | '\u{2007}') || c == '\u{200B}'
}

pub(super) fn last_char(text: &str, end: usize) -> Option<char> {
    text.get(..end).and_then(|text| text.chars().next_back())
}

pub(super) fn next_char(text: &str, start: usize) -> Option<char> {
    text.get(start..).and_then(|text| text.chars().next())
}
