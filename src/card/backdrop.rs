//! What stands behind the title where there is no cover: light in the colours that a post's id gives.

use crate::paint::oklch;
use crate::scene::{Color, Paint, Rect, Stop};

/// Chosen for looking well in the dark and for being told apart; in degrees of OKLCH.
const HUES: [f32; 10] = [22.0, 48.0, 85.0, 145.0, 172.0, 200.0, 235.0, 268.0, 300.0, 345.0];

/// The numbers that a post's id gives, each from 0 to 1.
fn numbers(seed: &str) -> impl FnMut() -> f32 {
    let hash = blake3::hash(seed.as_bytes());
    let mut at = 0;
    move || {
        let byte = hash.as_bytes().get(at).copied().unwrap_or(128);
        at += 1;
        f32::from(byte) / 255.0
    }
}

fn first_hue(next: &mut impl FnMut() -> f32) -> f32 {
    let chosen = ((next() * 9.99) as usize).min(HUES.len() - 1);
    HUES.get(chosen).copied().unwrap_or(235.0) + (next() - 0.5) * 12.0
}

/// The hue of a post, in degrees of OKLCH; its backdrop has it too.
pub fn hue(seed: &str) -> f32 {
    first_hue(&mut numbers(seed))
}

/// The backdrop of a post, in fills over each other; the same id gives the same picture for ever.
pub fn paint(seed: &str, rect: &Rect) -> Vec<Paint> {
    let mut next = numbers(seed);
    let (width, height) = (rect.width(), rect.height());
    let hue = first_hue(&mut next);
    // A neighbour on one side or the other: two hues that belong together.
    let other = hue + if next() < 0.5 { 42.0 } else { -42.0 };
    let mirrored = next() < 0.5;
    let x = |share: f32| rect.left + if mirrored { width * (1.0 - share) } else { width * share };
    let y = |share: f32| rect.top + height * share;

    let glow = |centre: (f32, f32), radii: (f32, f32), color: Color, strength: f32| {
        let eased = [0.0_f32, 0.25, 0.5, 0.75, 1.0].map(|offset| {
            let rest = 1.0 - offset;
            Stop { offset, color: color.with_alpha(strength * rest * rest * (3.0 - 2.0 * rest)) }
        });
        Paint::Radial { centre, radii, stops: eased.to_vec() }
    };
    let rings = (x(0.80 + next() * 0.1), y(0.04 + next() * 0.18));
    vec![
        Paint::Linear {
            from: (rect.left, rect.top),
            to: (rect.left + width * 0.3, rect.bottom),
            stops: vec![
                Stop { offset: 0.0, color: oklch(0.30, 0.075, hue) },
                Stop { offset: 1.0, color: oklch(0.17, 0.045, other) },
            ],
        },
        glow(rings, (width * 0.62, height * 0.98), oklch(0.66, 0.16, hue), 0.85),
        glow((x(0.42 + next() * 0.1), y(-0.12)), (width * 0.5, height * 0.66), oklch(0.56, 0.15, other), 0.6),
        glow((x(1.02), y(0.62 + next() * 0.1)), (width * 0.34, height * 0.6), oklch(0.72, 0.13, other), 0.42),
        Paint::Rings {
            centre: rings,
            gap_px: 46.0 + next() * 14.0,
            width_px: 1.5,
            reach_px: width * 0.56,
            color: oklch(0.95, 0.04, hue).with_alpha(0.34),
        },
    ]
}
