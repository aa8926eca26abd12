//! WebP: lossy by libwebp, and without loss where few colours make that smaller.

use super::png::few_colors;
use super::{Encoded, MARK, check_side};
use crate::scene::Picture;
use webp::{Encoder, WebPConfig};

/// As good to the eye as the best JPEG.
pub const BEST: u8 = 90;
/// As good to the eye as the worst JPEG.
pub const WORST: u8 = 40;

/// Writes the best WebP under the limit.
pub fn encode(picture: &Picture, limit_bytes: usize) -> Result<Encoded, String> {
    check_side(picture, 16_383, "WebP")?;
    let encoded = |quality: Option<u8>, bytes: Vec<u8>| Encoded {
        within_limit: bytes.len() <= limit_bytes,
        bytes,
        quality,
        chroma: None,
        reduced_to_colors: None,
    };
    let best = lossy(picture, BEST)?;
    if few_colors(picture) {
        let lossless = written(picture, &configured(None)?)?;
        if lossless.len() <= best.len() {
            return Ok(encoded(None, lossless));
        }
    }
    if best.len() <= limit_bytes {
        return Ok(encoded(Some(BEST), best));
    }
    let (mut high, mut low, mut under) = (BEST, WORST, lossy(picture, WORST)?);
    while under.len() <= limit_bytes && high - low > 1 {
        let guess = low.midpoint(high);
        let tried = lossy(picture, guess)?;
        if tried.len() <= limit_bytes {
            (low, under) = (guess, tried);
        } else {
            high = guess;
        }
    }
    Ok(encoded(Some(low), under))
}

fn lossy(picture: &Picture, quality: u8) -> Result<Vec<u8>, String> {
    written(picture, &configured(Some(quality))?)
}

/// Lossy at a quality, else without loss.
fn configured(quality: Option<u8>) -> Result<WebPConfig, String> {
    let mut config = WebPConfig::new().map_err(|()| "libwebp has another version than it says".to_owned())?;
    match quality {
        Some(quality) => {
            config.quality = f32::from(quality);
            // Chroma is always halved: this way of halving it keeps the edges of coloured words.
            config.use_sharp_yuv = 1;
        }
        None => {
            config.lossless = 1;
            config.quality = 75.0;
        }
    }
    // Threads change nothing in the bytes, and the cards themselves are drawn in parallel.
    config.thread_level = 0;
    Ok(config)
}

fn written(picture: &Picture, config: &WebPConfig) -> Result<Vec<u8>, String> {
    let encoder = Encoder::from_rgb(&picture.rgb, picture.width_px, picture.height_px);
    let file = encoder.encode_advanced(config).map_err(|error| format!("libwebp says {error:?}"))?;
    Ok(marked(picture, &file))
}

/// The same picture in the extended format, which can hold an Exif (RFC 9649, 2.7). Untagged colours are sRGB there.
fn marked(picture: &Picture, file: &[u8]) -> Vec<u8> {
    let mut head = vec![0x08, 0, 0, 0];
    for side in [picture.width_px, picture.height_px] {
        head.extend((side - 1).to_le_bytes().iter().take(3));
    }
    let mut content = b"WEBP".to_vec();
    chunk(&mut content, b"VP8X", &head);
    // Behind the twelve bytes of the container stands the picture's own chunk.
    content.extend(file.iter().skip(12));
    chunk(&mut content, b"EXIF", &exif());
    let mut bytes = Vec::with_capacity(content.len() + 8);
    chunk(&mut bytes, b"RIFF", &content);
    bytes
}

/// Filled up to an even length, which the length does not count.
fn chunk(bytes: &mut Vec<u8>, name: &[u8; 4], content: &[u8]) {
    bytes.extend(name);
    bytes.extend((content.len() as u32).to_le_bytes());
    bytes.extend(content);
    if content.len() % 2 == 1 {
        bytes.push(0);
    }
}

/// One entry: `Software`, a text (TIFF 6.0, 2), which stands behind the directory.
fn exif() -> Vec<u8> {
    let mut bytes = b"II*\0\x08\0\0\0\x01\0\x31\x01\x02\0".to_vec();
    bytes.extend((MARK.len() as u32 + 1).to_le_bytes());
    bytes.extend(26_u32.to_le_bytes());
    bytes.extend([0; 4]);
    bytes.extend(MARK.as_bytes());
    bytes.push(0);
    bytes
}
