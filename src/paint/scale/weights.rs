//! The filter's weights as whole numbers, as they are multiplied.

use super::filter::Taps;
use wide::bytemuck::cast;
use wide::{i16x8, i32x4};

/// Behind the point of a weight.
pub const BITS: u32 = 14;
pub const ONE: i32 = 1 << BITS;

/// Weights that add up to one; what rounding takes or gives, the greatest bears.
fn whole(weights: &[f32]) -> Vec<i16> {
    let mut whole: Vec<i16> =
        weights.iter().map(|weight| libm::floorf(weight * ONE as f32 + 0.5) as i16).collect();
    let rest = ONE - whole.iter().map(|&weight| i32::from(weight)).sum::<i32>();
    if let Some(greatest) = whole.iter_mut().max_by_key(|weight| **weight) {
        *greatest += rest as i16;
    }
    whole
}

/// Two rows, of which the first has an even number, with the weight of each in turn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    pub number: usize,
    pub weights: i16x8,
}

/// The pairs of the rows from `start` on that have weights.
pub fn pairs(start: usize, weights: &[f32]) -> Vec<Pair> {
    let whole = whole(weights);
    let of_row =
        |row: usize| row.checked_sub(start).and_then(|at| whole.get(at)).copied().unwrap_or_default();
    let numbers = start / 2..(start + whole.len()).div_ceil(2);
    let pair = |number: usize| {
        let (upper, lower) = (of_row(2 * number), of_row(2 * number + 1));
        Pair { number, weights: cast([[upper, lower]; 4]) }
    };
    numbers.map(pair).collect()
}

/// Pixels that are made together.
pub const TOGETHER: usize = 4;

/// For each new pixel of a row, where the old ones begin, and their weights in groups of eight.
pub struct Weights {
    /// Filled up with the last to a multiple of [`TOGETHER`].
    starts: Vec<usize>,
    /// As many for each new pixel.
    groups: usize,
    weights: Vec<i16x8>,
}

impl Weights {
    /// Counted from the first old pixel that is needed.
    pub fn along(taps: &Taps) -> Self {
        let (left, _) = taps.reach();
        let mut weights = Self { starts: Vec::new(), groups: 1, weights: Vec::new() };
        for (start, of_pixel) in taps.each() {
            let whole = whole(of_pixel);
            weights.groups = whole.len().div_ceil(8);
            weights.starts.push(start - left);
            weights.weights.extend(whole.chunks(8).map(|eight| {
                let mut padded = [0; 8];
                padded.iter_mut().zip(eight).for_each(|(into, weight)| *into = *weight);
                i16x8::new(padded)
            }));
        }
        let count = weights.starts.len().next_multiple_of(TOGETHER);
        weights.starts.resize(count, weights.starts.last().copied().unwrap_or_default());
        weights.weights.resize(count * weights.groups, i16x8::ZERO);
        weights
    }

    /// So many levels behind the last are read, with weights of zero.
    pub fn spare(&self) -> usize {
        8 * self.groups
    }

    /// How many groups each new pixel has.
    pub fn groups(&self) -> usize {
        self.groups
    }

    /// The weighted sums of a row's levels, for four new pixels after the other, which have `GROUPS` groups.
    #[inline(always)]
    pub fn sums<const GROUPS: usize>(&self, row: &[i16]) -> impl Iterator<Item = i32x4> {
        let starts = self.starts.as_chunks::<TOGETHER>().0.iter();
        let weights = self.weights.as_chunks::<GROUPS>().0.as_chunks::<TOGETHER>().0;
        starts.zip(weights).map(|(starts, weights)| {
            let [a, b, c, d] = *starts;
            let [of_a, of_b, of_c, of_d] = weights;
            together([sum(row, a, of_a), sum(row, b, of_b), sum(row, c, of_c), sum(row, d, of_d)])
        })
    }

    /// The same, whatever the number of groups.
    pub fn sums_of_many(&self, row: &[i16]) -> impl Iterator<Item = i32x4> {
        let starts = self.starts.as_chunks::<TOGETHER>().0.iter();
        starts.zip(self.weights.chunks_exact(TOGETHER * self.groups)).map(|(starts, weights)| {
            let mut sums = [i32x4::ZERO; TOGETHER];
            for ((of_pixel, &start), weights) in
                sums.iter_mut().zip(starts).zip(weights.chunks_exact(self.groups))
            {
                for (at, weights) in (start..).step_by(8).zip(weights.as_chunks::<1>().0) {
                    *of_pixel += sum(row, at, weights);
                }
            }
            together(sums)
        })
    }
}

/// Each of four sums, whose parts stand beside each other.
#[inline(always)]
fn together(sums: [i32x4; TOGETHER]) -> i32x4 {
    let [a, b, c, d] = i32x4::transpose(sums);
    a + b + c + d
}

/// The sum of one new pixel, in four parts.
#[inline(always)]
fn sum<const GROUPS: usize>(row: &[i16], start: usize, weights: &[i16x8; GROUPS]) -> i32x4 {
    let levels = row.get(start..start + 8 * GROUPS).unwrap_or_default().as_chunks::<8>().0;
    let mut sum = i32x4::ZERO;
    for (levels, weights) in levels.iter().zip(weights) {
        sum += i16x8::new(*levels).dot(*weights);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::{ONE, Weights, pairs, whole};
    use crate::paint::scale::filter::{Filter, Taps};
    use wide::i32x4;

    #[test]
    fn weights_add_up_to_one() {
        for weights in [vec![1.0], vec![0.333; 3], vec![-0.05, 0.55, 0.55, -0.05], vec![0.01; 100]] {
            let whole = whole(&weights);
            assert_eq!(whole.iter().map(|&weight| i32::from(weight)).sum::<i32>(), ONE, "{weights:?}");
        }
    }

    #[test]
    fn a_row_has_its_weight_in_a_pair() {
        for start in 0..4 {
            let pairs = pairs(start, &[0.25, 0.5, 0.25]);
            let rows = pairs.iter().flat_map(|pair| {
                let [upper, lower, ..] = pair.weights.to_array();
                [(2 * pair.number, upper), (2 * pair.number + 1, lower)]
            });
            let weighted: Vec<(usize, i16)> = rows.filter(|(_, weight)| *weight != 0).collect();
            assert_eq!(weighted, [(start, 4096), (start + 1, 8192), (start + 2, 4096)]);
        }
    }

    #[test]
    fn sums_are_those_of_each_pixel() {
        // Of five pixels up to twice as wide, which have one group each, and of such as have two, and nine.
        for (pixels, length) in [(5, 9.5), (5, 19.0), (7, 130.0)] {
            let taps = Taps::new(Filter::CatmullRom, 3.0, length, pixels, 200);
            let weights = Weights::along(&taps);
            let (left, right) = taps.reach();
            let row: Vec<i16> =
                (0..right - left + weights.spare()).map(|at| (at * 7919 % 30_011) as i16).collect();
            let many: Vec<i32> =
                weights.sums_of_many(&row).flat_map(i32x4::to_array).take(pixels as usize).collect();
            let each = taps.each().map(|(start, of_pixel)| {
                let levels = row.iter().skip(start - left);
                levels
                    .zip(whole(of_pixel))
                    .map(|(level, weight)| i32::from(*level) * i32::from(weight))
                    .sum::<i32>()
            });
            assert_eq!(many, each.collect::<Vec<i32>>());
            let few: Vec<i32> = match weights.groups() {
                1 => weights.sums::<1>(&row).flat_map(i32x4::to_array).collect(),
                2 => weights.sums::<2>(&row).flat_map(i32x4::to_array).collect(),
                _ => continue,
            };
            assert!(few.starts_with(&many));
        }
    }
}
