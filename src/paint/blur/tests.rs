use super::{blurred, radii};
use crate::scene::Picture;

fn dot(width: u32, height: u32) -> Picture {
    let mut rgb = vec![0; (width * height * 3) as usize];
    let middle = ((height / 2 * width + width / 2) * 3) as usize;
    rgb[middle..middle + 3].copy_from_slice(&[255; 3]);
    Picture { width_px: width, height_px: height, rgb, alpha: None }
}

#[test]
fn one_colour_stays_that_colour() {
    let flat = Picture { width_px: 40, height_px: 30, rgb: [20, 90, 200].repeat(1200), alpha: None };
    let seen = blurred(&flat, 9.0);
    assert!(seen.rgb.iter().zip(&flat.rgb).all(|(a, b)| a.abs_diff(*b) <= 1));
}

#[test]
fn the_windows_have_the_variance_that_is_asked_for() {
    for sigma in [1.0_f32, 2.5, 8.0, 30.0, 100.0] {
        // A window of 2r + 1 has a variance of (n² − 1) / 12.
        let variance: f32 =
            radii(sigma).map(|radius| ((2 * radius + 1).pow(2) - 1) as f32 / 12.0).iter().sum();
        assert!((variance.sqrt() - sigma).abs() < 0.04 * sigma + 0.15, "{sigma}: {}", variance.sqrt());
    }
}

#[test]
fn a_dot_spreads_evenly_to_all_sides() {
    let seen = blurred(&dot(41, 41), 2.0);
    let at = |x: usize, y: usize| seen.rgb[(y * 41 + x) * 3];
    assert!(at(20, 20) > at(22, 20) && at(22, 20) > at(25, 20));
    // The noise between two bytes is not the same everywhere.
    for (x, y) in [(18, 20), (20, 18), (20, 22)] {
        assert!(at(x, y).abs_diff(at(22, 20)) <= 1);
    }
    assert_eq!(at(2, 2), 0);
}

#[test]
fn no_blur_and_no_pixels_are_no_trouble() {
    let plain = dot(5, 5);
    for sigma in [0.0, -3.0, f32::NAN] {
        let seen = blurred(&plain, sigma);
        assert!(seen.rgb.iter().zip(&plain.rgb).all(|(a, b)| a.abs_diff(*b) <= 1), "{sigma}");
    }
    let none = Picture { width_px: 0, height_px: 0, rgb: Vec::new(), alpha: None };
    assert_eq!(blurred(&none, 5.0), none);
    assert_eq!(blurred(&dot(3, 2), 300.0).rgb.len(), 18);
}

#[test]
fn what_cannot_be_seen_does_not_colour_what_can() {
    let mut cut = Picture { width_px: 40, height_px: 10, rgb: Vec::new(), alpha: Some(Vec::new()) };
    for index in 0..400 {
        let is_there = index % 40 < 20;
        cut.rgb.extend(if is_there { [200, 30, 30] } else { [0, 255, 0] });
        cut.alpha.as_mut().unwrap().push(if is_there { 255 } else { 0 });
    }
    let seen = blurred(&cut, 4.0);
    for (pixel, alpha) in seen.rgb.as_chunks::<3>().0.iter().zip(seen.alpha.unwrap()) {
        assert!(alpha < 16 || (pixel[0].abs_diff(200) < 10 && pixel[1] < 50), "{pixel:?} {alpha}");
    }
}
