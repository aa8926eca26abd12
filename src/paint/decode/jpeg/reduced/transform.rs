//! From a block's frequencies to as many pixels as the smaller picture has (ITU-T T.81, A.3.3).
//!
//! Eight by eight numbers say how much of each cosine is in a block. The first of them alone are the block at a lower
//! resolution: the inverse transform of the lowest four by four gives four by four pixels, with all that can be seen at that size.
//! Sums and products are made in one order, in single precision, so that the result is the same on every machine.

use crate::paint::byte::nearest;
use crate::paint::lanes::{Lanes, each_column, transposed};

/// From the order in the file to rows of eight (T.81, figure 5).
const ZIGZAG: [u8; 64] = [
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7,
    14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39,
    46, 53, 60, 61, 54, 47, 55, 62, 63,
];

/// Where a frequency goes that so few pixels cannot show.
const SPARE: u8 = 64;
const SLOTS: usize = 128;

/// The frequencies of a block that becomes `N` by `N` pixels: 1, 2, 4 or 8.
pub struct Frequencies<const N: usize> {
    /// Columns, each from the top: the transform turns them into rows.
    values: [f32; SLOTS],
    /// By place in the file's order: where among the values, and what a step is worth there.
    slots: [u8; 64],
    steps: [f32; 64],
}

impl<const N: usize> Frequencies<N> {
    /// `quantization` is in the file's order.
    pub fn new(quantization: &[f32; 64]) -> Self {
        let mut slots = [SPARE; 64];
        let mut steps = [0.0; 64];
        let places = ZIGZAG.iter().zip(quantization);
        for ((slot, step), (&place, quantization)) in slots.iter_mut().zip(&mut steps).zip(places) {
            let (row, column) = (usize::from(place / 8), usize::from(place % 8));
            if row < N && column < N {
                *slot = (column * N + row) as u8;
                // One step of eight by eight, of which the transform's length is eight times that of one pixel.
                *step = quantization * weight::<N>(row) * weight::<N>(column) / 8.0;
            }
        }
        Self { values: [0.0; SLOTS], slots, steps }
    }

    /// By place in the file's order, where [`Self::set`] expects its frequency; of those that so few pixels cannot show, a place
    /// behind all.
    pub fn order(&self) -> [u8; 64] {
        self.slots.map(|slot| slot.min((N * N) as u8))
    }

    /// What a step is worth, in the order of [`Self::set`].
    pub fn steps(&self) -> [f32; 64] {
        let mut steps = [0.0; 64];
        for (&slot, &step) in self.slots.iter().zip(&self.steps) {
            if let Some(into) = steps.get_mut(usize::from(slot)) {
                *into = step;
            }
        }
        steps
    }

    /// Sets all frequencies at once, of which four are the least.
    #[inline(always)]
    pub fn set(&mut self, values: &[i16], steps: &[f32; 64]) {
        // Four at a time, which a processor does at once.
        let places = self.values.as_chunks_mut::<4>().0.iter_mut().take((N * N).div_ceil(4));
        for ((into, values), steps) in places.zip(values.as_chunks::<4>().0).zip(steps.as_chunks::<4>().0) {
            let [a, b, c, d] = values.map(f32::from);
            *into = [a * steps[0], b * steps[1], c * steps[2], d * steps[3]];
        }
    }

    #[inline(always)]
    pub fn clear(&mut self) {
        self.values.iter_mut().take(N * N).for_each(|value| *value = 0.0);
    }

    /// Sets the frequency at a place from 0 to 63 in the file's order.
    #[inline(always)]
    pub fn put(&mut self, place: usize, value: i32) {
        // Masked, so that no check is needed.
        if let (Some(&slot), Some(step)) = (self.slots.get(place & 63), self.steps.get(place & 63))
            && let Some(into) = self.values.get_mut(usize::from(slot) & (SLOTS - 1))
        {
            *into = value as f32 * step;
        }
    }

    /// Pixels of one brightness, where no frequency but the first was put.
    #[inline(always)]
    pub fn draw_flat(&self, target: Target<'_>) {
        let value = pixel(self.values[0]);
        target.rows().take(N).for_each(|row| row.iter_mut().take(N).for_each(|pixel| *pixel = value));
    }

    #[inline(always)]
    pub fn draw(&self, target: Target<'_>) {
        match N {
            8 => {
                let rows = transposed(&each_column(&self.columns(), eight));
                write(each_column(&rows, eight), target);
            }
            4 => write(four(transposed(&four(self.columns()))), target),
            2 => write(two(transposed(&two(self.columns()))), target),
            _ => self.draw_flat(target),
        }
    }

    #[inline(always)]
    fn columns<const M: usize>(&self) -> [[f32; M]; M] {
        let mut columns = [[0.0; M]; M];
        columns.iter_mut().zip(self.values.as_chunks::<M>().0).for_each(|(column, values)| *column = *values);
        columns
    }
}

/// Where the block's pixels go.
pub struct Target<'a> {
    /// From the block's first pixel on.
    pub samples: &'a mut [u8],
    /// From one row to the next.
    pub stride: usize,
}

impl<'a> Target<'a> {
    fn rows(self) -> impl Iterator<Item = &'a mut [u8]> {
        self.samples.chunks_mut(self.stride)
    }
}

#[inline(always)]
fn write<const N: usize>(pixels: [[f32; N]; N], target: Target<'_>) {
    for (row, values) in target.rows().zip(pixels) {
        if let Some(row) = row.first_chunk_mut::<N>() {
            *row = values.map(pixel);
        }
    }
}

/// Samples are kept around the middle of their range.
#[inline(always)]
fn pixel(value: f32) -> u8 {
    nearest(value + 128.0)
}

/// cos(k π / 16) for k from 1 to 7.
const COS: [f32; 8] = [
    1.0,
    0.980_785_25,
    0.923_879_5,
    0.831_469_6,
    std::f32::consts::FRAC_1_SQRT_2,
    0.555_570_24,
    0.382_683_43,
    0.195_090_32,
];

/// What a frequency is multiplied by before the transform for `N` pixels, which leaves that out.
fn weight<const N: usize>(frequency: usize) -> f32 {
    let root = std::f32::consts::SQRT_2;
    match (N, frequency) {
        (_, 0) => 1.0,
        (8, _) => COS.get(frequency).map_or(1.0, |cos| cos * root),
        (2, _) | (4, 2) => 1.0,
        _ => root,
    }
}

#[inline(always)]
fn add<const N: usize>(mut a: [f32; N], b: [f32; N]) -> [f32; N] {
    a.iter_mut().zip(b).for_each(|(a, b)| *a += b);
    a
}

#[inline(always)]
fn sub<const N: usize>(mut a: [f32; N], b: [f32; N]) -> [f32; N] {
    a.iter_mut().zip(b).for_each(|(a, b)| *a -= b);
    a
}

#[inline(always)]
fn times<const N: usize>(a: [f32; N], factor: f32) -> [f32; N] {
    a.map(|value| value * factor)
}

#[inline(always)]
fn two([a, b]: [[f32; 2]; 2]) -> [[f32; 2]; 2] {
    [add(a, b), sub(a, b)]
}

#[inline(always)]
fn four([a, b, c, d]: [[f32; 4]; 4]) -> [[f32; 4]; 4] {
    let (even, odd) = (add(a, c), sub(a, c));
    let outer = add(times(b, COS[2]), times(d, COS[6]));
    let inner = sub(times(b, COS[6]), times(d, COS[2]));
    [add(even, outer), add(odd, inner), sub(odd, inner), sub(even, outer)]
}

/// The scaled inverse of Arai, Agui and Nakajima (1988), which needs five multiplications.
#[inline(always)]
fn eight([a, b, c, d, e, f, g, h]: Lanes) -> Lanes {
    let root = std::f32::consts::SQRT_2;
    let (sum, difference) = (a + e, a - e);
    let even = c + g;
    let odd = (c - g) * root - even;
    let (s0, s3) = (sum + even, sum - even);
    let (s1, s2) = (difference + odd, difference - odd);

    let (p, q) = (f + d, f - d);
    let (r, s) = (b + h, b - h);
    let d0 = r + p;
    let middle = (r - p) * root;
    let shared = (q + s) * (2.0 * COS[2]);
    let high = shared - s * (2.0 * (COS[2] - COS[6]));
    let low = shared - q * (2.0 * (COS[2] + COS[6]));
    let d1 = low - d0;
    let d2 = middle - d1;
    let d3 = high - d2;
    [s0 + d0, s1 + d1, s2 + d2, s3 + d3, s3 - d3, s2 - d2, s1 - d1, s0 - d0]
}
