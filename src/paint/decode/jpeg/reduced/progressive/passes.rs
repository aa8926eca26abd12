//! The four ways in which a scan gives bits of coefficients (ITU-T T.81, G.1.2).

use super::super::bits::Bits;
use super::super::huffman::Differences;
use super::blocks::Block;
use super::codes::{END, Symbols};

/// The places of a scan of frequencies, and the bit that it gives.
#[derive(Clone, Copy)]
pub struct Band {
    pub first: usize,
    pub last: usize,
    pub bit: u32,
}

/// The highest bits of a mean, after that of the block before.
#[inline(always)]
pub fn mean<const M: usize>(
    bits: &mut Bits<'_>,
    differences: &Differences,
    before: &mut i32,
    bit: u32,
    block: &mut Block<M>,
) -> Option<()> {
    *before = before.wrapping_add(differences.read(bits)?);
    block.put(0, (*before << bit) as i16);
    Some(())
}

/// One more bit of a mean.
#[inline(always)]
pub fn further_mean<const M: usize>(bits: &mut Bits<'_>, bit: u32, block: &mut Block<M>) {
    bits.fill();
    if let Some(value) = block.values.first_mut() {
        *value |= (bits.peek(1) << bit) as i16;
    }
    bits.skip(1);
}

/// The highest bits of frequencies. `ended` counts the blocks, from the next on, in which nothing comes any more.
pub fn frequencies<const M: usize>(
    bits: &mut Bits<'_>,
    symbols: &Symbols,
    ended: &mut usize,
    band: Band,
    blocks: &mut [Block<M>],
) -> Option<()> {
    let mut own = *bits;
    let mut rest = blocks.iter_mut();
    loop {
        if *ended > 0 {
            let passed = rest.len().min(*ended);
            *ended -= passed;
            rest = rest.into_slice().get_mut(passed..)?.iter_mut();
        }
        let Some(block) = rest.next() else { break };
        let mut place = band.first;
        while place <= band.last {
            own.fill();
            let symbol = symbols.read(&mut own)?;
            if symbol.run == END {
                *ended = end(&mut own, symbol.value) - 1;
                break;
            }
            place += usize::from(symbol.run);
            if place > band.last {
                return None;
            }
            block.filled |= u64::from(symbol.value != 0) << place;
            block.put(place, symbol.value << band.bit);
            place += 1;
        }
    }
    *bits = own;
    Some(())
}

/// Of how many blocks it is the end, from this one on, by the bits behind the symbol (G.1.2.2).
#[inline(always)]
fn end(bits: &mut Bits<'_>, size: i16) -> usize {
    let size = u32::from(size.unsigned_abs());
    if size == 0 {
        return 1;
    }
    let rest = bits.peek(size);
    bits.skip(size);
    (1 << size) + rest as usize
}

/// One more bit of frequencies: of those that were zero, the new ones with the zeros before them, and in between a bit for
/// each that was not (G.1.2.3).
pub fn further_frequencies<const M: usize>(
    bits: &mut Bits<'_>,
    symbols: &Symbols,
    ended: &mut usize,
    band: Band,
    blocks: &mut [Block<M>],
) -> Option<()> {
    let mut own = *bits;
    let places = (u64::MAX << band.first) & (u64::MAX >> (63 - band.last));
    for block in blocks {
        // What is left of the band.
        let mut left = places;
        let known = block.filled & places;
        if *ended == 0 {
            loop {
                own.fill();
                let symbol = symbols.read(&mut own)?;
                if symbol.run == END {
                    *ended = end(&mut own, symbol.value);
                    break;
                }
                let mut zeros = left & !known;
                for _ in 0..symbol.run {
                    zeros &= zeros.wrapping_sub(1);
                }
                if zeros == 0 {
                    return None;
                }
                let place = zeros.trailing_zeros();
                let passed = left & ((1 << place) - 1);
                let corrected = place - left.trailing_zeros() - u32::from(symbol.run);
                if corrected > 0 {
                    correct(&mut own, passed & known, corrected, band.bit, block);
                }
                block.filled |= u64::from(symbol.value != 0) << place;
                if symbol.value != 0 { block.put(place as usize, symbol.value << band.bit); }
                left &= (u64::MAX << 1) << place;
                if left == 0 {
                    break;
                }
            }
        }
        if *ended > 0 {
            *ended -= 1;
            let rest = left & known;
            if rest != 0 {
                correct(&mut own, rest, rest.count_ones(), band.bit, block);
            }
        }
    }
    *bits = own;
    Some(())
}

/// Takes a bit for each of `count` coefficients and adds it to those that are kept.
#[inline(always)]
fn correct<const M: usize>(bits: &mut Bits<'_>, mut places: u64, mut count: u32, bit: u32, block: &mut Block<M>) {
    bits.fill();
    while places != 0 && count > 0 {
        let place = places.trailing_zeros() as usize;
        if place >= M {
            break;
        }
        places &= places - 1;
        if let Some(value) = block.values.get_mut(place) {
            let given = (bits.peek(1) << bit) as i16;
            *value = value.wrapping_add(if *value < 0 { -given } else { given });
        }
        bits.skip(1);
        count -= 1;
    }
    if count > 0 {
        if count > 31 {
            bits.skip(31);
            bits.fill();
            count -= 31;
        }
        bits.skip(count);
    }
}
