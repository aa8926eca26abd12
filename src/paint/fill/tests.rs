#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::ink::Light;
use super::{Layer, draw, middle, noise, over};
use crate::paint::color::{from_linear, to_linear};
use crate::scene::{Area, Color, Fill, Paint, Picture, Rect, Stop};

const SIZE: (u32, u32) = (150, 90);
const RED: Color = Color { red: 0.8, green: 0.1, blue: 0.2, alpha: 1.0 };
const BLUE: Color = Color { red: 0.05, green: 0.2, blue: 0.6, alpha: 1.0 };

fn grain() -> Picture {
    let (width_px, height_px) = SIZE;
    let rgb = (0..width_px * height_px * 3).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    Picture { width_px, height_px, rgb, alpha: None }
}

/// Every layer asked about every pixel.
fn exact(picture: &Picture, fills: &[&Fill]) -> Picture {
    let layers: Vec<Layer> = fills.iter().map(|fill| Layer::of(fill, picture)).collect();
    let mut exact = picture.clone();
    for (at, pixel) in exact.rgb.as_chunks_mut::<3>().0.iter_mut().enumerate() {
        let (x, y) = (at % picture.width_px as usize, at / picture.width_px as usize);
        let mut light = pixel.map(to_linear);
        let above: Vec<Light> = layers.iter().filter_map(|layer| layer.at(middle(x), middle(y))).collect();
        above.iter().for_each(|above| over(&mut light, *above));
        if !above.is_empty() {
            *pixel = light.map(|light| (from_linear(light) + noise(x, y)) as u8);
        }
    }
    exact
}

/// By how much any channel differs from the exact one.
fn apart(fills: &[Fill]) -> u8 {
    let fills: Vec<&Fill> = fills.iter().collect();
    let mut drawn = grain();
    draw(&mut drawn, &fills);
    let exact = exact(&grain(), &fills);
    drawn.rgb.iter().zip(&exact.rgb).map(|(a, b)| a.abs_diff(*b)).max().unwrap()
}

fn stops(colors: &[Color]) -> Vec<Stop> {
    let last = (colors.len() - 1) as f32;
    colors.iter().enumerate().map(|(at, &color)| Stop { offset: at as f32 / last, color }).collect()
}

fn linear(from: (f32, f32), to: (f32, f32), colors: &[Color]) -> Paint {
    Paint::Linear { from, to, stops: stops(colors) }
}

fn rect(left: f32, top: f32, right: f32, bottom: f32) -> Rect {
    Rect { left, top, right, bottom }
}

#[test]
fn a_row_of_one_colour_is_what_its_pixels_are_one_by_one() {
    let clear = RED.with_alpha(0.0);
    let scrim = linear((0.0, 10.0), (0.0, 80.0), &[clear, RED.with_alpha(0.7)]);
    for paint in [Paint::Solid(BLUE.with_alpha(0.4)), Paint::Solid(RED), scrim] {
        for (radius_px, stroke_px) in [(0.0, None), (14.0, None), (0.0, Some(3.0)), (9.0, Some(2.5))] {
            for rect in
                [rect(0.0, 0.0, 150.0, 90.0), rect(10.4, 7.8, 133.3, 70.5), rect(-20.0, 60.0, 170.0, 200.0)]
            {
                let area = Some(Area { rect, radius_px, stroke_px });
                let apart = apart(&[Fill { paint: paint.clone(), area }]);
                assert!(apart <= 1, "{paint:?} {area:?}: {apart}");
            }
        }
    }
}

#[test]
fn soft_colours_are_what_their_pixels_are_one_by_one() {
    let glow = Paint::Radial {
        centre: (40.0, -10.0),
        radii: (120.0, 90.0),
        stops: stops(&[RED, RED.with_alpha(0.0)]),
    };
    let sky = linear((0.0, 0.0), (60.0, 90.0), &[BLUE, RED]);
    let apart = apart(&[Fill::whole(sky), Fill::whole(glow)]);
    // Where two gradients end in one cell, one step more.
    assert!(apart <= 2, "{apart}");
}

#[test]
fn what_is_not_soft_is_exact_beside_what_is() {
    let steep = linear((0.0, 40.0), (4.0, 44.0), &[Color::BLACK, Color::WHITE]);
    let rings = |gap_px: f32, width_px: f32| Paint::Rings {
        centre: (90.0, 12.0),
        gap_px,
        width_px,
        reach_px: 80.0,
        color: RED,
    };
    // Those of the third touch where a row runs along them.
    for paint in [steep, rings(17.0, 1.5), rings(5.0, 3.0), rings(16.0, 9.0)] {
        let apart = apart(&[Fill::whole(Paint::Solid(BLUE)), Fill::whole(paint.clone())]);
        assert!(apart <= 1, "{paint:?}: {apart}");
    }
    let dark_to_light = linear((0.0, 0.0), (150.0, 0.0), &[Color::BLACK, Color::WHITE]);
    assert!(apart(&[Fill::whole(dark_to_light)]) <= 1);
}

#[test]
fn what_lies_below_an_opaque_fill_is_not_seen() {
    let above = Fill::whole(linear((0.0, 0.0), (150.0, 90.0), &[BLUE, RED]));
    let mut alone = grain();
    draw(&mut alone, &[&above]);
    let mut covered = grain();
    draw(&mut covered, &[&Fill::whole(Paint::Solid(Color::WHITE)), &above]);
    assert_eq!(covered, alone);
}

#[test]
fn a_picture_of_one_pixel_takes_any_fill() {
    for paint in [Paint::Solid(RED), linear((0.0, 0.0), (0.0, 1.0), &[RED, BLUE])] {
        let mut picture = Picture { width_px: 1, height_px: 1, rgb: vec![9; 3], alpha: None };
        draw(&mut picture, &[&Fill::whole(paint)]);
        assert_ne!(picture.rgb, [9; 3]);
    }
}
