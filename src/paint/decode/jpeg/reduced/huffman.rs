//! Huffman codes, looked up together with the values that follow them (ITU-T T.81, annexes C and F).

use super::bits::{Bits, extended};

/// So many bits are looked up at once: with fewer too many codes are not in the table, with more the tables no longer stay in
/// the processor's nearest cache.
const LOOKED_UP: u32 = 12;
const ENTRIES: usize = 1 << LOOKED_UP;
/// Codes have no more bits (C.2).
const LONGEST: u32 = 16;

/// Codes as the file gives them.
#[derive(Clone)]
pub struct Codes {
    symbols: Vec<u8>,
    /// For each length, the first code that is longer, in 16 bits.
    limits: [u32; LONGEST as usize],
    /// For each length, what is taken from a code of it to find its symbol.
    offsets: [i32; LONGEST as usize],
}

impl Codes {
    /// Nothing where there are more codes than their lengths allow.
    pub fn new(counts: &[u8; 16], symbols: &[u8]) -> Option<Self> {
        let mut code = 0_u32;
        let mut first = 0_i32;
        let mut limits = [0; LONGEST as usize];
        let mut offsets = [0; LONGEST as usize];
        let places = limits.iter_mut().zip(&mut offsets);
        for ((length, &count), (limit, offset)) in (1_u32..).zip(counts).zip(places) {
            *offset = first - i32::try_from(code).ok()?;
            code += u32::from(count);
            first += i32::from(count);
            if code > 1 << length {
                return None;
            }
            *limit = code << (LONGEST - length);
            code <<= 1;
        }
        Some(Self { symbols: symbols.to_vec(), limits, offsets })
    }

    /// The symbol of the code that begins these 16 bits, and the code's length; nothing where none begins so.
    pub fn find(&self, bits: u32) -> Option<(u8, u32)> {
        let places = self.limits.iter().zip(&self.offsets);
        let (length, (_, offset)) = (1_u32..).zip(places).find(|(_, (limit, _))| bits < **limit)?;
        let code = i32::try_from(bits >> (LONGEST - length)).ok()?;
        let symbol = self.symbols.get(usize::try_from(code + offset).ok()?)?;
        Some((*symbol, length))
    }
}

/// Where nothing is found in a table of differences.
const NONE: Difference = Difference { value: 0, length: 0 };

/// What a look-up gives: a difference with the length of its code and value together, in bits; 0 where they are longer.
#[derive(Clone, Copy)]
struct Difference {
    value: i16,
    length: u8,
}

/// Codes of the differences between the blocks' means.
pub struct Differences {
    codes: Codes,
    table: Box<[Difference; ENTRIES]>,
}

impl Differences {
    /// Nothing where the codes are wrong, or values have more bits than in baseline files (F.1.2.1).
    pub fn new(counts: &[u8; 16], symbols: &[u8]) -> Option<Self> {
        if symbols.iter().any(|&size| size > 11) {
            return None;
        }
        let codes = Codes::new(counts, symbols)?;
        let mut table = Box::new([NONE; ENTRIES]);
        for (bits, entry) in table.iter_mut().enumerate() {
            let code = codes.find(widened(bits)).map(|(size, length)| (u32::from(size), length));
            if let Some((size, length)) = code.filter(|(size, length)| size + length <= LOOKED_UP) {
                let value = value_behind(bits, length, size) as i16;
                *entry = Difference { value, length: (length + size) as u8 };
            }
        }
        Some(Self { codes, table })
    }

    /// The next difference; nothing where no code fits.
    #[inline(always)]
    pub fn read(&self, bits: &mut Bits<'_>) -> Option<i32> {
        bits.fill();
        let entry = self.table.get(bits.peek(LOOKED_UP) as usize)?;
        if entry.length > 0 {
            bits.skip(u32::from(entry.length));
            return Some(i32::from(entry.value));
        }
        let (size, length) = self.codes.find(bits.peek(LONGEST))?;
        bits.skip(length);
        if size == 0 { Some(0) } else { Some(bits.value(u32::from(size))) }
    }
}

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
        let value = if size == 0 { 0 } else { extended(raw as i32, size) };
        Some((run, value as i16, length + size))
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
/// | 0 to 3 | the length of all codes and values; 0 where one does not fit into the look-up |
/// | 4 to 9 | by how many places the first goes on |
/// | 10 to 16 | by how many both go on together: as many where there is one |
/// | 17 to 23 | the value of the second |
/// | 24 to 31 | the value of the first |
///
/// Where one code is known, but its value does not fit: its symbol in the bits 4 to 11, and its length in the bits 12 to 16.
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
        let unfit = Self(u32::from(symbol) << 4 | length << 12);
        match (run, size) {
            (0, 0) => Self::new(length, END_ALONE, END, 0, 0),
            // Sixteen zeros (0xF0) are fifteen and one of value 0; other values of no bits are no baseline.
            (0..15, 0) => unfit,
            _ if length + size > LOOKED_UP || i8::try_from(value).is_err() => unfit,
            _ => Self::new(length + size, run + 1, run + 1, value, 0),
        }
    }

    fn new(length: u32, first_steps: usize, steps: usize, first: i32, second: i32) -> Self {
        let steps = (first_steps as u32) << 4 | (steps as u32) << 10;
        Self(length | steps | (second as u32 & 0x7F) << 17 | (first as u32) << 24)
    }

    /// With the one behind it; nothing where they do not fit together.
    fn with(self, behind: Self) -> Option<Self> {
        let length = self.length() + behind.length();
        if self.length() == 0 || self.is_end() || behind.length() == 0 || length > LOOKED_UP {
            return None;
        }
        let steps = self.first_steps() + if behind.is_end() { END } else { behind.first_steps() };
        let (first, second) = (i32::from(self.first_value()), i32::from(behind.first_value()));
        // Its seven bits.
        (-64..64).contains(&second).then(|| Self::new(length, self.first_steps(), steps, first, second))
    }

    #[inline(always)]
    fn length(self) -> u32 {
        self.0 & 15
    }

    #[inline(always)]
    fn first_steps(self) -> usize {
        (self.0 >> 4 & 63) as usize
    }

    #[inline(always)]
    fn steps(self) -> usize {
        (self.0 >> 10 & 127) as usize
    }

    #[inline(always)]
    fn first_value(self) -> i16 {
        (self.0 as i32 >> 24) as i16
    }

    #[inline(always)]
    fn second_value(self) -> i16 {
        ((self.0 << 8) as i32 >> 25) as i16
    }

    fn is_end(self) -> bool {
        self.length() > 0 && self.first_steps() == END_ALONE
    }

    /// The symbol and the length of a code whose value does not fit.
    fn code(self) -> Option<(u8, u32)> {
        (self.0 != 0).then_some(((self.0 >> 4) as u8, self.0 >> 12))
    }
}

/// The bits of a look-up as the beginning of 16.
fn widened(index: usize) -> u32 {
    (index as u32) << (LONGEST - LOOKED_UP)
}

/// The value of `size` bits behind a code of `length` bits, of which those that are not in the look-up are taken as 0.
fn value_behind(index: usize, length: u32, size: u32) -> i32 {
    if size == 0 {
        return 0;
    }
    let raw = ((widened(index) << length) & 0xFFFF) >> (LONGEST - size);
    extended(raw as i32, size)
}
