//! A picture's samples, block by block in the order in which they are coded (ITU-T T.81, A.2.3): who reads them one after the other waits for
//! none.

use super::Chroma;
use super::ycbcr::{chunks, ycbcr};
use crate::paint::byte::PIXELS;
use crate::scene::Picture;
use wide::bytemuck::cast;
use wide::{i16x8, i32x4, u8x16, u16x8};

/// The sides of an MCU of 4:2:0.
const MCU_PX: usize = PIXELS;

/// The mean square, over both chroma planes, of what 4:2:0 takes from an MCU, from which on it is seen.
///
/// It was found with 28 cards. White text over photos and over our own backdrops loses up to 46 and differs by less than 0.025 in
/// OKLab, which nobody sees; coloured words and lines lose from 73 (over a photo) to 1,074 and differ by 0.03 to 0.15.
const SEEN: i32 = 64;

/// Eight by eight samples of one plane, in rows from the top.
pub type Square = [u8; 64];

/// The squares of all MCUs, in rows from the top. Those at the right and at the bottom are filled up with the last pixel of each row and column.
pub struct Samples {
    pub chroma: Chroma,
    squares: Vec<Square>,
}

impl Samples {
    /// All colour: one square of each plane in an MCU.
    pub fn full(picture: &Picture) -> Self {
        let columns = (picture.width_px as usize).div_ceil(8);
        let rows = (picture.height_px as usize).div_ceil(8);
        let mut squares = vec![[0; 64]; 3 * columns * rows];
        for (top, band) in (0..).step_by(8).zip(squares.chunks_exact_mut(3 * columns)) {
            for y in 0..8 {
                for (pair, rgb) in band.chunks_mut(6).zip(chunks(picture, top + y)) {
                    let parts = ycbcr(&rgb).map(cast::<_, [[u8; 8]; 2]>);
                    for (side, mcu) in pair.chunks_mut(3).enumerate() {
                        for (square, part) in mcu.iter_mut().zip(parts) {
                            put(square, y, part.get(side));
                        }
                    }
                }
            }
        }
        Self { chroma: Chroma::Full, squares }
    }

    /// With the chroma of each two by two pixels averaged: four squares of luma in an MCU, and one each of blue and red.
    pub fn halved(picture: &Picture) -> (Self, Loss) {
        let columns = (picture.width_px as usize).div_ceil(MCU_PX);
        let rows = (picture.height_px as usize).div_ceil(MCU_PX);
        let mut squares = vec![[0; 64]; 6 * columns * rows];
        let mut losses = Vec::with_capacity(columns * rows);
        for (top, band) in (0..).step_by(MCU_PX).zip(squares.chunks_exact_mut(6 * columns)) {
            let mcus = band.as_chunks_mut::<6>().0;
            let mut lost = vec![i32x4::ZERO; columns];
            for y in (0..MCU_PX).step_by(2) {
                let rows = chunks(picture, top + y).zip(chunks(picture, top + y + 1));
                for (((upper, lower), mcu), lost) in rows.zip(&mut *mcus).zip(&mut lost) {
                    let ([upper, upper_blue, upper_red], [lower, lower_blue, lower_red]) =
                        (ycbcr(&upper), ycbcr(&lower));
                    let [a, b, c, d, blue, red] = mcu;
                    let mut luma = if y < 8 { [a, b] } else { [c, d] };
                    for (y, row) in [(y % 8, upper), (y % 8 + 1, lower)] {
                        let row: [[u8; 8]; 2] = cast(row);
                        luma.iter_mut().zip(&row).for_each(|(square, row)| put(square, y, Some(row)));
                    }
                    for (half, upper, lower) in [(blue, upper_blue, lower_blue), (red, upper_red, lower_red)]
                    {
                        let sums = pairs(upper) + pairs(lower);
                        let means: i16x8 = cast((sums + ROUNDING) >> 2);
                        let [means, _]: [[u8; 8]; 2] = cast(u8x16::narrow_i16x8(means, means));
                        put(half, y / 2, Some(&means));
                        *lost +=
                            squares_of(upper) + squares_of(lower) - cast::<_, i16x8>(sums).dot(cast(sums));
                    }
                }
            }
            losses.extend(lost.iter().map(|lost| lost.reduce_add()));
        }
        (Self { chroma: Chroma::Half, squares }, Loss(losses))
    }

    /// The squares of each MCU.
    pub fn mcus(&self) -> std::slice::ChunksExact<'_, Square> {
        self.squares.chunks_exact(self.chroma.squares())
    }
}

#[inline(always)]
fn put(square: &mut Square, y: usize, row: Option<&[u8; 8]>) {
    if let (Some(into), Some(row)) = (square.as_chunks_mut::<8>().0.get_mut(y), row) {
        *into = *row;
    }
}

/// Four times the squares of what is lost in each MCU when two by two values become their mean.
pub struct Loss(Vec<i32>);

impl Loss {
    /// Whether 4:2:0 would be seen to smear colour in the hundredth of the picture where it loses most.
    ///
    /// A mean over the picture would not do: coloured words are a small part of it.
    pub fn is_seen(&self) -> bool {
        let mut losses = self.0.clone();
        let rank = losses.len() * 99 / 100;
        let (_, &mut strong, _) = losses.select_nth_unstable(rank);
        strong > 4 * SEEN * (MCU_PX * MCU_PX) as i32
    }
}

/// The sums of neighbours.
#[inline(always)]
fn pairs(values: u8x16) -> u16x8 {
    let both: u16x8 = cast(values);
    (both & u16x8::splat(0xFF)) + (both >> 8)
}

/// Four times the squares of all, in four parts.
#[inline(always)]
fn squares_of(values: u8x16) -> i32x4 {
    let (low, high) = (i16x8::from_u8x16_low(values), i16x8::from_u8x16_high(values));
    (low.dot(low) + high.dot(high)) << 2
}

/// Up and down in turn, so that the plane as a whole gets no brighter.
const ROUNDING: u16x8 = u16x8::new([1, 2, 1, 2, 1, 2, 1, 2]);
