//! What stands behind the title where there is no cover: light in the colours that a post's id gives.

use crate::paint::{self, oklch};
use crate::scene::{Color, Fill, Item, Paint, Picture, Scene, Stop};

/// Chosen for looking well in the dark and for being told apart; in degrees of OKLCH.
const HUES: [f32; 10] = [22.0, 48.0, 85.0, 145.0, 172.0, 200.0, 235.0, 268.0, 300.0, 345.0];

/// Paints the backdrop of a post; the same id gives the same picture for ever.
pub fn paint(seed: &str, width_px: u32, height_px: u32) -> Picture {
    let hash = blake3::hash(seed.as_bytes());
    let mut bytes = hash.as_bytes().iter().map(|&byte| f32::from(byte) / 255.0);
    let mut next = || bytes.next().unwrap_or(0.5);
    let (width, height) = (width_px as f32, height_px as f32);
    let chosen = ((next() * 9.99) as usize).min(HUES.len() - 1);
    let hue = HUES.get(chosen).copied().unwrap_or(235.0) + (next() - 0.5) * 12.0;
    // A neighbour on one side or the other: two hues that belong together.
    let other = hue + if next() < 0.5 { 42.0 } else { -42.0 };
    let mirrored = next() < 0.5;
    let x = |share: f32| if mirrored { width * (1.0 - share) } else { width * share };

    let glow = |centre: (f32, f32), radii: (f32, f32), color: Color, strength: f32| {
        let eased = [0.0_f32, 0.25, 0.5, 0.75, 1.0].map(|offset| {
            let rest = 1.0 - offset;
            Stop { offset, color: color.with_alpha(strength * rest * rest * (3.0 - 2.0 * rest)) }
        });
        Item::Fill(Fill::whole(Paint::Radial { centre, radii, stops: eased.to_vec() }))
    };
    let rings = (x(0.80 + next() * 0.1), height * (0.04 + next() * 0.18));
    let items = vec![
        Item::Fill(Fill::whole(Paint::Linear {
            from: (0.0, 0.0),
            to: (width * 0.3, height),
            stops: vec![
                Stop { offset: 0.0, color: oklch(0.30, 0.075, hue) },
                Stop { offset: 1.0, color: oklch(0.17, 0.045, other) },
            ],
        })),
        glow(rings, (width * 0.62, height * 0.98), oklch(0.66, 0.16, hue), 0.85),
        glow(
            (x(0.42 + next() * 0.1), height * -0.12),
            (width * 0.5, height * 0.66),
            oklch(0.56, 0.15, other),
            0.6,
        ),
        glow(
            (x(1.02), height * (0.62 + next() * 0.1)),
            (width * 0.34, height * 0.6),
            oklch(0.72, 0.13, other),
            0.42,
        ),
        Item::Fill(Fill::whole(Paint::Rings {
            centre: rings,
            gap_px: 46.0 + next() * 14.0,
            width_px: 1.5,
            reach_px: width * 0.56,
            color: oklch(0.95, 0.04, hue).with_alpha(0.34),
        })),
    ];
    paint::paint(&Scene { width_px, height_px, items })
}
