//! Fits a title: the largest size at which it stands in few lines, and those lines of like length.

use super::bind::bind;
use super::shape::{Block, Role, Style, Typesetter};
use crate::scene::Color;
use unicode_segmentation::UnicodeSegmentation;

/// Sizes in pixels, and how many lines each may take: four only for a long title, smaller sizes before more lines.
const STEPS: &[(f32, usize)] =
    &[(84.0, 3), (76.0, 3), (68.0, 3), (60.0, 3), (60.0, 4), (54.0, 4), (48.0, 4), (44.0, 5)];
/// Tighter than text sizes ask for, since letters this large seem to stand apart.
const TRACKING_EM: f32 = -0.02;
const LEADING_EM: f32 = 1.1;
/// Halvings of the width; 2⁻¹⁰ of a card is about a pixel.
const HALVINGS: usize = 10;

/// A title with its size.
#[derive(Clone, Debug)]
pub struct Fitted {
    pub block: Block,
    pub size_px: f32,
    /// Whether an ellipsis stands for the rest.
    pub cut: bool,
}

/// Sets a title in at most `width_px` by `height_px`.
pub fn fit_title(typesetter: &mut Typesetter, title: &str, width_px: f32, height_px: f32) -> Fitted {
    let missing = typesetter.missing(title);
    let text = bind(title, &missing);
    for &(size_px, lines) in STEPS {
        let style = style(size_px, false);
        let block = typesetter.set(&text, &style, width_px);
        if fits(&block, lines, width_px, height_px) {
            return Fitted {
                block: balanced(typesetter, &text, &style, width_px, block),
                size_px,
                cut: false,
            };
        }
    }
    smallest(typesetter, &text, width_px, height_px)
}

fn style(size_px: f32, break_words: bool) -> Style {
    Style {
        role: Role::Title,
        size_px,
        tracking_em: TRACKING_EM,
        leading_em: LEADING_EM,
        color: Color::WHITE,
        break_words,
        rtl: None,
    }
}

fn fits(block: &Block, lines: usize, width_px: f32, height_px: f32) -> bool {
    block.lines.len() <= lines && block.width() <= width_px && block.height <= height_px
}

/// The narrowest setting with as many lines, moved to the edge at which the text begins.
fn balanced(typesetter: &mut Typesetter, text: &str, style: &Style, width_px: f32, widest: Block) -> Block {
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
    if best.rtl {
        for line in &mut best.lines {
            line.left += width_px - enough;
            let glyphs = line.runs.iter_mut().flat_map(|run| &mut run.glyphs);
            glyphs.for_each(|glyph| glyph.x += width_px - enough);
        }
    }
    best
}

/// At the last step words may break, and what does not fit is cut at a character as people see them.
fn smallest(typesetter: &mut Typesetter, text: &str, width_px: f32, height_px: f32) -> Fitted {
    let &(size_px, lines) = STEPS.last().unwrap_or(&(44.0, 5));
    let style = style(size_px, true);
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
