//! The entropy-coded data without what is stuffed into it (ITU-T T.81, B.1.1.5 and E.1.4).

/// The intervals between restart markers.
pub struct Entropy {
    /// All of them, one after the other.
    bytes: Vec<u8>,
    /// Where each ends.
    ends: Vec<usize>,
}

impl Entropy {
    /// Takes the data of a scan out of what follows its header, up to the end of the picture; nothing where anything else than
    /// restart markers stands in it, or no end.
    pub fn of(data: &[u8]) -> Option<Self> {
        let mut bytes = Vec::with_capacity(data.len());
        let mut ends = Vec::new();
        let mut rest = data;
        loop {
            let at = memchr::memchr(0xFF, rest)?;
            let (head, tail) = rest.split_at_checked(at)?;
            bytes.extend_from_slice(head);
            match *tail.get(1)? {
                0x00 => bytes.push(0xFF),
                // Fill bytes before a marker.
                0xFF => {
                    rest = tail.get(1..)?;
                    continue;
                }
                // They count from 0 to 7, over and over.
                marker @ 0xD0..=0xD7 if usize::from(marker - 0xD0) == ends.len() % 8 => {
                    ends.push(bytes.len())
                }
                0xD9 => {
                    ends.push(bytes.len());
                    return Some(Self { bytes, ends });
                }
                _ => return None,
            }
            rest = tail.get(2..)?;
        }
    }

    /// The data of each interval.
    pub fn intervals(&self) -> impl ExactSizeIterator<Item = &[u8]> {
        let starts = std::iter::once(&0).chain(&self.ends);
        let pairs: Vec<(usize, usize)> = starts.copied().zip(self.ends.iter().copied()).collect();
        pairs.into_iter().map(|(start, end)| self.bytes.get(start..end).unwrap_or_default())
    }
}
