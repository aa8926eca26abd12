//! The three planes of JFIF: luma, and blue and red against it.

use crate::paint::byte::{PIXELS, part};
use crate::scene::Picture;
use wide::bytemuck::cast;
use wide::{i16x8, i32x4, u8x16, u16x8};

/// Sides are filled up to whole blocks of 4:2:0 with the last pixel of each row and column.
const BLOCK_PX: usize = PIXELS;

/// The mean square, over both chroma planes, of what 4:2:0 takes from a block, from which on it is seen.
///
/// It was found with 28 cards. White text over photos and over our own backdrops loses up to 46 and differs by less than 0.025 in
/// OKLab, which nobody sees; coloured words and lines lose from 73 (over a photo) to 1,074 and differ by 0.03 to 0.15.
const SEEN: i32 = 64;

/// Planes in rows from the top.
pub struct Planes {
    /// Of luma; a multiple of 16.
    pub width: usize,
    /// Y, Cb and Cr, of which the last two may be half as wide and high.
    pub all: [Vec<u8>; 3],
}

impl Planes {
    /// All of one size.
    pub fn of(picture: &Picture) -> Self {
        let (width, height) = padded(picture);
        let mut all: [Vec<u8>; 3] = std::array::from_fn(|_| Vec::with_capacity(width * height));
        for y in 0..height {
            for rgb in chunks(picture, y) {
                for (plane, part) in all.iter_mut().zip(ycbcr(&rgb)) {
                    plane.extend(part.to_array());
                }
            }
        }
        Self { width, all }
    }

    /// With the chroma of each two by two pixels averaged.
    pub fn halved(picture: &Picture) -> (Self, Loss) {
        let (width, height) = padded(picture);
        let mut luma = Vec::with_capacity(width * height);
        let [mut blue, mut red] = [(); 2].map(|()| Vec::with_capacity(width * height / 4));
        let mut losses = Vec::with_capacity(width * height / (BLOCK_PX * BLOCK_PX));
        let mut lower_luma = Vec::with_capacity(width);
        for band in (0..height).step_by(BLOCK_PX) {
            let mut lost = vec![i32x4::ZERO; width / BLOCK_PX];
            for y in (band..band + BLOCK_PX).step_by(2) {
                let columns = chunks(picture, y).zip(chunks(picture, y + 1)).zip(&mut lost);
                for ((upper, lower), lost) in columns {
                    let ([upper, upper_blue, upper_red], [lower, lower_blue, lower_red]) =
                        (ycbcr(&upper), ycbcr(&lower));
                    luma.extend(upper.to_array());
                    lower_luma.extend(lower.to_array());
                    for (half, upper, lower) in
                        [(&mut blue, upper_blue, lower_blue), (&mut red, upper_red, lower_red)]
                    {
                        let sums = pairs(upper) + pairs(lower);
                        let means: i16x8 = cast((sums + ROUNDING) >> 2);
                        let [means, _]: [[u8; 8]; 2] = cast(u8x16::narrow_i16x8(means, means));
                        half.extend(means);
                        *lost += squares(upper) + squares(lower) - cast::<_, i16x8>(sums).dot(cast(sums));
                    }
                }
                luma.append(&mut lower_luma);
            }
            losses.extend(lost.iter().map(|lost| lost.reduce_add()));
        }
        (Self { width, all: [luma, blue, red] }, Loss(losses))
    }
}

/// Four times the squares of what is lost in each block when two by two values become their mean.
pub struct Loss(Vec<i32>);

impl Loss {
    /// Whether 4:2:0 would be seen to smear colour in the hundredth of the picture where it loses most.
    ///
    /// A mean over the picture would not do: coloured words are a small part of it.
    pub fn is_seen(&self) -> bool {
        let mut losses = self.0.clone();
        let rank = losses.len() * 99 / 100;
        let (_, &mut strong, _) = losses.select_nth_unstable(rank);
        strong > 4 * SEEN * (BLOCK_PX * BLOCK_PX) as i32
    }
}

/// Width and height, filled up.
fn padded(picture: &Picture) -> (usize, usize) {
    let side = |length: u32| (length as usize).next_multiple_of(BLOCK_PX);
    (side(picture.width_px), side(picture.height_px))
}

/// A row, sixteen pixels after the other, of which the last may repeat one; the rows below the picture are its last one.
fn chunks(picture: &Picture, y: usize) -> impl Iterator<Item = [u8; 3 * PIXELS]> {
    let length = 3 * picture.width_px as usize;
    let y = y.min((picture.height_px as usize).saturating_sub(1));
    let row = picture.rgb.get(y * length..(y + 1) * length).unwrap_or_default();
    let (whole, rest) = row.as_chunks::<{ 3 * PIXELS }>();
    let last = rest.as_chunks::<3>().0.last().map(|last| {
        let mut filled = [*last; PIXELS];
        filled.iter_mut().zip(rest.as_chunks::<3>().0).for_each(|(into, pixel)| *into = *pixel);
        cast(filled)
    });
    whole.iter().copied().chain(last)
}

/// Rec. 601 in the full range (JFIF 1.02).
///
/// Numbers of sixteen bits, of which eight are behind the point: processors multiply eight of them at a time and keep the upper half.
#[inline(always)]
fn ycbcr(rgb: &[u8; 3 * PIXELS]) -> [u8x16; 3] {
    let [red, green, blue] = part(rgb);
    let first = ycbcr_of_eight([red, green, blue].map(u16x8::from_u8x16_low));
    let second = ycbcr_of_eight([red, green, blue].map(u16x8::from_u8x16_high));
    let ([y, cb, cr], [more_y, more_cb, more_cr]) = (first, second);
    let narrow = |first: u16x8, second: u16x8| u8x16::narrow_i16x8(cast(first), cast(second));
    [narrow(y, more_y), narrow(cb, more_cb), narrow(cr, more_cr)]
}

#[inline(always)]
fn ycbcr_of_eight([red, green, blue]: [u16x8; 3]) -> [u16x8; 3] {
    let (red, green, blue) = (red << 8, green << 8, blue << 8);
    let part = |value: u16x8, share: f32| value.mul_keep_high(u16x8::splat((share * 65_536.0 + 0.5) as u16));
    // What the products lose by being cut off is half a part each.
    let light = part(red, 0.299) + part(green, 0.587) + part(blue, 0.114) + 129;
    // A hair less than a half, so that the strongest blue and red stay below 256.
    let middle = u16x8::splat(128 * 256 + 127);
    let cb = middle + (blue >> 1) - part(red, 0.168_736) - part(green, 0.331_264);
    let cr = middle + (red >> 1) - part(green, 0.418_688) - part(blue, 0.081_312);
    [light >> 8, cb >> 8, cr >> 8]
}

/// The sums of neighbours.
#[inline(always)]
fn pairs(values: u8x16) -> u16x8 {
    let both: u16x8 = cast(values);
    (both & u16x8::splat(0xFF)) + (both >> 8)
}

/// Four times the squares of all, in four parts.
#[inline(always)]
fn squares(values: u8x16) -> i32x4 {
    let (low, high) = (i16x8::from_u8x16_low(values), i16x8::from_u8x16_high(values));
    (low.dot(low) + high.dot(high)) << 2
}

/// Up and down in turn, so that the plane as a whole gets no brighter.
const ROUNDING: u16x8 = u16x8::new([1, 2, 1, 2, 1, 2, 1, 2]);
