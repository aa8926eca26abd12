//! Scales one plane of a picture by the same filter, four new rows at a time.

use super::filter::Taps;
use crate::paint::byte::nearest;
use crate::paint::focus::Crop;
use crate::paint::photo::Plane;

/// Rows that are made together: as many numbers as a processor adds at once.
const ROWS: usize = 4;

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
pub fn plane(plane: &Plane, crop: Crop, (width, height): (usize, usize), levels: Levels) -> Vec<u8> {
    let across = Taps::new(crop.left, crop.width, width as u32, plane.width);
    let down = Taps::new(crop.top, crop.height, height as u32, plane.height);
    let mut source = Source::new(plane, across.reach(), levels);
    let mut columns = vec![[0.0_f32; ROWS]; source.width];
    let mut samples = vec![0; width * height];
    let rows: Vec<(usize, &[f32])> = down.each().collect();
    for (rows, samples) in rows.chunks(ROWS).zip(samples.chunks_mut(ROWS * width)) {
        source.mix(rows, &mut columns);
        let mut lines = samples.chunks_exact_mut(width);
        let mut lines: [&mut [u8]; ROWS] = std::array::from_fn(|_| lines.next().unwrap_or_default());
        for (at, (start, weights)) in across.each().enumerate() {
            let mut sums = [0.0_f32; ROWS];
            let taken = columns.get(start - source.left..).unwrap_or_default();
            for (column, &weight) in taken.iter().zip(weights) {
                sums.iter_mut().zip(column).for_each(|(sum, level)| *sum += weight * level);
            }
            let mut made = [0; ROWS];
            made.iter_mut().zip(sums).for_each(|(sample, level)| *sample = levels.sample(level));
            for (line, made) in lines.iter_mut().zip(made) {
                if let Some(sample) = line.get_mut(at) {
                    *sample = made;
                }
            }
        }
    }
    samples
}

/// The columns that are needed, row by row as levels; those of the last rows are kept.
struct Source<'a> {
    plane: &'a Plane,
    levels: Levels,
    left: usize,
    width: usize,
    /// Row `n` of the plane, where it was made, stands at `n` modulo the number of rows here.
    made: Vec<(usize, Vec<f32>)>,
    sums: [Vec<f32>; ROWS],
}

impl<'a> Source<'a> {
    fn new(plane: &'a Plane, (left, right): (usize, usize), levels: Levels) -> Self {
        let width = right - left;
        Self { plane, levels, left, width, made: Vec::new(), sums: std::array::from_fn(|_| vec![0.0; width]) }
    }

    /// Mixes up to four rows, and puts what belongs to a column side by side.
    fn mix(&mut self, rows: &[(usize, &[f32])], columns: &mut [[f32; ROWS]]) {
        let first = rows.first().map_or(0, |&(start, _)| start);
        let end = rows.iter().map(|&(start, weights)| start + weights.len()).max().unwrap_or(first);
        self.make(first, end);
        let count = self.made.len();
        for (sums, &(start, weights)) in self.sums.iter_mut().zip(rows) {
            sums.fill(0.0);
            for (row, &weight) in (start..).zip(weights) {
                let Some((_, levels)) = self.made.get(row % count) else { continue };
                sums.iter_mut().zip(levels).for_each(|(sum, level)| *sum += weight * level);
            }
        }
        let [a, b, c, d] = &self.sums;
        let sums = a.iter().zip(b).zip(c.iter().zip(d));
        columns.iter_mut().zip(sums).for_each(|(column, ((a, b), (c, d)))| *column = [*a, *b, *c, *d]);
    }

    /// Makes the rows that are not there yet.
    fn make(&mut self, first: usize, end: usize) {
        let needed = end - first;
        if self.made.len() < needed {
            self.made = vec![(usize::MAX, vec![0.0; self.width]); needed];
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
            made.iter_mut().zip(samples).for_each(|(level, &sample)| *level = levels.of(sample));
            *number = row;
        }
    }
}
