//! The coefficients of a few blocks, as far as the scans gave them.

/// One block, with `M` places for coefficients.
#[derive(Clone, Copy)]
pub struct Block<const M: usize> {
    /// A bit for each place in zigzag order whose coefficient is not zero, but for the mean.
    pub filled: u64,
    /// Those that are kept, where [`Kept`] says.
    pub values: [i16; M],
}

impl<const M: usize> Block<M> {
    pub const EMPTY: Self = Self { filled: 0, values: [0; M] };

    /// Keeps a coefficient, where it is one of those that are kept. The bit in `filled` is for the caller to set.
    #[inline(always)]
    pub fn put(&mut self, place: u32, value: i16, kept: &Kept) {
        // Masked, so that no check is needed.
        if let Some(into) = self.values.get_mut(kept.slot(place) & (M - 1)) {
            *into = value;
        }
    }
}

/// Which coefficients are kept, and where.
pub struct Kept {
    /// A bit for each place in zigzag order.
    pub places: u64,
    /// By place, where its value goes; those that are not kept share one place, which is never looked at.
    pub slots: [u8; 64],
}

impl Kept {
    /// `order` says for each place where its value goes; those that go behind the first `count` are not kept.
    pub fn new(order: [u8; 64], count: usize) -> Self {
        let is_kept = |slot: u8| usize::from(slot) < count;
        let bits = (0_u32..).zip(order).map(|(place, slot)| u64::from(is_kept(slot)) << place);
        Self { places: bits.sum(), slots: order }
    }

    #[inline(always)]
    pub fn slot(&self, place: u32) -> usize {
        self.slots.get(place as usize & 63).copied().map_or(0, usize::from)
    }
}

/// The blocks of one component in one row of MCUs.
pub struct Strip<const M: usize> {
    /// In rows from the top.
    pub blocks: Vec<Block<M>>,
    /// Blocks of each MCU across and down.
    pub across: usize,
    pub down: usize,
    /// Blocks of each row.
    pub stride: usize,
    /// Blocks across and down the picture that hold samples of it.
    pub own: (usize, usize),
}

impl<const M: usize> Strip<M> {
    /// How many MCUs it has.
    pub fn mcus(&self) -> usize {
        self.stride / self.across
    }

    /// The blocks of a line that hold samples of the picture: those that fill up the last MCUs are not in scans of one component
    /// (T.81, A.2.2).
    pub fn own_blocks(&mut self, row: usize, line: usize) -> &mut [Block<M>] {
        let (across, down) = self.own;
        let across = if row * self.down + line < down { across } else { 0 };
        let start = line * self.stride;
        self.blocks.get_mut(start..start + across).unwrap_or_default()
    }

    /// The blocks of a line of an MCU.
    #[inline(always)]
    pub fn blocks_of_mcu(&mut self, mcu: usize, line: usize) -> &mut [Block<M>] {
        let start = line * self.stride + mcu * self.across;
        self.blocks.get_mut(start..start + self.across).unwrap_or_default()
    }
}
