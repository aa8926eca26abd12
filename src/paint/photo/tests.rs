#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::{Pixels, Plane, Planes};
use crate::paint::{Crop, scaled};

fn plane(width: usize, height: usize, sample: impl Fn(usize, usize) -> u8) -> Plane {
    // What stands behind the rows must never be seen.
    let stride = width + 5;
    let rows = (0..height).flat_map(|y| (0..stride).map(move |x| (x, y)));
    let samples = rows.map(|(x, y)| if x < width { sample(x, y) } else { 255 }).collect();
    Plane { width, height, stride, samples }
}

/// Slopes, an edge and some grain.
fn photo(width: usize, height: usize, sampling: (usize, usize)) -> Planes {
    let luma = plane(width, height, |x, y| {
        let grain = ((x * 7919 + y * 104_729) % 13) as u8;
        if x * 2 > width + y { 150 + grain } else { 40 + (x * 60 / width) as u8 + grain }
    });
    let side = |length: usize, by: usize| length.div_ceil(by);
    let (across, down) = (side(width, sampling.0), side(height, sampling.1));
    let blue = plane(across, down, |x, _| 90 + (x * 60 / across) as u8);
    let red = plane(across, down, |_, y| 170 - (y * 60 / down) as u8);
    Planes { luma, chroma: Some([blue, red]), sampling }
}

fn everything(size: (u32, u32)) -> Crop {
    Crop { left: 0.0, top: 0.0, width: f64::from(size.0), height: f64::from(size.1) }
}

/// Peak signal-to-noise ratio, in decibels.
fn psnr(one: &[u8], other: &[u8]) -> f64 {
    assert_eq!(one.len(), other.len());
    let squares: f64 = one.iter().zip(other).map(|(a, b)| (f64::from(*a) - f64::from(*b)).powi(2)).sum();
    10.0 * (255.0_f64.powi(2) * one.len() as f64 / squares.max(1e-9)).log10()
}

const SAMPLINGS: [(usize, usize); 4] = [(1, 1), (2, 1), (1, 2), (2, 2)];

#[test]
fn planes_in_a_new_size_are_what_their_pixels_are_in_it() {
    for sampling in SAMPLINGS {
        for (width, height) in [(200, 151), (97, 64)] {
            let planes = photo(width, height, sampling);
            let picture = planes.to_picture();
            let crop = Crop { left: 7.3, top: 3.9, width: width as f64 - 20.0, height: height as f64 - 9.5 };
            for crop in [everything(planes.size_px()), crop] {
                for (width, height) in [(120, 80), (61, 37), (10, 7), (260, 190)] {
                    let expected = scaled(&picture, crop, width, height).unwrap();
                    let actual = planes.scaled(crop, width, height).unwrap();
                    let similar = psnr(&actual.rgb, &expected.rgb);
                    assert!(similar > 43.0, "{sampling:?} to {width}×{height}: {similar:.1} dB");
                }
            }
        }
    }
}

#[test]
fn colour_in_squares_is_what_each_pixel_has_but_for_its_edges() {
    let planes = photo(800, 601, (2, 2));
    let picture = planes.to_picture();
    let crop = Crop { left: 7.3, top: 3.9, width: 790.0, height: 590.0 };
    for crop in [everything(planes.size_px()), crop] {
        for (width, height) in [(400, 300), (257, 191), (300, 129), (791, 590)] {
            let expected = scaled(&picture, crop, width, height).unwrap();
            let actual = planes.scaled(crop, width, height).unwrap();
            let similar = psnr(&actual.rgb, &expected.rgb);
            assert!(similar > 43.0, "to {width}×{height}: {similar:.1} dB");
        }
    }
}

#[test]
fn colour_in_squares_is_mixed_as_any_other() {
    // Both ways give the same where one colour is everywhere.
    for (blue, red) in [(128, 128), (0, 0), (255, 255), (37, 201), (240, 90)] {
        let of = |side: usize, sample: u8| plane(side, side, |_, _| sample);
        let luma = plane(600, 600, |x, y| ((x / 2 + y) % 256) as u8);
        let planes = |sampling: (usize, usize)| {
            let side = 600 / sampling.0;
            Planes { luma: luma.clone(), chroma: Some([of(side, blue), of(side, red)]), sampling }
        };
        let small = |planes: Planes| planes.scaled(everything((600, 600)), 300, 300).unwrap().rgb;
        let (squares, each) = (small(planes((2, 2))), small(planes((1, 1))));
        let apart = squares.iter().zip(&each).map(|(a, b)| a.abs_diff(*b)).max().unwrap();
        assert!(apart <= 1, "{blue}, {red}: {apart}");
    }
}

#[test]
fn brightness_in_its_own_size_stays_what_it_is() {
    let planes = Planes { chroma: None, ..photo(33, 21, (1, 1)) };
    let expected: Vec<u8> = planes.luma.rows().flatten().flat_map(|&luma| [luma; 3]).collect();
    assert_eq!(planes.to_picture().rgb, expected);
}

#[test]
fn fine_black_and_white_keeps_its_light() {
    let luma = plane(256, 256, |x, y| if (x + y) % 2 == 0 { 255 } else { 0 });
    let planes = Planes { luma, chroma: None, sampling: (1, 1) };
    let small = planes.scaled(everything((256, 256)), 100, 100).unwrap();
    // Half of the light is 188 in sRGB, of the squares 180; the mean of the numbers would be 128.
    assert!(small.rgb[50 * 300 + 150].abs_diff(184) <= 6, "{}", small.rgb[50 * 300 + 150]);
}

#[test]
fn one_pixel_is_enough() {
    for sampling in SAMPLINGS {
        let planes = photo(1, 1, sampling);
        let large = planes.scaled(everything((1, 1)), 9, 5).unwrap();
        assert_eq!(large.rgb, planes.to_picture().rgb.repeat(45));
        assert_eq!(planes.pixel(0, 0)[..3], planes.to_picture().rgb[..]);
    }
}

#[test]
fn nothing_comes_of_nothing() {
    let planes = photo(20, 20, (2, 2));
    assert_eq!(planes.scaled(everything((20, 20)), 0, 5), None);
    let outside = Crop { left: 30.0, top: 0.0, width: 5.0, height: 5.0 };
    assert_eq!(planes.scaled(outside, 5, 5), None);
}
