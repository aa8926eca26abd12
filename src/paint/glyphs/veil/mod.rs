//! The glyphs of a run that lets something through, mixed in once: where two touch, such as the feet of two ones, the ink is no
//! stronger than elsewhere.

#[cfg(test)]
mod tests;

use super::blend;
use crate::scene::{Color, Picture};
use std::ops::Range;

/// How much of each pixel some glyph covers, from 0 to 1.
pub struct Veil {
    width: usize,
    height: usize,
    shares: Vec<f32>,
    /// The rows that are touched.
    rows: Range<usize>,
}

impl Veil {
    /// Over a picture, with nothing on it.
    pub fn over(picture: &Picture) -> Self {
        let (width, height) = (picture.width_px as usize, picture.height_px as usize);
        Self { width, height, shares: vec![0.0; width * height], rows: height..0 }
    }

    /// Covers a pixel as much as the glyph that covers it most.
    pub fn cover(&mut self, x: i64, y: i64, coverage: f32) {
        let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else { return };
        if x >= self.width || y >= self.height {
            return;
        }
        if let Some(share) = self.shares.get_mut(y * self.width + x) {
            *share = share.max(coverage);
            self.rows = self.rows.start.min(y)..self.rows.end.max(y + 1);
        }
    }

    /// Mixes the colour in.
    pub fn lay_onto(&self, picture: &mut Picture, color: Color) {
        let rows = self.shares.chunks_exact(self.width.max(1)).enumerate();
        for (y, row) in rows.take(self.rows.end).skip(self.rows.start) {
            for (x, &share) in row.iter().enumerate() {
                if share > 0.0 {
                    blend(picture, x as i64, y as i64, color, share);
                }
            }
        }
    }
}
