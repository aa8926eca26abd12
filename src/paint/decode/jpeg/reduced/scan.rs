//! From the scan to planes (ITU-T T.81, A.2 and F.2).

use super::Side;
use super::bits::Bits;
use super::entropy::Entropy;
use super::segments::{Component, File};
use super::transform::{Frequencies, Target};
use crate::paint::photo::{Plane, Planes};
use std::ops::Range;

/// How the blocks of a component become pixels, `N` by `N` of each, for whose frequencies there are `M` places: `N` times `N` and one for
/// those that are not kept, or more. `M` is a power of two.
struct Drawing<'a, const N: usize, const M: usize> {
    component: &'a Component,
    frequencies: Frequencies<N>,
    /// Of one block.
    values: [f32; M],
    samples: Vec<u8>,
    stride: usize,
    /// The mean of the block before, in steps.
    mean: i32,
}

/// Decodes all components, as far as `rows` of the smaller picture need it; nothing where the data is damaged or ends early.
pub fn decode(file: &File<'_>, side: Side, rows: &Range<usize>) -> Option<Planes> {
    match side {
        Side::Eighth => decoded::<1, 2>(file, rows),
        Side::Quarter => decoded::<2, 8>(file, rows),
        Side::Half => decoded::<4, 32>(file, rows),
        Side::Whole => decoded::<8, 128>(file, rows),
    }
}

fn decoded<const N: usize, const M: usize>(file: &File<'_>, rows: &Range<usize>) -> Option<Planes> {
    let most_across = file.components.iter().map(|component| component.across).max()?;
    let most_down = file.components.iter().map(|component| component.down).max()?;
    let mcus_across = file.width_px.div_ceil(8 * most_across);
    let mcus_down = file.height_px.div_ceil(8 * most_down);
    let mut drawings: Vec<Drawing<'_, N, M>> = file
        .components
        .iter()
        .map(|component| {
            let stride = mcus_across * component.across * N;
            Drawing {
                component,
                frequencies: Frequencies::new(&component.quantization),
                values: [0.0; M],
                samples: Vec::with_capacity(stride * mcus_down * component.down * N),
                stride,
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
    // Of the rows of MCUs above what is needed the means must be known, and what is below need not be read.
    let first = rows.start / (most_down * N);
    let end = rows.end.div_ceil(most_down * N).min(mcus_down);
    for (number, data) in intervals.enumerate() {
        let mut bits = Bits::of(data);
        drawings.iter_mut().for_each(|drawing| drawing.mean = 0);
        for mcu in (number * interval..end * mcus_across).take(interval) {
            let (row, column) = (mcu / mcus_across, mcu % mcus_across);
            if column == 0 {
                drawings.iter_mut().for_each(|drawing| drawing.grow(row + 1));
            }
            drawings.iter_mut().try_for_each(|drawing| drawing.mcu(&mut bits, row, column, row >= first))?;
        }
        if bits.is_past_end() {
            return None;
        }
    }
    drawings.iter_mut().for_each(|drawing| drawing.grow(mcus_down));
    planes(file, drawings, (most_across, most_down))
}

impl<const N: usize, const M: usize> Drawing<'_, N, M> {
    /// Makes room for so many rows of MCUs: what is filled just before it is written is still in the processor's cache.
    fn grow(&mut self, rows: usize) {
        self.samples.resize(rows * self.stride * self.component.down * N, 0);
    }

    /// Reads the blocks of an MCU, and draws them where they are seen.
    fn mcu(&mut self, bits: &mut Bits<'_>, row: usize, column: usize, is_seen: bool) -> Option<()> {
        let (across, down) = (self.component.across, self.component.down);
        for line in row * down..(row + 1) * down {
            for block in column * across..(column + 1) * across {
                self.block(bits, (line * self.stride + block) * N, is_seen)?;
            }
        }
        Some(())
    }

    #[inline]
    fn block(&mut self, bits: &mut Bits<'_>, offset: usize, is_seen: bool) -> Option<()> {
        let Component { differences, coefficients, .. } = self.component;
        let (values, frequencies) = (&mut self.values, &self.frequencies);
        self.mean = self.mean.wrapping_add(differences.read(bits)?);
        values.iter_mut().take(N * N).for_each(|value| *value = 0.0);
        let put = |place, value: i16| {
            if let Some(into) = values.get_mut(frequencies.slot::<M>(place)) {
                *into = f32::from(value);
            }
        };
        let is_flat = !coefficients.read(bits, put)?;
        if !is_seen {
            return Some(());
        }
        values[0] = self.mean as f32;
        let target = Target { samples: self.samples.get_mut(offset..)?, stride: self.stride };
        if is_flat {
            frequencies.draw_flat(values, target);
        } else {
            frequencies.draw(values, target);
        }
        Some(())
    }
}

/// Each component's samples, as many as belong to the picture.
fn planes<const N: usize, const M: usize>(
    file: &File<'_>,
    drawings: Vec<Drawing<'_, N, M>>,
    (most_across, most_down): (usize, usize),
) -> Option<Planes> {
    let sampled = |number: usize| drawings.get(number).map(|of| (of.component.across, of.component.down));
    let of_chroma = sampled(1).unwrap_or((most_across, most_down));
    // Brightness has all the pixels, and both colours are sampled alike, or it is no common file.
    if sampled(0)? != (most_across, most_down) || sampled(1) != sampled(2) {
        return None;
    }
    let sampling = (most_across / of_chroma.0, most_down / of_chroma.1);
    let mut planes = drawings.into_iter().map(|drawing| {
        // Each side is rounded up twice: to the samples that the file has, and to those of the smaller picture.
        let side = |size_px: usize, own: usize, most: usize| (size_px * own).div_ceil(most).div_ceil(8 / N);
        let Component { across, down, .. } = *drawing.component;
        Plane {
            width: side(file.width_px, across, most_across),
            height: side(file.height_px, down, most_down),
            stride: drawing.stride,
            samples: drawing.samples,
        }
    });
    let luma = planes.next()?;
    let chroma = match (planes.next(), planes.next()) {
        (Some(blue), Some(red)) => Some([blue, red]),
        _ => None,
    };
    Some(Planes { luma, chroma, sampling })
}
