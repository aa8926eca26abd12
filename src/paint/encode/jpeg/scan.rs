//! Tokens as bits (ITU-T T.81, F.1.2 and B.1.1.5).

use super::huffman::Code;
use super::tokens::{Token, Tokens};

/// The bits of one scan, filled up with ones to a whole byte.
pub fn bits(Tokens { list, counts }: &Tokens, codes: &[Code; 4]) -> Vec<u8> {
    let length = codes.iter().zip(counts).map(|(code, counts)| code.bits(counts)).sum::<u64>() / 8;
    let words = words(codes);
    let word = |token: &Token| {
        let word = words.get(token.place()).copied().unwrap_or_default();
        Word { bits: word.bits | token.bits(), ..word }
    };
    // Eight bytes are written at a time, however few of them are full.
    let mut bits = Bits { bytes: vec![0; length as usize + 16], length: 0, held: 0, count: 0 };
    let (pairs, last) = list.as_chunks::<2>();
    for [first, second] in pairs {
        bits.hold(word(first));
        bits.hold(word(second));
        bits.write();
    }
    last.iter().for_each(|last| bits.hold(word(last)));
    bits.hold(Word { bits: 0x7F, length: 7 });
    bits.write();
    stuffed(bits.bytes.get(..bits.length).unwrap_or_default())
}

/// The code of a symbol, with room for the bits that follow it.
#[derive(Clone, Copy, Default)]
struct Word {
    bits: u32,
    /// Of both, at most 27.
    length: u32,
}

/// Of each symbol of each table, at its [`Token::place`].
fn words(codes: &[Code; 4]) -> [Word; 1024] {
    let mut words = [Word::default(); 1024];
    for (words, code) in words.as_chunks_mut::<256>().0.iter_mut().zip(codes) {
        for ((word, (bits, length)), symbol) in words.iter_mut().zip(code.codes).zip(0_u32..) {
            let more = symbol & 15;
            *word = Word { bits: u32::from(bits) << more, length: u32::from(length) + more };
        }
    }
    words
}

struct Bits {
    bytes: Vec<u8>,
    /// How many of them are written.
    length: usize,
    /// The first `count` bits are still to be written, less than a byte and two words.
    held: u64,
    count: u32,
}

impl Bits {
    #[inline(always)]
    fn hold(&mut self, word: Word) {
        self.count += word.length;
        self.held |= u64::from(word.bits) << (64 - self.count);
    }

    /// Writes all whole bytes, without asking how many there are: a processor could not guess it.
    #[inline(always)]
    fn write(&mut self) {
        if let Some(into) = self.bytes.get_mut(self.length..self.length + 8) {
            into.copy_from_slice(&self.held.to_be_bytes());
        }
        let whole = self.count / 8;
        self.length += whole as usize;
        self.held <<= whole * 8;
        self.count %= 8;
    }
}

/// A byte of ones is followed by zeros, so that no marker seems to begin there.
fn stuffed(bytes: &[u8]) -> Vec<u8> {
    let mut stuffed = Vec::with_capacity(bytes.len() + bytes.len() / 64);
    let (eights, rest) = bytes.as_chunks::<8>();
    for eight in eights {
        // A byte of ones is the only one whose complement is zero.
        let ones = u64::from_ne_bytes(*eight);
        if (!ones).wrapping_sub(0x0101_0101_0101_0101) & ones & 0x8080_8080_8080_8080 == 0 {
            stuffed.extend_from_slice(eight);
        } else {
            stuff(&mut stuffed, eight);
        }
    }
    stuff(&mut stuffed, rest);
    stuffed
}

fn stuff(stuffed: &mut Vec<u8>, bytes: &[u8]) {
    for &byte in bytes {
        stuffed.push(byte);
        if byte == 0xFF {
            stuffed.push(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::stuffed;

    #[test]
    fn each_byte_of_ones_is_followed_by_zeros() {
        for length in 0..20_usize {
            for ones in 0..length {
                let byte = |at: usize| if at == ones || at % 7 == 3 { 0xFF } else { at as u8 };
                let bytes: Vec<u8> = (0..length).map(byte).collect();
                let expected =
                    bytes.iter().flat_map(|&byte| [byte, 0].into_iter().take(1 + usize::from(byte == 0xFF)));
                assert_eq!(stuffed(&bytes), expected.collect::<Vec<u8>>(), "{length}, {ones}");
            }
        }
    }
}
