//! Scales pictures.
//!
//! Smaller ones are made in linear light: averaging sRGB's numbers would darken stars, leaves and hair. Larger
//! ones are made from the numbers as they are, since in linear light the filter leaves dark seams beside what is
//! bright. All of it is plain arithmetic in one order, so that the result is the same on every machine.

mod filter;
mod plane;
#[cfg(test)]
mod tests;
mod weights;

pub use filter::{Filter, REACH};
pub use plane::{Levels, plane};

use super::focus::Crop;
use super::steps::{Coding, Region, Steps};
use crate::scene::Picture;
use filter::Taps;

/// Squares are averaged as long as this much is left to the filter.
const LEFT_TO_FILTER: f64 = 1.6;
/// So that the sums of squares fit their type.
const LIMIT_SQUARE: f64 = 128.0;

/// A part of a picture in a new size; nothing where either has no pixels.
pub fn scaled(picture: &Picture, crop: Crop, width_px: u32, height_px: u32) -> Option<Picture> {
    let crop = inside((picture.width_px, picture.height_px), crop)?;
    if width_px == 0 || height_px == 0 {
        return None;
    }
    let ratios = (crop.width / f64::from(width_px), crop.height / f64::from(height_px));
    let is_enlarged = ratios.0 <= 1.0 && ratios.1 <= 1.0;
    let coding = if is_enlarged { Coding::Numbers } else { Coding::Light };
    let by = (ratios.0.min(ratios.1) / LEFT_TO_FILTER).clamp(1.0, LIMIT_SQUARE) as usize;
    let region = region(picture, &crop, ratios);
    let source = Steps::shrunk(picture, coding, region, by);
    let at = |offset: f64, start: usize| (offset - start as f64) / by as f64;
    let across = Taps::new(
        Filter::CatmullRom,
        at(crop.left, region.left),
        crop.width / by as f64,
        width_px,
        source.width,
    );
    let down = Taps::new(
        Filter::CatmullRom,
        at(crop.top, region.top),
        crop.height / by as f64,
        height_px,
        source.height,
    );
    Some(filter::resampled(&source, &across, &down).to_picture())
}

/// The part of a crop that lies on a picture of a width and a height.
pub fn inside((width_px, height_px): (u32, u32), crop: Crop) -> Option<Crop> {
    let (width, height) = (f64::from(width_px), f64::from(height_px));
    let (left, top) = (crop.left.clamp(0.0, width), crop.top.clamp(0.0, height));
    let crop = Crop { left, top, width: crop.width.min(width - left), height: crop.height.min(height - top) };
    (crop.width > 0.0 && crop.height > 0.0).then_some(crop)
}

/// The pixels that the filter reaches from a crop.
fn region(picture: &Picture, crop: &Crop, ratios: (f64, f64)) -> Region {
    let reach = |ratio: f64| (filter::REACH * ratio.max(1.0)).ceil() + 1.0;
    let span = |start: f64, length: f64, reach: f64, limit: u32| {
        let first = (start - reach).floor().max(0.0);
        let last = (start + length + reach).ceil().min(f64::from(limit));
        (first as usize, (last - first) as usize)
    };
    let (left, width) = span(crop.left, crop.width, reach(ratios.0), picture.width_px);
    let (top, height) = span(crop.top, crop.height, reach(ratios.1), picture.height_px);
    Region { left, top, width, height }
}

/// Scales pixels with straight alpha.
pub fn rgba(pixels: Vec<u8>, from_width: u32, from_height: u32, width: u32, height: u32) -> Option<Vec<u8>> {
    let pixels = pixels.as_chunks::<4>().0;
    if pixels.len() != from_width as usize * from_height as usize {
        return None;
    }
    let rgb = pixels.iter().flat_map(|&[red, green, blue, _]| [red, green, blue]).collect();
    let alpha = Some(pixels.iter().map(|&[.., alpha]| alpha).collect());
    let picture = Picture { width_px: from_width, height_px: from_height, rgb, alpha };
    let whole = Crop { left: 0.0, top: 0.0, width: f64::from(from_width), height: f64::from(from_height) };
    let scaled = scaled(&picture, whole, width, height)?;
    let pixels = scaled.rgb.as_chunks::<3>().0.iter().zip(scaled.alpha?);
    Some(pixels.flat_map(|(&[red, green, blue], alpha)| [red, green, blue, alpha]).collect())
}
