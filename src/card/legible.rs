//! Contrast of text with what is behind it, and the weakest means to give it enough.

use crate::paint::{Curve, from_linear, oklch, to_linear, to_oklch};
use crate::scene::{Color, Picture, Rect};

/// WCAG 2 asks for 4.5:1; the rest makes up for what JPEG and rounding take.
pub const AIM: f32 = 4.8;
/// Of the pixels behind a line, so many may be no nearer to the ink than the limit allows.
const PERCENTILE: f32 = 0.95;
/// A dark tint is so dark that its own luminance leaves white text its contrast, a light one so light that it leaves it to black.
const DARK_TINT: f32 = 0.012;
const LIGHT_TINT: f32 = 0.86;

/// So many pixels behind a line tell its percentiles as well as all of them.
const SAMPLE: usize = 4_096;
/// From row to row; a prime, so that it meets every remainder.
const SHIFT: usize = 7919;

/// A line of text: the box of its ink, and its colour with its opacity.
#[derive(Clone, Copy, Debug)]
pub struct Ink {
    pub rect: Rect,
    pub color: Color,
}

/// The luminances that bound nearly all of what is behind a line.
#[derive(Clone, Copy, Debug)]
pub struct Behind {
    low: f32,
    high: f32,
}

/// The least contrast (WCAG 2) of a colour with what is behind these lines; 21 where there is no line.
pub fn contrast(behinds: &[Behind], color: Color) -> f32 {
    behinds.iter().map(|&behind| worst(behind, color)).fold(21.0, f32::min)
}

/// How much of a tint must be mixed in so that every line, each with its ink, reaches the aim, from 0 to 1.
pub fn strength(lines: impl Iterator<Item = (Behind, Color)>, is_dark: bool) -> f32 {
    let tint = if is_dark { DARK_TINT } else { LIGHT_TINT };
    lines.map(|(behind, color)| needed(behind, color, tint)).fold(0.0, f32::max)
}

/// The colour nearest to `color` that reaches the aim before all of this, of the same hue; nothing where none does.
pub fn readable(behinds: &[Behind], color: Color) -> Option<Color> {
    let reaches = |color: Color| behinds.iter().all(|&behind| worst(behind, color) >= AIM);
    let solid = color.with_alpha(1.0);
    if reaches(solid) {
        return Some(solid);
    }
    let (lightness, chroma, hue) = to_oklch(solid);
    let mut best: Option<(f32, Color)> = None;
    for step in 0..=50 {
        let tried = step as f32 / 50.0;
        // A colour loses its chroma towards white and black, as ink does.
        let candidate = oklch(tried, chroma, hue);
        let far = (tried - lightness).abs();
        if reaches(candidate) && best.is_none_or(|(nearest, _)| far < nearest) {
            best = Some((far, candidate));
        }
    }
    best.map(|(_, color)| color)
}

/// Whether light ink is read better than dark before all of this.
pub fn wants_light_ink(behinds: &[Behind]) -> bool {
    contrast(behinds, Color::WHITE) >= contrast(behinds, Color::BLACK)
}

/// The hue of the picture's darkest tenth (its lightest, for a light tint), at the luminance of a tint.
pub fn tint(picture: &Picture, is_dark: bool) -> Color {
    let pixels = picture.rgb.as_chunks::<3>().0;
    // One in 181 pixels is enough, and no multiple of the usual widths.
    let curve = Curve::srgb();
    let mut sampled: Vec<(f32, [u8; 3])> =
        pixels.iter().step_by(181).map(|&pixel| (curve.luminance(pixel), pixel)).collect();
    let order = |a: &(f32, [u8; 3]), b: &(f32, [u8; 3])| {
        let rising = a.0.total_cmp(&b.0).then(a.1.cmp(&b.1));
        if is_dark { rising } else { rising.reverse() }
    };
    let count = sampled.len() / 10 + 1;
    if count < sampled.len() {
        sampled.select_nth_unstable_by(count, order);
        sampled.truncate(count);
    }
    sampled.sort_by(order);
    let mut sum = [0.0_f32; 3];
    for (_, pixel) in &sampled {
        for (total, channel) in sum.iter_mut().zip(pixel) {
            *total += curve.to_linear(*channel);
        }
    }
    let [red, green, blue] = sum.map(|total| total / sampled.len().max(1) as f32);
    let light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    let aim = if is_dark { DARK_TINT } else { LIGHT_TINT };
    // Half of the way to grey, so that a bright red photo is not drowned in wine.
    let [red, green, blue] = [red, green, blue].map(|channel| {
        let scaled = if light > 0.0 { channel / light * aim } else { aim };
        from_linear(f32::midpoint(scaled, aim)) / 255.0
    });
    Color { red, green, blue, alpha: 1.0 }
}

fn needed(behind: Behind, ink: Color, tint: f32) -> f32 {
    let mixed = |share: f32| Behind {
        low: behind.low + (tint - behind.low) * share,
        high: behind.high + (tint - behind.high) * share,
    };
    if worst(behind, ink) >= AIM {
        return 0.0;
    }
    let (mut low, mut high) = (0.0_f32, 1.0_f32);
    for _ in 0..20 {
        let middle = f32::midpoint(low, high);
        if worst(mixed(middle), ink) >= AIM { high = middle } else { low = middle }
    }
    high
}

/// The contrast at the worse end of what is behind a line.
fn worst(behind: Behind, ink: Color) -> f32 {
    let own = |light: f32| mixed_luminance(light, ink);
    // Where some of what is behind is lighter than the ink and some is darker, some is like it.
    if own(behind.low) > behind.low && own(behind.high) < behind.high {
        return 1.0;
    }
    ratio(own(behind.low), behind.low).min(ratio(own(behind.high), behind.high))
}

fn ratio(one: f32, other: f32) -> f32 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The luminance of ink that lets something through, mixed in sRGB as glyphs are.
fn mixed_luminance(light: f32, ink: Color) -> f32 {
    let behind = from_linear(light);
    let mixed = |channel: f32| to_linear((behind + (channel * 255.0 - behind) * ink.alpha) as u8);
    0.2126 * mixed(ink.red) + 0.7152 * mixed(ink.green) + 0.0722 * mixed(ink.blue)
}

/// The 5th and the 95th percentile of the luminance in each box.
pub fn behind<'a>(picture: &Picture, rects: impl IntoIterator<Item = &'a Rect>) -> Vec<Behind> {
    rects.into_iter().map(|rect| in_box(picture, rect)).collect()
}

fn in_box(picture: &Picture, rect: &Rect) -> Behind {
    let width = picture.width_px as usize;
    let end = |edge: f32, limit: usize| (edge.max(0.0).ceil() as usize).min(limit);
    let (right, bottom) = (end(rect.right, width), end(rect.bottom, picture.height_px as usize));
    let (left, top) = ((rect.left.max(0.0) as usize).min(right), (rect.top.max(0.0) as usize).min(bottom));
    let step = ((right - left) * (bottom - top) / SAMPLE).max(1);
    let curve = Curve::srgb();
    let mut lights: Vec<f32> = Vec::new();
    for (row, line) in picture.rgb.chunks_exact((width * 3).max(3)).enumerate().take(bottom).skip(top) {
        // Each row begins elsewhere, so that no pattern in the picture is met at one of its phases only.
        let start = left + row * SHIFT % step;
        let pixels = line.as_chunks::<3>().0.get(start.min(right)..right).unwrap_or_default();
        lights.extend(pixels.iter().step_by(step).map(|&pixel| curve.luminance(pixel)));
    }
    if lights.is_empty() {
        return Behind { low: 0.0, high: 0.0 };
    }
    let last = lights.len() - 1;
    let mut at =
        |share: f32| *lights.select_nth_unstable_by((last as f32 * share) as usize, f32::total_cmp).1;
    Behind { low: at(1.0 - PERCENTILE), high: at(PERCENTILE) }
}
