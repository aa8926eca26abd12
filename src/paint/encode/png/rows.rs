//! Rows of numbers of 1, 2, 4 or 8 bits (PNG, 7.2).

/// Each row as whole bytes, the first pixel in the highest bits; and how many bytes a row has.
pub fn packed(numbers: &[u8], width: u32, bits: u8) -> (Vec<u8>, u32) {
    let row_bytes = (width * u32::from(bits)).div_ceil(8);
    let in_byte = usize::from(8 / bits);
    let mut bytes = Vec::with_capacity(numbers.len().div_ceil(in_byte));
    for row in numbers.chunks(width as usize) {
        for some in row.chunks(in_byte) {
            let byte = some.iter().fold(0_u32, |byte, &number| byte << bits | u32::from(number));
            bytes.push((byte << (usize::from(bits) * (in_byte - some.len()))) as u8);
        }
    }
    (bytes, row_bytes)
}
