//! The highest bits of frequencies (ITU-T T.81, G.1.2.2).

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
    let mut rest = blocks.iter_mut();
    let mut bits = position.bits;
    loop {
        if position.ended > 0 {
            let passed = rest.len().min(position.ended);
            position.ended -= passed;
            rest = rest.into_slice().get_mut(passed..)?.iter_mut();
        }
        let Some(block) = rest.next() else { break };
        // A coefficient beyond the band leaves its place beyond the band's end, which is seen below.
        let mut place = band.first;
        let mut filled = block.filled;
        'block: while place <= band.last {
            bits.fill();
            // 56 bits hold five of the table.
            for _ in 0..5 {
                let symbol = band.symbols.peek(&bits);
                if symbol.run_by_8 & MARKED != 0 {
                    bits.fill();
                    let symbol = band.symbols.read(&mut bits)?;
                    if symbol.is_end() {
                        position.ended = ended(symbol, &mut bits) - 1;
                        break 'block;
                    }
                    place += symbol.run();
                    filled |= u64::from(symbol.value != 0) << (place & 63);
                    block.put(place, symbol.value, kept);
                    place += 1;
                    continue 'block;
                }
                bits.skip(u32::from(symbol.length));
                place += symbol.run();
                filled |= 1 << (place & 63);
                block.put(place, symbol.value, kept);
                place += 1;
                if place > band.last {
                    break 'block;
                }
            }
        }
        block.filled = filled;
        if place > band.last + 1 {
            return None;
        }
    }
    position.bits = bits;
    Some(())
}
