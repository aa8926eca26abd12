//! Where the ink of a text is, found by painting it: the measure owes nothing to the one that placed it.

use crate::card::compose::runs;
use crate::card::layout::PlacedText;
use crate::paint;
use crate::scene::{Color, GlyphRun, Item, Picture, Rect};

/// Ink is looked for so far beyond the card's edges.
const BEYOND_PX: usize = 200;
/// No emoji is of this colour.
const PAPER: [u8; 3] = [97, 3, 201];
/// A channel differs by more than this where there is ink, not just the haze of an edge.
const HAZE: u8 = 12;

/// Paper on which runs are painted, and which is larger than the card.
pub struct Paper {
    picture: Picture,
    clean: Vec<u8>,
}

impl Paper {
    pub fn new((width_px, height_px): (u32, u32)) -> Self {
        let (width_px, height_px) = (width_px + 2 * BEYOND_PX as u32, height_px + 2 * BEYOND_PX as u32);
        let row: Vec<u8> = PAPER.into_iter().cycle().take(width_px as usize * 3).collect();
        let rgb = row.repeat(height_px as usize);
        Self { picture: Picture { width_px, height_px, rgb, alpha: None }, clean: row }
    }

    /// The box of what these runs paint, in pixels of the card; nothing where they paint nothing.
    pub fn ink(&mut self, runs: impl Iterator<Item = GlyphRun>) -> Option<Rect> {
        let moved = runs.map(|mut run| {
            for glyph in &mut run.glyphs {
                glyph.x += BEYOND_PX as f32;
                glyph.y += BEYOND_PX as f32;
            }
            run.color = Color::WHITE;
            Item::Glyphs(run)
        });
        paint::paint_items(&mut self.picture, &moved.collect::<Vec<_>>());
        let mut found: Option<(usize, usize, usize, usize)> = None;
        for (y, row) in self.picture.rgb.chunks_exact_mut(self.clean.len()).enumerate() {
            if row == self.clean {
                continue;
            }
            let inked = |pixel: &[u8; 3]| pixel.iter().zip(PAPER).any(|(a, b)| a.abs_diff(b) > HAZE);
            let pixels = row.as_chunks::<3>().0;
            if let Some(left) = pixels.iter().position(inked) {
                let right = pixels.iter().rposition(inked).unwrap() + 1;
                found = Some(match found {
                    None => (left, y, right, y + 1),
                    Some((l, top, r, _)) => (l.min(left), top, r.max(right), y + 1),
                });
            }
            row.copy_from_slice(&self.clean);
        }
        let px = |at: usize| at as f32 - BEYOND_PX as f32;
        found.map(|(left, top, right, bottom)| Rect {
            left: px(left),
            top: px(top),
            right: px(right),
            bottom: px(bottom),
        })
    }

    /// The box of a text's ink.
    pub fn text(&mut self, text: &PlacedText) -> Option<Rect> {
        self.ink(runs(text, Color::WHITE))
    }
}
