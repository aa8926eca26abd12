//! The weakest darkening under which white text can be read.

use crate::paint::{from_linear, luminance, to_linear};
use crate::scene::{Color, Paint, Picture, Rect, Stop};

/// WCAG 2 asks for 4.5:1; the rest makes up for what JPEG and rounding take.
const AIM: f32 = 4.8;
/// Of the pixels under a line, so many may be no brighter than the limit allows.
const PERCENTILE: f32 = 0.95;
/// How far above the title the scrim begins, as a share of the card's height.
const RISE: f32 = 0.34;
/// The tint is so dark that its own luminance leaves the text its contrast.
const TINT_LUMINANCE: f32 = 0.012;
/// A curve without a visible beginning or end (smoothstep), in straight pieces.
const PIECES: usize = 12;

/// The darkening and what it reaches.
pub struct Scrim {
    /// Nothing where the picture is dark enough by itself.
    pub fill: Option<Paint>,
    /// The least contrast of any line.
    pub contrast: f32,
}

/// Finds the weakest scrim for text in these boxes, each with the opacity of its white ink.
pub fn weakest(picture: &Picture, boxes: &[(Rect, f32)], title_top: f32, width: f32, height: f32) -> Scrim {
    let lights: Vec<(f32, f32)> = boxes.iter().map(|(rect, ink)| (behind(picture, rect), *ink)).collect();
    let strength = lights.iter().map(|&(light, ink)| needed(light, ink)).fold(0.0, f32::max);
    let contrast = lights
        .iter()
        .map(|&(light, ink)| contrast(light + (TINT_LUMINANCE - light) * strength, ink))
        .fold(21.0, f32::min);
    if strength <= 0.0 {
        return Scrim { fill: None, contrast };
    }
    let tint = tint(picture);
    let full = (title_top / height).clamp(0.0, 1.0);
    let begin = (full - RISE).max(-RISE / 2.0);
    let mut stops: Vec<Stop> = (0..=PIECES)
        .map(|piece| {
            let share = piece as f32 / PIECES as f32;
            let eased = share * share * (3.0 - 2.0 * share);
            Stop { offset: begin + (full - begin) * share, color: tint.with_alpha(strength * eased) }
        })
        .collect();
    stops.push(Stop { offset: 1.0, color: tint.with_alpha(strength) });
    let middle = width / 2.0;
    Scrim { fill: Some(Paint::Linear { from: (middle, 0.0), to: (middle, height), stops }), contrast }
}

/// How much of the tint must be mixed in so that ink of this opacity stands out enough.
fn needed(light: f32, ink: f32) -> f32 {
    if contrast(light, ink) >= AIM || light <= TINT_LUMINANCE {
        return 0.0;
    }
    let (mut low, mut high) = (0.0_f32, 1.0_f32);
    for _ in 0..20 {
        let middle = f32::midpoint(low, high);
        let reached = contrast(light + (TINT_LUMINANCE - light) * middle, ink);
        if reached >= AIM { high = middle } else { low = middle }
    }
    high
}

/// Contrast of white ink, mixed in sRGB at this opacity, with a luminance behind it.
fn contrast(light: f32, ink: f32) -> f32 {
    let behind = from_linear(light);
    let mixed = to_linear((behind + (255.0 - behind) * ink) as u8);
    (mixed + 0.05) / (light + 0.05)
}

/// The 95th percentile of the luminance in a box; 0 where it holds no pixel.
fn behind(picture: &Picture, rect: &Rect) -> f32 {
    let (left, right) = (rect.left.max(0.0) as usize, rect.right.max(0.0) as usize);
    let (top, bottom) = (rect.top.max(0.0) as usize, rect.bottom.max(0.0) as usize);
    let row = picture.width_px as usize;
    let mut lights: Vec<f32> = Vec::new();
    for line in picture.rgb.chunks_exact(row * 3).take(bottom).skip(top) {
        let pixels = line.as_chunks::<3>().0;
        lights.extend(pixels.iter().take(right).skip(left).map(|&pixel| luminance(pixel)));
    }
    let index = ((lights.len() as f32 * PERCENTILE) as usize).min(lights.len().saturating_sub(1));
    if lights.is_empty() {
        return 0.0;
    }
    *lights.select_nth_unstable_by(index, f32::total_cmp).1
}

/// The hue of the picture's darkest tenth, at the luminance of a tint.
fn tint(picture: &Picture) -> Color {
    let pixels = picture.rgb.as_chunks::<3>().0;
    // One in 61 pixels is enough, and no multiple of the usual widths.
    let mut sampled: Vec<[u8; 3]> = pixels.iter().step_by(61).copied().collect();
    sampled.sort_by(|a, b| luminance(*a).total_cmp(&luminance(*b)).then(a.cmp(b)));
    let darkest = sampled.get(..sampled.len() / 10 + 1).unwrap_or(&sampled);
    let mut sum = [0.0_f32; 3];
    for pixel in darkest {
        for (total, channel) in sum.iter_mut().zip(pixel) {
            *total += to_linear(*channel);
        }
    }
    let [red, green, blue] = sum.map(|total| total / darkest.len().max(1) as f32);
    let light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    // Half of the way to grey, so that a bright red photo is not drowned in wine.
    let [red, green, blue] = [red, green, blue].map(|channel| {
        let scaled = if light > 0.0 { channel / light * TINT_LUMINANCE } else { TINT_LUMINANCE };
        from_linear((scaled + TINT_LUMINANCE) / 2.0) / 255.0
    });
    Color { red, green, blue, alpha: 1.0 }
}
