//! Codes of frequencies in progressive scans, looked up together with what follows them (ITU-T T.81, G.1.2.2 and G.1.2.3).

use super::super::bits::{Bits, extended};
use super::super::huffman;
use super::script::Codes;

/// So many bits are looked up at once.
const LOOKED_UP: u32 = 10;
const ENTRIES: usize = 1 << LOOKED_UP;
const LONGEST: u32 = 16;

/// What follows the codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
    /// The highest bits of coefficients.
    First,
    /// The sign of a coefficient of which this is the first bit that is not zero.
    Further,
}

/// What a code says, with the value behind it.
#[derive(Clone, Copy, Default)]
pub struct Symbol {
    /// Of a coefficient, with zeros for the bits that later scans give; where blocks end, how many bits say of how many blocks it is
    /// the end.
    pub value: i16,
    /// Eight times the number of zero coefficients before it; above that, one of the marks.
    pub run_by_8: u8,
    /// Of the code and its value together, in bits.
    pub length: u8,
}

/// All marks have this bit.
pub const MARKED: u8 = 0x80;
/// Blocks end.
const END: u8 = 0x80;
/// Fifteen zeros, and one more for the value.
const SIXTEEN_ZEROS: u8 = 0x80 | 15 << 3;
/// Code and value are longer than the look-up.
const LONG: u8 = 0xFF;

impl Symbol {
    const LONG: Self = Self { value: 0, run_by_8: LONG, length: 0 };

    #[inline(always)]
    pub fn is_end(self) -> bool {
        self.run_by_8 == END
    }

    /// How many coefficients are zero before it.
    #[inline(always)]
    pub fn run(self) -> u32 {
        u32::from((self.run_by_8 & !MARKED) >> 3)
    }

    fn new(symbol: u8, raw: u32, bit: u32, length: u32) -> Self {
        let (run, size) = (symbol >> 4, u32::from(symbol & 15));
        let (value, run_by_8) = match (run, size) {
            (15, 0) => (0, SIXTEEN_ZEROS),
            (_, 0) => (i16::from(run), END),
            _ => ((extended(raw as i32, size) << bit) as i16, run << 3),
        };
        Self { value, run_by_8, length: length as u8 }
    }
}

/// A table of codes for one scan.
pub struct Symbols {
    codes: huffman::Codes,
    table: Box<[Symbol; ENTRIES]>,
    pass: Pass,
    bit: u32,
}

impl Symbols {
    /// `bit` is the lowest that the scan gives. Nothing where the codes are wrong.
    pub fn new(codes: Codes<'_>, pass: Pass, bit: u32) -> Option<Self> {
        let codes = huffman::Codes::new(codes.counts, codes.symbols)?;
        let symbol = |index: usize| {
            let bits = (index as u32) << (32 - LOOKED_UP);
            found(&codes, pass, bits, bit).filter(|symbol| u32::from(symbol.length) <= LOOKED_UP)
        };
        let table = Box::new(std::array::from_fn(|index| symbol(index).unwrap_or(Symbol::LONG)));
        Some(Self { codes, table, pass, bit })
    }

    /// The next, which stays; a mark says where it is not in the table.
    #[inline(always)]
    pub fn peek(&self, bits: &Bits<'_>) -> Symbol {
        self.table.get(bits.peek(LOOKED_UP) as usize).copied().unwrap_or(Symbol::LONG)
    }

    /// Takes the next, of 26 bits at most; nothing where no code fits.
    #[inline(always)]
    pub fn read(&self, bits: &mut Bits<'_>) -> Option<Symbol> {
        let mut symbol = self.peek(bits);
        if symbol.run_by_8 == LONG {
            symbol = self.read_long(bits.peek(32))?;
        }
        bits.skip(u32::from(symbol.length));
        Some(symbol)
    }

    #[cold]
    fn read_long(&self, bits: u32) -> Option<Symbol> {
        found(&self.codes, self.pass, bits, self.bit)
    }
}

/// The code that begins these 32 bits, with its value; nothing where none does, or the value has more bits than it may.
fn found(codes: &huffman::Codes, pass: Pass, bits: u32, bit: u32) -> Option<Symbol> {
    let (symbol, length) = codes.find(bits >> LONGEST)?;
    let size = u32::from(symbol & 15);
    let most = if pass == Pass::First { 10 } else { 1 };
    if size > most {
        return None;
    }
    let raw = (bits >> (32 - length - size)) & ((1 << size) - 1);
    Some(Symbol::new(symbol, raw, bit, length + size))
}
