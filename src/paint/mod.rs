//! From a scene to pixels to a file, and from a cover's file to pixels.

mod color;
mod decode;
mod encode;
mod fill;
mod glyphs;
mod jpeg;
mod scale;
#[cfg(test)]
mod tests;

pub use color::{from_linear, luminance, oklch, to_linear};
pub use decode::{CoverError, PictureFacts, cover, facts};
pub use encode::{Chroma, encode_jpeg, encode_png};

use crate::scene::{Item, Picture, Scene};

/// Paints the items over each other, from the first to the last.
pub fn paint(scene: &Scene) -> Picture {
    let size = scene.width_px as usize * scene.height_px as usize * 3;
    let mut picture = Picture { width_px: scene.width_px, height_px: scene.height_px, rgb: vec![0; size] };
    let mut items = scene.items.as_slice();
    while let Some((item, rest)) = items.split_first() {
        match item {
            Item::Picture(cover) if cover.rgb.len() == size => picture.rgb.clone_from(&cover.rgb),
            // A picture of another size cannot stand here: whoever composed the scene has scaled it.
            Item::Picture(_) => {}
            Item::Glyphs(run) => glyphs::draw(&mut picture, run),
            Item::Fill(_) => {
                let fills = items.iter().take_while(|item| matches!(item, Item::Fill(_))).count();
                let (fills, after) = items.split_at_checked(fills).unwrap_or((items, &[]));
                fill::draw(&mut picture, fills);
                items = after;
                continue;
            }
        }
        items = rest;
    }
    picture
}
