use super::{Chroma, SvgFonts, cover, encode_jpeg, encode_png};
use crate::scene::Picture;

/// A picture with a red, a green, a blue and a white quarter.
fn quarters(width: u32, height: u32) -> Picture {
    let mut rgb = Vec::new();
    for y in 0..height {
        for x in 0..width {
            rgb.extend(match (x * 2 < width, y * 2 < height) {
                (true, true) => [220, 20, 20],
                (false, true) => [20, 200, 20],
                (true, false) => [20, 20, 220],
                (false, false) => [240, 240, 240],
            });
        }
    }
    Picture { width_px: width, height_px: height, rgb, alpha: None }
}

#[test]
fn jpeg_and_png_carry_our_mark_and_come_back() {
    let picture = quarters(64, 64);
    for bytes in [encode_jpeg(&picture, Chroma::Full, 100_000).unwrap(), encode_png(&picture).unwrap()] {
        assert!(bytes[..64].windows(9).any(|window| window == b"Syndicard"));
        let back = cover(&bytes, (64, 64), &SvgFonts::default()).unwrap().picture;
        assert!(back.rgb[..3].iter().zip([220, 20, 20]).all(|(a, b)| a.abs_diff(b) < 24));
    }
}

#[test]
fn the_quality_falls_until_the_limit_is_met() {
    let mut state = 3_u32;
    let rgb = (0..(400 * 300 * 3))
        .map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        })
        .collect();
    let noise = Picture { width_px: 400, height_px: 300, rgb, alpha: None };
    let free = encode_jpeg(&noise, Chroma::Half, usize::MAX).unwrap();
    let tight = encode_jpeg(&noise, Chroma::Half, free.len() * 3 / 4).unwrap();
    assert!(tight.len() <= free.len() * 3 / 4);
}
