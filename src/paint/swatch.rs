//! A small copy of a picture in OKLab, to be looked at as a whole.

use super::color::{Curve, linear_to_oklab};
use super::photo::Pixels;

/// The longer side, in cells.
const LONGEST: u32 = 80;
/// How many pixels of each cell are looked at along each side: sixteen of them tell its colour well enough.
const SAMPLES: usize = 4;

/// Cells of even size that cover a picture.
#[derive(Clone, Debug)]
pub struct Swatch {
    pub width: usize,
    pub height: usize,
    /// Rows from the top; lightness and the two axes of colour.
    pub cells: Vec<Cell>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cell {
    pub lab: [f32; 3],
    /// How opaque it is, from 0 to 1.
    pub alpha: f32,
}

impl Cell {
    pub fn chroma(&self) -> f32 {
        let [_, a, b] = self.lab;
        (a * a + b * b).sqrt()
    }

    /// How much it looks like skin, from 0 to 1: all people's is of one hue, and differs in lightness.
    pub fn skin(&self) -> f32 {
        let [lightness, a, b] = self.lab;
        let chroma = self.chroma();
        if a <= 0.0 || b <= 0.0 {
            return 0.0;
        }
        // The hue as the share of yellow: a third is 18 degrees, one and a half is 56.
        let slope = b / a;
        ramp(slope, 0.45, 0.75)
            * ramp(slope, 2.4, 1.5)
            * ramp(chroma, 0.035, 0.06)
            * ramp(chroma, 0.16, 0.12)
            * ramp(lightness, 0.25, 0.4)
            * ramp(lightness, 0.95, 0.88)
    }
}

/// From 0 at `from` to 1 at `to`, which may lie below it.
pub fn ramp(value: f32, from: f32, to: f32) -> f32 {
    let share = ((value - from) / (to - from)).clamp(0.0, 1.0);
    share * share * (3.0 - 2.0 * share)
}

impl Swatch {
    /// Looks at a picture that has pixels.
    pub fn of(picture: &impl Pixels) -> Self {
        let (width_px, height_px) = picture.size_px();
        let (width, height) = cells(width_px, height_px);
        let columns = samples(width_px as usize, width);
        let rows = samples(height_px as usize, height);
        let curve = Curve::srgb();
        let mut cells = Vec::with_capacity(width * height);
        for rows in rows.as_chunks::<SAMPLES>().0 {
            for columns in columns.as_chunks::<SAMPLES>().0 {
                cells.push(cell(picture, curve, rows, columns));
            }
        }
        Self { width, height, cells }
    }
}

/// As many cells as keep the shape.
fn cells(width_px: u32, height_px: u32) -> (usize, usize) {
    let longer = width_px.max(height_px).max(1);
    let side = |length: u32| {
        let cells =
            (u64::from(length) * u64::from(LONGEST.min(longer)) + u64::from(longer) / 2) / u64::from(longer);
        (cells as usize).max(1)
    };
    (side(width_px), side(height_px))
}

/// Where the samples of each cell lie.
fn samples(pixels: usize, cells: usize) -> Vec<usize> {
    let count = cells * SAMPLES;
    (0..count).map(|index| ((2 * index + 1) * pixels / (2 * count)).min(pixels.saturating_sub(1))).collect()
}

fn cell(picture: &impl Pixels, curve: Curve, rows: &[usize; SAMPLES], columns: &[usize; SAMPLES]) -> Cell {
    let (mut light, mut alpha) = ([0.0_f32; 3], 0.0);
    for &row in rows {
        for &column in columns {
            let [red, green, blue, opacity] = picture.pixel(column, row);
            let opacity = f32::from(opacity) / 255.0;
            for (sum, byte) in light.iter_mut().zip([red, green, blue]) {
                *sum += curve.to_linear(byte) * opacity;
            }
            alpha += opacity;
        }
    }
    let light = if alpha > 0.0 { light.map(|sum| sum / alpha) } else { [0.0; 3] };
    Cell { lab: linear_to_oklab(light), alpha: alpha / (SAMPLES * SAMPLES) as f32 }
}
