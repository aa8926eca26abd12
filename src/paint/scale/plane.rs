//! Scales one plane of a picture by the same filter, in whole numbers: down the columns first, and then along each row.
//!
//! A weight has fourteen bits behind the point, a level fifteen and a sign: processors multiply eight of each at a time, and add
//! neighbours in 32 bits.

use super::filter::{Filter, Taps};
use super::weights::{self, Pair, TOGETHER, Weights};
use crate::paint::focus::Crop;
use crate::paint::photo::Plane;
use wide::bytemuck::{cast, cast_slice};
use wide::{f32x4, i16x8, i32x4, u8x16};

/// In what samples are averaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Levels {
    /// The square of the number, which is near to light: averages keep the brightness of what is small and bright.
    Light,
    /// The number itself, which is even to the eye.
    Numbers,
}

/// Squares are counted from here, so that they fit sixteen bits with a sign.
const MIDDLE: i32 = 1 << 15;
/// Bits behind the point of a number as a level.
const BEHIND: u32 = 7;

impl Levels {
    #[inline(always)]
    fn of(self, numbers: i16x8) -> i16x8 {
        match self {
            Self::Light => (numbers * numbers) ^ i16x8::splat(i16::MIN),
            Self::Numbers => numbers << BEHIND,
        }
    }

    /// The samples of four sums of weighted levels, not yet cut off at 255.
    #[inline(always)]
    fn samples(self, sums: i32x4) -> i32x4 {
        match self {
            Self::Light => {
                let squares = f32x4::from_i32x4(sums + i32x4::splat(MIDDLE << weights::BITS));
                // Beside what is bright the filter goes below black.
                let squares = (squares * f32x4::splat(1.0 / weights::ONE as f32)).fast_max(f32x4::ZERO);
                squares.sqrt().fast_round_int()
            }
            Self::Numbers => {
                let bits = weights::BITS + BEHIND;
                (sums + i32x4::splat(1 << (bits - 1))) >> bits
            }
        }
    }
}

/// A part of a plane in a new size, its rows without gaps. The part lies on the plane, and both have pixels.
pub fn plane(
    plane: &Plane,
    crop: Crop,
    (width, height): (usize, usize),
    levels: Levels,
    filter: Filter,
) -> Vec<u8> {
    match levels {
        Levels::Light => scaled::<true>(plane, crop, (width, height), filter),
        Levels::Numbers => scaled::<false>(plane, crop, (width, height), filter),
    }
}

fn scaled<const LIGHT: bool>(
    plane: &Plane,
    crop: Crop,
    (width, height): (usize, usize),
    filter: Filter,
) -> Vec<u8> {
    let levels = if LIGHT { Levels::Light } else { Levels::Numbers };
    let across = Taps::new(filter, crop.left, crop.width, width as u32, plane.width);
    let down = Taps::new(filter, crop.top, crop.height, height as u32, plane.height);
    let (left, right) = across.reach();
    let across = Weights::along(&across);
    let mut source = Source::new(plane, left..right);
    let mut row = vec![[i16x8::ZERO; 2]; (source.width + across.spare()).div_ceil(16)];
    let mut samples = vec![0; width * height];
    for (into, (start, weights)) in samples.chunks_exact_mut(width).zip(down.each()) {
        source.mix(&weights::pairs(start, weights), levels, &mut row);
        let row: &[i16] = cast_slice(row.as_flattened());
        match across.groups() {
            1 => narrow(into, across.sums::<1>(row), levels),
            2 => narrow(into, across.sums::<2>(row), levels),
            _ => narrow(into, across.sums_of_many(row), levels),
        }
    }
    samples
}

/// Makes the pixels of a row from their sums.
#[inline(always)]
fn narrow(into: &mut [u8], sums: impl Iterator<Item = i32x4>, levels: Levels) {
    for (into, sums) in into.chunks_mut(TOGETHER).zip(sums) {
        let four = i16x8::from_i32x8_saturate(cast([levels.samples(sums); 2]));
        let [made, ..]: [[u8; TOGETHER]; 4] = cast(u8x16::narrow_i16x8(four, four));
        match into.first_chunk_mut() {
            Some(whole) => *whole = made,
            None => into.iter_mut().zip(made).for_each(|(into, sample)| *into = sample),
        }
    }
}

/// The rows of a part of a plane as levels, two by two; those of the last rows are kept.
struct Source<'a> {
    plane: &'a Plane,
    left: usize,
    width: usize,
    /// Pair `n` of rows, where it was made, stands at `n` modulo the number of pairs here.
    made: Vec<(usize, Levelled)>,
}

/// Two rows, a level of one beside that of the other: sixteen columns in four vectors.
type Levelled = Vec<[i16x8; 4]>;

impl<'a> Source<'a> {
    fn new(plane: &'a Plane, columns: std::ops::Range<usize>) -> Self {
        Self { plane, left: columns.start, width: columns.len(), made: Vec::new() }
    }

    /// Mixes one row.
    #[inline(always)]
    fn mix(&mut self, pairs: &[Pair], levels: Levels, row: &mut [[i16x8; 2]]) {
        for pair in pairs {
            self.make(pair.number, pairs.len(), levels);
        }
        let count = self.made.len().max(1);
        let taps = pairs.iter().filter_map(|pair| {
            self.made.get(pair.number % count).map(|(_, levelled)| (levelled.as_slice(), pair.weights))
        });
        let taps: Vec<(&[[i16x8; 4]], i16x8)> = taps.collect();
        for (at, into) in row.iter_mut().enumerate().take(self.width.div_ceil(16)) {
            let mut sums = [i32x4::splat(1 << (weights::BITS - 1)); 4];
            for (levelled, weights) in &taps {
                let Some(levelled) = levelled.get(at) else { continue };
                for (sum, levels) in sums.iter_mut().zip(levelled) {
                    *sum += levels.dot(*weights);
                }
            }
            let [a, b, c, d] = sums;
            let mixed = |a: i32x4, b: i32x4| {
                i16x8::from_i32x8_saturate(cast([a >> weights::BITS, b >> weights::BITS]))
            };
            *into = [mixed(a, b), mixed(c, d)];
        }
    }

    /// Makes a pair of rows, where it is not there yet, and room for so many.
    #[inline(always)]
    fn make(&mut self, number: usize, needed: usize, levels: Levels) {
        if self.made.len() < needed {
            // As many as one row ever needs, and those of the row after it.
            self.made = vec![(usize::MAX, vec![[i16x8::ZERO; 4]; self.width.div_ceil(16)]); needed + 1];
        }
        let count = self.made.len();
        let rows = [2 * number, 2 * number + 1].map(|row| {
            let start = row.min(self.plane.height.saturating_sub(1)) * self.plane.stride + self.left;
            self.plane.samples.get(start..start + self.width).unwrap_or_default()
        });
        let Some((made, levelled)) = self.made.get_mut(number % count).filter(|(made, _)| *made != number)
        else {
            return;
        };
        *made = number;
        let [upper, lower] = rows.map(|row| row.as_chunks::<16>());
        let last = [upper.1, lower.1].map(|rest| {
            let mut last = [0; 16];
            last.iter_mut().zip(rest).for_each(|(into, sample)| *into = *sample);
            last
        });
        let [last_upper, last_lower] = &last;
        let upper = upper.0.iter().chain(std::iter::once(last_upper));
        let lower = lower.0.iter().chain(std::iter::once(last_lower));
        for (into, (upper, lower)) in levelled.iter_mut().zip(upper.zip(lower)) {
            let (upper, lower) = (u8x16::new(*upper), u8x16::new(*lower));
            let beside = [u8x16::unpack_low(upper, lower), u8x16::unpack_high(upper, lower)];
            let [left, right] = beside.map(|eight| {
                [i16x8::from_u8x16_low(eight), i16x8::from_u8x16_high(eight)].map(|four| levels.of(four))
            });
            *into = [left[0], left[1], right[0], right[1]];
        }
    }
}
