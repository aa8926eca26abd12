//! Lays fills over what is there, row by row, where they touch it.

use super::area::full_columns;
use super::ink::{Ink, Light};
use super::{Layer, Rows, dithered, middle, noise_parts, over};
use crate::paint::color::Curve;
use std::ops::Range;
use wide::bytemuck::cast;
use wide::f32x4;

/// Layers that are mixed in one pass.
pub struct Above<'a> {
    layers: &'a [Layer],
    even: Even,
}

impl<'a> Above<'a> {
    pub fn new(layers: &'a [Layer]) -> Self {
        Self { layers, even: Even::new() }
    }

    pub fn draw(&mut self, rows: &mut Rows<'_>) {
        let layers = self.layers;
        match layers {
            [] => return,
            [Layer { ink: Ink::Rings(rings), area: None }] if rings.are_apart() => return rings.draw(rows),
            _ => {}
        }
        let (even, width) = (&mut self.even, rows.width);
        for (y, pixels) in rows.each() {
            let columns = layers.iter().flat_map(|layer| layer.columns(y, width)).collect();
            for columns in apart(columns) {
                let whole = match layers {
                    [only] => even.draw(only, pixels, columns.clone(), y),
                    _ => 0..0,
                };
                let (before, after) = if whole.is_empty() {
                    (columns, 0..0)
                } else {
                    (columns.start..whole.start, whole.end..columns.end)
                };
                exact(layers, even.curve, pixels, before, y);
                exact(layers, even.curve, pixels, after, y);
            }
        }
    }
}

/// Ranges that touch are one, so that no pixel is mixed twice.
fn apart(mut columns: Vec<Range<usize>>) -> Vec<Range<usize>> {
    columns.retain(|columns| !columns.is_empty());
    columns.sort_by_key(|columns| columns.start);
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(columns.len());
    for columns in columns {
        match apart.last_mut() {
            Some(last) if columns.start <= last.end => last.end = last.end.max(columns.end),
            _ => apart.push(columns),
        }
    }
    apart
}

/// Asks every layer about every pixel.
fn exact(layers: &[Layer], curve: Curve, pixels: &mut [[u8; 3]], columns: Range<usize>, y: usize) {
    let pixels = pixels.get_mut(columns.clone()).unwrap_or_default();
    for (x, pixel) in columns.zip(pixels) {
        let mut light = None;
        for layer in layers {
            if let Some(above) = layer.at(middle(x), middle(y)) {
                let [red, green, blue] = *pixel;
                let below = || [curve.to_linear(red), curve.to_linear(green), curve.to_linear(blue)];
                over(light.get_or_insert_with(below), above);
            }
        }
        if let Some(light) = light {
            *pixel = dithered(curve, light, x, y);
        }
    }
}

/// Of so many bytes one is mixed; between two the curve is straight, as far as a hundredth of a step.
const APART: usize = 8;

/// A row of one colour makes of each byte always the same: this is looked up.
struct Even {
    curve: Curve,
    light: Light,
    /// What becomes of each byte of red, green and blue, in 256ths; with noise it never reaches 256.
    becomes: [[u32; 256]; 3],
    noise: Vec<u32>,
}

impl Even {
    fn new() -> Self {
        Self { curve: Curve::srgb(), light: [0.0; 4], becomes: [[0; 256]; 3], noise: Vec::new() }
    }

    /// Mixes a layer in where it is even and covers all of each pixel, and says where that is.
    fn draw(
        &mut self,
        layer: &Layer,
        pixels: &mut [[u8; 3]],
        columns: Range<usize>,
        y: usize,
    ) -> Range<usize> {
        let Some(light) = layer.ink.along_row(middle(y)) else { return 0..0 };
        let full = layer.area.as_ref().map_or(0..pixels.len(), |area| full_columns(area, y, pixels.len()));
        let whole = full.start.max(columns.start)..full.end.min(columns.end);
        if whole.is_empty() || light[3] <= 0.0 {
            return whole;
        }
        if self.light != light {
            self.light = light;
            self.look_up();
        }
        let [red, green, blue] = &self.becomes;
        self.noise.clear();
        self.noise.extend(whole.clone().map(|x| u32::from(noise_parts(x, y) >> 8)));
        let pixels = pixels.get_mut(whole.clone()).unwrap_or_default();
        for (pixel, &noise) in pixels.iter_mut().zip(&self.noise) {
            let becomes = |table: &[u32; 256], byte: u8| {
                ((table.get(usize::from(byte)).copied().unwrap_or_default() + noise) >> 8) as u8
            };
            let [r, g, b] = *pixel;
            *pixel = [becomes(red, r), becomes(green, g), becomes(blue, b)];
        }
        whole
    }

    fn look_up(&mut self) {
        let [red, green, blue, alpha] = self.light;
        for (table, above) in self.becomes.iter_mut().zip([red, green, blue]) {
            let mixed = |byte: usize| {
                let below = self.curve.to_linear(byte.min(255) as u8);
                self.curve.from_linear(below + (above - below) * alpha) * 256.0 + 0.5
            };
            let mut from = mixed(0);
            for (values, start) in table.as_chunks_mut::<APART>().0.iter_mut().zip((0..256).step_by(APART)) {
                // The last goes as far as 255 only, where a step more would lead to 256.
                let to = mixed(start + APART);
                let step = (to - from) / (start + APART).min(255).abs_diff(start) as f32;
                let first = f32x4::new([0.0, 1.0, 2.0, 3.0]) * step + from;
                let second = first + 4.0 * step;
                *values = cast([first.fast_trunc_int(), second.fast_trunc_int()]);
                from = to;
            }
        }
    }
}
