//! Where the phrases of Japanese and Chinese end: BudouX's models, in `assets/budoux`.

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use unicode_script::{Script, UnicodeScript};

/// What it costs to part a phrase.
pub const INSIDE: f32 = 32.0;

/// The models' features: how many characters before the place each begins, and how many it takes.
const FEATURES: [(&str, isize, usize); 13] = [
    ("UW1", -3, 1),
    ("UW2", -2, 1),
    ("UW3", -1, 1),
    ("UW4", 0, 1),
    ("UW5", 1, 1),
    ("UW6", 2, 1),
    ("BW1", -2, 2),
    ("BW2", -1, 2),
    ("BW3", 0, 2),
    ("TW1", -3, 3),
    ("TW2", -2, 3),
    ("TW3", -1, 3),
    ("TW4", 0, 3),
];

/// The weight of each feature's characters, in the features' order, and the score that a text begins with.
struct Model {
    weights: Vec<BTreeMap<String, i32>>,
    base: i32,
}

static JAPANESE: LazyLock<Model> = LazyLock::new(|| read(include_str!("../../../assets/budoux/ja.json")));
static SIMPLIFIED: LazyLock<Model> =
    LazyLock::new(|| read(include_str!("../../../assets/budoux/zh-hans.json")));
static TRADITIONAL: LazyLock<Model> =
    LazyLock::new(|| read(include_str!("../../../assets/budoux/zh-hant.json")));

/// What is known of a text without spaces: where its phrases end, and, in Chinese, its words.
#[derive(Debug, Default)]
pub struct Phrases {
    ends: Vec<usize>,
    /// The dictionary's words; nothing where only the model is asked.
    words: Option<Vec<usize>>,
}

static WORDS: LazyLock<WordSegmenterBorrowed<'static>> =
    LazyLock::new(|| WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()));

impl Phrases {
    /// Of a text in a language (BCP 47); a text with neither kana nor Chinese characters has none.
    pub fn of(text: &str, language: &str) -> Self {
        let Some(model) = model(text, language) else { return Self::default() };
        // The models of Chinese know words rather than phrases, and part long ones; the dictionary holds those together.
        let words = (!std::ptr::eq(model, &raw const *JAPANESE)).then(|| WORDS.segment_str(text).collect());
        Self { ends: ends(model, text), words }
    }

    /// What it costs to part the text at a place, in bytes.
    pub fn cost(&self, at: usize) -> f32 {
        let ends = self.ends.binary_search(&at).is_ok();
        match self.words.as_ref().map(|words| words.binary_search(&at).is_ok()) {
            None if ends => 2.0,
            Some(true) if ends => 3.0,
            Some(true) => 14.0,
            Some(false) if ends => 18.0,
            _ => INSIDE,
        }
    }

    /// The words of Chinese on both sides of a place; nothing where it is inside one.
    pub fn words_at(&self, at: usize) -> Option<(usize, usize)> {
        let words = self.words.as_ref()?;
        let index = words.binary_search(&at).ok()?;
        Some((*words.get(index.checked_sub(1)?)?, *words.get(index + 1)?))
    }
}

/// The places at which the model ends a phrase.
fn ends(model: &Model, text: &str) -> Vec<usize> {
    let mut places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    places.push(text.len());
    let slice = |from: isize, length: usize| {
        let from = usize::try_from(from).ok()?;
        let (start, end) = (*places.get(from)?, *places.get(from.checked_add(length)?)?);
        text.get(start..end)
    };
    let mut ends = Vec::new();
    for (index, &place) in places.iter().enumerate().skip(1) {
        let index = isize::try_from(index).unwrap_or(isize::MAX);
        let score: i32 = FEATURES
            .iter()
            .zip(&model.weights)
            .filter_map(|((_, from, length), weights)| weights.get(slice(index + from, *length)?))
            .sum();
        // Twice, since the base is half of a sum.
        if place < text.len() && model.base + 2 * score > 0 {
            ends.push(place);
        }
    }
    ends
}

/// Kana are Japanese; Chinese characters alone are what the language says, or simplified Chinese.
fn model(text: &str, language: &str) -> Option<&'static Model> {
    let mut has_han = false;
    for c in text.chars() {
        match c.script() {
            Script::Hiragana | Script::Katakana => return Some(&JAPANESE),
            Script::Han => has_han = true,
            Script::Hangul => return None,
            _ => {}
        }
    }
    let tag = language.to_ascii_lowercase();
    let traditional =
        ["hant", "-tw", "-hk", "-mo"].iter().any(|part| tag.contains(part)) || tag.starts_with("yue");
    match tag.as_str() {
        _ if !has_han => None,
        "ja" => Some(&JAPANESE),
        tag if tag.starts_with("ja-") => Some(&JAPANESE),
        _ if traditional => Some(&TRADITIONAL),
        _ => Some(&SIMPLIFIED),
    }
}

fn read(json: &str) -> Model {
    let mut groups: BTreeMap<String, BTreeMap<String, i32>> = serde_json::from_str(json).unwrap_or_default();
    let base = -groups.values().flat_map(BTreeMap::values).sum::<i32>();
    let weights = FEATURES.iter().map(|(name, ..)| groups.remove(*name).unwrap_or_default()).collect();
    Model { weights, base }
}
