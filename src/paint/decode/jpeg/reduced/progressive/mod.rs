//! Progressive JPEG, decoded straight to a part of its size.
//!
//! Its scans give all blocks some of their frequencies, or one more bit of them. They stand one after the other in the file,
//! so that whoever reads them in that order holds the coefficients of all blocks until the last scan. But the file is at hand as
//! a whole: here all scans are read side by side, each of them a row of MCUs at a time. A few rows of blocks are all that is
//! held, and they stay in the processor's caches.
//!
//! The trip: `script` (tables, headers) → `plan` (the scans that the size needs) → `data` (bytes without stuffing) → `reader`
//! (a scan, row by row) → `means`, `first`, `further` (bits of `blocks`; the latter two a `band` of frequencies, by `codes`) →
//! `draw` (planes).

mod band;
mod blocks;
mod codes;
mod data;
mod draw;
mod first;
mod further;
mod means;
mod plan;
mod reader;
mod script;
#[cfg(test)]
mod tests;

use super::Side;
use crate::paint::photo::Planes;

/// Decodes all components; nothing where the file is not of the kind that is read here, is damaged or ends early.
pub fn decode(bytes: &[u8], side: Side) -> Option<Planes> {
    let script = script::read(bytes)?;
    match side {
        Side::Eighth => draw::decoded::<1, 4>(&script),
        Side::Quarter => draw::decoded::<2, 8>(&script),
        Side::Half => draw::decoded::<4, 32>(&script),
        // Here all are kept.
        Side::Whole => draw::decoded::<8, 64>(&script),
    }
}
