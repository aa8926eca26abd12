//! JPEG: baseline, in one scan, with the codes that suit the picture best.
//!
//! Progressive files are only 1 to 3 % smaller than these on our cards, and decoders of small devices refuse them. `jpeg-encoder`
//! makes such codes only in files of one scan for each plane, which `zune-jpeg` 0.5.15 decodes to garbage, and transforms the picture
//! anew for each quality.

mod huffman;
mod planes;
mod quantization;
mod scan;
mod segments;
mod spectrum;
#[cfg(test)]
mod tests;
mod tokens;
mod zigzag;

use super::{Encoded, check_side};
use crate::scene::Picture;
use huffman::Code;
use planes::Planes;
use quantization::Steps;
use spectrum::Component;

/// Above it, 25 % more bytes gain 3.5 points of SSIMULACRA 2, of which 85 were reached.
pub const BEST: u8 = 90;
/// Below it, blocks are seen in skies and around letters.
pub const WORST: u8 = 50;

/// How much of the colour is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chroma {
    /// 4:4:4, for coloured words and art with edges.
    Full,
    /// 4:2:0, for photos under neutral text.
    Half,
}

impl Chroma {
    /// Of how many luma blocks a chroma block has the width and the height.
    fn side(self) -> usize {
        match self {
            Self::Full => 1,
            Self::Half => 2,
        }
    }
}

/// Writes the best JPEG under the limit; colour is kept whole where it would be seen to smear.
pub fn encode(picture: &Picture, limit_bytes: usize) -> Result<Encoded, String> {
    check_side(picture, 65_535, "JPEG")?;
    let planes = Planes::of(picture);
    if planes.needs_full_chroma() {
        let encoded = Source::new(picture, &planes, Chroma::Full).best(limit_bytes);
        if encoded.within_limit {
            return Ok(encoded);
        }
    }
    Ok(Source::new(picture, &planes.halved(), Chroma::Half).best(limit_bytes))
}

/// A picture that was transformed once, and can be written at any quality.
struct Source {
    size: [u16; 2],
    chroma: Chroma,
    components: [Component; 3],
}

impl Source {
    fn new(picture: &Picture, planes: &Planes, chroma: Chroma) -> Self {
        let size = [picture.width_px, picture.height_px].map(|side| side as u16);
        Self { size, chroma, components: spectrum::of(planes, planes.width / chroma.side()) }
    }

    /// The best under the limit: mostly the first that is tried, else three or four are.
    fn best(&self, limit_bytes: usize) -> Encoded {
        let encoded = |quality: u8, bytes: Vec<u8>| Encoded {
            within_limit: bytes.len() <= limit_bytes,
            bytes,
            quality: Some(quality),
            chroma: Some(self.chroma),
            reduced_to_colors: None,
        };
        let best = self.written(BEST);
        if best.len() <= limit_bytes {
            return encoded(BEST, best);
        }
        let (mut high, mut over) = (BEST, best.len());
        let (mut low, mut under) = (WORST, self.written(WORST));
        while under.len() <= limit_bytes && high - low > 1 {
            let guess = between(low, high, under.len(), over, limit_bytes);
            let tried = self.written(guess);
            if tried.len() <= limit_bytes {
                (low, under) = (guess, tried);
            } else {
                (high, over) = (guess, tried.len());
            }
        }
        encoded(low, under)
    }

    fn written(&self, quality: u8) -> Vec<u8> {
        let side = 8 * self.chroma.side();
        let [columns, rows] = self.size.map(|size| usize::from(size).div_ceil(side));
        let steps = Steps::at(quality);
        let tokens = tokens::of(&self.components, self.chroma, columns, rows, &steps);
        let codes = tokens.counts.each_ref().map(Code::shortest);
        let scan = scan::bits(&tokens.list, &codes);
        segments::file(self.size, self.chroma, &steps, &codes, &scan)
    }
}

/// A quality between the two, whose length is likely to be just under the limit.
///
/// Lengths fall about with the steps, which are `100 - quality`, so the reciprocals of both lie near a line.
fn between(low: u8, high: u8, under: usize, over: usize, limit: usize) -> u8 {
    let step = |quality: u8| 1.0 / f32::from(100 - quality);
    let (low_step, high_step) = (step(low), step(high));
    let share = (limit - under) as f32 / (over - under).max(1) as f32;
    let guess = 100.0 - 1.0 / (low_step + (high_step - low_step) * share);
    (guess as u8).clamp(low + 1, high - 1)
}
