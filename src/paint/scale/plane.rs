//! Scales one plane of a picture by the same filter, four new rows at a time.

use super::filter::{Filter, Taps};
use crate::paint::byte::nearest;
use crate::paint::focus::Crop;
use crate::paint::photo::Plane;

/// Rows that are made together: as many numbers as a processor adds at once.
const ROWS: usize = 4;
/// Columns whose rows are mixed together, so that sums stay in the processor's registers.
const LANES: usize = 8;

/// In what samples are averaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Levels {
    /// The square of the number, which is near to light: averages keep the brightness of what is small and bright.
    Light,
    /// The number itself, which is even to the eye.
    Numbers,
}

impl Levels {
    #[inline(always)]
    fn of(self, sample: u8) -> f32 {
        let number = f32::from(sample);
        match self {
            Self::Light => number * number,
            Self::Numbers => number,
        }
    }

    #[inline(always)]
    fn sample(self, level: f32) -> u8 {
        let number = match self {
            // Beside what is bright the filter goes below black.
            Self::Light => (if level > 0.0 { level } else { 0.0 }).sqrt(),
            Self::Numbers => level,
        };
        nearest(number)
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
    let across = Taps::new(filter, crop.left, crop.width, width as u32, plane.width);
    let down = Taps::new(filter, crop.top, crop.height, height as u32, plane.height);
    let mut source = Source::new(plane, across.reach(), levels);
    let mut columns = vec![[[0.0_f32; ROWS]; LANES]; source.lanes];
    let mut samples = vec![0; width * height];
    let rows: Vec<(usize, &[f32])> = down.each().collect();
    // The new pixels of four rows, one after the other.
    let mut sums = vec![[[0.0_f32; ROWS]; LANES]; width.div_ceil(LANES)];
    for (rows, samples) in rows.chunks(ROWS).zip(samples.chunks_mut(ROWS * width)) {
        source.mix(rows, &mut columns);
        for (sum, (start, weights)) in sums.as_flattened_mut().iter_mut().zip(across.each()) {
            let taken = columns.as_flattened().get(start - source.left..).unwrap_or_default();
            let mut mixed = [0.0_f32; ROWS];
            for (column, &weight) in taken.iter().zip(weights) {
                mixed.iter_mut().zip(column).for_each(|(sum, level)| *sum += weight * level);
            }
            *sum = mixed;
        }
        match levels {
            Levels::Light => write(samples, width, &sums, |level| Levels::Light.sample(level)),
            Levels::Numbers => write(samples, width, &sums, |level| Levels::Numbers.sample(level)),
        }
    }
    samples
}

/// Writes the pixels of four rows, each row for itself.
#[inline(always)]
fn write(samples: &mut [u8], width: usize, pixels: &[[[f32; ROWS]; LANES]], sample: impl Fn(f32) -> u8) {
    let mut lines = samples.chunks_exact_mut(width);
    let mut lines: [&mut [u8]; ROWS] = std::array::from_fn(|_| lines.next().unwrap_or_default());
    for (at, pixels) in pixels.iter().enumerate() {
        let mut made = [[0_u8; LANES]; ROWS];
        for (made, levels) in made.iter_mut().zip(turned(pixels)) {
            made.iter_mut().zip(levels).for_each(|(made, level)| *made = sample(level));
        }
        for (line, made) in lines.iter_mut().zip(made) {
            let Some(rest) = line.get_mut(at * LANES..) else { continue };
            match rest.first_chunk_mut() {
                Some(whole) => *whole = made,
                None => rest.iter_mut().zip(made).for_each(|(into, sample)| *into = sample),
            }
        }
    }
}

#[inline(always)]
fn turned(pixels: &[[f32; ROWS]; LANES]) -> [[f32; LANES]; ROWS] {
    let mut rows = [[0.0; LANES]; ROWS];
    for (at, [a, b, c, d]) in pixels.iter().enumerate() {
        for (row, &level) in rows.iter_mut().zip([a, b, c, d]) {
            if let Some(into) = row.get_mut(at) {
                *into = level;
            }
        }
    }
    rows
}

/// The columns that are needed, row by row as levels; those of the last rows are kept.
struct Source<'a> {
    plane: &'a Plane,
    levels: Levels,
    left: usize,
    width: usize,
    /// So many times [`LANES`] are as wide or a little wider.
    lanes: usize,
    /// Row `n` of the plane, where it was made, stands at `n` modulo the number of rows here.
    made: Vec<(usize, Row)>,
}

type Row = Vec<[f32; LANES]>;
/// A row with its weight.
type Tap<'r> = (&'r [[f32; LANES]], f32);

impl<'a> Source<'a> {
    fn new(plane: &'a Plane, (left, right): (usize, usize), levels: Levels) -> Self {
        let width = right - left;
        Self { plane, levels, left, width, lanes: width.div_ceil(LANES), made: Vec::new() }
    }

    /// Mixes up to four rows, and puts what belongs to a column side by side.
    fn mix(&mut self, rows: &[(usize, &[f32])], columns: &mut [[[f32; ROWS]; LANES]]) {
        let first = rows.first().map_or(0, |&(start, _)| start);
        let end = rows.iter().map(|&(start, weights)| start + weights.len()).max().unwrap_or(first);
        self.make(first, end);
        let count = self.made.len();
        let mut taps: [Vec<Tap<'_>>; ROWS] = std::array::from_fn(|_| Vec::new());
        for (taps, &(start, weights)) in taps.iter_mut().zip(rows) {
            let made = (start..).zip(weights).filter_map(|(row, &weight)| {
                self.made.get(row % count).map(|(_, levels)| (levels.as_slice(), weight))
            });
            taps.extend(made);
        }
        for (at, columns) in columns.iter_mut().enumerate() {
            let mut sums = [[0.0_f32; LANES]; ROWS];
            for (sums, taps) in sums.iter_mut().zip(&taps) {
                for (levels, weight) in taps {
                    let Some(levels) = levels.get(at) else { continue };
                    sums.iter_mut().zip(levels).for_each(|(sum, level)| *sum += weight * level);
                }
            }
            let [a, b, c, d] = &sums;
            let sums = a.iter().zip(b).zip(c.iter().zip(d));
            columns.iter_mut().zip(sums).for_each(|(column, ((a, b), (c, d)))| *column = [*a, *b, *c, *d]);
        }
    }

    /// Makes the rows that are not there yet.
    fn make(&mut self, first: usize, end: usize) {
        let needed = end - first;
        if self.made.len() < needed {
            self.made = vec![(usize::MAX, vec![[0.0; LANES]; self.lanes]); needed];
        }
        let count = self.made.len();
        let (plane, levels) = (self.plane, self.levels);
        for row in first..end {
            let Some((number, made)) = self.made.get_mut(row % count).filter(|(number, _)| *number != row)
            else {
                continue;
            };
            let start = row * plane.stride + self.left;
            let samples = plane.samples.get(start..start + self.width).unwrap_or_default();
            made.as_flattened_mut()
                .iter_mut()
                .zip(samples)
                .for_each(|(level, &sample)| *level = levels.of(sample));
            *number = row;
        }
    }
}
