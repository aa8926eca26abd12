//! WebP: lossy by libwebp, and without loss where few colours make that smaller.

use super::jpeg;
use super::png::few_colors;
use super::search::{self, Range};
use super::{Encoded, MARK, check_side};
use crate::scene::Picture;
use webp::{Encoder, WebPConfig};

/// Cards score 80 to 87 in SSIMULACRA 2 at 90, and 51 to 60 at 40: about as those of JPEG's range, for half of their bytes.
const QUALITIES: Range = Range { best: 90, worst: 40 };

/// Writes the best WebP under the limit.
pub fn encode(picture: &Picture, limit_bytes: usize) -> Result<Encoded, String> {
    check_side(picture, 16_383, "WebP")?;
    let (_, loss) = jpeg::Samples::halved(picture);
    let sharp = loss.is_seen();
    let lossy = |quality| written(picture, &lossy(quality, sharp)?);
    let (quality, bytes) = search::best(&QUALITIES, limit_bytes, lossy)?;
    let mut encoded = Encoded {
        within_limit: bytes.len() <= limit_bytes,
        bytes,
        quality: Some(quality),
        chroma: None,
        reduced_to_colors: None,
    };
    if few_colors(picture) {
        let lossless = written(picture, &lossless()?)?;
        // A lossy file that had to be made worse than the best does not count as smaller.
        if lossless.len() <= limit_bytes
            && (quality < QUALITIES.best || lossless.len() <= encoded.bytes.len())
        {
            encoded = Encoded { within_limit: true, bytes: lossless, quality: None, ..encoded };
        }
    }
    Ok(encoded)
}

fn lossy(quality: u8, sharp: bool) -> Result<WebPConfig, String> {
    let mut config = configured()?;
    config.quality = f32::from(quality);
    // Chroma is always halved; this way of halving it, which takes 70 ms, keeps the edges of coloured words.
    config.use_sharp_yuv = i32::from(sharp);
    Ok(config)
}

fn lossless() -> Result<WebPConfig, String> {
    let mut config = configured()?;
    config.lossless = 1;
    Ok(config)
}

/// With one thread: the cards themselves are drawn in parallel.
fn configured() -> Result<WebPConfig, String> {
    WebPConfig::new().map_err(|()| "libwebp has another version than it says".to_owned())
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
