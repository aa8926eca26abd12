//! From a block's frequencies to as many pixels as the smaller picture has (ITU-T T.81, A.3.3).
//!
//! Eight by eight numbers say how much of each cosine is in a block. The first of them alone are the block at a lower
//! resolution: the inverse transform of the lowest four by four gives four by four pixels, with all that can be seen at that size.
//! Sums and products are made in one order, in single precision, so that the result is the same on every machine.

use crate::paint::byte::nearest;
use wide::bytemuck::cast;
use wide::{f32x4, i16x8, u8x16};

/// From the order in the file to rows of eight (T.81, figure 5).
const ZIGZAG: [u8; 64] = [
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7,
    14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39,
    46, 53, 60, 61, 54, 47, 55, 62, 63,
];

/// Of a place in the file's order that is there for no frequency.
const PLACES: usize = 256;

/// The frequencies of a block that becomes `N` by `N` pixels: 1, 2, 4 or 8. Their values stand in columns, each from the top: the
/// transform turns them into rows.
pub struct Frequencies<const N: usize> {
    /// By place in the file's order, where its value stands.
    slots: [u8; PLACES],
    /// By value, what a step is worth.
    steps: [f32; 64],
}

impl<const N: usize> Frequencies<N> {
    /// `quantization` is in the file's order.
    pub fn new(quantization: &[f32; 64]) -> Self {
        // One behind all, for what so few pixels cannot show.
        let mut slots = [(N * N) as u8; PLACES];
        let mut steps = [0.0; 64];
        for ((slot, &place), quantization) in slots.iter_mut().zip(&ZIGZAG).zip(quantization) {
            let (row, column) = (usize::from(place / 8), usize::from(place % 8));
            if row < N && column < N {
                *slot = (column * N + row) as u8;
                if let Some(step) = steps.get_mut(usize::from(*slot)) {
                    // One step of eight by eight, of which the transform's length is eight times that of one pixel.
                    *step = quantization * weight::<N>(row) * weight::<N>(column) / 8.0;
                }
            }
        }
        Self { slots, steps }
    }

    /// By place in the file's order, where its value stands; of those that so few pixels cannot show, behind all.
    pub fn order(&self) -> [u8; 64] {
        self.slots.first_chunk().copied().unwrap_or([(N * N) as u8; 64])
    }

    /// Where the value of a place stands among so many that they are a power of two and more than `N` times `N`; a place beyond 63 has none.
    #[inline(always)]
    pub fn slot<const SLOTS: usize>(&self, place: usize) -> usize {
        // Masked, so that no check is needed.
        self.slots.get(place & (PLACES - 1)).map_or(0, |&slot| usize::from(slot) & (SLOTS - 1))
    }

    /// Pixels of one brightness, where there is no frequency but the first.
    #[inline(always)]
    pub fn draw_flat(&self, values: &[f32], target: Target<'_>) {
        let first = values.first().copied().unwrap_or_default();
        let value = pixel(first * self.steps[0]);
        target.rows().take(N).for_each(|row| row.iter_mut().take(N).for_each(|pixel| *pixel = value));
    }

    #[inline(always)]
    pub fn draw(&self, values: &[f32], target: Target<'_>) {
        match N {
            8 => {
                // Four rows of frequencies in each, and four columns of pixels.
                let [a, b] = halves(eight(self.columns(values, 0)));
                let [c, d] = halves(eight(self.columns(values, 4)));
                let left = eight(joined(f32x4::transpose(a), f32x4::transpose(c)));
                let right = eight(joined(f32x4::transpose(b), f32x4::transpose(d)));
                let mut rows = [[0; 8]; 8];
                let halves = left.as_chunks::<2>().0.iter().zip(right.as_chunks::<2>().0);
                for (two, (&[a, c], &[b, d])) in rows.as_chunks_mut::<2>().0.iter_mut().zip(halves) {
                    *two = cast(samples([a, b, c, d]));
                }
                write(&rows, target);
            }
            4 => {
                let columns: [f32x4; 4] = self.columns(values, 0);
                let rows: [[u8; 4]; 4] = cast(samples(four(f32x4::transpose(four(columns)))));
                write(&rows, target);
            }
            2 => {
                let [a, b, c, d] = values.first_chunk().copied().unwrap_or([0.0; 4]);
                let (a, b) = (a * self.steps[0], b * self.steps[1]);
                let (c, d) = (c * self.steps[2], d * self.steps[3]);
                let (sums, differences) = ((a + c, b + d), (a - c, b - d));
                let rows = [
                    [sums.0 + sums.1, differences.0 + differences.1],
                    [sums.0 - sums.1, differences.0 - differences.1],
                ];
                write(&rows.map(|row| row.map(pixel)), target);
            }
            _ => self.draw_flat(values, target),
        }
    }

    /// Four values of each column, from a row on.
    #[inline(always)]
    fn columns<const M: usize>(&self, values: &[f32], first: usize) -> [f32x4; M] {
        let mut columns = [f32x4::ZERO; M];
        let places = values.chunks_exact(M).zip(self.steps.as_chunks::<M>().0);
        for (into, (values, steps)) in columns.iter_mut().zip(places) {
            let four = |column: &[f32]| {
                let rest = column.get(first..).unwrap_or_default();
                f32x4::new(rest.first_chunk().copied().unwrap_or([0.0; 4]))
            };
            *into = four(values) * four(steps);
        }
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
fn write<const N: usize>(pixels: &[[u8; N]; N], target: Target<'_>) {
    for (row, pixels) in target.rows().zip(pixels) {
        if let Some(row) = row.first_chunk_mut() {
            *row = *pixels;
        }
    }
}

/// The same as [`pixel`] of each.
#[inline(always)]
fn samples(values: [f32x4; 4]) -> u8x16 {
    let [a, b, c, d] = values.map(f32x4::fast_round_int);
    let wide = |a, b| i16x8::from_i32x8_saturate(cast([a, b])).saturating_add(i16x8::splat(128));
    u8x16::narrow_i16x8(wide(a, b), wide(c, d))
}

#[inline(always)]
fn halves([a, b, c, d, e, f, g, h]: [f32x4; 8]) -> [[f32x4; 4]; 2] {
    [[a, b, c, d], [e, f, g, h]]
}

#[inline(always)]
fn joined([a, b, c, d]: [f32x4; 4], [e, f, g, h]: [f32x4; 4]) -> [f32x4; 8] {
    [a, b, c, d, e, f, g, h]
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
fn four([a, b, c, d]: [f32x4; 4]) -> [f32x4; 4] {
    let (even, odd) = (a + c, a - c);
    let outer = b * COS[2] + d * COS[6];
    let inner = b * COS[6] - d * COS[2];
    [even + outer, odd + inner, odd - inner, even - outer]
}

/// The scaled inverse of Arai, Agui and Nakajima (1988), which needs five multiplications.
#[inline(always)]
fn eight([a, b, c, d, e, f, g, h]: [f32x4; 8]) -> [f32x4; 8] {
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
