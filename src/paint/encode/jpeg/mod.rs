//! JPEG: baseline, in one scan, with the codes that suit the picture best.
//!
//! Progressive files are only 1 to 3 % smaller than these on our cards, and decoders of small devices refuse them. `jpeg-encoder`
//! makes such codes only in files of one scan for each plane, which `zune-jpeg` 0.5.15 decodes to garbage, and transforms the picture
//! anew for each quality.

mod huffman;
mod quantization;
mod samples;
mod scan;
mod segments;
mod spectrum;
#[cfg(test)]
mod tests;
mod tokens;
mod ycbcr;
mod zigzag;

use super::search::{self, Range};
use super::{Encoded, check_side};
use crate::scene::Picture;
use huffman::Code;
use quantization::Steps;
pub use samples::Samples;

/// At 93, what a card shows of a photograph is as like a slow reference as is asked for (`tests/quality/`: at 90 it was not), for a tenth more bytes;
/// 95 takes a quarter more.
///
/// At 40 cards score 50 to 60 in SSIMULACRA 2: looked for, rings are seen around letters and blocks in skies. But what is over 300 KB at 50 is
/// so busy that it hides them; there is no going lower.
const QUALITIES: Range = Range { best: 93, worst: 40 };

/// One of so many MCUs is enough to guess a file's length by; a prime, so that they do not stand below each other.
const SAMPLED: usize = 13;

/// How much of the colour is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chroma {
    /// 4:4:4, for coloured words and art with edges.
    Full,
    /// 4:2:0, for photos under neutral text.
    Half,
}

impl Chroma {
    /// How many squares an MCU has: four of luma where a chroma square has twice the width and the height.
    fn squares(self) -> usize {
        match self {
            Self::Full => 3,
            Self::Half => 6,
        }
    }
}

/// Writes the best JPEG under the limit; colour is kept whole where it would be seen to smear.
pub fn encode(picture: &Picture, limit_bytes: usize) -> Result<Encoded, String> {
    check_side(picture, 65_535, "JPEG")?;
    let size = [picture.width_px, picture.height_px].map(|side| side as u16);
    let (samples, loss) = Samples::halved(picture);
    if loss.is_seen() {
        let encoded = Source { size, samples: &Samples::full(picture) }.best(limit_bytes);
        if encoded.within_limit {
            return Ok(encoded);
        }
    }
    Ok(Source { size, samples: &samples }.best(limit_bytes))
}

/// What can be written at any quality.
struct Source<'a> {
    size: [u16; 2],
    samples: &'a Samples,
}

impl Source<'_> {
    fn best(&self, limit_bytes: usize) -> Encoded {
        let (quality, bytes) = search::best_by_guess(
            &QUALITIES,
            limit_bytes,
            |quality| self.guessed(quality),
            |quality| self.written(quality),
        );
        Encoded {
            within_limit: bytes.len() <= limit_bytes,
            bytes,
            quality: Some(quality),
            chroma: Some(self.samples.chroma),
            reduced_to_colors: None,
        }
    }

    /// About how many bytes of codes there are at a quality, by the MCUs of a sample.
    fn guessed(&self, quality: u8) -> f64 {
        let sample = self.samples.mcus().step_by(SAMPLED);
        let share = sample.len() as f64 / self.samples.mcus().len() as f64;
        let tokens = tokens::of(sample, &Steps::at(quality));
        let bits = |counts: &[u32; 256]| Code::shortest(counts).bits(counts);
        tokens.counts.iter().map(bits).sum::<u64>() as f64 / 8.0 / share
    }

    fn written(&self, quality: u8) -> Vec<u8> {
        let steps = Steps::at(quality);
        let tokens = tokens::of(self.samples.mcus(), &steps);
        let codes = tokens.counts.each_ref().map(Code::shortest);
        let scan = scan::bits(&tokens, &codes);
        segments::file(self.size, self.samples.chroma, &steps, &codes, &scan)
    }
}
