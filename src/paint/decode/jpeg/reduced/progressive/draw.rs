//! From scans that are read side by side to planes.

use super::super::transform::{Frequencies, Target};
use super::blocks::{Block, Kept, Strip};
use super::data::Data;
use super::plan;
use super::reader::Reader;
use super::script::{Component, Script};
use crate::paint::photo::{Plane, Planes};

/// Decodes all components, each block to `N` by `N` pixels, for which there are `M` places: `N` times `N` and one for the
/// coefficients that are not kept, or more. `M` is a power of two.
pub fn decoded<const N: usize, const M: usize>(script: &Script<'_>) -> Option<Planes> {
    let kept = Kept::new(Frequencies::<N>::new(&[1.0; 64]).order(), N * N);
    let wanted = plan::wanted(script, kept.places)?;
    let layout = Layout::new(script)?;

    let scans = || script.scans.iter().zip(&wanted).filter(|(_, wanted)| **wanted).map(|(scan, _)| scan);
    let data = scans().map(|scan| Data::of(scan.data)).collect::<Option<Vec<_>>>()?;
    let readers = scans().zip(&data).map(|(scan, data)| Reader::new(scan, data));
    let mut readers = readers.collect::<Option<Vec<_>>>()?;

    let mut strips: Vec<Strip<M>> = script.components.iter().map(|of| layout.strip(of)).collect();
    let mut drawings: Vec<Drawing<N>> = script.components.iter().map(|of| layout.drawing(of)).collect();
    for row in 0..layout.mcus.1 {
        readers.iter_mut().try_for_each(|reader| reader.read(&kept, &mut strips, row))?;
        for (strip, drawing) in strips.iter_mut().zip(&mut drawings) {
            drawing.draw(&kept, strip, row)?;
            strip.blocks.fill(Block::EMPTY);
        }
    }
    readers.iter().all(Reader::is_finished).then(|| layout.planes(drawings)).flatten()
}

/// How the picture is cut into MCUs (T.81, A.2).
struct Layout<'a> {
    script: &'a Script<'a>,
    /// The most blocks of an MCU across and down.
    most: (usize, usize),
    /// MCUs across and down.
    mcus: (usize, usize),
}

impl<'a> Layout<'a> {
    /// Nothing where it is no common file: brightness has all the pixels, and both colours are sampled alike.
    fn new(script: &'a Script<'a>) -> Option<Self> {
        let sampled = |number: usize| script.components.get(number).map(|of| (of.across, of.down));
        let most = sampled(0)?;
        let is_less = |(across, down): (usize, usize)| across <= most.0 && down <= most.1;
        if !sampled(1).is_none_or(is_less) || sampled(1) != sampled(2) {
            return None;
        }
        let mcus = (script.width_px.div_ceil(8 * most.0), script.height_px.div_ceil(8 * most.1));
        Some(Self { script, most, mcus })
    }

    /// How many samples a component has across and down.
    fn samples(&self, &Component { across, down, .. }: &Component) -> (usize, usize) {
        let Script { width_px, height_px, .. } = self.script;
        ((width_px * across).div_ceil(self.most.0), (height_px * down).div_ceil(self.most.1))
    }

    fn strip<const M: usize>(&self, component: &Component) -> Strip<M> {
        let &Component { across, down, .. } = component;
        let stride = self.mcus.0 * across;
        let samples = self.samples(component);
        let own = (samples.0.div_ceil(8), samples.1.div_ceil(8));
        Strip { blocks: vec![Block::EMPTY; stride * down], across, down, stride, own }
    }

    fn drawing<const N: usize>(&self, component: &Component) -> Drawing<N> {
        let frequencies = Frequencies::new(&component.quantization);
        let stride = self.mcus.0 * component.across * N;
        let samples = vec![0; stride * self.mcus.1 * component.down * N];
        Drawing { frequencies, samples, stride }
    }

    /// Each component's samples, as many as belong to the picture.
    fn planes<const N: usize>(&self, drawings: Vec<Drawing<N>>) -> Option<Planes> {
        let mut planes = drawings.into_iter().zip(&self.script.components).map(|(drawing, component)| {
            // Each side is rounded up twice: to the samples that the file has, and to those of the smaller picture.
            let (width, height) = self.samples(component);
            let Drawing { stride, samples, .. } = drawing;
            Plane { width: width.div_ceil(8 / N), height: height.div_ceil(8 / N), stride, samples }
        });
        let luma = planes.next()?;
        let chroma = match (planes.next(), planes.next()) {
            (Some(blue), Some(red)) => Some([blue, red]),
            _ => None,
        };
        let of_chroma = self.script.components.get(1).map_or(self.most, |of| (of.across, of.down));
        Some(Planes { luma, chroma, sampling: (self.most.0 / of_chroma.0, self.most.1 / of_chroma.1) })
    }
}

/// How the blocks of a component become pixels, `N` by `N` of each.
struct Drawing<const N: usize> {
    frequencies: Frequencies<N>,
    samples: Vec<u8>,
    stride: usize,
}

impl<const N: usize> Drawing<N> {
    fn draw<const M: usize>(&mut self, kept: &Kept, strip: &Strip<M>, row: usize) -> Option<()> {
        let lines = strip.blocks.chunks_exact(strip.stride);
        for (line, blocks) in (row * strip.down..).zip(lines) {
            for (column, block) in blocks.iter().enumerate() {
                let offset = line * N * self.stride + column * N;
                let target = Target { samples: self.samples.get_mut(offset..)?, stride: self.stride };
                if block.filled & kept.places == 0 {
                    self.frequencies.draw_flat(&block.values.map(f32::from), target);
                } else {
                    self.frequencies.draw(&block.values.map(f32::from), target);
                }
            }
        }
        Some(())
    }
}
