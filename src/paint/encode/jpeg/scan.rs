//! Tokens as bits (ITU-T T.81, F.1.2 and B.1.1.5).

use super::huffman::Code;
use super::tokens::Token;

/// The bits of one scan, filled up with ones to a whole byte.
pub fn bits(tokens: &[Token], codes: &[Code; 4]) -> Vec<u8> {
    let mut bits = Bits { bytes: Vec::with_capacity(tokens.len()), held: 0, count: 0 };
    for token in tokens {
        let Some(code) = codes.get(usize::from(token.table)) else { continue };
        let (code, length) = code.of(token.symbol);
        let more = token.symbol & 15;
        bits.put(u32::from(code) << more | u32::from(token.bits), length + more);
    }
    bits.put(0x7F, 7);
    bits.flush(8);
    bits.bytes
}

struct Bits {
    bytes: Vec<u8>,
    /// The last `count` bits are still to be written.
    held: u64,
    count: u8,
}

impl Bits {
    /// At most 31 bits.
    #[inline(always)]
    fn put(&mut self, bits: u32, length: u8) {
        self.held = self.held << length | u64::from(bits);
        self.count += length;
        if self.count >= 32 {
            self.flush(32);
        }
    }

    /// Writes whole bytes as long as `least` bits are held.
    fn flush(&mut self, least: u8) {
        if least == 32 {
            let four = (self.held >> (self.count - 32)) as u32;
            // A byte of ones is the only one whose complement is zero.
            let inverse = !four;
            let holds_ones = inverse.wrapping_sub(0x0101_0101) & !inverse & 0x8080_8080 != 0;
            if !holds_ones {
                self.bytes.extend(four.to_be_bytes());
                self.count -= 32;
                return;
            }
        }
        while self.count >= 8 {
            self.count -= 8;
            let byte = (self.held >> self.count) as u8;
            self.bytes.push(byte);
            // So that no marker seems to begin here.
            if byte == 0xFF {
                self.bytes.push(0);
            }
        }
    }
}
