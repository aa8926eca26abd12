//! How much a restored text proves, and whether anybody would have written it.

use super::codec::{Codec, Weight};
use std::collections::BTreeMap;
use unicode_script::{Script, UnicodeScript};

/// A run of this many characters or fewer stands out between letters of another script.
const SHORT: usize = 2;
const BETWEEN_LETTERS_BITS: f32 = 7.0;
const BESIDE_LETTER_BITS: f32 = 3.0;

/// Of the restored letters, so many are of one family of scripts.
const ONE_FAMILY: f32 = 0.9;
/// Of the runs restored to Latin, so many touch an ASCII letter, as accented letters do; this protects 眉毛 and 茅台.
const TOUCHING: f32 = 0.6;

/// What all the restored runs of a text show together.
#[derive(Debug, Default)]
pub struct Evidence {
    pub bits: f32,
    families: BTreeMap<&'static str, usize>,
    letters: usize,
    touching: usize,
}

/// What one run proves.
pub fn bits(codec: &Codec, mangled: &str, restored: &str, before: Option<char>, after: Option<char>) -> f32 {
    let each = match codec.weight {
        Weight::PerRestored(bits) => return bits * restored.chars().filter(|c| !c.is_ascii()).count() as f32,
        Weight::PerMangled(bits) => bits,
    };
    let length = mangled.chars().count();
    let lower = |c: Option<char>| c.is_some_and(|c| c.is_ascii_lowercase());
    let context = match (length <= SHORT, lower(before), lower(after)) {
        (true, true, true) => BETWEEN_LETTERS_BITS,
        (true, true, false) | (true, false, true) => BESIDE_LETTER_BITS,
        _ => 0.0,
    };
    each * length as f32 + context
}

impl Evidence {
    /// Adds a restored run with its neighbours.
    pub fn take(&mut self, restored: &str, before: Option<char>, after: Option<char>) {
        for family in restored.chars().filter_map(family) {
            *self.families.entry(family).or_default() += 1;
            self.letters += 1;
        }
        // A swallowed ASCII letter stands inside the run itself.
        let inside = restored.chars().any(|c| c.is_ascii_alphabetic());
        let beside = [before, after].into_iter().flatten().any(|c| c.is_ascii_alphabetic());
        self.touching += usize::from(inside || beside);
    }

    /// Whether so many restored runs make a text.
    pub fn is_plausible(&self, runs: usize) -> bool {
        let Some((family, count)) = self.families.iter().max_by_key(|(_, count)| **count) else {
            // Punctuation alone: quotes and dashes beside letters.
            return self.touching as f32 >= runs as f32 * TOUCHING;
        };
        let latin = *family == "Latin";
        *count as f32 >= self.letters as f32 * ONE_FAMILY
            && (!latin || self.touching as f32 >= runs as f32 * TOUCHING)
    }
}

/// The family of a letter's script; nothing for punctuation, digits and emoji.
fn family(c: char) -> Option<&'static str> {
    match c.script() {
        Script::Common | Script::Inherited | Script::Unknown => None,
        _ if c.is_ascii() => None,
        Script::Latin => Some("Latin"),
        Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul | Script::Bopomofo => {
            Some("East Asian")
        }
        other => Some(other.full_name()),
    }
}
