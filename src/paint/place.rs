//! Lays pictures onto a picture.

use super::fill::coverage;
use crate::scene::{Area, Picture, PlacedPicture, Rect};

/// Lays a picture at its place; what lies outside is left away.
pub fn draw(target: &mut Picture, placed: &PlacedPicture) {
    let source = &placed.picture;
    if hides(placed, target) {
        target.rgb.clone_from(&source.rgb);
        return;
    }
    let (width, height) = (source.width_px as usize, source.height_px as usize);
    let corners = Area {
        rect: Rect { left: 0.0, top: 0.0, right: width as f32, bottom: height as f32 },
        radius_px: placed.radius_px,
        stroke_px: None,
    };
    let (target_width, target_height) = (target.width_px as usize, target.height_px as usize);
    for y in 0..height {
        let Some(row) = moved(y, placed.top).filter(|&row| row < target_height) else { continue };
        for x in 0..width {
            let Some(column) = moved(x, placed.left).filter(|&column| column < target_width) else {
                continue;
            };
            let from = y * width + x;
            let alpha = source.alpha.as_ref().map_or(255, |alpha| alpha.get(from).copied().unwrap_or(0));
            let mut share = f32::from(alpha) / 255.0;
            if placed.radius_px > 0.0 {
                share *= coverage(&corners, x as f32 + 0.5, y as f32 + 0.5);
            }
            let at = (row * target_width + column) * 3;
            let above = source.rgb.get(from * 3..from * 3 + 3).unwrap_or_default();
            let below = target.rgb.get_mut(at..at + 3).unwrap_or_default();
            for (below, &above) in below.iter_mut().zip(above) {
                let mixed = f32::from(*below) + (f32::from(above) - f32::from(*below)) * share;
                *below = (mixed + 0.5) as u8;
            }
        }
    }
}

/// Whether a picture stands where the other is, from edge to edge, and nothing shows through.
pub fn hides(placed: &PlacedPicture, target: &Picture) -> bool {
    let source = &placed.picture;
    placed.left == 0
        && placed.top == 0
        && placed.radius_px <= 0.0
        && source.alpha.is_none()
        && source.rgb.len() == target.rgb.len()
        && source.width_px == target.width_px
}

fn moved(at: usize, by: i32) -> Option<usize> {
    usize::try_from(at as i64 + i64::from(by)).ok()
}
