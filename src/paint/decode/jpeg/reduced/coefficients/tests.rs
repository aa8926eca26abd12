#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::super::bits::Bits;
use super::Coefficients;

/// Codes of every length: short ones for what is common, then 161 of 9 to 16 bits.
fn tables() -> ([u8; 16], Vec<u8>) {
    let common = [0x01, 0x02, 0x00, 0x11, 0x03, 0x21, 0x12, 0xF0];
    let is_rest = |symbol: &u8| matches!(symbol & 15, 1..=10) && !common.contains(symbol);
    let rest: Vec<u8> = (0..=255).filter(is_rest).collect();
    let counts = [0, 1, 2, 1, 1, 1, 1, 1, 0, 0, 2, 2, 2, 4, 50, 94];
    assert_eq!(rest.len(), 154);
    (counts, common.into_iter().chain(rest).collect())
}

#[derive(Default)]
struct Writer {
    bits: Vec<bool>,
}

impl Writer {
    fn put(&mut self, value: u32, length: u32) {
        self.bits.extend((0..length).rev().map(|bit| value >> bit & 1 == 1));
    }

    fn symbol(&mut self, symbol: u8) {
        let (counts, symbols) = tables();
        let (mut code, mut at) = (0_u32, 0_usize);
        for (length, count) in (1_u32..).zip(counts) {
            let place = symbols.iter().position(|&other| other == symbol).unwrap();
            if place < at + usize::from(count) {
                return self.put(code + (place - at) as u32, length);
            }
            (code, at) = ((code + u32::from(count)) << 1, at + usize::from(count));
        }
    }

    fn block(&mut self, block: &[i16; 64]) {
        let mut run = 0;
        for &value in &block[1..] {
            if value == 0 {
                run += 1;
                continue;
            }
            while run > 15 {
                self.symbol(0xF0);
                run -= 16;
            }
            let size = 16 - value.unsigned_abs().leading_zeros();
            self.symbol((run as u8) << 4 | size as u8);
            let raw = if value < 0 { value - 1 } else { value };
            self.put(raw as u32 & ((1 << size) - 1), size);
            run = 0;
        }
        if run > 0 {
            self.symbol(0x00);
        }
    }

    fn bytes(&self) -> Vec<u8> {
        let byte =
            |bits: &[bool]| (0..8).fold(0, |byte, at| byte << 1 | u8::from(bits.get(at) == Some(&true)));
        self.bits.chunks(8).map(byte).collect()
    }
}

/// Blocks that are empty, sparse and full, some of them up to the last place, with values of every size.
fn blocks() -> Vec<[i16; 64]> {
    let mut chance = 5_u32;
    let mut next = move |below: u32| {
        chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (chance >> 8) % below
    };
    let mut block = |density: u32| {
        let mut block = [0_i16; 64];
        for value in &mut block[1..] {
            if next(16) < density {
                let size = [1, 1, 1, 2, 2, 3, 6, 8, 10][next(9) as usize];
                let size_value = (1 << (size - 1)) + next(1 << (size - 1)) as i16;
                *value = if next(2) == 0 { size_value } else { -size_value };
            }
        }
        block
    };
    (0..3000).map(|number| block(number % 17)).collect()
}

#[test]
fn what_was_written_is_read() {
    let (counts, symbols) = tables();
    let coefficients = Coefficients::new(&counts, &symbols).unwrap();
    let blocks = blocks();
    let mut writer = Writer::default();
    blocks.iter().for_each(|block| writer.block(block));
    let bytes = writer.bytes();
    let mut bits = Bits::of(&bytes);
    for (number, block) in blocks.iter().enumerate() {
        let mut read = [0_i16; 256];
        let are_any = coefficients.read(&mut bits, |place, value| read[place] = value);
        assert_eq!(are_any, Some(block.iter().any(|&value| value != 0)), "{number}");
        assert_eq!(read[..64], block[..], "{number}");
    }
    assert!(blocks.iter().any(|block| block[63] != 0) && !bits.is_past_end());
}

#[test]
fn a_block_that_is_too_long_is_refused() {
    let (counts, symbols) = tables();
    let coefficients = Coefficients::new(&counts, &symbols).unwrap();
    let read = |symbols: &[u8]| {
        let mut writer = Writer::default();
        for &symbol in symbols {
            writer.symbol(symbol);
            writer.put(1, u32::from(symbol & 15));
        }
        let bytes = writer.bytes();
        coefficients.read(&mut Bits::of(&bytes), |_, _| ())
    };
    // 62 places, and then the last, one too many, and an end behind that.
    let nearly = [&[0xF0, 0xF0, 0xF0][..], &[0x01; 14]].concat();
    assert_eq!(read(&[&nearly[..], &[0x01]].concat()), Some(true));
    assert_eq!(read(&[&nearly[..], &[0x11]].concat()), None);
    assert_eq!(read(&[&nearly[..], &[0x11, 0x00]].concat()), None);
    assert_eq!(read(&[&nearly[..], &[0xF0]].concat()), None);
    assert_eq!(read(&[&nearly[..], &[0x00]].concat()), Some(true));
    assert_eq!(read(&[0x00]), Some(false));
}
