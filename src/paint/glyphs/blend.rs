//! How one layer of a glyph is mixed with what lies below it.

use resvg::tiny_skia::{BlendMode, Mask, Pixmap, PremultipliedColorU8};
use skrifa::color::CompositeMode;

/// The mode of `tiny-skia`; nothing for the two that divide (see [`by_division`]).
pub fn mode(mode: CompositeMode) -> Option<BlendMode> {
    Some(match mode {
        CompositeMode::Clear => BlendMode::Clear,
        CompositeMode::Src => BlendMode::Source,
        CompositeMode::Dest => BlendMode::Destination,
        CompositeMode::DestOver => BlendMode::DestinationOver,
        CompositeMode::SrcIn => BlendMode::SourceIn,
        CompositeMode::DestIn => BlendMode::DestinationIn,
        CompositeMode::SrcOut => BlendMode::SourceOut,
        CompositeMode::DestOut => BlendMode::DestinationOut,
        CompositeMode::SrcAtop => BlendMode::SourceAtop,
        CompositeMode::DestAtop => BlendMode::DestinationAtop,
        CompositeMode::Xor => BlendMode::Xor,
        CompositeMode::Plus => BlendMode::Plus,
        CompositeMode::Screen => BlendMode::Screen,
        CompositeMode::Overlay => BlendMode::Overlay,
        CompositeMode::Darken => BlendMode::Darken,
        CompositeMode::Lighten => BlendMode::Lighten,
        CompositeMode::HardLight => BlendMode::HardLight,
        CompositeMode::SoftLight => BlendMode::SoftLight,
        CompositeMode::Difference => BlendMode::Difference,
        CompositeMode::Exclusion => BlendMode::Exclusion,
        CompositeMode::Multiply => BlendMode::Multiply,
        CompositeMode::HslHue => BlendMode::Hue,
        CompositeMode::HslSaturation => BlendMode::Saturation,
        CompositeMode::HslColor => BlendMode::Color,
        CompositeMode::HslLuminosity => BlendMode::Luminosity,
        CompositeMode::ColorDodge | CompositeMode::ColorBurn => return None,
        CompositeMode::SrcOver | _ => BlendMode::SourceOver,
    })
}

/// Colour dodge and colour burn (W3C Compositing and Blending, 9.1). `tiny-skia` divides by an estimate of the
/// processor, which Intel's and AMD's make differently.
pub fn by_division(below: &mut Pixmap, above: &Pixmap, mode: CompositeMode, clip: Option<&Mask>) {
    let channel = if mode == CompositeMode::ColorDodge { dodged } else { burnt };
    let pixels = below.pixels_mut().iter_mut().zip(above.pixels()).enumerate();
    for (index, (below, above)) in pixels {
        let share = clip.map_or(255, |clip| clip.data().get(index).copied().unwrap_or(0));
        let unit = |byte: u8| f32::from(byte) / 255.0;
        let (sa, da) = (unit(above.alpha()), unit(below.alpha()));
        let mixed = |s: u8, d: u8| {
            let (s, d) = (unit(s), unit(d));
            let value = channel(s, sa, d, da) + s * (1.0 - da) + d * (1.0 - sa);
            d + (value - d) * unit(share)
        };
        let alpha = byte(da + (sa + da - sa * da - da) * unit(share));
        let [red, green, blue] =
            [(above.red(), below.red()), (above.green(), below.green()), (above.blue(), below.blue())]
                .map(|(s, d)| byte(mixed(s, d)).min(alpha));
        if let Some(color) = PremultipliedColorU8::from_rgba(red, green, blue, alpha) {
            *below = color;
        }
    }
}

fn byte(value: f32) -> u8 {
    (value.clamp(0.0, 1.0) * 255.0 + 0.5) as u8
}

/// Of premultiplied channels.
fn dodged(s: f32, sa: f32, d: f32, da: f32) -> f32 {
    if d <= 0.0 {
        0.0
    } else if s >= sa {
        sa * da
    } else {
        sa * da.min(d * sa / (sa - s))
    }
}

fn burnt(s: f32, sa: f32, d: f32, da: f32) -> f32 {
    if d >= da {
        sa * da
    } else if s <= 0.0 {
        0.0
    } else {
        sa * (da - da.min((da - d) * sa / s))
    }
}
