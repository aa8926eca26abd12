//! Colours and gradients, mixed in linear light and dithered.

mod area;
mod ink;
mod rings;
mod rows;
mod soft;
#[cfg(test)]
mod tests;

pub(super) use area::{coverage, full_columns};

use super::byte::nearest;
use super::color::Curve;
use crate::scene::{Area, Fill, Picture};
use ink::{Ink, Light};
use rows::Above;
use std::ops::Range;
use wide::u16x8;

/// Mixes several fills in one pass.
pub fn draw(picture: &mut Picture, fills: &[&Fill]) {
    let layers: Vec<Layer> = fills.iter().map(|fill| Layer::of(fill, picture)).collect();
    // What lies below one that hides everything is not seen.
    let lowest = layers.iter().rposition(Layer::hides).unwrap_or(0);
    let layers = layers.get(lowest..).unwrap_or_default();
    let soft = layers.iter().take_while(|layer| layer.is_soft()).count();
    let mut all = Rows::of(picture);
    match layers.split_at_checked(soft) {
        Some((soft, rest)) if soft.first().is_some_and(Layer::hides) => {
            let mut above = Above::new(rest);
            // What lies above is drawn while the rows below it are still near the processor.
            soft::draw(&mut all, soft, |band| above.draw(band));
        }
        _ => Above::new(layers).draw(&mut all),
    }
}

/// Some rows of a picture.
struct Rows<'a> {
    width: usize,
    /// The row that is the first of them.
    top: usize,
    pixels: &'a mut [[u8; 3]],
}

impl<'a> Rows<'a> {
    fn of(picture: &'a mut Picture) -> Self {
        let width = picture.width_px as usize;
        Self { width, top: 0, pixels: picture.rgb.as_chunks_mut::<3>().0 }
    }

    /// So many rows at a time.
    fn bands(&mut self, height: usize) -> impl Iterator<Item = Rows<'_>> {
        let (width, tops) = (self.width, (self.top..).step_by(height));
        let bands = self.pixels.chunks_mut((width * height).max(1));
        tops.zip(bands).map(move |(top, pixels)| Rows { width, top, pixels })
    }

    /// The pixels of each row, with its number.
    fn each(&mut self) -> impl Iterator<Item = (usize, &mut [[u8; 3]])> {
        (self.top..).zip(self.pixels.chunks_mut(self.width.max(1)))
    }
}

/// A fill with its colours in linear light.
struct Layer {
    ink: Ink,
    /// Nothing where every pixel is covered in full, so that none is asked how far it is from an edge.
    area: Option<Area>,
}

impl Layer {
    fn of(fill: &Fill, picture: &Picture) -> Self {
        Self { ink: Ink::of(&fill.paint), area: fill.area.filter(|area| !area::covers(area, picture)) }
    }

    fn hides(&self) -> bool {
        self.ink.is_opaque() && self.area.is_none()
    }

    /// Whether it changes so little from pixel to pixel, all over the picture, that what lies between a few of them is known.
    fn is_soft(&self) -> bool {
        self.ink.is_soft() && self.area.is_none()
    }

    /// The columns of a row that may be touched, in order.
    fn columns(&self, y: usize, width: usize) -> Vec<Range<usize>> {
        let of_ink = self.ink.columns(y, width);
        let Some(area) = &self.area else { return of_ink };
        let of_area = area::columns(area, y, width);
        let common = |a: &Range<usize>, b: &Range<usize>| a.start.max(b.start)..a.end.min(b.end);
        of_ink.iter().flat_map(|a| of_area.iter().map(move |b| common(a, b))).collect()
    }

    /// What the layer lays over a point, with how much of it; nothing where it does not touch it.
    #[inline]
    fn at(&self, x: f32, y: f32) -> Option<Light> {
        let cover = self.area.as_ref().map_or(1.0, |area| coverage(area, x, y));
        if cover <= 0.0 {
            return None;
        }
        let [red, green, blue, alpha] = self.ink.at(x, y);
        let alpha = alpha * cover;
        (alpha > 0.0).then_some([red, green, blue, alpha])
    }
}

/// Lays light over light.
#[inline]
fn over(light: &mut [f32; 3], [red, green, blue, alpha]: Light) {
    for (below, above) in light.iter_mut().zip([red, green, blue]) {
        *below += (above - *below) * alpha;
    }
}

/// Interleaved gradient noise (Jimenez 2014), in parts of 65536: it rounds to the right mean and leaves no bands.
///
/// Sixteen bits hold what is behind the point, so that what is before it is lost by itself.
#[inline(always)]
fn noise_parts(x: usize, y: usize) -> u16 {
    let inner = (x as u16).wrapping_mul(ACROSS).wrapping_add((y as u16).wrapping_mul(DOWN));
    inner.wrapping_mul(52).wrapping_add(((u32::from(inner) * u32::from(REST)) >> 16) as u16)
}

/// That of a pixel and the seven to its right.
#[inline(always)]
fn noise_of_eight(x: usize, y: usize) -> u16x8 {
    let places = u16x8::splat(x as u16) + u16x8::new([0, 1, 2, 3, 4, 5, 6, 7]);
    let inner = places * u16x8::splat(ACROSS) + u16x8::splat((y as u16).wrapping_mul(DOWN));
    inner * u16x8::splat(52) + inner.mul_keep_high(u16x8::splat(REST))
}

/// 0.06711056, 0.00583715 and what is behind the point of 52.9829189.
const ACROSS: u16 = 4398;
const DOWN: u16 = 383;
const REST: u16 = 64_417;

/// The same, from 0 to 1.
#[inline(always)]
pub fn noise(x: usize, y: usize) -> f32 {
    f32::from(noise_parts(x, y)) / 65_536.0
}

/// What is before the point of a number from 0 to a few thousand.
#[inline(always)]
fn whole(value: f32) -> f32 {
    // Behind 2²³ there is no part of one. `floor` would be a call where the processor is not known to have it.
    let near = (value + 8_388_608.0) - 8_388_608.0;
    if near > value { near - 1.0 } else { near }
}

/// A number from 0 to 255, rounded up as often as its fraction says.
#[inline(always)]
fn with_noise(value: f32, noise: f32) -> u8 {
    nearest(value + noise - 0.5)
}

/// Where a pixel's middle is.
#[inline]
fn middle(at: usize) -> f32 {
    at as f32 + 0.5
}

/// A dithered pixel of linear light.
#[inline]
fn dithered(curve: Curve, light: [f32; 3], x: usize, y: usize) -> [u8; 3] {
    let noise = noise(x, y);
    let byte = |light| with_noise(curve.from_linear(light), noise);
    // `map` would be a call.
    let [red, green, blue] = light;
    [byte(red), byte(green), byte(blue)]
}
