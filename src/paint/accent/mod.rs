//! The colour of a picture that something small beside it may take.

#[cfg(test)]
mod tests;

use super::color::oklch;
use super::photo::Pixels;
use super::swatch::{Cell, Swatch, ramp};
use crate::scene::Color;

/// Ten degrees each.
const HUES: usize = 36;
/// What is greyer than this has no hue that anybody would name.
const GREY: f32 = 0.035;
/// Of the picture: less of a colour is dust.
const LEAST_AREA: f32 = 0.004;
/// Skin is passed over where another colour has this much of its score.
const BESIDE_SKIN: f32 = 0.5;

/// The colour that a designer would pick from a photo: vivid, and enough of it; nothing of a photo in greys.
pub fn accent(picture: &impl Pixels) -> Option<Color> {
    if matches!(picture.size_px(), (0, _) | (_, 0)) {
        return None;
    }
    let swatch = Swatch::of(picture);
    let whole: f32 = swatch.cells.iter().map(|cell| cell.alpha).sum();
    let mut hues = [Hue::default(); HUES];
    for cell in &swatch.cells {
        let (at, weight) = (degrees(cell) / 360.0 * HUES as f32, weight(cell));
        if let Some(hue) = hues.get_mut(at as usize % HUES) {
            hue.add(cell, weight);
        }
    }
    let widened = widened(&hues);
    let best = |is_wanted: &dyn Fn(&Hue) -> bool| {
        let wanted = widened.iter().filter(|hue| hue.area > LEAST_AREA * whole && is_wanted(hue));
        wanted.max_by(|a, b| a.score(whole).total_cmp(&b.score(whole)))
    };
    let any = best(&|_| true)?;
    let other = best(&|hue| !hue.is_skin()).filter(|hue| hue.score(whole) > BESIDE_SKIN * any.score(whole));
    other.unwrap_or(any).color()
}

/// From 0 to 360.
fn degrees(cell: &Cell) -> f32 {
    let [_, a, b] = cell.lab;
    let degrees = libm::atan2f(b, a).to_degrees();
    if degrees < 0.0 { degrees + 360.0 } else { degrees }
}

/// How much a cell counts: more the more vivid, and nothing where it is grey, all but black or all but white.
fn weight(cell: &Cell) -> f32 {
    let [lightness, ..] = cell.lab;
    let chroma = cell.chroma();
    cell.alpha * ramp(chroma, GREY, 2.0 * GREY) * ramp(lightness, 0.12, 0.35) * ramp(lightness, 1.0, 0.9)
}

/// What was found of some hues.
#[derive(Clone, Copy, Debug, Default)]
struct Hue {
    area: f32,
    skin: f32,
    /// Sums, of which the more vivid cells have a greater part.
    vividness: f32,
    lab: [f32; 3],
}

impl Hue {
    fn add(&mut self, cell: &Cell, weight: f32) {
        let vividness = weight * cell.chroma();
        self.area += weight;
        self.skin += weight * cell.skin();
        self.vividness += vividness;
        for (sum, value) in self.lab.iter_mut().zip(cell.lab) {
            *sum += vividness * value;
        }
    }

    fn join(&mut self, other: &Self, share: f32) {
        self.area += share * other.area;
        self.skin += share * other.skin;
        self.vividness += share * other.vividness;
        for (sum, value) in self.lab.iter_mut().zip(other.lab) {
            *sum += share * value;
        }
    }

    fn is_skin(&self) -> bool {
        self.skin > 0.5 * self.area
    }

    /// A small vivid thing is worth as much as a large dull one: area counts by its root, chroma in full.
    fn score(&self, whole: f32) -> f32 {
        if self.area <= 0.0 {
            return 0.0;
        }
        self.vividness / self.area * (self.area / whole).sqrt()
    }

    fn color(&self) -> Option<Color> {
        if self.vividness <= 0.0 {
            return None;
        }
        let [lightness, a, b] = self.lab.map(|sum| sum / self.vividness);
        let chroma = (a * a + b * b).sqrt();
        (chroma > GREY).then(|| oklch(lightness, chroma, libm::atan2f(b, a).to_degrees()))
    }
}

/// Each hue with its neighbours, since colours do not end at tens of degrees.
fn widened(hues: &[Hue; HUES]) -> [Hue; HUES] {
    let mut widened = [Hue::default(); HUES];
    for (index, hue) in widened.iter_mut().enumerate() {
        for (step, share) in [(HUES - 2, 0.3), (HUES - 1, 0.8), (0, 1.0), (1, 0.8), (2, 0.3)] {
            if let Some(other) = hues.get((index + step) % HUES) {
                hue.join(other, share);
            }
        }
    }
    widened
}
