//! Codes of coefficients in progressive scans (ITU-T T.81, G.1.2.2 and G.1.2.3), looked up together with what follows them.

use super::super::bits::{Bits, extended};
use super::super::huffman;
use super::script::Codes;

/// So many bits are looked up at once.
const LOOKED_UP: u32 = 10;
const ENTRIES: usize = 1 << LOOKED_UP;
const LONGEST: u32 = 16;

/// The run of a symbol that ends blocks.
pub const END: u8 = 64;

/// What a code says.
#[derive(Clone, Copy, Default)]
pub struct Symbol {
    /// Of a coefficient, or, where blocks end, how many bits say of how many blocks it is the end.
    pub value: i16,
    /// How many coefficients are zero before it, or `END`.
    pub run: u8,
    /// Of the code and its value together, in bits; 0 where they are longer than the look-up.
    length: u8,
}

/// What values follow the codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
    /// The highest bits of coefficients.
    First,
    /// One more bit, of which coefficients that appear only now have the sign.
    Further,
}

/// A table of codes for one scan.
pub struct Symbols {
    codes: huffman::Codes,
    table: Box<[Symbol; ENTRIES]>,
}

impl Symbols {
    /// Nothing where the codes are wrong, or values have more bits than they may (G.1.2.2 and G.1.2.3).
    pub fn new(codes: Codes<'_>, pass: Pass) -> Option<Self> {
        let most = if pass == Pass::First { 10 } else { 1 };
        if codes.symbols.iter().any(|&symbol| symbol & 15 > most) {
            return None;
        }
        let codes = huffman::Codes::new(codes.counts, codes.symbols)?;
        let entry = |index: usize| {
            let bits = u32::try_from(index).ok()? << (LONGEST - LOOKED_UP);
            let (symbol, length) = codes.find(bits)?;
            let size = u32::from(symbol & 15);
            let total = length + if is_end(symbol) { 0 } else { size };
            if total > LOOKED_UP {
                return None;
            }
            let raw = (bits >> (LONGEST - total)) & ((1 << size) - 1);
            Some(Symbol { length: u8::try_from(total).ok()?, ..symbol_with(symbol, raw) })
        };
        let table = Box::new(std::array::from_fn(|index| entry(index).unwrap_or_default()));
        Some(Self { codes, table })
    }

    /// Takes a code and the value behind it, of together 26 bits at most, which must be ready; nothing where no code fits.
    #[inline(always)]
    pub fn read(&self, bits: &mut Bits<'_>) -> Option<Symbol> {
        let symbol = *self.table.get(bits.peek(LOOKED_UP) as usize)?;
        if symbol.length == 0 {
            return self.read_long(bits);
        }
        bits.skip(u32::from(symbol.length));
        Some(symbol)
    }

    #[inline(always)]
    fn read_long(&self, bits: &mut Bits<'_>) -> Option<Symbol> {
        let (symbol, length) = self.codes.find(bits.peek(LONGEST))?;
        bits.skip(length);
        let size = if is_end(symbol) { 0 } else { u32::from(symbol & 15) };
        if size == 0 {
            return Some(symbol_with(symbol, 0));
        }
        let raw = bits.peek(size);
        bits.skip(size);
        Some(symbol_with(symbol, raw))
    }
}

/// Fifteen zeros and no value are sixteen zeros, and no end.
fn is_end(symbol: u8) -> bool {
    symbol & 15 == 0 && symbol != 0xF0
}

/// The length is left out.
fn symbol_with(symbol: u8, raw: u32) -> Symbol {
    let (run, size) = (symbol >> 4, u32::from(symbol & 15));
    if is_end(symbol) {
        Symbol { value: i16::from(run), run: END, length: 0 }
    } else if size == 0 {
        Symbol { value: 0, run, length: 0 }
    } else {
        Symbol { value: extended(raw as i32, size) as i16, run, length: 0 }
    }
}
