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

const AT_JOINT: f32 = 30.0;
const AT_SYLLABLE: f32 = 45.0;
const ANYWHERE: f32 = 95.0;
const HANGUL: f32 = 20.0;

/// The breaks inside a part of a text (from `start` to `end`, in bytes) that has no others.
///
/// A word in an alphabet is hyphenated, best at the joint of a compound, then where a syllable begins, at last between any two of
/// its letters. Korean and whatever is no word is parted without a hyphen, and never inside what people see as one character.
pub fn forced(text: &str, start: usize, end: usize) -> Vec<Break> {
    let Some(part) = text.get(start..end) else { return Vec::new() };
    let clusters: Vec<(usize, char)> =
        part.grapheme_indices(true).filter_map(|(at, cluster)| Some((at, cluster.chars().next()?))).collect();
    let lower: Vec<char> = clusters.iter().map(|&(_, c)| c.to_lowercase().next().unwrap_or(c)).collect();
    // For each cluster, how many letters of its word are before it.
    let mut before = 0;
    let mut letters: Vec<usize> = Vec::with_capacity(clusters.len());
    for &(_, c) in &clusters {
        letters.push(before);
        before = if is_letter(c) { before + 1 } else { 0 };
    }
    let mut after = 0;
    let mut breaks = Vec::with_capacity(clusters.len());
    for (index, (&(at, next), &before)) in clusters.iter().zip(&letters).enumerate().skip(1).rev() {
        after = if is_letter(next) { after + 1 } else { 0 };
        let Some(&(_, last)) = clusters.get(index - 1) else { continue };
        let (cost, hyphen) = if before > 0 && after > 0 {
            let inside = before >= LEAST && after >= LEAST;
            let cost = match lower.split_at_checked(index) {
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
        breaks.push(Break { cost, hyphen, forced: true, ..Break::at(start + at) });
    }
    breaks.reverse();
    breaks
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() && takes_hyphens(c)
}

fn ends_with_joint(left: &[char]) -> bool {
    JOINTS.iter().any(|joint| ends_with(left, joint) && left.len() > joint.chars().count() + 2)
}

fn ends_with(letters: &[char], end: &str) -> bool {
    let mut letters = letters.iter().rev();
    end.chars().rev().all(|c| letters.next() == Some(&c))
}

/// Whether what follows begins with a consonant and a vowel, and what is before ends in a whole sound.
///
/// A rule of thumb that holds in every alphabet here; dictionaries of hyphenation are larger than all the fonts' tables.
fn begins_syllable(left: &[char], right: &[char]) -> bool {
    let begins = matches!(right, [first, second, ..] if !is_vowel(*first) && is_vowel(*second));
    // A sound begins in the letters before and ends in those after.
    let parted = || {
        UNPARTED.iter().any(|sound| {
            sound.char_indices().skip(1).any(|(at, _)| {
                let (begin, end) = sound.split_at(at);
                ends_with(left, begin) && end.chars().zip(right).all(|(sound, letter)| sound == *letter)
            })
        })
    };
    begins && left.iter().rev().take(3).any(|c| is_vowel(*c)) && !parted()
}

fn is_vowel(c: char) -> bool {
    "aeiouyäöüåæøœáàâãéèêëíìîïóòôõúùûýăąęėıőűůāēīōūаеёиіїоуыэюяєαεηιουωάέήίόύώաեէըիոօაეიოუ".contains(c)
}
