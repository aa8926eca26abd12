//! The sequence header of an AV1 stream (AV1 Bitstream Specification, 5.5), of which the colours are wanted.
//!
//! The decoder would tell them too, but it panics on numbers that the specification reserves.

use super::property::Cicp;

struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Bits<'_> {
    fn take(&mut self, count: u32) -> Option<u32> {
        let mut number = 0;
        for _ in 0..count {
            let byte = self.bytes.get(self.at / 8)?;
            number = number << 1 | u32::from(byte >> (7 - self.at % 8) & 1);
            self.at += 1;
        }
        Some(number)
    }

    fn flag(&mut self) -> Option<bool> {
        Some(self.take(1)? == 1)
    }

    /// A number with its own length (4.10.3).
    fn counted(&mut self) -> Option<()> {
        let mut zeros = 0;
        while !self.flag()? {
            zeros += 1;
            if zeros > 31 {
                return None;
            }
        }
        self.take(zeros).map(|_| ())
    }
}

/// The colours of the first sequence header of a stream.
pub fn colors(stream: &[u8]) -> Option<Cicp> {
    let mut rest = stream;
    loop {
        let (&header, after) = rest.split_first()?;
        rest = after;
        if header & 4 != 0 {
            rest = rest.get(1..)?;
        }
        let size = if header & 2 != 0 { length(&mut rest)? } else { rest.len() };
        let content = rest.get(..size)?;
        if header >> 3 & 15 == 1 {
            return sequence(&mut Bits { bytes: content, at: 0 });
        }
        rest = rest.get(size..)?;
    }
}

/// Seven bits in each byte, the lowest first.
fn length(rest: &mut &[u8]) -> Option<usize> {
    let mut number: u64 = 0;
    for place in 0..8 {
        let (&byte, after) = rest.split_first()?;
        *rest = after;
        number |= u64::from(byte & 0x7F) << (7 * place);
        if byte & 0x80 == 0 {
            return usize::try_from(number).ok();
        }
    }
    None
}

fn sequence(bits: &mut Bits) -> Option<Cicp> {
    let profile = bits.take(3)?;
    bits.flag()?; // Whether it is a still picture.
    let is_reduced = bits.flag()?;
    if is_reduced {
        bits.take(5)?;
    } else {
        operating_points(bits)?;
    }
    let (width_bits, height_bits) = (bits.take(4)? + 1, bits.take(4)? + 1);
    bits.take(width_bits)?;
    bits.take(height_bits)?;
    if !is_reduced && bits.flag()? {
        bits.take(7)?; // Lengths of frame numbers.
    }
    bits.take(3)?; // Superblocks, filtering and edges inside of frames.
    if !is_reduced {
        tools(bits)?;
    }
    bits.take(3)?; // Scaling, direction and restoration filters.
    color(bits, profile)
}

fn operating_points(bits: &mut Bits) -> Option<()> {
    let mut delay_bits = None;
    if bits.flag()? {
        bits.take(32)?;
        bits.take(32)?;
        if bits.flag()? {
            bits.counted()?;
        }
        if bits.flag()? {
            delay_bits = Some(bits.take(5)? + 1);
            bits.take(32)?;
            bits.take(10)?;
        }
    }
    let has_delay = bits.flag()?;
    for _ in 0..=bits.take(5)? {
        bits.take(12)?;
        if bits.take(5)? > 7 {
            bits.take(1)?;
        }
        if let Some(length) = delay_bits
            && bits.flag()?
        {
            bits.take(length)?;
            bits.take(length)?;
            bits.take(1)?;
        }
        if has_delay && bits.flag()? {
            bits.take(4)?;
        }
    }
    Some(())
}

/// What is used between frames.
fn tools(bits: &mut Bits) -> Option<()> {
    bits.take(4)?;
    let has_order = bits.flag()?;
    if has_order {
        bits.take(2)?;
    }
    let screen_content = if bits.flag()? { 2 } else { bits.take(1)? };
    if screen_content > 0 && !bits.flag()? {
        bits.take(1)?;
    }
    if has_order {
        bits.take(3)?;
    }
    Some(())
}

fn color(bits: &mut Bits, profile: u32) -> Option<Cicp> {
    let is_deep = bits.flag()?;
    if profile == 2 && is_deep {
        bits.flag()?;
    }
    let is_grey = profile != 1 && bits.flag()?;
    let [primaries, transfer, matrix] = if bits.flag()? {
        [bits.take(8)?, bits.take(8)?, bits.take(8)?].map(|number| number as u8)
    } else {
        [2, 2, 2]
    };
    // sRGB without a matrix is always of the full range, and says nothing about it.
    let is_plain_rgb = !is_grey && primaries == 1 && transfer == 13 && matrix == 0;
    let is_full_range = is_plain_rgb || bits.flag()?;
    Some(Cicp { primaries, transfer, matrix, is_full_range })
}
