use super::accent;
use crate::paint::{oklch, to_oklch};
use crate::scene::{Color, Picture};

/// A picture of coloured stretches, by their parts in a hundred.
fn stretches(colors: &[([u8; 3], u32)]) -> Picture {
    let column: Vec<[u8; 3]> =
        colors.iter().flat_map(|&(color, count)| std::iter::repeat_n(color, count as usize)).collect();
    assert_eq!(column.len(), 100);
    let rgb = (0..100).flat_map(|_| column.iter().flatten().copied()).collect();
    Picture { width_px: 100, height_px: 100, rgb, alpha: None }
}

fn hue(picture: &Picture) -> Option<f32> {
    accent(picture).map(|color| to_oklch(color).2)
}

const GREY: [u8; 3] = [120, 122, 121];
const RED: [u8; 3] = [200, 40, 30];
const SKY: [u8; 3] = [140, 170, 200];
const SKIN: [u8; 3] = [224, 172, 138];

#[test]
fn a_small_vivid_thing_in_a_grey_picture_is_taken() {
    let found = hue(&stretches(&[(GREY, 96), (RED, 4)])).unwrap();
    assert!((15.0..45.0).contains(&found), "{found}");
}

#[test]
fn a_small_vivid_thing_is_taken_before_a_large_dull_one() {
    let found = hue(&stretches(&[(SKY, 88), (RED, 12)])).unwrap();
    assert!((15.0..45.0).contains(&found), "{found}");
}

#[test]
fn a_picture_in_greys_has_none() {
    let warm = [130, 122, 116];
    assert_eq!(accent(&stretches(&[(GREY, 50), (warm, 30), ([0; 3], 10), ([255; 3], 10)])), None);
    assert_eq!(accent(&Picture { width_px: 0, height_px: 0, rgb: Vec::new(), alpha: None }), None);
}

#[test]
fn dust_is_passed_over() {
    let mut picture = stretches(&[(SKY, 100)]);
    picture.rgb[..6].copy_from_slice(&[255, 0, 0, 255, 0, 0]);
    let found = hue(&picture).unwrap();
    assert!((220.0..270.0).contains(&found), "{found}");
}

#[test]
fn skin_is_taken_only_where_there_is_nothing_else() {
    let jacket = [40, 90, 130];
    let found = hue(&stretches(&[(GREY, 50), (SKIN, 30), (jacket, 20)])).unwrap();
    assert!((220.0..260.0).contains(&found), "{found}");
    let found = hue(&stretches(&[(GREY, 70), (SKIN, 30)])).unwrap();
    assert!((40.0..70.0).contains(&found), "{found}");
}

#[test]
fn what_cannot_be_seen_does_not_count() {
    let mut picture = stretches(&[(RED, 50), (SKY, 50)]);
    picture.alpha = Some((0..10_000).map(|index| if index % 100 < 50 { 0 } else { 255 }).collect());
    let found = hue(&picture).unwrap();
    assert!((220.0..270.0).contains(&found), "{found}");
}

#[test]
fn a_colour_comes_back_from_its_lightness_chroma_and_hue() {
    for (red, green, blue) in [(0.8, 0.2, 0.1), (0.1, 0.4, 0.9), (0.3, 0.6, 0.2), (0.9, 0.85, 0.8)] {
        let color = Color { red, green, blue, alpha: 1.0 };
        let (lightness, chroma, hue) = to_oklch(color);
        let back = oklch(lightness, chroma, hue);
        for (a, b) in [(back.red, red), (back.green, green), (back.blue, blue)] {
            assert!((a - b).abs() < 0.003, "{color:?} {back:?}");
        }
    }
    // Björn Ottosson's own example: sRGB's red.
    let (lightness, chroma, hue) = to_oklch(Color { red: 1.0, green: 0.0, blue: 0.0, alpha: 0.3 });
    assert!(
        (lightness - 0.628).abs() < 0.001 && (chroma - 0.2577).abs() < 0.001 && (hue - 29.23).abs() < 0.1
    );
    assert!(to_oklch(Color::WHITE).1 < 0.001);
}
