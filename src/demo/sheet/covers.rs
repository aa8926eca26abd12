//! The covers of the sheet.

use super::posts::{HardCover, POSTS};
use crate::card::Cover;
use crate::demo::files::FILES;
use crate::paint::{self, Crop, SvgFonts};
use crate::scene::Picture;
use std::collections::BTreeMap;
use std::sync::Arc;

/// As large as photos on the web are.
const WIDTH_PX: u32 = 1600;
const HEIGHT_PX: u32 = 1000;

/// Every cover that the sheet's posts have.
pub fn all() -> BTreeMap<HardCover, Cover> {
    let mut covers = BTreeMap::new();
    for post in &POSTS {
        if !covers.contains_key(&post.cover)
            && let Some(picture) = picture(post.cover)
        {
            covers.insert(post.cover, Cover { photo: Arc::new(picture.into()), focus: None });
        }
    }
    covers
}

/// A picture of the sample site.
pub fn sample(name: &str) -> Option<Picture> {
    let (_, bytes) = FILES.iter().find(|(path, _)| path.rsplit('/').next() == Some(name))?;
    paint::cover(bytes, (WIDTH_PX, HEIGHT_PX), &SvgFonts::default()).ok().map(|cover| cover.picture)
}

fn picture(cover: HardCover) -> Option<Picture> {
    let drawn = |color: fn(u32, u32) -> [u8; 3]| Some(drawn(WIDTH_PX, HEIGHT_PX, color));
    match cover {
        HardCover::None => None,
        HardCover::Sample(name) => sample(name),
        HardCover::White => drawn(|_, _| [255; 3]),
        HardCover::Black => drawn(|_, _| [0; 3]),
        HardCover::Noise => drawn(|x, y| {
            let mixed = x.wrapping_mul(0x9E37_79B1) ^ y.wrapping_mul(0x85EB_CA77);
            let mixed = (mixed ^ mixed >> 15).wrapping_mul(0x2C1B_3C6D);
            [(mixed >> 24) as u8, (mixed >> 16) as u8, (mixed >> 8) as u8]
        }),
        HardCover::Checkerboard => drawn(|x, y| if (x / 60 + y / 60) % 2 == 0 { [255; 3] } else { [0; 3] }),
        HardCover::Stripes => drawn(|x, y| if y % 34 < 12 && x * 31 % 97 > 14 { [24; 3] } else { [246; 3] }),
        HardCover::Gradient => drawn(|x, y| {
            let light = (f64::from(x + y) / f64::from(WIDTH_PX + HEIGHT_PX) * 255.0) as u8;
            [light; 3]
        }),
        HardCover::Tiny => scaled(&sample("aurora.jpg")?, 320, 200),
        HardCover::Tall => scaled(&sample("dunes.jpg")?, 500, 1800),
        HardCover::Wide => scaled(&sample("seven-ridges.jpg")?, 1800, 300),
        HardCover::Mark => Some(mark()),
    }
}

fn drawn(width_px: u32, height_px: u32, color: fn(u32, u32) -> [u8; 3]) -> Picture {
    let places = (0..height_px).flat_map(|y| (0..width_px).map(move |x| (x, y)));
    Picture { width_px, height_px, rgb: places.flat_map(|(x, y)| color(x, y)).collect(), alpha: None }
}

/// The middle of a picture, in another shape.
fn scaled(picture: &Picture, width_px: u32, height_px: u32) -> Option<Picture> {
    let (width, height) = (f64::from(picture.width_px), f64::from(picture.height_px));
    let shape = f64::from(width_px) / f64::from(height_px);
    let (cut_width, cut_height) =
        if width > height * shape { (height * shape, height) } else { (width, width / shape) };
    let crop = Crop {
        left: (width - cut_width) / 2.0,
        top: (height - cut_height) / 2.0,
        width: cut_width,
        height: cut_height,
    };
    paint::scaled(picture, crop, width_px, height_px)
}

/// A round mark, which is also the sheet's logo.
pub fn mark() -> Picture {
    let side = 480;
    let mut picture = drawn(side, side, |x, y| [226, (40 + x / 4) as u8, (60 + y / 5) as u8]);
    let middle = side as f32 / 2.0;
    let inside = |x: u32, y: u32| {
        let (dx, dy) = (x as f32 + 0.5 - middle, y as f32 + 0.5 - middle);
        ((middle - 8.0 - (dx * dx + dy * dy).sqrt()).clamp(0.0, 1.0) * 255.0) as u8
    };
    picture.alpha = Some((0..side).flat_map(|y| (0..side).map(move |x| inside(x, y))).collect());
    picture
}
