//! A scan's data without what is stuffed into it (ITU-T T.81, B.1.1.5 and E.1.4).

/// The intervals between restart markers.
pub struct Data {
    /// All of them, one after the other.
    bytes: Vec<u8>,
    /// Where each ends.
    ends: Vec<usize>,
}

impl Data {
    /// Nothing where restart markers come in another order than they are counted in.
    pub fn of(stuffed: &[u8]) -> Option<Self> {
        let mut bytes = Vec::with_capacity(stuffed.len());
        let mut ends = Vec::new();
        let mut rest = stuffed;
        while let Some(at) = memchr::memchr(0xFF, rest) {
            let (head, tail) = rest.split_at_checked(at)?;
            bytes.extend_from_slice(head);
            match tail.get(1) {
                Some(0x00) => bytes.push(0xFF),
                // They count from 0 to 7, over and over.
                Some(marker @ 0xD0..=0xD7) if usize::from(marker - 0xD0) == ends.len() % 8 => {
                    ends.push(bytes.len());
                }
                // Fill bytes before a marker.
                Some(0xFF) | None => {
                    rest = tail.get(1..)?;
                    continue;
                }
                _ => return None,
            }
            rest = tail.get(2..)?;
        }
        bytes.extend_from_slice(rest);
        ends.push(bytes.len());
        Some(Self { bytes, ends })
    }

    /// How many there are.
    pub fn intervals(&self) -> usize {
        self.ends.len()
    }

    /// The data of one.
    pub fn interval(&self, number: usize) -> Option<&[u8]> {
        let start = if number == 0 { 0 } else { *self.ends.get(number - 1)? };
        self.bytes.get(start..*self.ends.get(number)?)
    }
}
