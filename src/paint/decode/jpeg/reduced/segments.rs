//! The tables and the frame in front of the entropy-coded data (ITU-T T.81, annex B).

use super::coefficients::Coefficients;
use super::huffman::Differences;
use std::rc::Rc;

/// All that is needed to decode the one scan.
pub struct File<'a> {
    pub width_px: usize,
    pub height_px: usize,
    /// One for grey, three for YCbCr.
    pub components: Vec<Component>,
    /// MCUs between two restart markers; 0 for no markers.
    pub restart_interval: usize,
    /// What follows the scan's header, to the end of the file.
    pub data: &'a [u8],
}

/// One plane.
pub struct Component {
    /// Blocks of each MCU across and down.
    pub across: usize,
    pub down: usize,
    /// In zigzag order.
    pub quantization: [f32; 64],
    pub differences: Rc<Differences>,
    pub coefficients: Rc<Coefficients>,
}

/// A component as the frame names it.
pub struct Named {
    pub name: u8,
    pub across: usize,
    pub down: usize,
    pub quantization: usize,
}

/// What was read of tables so far.
#[derive(Default)]
struct Tables {
    quantization: [Option<[f32; 64]>; 4],
    differences: [Option<Rc<Differences>>; 4],
    coefficients: [Option<Rc<Coefficients>>; 4],
    restart_interval: usize,
}

/// Reads up to the first scan.
pub fn read(bytes: &[u8]) -> Option<File<'_>> {
    let mut tables = Tables::default();
    let mut frame: Option<(usize, usize, Vec<Named>)> = None;
    let mut rest = bytes.strip_prefix(&[0xFF, 0xD8])?;
    loop {
        let start = memchr::memchr(0xFF, rest)?;
        let [_, marker, tail @ ..] = rest.get(start..)? else { return None };
        if matches!(marker, 0xFF) {
            rest = rest.get(start + 1..)?;
            continue;
        }
        let &[high, low, ..] = tail else { return None };
        let length = usize::from(u16::from_be_bytes([high, low]));
        let segment = tail.get(2..length)?;
        rest = tail.get(length..)?;
        match marker {
            0xC0 => frame = frame.is_none().then(|| read_frame(segment)).flatten().map(Some)?,
            0xC4 => tables.read_huffman(segment)?,
            0xDB => read_quantization(&mut tables.quantization, segment)?,
            0xDD => tables.restart_interval = usize::from(u16::from_be_bytes(*segment.first_chunk()?)),
            0xDA => {
                let (height_px, width_px, named) = frame?;
                let components = tables.components(&named, segment)?;
                let restart_interval = tables.restart_interval;
                return Some(File { width_px, height_px, components, restart_interval, data: rest });
            }
            // Applications' segments and comments; anything else belongs to other kinds of file.
            0xE0..=0xEF | 0xFE => {}
            _ => return None,
        }
    }
}

/// Height and width in pixels, and the components.
pub fn read_frame(segment: &[u8]) -> Option<(usize, usize, Vec<Named>)> {
    let &[8, y1, y2, x1, x2, count, ref rest @ ..] = segment else { return None };
    let size = |high, low| usize::from(u16::from_be_bytes([high, low]));
    let (entries, []) = rest.as_chunks::<3>() else { return None };
    if entries.len() != usize::from(count)
        || !matches!(count, 1 | 3)
        || size(y1, y2) == 0
        || size(x1, x2) == 0
    {
        return None;
    }
    let mut named = Vec::with_capacity(3);
    for &[name, sampling, quantization] in entries {
        let (across, down) = (usize::from(sampling >> 4), usize::from(sampling & 15));
        if !matches!((across, down), (1 | 2, 1 | 2)) || quantization > 3 {
            return None;
        }
        named.push(Named { name, across, down, quantization: usize::from(quantization) });
    }
    if let [only] = named.as_mut_slice() {
        // The blocks of a single component follow each other line by line, whatever its sampling says (A.2.2).
        (only.across, only.down) = (1, 1);
    }
    Some((size(y1, y2), size(x1, x2), named))
}

/// Puts the tables of a segment into their slots.
pub fn read_quantization(tables: &mut [Option<[f32; 64]>; 4], mut segment: &[u8]) -> Option<()> {
    while let Some((&kind, rest)) = segment.split_first() {
        // Sixteen bits belong to other kinds of file.
        if kind > 3 {
            return None;
        }
        let (table, tail) = rest.split_at_checked(64)?;
        let mut values = [0.0; 64];
        values.iter_mut().zip(table).for_each(|(value, &byte)| *value = f32::from(byte));
        *tables.get_mut(usize::from(kind))? = Some(values);
        segment = tail;
    }
    Some(())
}

impl Tables {
    fn read_huffman(&mut self, mut segment: &[u8]) -> Option<()> {
        while let Some((&kind, rest)) = segment.split_first() {
            let (counts, rest) = rest.split_first_chunk::<16>()?;
            let total: usize = counts.iter().map(|&count| usize::from(count)).sum();
            let (symbols, tail) = rest.split_at_checked(total)?;
            let slot = usize::from(kind & 15);
            match kind >> 4 {
                0 => *self.differences.get_mut(slot)? = Some(Rc::new(Differences::new(counts, symbols)?)),
                1 => *self.coefficients.get_mut(slot)? = Some(Rc::new(Coefficients::new(counts, symbols)?)),
                _ => return None,
            }
            segment = tail;
        }
        Some(())
    }

    /// The components of a scan that holds all of them, in the frame's order and whole.
    fn components(&self, named: &[Named], segment: &[u8]) -> Option<Vec<Component>> {
        let (&count, rest) = segment.split_first()?;
        let (entries, tail) = rest.split_at_checked(usize::from(count) * 2)?;
        if tail != [0, 63, 0] || usize::from(count) != named.len() {
            return None;
        }
        let entries = entries.as_chunks::<2>().0;
        let mut components = Vec::with_capacity(named.len());
        for (named, &[name, slots]) in named.iter().zip(entries) {
            if name != named.name {
                return None;
            }
            components.push(Component {
                across: named.across,
                down: named.down,
                quantization: (*self.quantization.get(named.quantization)?)?,
                differences: self.differences.get(usize::from(slots >> 4))?.clone()?,
                coefficients: self.coefficients.get(usize::from(slots & 15))?.clone()?,
            });
        }
        Some(components)
    }
}
