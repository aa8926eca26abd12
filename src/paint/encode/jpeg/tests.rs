#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::{Chroma, QUALITIES, encode};
use crate::scene::Picture;

/// Soft colours with a few edges in brightness; the same every time.
fn photo(width_px: u32, height_px: u32) -> Picture {
    let pixel = |x: u32, y: u32| {
        let grain = (x * 7919 + y * 104_729) % 9;
        let ground = if (x / 24 + y / 40).is_multiple_of(2) { 60 } else { 130 };
        [ground + x * 60 / width_px + grain, ground + 20 + grain, ground + y * 80 / height_px + grain]
    };
    let places = (0..height_px).flat_map(|y| (0..width_px).map(move |x| (x, y)));
    let rgb = places.flat_map(|(x, y)| pixel(x, y).map(|channel| channel as u8)).collect();
    Picture { width_px, height_px, rgb, alpha: None }
}

/// Peak signal-to-noise ratio of what another decoder makes of the file, in decibels.
fn psnr(picture: &Picture, bytes: &[u8]) -> f64 {
    let seen = image::load_from_memory(bytes).unwrap().into_rgb8();
    assert_eq!(seen.dimensions(), (picture.width_px, picture.height_px));
    let pairs = picture.rgb.iter().zip(seen.as_raw());
    let squares: f64 = pairs.map(|(a, b)| (f64::from(*a) - f64::from(*b)).powi(2)).sum();
    10.0 * (255.0_f64.powi(2) * picture.rgb.len() as f64 / squares.max(1e-9)).log10()
}

#[test]
fn another_decoder_reads_the_picture_at_every_size() {
    for (width, height) in [(320, 200), (333, 251), (17, 9), (16, 16), (1, 1), (3, 70)] {
        let picture = photo(width, height);
        let encoded = encode(&picture, 1_000_000).unwrap();
        let similar = psnr(&picture, &encoded.bytes);
        assert!(similar > 34.0, "{width}×{height}: {similar:.1} dB");
        assert_eq!(encoded.quality, Some(QUALITIES.best));
    }
}

#[test]
fn whole_colour_is_read_at_every_size() {
    for (width_px, height_px) in [(64, 64), (65, 9), (24, 17), (7, 33)] {
        let stripe = |at: u32| if (at / 3).is_multiple_of(2) { [200, 60, 50] } else { [60, 70, 190] };
        let rows = (0..height_px).flat_map(|y| (0..width_px).map(move |x| x + y / 5));
        let picture = Picture { width_px, height_px, rgb: rows.flat_map(stripe).collect(), alpha: None };
        let encoded = encode(&picture, 1_000_000).unwrap();
        assert_eq!(encoded.chroma, Some(Chroma::Full));
        let similar = psnr(&picture, &encoded.bytes);
        assert!(similar > 32.0, "{width_px}×{height_px}: {similar:.1} dB");
    }
}

#[test]
fn grey_stays_grey() {
    let rgb = (0..64 * 64).flat_map(|at| [(at / 16) as u8; 3]).collect();
    let picture = Picture { width_px: 64, height_px: 64, rgb, alpha: None };
    let encoded = encode(&picture, 1_000_000).unwrap();
    let seen = image::load_from_memory(&encoded.bytes).unwrap().into_rgb8();
    assert!(seen.pixels().all(|pixel| pixel.0.iter().all(|channel| *channel == pixel.0[0])));
}

#[test]
fn a_file_keeps_to_its_limit() {
    let picture = photo(320, 200);
    let best = encode(&picture, 1_000_000).unwrap().bytes.len();
    let encoded = encode(&picture, best * 2 / 3).unwrap();
    assert!(encoded.within_limit && encoded.bytes.len() <= best * 2 / 3);
    let impossible = encode(&picture, 700).unwrap();
    assert!(!impossible.within_limit);
}

#[test]
fn colour_is_kept_whole_where_it_has_edges() {
    let stripes = |a: [u8; 3], b: [u8; 3]| {
        let rgb = (0..64 * 64).flat_map(|at| if at % 2 == 0 { a } else { b }).collect();
        Picture { width_px: 64, height_px: 64, rgb, alpha: None }
    };
    let chroma = |picture: &Picture| encode(picture, 1_000_000).unwrap().chroma;
    assert_eq!(chroma(&stripes([220, 30, 40], [30, 40, 220])), Some(Chroma::Full));
    assert_eq!(chroma(&stripes([220; 3], [30; 3])), Some(Chroma::Half));
    assert_eq!(chroma(&photo(320, 200)), Some(Chroma::Half));
}
