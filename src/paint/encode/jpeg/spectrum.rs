//! Planes as the frequencies of their blocks (ITU-T T.81, A.3.3), from which every quality is quantised.

use super::planes::Planes;
use super::zigzag::ZIGZAG;
use crate::paint::lanes::{Lanes, each_column, transposed};

/// The unit of a coefficient: fine enough that rounding to it is lost in any quantisation, and none leaves 16 bits.
pub const UNITS: f32 = 16.0;

/// The coefficients of a block in zigzag order, each in sixteenths.
pub type Block = [i16; 64];

/// The blocks of one plane, in rows from the top.
pub struct Component {
    pub columns: usize,
    pub blocks: Vec<Block>,
}

/// Luma, blue and red.
pub fn of(planes: &Planes, chroma_width: usize) -> [Component; 3] {
    let [luma, blue, red] = &planes.all;
    [component(luma, planes.width), component(blue, chroma_width), component(red, chroma_width)]
}

fn component(plane: &[u8], width: usize) -> Component {
    let columns = width / 8;
    let scales = scales();
    let mut blocks = Vec::with_capacity(plane.len() / 64);
    for band in plane.chunks_exact(width * 8) {
        for column in 0..columns {
            let mut block = [[0.0; 8]; 8];
            for (into, row) in block.iter_mut().zip(band.chunks_exact(width)) {
                let from = row.as_chunks::<8>().0.get(column).copied().unwrap_or_default();
                into.iter_mut().zip(from).for_each(|(into, value)| *into = f32::from(value) - 128.0);
            }
            blocks.push(transformed(block, &scales));
        }
    }
    Component { columns, blocks }
}

/// The two-dimensional DCT: down the columns, over, and down the columns again.
#[inline]
fn transformed(block: [[f32; 8]; 8], scales: &[f32; 64]) -> Block {
    let flat = each_column(&transposed(&each_column(&block, line)), line);
    let values = flat.as_flattened();
    let mut scaled = [0_i16; 64];
    for ((into, value), scale) in scaled.iter_mut().zip(values).zip(scales) {
        *into = round(value * scale);
    }
    let mut block = [0; 64];
    for (into, &from) in block.iter_mut().zip(&ZIGZAG) {
        // What was transformed stands transposed.
        let from = (from % 8) * 8 + from / 8;
        *into = scaled.get(from).copied().unwrap_or_default();
    }
    block
}

/// To the nearest, for values below 2¹⁵; adding 1.5 × 2²³ leaves the integer in the lowest bits of a float.
#[inline(always)]
pub fn round(value: f32) -> i16 {
    (value + 12_582_912.0).to_bits() as i16
}

/// The scaled DCT of Arai, Agui and Nakajima (1988), which needs five multiplications.
#[inline(always)]
fn line([a, b, c, d, e, f, g, h]: Lanes) -> Lanes {
    let (s0, s1, s2, s3) = (a + h, b + g, c + f, d + e);
    let (d0, d1, d2, d3) = (a - h, b - g, c - f, d - e);

    let (even, odd) = (s0 + s3, s1 + s2);
    let fall = s0 - s3;
    let turn = (s1 - s2 + fall) * COS_4;

    let (p, q, r) = (d3 + d2, d2 + d1, d1 + d0);
    let shared = (p - r) * COS_6;
    let low = p * (COS_2 - COS_6) + shared;
    let high = r * (COS_2 + COS_6) + shared;
    let middle = q * COS_4;
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

/// What the transform leaves to be multiplied, and the unit.
fn scales() -> [f32; 64] {
    let root = std::f32::consts::SQRT_2;
    let of_row = [1.0, COS_1, COS_2, COS_3, COS_4, COS_5, COS_6, COS_7].map(|cos| cos * root);
    let mut of_row = of_row.map(|scale| 1.0 / scale);
    if let Some(first) = of_row.first_mut() {
        *first = 1.0;
    }
    let mut scales = [0.0; 64];
    let pairs = of_row.iter().flat_map(|row| of_row.iter().map(move |column| row * column));
    for (into, pair) in scales.iter_mut().zip(pairs) {
        *into = pair * UNITS / 8.0;
    }
    scales
}
