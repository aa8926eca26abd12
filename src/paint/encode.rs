//! Writes pixels as JPEG or PNG, with a comment that says whose they are.

use crate::scene::Picture;
use image::ImageEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

/// From the best that is worth its bytes to the worst that still looks right.
const QUALITIES: [u8; 5] = [88, 82, 75, 66, 55];

/// Our mark.
const COMMENT: &[u8] = b"Syndicard";

/// How much of the colour is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chroma {
    /// 4:4:4, for coloured art with edges.
    Full,
    /// 4:2:0, for photos under neutral text.
    Half,
}

/// Writes a JPEG at the best quality at which it stays under `limit_bytes`, else at the lowest.
///
/// # Errors
/// When a side is longer than the 65,535 pixels of a JPEG.
pub fn encode_jpeg(picture: &Picture, chroma: Chroma, limit_bytes: usize) -> Result<Vec<u8>, String> {
    let mut encoded = Vec::new();
    for quality in QUALITIES {
        encoded = jpeg(picture, chroma, quality)?;
        if encoded.len() <= limit_bytes {
            break;
        }
    }
    Ok(encoded)
}

fn jpeg(picture: &Picture, chroma: Chroma, quality: u8) -> Result<Vec<u8>, String> {
    let side = |side: u32| u16::try_from(side).map_err(|_| format!("{side} pixels are too many for a JPEG"));
    let (width, height) = (side(picture.width_px)?, side(picture.height_px)?);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, quality);
    encoder.set_sampling_factor(match chroma {
        Chroma::Full => SamplingFactor::F_1_1,
        Chroma::Half => SamplingFactor::F_2_2,
    });
    encoder.encode(&picture.rgb, width, height, ColorType::Rgb).map_err(|error| error.to_string())?;
    Ok(with_comment(&bytes))
}

/// A COM segment right after the start of the image; its length counts itself.
fn with_comment(jpeg: &[u8]) -> Vec<u8> {
    let mut marked = Vec::with_capacity(jpeg.len() + COMMENT.len() + 4);
    marked.extend(jpeg.iter().take(2));
    marked.extend([0xFF, 0xFE, 0, COMMENT.len() as u8 + 2]);
    marked.extend(COMMENT);
    marked.extend(jpeg.iter().skip(2));
    marked
}

/// Writes a PNG.
///
/// # Errors
/// What the encoder says.
pub fn encode_png(picture: &Picture) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive)
        .write_image(&picture.rgb, picture.width_px, picture.height_px, image::ExtendedColorType::Rgb8)
        .map_err(|error| error.to_string())?;
    Ok(with_text(&bytes))
}

/// A `tEXt` chunk right after the header, which always ends at byte 33.
fn with_text(png: &[u8]) -> Vec<u8> {
    let mut chunk = b"tEXtSoftware\0".to_vec();
    chunk.extend(COMMENT);
    let mut marked = Vec::with_capacity(png.len() + chunk.len() + 8);
    marked.extend(png.iter().take(33));
    marked.extend((chunk.len() as u32 - 4).to_be_bytes());
    marked.extend(&chunk);
    marked.extend(crc32(&chunk).to_be_bytes());
    marked.extend(png.iter().skip(33));
    marked
}

/// The checksum of ISO 3309 that PNG asks for; for a chunk of thirty bytes a table is not worth its lines.
pub(super) fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, &byte| {
        (0..8).fold(
            crc ^ u32::from(byte),
            |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 },
        )
    })
}
