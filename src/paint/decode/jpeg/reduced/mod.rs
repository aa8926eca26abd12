//! Baseline JPEG, decoded straight to a half, a quarter or an eighth of its size.
//!
//! A photo of a camera has ten times the pixels of a card. Most of what a decoder does with them is lost when the
//! picture is scaled down, so here they are never made: the entropy-coded numbers have to be read, all of them, but of
//! each block only its low frequencies are turned into pixels, as many as the smaller picture has (`transform`). What is
//! read here is what nearly all cameras and editors write: eight bits, Huffman codes, one scan (ITU-T T.81, 4.11). Any other
//! file, and anything odd in one, gives nothing, and is left to the decoders that know it all.
//!
//! The trip: `segments` (tables, frame) → `entropy` (bytes without stuffing) → `huffman` (symbols and values) →
//! `transform` (pixels of a block) → `scan` (planes) → `color` (RGB).

mod bits;
mod color;
mod entropy;
mod huffman;
mod scan;
mod segments;
#[cfg(test)]
mod tests;
mod transform;

/// How many pixels a block of eight by eight gives on each side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    Eighth = 1,
    Quarter = 2,
    Half = 4,
}

impl Side {
    /// The least that leaves a picture of `from` pixels with `share` of its size or more; nothing where that is
    /// more than a half.
    pub fn for_share(share: f64) -> Option<Self> {
        [Self::Eighth, Self::Quarter, Self::Half].into_iter().find(|side| side.pixels() as f64 / 8.0 >= share)
    }

    fn pixels(self) -> usize {
        self as usize
    }
}

/// A smaller picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reduced {
    pub width_px: u32,
    pub height_px: u32,
    /// Whether there is one sample a pixel; else three.
    pub is_grey: bool,
    pub samples: Vec<u8>,
}

/// Decodes a file at a part of its size, each side rounded up; nothing where the file is not of the kind that is read here, is
/// damaged or ends early.
pub fn reduced(bytes: &[u8], side: Side) -> Option<Reduced> {
    let file = segments::read(bytes)?;
    let planes = scan::decode(&file, side)?;
    color::picture(&file, side, planes)
}
