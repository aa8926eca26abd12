//! The coefficients of a few blocks, as far as the scans gave them.

/// One block, of which `M` coefficients are kept, the first in zigzag order.
#[derive(Clone, Copy)]
pub struct Block<const M: usize> {
    /// A bit for each place whose coefficient is not zero, but for the mean; of all 64 places.
    pub filled: u64,
    pub values: [i16; M],
}

impl<const M: usize> Block<M> {
    pub const EMPTY: Self = Self { filled: 0, values: [0; M] };

    /// Keeps a coefficient, where it is one of those that are kept.
    #[inline(always)]
    pub fn put(&mut self, place: usize, value: i16) {
        if let Some(into) = self.values.get_mut(place) {
            *into = value;
        }
    }
}

/// The blocks of one component in one row of MCUs.
pub struct Strip<const M: usize> {
    /// In rows from the top, as many as the MCUs have.
    pub blocks: Vec<Block<M>>,
    /// Blocks of each MCU across and down.
    pub across: usize,
    pub down: usize,
    /// Blocks of each row.
    pub stride: usize,
    /// The blocks that hold samples of the picture: those that fill up the last MCUs are in scans of several components
    /// only (T.81, A.2.2).
    pub own_across: usize,
    pub own_down: usize,
}

impl<const M: usize> Strip<M> {
    /// The blocks of a row of the component which a scan of it alone holds, where the row is one of these.
    pub fn own_row(&mut self, mcu_row: usize, line: usize) -> Option<&mut [Block<M>]> {
        if mcu_row * self.down + line >= self.own_down {
            return None;
        }
        self.blocks.get_mut(line * self.stride..)?.get_mut(..self.own_across)
    }
}
