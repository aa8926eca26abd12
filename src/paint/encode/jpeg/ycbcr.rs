//! From red, green and blue to luma, and blue and red against it.

use crate::paint::byte::{PIXELS, part};
use crate::scene::Picture;
use wide::bytemuck::cast;
use wide::{u8x16, u16x8};

/// A row, sixteen pixels after the other, of which the last may repeat one; the rows below the picture are its last one.
pub fn chunks(picture: &Picture, y: usize) -> impl Iterator<Item = [u8; 3 * PIXELS]> {
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
pub fn ycbcr(rgb: &[u8; 3 * PIXELS]) -> [u8x16; 3] {
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
