//! sRGB bytes in OKLab, where equal distances look equal (Björn Ottosson, 2020).

use crate::paint::color::to_linear;

/// Lightness, and how far towards red and towards yellow.
pub type Lab = [f32; 3];

pub fn of(rgb: [u8; 3]) -> Lab {
    let [red, green, blue] = rgb.map(to_linear);
    let l = libm::cbrtf(0.412_221_46 * red + 0.536_332_55 * green + 0.051_445_995 * blue);
    let m = libm::cbrtf(0.211_903_5 * red + 0.680_699_5 * green + 0.107_396_96 * blue);
    let s = libm::cbrtf(0.088_302_46 * red + 0.281_718_85 * green + 0.629_978_7 * blue);
    [
        0.210_454_26 * l + 0.793_617_8 * m - 0.004_072_047 * s,
        1.977_998_5 * l - 2.428_592_2 * m + 0.450_593_7 * s,
        0.025_904_037 * l + 0.782_771_77 * m - 0.808_675_77 * s,
    ]
}

/// The square of the distance.
pub fn apart([a, b, c]: Lab, [x, y, z]: Lab) -> f32 {
    let (p, q, r) = (a - x, b - y, c - z);
    p * p + q * q + r * r
}
