//! What a picture is, from its first bytes.

use super::kind::{self, Kind};
use super::{avif, jpeg, png, svg, turn};
use image::metadata::Orientation;

/// What a picture's header tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureFacts {
    /// The name registered with IANA.
    pub media_type: &'static str,
    /// As it is shown, turned upright.
    pub width_px: u32,
    pub height_px: u32,
    /// Whether it can be decoded straight to a smaller size, so that its own never has to be held.
    pub is_scalable: bool,
    /// Whether its pixels come in several scans, which take longer to read.
    pub is_progressive: bool,
}

/// The facts of a picture that `cover` reads, from its first bytes; nothing where they do not tell.
pub fn facts(head: &[u8]) -> Option<PictureFacts> {
    let kind = kind::of(head).ok()?;
    let mut is_scalable = kind == Kind::Svg;
    let mut is_progressive = false;
    let (media_type, (width_px, height_px)) = match kind {
        Kind::Jpeg => {
            let (size, process) = of_jpeg(head)?;
            is_progressive = process == 0xC2;
            is_scalable = is_progressive || process == 0xC0;
            ("image/jpeg", size)
        }
        Kind::Png => ("image/png", of_png(head)?),
        Kind::WebP => ("image/webp", of_webp(head)?),
        Kind::Gif => ("image/gif", of_gif(head)?),
        Kind::Avif => ("image/avif", avif::size(head)?),
        Kind::Svg => ("image/svg+xml", svg::size(head)?),
    };
    let facts = PictureFacts { media_type, width_px, height_px, is_scalable, is_progressive };
    (width_px > 0 && height_px > 0).then_some(facts)
}

/// The size, and the second byte of the frame's marker.
fn of_jpeg(bytes: &[u8]) -> Option<((u32, u32), u8)> {
    let head = jpeg::head(bytes);
    let frame = head.frame?;
    let size = seen(frame.width_px, frame.height_px, head.exif.and_then(turn::of_exif));
    Some((size, frame.process))
}

fn of_png(bytes: &[u8]) -> Option<(u32, u32)> {
    let [w1, w2, w3, w4, h1, h2, h3, h4] = *bytes.get(16..)?.first_chunk::<8>()?;
    let (width, height) = (u32::from_be_bytes([w1, w2, w3, w4]), u32::from_be_bytes([h1, h2, h3, h4]));
    Some(seen(width, height, png::chunks(bytes).orientation))
}

/// The three kinds of WebP: with a header for the canvas, lossy, and lossless (RFC 9649).
fn of_webp(bytes: &[u8]) -> Option<(u32, u32)> {
    let body = bytes.get(20..)?;
    match bytes.get(12..16)? {
        b"VP8X" => {
            let [_, _, _, _, w1, w2, w3, h1, h2, h3] = *body.first_chunk::<10>()?;
            let size = |bytes: [u8; 3]| u32::from_le_bytes([bytes[0], bytes[1], bytes[2], 0]) + 1;
            Some(seen(size([w1, w2, w3]), size([h1, h2, h3]), exif_of_webp(bytes)))
        }
        b"VP8 " => {
            let [w1, w2, h1, h2] = *body.get(6..)?.first_chunk::<4>()?;
            // Two bits of each are for scaling.
            let size = |bytes: [u8; 2]| u32::from(u16::from_le_bytes(bytes) & 0x3FFF);
            Some((size([w1, w2]), size([h1, h2])))
        }
        b"VP8L" => {
            let bits = u32::from_le_bytes(*body.get(1..)?.first_chunk::<4>()?);
            Some(((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1))
        }
        _ => None,
    }
}

/// Exif stands behind the pixels, so that only the bytes of a whole file tell.
fn exif_of_webp(bytes: &[u8]) -> Option<Orientation> {
    let mut rest = bytes.get(12..)?;
    loop {
        let (name, after) = rest.split_first_chunk::<4>()?;
        let (length, body) = after.split_first_chunk::<4>()?;
        let length = u32::from_le_bytes(*length) as usize;
        if name == b"EXIF" {
            return turn::of_exif(body.get(..length)?);
        }
        rest = body.get(length + length % 2..)?;
    }
}

fn of_gif(bytes: &[u8]) -> Option<(u32, u32)> {
    let [w1, w2, h1, h2] = *bytes.get(6..)?.first_chunk::<4>()?;
    Some((u32::from(u16::from_le_bytes([w1, w2])), u32::from(u16::from_le_bytes([h1, h2]))))
}

fn seen(width: u32, height: u32, orientation: Option<Orientation>) -> (u32, u32) {
    if orientation.is_some_and(turn::swaps) { (height, width) } else { (width, height) }
}
