//! From brightness and colour to red, green and blue (JFIF 1.02, which takes ITU-R BT.601 in full range).

/// In fixed point of 16 bits.
#[inline(always)]
pub fn rgb(luma: u8, blue: u8, red: u8) -> [u8; 3] {
    let (luma, blue, red) = (i32::from(luma) * 65_536 + 32_768, i32::from(blue) - 128, i32::from(red) - 128);
    let channels = [luma + 91_881 * red, luma - 22_554 * blue - 46_802 * red, luma + 116_130 * blue];
    channels.map(|channel| (channel >> 16).clamp(0, 255) as u8)
}
