//! The last resort: breaks inside a word that fits no line.

use super::super::script::{is_hangul, takes_hyphens};
use super::{Break, FORBIDDEN};
use unicode_segmentation::UnicodeSegmentation;

/// The letters that stay together at either end of a parted word.
const LEAST: usize = 3;
/// Where German compounds have their joints; what comes after begins a new word.
const JOINTS: [&str; 9] = ["ungs", "heits", "keits", "schafts", "tions", "täts", "ings", "tums", "lings"];
/// Letters that are written as two or three and sound as one.
const UNPARTED: [&str; 14] =
    ["sch", "ch", "ck", "ph", "th", "sh", "qu", "gh", "ll", "rr", "ny", "gn", "lj", "nj"];

const AT_JOINT: f32 = 22.0;
const AT_SYLLABLE: f32 = 30.0;
const ANYWHERE: f32 = 80.0;
const HANGUL: f32 = 20.0;

/// The breaks inside a part of a text (from `start` to `end`, in bytes) that has no others.
///
/// A word in an alphabet is hyphenated, best at the joint of a compound, then where a syllable begins, at last between any two of
/// its letters. Korean and whatever is no word is parted without a hyphen, and never inside what people see as one character.
pub fn forced(text: &str, start: usize, end: usize) -> Vec<Break> {
    let Some(part) = text.get(start..end) else { return Vec::new() };
    let clusters: Vec<(usize, &str)> = part.grapheme_indices(true).collect();
    let first = |index: usize| clusters.get(index).and_then(|(_, cluster)| cluster.chars().next());
    let mut breaks = Vec::new();
    for (index, &(at, _)) in clusters.iter().enumerate().skip(1) {
        let (Some(last), Some(next)) = (first(index - 1), first(index)) else { continue };
        let place = start + at;
        let alike = |c: &char| c.is_alphabetic() && takes_hyphens(*c);
        let before = (0..index).rev().map_while(first).take_while(alike).count();
        let after = (index..clusters.len()).map_while(first).take_while(alike).count();
        let (cost, hyphen) = if before > 0 && after > 0 {
            let inside = before >= LEAST && after >= LEAST;
            let cost = match part.split_at_checked(at) {
                Some((left, _)) if inside && ends_with_joint(left) => AT_JOINT,
                Some((left, right)) if inside && begins_syllable(left, right) => AT_SYLLABLE,
                _ => ANYWHERE,
            };
            (cost, true)
        } else if is_hangul(last) && is_hangul(next) {
            (HANGUL, false)
        } else if next.is_alphanumeric() {
            (ANYWHERE - 10.0, false)
        } else {
            // Before a mark, which would begin a line.
            (ANYWHERE + FORBIDDEN, false)
        };
        breaks.push(Break { cost, hyphen, forced: true, ..Break::at(place) });
    }
    breaks
}

fn ends_with_joint(left: &str) -> bool {
    let left = left.to_lowercase();
    JOINTS.iter().any(|joint| left.ends_with(joint) && left.len() > joint.len() + 2)
}

/// Whether what follows begins with a consonant and a vowel, and what is before ends in a whole sound.
///
/// A rule of thumb that holds in every alphabet here; dictionaries of hyphenation are larger than all the fonts' tables.
fn begins_syllable(left: &str, right: &str) -> bool {
    let tail: String = left.chars().rev().take(3).collect::<Vec<char>>().into_iter().rev().collect();
    let around = format!("{tail}{}", right.chars().take(2).collect::<String>()).to_lowercase();
    let middle = tail.to_lowercase().len();
    let parted = UNPARTED
        .iter()
        .any(|sound| around.match_indices(sound).any(|(at, _)| at < middle && middle < at + sound.len()));
    let mut after = right.chars();
    let begins = after.next().is_some_and(|c| !is_vowel(c)) && after.next().is_some_and(is_vowel);
    begins && !parted && left.chars().rev().take(3).any(is_vowel)
}

fn is_vowel(c: char) -> bool {
    let c = c.to_lowercase().next().unwrap_or(c);
    "aeiouyäöüåæøœáàâãéèêëíìîïóòôõúùûýăąęėıőűůāēīōūаеёиіїоуыэюяєαεηιουωάέήίόύώաեէըիոօაეიოუ".contains(c)
}
