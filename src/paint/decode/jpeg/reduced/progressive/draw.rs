//! From scans to planes.

use super::super::transform::{Frequencies, Target};
use super::blocks::{Block, Strip};
use super::data::Data;
use super::plan;
use super::reader::Reader;
use super::script::{Component, Script};
use crate::paint::photo::{Plane, Planes};

/// How the blocks of a component become pixels, `N` by `N` of each.
struct Drawing<const N: usize> {
    frequencies: Frequencies<N>,
    samples: Vec<u8>,
    stride: usize,
}

/// Reads the scans side by side. Of each block the first `M` coefficients are kept.
pub fn decoded<const N: usize, const M: usize>(script: &Script<'_>) -> Option<Planes> {
    let components = &script.components;
    let most_across = components.iter().map(|component| component.across).max()?;
    let most_down = components.iter().map(|component| component.down).max()?;
    let most = (most_across, most_down);
    let sampled = |number: usize| components.get(number).map(|of| (of.across, of.down));
    // Brightness has all the pixels, and both colours are sampled alike, or it is no common file.
    if sampled(0)? != most || sampled(1) != sampled(2) {
        return None;
    }
    let wanted = plan::wanted(script, kept::<N>())?;
    let scans: Vec<_> = script.scans.iter().zip(wanted).filter(|(_, wanted)| *wanted).map(|(scan, _)| scan).collect();
    let data = scans.iter().map(|scan| Data::of(scan.data)).collect::<Option<Vec<Data>>>()?;
    let mut readers = scans.iter().zip(&data).map(|(scan, data)| Reader::new(scan, data)).collect::<Option<Vec<_>>>()?;

    let mcus_across = script.width_px.div_ceil(8 * most_across);
    let mcus_down = script.height_px.div_ceil(8 * most_down);
    let mut strips: Vec<Strip<M>> = components.iter().map(|component| {
        let &Component { across, down, .. } = component;
        let stride = mcus_across * across;
        Strip {
            blocks: vec![Block::EMPTY; stride * down],
            across, down, stride,
            own_across: (script.width_px * across).div_ceil(most_across).div_ceil(8),
            own_down: (script.height_px * down).div_ceil(most_down).div_ceil(8),
        }
    }).collect();
    let mut drawings: Vec<Drawing<N>> = components.iter().map(|component| {
        let stride = mcus_across * component.across * N;
        Drawing {
            frequencies: Frequencies::new(&component.quantization),
            samples: vec![0; stride * mcus_down * component.down * N],
            stride,
        }
    }).collect();
    for row in 0..mcus_down {
        for reader in &mut readers {
            reader.read(&mut strips, row)?;
        }
        for (strip, drawing) in strips.iter_mut().zip(&mut drawings) {
            drawing.draw(strip, row)?;
            strip.blocks.fill(Block::EMPTY);
        }
    }
    if !readers.iter().all(Reader::is_finished) {
        return None;
    }
    let sampling = sampled(1).map_or((1, 1), |(across, down)| (most_across / across, most_down / down));
    let mut planes = drawings.into_iter().zip(components).map(|(drawing, component)| {
        let side = |size_px: usize, own: usize, most: usize| (size_px * own).div_ceil(most).div_ceil(8 / N);
        Plane {
            width: side(script.width_px, component.across, most_across),
            height: side(script.height_px, component.down, most_down),
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

fn kept<const N: usize>() -> u64 {
    // TODO exact
    match N { 1 => 1, 2 => 0b1_0111, 4 => (1 << 25) - 1, _ => u64::MAX }
}

impl<const N: usize> Drawing<N> {
    fn draw<const M: usize>(&mut self, strip: &Strip<M>, mcu_row: usize) -> Option<()> {
        let rows = strip.blocks.chunks_exact(strip.stride);
        for (line, blocks) in (mcu_row * strip.down..).zip(rows) {
            let mut offset = line * N * self.stride;
            for block in blocks {
                let target = Target { samples: self.samples.get_mut(offset..)?, stride: self.stride };
                self.frequencies.clear();
                self.frequencies.put(0, i32::from(*block.values.first()?));
                let mut left = if M < 64 { block.filled & ((1 << M) - 1) } else { block.filled };
                if left == 0 {
                    self.frequencies.draw_flat(target);
                } else {
                    while left != 0 {
                        let place = left.trailing_zeros() as usize;
                        left &= left - 1;
                        self.frequencies.put(place, i32::from(*block.values.get(place)?));
                    }
                    self.frequencies.draw(target);
                }
                offset += N;
            }
        }
        Some(())
    }
}
