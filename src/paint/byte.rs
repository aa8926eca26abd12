//! Numbers as bytes, many at a time.

use wide::bytemuck::cast;
use wide::u8x16;

/// 1.5 × 2²³: behind it a float has no room for parts of one, so that adding it rounds, and leaves the whole in the lowest bits.
const ROUNDS: f32 = 12_582_912.0;

/// The nearest byte; what lies beyond 0 and 255 is cut off.
///
/// It is a cast that processors can do for several numbers at once.
#[inline(always)]
pub fn nearest(value: f32) -> u8 {
    let value = if value > 0.0 { value } else { 0.0 };
    let value = if value < 255.0 { value } else { 255.0 };
    (value + ROUNDS).to_bits() as u8
}

/// Sixteen pixels, red, green and blue side by side.
pub const PIXELS: usize = 16;

/// Sets red, green and blue side by side, as far as there are pixels.
#[inline(always)]
pub fn interleave([red, green, blue]: [u8x16; 3], pixels: &mut [[u8; 3]]) {
    let none = u8x16::ZERO;
    let (ends, middle) = (u8x16::unpack_low(red, blue), u8x16::unpack_low(green, none));
    let first = [u8x16::unpack_low(ends, middle), u8x16::unpack_high(ends, middle)];
    let (ends, middle) = (u8x16::unpack_high(red, blue), u8x16::unpack_high(green, none));
    let second = [u8x16::unpack_low(ends, middle), u8x16::unpack_high(ends, middle)];
    let mut bytes = [[0; 24]; 2];
    for (bytes, half) in bytes.iter_mut().zip([first, second]) {
        // Two pixels in each, and a byte behind each.
        let pairs: [[u8; 8]; 4] = cast(half);
        let [a, b, c, d] = pairs.map(|pair| {
            let pair = u64::from_le_bytes(pair);
            pair & 0xFF_FFFF | pair >> 8 & 0xFFFF_FF00_0000
        });
        let eights = [a | b << 48, b >> 16 | c << 32, c >> 32 | d << 16];
        for (bytes, eight) in bytes.as_chunks_mut::<8>().0.iter_mut().zip(eights) {
            *bytes = eight.to_le_bytes();
        }
    }
    match pixels.as_flattened_mut().first_chunk_mut::<{ 3 * PIXELS }>() {
        Some(whole) => *whole = cast(bytes),
        None => pixels
            .as_flattened_mut()
            .iter_mut()
            .zip(bytes.as_flattened())
            .for_each(|(into, byte)| *into = *byte),
    }
}

/// Parts sixteen pixels into their red, green and blue.
///
/// What stands side by side is moved together step by step, as cards are dealt: each step lays the first half of a pile between the second.
#[inline(always)]
pub fn part(pixels: &[u8; 3 * PIXELS]) -> [u8x16; 3] {
    let upper = |half: u8x16| -> u8x16 {
        let [_, upper]: [u64; 2] = cast(half);
        cast([upper; 2])
    };
    let mut parts: [u8x16; 3] = cast(*pixels);
    // After four of them, each third byte stands beside the next.
    for _ in 0..4 {
        let [a, b, c] = parts;
        parts =
            [u8x16::unpack_low(a, upper(b)), u8x16::unpack_low(upper(a), c), u8x16::unpack_low(b, upper(c))];
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::{PIXELS, interleave, nearest, part};
    use wide::u8x16;

    #[test]
    fn it_rounds_and_cuts_off() {
        for value in -600..2000_i32 {
            let value = value as f32 / 7.0;
            assert_eq!(nearest(value), (value + 0.5) as u8, "{value}");
        }
        for (value, byte) in
            [(f32::INFINITY, 255), (f32::NEG_INFINITY, 0), (f32::NAN, 0), (255.49, 255), (-0.5, 0)]
        {
            assert_eq!(nearest(value), byte, "{value}");
        }
    }

    #[test]
    fn colours_stand_side_by_side() {
        let channel = |number: u8| u8x16::new(std::array::from_fn(|at| 3 * at as u8 + number));
        for count in 0..20 {
            let mut pixels = vec![[99; 3]; count];
            interleave([channel(0), channel(1), channel(2)], &mut pixels);
            let bytes = pixels.as_flattened();
            let made = 3 * count.min(PIXELS);
            assert!(bytes.iter().take(made).copied().eq(0..made as u8));
            assert!(bytes.iter().skip(made).all(|byte| *byte == 99));
        }
    }

    #[test]
    fn what_stood_side_by_side_is_parted() {
        let pixels: [u8; 3 * PIXELS] = std::array::from_fn(|at| at as u8);
        let mut again = [[0; 3]; PIXELS];
        interleave(part(&pixels), &mut again);
        assert_eq!(again.as_flattened(), pixels);
        assert_eq!(part(&pixels).map(|part| part.to_array()[1]), [3, 4, 5]);
    }
}
