//! Reads bits, the highest first.

/// A position in an interval of data, behind whose end there are zeros without end.
///
/// Whoever reads much takes a copy and gives it back, so that the position stays in the processor's registers.
#[derive(Clone, Copy)]
pub struct Bits<'a> {
    data: &'a [u8],
    /// The next byte that is not in `window`.
    next: usize,
    /// The next bits, from the top.
    window: u64,
    /// How many of them are valid.
    valid: u32,
}

impl<'a> Bits<'a> {
    pub fn of(data: &'a [u8]) -> Self {
        Self { data, next: 0, window: 0, valid: 0 }
    }

    /// Makes at least 56 bits ready: enough for three codes of 16 bits, or for one and the value that follows it.
    #[inline(always)]
    pub fn fill(&mut self) {
        if let Some(chunk) = self.data.get(self.next..).and_then(|rest| rest.first_chunk::<8>()) {
            // What does not fit falls off at the end and is read again the next time.
            self.window |= u64::from_be_bytes(*chunk) >> self.valid;
            let taken = (63 - self.valid) >> 3;
            self.next += taken as usize;
            self.valid += taken * 8;
        } else {
            *self = self.filled_at_end();
        }
    }

    #[cold]
    fn filled_at_end(mut self) -> Self {
        while self.valid <= 56 {
            let byte = self.data.get(self.next).copied().unwrap_or(0);
            self.window |= u64::from(byte) << (56 - self.valid);
            self.next += 1;
            self.valid += 8;
        }
        self
    }

    /// The next `count` bits, from 1 to 32, which stay.
    #[inline(always)]
    pub fn peek(&self, count: u32) -> u32 {
        (self.window >> (64 - count)) as u32
    }

    #[inline(always)]
    pub fn skip(&mut self, count: u32) {
        self.window <<= count;
        self.valid = self.valid.wrapping_sub(count);
    }

    /// The value of `size` bits, at most 16, as the standard extends it to negative ones (T.81, F.2.2.1); that of none is 0.
    #[inline(always)]
    pub fn value(&mut self, size: u32) -> i32 {
        // Without asking, as sizes cannot be guessed: a processor would be wrong for many.
        let raw = (self.window >> 1 >> (63 - size)) as i32;
        self.skip(size);
        extended(raw, size)
    }

    /// Whether more bits were taken than there were.
    pub fn is_past_end(&self) -> bool {
        self.next.saturating_sub(self.valid as usize / 8) > self.data.len()
    }
}

/// Values whose first bit is 0 are negative; one of no bits is 0.
#[inline(always)]
pub fn extended(raw: i32, size: u32) -> i32 {
    if raw < (1 << size) >> 1 { raw - (1 << size) + 1 } else { raw }
}
