//! From brightness and colour to red, green and blue (JFIF 1.02, which takes ITU-R BT.601 in full range).

use crate::paint::byte::{interleave, nearest};

/// Pixels that are made together.
const LANES: usize = 16;

/// The pixels of planes that are all of one size.
pub fn mixed(luma: &[u8], blue: &[u8], red: &[u8]) -> Vec<u8> {
    let mut pixels = vec![[0; 3]; luma.len()];
    let planes = [luma, blue, red].map(|plane| plane.as_chunks::<LANES>());
    let [(lumas, luma_rest), (blues, blue_rest), (reds, red_rest)] = planes;
    let (wholes, rest) = pixels.as_chunks_mut::<LANES>();
    for (into, ((luma, blue), red)) in wholes.iter_mut().zip(lumas.iter().zip(blues).zip(reds)) {
        let mut channels = [[0_u8; LANES]; 3];
        let [reds, greens, blues] = &mut channels;
        let places = reds.iter_mut().zip(greens).zip(blues);
        for (((r, g), b), ((&luma, &blue), &red)) in places.zip(luma.iter().zip(blue).zip(red)) {
            [*r, *g, *b] = rgb(luma, blue, red);
        }
        interleave(&channels, into);
    }
    for (pixel, ((&luma, &blue), &red)) in rest.iter_mut().zip(luma_rest.iter().zip(blue_rest).zip(red_rest))
    {
        *pixel = rgb(luma, blue, red);
    }
    pixels.into_flattened()
}

/// The red, green and blue of one pixel.
#[inline(always)]
pub fn rgb(luma: u8, blue: u8, red: u8) -> [u8; 3] {
    let (luma, blue, red) = (f32::from(luma), f32::from(blue) - 128.0, f32::from(red) - 128.0);
    [
        nearest(luma + 1.402 * red),
        nearest(luma - 0.344_136_3 * blue - 0.714_136_3 * red),
        nearest(luma + 1.772 * blue),
    ]
}
