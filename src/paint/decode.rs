//! Decodes a cover, turns it upright, and scales it to fill a card.

use super::{jpeg, scale};
use crate::scene::Picture;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use std::io::Cursor;

/// A hundred megapixels: more than any camera's, and 300 MB when decoded.
const LIMIT_PIXELS: u64 = 100_000_000;
const LIMIT_ALLOC_BYTES: u64 = 900_000_000;
/// What shows through where a cover is transparent.
const BEHIND: [u8; 3] = [27, 31, 36];

/// Why a cover cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverError(String);

impl CoverError {
    /// A few words for a diagnostic.
    pub fn reason(&self) -> String {
        self.0.clone()
    }
}

fn error(reason: impl Into<String>) -> CoverError {
    CoverError(reason.into())
}

/// Decodes JPEG, PNG, WebP or GIF, and crops the middle to fill `width_px` by `height_px`.
///
/// # Errors
/// When the bytes are no such picture, are damaged, or claim more pixels than the limit.
pub fn cover(bytes: &[u8], width_px: u32, height_px: u32) -> Result<Picture, CoverError> {
    let format = image::guess_format(bytes).map_err(|_| error(unknown(bytes)))?;
    let picture = match format {
        ImageFormat::Jpeg => decode_jpeg(bytes)?,
        ImageFormat::Png | ImageFormat::WebP | ImageFormat::Gif => decode(bytes, format)?,
        _ => return Err(error(unknown(bytes))),
    };
    if picture.width_px == 0 || picture.height_px == 0 {
        return Err(error("it has no pixels"));
    }
    scale::fill(&picture, width_px, height_px).ok_or_else(|| error("it cannot be scaled"))
}

/// What a picture's header tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureFacts {
    /// The name registered with IANA.
    pub media_type: &'static str,
    /// As it is shown, turned upright.
    pub width_px: u32,
    pub height_px: u32,
}

/// The facts of a JPEG, PNG, WebP or GIF, from its first bytes; nothing where they do not tell.
pub fn facts(head: &[u8]) -> Option<PictureFacts> {
    let format = image::guess_format(head).ok()?;
    let media_type = match format {
        ImageFormat::Jpeg => "image/jpeg",
        ImageFormat::Png => "image/png",
        ImageFormat::WebP => "image/webp",
        ImageFormat::Gif => "image/gif",
        _ => return None,
    };
    let mut decoder = reader(head, format).into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    let turned = matches!(
        decoder.orientation(),
        Ok(Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH)
    );
    let (width_px, height_px) = if turned { (height, width) } else { (width, height) };
    Some(PictureFacts { media_type, width_px, height_px })
}

/// Names what the bytes are, where their beginning tells.
fn unknown(bytes: &[u8]) -> String {
    let head = bytes.get(..bytes.len().min(256)).unwrap_or_default();
    let holds = |mark: &[u8]| head.windows(mark.len()).any(|window| window == mark);
    let name = match () {
        () if bytes.is_empty() => return "the file is empty".to_owned(),
        () if holds(b"ftypavif") => "AVIF",
        () if holds(b"ftyphei") || holds(b"ftypmif1") => "HEIC",
        () if holds(b"<svg") => "SVG",
        () if head.starts_with(b"BM") => "BMP",
        () if head.starts_with(b"II*\0") || head.starts_with(b"MM\0*") => "TIFF",
        () => return "it is no JPEG, PNG, WebP or GIF".to_owned(),
    };
    format!("{name} is not read yet; save it as JPEG, PNG, WebP or GIF")
}

fn decode_jpeg(bytes: &[u8]) -> Result<Picture, CoverError> {
    let head = jpeg::head(bytes).ok_or_else(|| error("the JPEG is truncated before its first scan"))?;
    if head.components == 4 {
        return Err(error("its colours are CMYK, which are not read yet; save it as RGB"));
    }
    if !head.is_complete {
        return Err(error("the JPEG is truncated: its end marker is missing"));
    }
    if head.is_planar_baseline { decode_planar(bytes) } else { decode(bytes, ImageFormat::Jpeg) }
}

fn reader(bytes: &[u8], format: ImageFormat) -> ImageReader<Cursor<&[u8]>> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(LIMIT_ALLOC_BYTES);
    reader.limits(limits);
    reader
}

fn decode(bytes: &[u8], format: ImageFormat) -> Result<Picture, CoverError> {
    let mut decoder = reader(bytes, format).into_decoder().map_err(|cause| error(cause.to_string()))?;
    check_size(decoder.dimensions())?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let image = DynamicImage::from_decoder(decoder).map_err(|cause| error(cause.to_string()))?;
    Ok(upright(image, orientation))
}

/// One scan for each component: the slower decoder knows these.
fn decode_planar(bytes: &[u8]) -> Result<Picture, CoverError> {
    let orientation = reader(bytes, ImageFormat::Jpeg)
        .into_decoder()
        .ok()
        .and_then(|mut decoder| decoder.orientation().ok());
    let mut decoder = jpeg_decoder::Decoder::new(bytes);
    decoder.read_info().map_err(|cause| error(cause.to_string()))?;
    let info = decoder.info().ok_or_else(|| error("the JPEG has no frame"))?;
    let (width, height) = (u32::from(info.width), u32::from(info.height));
    check_size((width, height))?;
    let pixels = decoder.decode().map_err(|cause| error(cause.to_string()))?;
    let image = image::RgbImage::from_raw(width, height, pixels)
        .ok_or_else(|| error("the JPEG is neither grey nor colour"))?;
    Ok(upright(DynamicImage::ImageRgb8(image), orientation.unwrap_or(Orientation::NoTransforms)))
}

/// Before any memory is taken: a file of a hundred bytes can claim ten thousand megapixels.
fn check_size((width, height): (u32, u32)) -> Result<(), CoverError> {
    if u64::from(width) * u64::from(height) > LIMIT_PIXELS {
        let limit = LIMIT_PIXELS / 1_000_000;
        return Err(error(format!("it claims {width}×{height} pixels; the limit is {limit} megapixels")));
    }
    Ok(())
}

fn upright(mut image: DynamicImage, orientation: Orientation) -> Picture {
    image.apply_orientation(orientation);
    let (width_px, height_px) = (image.width(), image.height());
    let rgb = if image.color().has_alpha() { flattened(&image) } else { image.into_rgb8().into_raw() };
    Picture { width_px, height_px, rgb, alpha: None }
}

fn flattened(image: &DynamicImage) -> Vec<u8> {
    let pixels = image.to_rgba8();
    let mut rgb = Vec::with_capacity(pixels.len() / 4 * 3);
    for &[red, green, blue, alpha] in pixels.as_raw().as_chunks::<4>().0 {
        let alpha = u32::from(alpha);
        for (above, below) in [red, green, blue].into_iter().zip(BEHIND) {
            let mixed = (u32::from(above) * alpha + u32::from(below) * (255 - alpha) + 127) / 255;
            rgb.push(u8::try_from(mixed).unwrap_or(u8::MAX));
        }
    }
    rgb
}
