//! Lays pictures onto a picture.

use super::fill::{coverage, full_columns};
use crate::scene::{Area, Picture, PlacedPicture, Rect};
use std::ops::Range;

/// Lays a picture at its place; what lies outside is left away.
pub fn draw(target: &mut Picture, placed: &PlacedPicture) {
    let source = &placed.picture;
    if hides(placed, target) {
        target.rgb.clone_from(&source.rgb);
        return;
    }
    let (width, height) = (source.width_px as usize, source.height_px as usize);
    let (target_width, target_height) = (target.width_px as usize, target.height_px as usize);
    let corners = Area {
        rect: Rect { left: 0.0, top: 0.0, right: width as f32, bottom: height as f32 },
        radius_px: placed.radius_px,
        stroke_px: None,
    };
    let columns = overlap(placed.left, width, target_width);
    for y in overlap(placed.top, height, target_height) {
        let (Some(row), Some(column)) = (moved(y, placed.top), moved(columns.start, placed.left)) else {
            return;
        };
        let above = line(&source.rgb, y, width).get(columns.clone()).unwrap_or_default();
        let alpha = source.alpha.as_deref().and_then(|alpha| alpha.get(y * width + columns.start..));
        let below =
            target.rgb.as_chunks_mut::<3>().0.get_mut(row * target_width + column..).unwrap_or_default();
        // Where nothing shows through, and no corner is near, the pixels are the picture's own.
        let whole = if alpha.is_some() { 0..0 } else { full_columns(&corners, y, width) };
        for (at, (below, above)) in below.iter_mut().zip(above).enumerate() {
            let x = columns.start + at;
            if whole.contains(&x) {
                *below = *above;
                continue;
            }
            let opacity = alpha.map_or(255, |alpha| alpha.get(at).copied().unwrap_or(0));
            let share = f32::from(opacity) / 255.0 * coverage(&corners, x as f32 + 0.5, y as f32 + 0.5);
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
        && (source.width_px, source.height_px) == (target.width_px, target.height_px)
}

fn line(rgb: &[u8], y: usize, width: usize) -> &[[u8; 3]] {
    rgb.as_chunks::<3>().0.get(y * width..(y + 1) * width).unwrap_or_default()
}

/// Which of `length` pixels, moved, lie among `limit` ones.
fn overlap(by: i32, length: usize, limit: usize) -> Range<usize> {
    let (by, length, limit) = (i64::from(by), length as i64, limit as i64);
    let (first, end) = ((-by).clamp(0, length), (limit - by).clamp(0, length));
    first as usize..end as usize
}

fn moved(at: usize, by: i32) -> Option<usize> {
    usize::try_from(at as i64 + i64::from(by)).ok()
}
