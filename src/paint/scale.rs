//! Scales pictures.
//!
//! Smaller ones are made in linear light: averaging sRGB's numbers would darken stars, leaves and hair. Larger
//! ones are made from the numbers as they are, since in linear light the filter leaves dark seams beside what is bright.
//!
//! Catmull-Rom and Mitchell's filter are polynomials, so their weights are the same on every machine; those of
//! Lanczos need a sine.

use super::focus::Crop;
use super::light::{Light, Region};
use crate::scene::Picture;
use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};

/// Squares are averaged as long as this much is left to the filter.
const LEFT_TO_FILTER: f64 = 1.6;
/// So that the sums of squares fit their type.
const LIMIT_SQUARE: f64 = 128.0;

/// A part of a picture in a new size; nothing where either has no pixels.
pub fn scaled(picture: &Picture, crop: Crop, width_px: u32, height_px: u32) -> Option<Picture> {
    let crop = inside(picture, crop)?;
    if width_px == 0 || height_px == 0 {
        return None;
    }
    let ratio = (crop.width / f64::from(width_px)).max(crop.height / f64::from(height_px));
    if ratio <= 1.0 { enlarged(picture, crop, width_px, height_px) } else { reduced(picture, crop, width_px, height_px) }
}

/// The part of a crop that lies on the picture.
fn inside(picture: &Picture, crop: Crop) -> Option<Crop> {
    let (width, height) = (f64::from(picture.width_px), f64::from(picture.height_px));
    let (left, top) = (crop.left.clamp(0.0, width), crop.top.clamp(0.0, height));
    let crop = Crop { left, top, width: crop.width.min(width - left), height: crop.height.min(height - top) };
    (crop.width > 0.0 && crop.height > 0.0).then_some(crop)
}

fn enlarged(picture: &Picture, crop: Crop, width_px: u32, height_px: u32) -> Option<Picture> {
    let options = options(FilterType::CatmullRom).crop(crop.left, crop.top, crop.width, crop.height);
    let Some(alpha) = &picture.alpha else {
        let source = ImageRef::new(picture.width_px, picture.height_px, &picture.rgb, PixelType::U8x3).ok()?;
        let mut target = Image::new(width_px, height_px, PixelType::U8x3);
        Resizer::new().resize(&source, &mut target, &options).ok()?;
        return Some(Picture { width_px, height_px, rgb: target.into_vec(), alpha: None });
    };
    let pixels = picture.rgb.as_chunks::<3>().0.iter().zip(alpha);
    let rgba: Vec<u8> = pixels.flat_map(|(&[red, green, blue], &alpha)| [red, green, blue, alpha]).collect();
    let source = ImageRef::new(picture.width_px, picture.height_px, &rgba, PixelType::U8x4).ok()?;
    let mut target = Image::new(width_px, height_px, PixelType::U8x4);
    Resizer::new().resize(&source, &mut target, &options).ok()?;
    let pixels = target.into_vec();
    let pixels = pixels.as_chunks::<4>().0;
    let rgb = pixels.iter().flat_map(|&[red, green, blue, _]| [red, green, blue]).collect();
    Some(Picture { width_px, height_px, rgb, alpha: Some(pixels.iter().map(|&[.., alpha]| alpha).collect()) })
}

fn reduced(picture: &Picture, crop: Crop, width_px: u32, height_px: u32) -> Option<Picture> {
    let ratio = (crop.width / f64::from(width_px)).min(crop.height / f64::from(height_px));
    let by = (ratio / LEFT_TO_FILTER).clamp(1.0, LIMIT_SQUARE) as usize;
    let (left, top) = (crop.left.floor() as usize, crop.top.floor() as usize);
    let right = ((crop.left + crop.width).ceil() as usize).min(picture.width_px as usize);
    let bottom = ((crop.top + crop.height).ceil() as usize).min(picture.height_px as usize);
    let region = Region { left, top, width: right.checked_sub(left)?, height: bottom.checked_sub(top)? };
    let light = Light::shrunk(picture, region, by);
    let squares = |length: f64, count: usize| (length / by as f64).min(count as f64);
    let (x, y) = ((crop.left - left as f64) / by as f64, (crop.top - top as f64) / by as f64);
    let (width, height) = (squares(crop.width, light.width), squares(crop.height, light.height));
    let (width, height) = (width.min(light.width as f64 - x), height.min(light.height as f64 - y));
    // Colours are multiplied by their alpha already.
    let options = options(FilterType::Mitchell).crop(x, y, width, height).use_alpha(false);
    let kind = if light.channels == 4 { PixelType::U16x4 } else { PixelType::U16x3 };
    let bytes: Vec<u8> = light.values.iter().flat_map(|value| value.to_ne_bytes()).collect();
    let source = Image::from_vec_u8(light.width as u32, light.height as u32, bytes, kind).ok()?;
    let mut target = Image::new(width_px, height_px, kind);
    Resizer::new().resize(&source, &mut target, &options).ok()?;
    let values = target.buffer().as_chunks::<2>().0.iter().map(|&pair| u16::from_ne_bytes(pair)).collect();
    let light = Light { width: width_px as usize, height: height_px as usize, channels: light.channels, values };
    Some(light.to_picture())
}

/// Scales pixels with straight alpha.
pub fn rgba(pixels: Vec<u8>, from_width: u32, from_height: u32, width: u32, height: u32) -> Option<Vec<u8>> {
    let source = Image::from_vec_u8(from_width, from_height, pixels, PixelType::U8x4).ok()?;
    let mut target = Image::new(width, height, PixelType::U8x4);
    Resizer::new().resize(&source, &mut target, &options(FilterType::CatmullRom)).ok()?;
    Some(target.into_vec())
}

fn options(filter: FilterType) -> ResizeOptions {
    ResizeOptions::new().resize_alg(ResizeAlg::Convolution(filter))
}
