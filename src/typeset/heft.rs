//! How much heavier a font is than what was asked for, where there is no lighter one.

use super::script::{is_cjk, is_hangul};
use parley::FontData;
use skrifa::raw::types::Tag;
use skrifa::{FontRef, MetadataProvider};

/// What a hundred units of weight add to a stroke, in em; chosen by eye, so that the characters of a date in Noto Sans CJK look no
/// bolder than Inter's figures beside them, while their thinnest strokes stay.
const STROKE_EM: f32 = 0.011;
/// A difference that nobody sees.
const LEAST: f32 = 100.0;

/// By how much each stroke of a font is to be thinner, in pixels.
///
/// Only for the characters of East Asia: those fonts are so large that one weight is carried, while others have the weight that
/// was asked for.
pub fn surplus_px(font: &FontData, first: Option<char>, weight: f32, size_px: f32) -> f32 {
    if !first.is_some_and(|c| is_cjk(c) || is_hangul(c)) {
        return 0.0;
    }
    let Ok(font) = FontRef::from_index(font.data.data(), font.index) else { return 0.0 };
    let varies = font.axes().iter().any(|axis| axis.tag() == Tag::new(b"wght"));
    let surplus = font.attributes().weight.value() - weight;
    if varies || surplus < LEAST { 0.0 } else { surplus / 100.0 * STROKE_EM * size_px }
}
