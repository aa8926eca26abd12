//! How much restored runs prove, and whether anybody would have written them.

use super::codec::{Codec, Weight};
use super::run::Run;
use std::collections::{BTreeMap, BTreeSet};
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
pub struct Evidence<'a> {
    pub bits: f32,
    pub runs: usize,
    families: BTreeMap<&'static str, usize>,
    touching: usize,
    seen: BTreeSet<Run<'a>>,
}

impl<'a> Evidence<'a> {
    /// Adds a run, of which `mangled` was restored.
    pub fn take(&mut self, codec: &Codec, run: Run<'a>, mangled: &str, restored: &str) {
        self.runs += 1;
        for family in restored.chars().filter_map(family) {
            *self.families.entry(family).or_default() += 1;
        }
        // A swallowed ASCII letter stands inside the run itself.
        let inside = restored.chars().any(|c| c.is_ascii_alphabetic());
        let beside = [run.before, run.after].into_iter().flatten().any(|c| c.is_ascii_alphabetic());
        self.touching += usize::from(inside || beside);
        // The same name ten times proves no more than once.
        if self.seen.insert(run) {
            self.bits += bits(codec, run, mangled, restored);
        }
    }

    /// Whether the restored runs make a text.
    pub fn is_plausible(&self, codec: &Codec) -> bool {
        let touches = self.touching as f32 >= self.runs as f32 * TOUCHING;
        let letters: usize = self.families.values().sum();
        match self.families.iter().max_by_key(|(_, count)| **count) {
            Some((_, count)) if (*count as f32) < letters as f32 * ONE_FAMILY => false,
            Some((&LATIN, _)) => touches,
            Some(_) => true,
            // Quotes and dashes stand beside letters; emoji do not, but no text by accident reads as them in windows-1252.
            None => touches || matches!(codec.weight, Weight::PerRestored(_)),
        }
    }

    /// Whether a run is of the letters that were restored: somebody may have written it later.
    pub fn is_familiar(&self, run: &str) -> bool {
        run.chars().filter_map(family).all(|family| self.families.contains_key(family))
    }
}

/// What one run proves.
fn bits(codec: &Codec, run: Run<'_>, mangled: &str, restored: &str) -> f32 {
    let each = match codec.weight {
        Weight::PerRestored(bits) => return bits * restored.chars().filter(|c| !c.is_ascii()).count() as f32,
        Weight::PerMangled(bits) => bits,
    };
    let length = mangled.chars().count();
    let lower = |c: Option<char>| c.is_some_and(|c| c.is_ascii_lowercase());
    let context = match (length <= SHORT, lower(run.before), lower(run.after)) {
        (true, true, true) => BETWEEN_LETTERS_BITS,
        (true, true, false) | (true, false, true) => BESIDE_LETTER_BITS,
        _ => 0.0,
    };
    each * length as f32 + context
}

const LATIN: &str = "Latin";

/// The family of a letter's script; nothing for punctuation, digits, emoji and ASCII.
fn family(c: char) -> Option<&'static str> {
    match c.script() {
        _ if c.is_ascii() => None,
        Script::Common | Script::Inherited | Script::Unknown => None,
        Script::Latin => Some(LATIN),
        Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul | Script::Bopomofo => {
            Some("East Asian")
        }
        other => Some(other.full_name()),
    }
}
