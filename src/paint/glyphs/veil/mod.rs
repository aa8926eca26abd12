//! The glyphs of a run that lets something through, mixed in once: where two touch, such as the feet of two ones, the ink is no
//! stronger than elsewhere.

#[cfg(test)]
mod tests;

use super::ink::{Ink, visible};
use crate::scene::Picture;

/// How much of each pixel some glyph covers, from 0 to 1.
pub struct Veil {
    width: usize,
    /// From the top; those that no glyph touches are empty.
    rows: Vec<Vec<f32>>,
}

impl Veil {
    /// Over a picture, with nothing on it.
    pub fn over(picture: &Picture) -> Self {
        Self { width: picture.width_px as usize, rows: vec![Vec::new(); picture.height_px as usize] }
    }

    /// Covers pixels of a row as much as the glyph that covers them most.
    pub fn cover(&mut self, left: i64, y: i64, coverage: &[f32]) {
        let Some((y, left, coverage)) = visible(left, y, coverage, self.width, self.rows.len()) else {
            return;
        };
        let Some(row) = self.rows.get_mut(y) else { return };
        if row.is_empty() {
            row.resize(self.width, 0.0);
        }
        for (share, coverage) in row.iter_mut().skip(left).zip(coverage) {
            *share = share.max(*coverage);
        }
    }

    /// Mixes the ink in.
    pub fn lay_onto(&self, picture: &mut Picture, ink: &Ink) {
        for (y, row) in (0..).zip(&self.rows) {
            ink.lay(picture, 0, y, row);
        }
    }
}
