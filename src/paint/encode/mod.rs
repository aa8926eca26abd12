//! Writes pixels as a JPEG, PNG or WebP that says whose it is and whose colours are sRGB.

mod icc;
mod jpeg;
mod png;
mod search;
#[cfg(test)]
mod tests;
mod webp;

pub use jpeg::Chroma;

use crate::scene::Picture;

/// Our mark: in JPEG a comment, in PNG a text, in WebP the `Software` of its Exif; by it `sink` knows that a file is ours.
const MARK: &str = "Syndicard";

/// The kinds of files that are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFormat {
    /// Every platform takes it.
    Jpeg,
    /// Without loss: for flat art; a photo takes five to ten times the bytes of a JPEG.
    Png,
    /// LinkedIn and Telegram show none.
    WebP,
}

impl FileFormat {
    /// As a file's name ends, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::WebP => "webp",
        }
    }

    /// The name registered with IANA.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::WebP => "image/webp",
        }
    }

    /// The format of a file whose name ends so, without the dot, in small or capital letters.
    pub fn from_extension(extension: &str) -> Option<Self> {
        match extension.to_ascii_lowercase().as_str() {
            "jpg" | "jpeg" => Some(Self::Jpeg),
            "png" => Some(Self::Png),
            "webp" => Some(Self::WebP),
            _ => None,
        }
    }
}

/// What a file is to be, and how long it may become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding {
    pub format: FileFormat,
    pub limit_bytes: usize,
}

/// A file, and what was decided for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encoded {
    pub bytes: Vec<u8>,
    /// On the scale of the format's own encoders, up to 100; without loss where nothing is said.
    pub quality: Option<u8>,
    /// Of a JPEG.
    pub chroma: Option<Chroma>,
    /// How many colours are left in a PNG that would have been over the limit with all of them.
    pub reduced_to_colors: Option<usize>,
    /// Whether it keeps to the limit; where it does not, it is the smallest that still looks right.
    pub within_limit: bool,
}

/// Writes the best file that keeps to the limit.
///
/// Every pixel is taken as opaque: a card has no transparency, and an alpha channel is not looked at.
///
/// # Errors
/// When the picture has no pixels, its sides do not fit its pixels, or the format takes no sides so long: 65,535 pixels in JPEG,
/// 16,383 in WebP.
pub fn encode(picture: &Picture, encoding: &Encoding) -> Result<Encoded, String> {
    let pixels = u64::from(picture.width_px) * u64::from(picture.height_px);
    if pixels == 0 {
        return Err("it has no pixels".to_owned());
    }
    if picture.rgb.len() as u64 != pixels * 3 {
        let (width, height) = (picture.width_px, picture.height_px);
        return Err(format!("{width}×{height} pixels have not {} bytes", picture.rgb.len()));
    }
    match encoding.format {
        FileFormat::Jpeg => jpeg::encode(picture, encoding.limit_bytes),
        FileFormat::Png => png::encode(picture, encoding.limit_bytes),
        FileFormat::WebP => webp::encode(picture, encoding.limit_bytes),
    }
}

/// Refuses a picture whose longer side is longer than a format can say.
fn check_side(picture: &Picture, limit_px: u32, format: &str) -> Result<(), String> {
    let side = picture.width_px.max(picture.height_px);
    if side > limit_px {
        return Err(format!(
            "{side} pixels are too many for a {format}, whose sides have at most {limit_px}"
        ));
    }
    Ok(())
}
