//! Which part of a picture stands in a frame of another shape.

mod salience;
mod sums;
#[cfg(test)]
mod tests;
mod window;

use super::photo::Pixels;
use super::swatch::Swatch;
use crate::scene::Rect;
use salience::Salience;
use window::{Free, Score};

/// A point of a picture, from 0 to 1 along its width and its height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Focus {
    pub x: f32,
    pub y: f32,
}

/// A part of a picture, in its pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crop {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

/// How much closer than needed the frame may come, so that the subject gets out from under the text.
const CLOSER: [f64; 4] = [1.0, 1.08, 1.16, 1.25];
/// Coming closer loses sharpness and surroundings, so it has to be worth it.
const PRICE_OF_CLOSER: f32 = 0.9;

/// The best part of a picture for a frame that is `shape` times as wide as high.
///
/// `wish` is the point to be seen; where none is given, the subject is looked for. `avoid` is the part of the frame,
/// from 0 to 1, that will be covered by text: the subject is kept clear of it where that is possible.
pub fn crop(picture: &impl Pixels, shape: f32, wish: Option<Focus>, avoid: Option<Rect>) -> Crop {
    let (width, height) = size(picture);
    let shape = f64::from(if shape.is_finite() { shape.clamp(0.01, 100.0) } else { 1.0 });
    let whole = if width > height * shape {
        Crop { left: 0.0, top: 0.0, width: height * shape, height }
    } else {
        Crop { left: 0.0, top: 0.0, width, height: width / shape }
    };
    if width < 1.0 || height < 1.0 {
        return whole;
    }
    let free = Free::new(avoid);
    match wish {
        Some(wish) => window::around(whole, (width, height), wish, &free),
        None => found(picture, whole, &free),
    }
}

fn size(picture: &impl Pixels) -> (f64, f64) {
    let (width_px, height_px) = picture.size_px();
    (f64::from(width_px), f64::from(height_px))
}

/// Tries every place of the frame, and picks the one that shows most of what stands out.
fn found(picture: &impl Pixels, whole: Crop, free: &Free) -> Crop {
    let (width, height) = size(picture);
    let slack = (width - whole.width, height - whole.height);
    if slack.0 < 1.0 && slack.1 < 1.0 && free.is_all() {
        return whole;
    }
    let salience = Salience::of(&Swatch::of(picture));
    let score = Score::new(&salience, (width, height), free);
    let mut best: Option<(f32, Crop)> = None;
    for closer in CLOSER.into_iter().take(if free.is_all() { 1 } else { CLOSER.len() }) {
        let size = (whole.width / closer, whole.height / closer);
        let price = PRICE_OF_CLOSER * (closer - 1.0) as f32;
        for crop in window::places((width, height), size) {
            let points = score.of(&crop) - price;
            if best.is_none_or(|(most, _)| points > most) {
                best = Some((points, crop));
            }
        }
    }
    best.map_or(whole, |(_, crop)| crop)
}
