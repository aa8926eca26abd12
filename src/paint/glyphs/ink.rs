//! Rows of ink, laid over a picture.

use crate::paint::byte::nearest;
use crate::scene::{Color, Picture};

/// Less than this changes no byte, and more than all but this is the ink itself: the rasteriser's sums leave a hair behind glyphs, and take one
/// from their insides.
const HAIR: f32 = 1.0 / 1024.0;

/// A colour that is mixed in sRGB, as designers and browsers do: in linear light white text would look bolder than it was drawn.
pub struct Ink {
    /// Red, green and blue from 0 to 255.
    color: [f32; 3],
    bytes: [u8; 3],
    alpha: f32,
}

impl Ink {
    pub fn of(color: Color) -> Self {
        let numbers = [color.red, color.green, color.blue].map(|channel| channel * 255.0);
        Self { color: numbers, bytes: numbers.map(nearest), alpha: color.alpha }
    }

    /// Lays it over a row from a column on; `coverage` says how much of each pixel, from 0 to 1.
    pub fn lay(&self, picture: &mut Picture, left: i64, y: i64, coverage: &[f32]) {
        let (width, height) = (picture.width_px as usize, picture.height_px as usize);
        let Some((y, left, coverage)) = visible(left, y, coverage, width, height) else { return };
        let pixels = picture.rgb.as_chunks_mut::<3>().0.get_mut(y * width + left..).unwrap_or_default();
        for (pixel, &coverage) in pixels.iter_mut().zip(coverage) {
            let alpha = self.alpha * coverage;
            if alpha > 1.0 - HAIR {
                *pixel = self.bytes;
            } else if alpha > HAIR {
                for (below, above) in pixel.iter_mut().zip(self.color) {
                    let own = f32::from(*below);
                    *below = nearest(own + (above - own) * alpha);
                }
            }
        }
    }
}

/// The row and the column where a row of ink begins in a picture of a size, and what of it lies there; nothing where all of it is outside.
pub fn visible(
    left: i64,
    y: i64,
    coverage: &[f32],
    width: usize,
    height: usize,
) -> Option<(usize, usize, &[f32])> {
    let y = usize::try_from(y).ok().filter(|y| *y < height)?;
    let hidden = usize::try_from(left.saturating_neg().max(0)).ok()?;
    let left = usize::try_from(left.max(0)).ok()?;
    let room = width.checked_sub(left)?;
    let coverage = coverage.get(hidden..)?;
    Some((y, left, coverage.get(..room).unwrap_or(coverage)))
}

#[cfg(test)]
mod tests {
    use super::{Ink, visible};
    use crate::scene::{Color, Picture};

    #[test]
    fn what_lies_outside_of_the_picture_is_left_away() {
        let row = [1.0, 2.0, 3.0];
        assert_eq!(visible(1, 0, &row, 8, 2), Some((0, 1, row.as_slice())));
        assert_eq!(visible(-1, 1, &row, 8, 2), Some((1, 0, [2.0, 3.0].as_slice())));
        assert_eq!(visible(6, 1, &row, 8, 2), Some((1, 6, [1.0, 2.0].as_slice())));
        assert_eq!(visible(-1, 1, &row, 1, 2), Some((1, 0, [2.0].as_slice())));
        for (left, y) in [(0, -1), (0, 2), (9, 0), (-4, 0), (i64::MAX, 0), (i64::MIN, i64::MIN)] {
            assert_eq!(visible(left, y, &row, 8, 2), None, "{left}, {y}");
        }
    }

    #[test]
    fn ink_covers_as_much_as_it_is_said_to() {
        let mut picture = Picture { width_px: 4, height_px: 1, rgb: vec![100; 12], alpha: None };
        let coverage = [0.0, 0.5, 0.999_999_9, 1.000_000_1];
        Ink::of(Color::WHITE).lay(&mut picture, 0, 0, &coverage);
        assert_eq!(picture.rgb, [100, 100, 100, 178, 178, 178, 255, 255, 255, 255, 255, 255]);
        Ink::of(Color::BLACK.with_alpha(0.5)).lay(&mut picture, -3, 0, &coverage);
        assert_eq!(picture.rgb.first_chunk(), Some(&[50; 3]));
    }
}
