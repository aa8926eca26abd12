//! Baseline and progressive JPEG, decoded to its planes, at its size or straight to a half, a quarter or an eighth of it.
//!
//! A photo of a camera has ten times the pixels of a card. Most of what a decoder does with them is lost when the
//! picture is scaled down, so here they are never made: the entropy-coded numbers have to be read, all of them, but of
//! each block only its low frequencies are turned into pixels, as many as the smaller picture has (`transform`). What is
//! read here is what nearly all cameras and editors write: eight bits, Huffman codes, one scan (ITU-T T.81, 4.11), or the scans of
//! the progressive mode (`progressive`). Any other file, and anything odd in one, gives nothing, and is left to the decoders that know
//! it all.
//!
//! The trip of a file with one scan: `segments` (tables, frame) → `entropy` (bytes without stuffing) → `huffman` and `coefficients` (values) →
//! `transform` (pixels of a block) → `scan` (planes).

mod bits;
mod coefficients;
mod entropy;
mod huffman;
mod progressive;
mod scan;
mod segments;
#[cfg(test)]
mod tests;
mod transform;

use crate::paint::photo::Planes;
use std::ops::Range;

/// How many pixels a block of eight by eight gives on each side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    Eighth = 1,
    Quarter = 2,
    Half = 4,
    Whole = 8,
}

impl Side {
    /// The least that leaves a picture with `share` of its size or more, if any does.
    pub fn for_share(share: f64) -> Self {
        let smaller = [Self::Eighth, Self::Quarter, Self::Half];
        smaller.into_iter().find(|&side| side as usize as f64 / 8.0 >= share).unwrap_or(Self::Whole)
    }
}

/// Decodes a file at a part of its size, each side rounded up; nothing where the file is not of the kind that is read here, is
/// damaged or ends early.
pub fn reduced(bytes: &[u8], side: Side) -> Option<Planes> {
    // Each refuses the other's frame header.
    match segments::read(bytes) {
        Some(file) => scan::decode(&file, side, &(0..file.height_px)),
        None => progressive::decode(bytes, side),
    }
}

/// The same of a file with one scan, of which only some rows of the smaller picture are looked at: others may be black. What is below them
/// is not read, and may be damaged.
pub fn reduced_rows(bytes: &[u8], side: Side, rows: &Range<usize>) -> Option<Planes> {
    scan::decode(&segments::read(bytes)?, side, rows)
}
