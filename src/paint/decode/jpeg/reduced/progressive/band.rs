//! What scans of frequencies have in common (ITU-T T.81, G.1.2.2).

use super::super::bits::Bits;
use super::codes::{Pass, Symbol, Symbols};
use super::script::Scan;

/// What such a scan gives.
pub struct Band {
    pub symbols: Symbols,
    /// From this place in zigzag order, never the mean's, to that one.
    pub first: u32,
    pub last: u32,
    /// The lowest bit.
    pub bit: u32,
}

/// Where a scan is in its data.
pub struct Position<'a> {
    pub bits: Bits<'a>,
    /// How many blocks, from the next on, have no coefficient that appears.
    pub ended: usize,
}

impl Band {
    /// Nothing where its table is missing or wrong.
    pub fn new(scan: &Scan<'_>, pass: Pass) -> Option<Self> {
        let symbols = Symbols::new(scan.parts.first()?.codes?, pass, scan.bit)?;
        Some(Self { symbols, first: scan.first as u32, last: scan.last as u32, bit: scan.bit })
    }
}

/// How many blocks a symbol ends, with the one in which it stands, by the bits behind it.
#[inline(always)]
pub fn ended(symbol: Symbol, bits: &mut Bits<'_>) -> usize {
    let size = u32::from(symbol.value.unsigned_abs());
    if size == 0 {
        return 1;
    }
    let rest = bits.peek(size);
    bits.skip(size);
    (1 << size) + rest as usize
}
