//! Contrast measured from painted pixels, straight from WCAG 2.2's definitions; it owes nothing to `legible`.

use super::ink::Paper;
use crate::scene::{Color, GlyphRun, Item, Picture, Rect, Scene};

/// Relative luminance (<https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>).
fn luminance(channels: [f64; 3]) -> f64 {
    let linear = |channel: f64| {
        if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = channels.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// Contrast ratio (<https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>).
fn ratio(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The contrast that at least 90 % of the pixels behind a line have with its ink: the tenth percentile. The tolerance is the
/// one that `Composed::contrast` names; a hair of light in a photo does not make a line unreadable.
fn behind(ground: &Picture, rect: &Rect, ink: Color) -> f64 {
    let clamped = |at: f32, limit: u32| (at.max(0.0) as usize).min(limit as usize);
    let (left, right) = (clamped(rect.left, ground.width_px), clamped(rect.right, ground.width_px));
    let (top, bottom) = (clamped(rect.top, ground.height_px), clamped(rect.bottom, ground.height_px));
    let mut ratios = Vec::new();
    for row in ground.rgb.chunks_exact(ground.width_px as usize * 3).take(bottom).skip(top) {
        for pixel in row.as_chunks::<3>().0.iter().take(right).skip(left) {
            let below = pixel.map(|byte| f64::from(byte) / 255.0);
            let alpha = f64::from(ink.alpha);
            let above = [ink.red, ink.green, ink.blue].map(f64::from);
            let mixed = [0, 1, 2].map(|at| below[at] + (above[at] - below[at]) * alpha);
            ratios.push(ratio(luminance(mixed), luminance(below)));
        }
    }
    ratios.sort_by(f64::total_cmp);
    ratios[ratios.len() / 10]
}

/// The least contrast of any line of a scene's text with the ground that it was painted on.
pub fn least(scene: &Scene, ground: &Picture) -> f64 {
    let mut lines: Vec<Vec<GlyphRun>> = Vec::new();
    for item in &scene.items {
        let Item::Glyphs(run) = item else { continue };
        // Runs of several fonts stand in one line: on one baseline, in one colour, one after the other.
        let beside = |line: &&mut Vec<GlyphRun>| {
            let last = line.last().unwrap();
            last.color == run.color && (last.glyphs[0].y - run.glyphs[0].y).abs() < 0.01
        };
        match lines.last_mut().filter(beside) {
            Some(line) => line.push(run.clone()),
            None => lines.push(vec![run.clone()]),
        }
    }
    assert!(!lines.is_empty(), "a card without text");
    let mut paper = Paper::new((scene.width_px, scene.height_px));
    let mut least = 21.0_f64;
    for line in lines {
        let color = line[0].color;
        if let Some(ink) = paper.ink(line.into_iter()) {
            least = least.min(behind(ground, &ink, color));
        }
    }
    least
}

#[test]
fn the_measure_knows_the_ratios_that_the_standard_s_tools_give() {
    let of = |ink: [u8; 3], ground: [u8; 3]| {
        let light = |bytes: [u8; 3]| luminance(bytes.map(|byte| f64::from(byte) / 255.0));
        (ratio(light(ink), light(ground)) * 100.0).round() / 100.0
    };
    assert_eq!(of([255; 3], [0; 3]), 21.0);
    assert_eq!(of([0x77; 3], [255; 3]), 4.48);
    assert_eq!(of([0x76; 3], [255; 3]), 4.54);
    assert_eq!(of([255, 0, 0], [255; 3]), 4.0);
    assert_eq!(of([0, 0, 255], [255; 3]), 8.59);
}

#[test]
fn the_measure_sees_ink_that_is_like_a_fifth_of_the_ground_and_forgives_a_twentieth() {
    let rect = Rect { left: 0.0, top: 0.0, right: 100.0, bottom: 10.0 };
    let ground =
        |share: u32| super::pixels::drawn(100, 10, |x, _| if x < share { [250; 3] } else { [10; 3] });
    assert!(behind(&ground(20), &rect, Color::WHITE) < 1.1);
    assert!(behind(&ground(5), &rect, Color::WHITE) > 15.0);
}
