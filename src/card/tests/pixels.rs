//! Pictures that tests draw.

use crate::scene::Picture;

/// A picture by its pixels, from the top left corner.
pub fn drawn(width_px: u32, height_px: u32, color: impl Fn(u32, u32) -> [u8; 3]) -> Picture {
    let mut rgb = Vec::with_capacity(width_px as usize * height_px as usize * 3);
    for y in 0..height_px {
        for x in 0..width_px {
            rgb.extend(color(x, y));
        }
    }
    Picture { width_px, height_px, rgb, alpha: None }
}

/// A disc on nothing: a drawing, as a mark or an icon is.
pub fn disc(side: u32, color: [u8; 3]) -> Picture {
    let mut picture = drawn(side, side, |_, _| color);
    let inside = |x: u32, y: u32| {
        let (dx, dy) = (2 * i64::from(x) + 1 - i64::from(side), 2 * i64::from(y) + 1 - i64::from(side));
        if dx * dx + dy * dy < i64::from(side * side) { 255 } else { 0 }
    };
    picture.alpha = Some((0..side).flat_map(|y| (0..side).map(move |x| inside(x, y))).collect());
    picture
}

pub fn pixel(picture: &Picture, x: u32, y: u32) -> [u8; 3] {
    let at = (y as usize * picture.width_px as usize + x as usize) * 3;
    picture.rgb[at..at + 3].try_into().unwrap()
}
