//! A block's coefficients but for the mean, looked up two at a time (ITU-T T.81, F.2.2.2).

#[cfg(test)]
mod tests;

use super::bits::{Bits, extended};
use super::huffman::{Codes, ENTRIES, LONGEST, LOOKED_UP, value_behind, widened};

/// Codes of a block's coefficients but for the mean.
pub struct Coefficients {
    codes: Codes,
    table: Box<[Found; ENTRIES]>,
}

/// The last place of a block.
const LAST: usize = 63;

impl Coefficients {
    /// Nothing where the codes are wrong, or values have more bits than in baseline files (F.1.2.2).
    pub fn new(counts: &[u8; 16], symbols: &[u8]) -> Option<Self> {
        if symbols.iter().any(|&symbol| symbol & 15 > 10) {
            return None;
        }
        let codes = Codes::new(counts, symbols)?;
        let singles: Vec<Found> = (0..ENTRIES).map(|bits| Found::of_code(&codes, bits)).collect();
        let mut table = Box::new([Found::default(); ENTRIES]);
        for (bits, (entry, &first)) in table.iter_mut().zip(&singles).enumerate() {
            let behind = singles.get((bits << first.length()) % ENTRIES).copied().unwrap_or_default();
            *entry = first.with(behind).unwrap_or(first);
        }
        Some(Self { codes, table })
    }

    /// Reads a block's coefficients after the mean, and says whether there were any: `put` gets the place in zigzag order and the value.
    /// A place beyond 63, and below 256, is none. Nothing where no code fits or they go beyond the block.
    #[inline(always)]
    pub fn read(&self, bits: &mut Bits<'_>, put: impl FnMut(usize, i16)) -> Option<bool> {
        let mut own = *bits;
        let are_any = self.read_block(&mut own, put);
        *bits = own;
        are_any
    }

    #[inline(always)]
    fn read_block(&self, bits: &mut Bits<'_>, mut put: impl FnMut(usize, i16)) -> Option<bool> {
        let mut place = 0_usize;
        loop {
            // 56 bits hold three look-ups, or two and one code with its value, before they must be filled again.
            bits.fill();
            for _ in 0..3 {
                let found = *self.table.get(bits.peek(LOOKED_UP) as usize)?;
                if found.length() == 0 {
                    let (run, value, length) = self.long(bits.peek(32), found)?;
                    bits.skip(length);
                    bits.fill();
                    match value {
                        // The end of the block.
                        0 if run == 0 => return Some(place > 0),
                        0 if run != 15 => return None,
                        _ => {}
                    }
                    place += run + 1;
                    put(place, value);
                    if place >= LAST {
                        return (place == LAST).then_some(true);
                    }
                    continue;
                }
                let (first, both) = (place + found.first_steps(), place + found.steps());
                // Where there is no second, the first takes its place.
                put(both, found.second_value());
                put(first, found.first_value());
                if both < LAST {
                    bits.skip(found.length());
                    place = both;
                    continue;
                }
                return self.read_end(bits, found, place);
            }
        }
    }

    /// A code, or its value, that is longer than the look-up: how many zeros stand before it, the value, and how many of these bits they
    /// are.
    #[inline(never)]
    fn long(&self, bits: u32, found: Found) -> Option<(usize, i16, u32)> {
        let (symbol, length) = match found.code() {
            Some(code) => code,
            None => self.codes.find(bits >> LONGEST)?,
        };
        let (run, size) = (usize::from(symbol >> 4), u32::from(symbol & 15));
        let raw = (bits << length).checked_shr(32 - size).unwrap_or(0);
        Some((run, extended(raw as i32, size) as i16, length + size))
    }

    /// Goes on behind the last of a block, from the place before this.
    #[inline(always)]
    fn read_end(&self, bits: &mut Bits<'_>, found: Found, place: usize) -> Option<bool> {
        let first = place + found.first_steps();
        if found.is_end() {
            bits.skip(found.length());
            return Some(place > 0);
        }
        if first == LAST && found.first_steps() != found.steps() {
            // The second belongs to the next block.
            let alone = Found::of_code(&self.codes, bits.peek(LOOKED_UP) as usize);
            bits.skip(alone.length());
            return Some(true);
        }
        bits.skip(found.length());
        let both = place + found.steps();
        let ends_well = both == LAST || (first < LAST && both >= END);
        ends_well.then_some(true)
    }
}

/// What a look-up gives: one coefficient or two, or one and the end of its block, in one number, so that the tables are small.
///
/// | bits | |
/// |---|---|
/// | 0 to 5 | the length of all codes and values; 0 where one does not fit into the look-up |
/// | 6 to 11 | by how many places the first goes on |
/// | 12 to 18 | by how many both go on together: as many where there is one |
/// | 19 to 24 | the value of the second |
/// | 25 to 31 | the value of the first |
///
/// A length would fit into four bits. With six nothing needs to be taken off before the bits are moved on by it: processors do so themselves, and
/// each look-up waits for that of the one before.
///
/// Where one code is known, but its value does not fit: its symbol in the bits 6 to 13, and its length in the bits 14 to 18.
#[derive(Clone, Copy, Default)]
struct Found(u32);

/// By so many places the end of a block goes on: further than two coefficients do that go beyond it.
const END: usize = 96;
/// The same, of an end that stands alone.
const END_ALONE: usize = 63;

impl Found {
    /// The one code that begins the bits of a look-up.
    fn of_code(codes: &Codes, bits: usize) -> Self {
        let Some((symbol, length)) = codes.find(widened(bits)).filter(|(_, length)| *length <= LOOKED_UP)
        else {
            return Self::default();
        };
        let (run, size) = (usize::from(symbol >> 4), u32::from(symbol & 15));
        let value = value_behind(bits, length, size);
        let unfit = Self(u32::from(symbol) << 6 | length << 14);
        match (run, size) {
            (0, 0) => Self::new(length, END_ALONE, END, 0, 0),
            // Sixteen zeros (0xF0) are fifteen and one of value 0; other values of no bits are no baseline.
            (0..15, 0) => unfit,
            _ if length + size > LOOKED_UP || !(-64..64).contains(&value) => unfit,
            _ => Self::new(length + size, run + 1, run + 1, value, 0),
        }
    }

    fn new(length: u32, first_steps: usize, steps: usize, first: i32, second: i32) -> Self {
        let steps = (first_steps as u32) << 6 | (steps as u32) << 12;
        Self(length | steps | (second as u32 & 0x3F) << 19 | (first as u32) << 25)
    }

    /// With the one behind it; nothing where they do not fit together.
    fn with(self, behind: Self) -> Option<Self> {
        let length = self.length() + behind.length();
        if self.length() == 0 || self.is_end() || behind.length() == 0 || length > LOOKED_UP {
            return None;
        }
        let steps = self.first_steps() + if behind.is_end() { END } else { behind.first_steps() };
        let (first, second) = (i32::from(self.first_value()), i32::from(behind.first_value()));
        // Its six bits.
        (-32..32).contains(&second).then(|| Self::new(length, self.first_steps(), steps, first, second))
    }

    #[inline(always)]
    fn length(self) -> u32 {
        self.0 & 63
    }

    #[inline(always)]
    fn first_steps(self) -> usize {
        (self.0 >> 6 & 63) as usize
    }

    #[inline(always)]
    fn steps(self) -> usize {
        (self.0 >> 12 & 127) as usize
    }

    #[inline(always)]
    fn first_value(self) -> i16 {
        (self.0 as i32 >> 25) as i16
    }

    #[inline(always)]
    fn second_value(self) -> i16 {
        ((self.0 << 7) as i32 >> 26) as i16
    }

    fn is_end(self) -> bool {
        self.length() > 0 && self.first_steps() == END_ALONE
    }

    /// The symbol and the length of a code whose value does not fit.
    fn code(self) -> Option<(u8, u32)> {
        (self.0 != 0).then_some(((self.0 >> 6) as u8, self.0 >> 14))
    }
}
