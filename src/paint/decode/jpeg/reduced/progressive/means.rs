//! The means of blocks (ITU-T T.81, G.1.2.1).

use super::super::bits::Bits;
use super::super::huffman::Differences;
use super::blocks::Block;
use super::script::Part;

/// One component's means in a scan.
pub struct Means {
    differences: Differences,
    /// Of the block before, without the bits that later scans give.
    before: i32,
}

impl Means {
    /// Nothing where its table is missing or wrong.
    pub fn new(part: &Part<'_>) -> Option<Self> {
        let codes = part.codes?;
        Some(Self { differences: Differences::new(codes.counts, codes.symbols)?, before: 0 })
    }

    pub fn restart(&mut self) {
        self.before = 0;
    }

    /// Reads the highest bits of a mean; nothing where no code fits.
    #[inline(always)]
    pub fn read<const M: usize>(
        &mut self,
        bits: &mut Bits<'_>,
        bit: u32,
        block: &mut Block<M>,
    ) -> Option<()> {
        self.before = self.before.wrapping_add(self.differences.read(bits)?);
        if let Some(mean) = block.values.first_mut() {
            *mean = (self.before << bit) as i16;
        }
        Some(())
    }
}

/// Reads one more bit of a mean.
#[inline(always)]
pub fn read_further<const M: usize>(bits: &mut Bits<'_>, bit: u32, block: &mut Block<M>) {
    bits.fill();
    if let Some(mean) = block.values.first_mut() {
        *mean |= (bits.peek(1) << bit) as i16;
    }
    bits.skip(1);
}
