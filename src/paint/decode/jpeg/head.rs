//! What a JPEG's markers say.

use std::collections::BTreeMap;

/// What was found up to the end of the file, or up to where it is broken.
#[derive(Clone, Debug, Default)]
pub struct Head<'a> {
    pub frame: Option<Frame>,
    pub exif: Option<&'a [u8]>,
    pub profile: Option<Vec<u8>>,
    /// What Adobe's marker says about colours: 0 for none, 1 for YCbCr, 2 for YCCK.
    pub adobe_transform: Option<u8>,
    has_jfif: bool,
    pub scans: usize,
    /// Whether an end marker was found.
    pub is_complete: bool,
}

/// A frame header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The second byte of the frame's marker, such as 0xC0 for baseline.
    pub process: u8,
    /// Of each sample.
    pub bits: u8,
    pub width_px: u32,
    pub height_px: u32,
    /// 1 for grey, 3 for colour, 4 for print.
    pub components: u8,
    /// The numbers of the first three components.
    names: [u8; 3],
    /// One component, or brightness sampled as often as colour or more, all in one scan.
    ///
    /// `zune-jpeg` 0.5.15 decodes other files to garbage without a word.
    pub is_plain: bool,
}

impl Head<'_> {
    /// Whether three components are red, green and blue, by the rules of libjpeg.
    pub fn is_rgb(&self) -> bool {
        let Some(frame) = self.frame.filter(|frame| frame.components == 3) else { return false };
        match (self.has_jfif, self.adobe_transform) {
            (true, _) => false,
            (false, Some(transform)) => transform == 0,
            (false, None) => frame.names == *b"RGB",
        }
    }
}

/// Reads the markers of a file; of a broken one, those before the break.
pub fn head(bytes: &[u8]) -> Head<'_> {
    let mut head = Head::default();
    let mut profile: BTreeMap<u8, &[u8]> = BTreeMap::new();
    let _ = read(bytes, &mut head, &mut profile);
    if !profile.is_empty() {
        head.profile = Some(profile.into_values().collect::<Vec<_>>().concat());
    }
    head
}

fn read<'a>(bytes: &'a [u8], head: &mut Head<'a>, profile: &mut BTreeMap<u8, &'a [u8]>) -> Option<()> {
    let mut rest = bytes.strip_prefix(&[0xFF, 0xD8])?;
    loop {
        // Fill bytes, and what careless writers leave between segments, are passed over as libjpeg does.
        let start = memchr::memchr(0xFF, rest)?;
        let [_, marker, tail @ ..] = rest.get(start..)? else { return None };
        match marker {
            0x00 | 0x01 | 0xD0..=0xD7 => {
                rest = tail;
                continue;
            }
            0xFF => {
                rest = rest.get(start + 1..)?;
                continue;
            }
            0xD9 => {
                head.is_complete = head.scans > 0;
                return Some(());
            }
            _ => {}
        }
        let &[high, low, ..] = tail else { return None };
        let length = usize::from(u16::from_be_bytes([high, low]));
        let segment = tail.get(2..length)?;
        match marker {
            0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF | 0xF7 if head.frame.is_none() => {
                head.frame = Some(frame(*marker, segment)?);
            }
            0xDA => {
                head.scans += 1;
                if let Some(frame) = head.frame.as_mut().filter(|_| head.scans == 1) {
                    let is_sequential = matches!(frame.process, 0xC0 | 0xC1);
                    frame.is_plain &= !is_sequential || *segment.first()? == frame.components;
                }
            }
            0xE0 if segment.starts_with(b"JFIF\0") => head.has_jfif = true,
            0xE1 if head.exif.is_none() => head.exif = segment.strip_prefix(b"Exif\0\0"),
            0xE2 => {
                if let Some([number, _, part @ ..]) = segment.strip_prefix(b"ICC_PROFILE\0") {
                    profile.insert(*number, part);
                }
            }
            0xEE if segment.starts_with(b"Adobe") => head.adobe_transform = segment.get(11).copied(),
            _ => {}
        }
        rest = tail.get(length..)?;
    }
}

fn frame(process: u8, segment: &[u8]) -> Option<Frame> {
    let &[bits, y1, y2, x1, x2, components, ref table @ ..] = segment else { return None };
    let entries = table.as_chunks::<3>().0.get(..usize::from(components))?;
    let mut names = [0; 3];
    names.iter_mut().zip(entries).for_each(|(name, entry)| *name = entry[0]);
    let is_plain = match entries {
        [_] => true,
        [[_, first, _], [_, 0x11, _], [_, 0x11, _]] => {
            matches!(first, 0x11 | 0x12 | 0x21 | 0x22 | 0x41 | 0x14 | 0x42 | 0x24)
        }
        _ => false,
    };
    Some(Frame {
        process,
        bits,
        width_px: u32::from(u16::from_be_bytes([x1, x2])),
        height_px: u32::from(u16::from_be_bytes([y1, y2])),
        components,
        names,
        is_plain,
    })
}
