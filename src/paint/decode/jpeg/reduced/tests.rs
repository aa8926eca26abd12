#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::{Side, reduced};
use crate::paint::photo::Pixels;
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

/// Something like a photo: slopes, an edge, fine grain; the same every time.
pub fn photo(width: u16, height: u16) -> Vec<u8> {
    let mut grain = 1_u32;
    let mut pixels = Vec::new();
    for y in 0..u32::from(height) {
        for x in 0..u32::from(width) {
            grain = grain.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let noise = (grain >> 29) as i32 - 4;
            let sky = y * 3 < u32::from(height) + x;
            let base =
                if sky { [90 + y as i32 / 4, 140, 220 - x as i32 / 4] } else { [120, 90 + x as i32 / 3, 50] };
            pixels.extend(base.map(|channel| (channel + noise).clamp(0, 255) as u8));
        }
    }
    pixels
}

fn jpeg(width: u16, height: u16, sampling: SamplingFactor, restart: u16) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 92);
    encoder.set_sampling_factor(sampling);
    if restart > 0 {
        encoder.set_restart_interval(restart);
    }
    encoder.encode(&photo(width, height), width, height, ColorType::Rgb).unwrap();
    bytes
}

/// What `image` makes of the file, each square of `by` pixels averaged.
pub fn averaged(bytes: &[u8], by: u32) -> (u32, u32, Vec<u8>) {
    let whole = image::load_from_memory(bytes).unwrap().into_rgb8();
    let (width, height) = (whole.width().div_ceil(by), whole.height().div_ceil(by));
    let mut pixels = Vec::new();
    for (y, x) in (0..height).flat_map(|y| (0..width).map(move |x| (y, x))) {
        let mut sum = [0_u32; 3];
        let mut count = 0;
        for (dy, dx) in (0..by).flat_map(|dy| (0..by).map(move |dx| (dy, dx))) {
            let (px, py) = (x * by + dx, y * by + dy);
            if px < whole.width() && py < whole.height() {
                sum.iter_mut()
                    .zip(whole.get_pixel(px, py).0)
                    .for_each(|(sum, value)| *sum += u32::from(value));
                count += 1;
            }
        }
        pixels.extend(sum.map(|sum| (sum / count) as u8));
    }
    (width, height, pixels)
}

/// Peak signal-to-noise ratio, in decibels.
pub fn psnr(one: &[u8], other: &[u8]) -> f64 {
    assert_eq!(one.len(), other.len());
    let squares: f64 = one.iter().zip(other).map(|(a, b)| (f64::from(*a) - f64::from(*b)).powi(2)).sum();
    10.0 * (255.0_f64.powi(2) * one.len() as f64 / squares.max(1e-9)).log10()
}

pub fn brightness(rgb: &[u8]) -> Vec<u8> {
    let luma = |[red, green, blue]: [u32; 3]| ((299 * red + 587 * green + 114 * blue) / 1000) as u8;
    rgb.as_chunks::<3>().0.iter().map(|pixel| luma(pixel.map(u32::from))).collect()
}

pub const SIDES: [(Side, u32); 4] =
    [(Side::Whole, 1), (Side::Half, 2), (Side::Quarter, 4), (Side::Eighth, 8)];

#[test]
fn every_sampling_gives_the_picture_at_every_size() {
    for sampling in
        [SamplingFactor::F_1_1, SamplingFactor::F_2_1, SamplingFactor::F_1_2, SamplingFactor::F_2_2]
    {
        for (width, height) in [(320, 240), (333, 251), (16, 16), (17, 9), (1, 1), (3, 200)] {
            let bytes = jpeg(width, height, sampling, 0);
            for (side, by) in SIDES {
                let small = reduced(&bytes, side).unwrap_or_else(|| panic!("{width}x{height} {side:?}"));
                let small = small.to_picture();
                let (expected_width, expected_height, expected) = averaged(&bytes, by);
                assert_eq!((small.width_px, small.height_px), (expected_width, expected_height));
                let similar = psnr(&brightness(&small.rgb), &brightness(&expected));
                // At an edge, averages are another filter than frequencies, and of a tiny picture most is edge.
                let least = if width.max(height) > 100 { 41.5 } else { 27.0 };
                assert!(similar > least, "{sampling:?} {width}x{height} {side:?}: {similar:.1} dB");
                // Where the file has fewer samples of colour than pixels, the smaller picture has fewer, too: of a tiny one, hardly any.
                let least = match sampling {
                    SamplingFactor::F_1_1 => least,
                    _ if width.max(height) > 100 => least - 8.0,
                    _ => 15.0,
                };
                let similar = psnr(&small.rgb, &expected);
                assert!(
                    similar > least,
                    "colours of {sampling:?} {width}x{height} {side:?}: {similar:.1} dB"
                );
            }
        }
    }
}

fn samples(bytes: &[u8], side: Side) -> Option<Vec<u8>> {
    reduced(bytes, side).map(|planes| planes.to_picture().rgb)
}

#[test]
fn restart_markers_change_nothing() {
    let plain = jpeg(333, 251, SamplingFactor::F_2_2, 0);
    for restart in [1, 7, 1000] {
        let marked = jpeg(333, 251, SamplingFactor::F_2_2, restart);
        for (side, _) in SIDES {
            assert_eq!(samples(&marked, side), samples(&plain, side), "every {restart}");
        }
    }
}

#[test]
fn a_grey_picture_has_one_sample_a_pixel() {
    let mut bytes = Vec::new();
    let grey: Vec<u8> = photo(64, 48).as_chunks::<3>().0.iter().map(|pixel| pixel[1]).collect();
    Encoder::new(&mut bytes, 95).encode(&grey, 64, 48, ColorType::Luma).unwrap();
    let planes = reduced(&bytes, Side::Half).unwrap();
    assert!(planes.chroma.is_none());
    assert_eq!((planes.size_px(), planes.luma.rows().flatten().count()), ((32, 24), 32 * 24));
}

#[test]
fn other_kinds_of_file_are_left_to_others() {
    let mut extended = jpeg(64, 64, SamplingFactor::F_2_2, 0);
    let at = extended.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    extended[at + 1] = 0xC1;
    assert_eq!(reduced(&extended, Side::Half), None);
    assert_eq!(reduced(b"", Side::Half), None);
    assert_eq!(reduced(b"\xFF\xD8\xFF\xD9", Side::Half), None);
}

#[test]
fn a_file_that_ends_early_gives_nothing() {
    let bytes = jpeg(160, 120, SamplingFactor::F_2_2, 0);
    for end in (0..bytes.len()).step_by(7) {
        assert_eq!(reduced(&bytes[..end], Side::Half), None, "cut at {end}");
    }
    // The end marker is there, but not all of the data before it.
    let mut short = bytes[..bytes.len() - 400].to_vec();
    short.extend([0xFF, 0xD9]);
    assert_eq!(reduced(&short, Side::Half), None);
}

#[test]
fn no_damage_makes_it_panic() {
    let bytes = jpeg(96, 80, SamplingFactor::F_2_2, 5);
    let mut chance = 7_u32;
    for _ in 0..4000 {
        let mut damaged = bytes.clone();
        for _ in 0..1 + chance % 4 {
            chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let at = (chance >> 8) as usize % damaged.len();
            damaged[at] = chance as u8;
        }
        let _ = reduced(&damaged, Side::Quarter);
        let _ = reduced(&damaged, Side::Whole);
    }
}

#[test]
fn a_size_is_the_least_that_is_enough() {
    assert_eq!(Side::for_share(2.0), Side::Whole);
    assert_eq!(Side::for_share(0.51), Side::Whole);
    assert_eq!(Side::for_share(0.5), Side::Half);
    assert_eq!(Side::for_share(0.3), Side::Half);
    assert_eq!(Side::for_share(0.25), Side::Quarter);
    assert_eq!(Side::for_share(0.01), Side::Eighth);
}
