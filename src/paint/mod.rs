//! From a scene to pixels to a file, and from a cover's file to pixels.

mod accent;
mod blur;
mod byte;
mod color;
mod decode;
mod encode;
mod fill;
mod flatten;
mod focus;
mod glyphs;
mod memory;
mod photo;
mod place;
mod scale;
mod space;
mod steps;
mod swatch;
#[cfg(test)]
mod tests;

pub use accent::accent;
pub use blur::blurred;
pub use color::{Curve, from_linear, luminance, oklch, to_linear, to_oklch};
pub use decode::{Cover, CoverError, PictureFacts, SvgFonts, cover, facts, photo, photo_in_part};
pub use encode::{Chroma, Encoded, Encoding, FileFormat, encode};
pub use flatten::flattened;
pub use focus::{Crop, Focus, crop};
pub use memory::keep_freed;
pub use photo::{Photo, Pixels};
pub use scale::scaled;

use crate::scene::{Fill, Item, Picture, Scene};

/// Paints a scene; what no item covers is black.
pub fn paint(scene: &Scene) -> Picture {
    let mut picture = unpainted(scene.width_px, scene.height_px);
    paint_items(&mut picture, &scene.items);
    picture
}

/// A picture that gets its pixels when something is painted on it; what that does not cover is black.
pub fn unpainted(width_px: u32, height_px: u32) -> Picture {
    Picture { width_px, height_px, rgb: Vec::new(), alpha: None }
}

/// Paints items over a picture, from the first to the last.
pub fn paint_items(picture: &mut Picture, items: &[Item]) {
    let lowest = items.iter().rposition(|item| hides(item, picture));
    if lowest.is_none() {
        picture.rgb.resize(picture.width_px as usize * picture.height_px as usize * 3, 0);
    }
    let lowest = lowest.unwrap_or(0);
    let mut fills: Vec<&Fill> = Vec::new();
    for item in items.get(lowest..).unwrap_or_default() {
        match item {
            // Neighbours are mixed in one pass, so that the picture is rounded once.
            Item::Fill(fill) => fills.push(fill),
            Item::Picture(placed) => {
                fill::draw(picture, &std::mem::take(&mut fills));
                place::draw(picture, placed);
            }
            Item::Glyphs(run) => {
                fill::draw(picture, &std::mem::take(&mut fills));
                glyphs::draw(picture, run);
            }
        }
    }
    fill::draw(picture, &fills);
}

/// Whether nothing of what lies below is seen.
fn hides(item: &Item, picture: &Picture) -> bool {
    match item {
        Item::Picture(placed) => place::hides(placed, picture),
        Item::Fill(_) | Item::Glyphs(_) => false,
    }
}
