//! JPEG (ITU-T T.81): grey, colour, and the inks of print.

mod head;
mod reduced;
mod unread;

pub use head::{Head, head};
pub use unread::Unread;

use super::finish::{Colors, Decoded, Model, Samples};
use super::{CoverError, LIMIT_ALLOC_BYTES, check_size, turn};
use crate::paint::photo::{Pixels, Planes};
use head::Frame;
use image::codecs::jpeg::JpegDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder};
use jpeg_decoder::ColorTransform;
use reduced::Side;
use std::io::Cursor;

/// A file of a few kilobytes can ask for thousands of passes over millions of pixels.
const LIMIT_SCANS: usize = 500;

const BASELINE: &str = "save it as an ordinary JPEG, baseline or progressive";

/// Decodes a JPEG; at a part of its size where that fills `wanted`, width and height, all the same.
pub fn decode(bytes: &[u8], wanted: (u32, u32)) -> Result<Decoded, CoverError> {
    let head = head(bytes);
    let frame = head.frame.as_ref().ok_or_else(truncated)?;
    refuse_unread(frame)?;
    check_size(frame.width_px, frame.height_px)?;
    if head.scans > LIMIT_SCANS {
        let reason = format!("it has {} scans; the limit is {LIMIT_SCANS}", head.scans);
        return Err(CoverError::new(reason).hint(BASELINE));
    }
    if !head.is_complete {
        return Err(truncated());
    }
    let orientation = head.exif.and_then(turn::of_exif).unwrap_or(Orientation::NoTransforms);
    let (width_px, height_px, model, samples) = match planes(bytes, &head, frame, orientation, wanted) {
        Some(planes) => {
            let model = if planes.chroma.is_some() { Model::Rgb } else { Model::Grey };
            let (width_px, height_px) = planes.size_px();
            (width_px, height_px, model, Samples::Planes(planes))
        }
        None => {
            let (model, samples) = whole(bytes, &head, frame)?;
            (frame.width_px, frame.height_px, model, Samples::Eight(samples))
        }
    };
    Ok(Decoded {
        width_px,
        height_px,
        model,
        samples,
        alpha: None,
        colors: head.profile.map_or(Colors::Unsaid, Colors::Profile),
        orientation,
        notices: Vec::new(),
    })
}

/// The picture at the smallest part of its size that fills what is wanted, as planes; nothing where the file is not of the
/// common kind.
fn planes(
    bytes: &[u8],
    head: &Head<'_>,
    frame: &Frame,
    orientation: Orientation,
    wanted: (u32, u32),
) -> Option<Planes> {
    let is_read = match frame.process {
        0xC0 => head.scans == 1,
        0xC2 => true,
        _ => false,
    };
    if !is_read || head.is_rgb() {
        return None;
    }
    let wanted = if turn::swaps(orientation) { (wanted.1, wanted.0) } else { wanted };
    reduced::reduced(bytes, side(frame, wanted))
}

/// The smallest that fills a width and a height.
fn side(frame: &Frame, wanted: (u32, u32)) -> Side {
    let share = |wanted: u32, has: u32| f64::from(wanted) / f64::from(has);
    Side::for_share(share(wanted.0, frame.width_px).max(share(wanted.1, frame.height_px)))
}

fn whole(bytes: &[u8], head: &Head<'_>, frame: &Frame) -> Result<(Model, Vec<u8>), CoverError> {
    let (model, samples) =
        if frame.is_plain && !head.is_rgb() { fast(bytes) } else { exact(bytes, head, frame) }?;
    let pixels = frame.width_px as usize * frame.height_px as usize;
    if samples.len() != pixels * usize::from(frame.components) {
        return Err(damaged("it has another number of pixels than it says"));
    }
    Ok((model, samples))
}

fn truncated() -> CoverError {
    CoverError::new("the JPEG is truncated: its end marker is missing").hint("copy or download it again")
}

fn damaged(words: &str) -> CoverError {
    CoverError::new(format!("the JPEG is damaged: {words}")).hint("save it again from its original")
}

/// Names the kinds of JPEG that exist on paper and in hospitals.
fn refuse_unread(frame: &Frame) -> Result<(), CoverError> {
    let kind = match frame.process {
        0xC0..=0xC2 => None,
        0xC3 | 0xC7 | 0xCB | 0xCF => Some("a lossless JPEG"),
        0xC9 | 0xCA => Some("a JPEG with arithmetic coding"),
        0xF7 => Some("JPEG-LS"),
        _ => Some("a hierarchical JPEG"),
    };
    if let Some(kind) = kind {
        return Err(CoverError::new(format!("it is {kind}, which is not read")).hint(BASELINE));
    }
    if frame.bits != 8 {
        let reason = format!("it is a JPEG of {} bits for each sample, which is not read", frame.bits);
        return Err(CoverError::new(reason).hint("save it with 8 bits"));
    }
    if !matches!(frame.components, 1 | 3 | 4) {
        return Err(CoverError::new(format!("it is a JPEG of {} channels", frame.components)).hint(BASELINE));
    }
    if frame.height_px == 0 && frame.width_px > 0 {
        return Err(CoverError::new("it is a JPEG that says its height at the end only").hint(BASELINE));
    }
    Ok(())
}

/// By `zune-jpeg`, which is two to three times as fast and right for what cameras and editors write.
fn fast(bytes: &[u8]) -> Result<(Model, Vec<u8>), CoverError> {
    let decoder = JpegDecoder::new(Cursor::new(bytes)).map_err(|cause| damaged(&cause.to_string()))?;
    let is_grey = decoder.color_type().channel_count() == 1;
    let image = DynamicImage::from_decoder(decoder).map_err(|cause| damaged(&cause.to_string()))?;
    Ok(match image {
        DynamicImage::ImageLuma8(image) if is_grey => (Model::Grey, image.into_raw()),
        image => (Model::Rgb, image.into_rgb8().into_raw()),
    })
}

/// By `jpeg-decoder`, which knows every sampling, separate planes and inks.
fn exact(bytes: &[u8], head: &Head, frame: &Frame) -> Result<(Model, Vec<u8>), CoverError> {
    let mut decoder = jpeg_decoder::Decoder::new(bytes);
    decoder.set_max_decoding_buffer_size(usize::try_from(LIMIT_ALLOC_BYTES).unwrap_or(usize::MAX));
    if frame.components == 3 {
        decoder.set_color_transform(if head.is_rgb() { ColorTransform::RGB } else { ColorTransform::YCbCr });
    }
    // Four channels come out as ink, whether Adobe's marker says so or nothing does: no reader takes them otherwise.
    let samples = decoder.decode().map_err(|cause| damaged(&cause.to_string()))?;
    let model = match frame.components {
        1 => Model::Grey,
        3 => Model::Rgb,
        _ => Model::Cmyk,
    };
    Ok((model, samples))
}
