//! Blocks as the symbols that are coded (ITU-T T.81, F.1.2), counted as they come.

use super::Chroma;
use super::planes::Planes;
use super::quantization::Steps;
use super::spectrum::{self, Block};
use super::zigzag::{PLACES, set_bits};
use wide::bytemuck::cast;

/// Symbols of the tables in the order of [`Counts`], each with the bits that follow it.
pub struct Tokens {
    pub list: Vec<Token>,
    pub counts: Counts,
}

/// How often each symbol stands: the first coefficients of luma, of chroma, then the others of luma, of chroma.
pub type Counts = [[u32; 256]; 4];

/// One symbol; its low four bits say how many bits follow.
#[derive(Clone, Copy)]
pub struct Token {
    pub table: u8,
    pub symbol: u8,
    pub bits: u16,
}

/// No more coefficients in this block.
const END: u8 = 0x00;
/// Sixteen zeros, and more to come.
const SIXTEEN_ZEROS: u8 = 0xF0;

/// The blocks of some MCUs, each with its column and its row, in the order of one interleaved scan: every decoder reads it, which is not so
/// of one scan for each plane.
pub fn of(
    planes: &Planes,
    chroma: Chroma,
    mcus: impl ExactSizeIterator<Item = (usize, usize)>,
    steps: &[Steps; 2],
) -> Tokens {
    let mut tokens = Tokens { list: Vec::with_capacity(mcus.len() * 32), counts: [[0; 256]; 4] };
    let mut writer = Writer { tokens: &mut tokens, before: [0; 3] };
    let [luma, blue, red] = &planes.all;
    let [luma_steps, chroma_steps] = steps;
    let side = chroma.side();
    let chroma_width = planes.width / side;
    for (column, row) in mcus {
        for y in row * side..(row + 1) * side {
            for x in column * side..(column + 1) * side {
                writer.block(0, &spectrum::of(luma, planes.width, 8 * x, 8 * y), luma_steps);
            }
        }
        for (number, plane) in [(1, blue), (2, red)] {
            writer.block(number, &spectrum::of(plane, chroma_width, 8 * column, 8 * row), chroma_steps);
        }
    }
    tokens
}

struct Writer<'a> {
    tokens: &'a mut Tokens,
    /// The first coefficient of each plane's last block.
    before: [i16; 3],
}

impl Writer<'_> {
    fn block(&mut self, number: usize, block: &Block, steps: &Steps) {
        let block = steps.quantized(block);
        let table = u8::from(number > 0);
        let coefficients: [i16; 64] = cast(block);
        let [first, ..] = coefficients;
        if let Some(before) = self.before.get_mut(number) {
            let difference = first - *before;
            *before = first;
            self.put(table, 0, difference);
        }
        self.others(table + 2, set_bits(&block), &coefficients);
    }

    /// Each coefficient that is not zero with the zeros before it.
    #[inline(always)]
    fn others(&mut self, table: u8, set: u64, block: &[i16; 64]) {
        let mut left = set & !1;
        let mut last = 0;
        while left != 0 {
            let at = left.trailing_zeros();
            left &= left - 1;
            let mut zeros = at - last - 1;
            last = at;
            while zeros > 15 {
                self.symbol(table, SIXTEEN_ZEROS, 0);
                zeros -= 16;
            }
            let place = PLACES.get(at as usize).copied().unwrap_or_default();
            let value = block.get(usize::from(place)).copied().unwrap_or_default();
            self.put(table, (zeros as u8) << 4, value);
        }
        if last < 63 {
            self.symbol(table, END, 0);
        }
    }

    /// A value as the number of its bits and those bits; a negative one less one, so that its first bit is 0.
    #[inline(always)]
    fn put(&mut self, table: u8, zeros: u8, value: i16) {
        let length = 16 - value.unsigned_abs().leading_zeros();
        let mask = (1_u32 << length) - 1;
        let bits = i32::from(value) + i32::from(value >> 15);
        self.symbol(table, zeros | length as u8, (bits as u32 & mask) as u16);
    }

    #[inline(always)]
    fn symbol(&mut self, table: u8, symbol: u8, bits: u16) {
        let count = self.tokens.counts.get_mut(usize::from(table));
        if let Some(count) = count.and_then(|counts| counts.get_mut(usize::from(symbol))) {
            *count += 1;
        }
        self.tokens.list.push(Token { table, symbol, bits });
    }
}
