use super::draw;
use crate::scene::{Color, FontHandle, Glyph, GlyphRun, Picture};
use std::sync::Arc;

const WHITE: Color = Color::WHITE;
/// The em of most cases, in pixels.
const EM: f32 = 100.0;

macro_rules! font {
    ($name:literal) => {
        include_bytes!(concat!("../../../tests/fonts/", $name)).as_slice()
    };
}

fn run(bytes: &'static [u8], letter: char, size_px: f32, axes: &[([u8; 4], f32)]) -> GlyphRun {
    use ab_glyph::Font;
    let id = ab_glyph::FontRef::try_from_slice(bytes).unwrap().glyph_id(letter).0;
    assert_ne!(id, 0, "{letter}");
    let font = FontHandle { bytes: Arc::new(bytes), face: 0, id: 0, axes: axes.to_vec() };
    GlyphRun { font, size_px, color: WHITE, thinner_px: 0.0, glyphs: vec![Glyph { id, x: 20.0, y: 120.0 }] }
}

/// A letter whose em is 100 px, with its origin at 20, 120 on black.
fn drawn(bytes: &'static [u8], letter: char) -> Picture {
    paper(&run(bytes, letter, EM, &[]))
}

fn paper(run: &GlyphRun) -> Picture {
    let mut picture = Picture { width_px: 160, height_px: 160, rgb: vec![0; 160 * 160 * 3], alpha: None };
    draw(&mut picture, run);
    picture
}

/// The pixel at a place in hundredths of the em, from the origin, up.
fn at(picture: &Picture, x: usize, y: usize) -> [u8; 3] {
    let index = ((119 - y) * 160 + 20 + x) * 3;
    picture.rgb[index..index + 3].try_into().unwrap()
}

fn near(a: [u8; 3], b: [u8; 3]) -> bool {
    a.iter().zip(b).all(|(a, b)| a.abs_diff(b) < 12)
}

#[track_caller]
fn assert_colors(picture: &Picture, expected: &[(usize, usize, [u8; 3])]) {
    for &(x, y, color) in expected {
        assert!(near(at(picture, x, y), color), "{x}, {y}: {:?}, expected {color:?}", at(picture, x, y));
    }
}

#[test]
fn layers_have_the_palette_s_colors_and_that_of_the_text() {
    let picture = drawn(font!("colr-0.ttf"), 'A');
    assert_colors(&picture, &[(10, 50, [255, 0, 0]), (90, 50, [255; 3])]);
}

#[test]
fn a_glyph_without_colors_in_a_font_that_has_some_is_drawn_as_an_outline() {
    assert_colors(&drawn(font!("colr-0.ttf"), 'B'), &[(10, 50, [255; 3]), (90, 50, [255; 3])]);
}

#[test]
fn a_linear_gradient_runs_between_its_points() {
    let picture = drawn(font!("colr-1.ttf"), 'A');
    assert_colors(&picture, &[(2, 50, [250, 0, 5]), (50, 50, [127, 0, 128]), (97, 50, [7, 0, 248])]);
}

#[test]
fn a_radial_gradient_runs_from_its_centre() {
    let picture = drawn(font!("colr-1.ttf"), 'B');
    assert_colors(
        &picture,
        &[(50, 50, [252, 0, 3]), (75, 50, [127, 0, 128]), (50, 98, [5, 0, 250]), (2, 2, [0, 0, 255])],
    );
}

#[test]
fn a_sweep_runs_against_the_clock_from_the_right() {
    let picture = drawn(font!("colr-1.ttf"), 'D');
    assert_colors(
        &picture,
        &[(50, 80, [255, 0, 0]), (20, 55, [255, 0, 0]), (50, 20, [0, 0, 255]), (80, 45, [0, 0, 255])],
    );
}

#[test]
fn a_sweep_over_half_a_turn_is_not_stretched_to_a_whole_one() {
    // From the left, below, to the right: below the centre it is half way, above it has the first or the last colour.
    let picture = drawn(font!("colr-1.ttf"), 'J');
    assert_colors(&picture, &[(50, 20, [127, 0, 128]), (20, 70, [255, 0, 0])]);
}

#[test]
fn a_composite_keeps_only_what_both_parts_cover() {
    assert_colors(&drawn(font!("colr-1.ttf"), 'E'), &[(25, 50, [255, 0, 0]), (75, 50, [0; 3])]);
}

#[test]
fn a_turned_layer_is_turned_against_the_clock() {
    // The left half, turned by a quarter, is the lower one.
    assert_colors(&drawn(font!("colr-1.ttf"), 'F'), &[(50, 25, [255, 0, 0]), (50, 75, [0; 3])]);
}

#[test]
fn burning_and_dodging_divide_as_the_standard_says() {
    // Grey of a half over red at a half, full green and a quarter of blue.
    assert_colors(&drawn(font!("colr-1.ttf"), 'G'), &[(50, 50, [0, 255, 0])]);
    assert_colors(&drawn(font!("colr-1.ttf"), 'K'), &[(50, 50, [255, 255, 128])]);
}

#[test]
fn luminosity_and_color_are_mixed_apart() {
    // Blue made as light as the grey; then the grey in the hue and saturation of red: both keep a luminosity of a half.
    for letter in ['L', 'M'] {
        let [red, green, blue] = at(&drawn(font!("colr-1.ttf"), letter), 50, 50).map(f32::from);
        let luminosity = 0.3 * red + 0.59 * green + 0.11 * blue;
        assert!((luminosity - 127.5).abs() < 2.0, "{letter}: {red} {green} {blue}");
        assert!(
            if letter == 'L' { blue > red + 100.0 } else { red > blue + 100.0 },
            "{letter}: {red} {green} {blue}"
        );
    }
}

#[test]
fn a_transparent_layer_lets_the_picture_through() {
    assert_colors(&drawn(font!("colr-1.ttf"), 'H'), &[(50, 50, [0, 128, 0])]);
}

#[test]
fn a_fill_without_an_edge_ends_at_the_clip_box() {
    assert_colors(
        &drawn(font!("colr-1.ttf"), 'I'),
        &[(25, 25, [255; 3]), (75, 25, [0; 3]), (25, 75, [0; 3])],
    );
}

#[test]
fn a_bitmap_comes_from_the_strike_above_its_size_and_stands_by_its_metrics() {
    for (bytes, bottom) in [(font!("sbix.ttf"), 0.0), (font!("cbdt.ttf"), 0.25)] {
        for (size_px, color) in
            [(16.0, [255, 0, 0]), (20.0, [255, 0, 0]), (30.0, [0, 255, 0]), (80.0, [0, 255, 0])]
        {
            let picture = paper(&run(bytes, 'A', size_px, &[]));
            let seen = |y: usize| picture.rgb[(y * 160 + 24) * 3..][..3] != [0, 0, 0];
            let rows: Vec<usize> = (0..160).filter(|&y| seen(y)).collect();
            let (top, end) = (*rows.first().unwrap() as f32, *rows.last().unwrap() as f32 + 1.0);
            assert!((end - top - size_px).abs() <= 1.0, "{size_px}: {top} to {end}");
            assert!((end - 120.0 - bottom * size_px).abs() <= 1.0, "{size_px}: {top} to {end}");
            let index = (((top + end) / 2.0) as usize * 160 + 24) * 3;
            assert_eq!(picture.rgb[index..index + 3], color, "{size_px}");
        }
    }
}

#[test]
fn an_outline_follows_the_axes_of_its_font() {
    for (weight, right) in [(100.0, 50), (500.0, 70), (900.0, 90)] {
        let picture = paper(&run(font!("varying.ttf"), 'A', EM, &[(*b"wght", weight)]));
        assert_colors(&picture, &[(right - 2, 40, [255; 3]), (right + 2, 40, [0; 3])]);
    }
}

#[test]
fn a_glyph_that_hangs_over_the_edge_is_cut_there() {
    for name in [font!("colr-0.ttf"), font!("colr-1.ttf"), font!("sbix.ttf")] {
        for (x, y) in [(-50.0, 20.0), (130.0, 200.0), (1e6, 1e6), (-1e6, 50.0), (f32::NAN, 50.0)] {
            let mut run = run(name, 'A', EM, &[]);
            for glyph in &mut run.glyphs {
                (glyph.x, glyph.y) = (x, y);
            }
            paper(&run);
        }
    }
}

/// What lies outside of the rounded box: up to 32 of 255 at 84 px.
const HAIR: u8 = 40;

/// Whose `v` and `w` once got a grey bar across them at some places.
fn serif() -> &'static [u8] {
    let packed = include_bytes!("../../../fonts/syndicard-serif/SyndicardSerif.woff2");
    wuff::decompress_woff2(packed).unwrap().leak()
}

#[test]
fn a_letter_has_as_much_ink_wherever_it_stands_and_none_beside_its_outline() {
    let font = serif();
    for letter in ['v', 'w'] {
        for size_px in [28.0, 53.7, 84.0] {
            let mut run = run(font, letter, size_px, &[(*b"wght", 700.0)]);
            let mut least = f64::INFINITY;
            let mut most = 0.0_f64;
            for place in 0..500 {
                // Steps that share no divisor with a pixel: 500 places, each of them another.
                run.glyphs[0].x = 20.0 + place as f32 * 0.037;
                run.glyphs[0].y = 100.0 + place as f32 * 0.0613;
                let picture = paper(&run);
                let ink: f64 = picture.rgb.as_chunks::<3>().0.iter().map(|pixel| f64::from(pixel[0])).sum();
                (least, most) = (least.min(ink), most.max(ink));
                assert_inside(&picture, &run);
            }
            // A bar takes a quarter to a half of it; where edges cross, rounding takes up to 4.3 % of it.
            assert!(most - least < 0.05 * most, "{letter} at {size_px} px: {least} to {most}");
        }
    }
}

/// All ink is in the pixels that the outline's box touches, but for a hair: `ttf-parser` rounds the box to whole units.
fn assert_inside(picture: &Picture, run: &GlyphRun) {
    use ab_glyph::{Font, FontRef, GlyphId, PxScale, VariableFont};
    let mut font = FontRef::try_from_slice((*run.font.bytes).as_ref()).unwrap();
    for (tag, value) in &run.font.axes {
        font.set_variation(tag, *value);
    }
    let units = font.units_per_em().unwrap();
    let scale = PxScale::from(run.size_px * font.height_unscaled() / units);
    let glyph = run.glyphs[0];
    let at = GlyphId(glyph.id).with_scale_and_position(scale, ab_glyph::point(glyph.x, glyph.y));
    let bounds = font.outline_glyph(at).unwrap().px_bounds();
    for (index, pixel) in picture.rgb.as_chunks::<3>().0.iter().enumerate() {
        let (x, y) = ((index % 160) as f32, (index / 160) as f32);
        let inside = x >= bounds.min.x && x < bounds.max.x && y >= bounds.min.y && y < bounds.max.y;
        assert!(inside || pixel[0] < HAIR, "ink of {} at {x}, {y}, outside of {bounds:?}", pixel[0]);
    }
}
