//! Where the ink of glyphs is.

use super::script::has_capitals;
use crate::scene::Rect;
use parley::FontData;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::{BoundingBox, GlyphMetrics};
use skrifa::raw::types::F2Dot14;
use skrifa::{FontRef, GlyphId, MetadataProvider};
use std::collections::BTreeMap;

/// A capital's height where the font does not say it, in em.
const CAPITALS_EM: f32 = 0.72;
/// What reaches further above the capitals counts as the top of a text: two accents on one letter, not one.
///
/// The ring of `Å` reaches 0.27 em above Inter's capitals, both accents of `Ế` at least 0.29.
const ACCENT_EM: f32 = 0.28;
/// From where to where an emoji reaches that is a picture, in em above the baseline.
const EMOJI_EM: (f32, f32) = (-0.18, 0.9);

/// The ink of so many glyphs is remembered; then all of it is forgotten.
const MOST_GLYPHS: usize = 20_000;

/// Where the ink of glyphs is, as far as it was asked for: the same letters come back in every title.
#[derive(Default)]
pub struct Inks {
    faces: BTreeMap<Face, BTreeMap<u16, Option<BoundingBox>>>,
    count: usize,
}

/// A font at one size.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Face {
    /// Of the font's file, and its number in it.
    font: (u64, u32),
    coordinates: Vec<i16>,
    /// Of the size in pixels.
    size_bits: u32,
}

/// The measures of one font at one size.
pub struct FaceInks<'a> {
    glyphs: Option<GlyphMetrics<'a>>,
    known: &'a mut BTreeMap<u16, Option<BoundingBox>>,
    count: &'a mut usize,
    capitals_px: f32,
    size_px: f32,
}

impl Inks {
    /// Of a font in pixels of a size; `coordinates` are a variable font's, normalized.
    pub fn of<'a>(
        &'a mut self,
        font: &'a FontData,
        coordinates: &'a [F2Dot14],
        size_px: f32,
    ) -> FaceInks<'a> {
        if self.count > MOST_GLYPHS {
            *self = Self::default();
        }
        let face = Face {
            font: (font.data.id(), font.index),
            coordinates: coordinates.iter().map(|at| at.to_bits()).collect(),
            size_bits: size_px.to_bits(),
        };
        let font = FontRef::from_index(font.data.data(), font.index).ok();
        let location = LocationRef::new(coordinates);
        let metrics = font.as_ref().map(|font| font.metrics(Size::new(size_px), location));
        let capitals = metrics.and_then(|metrics| metrics.cap_height).filter(|height| *height > 0.0);
        FaceInks {
            glyphs: font.map(|font| font.glyph_metrics(Size::new(size_px), location)),
            known: self.faces.entry(face).or_default(),
            count: &mut self.count,
            capitals_px: capitals.unwrap_or(CAPITALS_EM * size_px),
            size_px,
        }
    }
}

impl FaceInks<'_> {
    /// The ink of a glyph that stands at a point; nothing for a space.
    pub fn glyph(&mut self, id: u16, x: f32, y: f32, advance: f32) -> Option<Rect> {
        let glyphs = self.glyphs.as_ref()?;
        let bounds = *self.known.entry(id).or_insert_with(|| {
            *self.count += 1;
            glyphs.bounds(GlyphId::from(id))
        });
        let Some(bounds) = bounds.filter(|bounds| bounds.x_max > bounds.x_min) else {
            // No outline but a width, and not asked for a space: a picture.
            let (bottom, top) = EMOJI_EM;
            let picture = Rect {
                left: x,
                top: y - top * self.size_px,
                right: x + advance,
                bottom: y - bottom * self.size_px,
            };
            return (advance > 0.0).then_some(picture);
        };
        Some(Rect {
            left: x + bounds.x_min,
            top: y - bounds.y_max,
            right: x + bounds.x_max,
            bottom: y - bounds.y_min,
        })
    }

    /// What a character with this ink adds to the height of its line as people see it: above the baseline, and below.
    ///
    /// Letters that have capitals reach from the baseline to the capitals, whatever their accents and tails; the rest as far
    /// as their ink does. Signs add nothing.
    pub fn reach(&self, c: char, ink: &Rect) -> (f32, f32) {
        let (above, below) = (-ink.top, ink.bottom);
        if has_capitals(c) || c.is_ascii_digit() {
            let stacked = above > self.capitals_px + ACCENT_EM * self.size_px;
            (if stacked { above } else { self.capitals_px }, 0.0)
        } else if c.is_alphanumeric() {
            (above, below.max(0.0))
        } else {
            (0.0, 0.0)
        }
    }
}
