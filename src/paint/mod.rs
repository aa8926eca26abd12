//! From a scene to pixels to a file, and from a cover's file to pixels.

mod color;
mod decode;
mod encode;
mod fill;
mod glyphs;
mod jpeg;
mod place;
mod scale;
#[cfg(test)]
mod tests;

pub use color::{from_linear, luminance, oklch, to_linear};
pub use decode::{CoverError, PictureFacts, cover, facts};
pub use encode::{Chroma, Encoded, Encoding, FileFormat, encode};

use crate::scene::{Fill, Item, Picture, Scene};

/// Paints the items over each other, from the first to the last; what none covers is black.
pub fn paint(scene: &Scene) -> Picture {
    let size = scene.width_px as usize * scene.height_px as usize * 3;
    let mut picture =
        Picture { width_px: scene.width_px, height_px: scene.height_px, rgb: vec![0; size], alpha: None };
    let mut fills: Vec<&Fill> = Vec::new();
    for item in &scene.items {
        match item {
            // Neighbours are mixed in one pass, so that the picture is rounded once.
            Item::Fill(fill) => fills.push(fill),
            Item::Picture(placed) => {
                fill::draw(&mut picture, &std::mem::take(&mut fills));
                place::draw(&mut picture, placed);
            }
            Item::Glyphs(run) => {
                fill::draw(&mut picture, &std::mem::take(&mut fills));
                glyphs::draw(&mut picture, run);
            }
        }
    }
    fill::draw(&mut picture, &fills);
    picture
}
