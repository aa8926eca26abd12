//! Squares of samples as their frequencies (ITU-T T.81, A.3.3).

use super::samples::Square;
use wide::{i16x8, u8x16};

/// The coefficients of a block, in rows of one frequency across and all those down, as [`scales`] has them.
pub type Block = [i16x8; 8];

/// By so many bits samples are made larger for the first half of the transform, so that what is rounded in it is small.
const FINER: u32 = 3;
/// So many of them are taken back for the second half. The largest number in it is 25,881, for the blocks that are worst for it.
const COARSER: u32 = 2;

/// The block of a square.
#[inline(always)]
pub fn of(square: &Square) -> Block {
    let mut block = [i16x8::ZERO; 8];
    for (into, rows) in block.as_chunks_mut::<2>().0.iter_mut().zip(square.as_chunks::<16>().0) {
        let rows = u8x16::new(*rows);
        *into = [i16x8::from_u8x16_low(rows), i16x8::from_u8x16_high(rows)].map(|row| (row - 128) << FINER);
    }
    transformed(&block)
}

/// The two-dimensional DCT: down the columns, over, and down the columns again.
#[inline(always)]
fn transformed(block: &Block) -> Block {
    let mut half = line(block);
    for row in &mut half {
        *row = (*row + (1 << (COARSER - 1))) >> COARSER;
    }
    line(&i16x8::transpose(half))
}

/// A share of a number, less than a half of it.
#[inline(always)]
fn part(value: i16x8, share: f32) -> i16x8 {
    value.mul_keep_high(i16x8::splat((share * 65_536.0) as i16))
}

/// The scaled DCT of Arai, Agui and Nakajima (1988), which needs five multiplications, of eight columns at once.
#[inline(always)]
fn line(&[a, b, c, d, e, f, g, h]: &Block) -> Block {
    let (s0, s1, s2, s3) = (a + h, b + g, c + f, d + e);
    let (d0, d1, d2, d3) = (a - h, b - g, c - f, d - e);

    let (even, odd) = (s0 + s3, s1 + s2);
    let fall = s0 - s3;
    let turn = s1 - s2 + fall;
    let turn = turn + part(turn, COS_4 - 1.0);

    let (p, q, r) = (d3 + d2, d2 + d1, d1 + d0);
    let shared = part(p - r, COS_6);
    let low = p + part(p, COS_2 - COS_6 - 1.0) + shared;
    let high = r + part(r, COS_2 + COS_6 - 1.0) + shared;
    let middle = q + part(q, COS_4 - 1.0);
    let (plus, minus) = (d0 + middle, d0 - middle);
    [even + odd, plus + high, fall + turn, minus - low, even - odd, minus + low, fall - turn, plus - high]
}

/// cos(k π / 16) for k from 1 to 7.
const COS_1: f32 = 0.980_785_25;
const COS_2: f32 = 0.923_879_5;
const COS_3: f32 = 0.831_469_6;
const COS_4: f32 = std::f32::consts::FRAC_1_SQRT_2;
const COS_5: f32 = 0.555_570_24;
const COS_6: f32 = 0.382_683_43;
const COS_7: f32 = 0.195_090_32;

/// How many times too large the transform leaves each coefficient of a block.
pub fn scales() -> [f32; 64] {
    let root = std::f32::consts::SQRT_2;
    let of_row = [1.0 / root, COS_1, COS_2, COS_3, COS_4, COS_5, COS_6, COS_7].map(|cos| cos * root);
    let pairs = of_row.iter().flat_map(|across| of_row.iter().map(move |down| across * down));
    let mut scales = [0.0; 64];
    for (into, pair) in scales.iter_mut().zip(pairs) {
        *into = pair * 8.0 * (1 << (FINER - COARSER)) as f32;
    }
    scales
}

#[cfg(test)]
mod tests {
    use super::{FINER, scales, transformed};
    use wide::i16x8;

    /// The transform as it is defined, in the order of ours.
    fn defined(samples: &[[f64; 8]; 8]) -> Vec<f64> {
        let basis = |frequency: usize, at: usize| {
            let turn = (2 * at + 1) as f64 * frequency as f64 * std::f64::consts::PI / 16.0;
            libm::cos(turn) * if frequency == 0 { std::f64::consts::FRAC_1_SQRT_2 } else { 1.0 }
        };
        let coefficient = |across: usize, down: usize| {
            let rows = samples.iter().enumerate();
            let sums = rows.map(|(y, row)| {
                row.iter().enumerate().map(|(x, sample)| sample * basis(across, x)).sum::<f64>()
                    * basis(down, y)
            });
            sums.sum::<f64>() / 4.0
        };
        (0..64).map(|at| coefficient(at / 8, at % 8)).collect()
    }

    fn samples(sample: impl Fn(usize, usize) -> u8) -> [[f64; 8]; 8] {
        std::array::from_fn(|y| std::array::from_fn(|x| f64::from(sample(x, y)) - 128.0))
    }

    /// The greatest difference from the definition, in what our numbers count.
    fn off(samples: &[[f64; 8]; 8]) -> f64 {
        let block = samples.map(|row| i16x8::new(row.map(|sample| (sample as i16) << FINER)));
        let ours = transformed(&block).map(i16x8::to_array);
        let pairs = ours.as_flattened().iter().zip(scales()).zip(defined(samples));
        pairs
            .map(|((ours, scale), exact)| (f64::from(*ours) - exact * f64::from(scale)).abs())
            .fold(0.0, f64::max)
    }

    #[test]
    fn it_is_the_transform_that_is_defined() {
        for seed in 0..500_usize {
            let noise = |x: usize, y: usize| {
                (((seed * 64 + y * 8 + x) as u32).wrapping_mul(2_654_435_761) >> 24) as u8
            };
            let off = off(&samples(noise));
            assert!(off < 8.0, "{seed}: {off}");
        }
    }

    #[test]
    fn the_strongest_waves_fit() {
        for across in 0..8_usize {
            for down in 0..8_usize {
                for turned in [false, true] {
                    // Black and white where the wave is below and above its middle: no block has more of it.
                    let wave = |at: usize, frequency: usize| {
                        libm::cos((2 * at + 1) as f64 * frequency as f64 * std::f64::consts::PI / 16.0) > 0.0
                    };
                    let sample = |x: usize, y: usize| {
                        if (wave(x, across) == wave(y, down)) == turned { 0 } else { 255 }
                    };
                    let off = off(&samples(sample));
                    assert!(off < 8.0, "{across}, {down}: {off}");
                }
            }
        }
    }
}
