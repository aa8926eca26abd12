//! The text as it is set: spaces folded, and nothing in it that would be drawn as a box.

use unicode_properties::emoji::{is_regional_indicator, is_zwj};
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeEmoji, UnicodeGeneralCategory};
use unicode_segmentation::UnicodeSegmentation;

pub(super) const NBSP: char = '\u{A0}';
const ENCLOSING_KEYCAP: char = '\u{20E3}';

/// The title on one line, without control characters, marks that stand on no letter, and what no font has.
///
/// What people see as one character is kept or left out as a whole: no flag is halved, and no accent loses its letter.
pub fn tidy(title: &str, missing: &[char]) -> String {
    let mut tidied = String::with_capacity(title.len());
    let mut space = None;
    // Whether something was left out since the space: then the space before a full stop goes with it.
    let mut left_out = false;
    for cluster in title.graphemes(true) {
        let Some(first) = cluster.chars().next() else { continue };
        if first.is_whitespace() {
            space = Some(wider(space, first));
            left_out = false;
            continue;
        }
        // Some scripts have marks that begin a cluster of their own, behind a letter.
        let lone = is_mark(first) && (space.is_some() || left_out || tidied.is_empty());
        let kept = if lone { String::new() } else { kept(cluster, first, missing) };
        if kept.is_empty() {
            left_out = true;
            continue;
        }
        let closes = matches!(first, '.' | ',' | ':' | ';' | '!' | '?' | ')' | ']');
        let drops = tidied.is_empty() || (left_out && closes);
        tidied.extend(space.take().filter(|_| !drops));
        tidied.push_str(&kept);
        left_out = false;
    }
    tidied
}

fn is_mark(c: char) -> bool {
    c.general_category_group() == GeneralCategoryGroup::Mark
}

/// The space that stands for a run of spaces: one that holds words together outlives the others.
fn wider(so_far: Option<char>, space: char) -> char {
    match (so_far, space) {
        (Some(NBSP), _) | (_, NBSP | '\u{202F}' | '\u{2007}') => NBSP,
        (None | Some('\u{3000}'), '\u{3000}') => '\u{3000}',
        _ => ' ',
    }
}

/// What is left of a cluster: all of it, as a rule.
fn kept(cluster: &str, first: char, missing: &[char]) -> String {
    if is_noise(first) || missing.contains(&first) {
        return String::new();
    }
    if !cluster.chars().any(|c| missing.contains(&c)) {
        return cluster.to_owned();
    }
    if is_regional_indicator(first) {
        return String::new();
    }
    let mut kept: String = cluster.chars().filter(|c| !missing.contains(c)).collect();
    // A joiner with nothing behind it, and the selector of a keycap that is not there.
    kept.truncate(kept.trim_end_matches(is_zwj).len());
    if first.is_ascii() && !kept.contains(ENCLOSING_KEYCAP) {
        kept.retain(|c| c != '\u{FE0F}');
    }
    kept
}

/// Controls, and characters that stand for none. Direction marks, isolates, joiners and soft hyphens have their use.
fn is_noise(c: char) -> bool {
    let useful = matches!(
        c,
        '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}'
    );
    let unseen = matches!(
        c.general_category(),
        GeneralCategory::Control
            | GeneralCategory::Format
            | GeneralCategory::Surrogate
            | GeneralCategory::Unassigned
            | GeneralCategory::LineSeparator
            | GeneralCategory::ParagraphSeparator
    );
    (unseen && !useful && !c.is_emoji_char()) || matches!(c, '\u{FFFC}' | '\u{FFFD}')
}
