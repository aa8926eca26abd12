//! The scans of a file, each with the tables that stood before it (ITU-T T.81, annex B and G.1.1.1).

use super::super::segments::{Named, read_frame, read_quantization};

/// What the markers say.
pub struct Script<'a> {
    pub width_px: usize,
    pub height_px: usize,
    /// One for grey, three for YCbCr.
    pub components: Vec<Component>,
    pub scans: Vec<Scan<'a>>,
}

/// One plane.
pub struct Component {
    /// Blocks of each MCU across and down.
    pub across: usize,
    pub down: usize,
    /// In zigzag order.
    pub quantization: [f32; 64],
}

/// A part of all coefficients: some of their places, and of their bits.
pub struct Scan<'a> {
    pub parts: Vec<Part<'a>>,
    /// From this place in zigzag order to that one.
    pub first: usize,
    pub last: usize,
    /// The lowest bit that earlier scans gave; 0 where there are none.
    pub before: u32,
    /// The lowest bit that this scan gives.
    pub bit: u32,
    /// MCUs between two restart markers; 0 for no markers.
    pub restart_interval: usize,
    /// What follows the header, up to the next marker that is none of restart.
    pub data: &'a [u8],
}

/// A component in a scan.
pub struct Part<'a> {
    /// Which of the frame's.
    pub component: usize,
    /// Nothing where no table was defined: a scan of single bits needs none.
    pub codes: Option<Codes<'a>>,
}

/// Codes as the file defines them: how many of each length there are, and their symbols.
#[derive(Clone, Copy)]
pub struct Codes<'a> {
    pub counts: &'a [u8; 16],
    pub symbols: &'a [u8],
}

/// What was read so far.
#[derive(Default)]
struct Reading<'a> {
    frame: Option<(usize, usize, Vec<Named>)>,
    /// Of each component, as it was defined before its first scan.
    latched: [Option<[f32; 64]>; 3],
    quantization: [Option<[f32; 64]>; 4],
    differences: [Option<Codes<'a>>; 4],
    coefficients: [Option<Codes<'a>>; 4],
    restart_interval: usize,
    scans: Vec<Scan<'a>>,
}

/// Reads all markers of a progressive file; nothing where anything else stands among them, or the end is missing.
pub fn read(bytes: &[u8]) -> Option<Script<'_>> {
    let mut reading = Reading::default();
    let mut rest = bytes.strip_prefix(&[0xFF, 0xD8])?;
    loop {
        let start = memchr::memchr(0xFF, rest)?;
        let [_, marker, tail @ ..] = rest.get(start..)? else { return None };
        match marker {
            0xFF => {
                rest = rest.get(start + 1..)?;
                continue;
            }
            0xD9 => return reading.finish(),
            _ => {}
        }
        let &[high, low, ..] = tail else { return None };
        let length = usize::from(u16::from_be_bytes([high, low]));
        let segment = tail.get(2..length)?;
        rest = tail.get(length..)?;
        match marker {
            0xC2 if reading.frame.is_none() => reading.frame = Some(read_frame(segment)?),
            0xC4 => reading.read_huffman(segment)?,
            0xDB => read_quantization(&mut reading.quantization, segment)?,
            0xDD => reading.restart_interval = usize::from(u16::from_be_bytes(*segment.first_chunk()?)),
            0xDA => {
                let (data, after) = rest.split_at_checked(length_of_data(rest)?)?;
                reading.read_scan(segment, data)?;
                rest = after;
            }
            // Applications' segments and comments; anything else belongs to other kinds of file.
            0xE0..=0xEF | 0xFE => {}
            _ => return None,
        }
    }
}

/// Up to the first marker that does not belong to the data (B.1.1.5 and E.1.4).
fn length_of_data(bytes: &[u8]) -> Option<usize> {
    memchr::memchr_iter(0xFF, bytes)
        .find(|&at| !matches!(bytes.get(at + 1), Some(0x00 | 0xFF | 0xD0..=0xD7) | None))
}

impl<'a> Reading<'a> {
    fn read_huffman(&mut self, mut segment: &'a [u8]) -> Option<()> {
        while let Some((&kind, rest)) = segment.split_first() {
            let (counts, rest) = rest.split_first_chunk::<16>()?;
            let total: usize = counts.iter().map(|&count| usize::from(count)).sum();
            let (symbols, tail) = rest.split_at_checked(total)?;
            let tables = match kind >> 4 {
                0 => &mut self.differences,
                1 => &mut self.coefficients,
                _ => return None,
            };
            *tables.get_mut(usize::from(kind & 15))? = Some(Codes { counts, symbols });
            segment = tail;
        }
        Some(())
    }

    fn read_scan(&mut self, segment: &[u8], data: &'a [u8]) -> Option<()> {
        let (_, _, named) = self.frame.as_ref()?;
        let (&count, rest) = segment.split_first()?;
        let (entries, &[first, last, bits]) = rest.split_at_checked(usize::from(count) * 2)? else {
            return None;
        };
        let (first, last) = (usize::from(first), usize::from(last));
        let mut parts = Vec::with_capacity(named.len());
        for &[name, slots] in entries.as_chunks::<2>().0 {
            let component = named.iter().position(|named| named.name == name)?;
            // They stand in the frame's order (B.2.3).
            if parts.last().is_some_and(|part: &Part<'_>| part.component >= component) {
                return None;
            }
            let latched = self.latched.get_mut(component)?;
            if latched.is_none() {
                *latched = Some((*self.quantization.get(named.get(component)?.quantization)?)?);
            }
            let (tables, slot) =
                if first == 0 { (&self.differences, slots >> 4) } else { (&self.coefficients, slots & 15) };
            parts.push(Part { component, codes: *tables.get(usize::from(slot))? });
        }
        let (before, bit) = (u32::from(bits >> 4), u32::from(bits & 15));
        let restart_interval = self.restart_interval;
        self.scans.push(Scan { parts, first, last, before, bit, restart_interval, data });
        Some(())
    }

    fn finish(self) -> Option<Script<'a>> {
        let (height_px, width_px, named) = self.frame?;
        let components = named
            .iter()
            .zip(self.latched)
            .map(|(named, latched)| {
                Some(Component { across: named.across, down: named.down, quantization: latched? })
            })
            .collect::<Option<_>>()?;
        Some(Script { width_px, height_px, components, scans: self.scans })
    }
}
