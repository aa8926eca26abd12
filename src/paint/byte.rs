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
