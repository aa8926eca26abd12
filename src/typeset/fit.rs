//! Fits a text: the largest size at which it stands in few lines, and those lines of like length.

use super::bind::bind;
use super::shape::{Align, Block, Style, Typesetter};
use unicode_segmentation::UnicodeSegmentation;

/// Halvings of the width; 2⁻¹⁰ of a card is about a pixel.
const HALVINGS: usize = 10;

/// A size, and the lines that a text may take at it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    pub size_px: f32,
    pub lines: usize,
}

/// A text that has to go into a box.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    pub text: &'a str,
    /// Its size is that of the steps.
    pub style: Style<'a>,
    /// From the largest to the smallest; a text that does not fit at the last is cut.
    pub steps: &'a [Step],
    pub width_px: f32,
    /// From the top of the first line's capitals to the last baseline.
    pub height_px: f32,
}

/// A text that was set, with its size.
#[derive(Clone, Debug)]
pub struct Fitted {
    pub block: Block,
    pub size_px: f32,
    /// Whether an ellipsis stands for the rest.
    pub cut: bool,
}

/// Sets a text in its box, flush with the edge that its style names, in lines of like length.
pub fn fit(typesetter: &mut Typesetter, asked: &Text<'_>) -> Fitted {
    let missing = typesetter.missing(asked.text);
    let text = bind(asked.text, &missing);
    for step in asked.steps {
        let style = Style { size_px: step.size_px, ..asked.style };
        let block = typesetter.set(&text, &style, asked.width_px);
        if fits(&block, step.lines, asked.width_px, asked.height_px) {
            return Fitted {
                block: balanced(typesetter, &text, &style, asked.width_px, block),
                size_px: step.size_px,
                cut: false,
            };
        }
    }
    smallest(typesetter, &text, asked)
}

fn fits(block: &Block, lines: usize, width_px: f32, height_px: f32) -> bool {
    block.lines.len() <= lines
        && block.width() <= width_px
        && block.height - block.trim_top - block.trim_bottom <= height_px
}

/// The narrowest setting with as many lines, moved to the edge at which the text begins.
fn balanced(
    typesetter: &mut Typesetter,
    text: &str,
    style: &Style<'_>,
    width_px: f32,
    widest: Block,
) -> Block {
    if widest.lines.len() < 2 {
        return widest;
    }
    let lines = widest.lines.len();
    let (mut too_narrow, mut enough, mut best) = (width_px / 2.0, width_px, widest);
    for _ in 0..HALVINGS {
        let middle = (too_narrow + enough) / 2.0;
        let block = typesetter.set(text, style, middle);
        if fits(&block, lines, middle, f32::INFINITY) {
            enough = middle;
            best = block;
        } else {
            too_narrow = middle;
        }
    }
    let moved = match (style.align, best.rtl) {
        (Align::Start, false) | (Align::End, true) => 0.0,
        (Align::Center, _) => (width_px - enough) / 2.0,
        (Align::Start, true) | (Align::End, false) => width_px - enough,
    };
    for line in &mut best.lines {
        line.left += moved;
        line.runs.iter_mut().flat_map(|run| &mut run.glyphs).for_each(|glyph| glyph.x += moved);
    }
    best
}

/// At the last step words may break, and what does not fit is cut at a character as people see them.
fn smallest(typesetter: &mut Typesetter, text: &str, asked: &Text<'_>) -> Fitted {
    let Step { size_px, lines } =
        asked.steps.last().copied().unwrap_or(Step { size_px: asked.style.size_px, lines: 1 });
    let (width_px, height_px) = (asked.width_px, asked.height_px);
    let style = Style { size_px, break_words: true, ..asked.style };
    let whole = typesetter.set(text, &style, width_px);
    if fits(&whole, lines, width_px, height_px) {
        return Fitted { block: whole, size_px, cut: false };
    }
    let ends: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
    let shortened = |length: usize| {
        let end = ends.get(length).copied().unwrap_or(text.len());
        let kept = text.get(..end).unwrap_or_default();
        // Back to the end of a word, where there are words.
        let inside = text.get(end..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
        let whole = kept.rsplit_once(' ').filter(|_| inside).map_or(kept, |(whole, _)| whole);
        format!("{}…", whole.trim_end_matches(|c: char| !c.is_alphanumeric()))
    };
    let (mut fitting, mut too_long) = (0, ends.len());
    while too_long - fitting > 1 {
        let middle = usize::midpoint(fitting, too_long);
        if fits(&typesetter.set(&shortened(middle), &style, width_px), lines, width_px, height_px) {
            fitting = middle;
        } else {
            too_long = middle;
        }
    }
    Fitted { block: typesetter.set(&shortened(fitting), &style, width_px), size_px, cut: true }
}
