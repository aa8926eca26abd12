//! sRGB, linear light, and OKLCH.
//!
//! The functions of `libm` give the same bits on every machine; those of the system's library do not.

use crate::scene::Color;
use std::sync::LazyLock;

/// Linear light of each sRGB byte (IEC 61966-2-1).
static LINEAR: LazyLock<[f32; 256]> = LazyLock::new(|| {
    let mut table = [0.0; 256];
    for (byte, value) in table.iter_mut().enumerate() {
        *value = decode(byte as f32 / 255.0);
    }
    table
});

const STEPS: usize = 4096;

/// sRGB, from 0 to 255, of linear light in even steps, read with interpolation.
static ENCODED: LazyLock<Box<[f32; STEPS + 2]>> =
    LazyLock::new(|| Box::new(std::array::from_fn(|step| encode(step as f32 / STEPS as f32) * 255.0)));

fn decode(value: f32) -> f32 {
    if value <= 0.04045 { value / 12.92 } else { libm::powf((value + 0.055) / 1.055, 2.4) }
}

fn encode(value: f32) -> f32 {
    if value <= 0.003_130_8 { value * 12.92 } else { 1.055 * libm::powf(value.min(1.0), 1.0 / 2.4) - 0.055 }
}

/// The curve of sRGB, fetched once for many pixels.
#[derive(Clone, Copy)]
pub struct Curve {
    linear: &'static [f32; 256],
    encoded: &'static [f32; STEPS + 2],
}

impl Curve {
    pub fn srgb() -> Self {
        Self { linear: &LINEAR, encoded: &ENCODED }
    }

    /// Linear light, from 0 to 1, of an sRGB byte.
    #[inline]
    pub fn to_linear(self, byte: u8) -> f32 {
        self.linear.get(usize::from(byte)).copied().unwrap_or_default()
    }

    /// The sRGB value, from 0 to 255, of linear light from 0 to 1.
    #[inline]
    pub fn from_linear(self, light: f32) -> f32 {
        let at = light.clamp(0.0, 1.0) * STEPS as f32;
        let step = at as usize;
        let low = self.encoded.get(step).copied().unwrap_or(255.0);
        let high = self.encoded.get(step + 1).copied().unwrap_or(255.0);
        low + (high - low) * (at - step as f32)
    }

    /// Relative luminance of three sRGB bytes (WCAG 2).
    #[inline]
    pub fn luminance(self, [red, green, blue]: [u8; 3]) -> f32 {
        0.2126 * self.to_linear(red) + 0.7152 * self.to_linear(green) + 0.0722 * self.to_linear(blue)
    }
}

/// Linear light, from 0 to 1, of an sRGB byte.
pub fn to_linear(byte: u8) -> f32 {
    Curve::srgb().to_linear(byte)
}

/// Linear light of an sRGB channel from 0 to 1.
pub fn channel_to_linear(value: f32) -> f32 {
    decode(value)
}

/// The sRGB value, from 0 to 255, of linear light from 0 to 1.
pub fn from_linear(light: f32) -> f32 {
    Curve::srgb().from_linear(light)
}

/// Relative luminance of three sRGB bytes (WCAG 2).
pub fn luminance(rgb: [u8; 3]) -> f32 {
    Curve::srgb().luminance(rgb)
}

/// A colour by perceived lightness (0 to 1), chroma and hue in degrees, moved into sRGB by losing chroma.
pub fn oklch(lightness: f32, chroma: f32, hue: f32) -> Color {
    let radians = hue.to_radians();
    let (cos, sin) = (libm::cosf(radians), libm::sinf(radians));
    let mut chroma = chroma;
    loop {
        let [red, green, blue] = oklab_to_linear(lightness, chroma * cos, chroma * sin);
        let inside = [red, green, blue].iter().all(|value| (-0.0005..=1.0005).contains(value));
        if inside || chroma < 0.005 {
            return Color {
                red: encode(red.clamp(0.0, 1.0)),
                green: encode(green.clamp(0.0, 1.0)),
                blue: encode(blue.clamp(0.0, 1.0)),
                alpha: 1.0,
            };
        }
        chroma *= 0.94;
    }
}

/// Perceived lightness (0 to 1), chroma and hue in degrees of a colour, which its alpha does not change.
///
/// Grey has a chroma of zero, and a hue that means nothing.
pub fn to_oklch(color: Color) -> (f32, f32, f32) {
    let [lightness, a, b] = linear_to_oklab([color.red, color.green, color.blue].map(channel_to_linear));
    let hue = libm::atan2f(b, a).to_degrees();
    (lightness, (a * a + b * b).sqrt(), if hue < 0.0 { hue + 360.0 } else { hue })
}

/// OKLab of linear light.
pub fn linear_to_oklab([red, green, blue]: [f32; 3]) -> [f32; 3] {
    let l = libm::cbrtf(0.412_221_46 * red + 0.536_332_55 * green + 0.051_445_995 * blue);
    let m = libm::cbrtf(0.211_903_5 * red + 0.680_699_5 * green + 0.107_396_96 * blue);
    let s = libm::cbrtf(0.088_302_46 * red + 0.281_718_85 * green + 0.629_978_7 * blue);
    [
        0.210_454_26 * l + 0.793_617_8 * m - 0.004_072_047 * s,
        1.977_998_5 * l - 2.428_592_2 * m + 0.450_593_7 * s,
        0.025_904_037 * l + 0.782_771_77 * m - 0.808_675_77 * s,
    ]
}

/// The matrices of Björn Ottosson's OKLab.
fn oklab_to_linear(lightness: f32, a: f32, b: f32) -> [f32; 3] {
    let l = lightness + 0.396_337_78 * a + 0.215_803_76 * b;
    let m = lightness - 0.105_561_346 * a - 0.063_854_17 * b;
    let s = lightness - 0.089_484_18 * a - 1.291_485_5 * b;
    let (l, m, s) = (l * l * l, m * m * m, s * s * s);
    [
        4.076_741_7 * l - 3.307_711_6 * m + 0.230_969_94 * s,
        -1.268_438 * l + 2.609_757_4 * m - 0.341_319_4 * s,
        -0.004_196_086_3 * l - 0.703_418_6 * m + 1.707_614_7 * s,
    ]
}
