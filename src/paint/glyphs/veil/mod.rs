//! The glyphs of a run that lets something through, mixed in once: where two touch, such as the feet of two ones, the ink is no
//! stronger than elsewhere.

#[cfg(test)]
mod tests;

use super::blend;
use crate::scene::{Color, Picture};

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

    /// Covers a pixel as much as the glyph that covers it most.
    pub fn cover(&mut self, x: i64, y: i64, coverage: f32) {
        let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else { return };
        let Some(row) = self.rows.get_mut(y).filter(|_| x < self.width) else { return };
        if row.is_empty() {
            row.resize(self.width, 0.0);
        }
        if let Some(share) = row.get_mut(x) {
            *share = share.max(coverage);
        }
    }

    /// Mixes the colour in.
    pub fn lay_onto(&self, picture: &mut Picture, color: Color) {
        for (y, row) in self.rows.iter().enumerate() {
            for (x, &share) in row.iter().enumerate() {
                if share > 0.0 {
                    blend(picture, x as i64, y as i64, color, share);
                }
            }
        }
    }
}
