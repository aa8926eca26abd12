//! Blocks as the symbols that are coded (ITU-T T.81, F.1.2), counted as they come.

use super::quantization::Steps;
use super::samples::Square;
use super::spectrum;
use super::zigzag::{PLACES, set_bits};
use wide::bytemuck::cast;

/// The symbols of some MCUs, each with the bits that follow it, and how often each stands.
pub struct Tokens {
    pub list: Vec<Token>,
    pub counts: Counts,
}

/// How often each symbol stands: the first coefficients of luma, of chroma, then the others of luma, of chroma.
pub type Counts = [[u32; 256]; 4];

/// The number of a table in the order of [`Counts`], a symbol of it, and sixteen bits, of which those follow that the symbol's low four bits count.
#[derive(Clone, Copy, Default)]
pub struct Token(u32);

impl Token {
    #[inline(always)]
    fn new(table: u32, symbol: u32, bits: u32) -> Self {
        Self(table << 24 | symbol << 16 | bits)
    }

    /// The place of the symbol among those of all tables.
    #[inline(always)]
    pub fn place(self) -> usize {
        (self.0 >> 16) as usize % 1024
    }

    #[inline(always)]
    pub fn bits(self) -> u32 {
        self.0 & 0xFFFF
    }
}

/// No more coefficients in this block.
const END: u32 = 0x00;
/// Sixteen zeros, and more to come.
const SIXTEEN_ZEROS: u32 = 0xF0;

/// The blocks of some MCUs in the order of one interleaved scan: every decoder reads it, which is not so of one scan for each plane.
pub fn of<'a>(mcus: impl ExactSizeIterator<Item = &'a [Square]>, steps: &[Steps; 2]) -> Tokens {
    let list = Vec::with_capacity(mcus.len() * 64);
    let mut writer = Writer { list, counts: [[0; 256]; 4], before: [0; 3], scratch: [Token::default(); 64] };
    let [luma_steps, chroma_steps] = steps;
    for mcu in mcus {
        if let [lumas @ .., blue, red] = mcu {
            lumas.iter().for_each(|luma| writer.block(0, luma, luma_steps));
            writer.block(1, blue, chroma_steps);
            writer.block(2, red, chroma_steps);
        }
    }
    Tokens { list: writer.list, counts: writer.counts }
}

struct Writer {
    list: Vec<Token>,
    counts: Counts,
    /// The first coefficient of each plane's last block.
    before: [i16; 3],
    scratch: [Token; 64],
}

impl Writer {
    #[inline(always)]
    fn block(&mut self, plane: usize, square: &Square, steps: &Steps) {
        let block = steps.quantized(&spectrum::of(square));
        let coefficients: [i16; 64] = cast(block);
        let [first, ..] = coefficients;
        let Some(before) = self.before.get_mut(plane) else { return };
        let difference = first - std::mem::replace(before, first);
        let table = u32::from(plane > 0);
        let mut symbols = Symbols { tokens: &mut self.scratch, count: 0 };
        symbols.put(table, 0, difference);
        symbols.others(table + 2, set_bits(&block), &coefficients);
        let count = symbols.count;
        for token in self.scratch.iter().take(count) {
            if let Some(count) = self.counts.as_flattened_mut().get_mut(token.place()) {
                *count += 1;
            }
        }
        // A number that is known before is copied faster than as many as there are.
        let length = self.list.len() + count;
        for some in self.scratch.as_chunks::<16>().0.iter().take(count.div_ceil(16)) {
            self.list.extend_from_slice(some);
        }
        self.list.truncate(length);
    }
}

/// Each value from -2048 to 2047, at its lowest twelve bits: how many bits it has, and behind sixteen others those bits. A negative one is less one, so
/// that its first bit is 0.
#[expect(clippy::indexing_slicing, reason = "what is out of bounds does not compile")]
static BITS: [u32; 4096] = {
    let mut bits = [0; 4096];
    let mut value = -2047_i32;
    while value < 2048 {
        let length = 32 - value.unsigned_abs().leading_zeros();
        let own = if value < 0 { value - 1 } else { value };
        bits[(value & 0xFFF) as usize] = length << 16 | own as u32 & ((1 << length) - 1);
        value += 1;
    }
    bits
};

/// The tokens of one block.
struct Symbols<'a> {
    /// A coefficient each at most, or the end.
    tokens: &'a mut [Token; 64],
    count: usize,
}

impl Symbols<'_> {
    /// Each coefficient that is not zero with the zeros before it.
    #[inline(always)]
    fn others(&mut self, table: u32, set: u64, coefficients: &[i16; 64]) {
        let mut left = set & !1;
        let mut last = 0;
        while left != 0 {
            let at = left.trailing_zeros();
            left &= left - 1;
            let mut zeros = at - last - 1;
            last = at;
            while zeros > 15 {
                self.push(Token::new(table, SIXTEEN_ZEROS, 0));
                zeros -= 16;
            }
            let place = PLACES.get(at as usize).copied().unwrap_or_default();
            let value = coefficients.get(usize::from(place)).copied().unwrap_or_default();
            self.put(table, zeros, value);
        }
        if last < 63 {
            self.push(Token::new(table, END, 0));
        }
    }

    #[inline(always)]
    fn put(&mut self, table: u32, zeros: u32, value: i16) {
        let bits = BITS.get(value as usize % BITS.len()).copied().unwrap_or_default();
        self.push(Token(table << 24 | zeros << 20 | bits));
    }

    #[inline(always)]
    fn push(&mut self, token: Token) {
        if let Some(place) = self.tokens.get_mut(self.count % 64) {
            *place = token;
        }
        self.count += 1;
    }
}
