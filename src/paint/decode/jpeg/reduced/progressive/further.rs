//! One more bit of frequencies (ITU-T T.81, G.1.2.3).
//!
//! Symbols say how many coefficients stay zero before one appears; the coefficients that did so in earlier scans are not
//! counted, and of each that is passed a bit follows the symbol. This is where the most of a file's bits are, and nothing in them can be
//! foreseen: a branch that depends on them is taken wrongly half of the time, which costs a processor more than all the sums. So
//! places are found by table, and the bits are gathered, to be added to their coefficients when all of a block are there.

use super::super::bits::Bits;
use super::band::{Band, Position, ended};
use super::blocks::{Block, Kept};
use super::codes::MARKED;

/// Reads the band of blocks that follow each other; nothing where no code fits, or a coefficient lies beyond the band.
#[inline(never)]
pub fn read<const M: usize>(
    position: &mut Position<'_>,
    band: &Band,
    kept: &Kept,
    blocks: &mut [Block<M>],
) -> Option<()> {
    let mut bits = position.bits;
    let places = (u64::MAX << band.first) & (u64::MAX >> (63 - band.last));
    for block in blocks {
        let known = block.filled & places;
        let zeros = !block.filled & places;
        let mut filled = block.filled;
        let mut more = More::default();
        // The last place that was come to.
        let mut place = band.first - 1;
        if position.ended == 0 {
            'block: loop {
                bits.fill();
                // 56 bits hold three of the table, with the bits of seven coefficients for each.
                for _ in 0..3 {
                    let left = zeros >> place >> 1;
                    let symbol = band.symbols.peek(&bits);
                    let passed = nth_zero(left, symbol.run_by_8);
                    if (symbol.run_by_8 | passed) & FAR != 0 {
                        if place == band.last {
                            break 'block;
                        }
                        bits.fill();
                        let symbol = band.symbols.read(&mut bits)?;
                        if symbol.is_end() {
                            position.ended = ended(symbol, &mut bits);
                            break 'block;
                        }
                        let passed = nth_zero_of_all(left, symbol.run())?;
                        (bits, more) = more.read(bits, passed - symbol.run());
                        place += passed + 1;
                        filled |= u64::from(symbol.value != 0) << (place & 63);
                        block.put(place, symbol.value, kept);
                        continue 'block;
                    }
                    let count = u32::from(passed) - symbol.run();
                    let length = u32::from(symbol.length) + count;
                    more.add(bits.peek(length), count);
                    bits.skip(length);
                    place += u32::from(passed) + 1;
                    filled |= 1 << (place & 63);
                    block.put(place, symbol.value, kept);
                }
            }
        }
        if position.ended > 0 {
            position.ended -= 1;
            let rest = known & (u64::MAX << place << 1);
            if rest != 0 {
                bits.fill();
                (bits, more) = more.read(bits, rest.count_ones());
            }
        }
        block.filled = filled;
        if more.bits != 0 {
            more.apply(known, band.bit, kept, block);
        }
    }
    position.bits = bits;
    Some(())
}

/// Of a symbol that is not within reach of the table below: marks, and runs of eight and more.
const FAR: u8 = MARKED | 8 << 3;

/// How many places are passed to come to the zero after so many others, where that is within eight places.
#[inline(always)]
fn nth_zero(zeros: u64, run_by_8: u8) -> u8 {
    let nths = NTHS.get((zeros & 0xFF) as usize).copied().unwrap_or(u64::MAX);
    (nths >> (run_by_8 & 63)) as u8
}

/// By eight bits, where the first, the second and so on of those that are set stand, in bytes from the lowest; 0xFF where there are
/// fewer.
static NTHS: [u64; 256] = {
    let mut table = [u64::MAX; 256];
    let mut rest: &mut [u64] = &mut table;
    let mut byte = 0_u64;
    while let Some((nths, after)) = rest.split_first_mut() {
        let mut left = byte;
        let mut shift = 0;
        while left != 0 {
            *nths ^= (0xFF ^ left.trailing_zeros() as u64) << shift;
            left &= left - 1;
            shift += 8;
        }
        rest = after;
        byte += 1;
    }
    table
};

/// The same for any; nothing where there are fewer zeros.
fn nth_zero_of_all(mut zeros: u64, run: u32) -> Option<u32> {
    for _ in 0..run {
        zeros &= zeros.wrapping_sub(1);
    }
    (zeros != 0).then(|| zeros.trailing_zeros())
}

/// Bits of the coefficients that were not zero, in their order, the last in the lowest place.
#[derive(Clone, Copy, Default)]
struct More {
    bits: u64,
}

impl More {
    /// The lowest `count` of `bits`, at most 31.
    #[inline(always)]
    fn add(&mut self, bits: u32, count: u32) {
        self.bits = self.bits << count | u64::from(bits & ((1 << count) - 1));
    }

    /// Takes up to 63 bits, of which 31 must be ready.
    #[inline(always)]
    fn read(mut self, mut bits: Bits<'_>, count: u32) -> (Bits<'_>, Self) {
        match count {
            0 => {}
            1..32 => {
                self.add(bits.peek(count), count);
                bits.skip(count);
            }
            _ => return self.read_many(bits, count),
        }
        (bits, self)
    }

    #[cold]
    fn read_many(mut self, mut bits: Bits<'_>, mut count: u32) -> (Bits<'_>, Self) {
        while count > 0 {
            let now = count.min(31);
            self.add(bits.peek(now), now);
            bits.skip(now);
            bits.fill();
            count -= now;
        }
        (bits, self)
    }

    /// Adds the bits to the coefficients at `known` places, of which each has one, as far as they are kept.
    #[inline(always)]
    fn apply<const M: usize>(self, known: u64, bit: u32, kept: &Kept, block: &mut Block<M>) {
        let mut bits = self.bits << (known.count_zeros() & 63);
        let mut left = known & (u64::MAX >> (kept.places.leading_zeros() & 63));
        while left != 0 {
            let place = left.trailing_zeros();
            left &= left - 1;
            if let Some(value) = block.values.get_mut(kept.slot(place) & (M - 1)) {
                let given = ((bits >> 63) << bit) as i16;
                // Away from zero.
                let sign = *value >> 15;
                *value = value.wrapping_add((given ^ sign).wrapping_sub(sign));
            }
            bits <<= 1;
        }
    }
}
