//! Huffman codes, and the differences between means, looked up together with their values (ITU-T T.81, annexes C and F).

use super::bits::{Bits, extended};

/// So many bits are looked up at once: with fewer too many codes are not in the table, with more the tables no longer stay in
/// the processor's nearest cache.
pub const LOOKED_UP: u32 = 12;
pub const ENTRIES: usize = 1 << LOOKED_UP;
/// Codes have no more bits (C.2).
pub const LONGEST: u32 = 16;

/// Codes as the file gives them.
#[derive(Clone)]
pub struct Codes {
    symbols: Vec<u8>,
    /// For each length, the first code that is longer, in 16 bits.
    limits: [u32; LONGEST as usize],
    /// For each length, what is taken from a code of it to find its symbol.
    offsets: [i32; LONGEST as usize],
}

impl Codes {
    /// Nothing where there are more codes than their lengths allow.
    pub fn new(counts: &[u8; 16], symbols: &[u8]) -> Option<Self> {
        let mut code = 0_u32;
        let mut first = 0_i32;
        let mut limits = [0; LONGEST as usize];
        let mut offsets = [0; LONGEST as usize];
        let places = limits.iter_mut().zip(&mut offsets);
        for ((length, &count), (limit, offset)) in (1_u32..).zip(counts).zip(places) {
            *offset = first - i32::try_from(code).ok()?;
            code += u32::from(count);
            first += i32::from(count);
            if code > 1 << length {
                return None;
            }
            *limit = code << (LONGEST - length);
            code <<= 1;
        }
        Some(Self { symbols: symbols.to_vec(), limits, offsets })
    }

    /// The symbol of the code that begins these 16 bits, and the code's length; nothing where none begins so.
    pub fn find(&self, bits: u32) -> Option<(u8, u32)> {
        let places = self.limits.iter().zip(&self.offsets);
        let (length, (_, offset)) = (1_u32..).zip(places).find(|(_, (limit, _))| bits < **limit)?;
        let code = i32::try_from(bits >> (LONGEST - length)).ok()?;
        let symbol = self.symbols.get(usize::try_from(code + offset).ok()?)?;
        Some((*symbol, length))
    }
}

/// So many bits of a difference's code are looked up: a small table leaves the processor's nearest cache to those of the coefficients.
const SIZE_BITS: u32 = 9;

/// What a look-up gives: how many bits a difference has, and the length of their code; 0 where that is longer.
#[derive(Clone, Copy, Default)]
struct Size {
    bits: u8,
    length: u8,
}

/// Codes of the differences between the blocks' means.
pub struct Differences {
    codes: Codes,
    table: Box<[Size; 1 << SIZE_BITS]>,
}

impl Differences {
    /// Nothing where the codes are wrong, or values have more bits than in baseline files (F.1.2.1).
    pub fn new(counts: &[u8; 16], symbols: &[u8]) -> Option<Self> {
        if symbols.iter().any(|&size| size > 11) {
            return None;
        }
        let codes = Codes::new(counts, symbols)?;
        let mut table = Box::new([Size::default(); 1 << SIZE_BITS]);
        for (entry, bits) in table.iter_mut().zip(0_u32..) {
            let code = codes.find(bits << (LONGEST - SIZE_BITS));
            if let Some((bits, length)) = code.filter(|(_, length)| *length <= SIZE_BITS) {
                *entry = Size { bits, length: length as u8 };
            }
        }
        Some(Self { codes, table })
    }

    /// The next difference; nothing where no code fits.
    #[inline(always)]
    pub fn read(&self, bits: &mut Bits<'_>) -> Option<i32> {
        bits.fill();
        let entry = *self.table.get(bits.peek(SIZE_BITS) as usize)?;
        let (size, length) = match entry.length {
            0 => self.codes.find(bits.peek(LONGEST))?,
            length => (entry.bits, u32::from(length)),
        };
        bits.skip(length);
        Some(bits.value(u32::from(size)))
    }
}

/// The bits of a look-up as the beginning of 16.
pub fn widened(index: usize) -> u32 {
    (index as u32) << (LONGEST - LOOKED_UP)
}

/// The value of `size` bits behind a code of `length` bits, of which those that are not in the look-up are taken as 0.
pub fn value_behind(index: usize, length: u32, size: u32) -> i32 {
    let raw = ((widened(index) << length) & 0xFFFF) >> (LONGEST - size);
    extended(raw as i32, size)
}
