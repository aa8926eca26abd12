//! Shortens a text that is too long at every size: whole words, then an ellipsis.

use super::block::Block;
use super::breaks::Title;
use super::fit::{Fitted, Setting, Step, Text};
use super::shape::Typesetter;
use unicode_segmentation::UnicodeSegmentation;

/// Behind a break that costs more than this there is no good place to stop: an article, the middle of a phrase.
const CLINGS: f32 = 8.0;
/// Of what would fit, at most this is given up to stop at a good place.
const GIVEN_UP: f32 = 0.5;

/// Sets as much of a text as the last step holds, with an ellipsis behind it.
pub fn cut(typesetter: &mut Typesetter, title: &Title, asked: &Text<'_>, last: Step) -> Fitted {
    let good: Vec<usize> = title
        .breaks
        .iter()
        .filter(|place| place.cost <= CLINGS && !place.hyphen)
        .map(|place| place.end)
        .collect();
    let any: Vec<usize> = title.breaks.iter().filter(|place| !place.hyphen).map(|place| place.end).collect();
    let characters: Vec<usize> = title.text.grapheme_indices(true).map(|(at, _)| at).collect();
    let mut set = |ends: &[usize]| longest(typesetter, title, asked, last, ends);
    let at_good = set(&good);
    let at_any = set(&any);
    let chosen = match (at_good, at_any) {
        (Some(good), Some(any)) if good.0 as f32 >= any.0 as f32 * (1.0 - GIVEN_UP) => Some(good),
        (_, any) => any,
    };
    let block = chosen.or_else(|| set(&characters)).map_or_else(|| Block::empty(false), |(_, block)| block);
    Fitted { block, size_px: last.size_px, cut: true }
}

/// The longest beginning that fits, out of those that end at one of `ends`, with its length.
fn longest(
    typesetter: &mut Typesetter,
    title: &Title,
    asked: &Text<'_>,
    last: Step,
    ends: &[usize],
) -> Option<(usize, Block)> {
    let (mut fitting, mut too_long) = (0, ends.len());
    let mut best = None;
    while fitting < too_long {
        let middle = usize::midpoint(fitting, too_long);
        let end = *ends.get(middle)?;
        match shortened(typesetter, title, asked, last, end) {
            Some(block) => {
                best = Some((end, block));
                fitting = middle + 1;
            }
            None => too_long = middle,
        }
    }
    best
}

/// The text up to a place, with an ellipsis, if that fits.
fn shortened(
    typesetter: &mut Typesetter,
    title: &Title,
    asked: &Text<'_>,
    last: Step,
    end: usize,
) -> Option<Block> {
    let kept = title.text.get(..end)?.trim_end_matches(|c: char| !c.is_alphanumeric() && !closes(c));
    let open = kept.chars().filter(|c| matches!(c, '\u{2066}'..='\u{2068}')).count();
    let closed = kept.chars().filter(|&c| c == '\u{2069}').count();
    // The ellipsis runs as the text does, not as a name inside it.
    let isolates = "\u{2069}".repeat(open.saturating_sub(closed));
    let text = format!("{kept}{isolates}…");
    let shorter = Title::read(&text, &[], asked.style.language);
    let (block, _) = Setting::of(typesetter, &shorter, asked, &[last]).best(typesetter)?;
    Some(block)
}

/// Marks that belong to the word before them and stay with it.
fn closes(c: char) -> bool {
    matches!(
        c,
        ')' | ']' | '”' | '’' | '»' | '」' | '』' | '）' | '》' | '】' | '%' | '°' | '+' | '#' | '\u{2069}'
    ) || (!c.is_ascii_punctuation() && !c.is_whitespace() && !is_pause(c))
}

fn is_pause(c: char) -> bool {
    matches!(
        c,
        '—' | '–'
            | '…'
            | '·'
            | '、'
            | '，'
            | '。'
            | '：'
            | '；'
            | '！'
            | '？'
            | '،'
            | '؛'
            | '؟'
            | '“'
            | '„'
            | '«'
            | '「'
            | '『'
            | '（'
            | '‘'
            | '¿'
            | '¡'
    )
}
