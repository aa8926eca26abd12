//! Scales pictures.
//!
//! Catmull-Rom is a polynomial, so its weights are the same on every machine; those of Lanczos need a sine.

use crate::scene::Picture;
use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};

/// Crops the middle of a picture to the shape asked for, and scales it.
pub fn fill(picture: &Picture, width_px: u32, height_px: u32) -> Option<Picture> {
    let (from_width, from_height) = (f64::from(picture.width_px), f64::from(picture.height_px));
    let shape = f64::from(width_px) / f64::from(height_px);
    let (width, height) = if from_width / from_height > shape {
        (from_height * shape, from_height)
    } else {
        (from_width, from_width / shape)
    };
    let options = options().crop((from_width - width) / 2.0, (from_height - height) / 2.0, width, height);
    let source = ImageRef::new(picture.width_px, picture.height_px, &picture.rgb, PixelType::U8x3).ok()?;
    let mut target = Image::new(width_px, height_px, PixelType::U8x3);
    Resizer::new().resize(&source, &mut target, &options).ok()?;
    Some(Picture { width_px, height_px, rgb: target.into_vec(), alpha: None })
}

/// Scales pixels with straight alpha.
pub fn rgba(pixels: Vec<u8>, from_width: u32, from_height: u32, width: u32, height: u32) -> Option<Vec<u8>> {
    let source = Image::from_vec_u8(from_width, from_height, pixels, PixelType::U8x4).ok()?;
    let mut target = Image::new(width, height, PixelType::U8x4);
    Resizer::new().resize(&source, &mut target, &options()).ok()?;
    Some(target.into_vec())
}

fn options() -> ResizeOptions {
    ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom))
}
