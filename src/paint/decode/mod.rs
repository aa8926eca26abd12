//! From a cover's file to upright sRGB pixels, or to the reason why there are none.

mod avif;
mod facts;
mod finish;
mod jpeg;
mod kind;
mod png;
mod raster;
mod svg;
#[cfg(test)]
mod tests;
mod turn;

pub use facts::{PictureFacts, facts};
pub use jpeg::Unread;
pub use svg::SvgFonts;

use super::photo::Photo;
use crate::guard;
use crate::scene::Picture;
use kind::Kind;
use std::sync::Arc;

/// More than any picture for the web has.
const LIMIT_BYTES: usize = 100_000_000;
/// A hundred megapixels: more than any camera's, and 300 MB when decoded.
const LIMIT_PIXELS: u64 = 100_000_000;
/// The greatest buffer that a decoder may ask for: a hundred megapixels of four samples, and some room.
const LIMIT_ALLOC_BYTES: u64 = 900_000_000;

/// The whole of a cover.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover {
    /// Upright, in sRGB; its alpha is there only where something shows through.
    pub picture: Picture,
    /// What was not done as the file asks, each in a few words that follow on "the cover".
    pub notices: Vec<String>,
}

/// Why a cover cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverError {
    reason: String,
    hint: Option<&'static str>,
}

impl CoverError {
    fn new(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), hint: None }
    }

    fn hint(self, hint: &'static str) -> Self {
        Self { hint: Some(hint), ..self }
    }

    /// A few words for a diagnostic, of which "it" is the cover.
    pub fn reason(&self) -> String {
        self.reason.clone()
    }

    /// What to do, where that is known.
    pub fn advice(&self) -> Option<&'static str> {
        self.hint
    }
}

/// Decodes a file to pixels, as [`photo`] does.
///
/// # Errors
/// When the bytes are no such picture, are damaged, or claim more pixels than the limit.
pub fn cover(bytes: &[u8], wanted: (u32, u32), fonts: &SvgFonts) -> Result<Cover, CoverError> {
    let (photo, notices) = photo(bytes, wanted, fonts)?;
    Ok(Cover { picture: photo.into_picture(), notices })
}

/// Decodes JPEG, PNG, WebP, GIF, AVIF or SVG: the whole picture, of an animation the first. With it comes what was not done as
/// the file asks, each in a few words that follow on "the cover".
///
/// `wanted` is the width and the height that a drawing in SVG fills at least. A photograph comes as it is, or, from a JPEG of a
/// common kind, at a half, a quarter or an eighth of its size where that fills them as well. `fonts` are those that text in a drawing is set in.
///
/// # Errors
/// When the bytes are no such picture, are damaged, or claim more pixels than the limit.
pub fn photo(bytes: &[u8], wanted: (u32, u32), fonts: &SvgFonts) -> Result<(Photo, Vec<String>), CoverError> {
    if bytes.len() > LIMIT_BYTES {
        let (size, limit) = (bytes.len() / 1_000_000, LIMIT_BYTES / 1_000_000);
        return Err(
            CoverError::new(format!("it has {size} MB; the limit is {limit} MB")).hint("scale it down")
        );
    }
    let damaged = || CoverError::new("it is damaged, and its decoder gave up").hint("save it anew");
    guard::caught(|| decoded(bytes, wanted, fonts)).unwrap_or_else(|| Err(damaged()))
}

/// The same, where one part of the picture will be shown: a JPEG of the common kind is decoded when it is known which.
///
/// # Errors
/// Those of [`photo`], as far as they are known before a picture is decoded; [`Photo::failure`] knows the others afterwards.
pub fn photo_in_part(
    bytes: &Arc<Vec<u8>>,
    wanted: (u32, u32),
    fonts: &SvgFonts,
) -> Result<(Photo, Vec<String>), CoverError> {
    match Unread::new(bytes, wanted) {
        Some(unread) => Ok((Photo::Unread(unread), Vec::new())),
        None => photo(bytes, wanted, fonts),
    }
}

/// The same, by decoders that may panic: so does one of JPEG where a damaged file has two headers of frames.
fn decoded(bytes: &[u8], wanted: (u32, u32), fonts: &SvgFonts) -> Result<(Photo, Vec<String>), CoverError> {
    let cover = match kind::of(bytes)? {
        Kind::Jpeg => return Ok(finish::photo(jpeg::decode(bytes, wanted)?)),
        Kind::Png => raster::png(bytes),
        Kind::WebP => raster::webp(bytes),
        Kind::Gif => raster::gif(bytes),
        Kind::Avif => avif::decode(bytes),
        Kind::Svg => svg::decode(bytes, wanted, fonts),
    }?;
    Ok((Photo::Pixels(cover.picture), cover.notices))
}

/// Before any memory is taken: a file of a hundred bytes can claim ten thousand megapixels.
fn check_size(width: u32, height: u32) -> Result<(), CoverError> {
    if width == 0 || height == 0 {
        return Err(CoverError::new("it has no pixels"));
    }
    if u64::from(width) * u64::from(height) > LIMIT_PIXELS {
        let limit = LIMIT_PIXELS / 1_000_000;
        let reason = format!("it claims {width}×{height} pixels; the limit is {limit} megapixels");
        return Err(CoverError::new(reason).hint("scale it down"));
    }
    Ok(())
}
