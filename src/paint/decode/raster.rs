//! PNG, WebP and GIF.

use super::finish::{Colors, Decoded, Model, Samples, finish};
use super::{Cover, CoverError, LIMIT_ALLOC_BYTES, check_size, png as chunks, turn};
use image::codecs::{gif::GifDecoder, png::PngDecoder, webp::WebPDecoder};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageResult, Limits};
use std::io::Cursor;

/// PNG of every depth; the first picture of an animated one.
pub fn png(bytes: &[u8]) -> Result<Cover, CoverError> {
    let decoder = PngDecoder::with_limits(Cursor::new(bytes), limits());
    let mut decoder = decoder.map_err(|cause| damaged("PNG", &cause))?;
    let said = chunks::chunks(bytes);
    let profile = decoder.icc_profile().ok().flatten();
    let mut notices = Vec::new();
    let colors = said.colors(profile, &mut notices);
    let orientation = said.orientation.unwrap_or(Orientation::NoTransforms);
    decoded("PNG", decoder, colors, orientation, notices)
}

/// WebP, lossy or not; the first picture of an animated one.
pub fn webp(bytes: &[u8]) -> Result<Cover, CoverError> {
    let mut decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(|cause| damaged("WebP", &cause))?;
    let colors = decoder.icc_profile().ok().flatten().map_or(Colors::Unsaid, Colors::Profile);
    let exif = decoder.exif_metadata().ok().flatten();
    let orientation = exif.and_then(|block| turn::of_exif(&block)).unwrap_or(Orientation::NoTransforms);
    decoded("WebP", decoder, colors, orientation, Vec::new())
}

/// The first picture of a GIF.
pub fn gif(bytes: &[u8]) -> Result<Cover, CoverError> {
    let decoder = GifDecoder::new(Cursor::new(bytes)).map_err(|cause| damaged("GIF", &cause))?;
    decoded("GIF", decoder, Colors::Unsaid, Orientation::NoTransforms, Vec::new())
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(LIMIT_ALLOC_BYTES);
    limits
}

fn decoded(
    name: &str,
    mut decoder: impl ImageDecoder,
    colors: Colors,
    orientation: Orientation,
    notices: Vec<String>,
) -> Result<Cover, CoverError> {
    let (width_px, height_px) = decoder.dimensions();
    check_size(width_px, height_px)?;
    let image: ImageResult<DynamicImage> =
        decoder.set_limits(limits()).and_then(|()| DynamicImage::from_decoder(decoder));
    let (model, samples, alpha) = split(image.map_err(|cause| damaged(name, &cause))?);
    Ok(finish(Decoded { width_px, height_px, model, samples, alpha, colors, orientation, notices }))
}

/// Tells truncation from other damage, and leaves the decoder's own words at the end.
fn damaged(name: &str, cause: &ImageError) -> CoverError {
    let is_short = match cause {
        ImageError::IoError(cause) => cause.kind() == std::io::ErrorKind::UnexpectedEof,
        cause => {
            let words = cause.to_string();
            ["nexpected EOF", "nexpected end", "end of file"].iter().any(|mark| words.contains(mark))
        }
    };
    if is_short {
        return CoverError::new(format!("the {name} is truncated")).hint("copy or download it again");
    }
    if let ImageError::Limits(_) = cause {
        return CoverError::new(format!("the {name} takes more memory than the limit")).hint("scale it down");
    }
    CoverError::new(format!("the {name} is damaged: {}", words(cause)))
        .hint("save it again from its original")
}

/// The innermost cause, which is the one that says something.
fn words(cause: &ImageError) -> String {
    let mut innermost: &dyn std::error::Error = cause;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    innermost.to_string()
}

/// Takes the alpha out from between the colours.
fn split(image: DynamicImage) -> (Model, Samples, Option<Vec<u8>>) {
    match image {
        DynamicImage::ImageLuma8(image) => (Model::Grey, Samples::Eight(image.into_raw()), None),
        DynamicImage::ImageLuma16(image) => (Model::Grey, Samples::Sixteen(image.into_raw()), None),
        DynamicImage::ImageRgb16(image) => (Model::Rgb, Samples::Sixteen(image.into_raw()), None),
        DynamicImage::ImageLumaA8(image) => {
            let pixels = image.into_raw();
            let pairs = pixels.as_chunks::<2>().0;
            let grey = pairs.iter().map(|[grey, _]| *grey).collect();
            (Model::Grey, Samples::Eight(grey), Some(pairs.iter().map(|[_, alpha]| *alpha).collect()))
        }
        DynamicImage::ImageLumaA16(image) => {
            let pixels = image.into_raw();
            let pairs = pixels.as_chunks::<2>().0;
            let grey = pairs.iter().map(|[grey, _]| *grey).collect();
            (Model::Grey, Samples::Sixteen(grey), Some(pairs.iter().map(|[_, alpha]| byte(*alpha)).collect()))
        }
        DynamicImage::ImageRgba8(image) => {
            let pixels = image.into_raw();
            let quads = pixels.as_chunks::<4>().0;
            let rgb = quads.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]).collect();
            (Model::Rgb, Samples::Eight(rgb), Some(quads.iter().map(|[.., alpha]| *alpha).collect()))
        }
        DynamicImage::ImageRgba16(image) => {
            let pixels = image.into_raw();
            let quads = pixels.as_chunks::<4>().0;
            let rgb = quads.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]).collect();
            (Model::Rgb, Samples::Sixteen(rgb), Some(quads.iter().map(|[.., alpha]| byte(*alpha)).collect()))
        }
        image => (Model::Rgb, Samples::Eight(image.into_rgb8().into_raw()), None),
    }
}

fn byte(value: u16) -> u8 {
    crate::paint::space::Number::to_byte(value)
}
