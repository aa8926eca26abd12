//! The order from low frequencies to high ones (ITU-T T.81, figure A.6).

use super::spectrum::Block;
use wide::i16x8;

/// Of each place in the order, the place in a block whose rows are one frequency across and all those down.
#[expect(clippy::indexing_slicing, reason = "what is out of bounds does not compile")]
pub const PLACES: [u8; 64] = {
    let mut places = [0; 64];
    let (mut column, mut row) = (0_u8, 0_u8);
    let mut at = 0;
    while at < 64 {
        places[at] = column * 8 + row;
        // Up and to the right on even diagonals, down and to the left on odd ones.
        let (is_up, last) = ((column + row).is_multiple_of(2), 7);
        match (is_up, column, row) {
            (true, column_, _) if column_ == last => row += 1,
            (true, _, 0) => column += 1,
            (true, ..) => (column, row) = (column + 1, row - 1),
            (false, _, row_) if row_ == last => column += 1,
            (false, 0, _) => row += 1,
            (false, ..) => (column, row) = (column - 1, row + 1),
        }
        at += 1;
    }
    places
};

/// For each frequency down, the bits of those across, moved to where the order has them.
#[expect(clippy::indexing_slicing, reason = "what is out of bounds does not compile")]
static ORDERED: [[u64; 256]; 8] = {
    let mut ordered = [[0; 256]; 8];
    let mut at = 0;
    while at < 64 {
        let (across, down) = (PLACES[at] / 8, PLACES[at] % 8);
        let mut bits = 0;
        while bits < 256 {
            if bits >> across & 1 == 1 {
                ordered[down as usize][bits] |= 1 << at;
            }
            bits += 1;
        }
        at += 1;
    }
    ordered
};

/// A bit for each coefficient that is not zero, from low frequencies to high ones.
#[inline(always)]
pub fn set_bits(block: &Block) -> u64 {
    let mut columns = i16x8::ZERO;
    for (row, bit) in block.iter().zip([1, 2, 4, 8, 16, 32, 64, 128]) {
        columns |= !row.simd_eq(i16x8::ZERO) & i16x8::splat(bit);
    }
    let mut set = 0;
    for (table, bits) in ORDERED.iter().zip(columns.to_array()) {
        set |= table.get(bits as usize).copied().unwrap_or_default();
    }
    set
}

#[cfg(test)]
mod tests {
    use super::{PLACES, set_bits};
    use wide::bytemuck::cast;
    use wide::i16x8;

    #[test]
    fn the_order_is_that_of_the_standard() {
        let natural: Vec<u8> = PLACES.iter().map(|place| place % 8 * 8 + place / 8).collect();
        let stretch = |from: usize| natural.iter().skip(from).take(10).copied().collect::<Vec<u8>>();
        assert_eq!(stretch(0), [0, 1, 8, 16, 9, 2, 3, 10, 17, 24]);
        assert_eq!(stretch(26), [13, 6, 7, 14, 21, 28, 35, 42, 49, 56]);
        assert_eq!(stretch(54), [39, 46, 53, 60, 61, 54, 47, 55, 62, 63]);
        let mut all = natural;
        all.sort_unstable();
        assert!(all.iter().copied().eq(0..64));
    }

    #[test]
    fn each_coefficient_has_its_bit() {
        for (at, &place) in PLACES.iter().enumerate() {
            for value in [1, -1, 256, i16::MIN] {
                let mut block = [0; 64];
                if let Some(into) = block.get_mut(usize::from(place)) {
                    *into = value;
                }
                assert_eq!(set_bits(&cast(block)), 1 << at);
            }
        }
        assert_eq!(set_bits(&[i16x8::splat(-7); 8]), u64::MAX);
        assert_eq!(set_bits(&[i16x8::ZERO; 8]), 0);
    }
}
