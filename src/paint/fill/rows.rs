//! Lays fills over what is there, row by row, where they touch it.

use super::area::full_columns;
use super::ink::Light;
use super::{Layer, dithered, middle, noise};
use crate::paint::color::Curve;
use crate::scene::Picture;
use std::ops::Range;

/// Mixes all layers in one pass.
pub fn draw(picture: &mut Picture, layers: &[Layer]) {
    if layers.is_empty() {
        return;
    }
    let mut even = Even::new();
    let width = picture.width_px as usize;
    for (y, row) in picture.rgb.chunks_exact_mut((width * 3).max(3)).enumerate() {
        let pixels = row.as_chunks_mut::<3>().0;
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
    for (x, pixel) in pixels.iter_mut().enumerate().take(columns.end).skip(columns.start) {
        let mut light = pixel.map(|byte| curve.to_linear(byte));
        let mut is_touched = false;
        for layer in layers {
            is_touched |= layer.mix(&mut light, middle(x), middle(y));
        }
        if is_touched {
            *pixel = dithered(curve, light, x, y);
        }
    }
}

/// A row of one colour makes of each byte always the same: this is looked up.
struct Even {
    curve: Curve,
    light: Light,
    /// What becomes of each byte of red, green and blue, in 256ths; with noise it never leaves 16 bits.
    becomes: [[u16; 256]; 3],
    noise: Vec<u16>,
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
        self.noise.extend(whole.clone().map(|x| (noise(x, y) * 256.0) as u16));
        let pixels = pixels.get_mut(whole.clone()).unwrap_or_default();
        for (pixel, &noise) in pixels.iter_mut().zip(&self.noise) {
            let becomes = |table: &[u16; 256], byte: u8| {
                (table.get(usize::from(byte)).copied().unwrap_or_default().saturating_add(noise) >> 8) as u8
            };
            let [r, g, b] = *pixel;
            *pixel = [becomes(red, r), becomes(green, g), becomes(blue, b)];
        }
        whole
    }

    fn look_up(&mut self) {
        let [red, green, blue, alpha] = self.light;
        for (table, above) in self.becomes.iter_mut().zip([red, green, blue]) {
            for (byte, value) in (0..=u8::MAX).zip(table) {
                let below = self.curve.to_linear(byte);
                *value = (self.curve.from_linear(below + (above - below) * alpha) * 256.0 + 0.5) as u16;
            }
        }
    }
}
