//! Huffman codes, looked up together with the values that follow them (ITU-T T.81, annexes C and F).

use super::bits::{Bits, extended};

/// So many bits are looked up at once: with fewer too many codes are not in the table, with more it no longer stays in
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

/// What a look-up gives: a code with its value.
#[derive(Clone, Copy, Default)]
struct Entry {
    value: i16,
    /// How many coefficients are zero before it.
    run: u8,
    /// Of the code and its value together, in bits; 0 where they are longer than the look-up.
    length: u8,
}

impl Entry {
    /// A code that is within the look-up, of `length` bits, whose value of `size` bits is not.
    fn without_value(length: u32, run: u8, size: u32) -> Self {
        Self { value: (size << 8 | length) as i16, run, length: 0 }
    }

    /// The size of the value and the length of the code, in bits, where the value is not within the look-up; nothing where
    /// the code is not, either.
    #[inline(always)]
    fn sizes(self) -> Option<(u32, u32)> {
        let sizes = u32::from(self.value.unsigned_abs());
        (sizes != 0).then_some((sizes >> 8, sizes & 0xFF))
    }
}

/// Codes of the differences between the blocks' means.
#[derive(Clone)]
pub struct Differences {
    codes: Codes,
    table: Box<[Entry; ENTRIES]>,
}

impl Differences {
    /// Nothing where the codes are wrong, or values have more bits than in baseline files (F.1.2.1).
    pub fn new(counts: &[u8; 16], symbols: &[u8]) -> Option<Self> {
        if symbols.iter().any(|&size| size > 11) {
            return None;
        }
        let codes = Codes::new(counts, symbols)?;
        let entry = |bits: u32| {
            let (size, length) = codes.find(bits)?;
            entry(bits, length, 0, u32::from(size))
        };
        let table = Box::new(std::array::from_fn(|index| entry(widened(index)).unwrap_or_default()));
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

/// Two coefficients whose codes stand one after the other, or one.
#[derive(Clone, Copy, Default)]
struct Pair {
    first: Entry,
    /// Its length is that of both; 0 where there is no second.
    second: Entry,
}

/// Codes of a block's coefficients but for the mean.
#[derive(Clone)]
pub struct Coefficients {
    codes: Codes,
    table: Box<[Pair; ENTRIES]>,
}

/// The run of an entry that ends its block: as far as the last coefficient goes, and beyond.
const END: u8 = 64;

impl Coefficients {
    /// Nothing where the codes are wrong, or values have more bits than in baseline files (F.1.2.2).
    pub fn new(counts: &[u8; 16], symbols: &[u8]) -> Option<Self> {
        if symbols.iter().any(|&symbol| symbol & 15 > 10) {
            return None;
        }
        let codes = Codes::new(counts, symbols)?;
        let single = |bits: u32, room: u32| {
            let (symbol, length) = codes.find(bits)?;
            let found = match symbol {
                0x00 => Entry { value: 0, run: END, length: u8::try_from(length).ok()? },
                symbol => entry(bits, length, symbol >> 4, u32::from(symbol & 15))?,
            };
            (u32::from(found.length) <= room).then_some(found)
        };
        let pair = |index: usize| {
            let bits = widened(index);
            let Some(first) = single(bits, LOOKED_UP) else {
                let code = codes.find(bits).filter(|(_, length)| *length <= LOOKED_UP);
                let sizes = |(symbol, length): (u8, u32)| {
                    Entry::without_value(length, symbol >> 4, u32::from(symbol & 15))
                };
                return Pair { first: code.map(sizes).unwrap_or_default(), second: Entry::default() };
            };
            let used = u32::from(first.length);
            let second = (first.run < END)
                .then(|| single((bits << used) & 0xFFFF, LOOKED_UP - used))
                .flatten()
                .map(|second| Entry { length: second.length + first.length, ..second });
            Pair { first, second: second.unwrap_or_default() }
        };
        let table = Box::new(std::array::from_fn(pair));
        Some(Self { codes, table })
    }

    /// Reads a block's coefficients after the mean: `put` gets the place in zigzag order, from 1 to 63, and the value. Nothing where no
    /// code fits or they go beyond the block.
    #[inline(always)]
    pub fn read(&self, bits: &mut Bits<'_>, put: impl FnMut(usize, i32)) -> Option<()> {
        let mut own = *bits;
        let is_read = self.read_block(&mut own, put);
        *bits = own;
        is_read
    }

    #[inline(always)]
    fn read_block(&self, bits: &mut Bits<'_>, mut put: impl FnMut(usize, i32)) -> Option<()> {
        let mut place = 0_usize;
        loop {
            bits.fill();
            // 56 bits hold two look-ups, or one code and its value, before they must be filled again.
            let pair = self.table.get(bits.peek(LOOKED_UP) as usize)?;
            if pair.first.length == 0 {
                let (run, size) = match pair.first.sizes() {
                    Some((size, length)) => {
                        bits.skip(length);
                        (pair.first.run, size)
                    }
                    None => {
                        let (symbol, length) = self.codes.find(bits.peek(LONGEST))?;
                        bits.skip(length);
                        (symbol >> 4, u32::from(symbol & 15))
                    }
                };
                place += usize::from(run) + 1;
                match (run, size) {
                    (0, 0) => return Some(()),
                    // Sixteen zeros.
                    (15, 0) => {}
                    (_, 0) => return None,
                    _ => put(checked(place)?, bits.value(size)),
                }
            } else {
                place += usize::from(pair.first.run) + 1;
                if place > 63 {
                    bits.skip(u32::from(pair.first.length));
                    return (pair.first.run == END).then_some(());
                }
                put(place, i32::from(pair.first.value));
                if pair.second.length == 0 {
                    bits.skip(u32::from(pair.first.length));
                } else if place == 63 {
                    // The second belongs to the next block.
                    bits.skip(u32::from(pair.first.length));
                } else {
                    bits.skip(u32::from(pair.second.length));
                    place += usize::from(pair.second.run) + 1;
                    if place > 63 {
                        return (pair.second.run == END).then_some(());
                    }
                    put(place, i32::from(pair.second.value));
                }
            }
            if place >= 63 {
                return (place == 63).then_some(());
            }
        }
    }
}

fn checked(place: usize) -> Option<usize> {
    (place <= 63).then_some(place)
}

/// The bits of a look-up as the beginning of 16.
fn widened(index: usize) -> u32 {
    u32::try_from(index).unwrap_or_default() << (LONGEST - LOOKED_UP)
}

/// A code of `length` bits and the value behind it, where both are within the look-up.
fn entry(bits: u32, length: u32, run: u8, size: u32) -> Option<Entry> {
    let total = length + size;
    if total > LOOKED_UP {
        return None;
    }
    let value = if size == 0 {
        0
    } else {
        let raw = (bits >> (LONGEST - total)) & ((1 << size) - 1);
        extended(i32::try_from(raw).ok()?, size)
    };
    // Sixteen zeros (0xF0) are fifteen and one of value 0; other values of no bits are no baseline.
    if size == 0 && run != 0 && run != 15 {
        return None;
    }
    Some(Entry { value: i16::try_from(value).ok()?, run, length: u8::try_from(total).ok()? })
}
