//! Which clusters are shown as emoji, in colour, and which as letters (UTS #51, sections 1.4 and 4.3).

use unicode_properties::UnicodeEmoji;
use unicode_properties::emoji::EmojiStatus;

const TEXT_SELECTOR: char = '\u{FE0E}';
const EMOJI_SELECTOR: char = '\u{FE0F}';
const JOINER: char = '\u{200D}';
const KEYCAP: char = '\u{20E3}';

/// Whether a grapheme cluster is shown in colour: `❤️`, `👍🏽` and `🇫🇷` are, `❤`, `©` and `1` are not.
pub fn is_emoji(cluster: &str) -> bool {
    let mut chars = cluster.chars();
    let Some(first) = chars.next() else { return false };
    let second = chars.next();
    if first.is_ascii() {
        return cluster.contains(KEYCAP) && matches!(first, '0'..='9' | '#' | '*');
    }
    if is_flag_letter(first) {
        return true;
    }
    if second == Some(TEXT_SELECTOR) || !first.is_emoji_char() {
        return false;
    }
    second == Some(EMOJI_SELECTOR)
        || second.is_some_and(is_skin_tone)
        || cluster.contains(JOINER)
        || is_colored_by_itself(first)
}

/// The characters of an emoji that need a glyph; selectors, joiners, tags and skin tones that change another do not.
pub fn parts(cluster: &str) -> impl Iterator<Item = char> + '_ {
    let keycap = cluster.contains(KEYCAP);
    cluster.chars().enumerate().filter_map(move |(at, c)| {
        let silent = matches!(c, TEXT_SELECTOR | EMOJI_SELECTOR | JOINER | '\u{E0020}'..='\u{E007F}');
        let changes_another = at > 0 && is_skin_tone(c);
        (!(silent || changes_another || keycap && c != KEYCAP)).then_some(c)
    })
}

fn is_flag_letter(c: char) -> bool {
    matches!(c, '\u{1F1E6}'..='\u{1F1FF}')
}

fn is_skin_tone(c: char) -> bool {
    matches!(c, '\u{1F3FB}'..='\u{1F3FF}')
}

/// `Emoji_Presentation`.
fn is_colored_by_itself(c: char) -> bool {
    matches!(
        c.emoji_status(),
        EmojiStatus::EmojiPresentation
            | EmojiStatus::EmojiPresentationAndModifierBase
            | EmojiStatus::EmojiPresentationAndEmojiComponent
            | EmojiStatus::EmojiPresentationAndModifierAndEmojiComponent
    )
}
