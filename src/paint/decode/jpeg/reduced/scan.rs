//! From the scan to planes (ITU-T T.81, A.2 and F.2).

use super::Side;
use super::bits::Bits;
use super::entropy::Entropy;
use super::segments::{Component, File};
use super::transform::{Basis, Target, basis, flat, inverse, scale};

/// From the order in the file to rows of eight (T.81, figure 5).
const ZIGZAG: [u8; 64] = [
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7,
    14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39,
    46, 53, 60, 61, 54, 47, 55, 62, 63,
];

/// Up to here in that order there are frequencies below the fourth only, on either side.
const LOW: usize = 9;

/// The samples of one component, at the size of the smaller picture and some more to the right and below.
pub struct Plane {
    pub samples: Vec<u8>,
    pub stride: usize,
}

/// How the blocks of a component become pixels.
struct Drawing<'a> {
    component: &'a Component,
    /// Zigzag order; scaled for the smaller picture.
    quantization: [f32; 64],
    /// Pixels of a block.
    width: usize,
    height: usize,
    across: Basis,
    down: Basis,
    plane: Plane,
    /// The mean of the block before.
    mean: i32,
}

/// Decodes all components so that their planes have one size; nothing where the data is damaged or ends early.
pub fn decode(file: &File<'_>, side: Side) -> Option<Vec<Plane>> {
    let most_across = file.components.iter().map(|component| component.across).max()?;
    let most_down = file.components.iter().map(|component| component.down).max()?;
    let mcus_across = file.width_px.div_ceil(8 * most_across);
    let mcus_down = file.height_px.div_ceil(8 * most_down);
    let mut drawings: Vec<Drawing<'_>> = file
        .components
        .iter()
        .map(|component| {
            // Where colour was sampled less often, fewer of its pixels are left out.
            let width = side.pixels() * most_across / component.across;
            let height = side.pixels() * most_down / component.down;
            let stride = mcus_across * most_across * side.pixels();
            let lines = mcus_down * most_down * side.pixels();
            let factor = scale(width, height);
            Drawing {
                component,
                quantization: component.quantization.map(|step| step * factor),
                width,
                height,
                across: basis(width),
                down: basis(height),
                plane: Plane { samples: vec![0; stride * lines], stride },
                mean: 0,
            }
        })
        .collect();

    let mcus = mcus_across * mcus_down;
    let entropy = Entropy::of(file.data)?;
    let intervals = entropy.intervals();
    let interval = if file.restart_interval == 0 { mcus } else { file.restart_interval };
    if intervals.len() != mcus.div_ceil(interval) {
        return None;
    }
    for (number, data) in intervals.enumerate() {
        let mut bits = Bits::of(data);
        drawings.iter_mut().for_each(|drawing| drawing.mean = 0);
        for mcu in (number * interval..mcus).take(interval) {
            let (row, column) = (mcu / mcus_across, mcu % mcus_across);
            for drawing in &mut drawings {
                drawing.mcu(&mut bits, row, column)?;
            }
        }
        if bits.is_past_end() {
            return None;
        }
    }
    Some(drawings.into_iter().map(|drawing| drawing.plane).collect())
}

impl Drawing<'_> {
    fn mcu(&mut self, bits: &mut Bits<'_>, row: usize, column: usize) -> Option<()> {
        let (across, down) = (self.component.across, self.component.down);
        for line in row * down..(row + 1) * down {
            for block in column * across..(column + 1) * across {
                let offset = line * self.height * self.plane.stride + block * self.width;
                self.block(bits, offset)?;
            }
        }
        Some(())
    }

    #[inline]
    fn block(&mut self, bits: &mut Bits<'_>, offset: usize) -> Option<()> {
        self.mean = self.mean.wrapping_add(self.component.differences.read(bits)?);
        let mut frequencies = [0.0_f32; 64];
        frequencies[0] = self.mean as f32 * self.quantization[0];
        let mut last = 0;
        let quantization = &self.quantization;
        self.component.coefficients.read(bits, |place, value| {
            last = place;
            // Masked, so that no check is needed: `place` is below 64.
            if let (Some(&at), Some(step)) = (ZIGZAG.get(place & 63), quantization.get(place & 63))
                && let Some(frequency) = frequencies.get_mut(usize::from(at & 63))
            {
                *frequency = value as f32 * step;
            }
        })?;
        self.draw(&frequencies, last, offset);
        Some(())
    }

    /// Makes the block's pixels; no frequency is there after `last` in zigzag order.
    fn draw(&mut self, frequencies: &[f32; 64], last: usize, offset: usize) {
        let (across, down) = (&self.across, &self.down);
        let target = Target { plane: &mut self.plane.samples, offset, stride: self.plane.stride };
        let mean = frequencies[0];
        match (self.width, self.height, last) {
            (4, 4, 0) => flat::<4, 4>(mean, across, down, target),
            (8, 8, 0) => flat::<8, 8>(mean, across, down, target),
            (4, 4, _) => inverse::<4, 4, 4>(frequencies, across, down, target),
            (8, 8, ..=LOW) => inverse::<4, 8, 8>(frequencies, across, down, target),
            (8, 8, _) => inverse::<8, 8, 8>(frequencies, across, down, target),
            (2, 2, _) => inverse::<2, 2, 2>(frequencies, across, down, target),
            (1, 1, _) => flat::<1, 1>(mean, across, down, target),
            (8, 4, _) => inverse::<8, 8, 4>(frequencies, across, down, target),
            (4, 8, _) => inverse::<8, 4, 8>(frequencies, across, down, target),
            (4, 2, _) => inverse::<4, 4, 2>(frequencies, across, down, target),
            (2, 4, _) => inverse::<4, 2, 4>(frequencies, across, down, target),
            (2, 1, _) => inverse::<2, 2, 1>(frequencies, across, down, target),
            _ => inverse::<2, 1, 2>(frequencies, across, down, target),
        }
    }
}
