//! How one layer of a glyph is mixed with what lies below it.

use resvg::tiny_skia::{BlendMode, Mask, Pixmap, PremultipliedColorU8};
use skrifa::color::CompositeMode;

/// The mode of `tiny-skia`; nothing for those that divide (see [`by_hand`]).
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
        CompositeMode::ColorDodge
        | CompositeMode::ColorBurn
        | CompositeMode::HslHue
        | CompositeMode::HslSaturation
        | CompositeMode::HslColor
        | CompositeMode::HslLuminosity => return None,
        _ => BlendMode::SourceOver,
    })
}

/// The modes that divide (W3C Compositing and Blending, 9.1 and 10.3): `tiny-skia` estimates reciprocals with the
/// processor, which Intel's and AMD's do differently, and takes the least of what is no number in another order.
pub fn by_hand(below: &mut Pixmap, above: &Pixmap, mode: CompositeMode, clip: Option<&Mask>) {
    let pixels = below.pixels_mut().iter_mut().zip(above.pixels()).enumerate();
    for (index, (below, above)) in pixels {
        let share = unit(clip.map_or(255, |clip| clip.data().get(index).copied().unwrap_or(0)));
        let (sa, da) = (unit(above.alpha()), unit(below.alpha()));
        let (source, under) = (straight(*above), straight(*below));
        let blended = blended(mode, under, source);
        let alpha = byte(da + (sa - sa * da) * share);
        let mut channels = source.iter().zip(under).zip(blended).map(|((s, d), b)| {
            let mixed = s * sa * (1.0 - da) + b * sa * da + d * da * (1.0 - sa);
            byte(d * da + (mixed - d * da) * share).min(alpha)
        });
        let mut next = || channels.next().unwrap_or_default();
        if let Some(color) = PremultipliedColorU8::from_rgba(next(), next(), next(), alpha) {
            *below = color;
        }
    }
}

fn unit(byte: u8) -> f32 {
    f32::from(byte) / 255.0
}

fn byte(value: f32) -> u8 {
    (value.clamp(0.0, 1.0) * 255.0 + 0.5) as u8
}

/// Channels that are not multiplied with their alpha.
fn straight(color: PremultipliedColorU8) -> [f32; 3] {
    let alpha = f32::from(color.alpha().max(1));
    [color.red(), color.green(), color.blue()].map(|channel| f32::from(channel) / alpha)
}

/// What the standard calls B(Cb, Cs).
fn blended(mode: CompositeMode, below: [f32; 3], above: [f32; 3]) -> [f32; 3] {
    match mode {
        CompositeMode::ColorDodge => each(below, above, dodged),
        CompositeMode::ColorBurn => each(below, above, burnt),
        CompositeMode::HslHue => {
            with_luminosity(with_saturation(above, saturation(below)), luminosity(below))
        }
        CompositeMode::HslSaturation => {
            with_luminosity(with_saturation(below, saturation(above)), luminosity(below))
        }
        CompositeMode::HslColor => with_luminosity(above, luminosity(below)),
        CompositeMode::HslLuminosity => with_luminosity(below, luminosity(above)),
        _ => above,
    }
}

fn each(below: [f32; 3], above: [f32; 3], channel: fn(f32, f32) -> f32) -> [f32; 3] {
    let ([r, g, b], [sr, sg, sb]) = (below, above);
    [channel(r, sr), channel(g, sg), channel(b, sb)]
}

fn dodged(below: f32, above: f32) -> f32 {
    if below <= 0.0 {
        0.0
    } else if above >= 1.0 {
        1.0
    } else {
        (below / (1.0 - above)).min(1.0)
    }
}

fn burnt(below: f32, above: f32) -> f32 {
    if below >= 1.0 {
        1.0
    } else if above <= 0.0 {
        0.0
    } else {
        1.0 - ((1.0 - below) / above).min(1.0)
    }
}

fn luminosity([red, green, blue]: [f32; 3]) -> f32 {
    0.3 * red + 0.59 * green + 0.11 * blue
}

fn least(color: [f32; 3]) -> f32 {
    color.into_iter().fold(f32::INFINITY, f32::min)
}

fn most(color: [f32; 3]) -> f32 {
    color.into_iter().fold(f32::NEG_INFINITY, f32::max)
}

fn saturation(color: [f32; 3]) -> f32 {
    most(color) - least(color)
}

/// `SetLum` and `ClipColor` of the standard.
fn with_luminosity(color: [f32; 3], wanted: f32) -> [f32; 3] {
    let change = wanted - luminosity(color);
    let moved = color.map(|channel| channel + change);
    let (middle, low, high) = (luminosity(moved), least(moved), most(moved));
    moved.map(|channel| {
        let mut channel = channel;
        if low < 0.0 {
            channel = middle + (channel - middle) * middle / (middle - low);
        }
        if high > 1.0 {
            channel = middle + (channel - middle) * (1.0 - middle) / (high - middle);
        }
        channel
    })
}

/// `SetSat` of the standard.
fn with_saturation(color: [f32; 3], wanted: f32) -> [f32; 3] {
    let (low, range) = (least(color), saturation(color));
    color.map(|channel| if range > 0.0 { (channel - low) * wanted / range } else { 0.0 })
}
