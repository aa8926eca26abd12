//! Boxes, of which files of ISO/IEC 14496-12 consist.

/// The boxes that stand one behind the other in some bytes.
pub struct Boxes<'a>(pub &'a [u8]);

impl<'a> Iterator for Boxes<'a> {
    /// The name and the content, which is shorter than it says where the file is truncated.
    type Item = (&'a [u8; 4], &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let mut fields = Fields(self.0);
        let size = fields.number(4)?;
        let name = fields.bytes(4)?.first_chunk::<4>()?;
        let size = match size {
            0 => self.0.len() as u64,
            1 => fields.number(8)?,
            size => size,
        };
        let header = self.0.len() - fields.0.len();
        let end = usize::try_from(size).unwrap_or(usize::MAX).max(header).min(self.0.len());
        let content = self.0.get(header..end)?;
        self.0 = self.0.get(end..)?;
        Some((name, content))
    }
}

/// Numbers one behind the other, the greatest byte first.
pub struct Fields<'a>(pub &'a [u8]);

impl<'a> Fields<'a> {
    pub fn bytes(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    /// A number of up to eight bytes; of none it is zero.
    pub fn number(&mut self, bytes: usize) -> Option<u64> {
        let taken = self.bytes(bytes)?;
        Some(taken.iter().fold(0, |number, &byte| (number << 8) | u64::from(byte)))
    }

    pub fn u32(&mut self) -> Option<u32> {
        self.number(4).and_then(|number| u32::try_from(number).ok())
    }

    pub fn u16(&mut self) -> Option<u16> {
        self.number(2).and_then(|number| u16::try_from(number).ok())
    }

    pub fn u8(&mut self) -> Option<u8> {
        self.number(1).and_then(|number| u8::try_from(number).ok())
    }

    /// The version and the flags with which many boxes begin.
    pub fn version(&mut self) -> Option<(u8, u32)> {
        let word = self.u32()?;
        Some(((word >> 24) as u8, word & 0x00FF_FFFF))
    }

    /// A number of two bytes, or of four where the box is of a later version.
    pub fn short_or_long(&mut self, is_long: bool) -> Option<u32> {
        if is_long { self.u32() } else { self.u16().map(u32::from) }
    }
}
