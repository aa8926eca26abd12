//! Numbers as bytes, many at a time.

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

/// Sets red, green and blue side by side, as far as there are pixels.
#[inline(always)]
pub fn interleave<const N: usize>([red, green, blue]: &[[u8; N]; 3], pixels: &mut [[u8; 3]]) {
    let mut mixed = [0_u32; N];
    for (mixed, ((&red, &green), &blue)) in mixed.iter_mut().zip(red.iter().zip(green).zip(blue)) {
        *mixed = u32::from(red) | u32::from(green) << 8 | u32::from(blue) << 16;
    }
    for (pixel, mixed) in pixels.iter_mut().zip(mixed) {
        let [red, green, blue, _] = mixed.to_le_bytes();
        *pixel = [red, green, blue];
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

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
}
