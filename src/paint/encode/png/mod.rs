//! PNG: with the fewest bits that hold the picture's colours, without loss as long as it keeps to the limit.

mod colors;
mod dither;
mod lab;
mod palette;
mod rows;

use super::{Encoded, MARK, check_side};
use crate::scene::Picture;
use colors::Colors;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};

/// The header, which always ends here.
const HEAD_BYTES: usize = 33;

/// The numbers of the colour types of PNG.
const GREY: u8 = 0;
const TRUE_COLOR: u8 = 2;
const PALETTE: u8 = 3;

/// Writes a PNG; where that is over the limit, and no more than 256 colours bring it under, it has these, dithered.
pub fn encode(picture: &Picture, limit_bytes: usize) -> Result<Encoded, String> {
    check_side(picture, i32::MAX as u32, "PNG")?;
    let whole = match Colors::few(&picture.rgb) {
        Some(colors) => with_colors(picture, &colors, &colors.places(&picture.rgb))?,
        None => true_color(picture)?,
    };
    let encoded = |bytes: Vec<u8>, colors| Encoded {
        within_limit: bytes.len() <= limit_bytes,
        bytes,
        quality: None,
        chroma: None,
        reduced_to_colors: colors,
    };
    if whole.len() <= limit_bytes {
        return Ok(encoded(whole, None));
    }
    let colors = palette::of(&picture.rgb);
    let places = dither::places(&picture.rgb, picture.width_px as usize, &colors);
    let reduced = with_colors(picture, &colors, &places)?;
    let fits = reduced.len() <= limit_bytes;
    Ok(if fits { encoded(reduced, Some(colors.len())) } else { encoded(whole, None) })
}

/// Whether a byte can name each colour.
pub fn few_colors(picture: &Picture) -> bool {
    Colors::few(&picture.rgb).is_some()
}

fn true_color(picture: &Picture) -> Result<Vec<u8>, String> {
    let (width, height) = (picture.width_px, picture.height_px);
    let data = compressed(&picture.rgb, width, height, ExtendedColorType::Rgb8, filter(picture))?;
    Ok(file(picture, 8, TRUE_COLOR, None, &data))
}

/// With one number for each pixel. More than sixteen greys need no palette.
fn with_colors(picture: &Picture, colors: &Colors, places: &[u8]) -> Result<Vec<u8>, String> {
    let (width, height) = (picture.width_px, picture.height_px);
    if colors.len() > 16 && colors.are_grey() {
        let greys: Vec<u8> = picture.rgb.as_chunks::<3>().0.iter().map(|&[grey, ..]| grey).collect();
        let data = compressed(&greys, width, height, ExtendedColorType::L8, filter(picture))?;
        return Ok(file(picture, 8, GREY, None, &data));
    }
    let bits = colors.bits();
    let (packed, row_bytes) = rows::packed(places, width, bits);
    // `image` writes no palettes; but rows of packed numbers are rows of grey bytes, but for what the header says of them.
    let data = compressed(&packed, row_bytes, height, ExtendedColorType::L8, FilterType::NoFilter)?;
    Ok(file(picture, bits, PALETTE, Some(colors), &data))
}

/// Runs of one colour are packed best as they are; all else as differences.
fn filter(picture: &Picture) -> FilterType {
    let pixels = picture.rgb.as_chunks::<3>().0;
    let runs = pixels.iter().zip(pixels.iter().skip(1)).filter(|(left, right)| left == right).count();
    if runs * 2 > pixels.len() { FilterType::NoFilter } else { FilterType::Adaptive }
}

/// What follows the header in a file that `image` writes of these bytes.
fn compressed(
    bytes: &[u8],
    width: u32,
    height: u32,
    kind: ExtendedColorType,
    filter: FilterType,
) -> Result<Vec<u8>, String> {
    let mut file = Vec::new();
    PngEncoder::new_with_quality(&mut file, CompressionType::Default, filter)
        .write_image(bytes, width, height, kind)
        .map_err(|error| error.to_string())?;
    Ok(file.split_off(HEAD_BYTES.min(file.len())))
}

fn file(picture: &Picture, bits: u8, color_type: u8, colors: Option<&Colors>, data: &[u8]) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = [picture.width_px, picture.height_px].map(u32::to_be_bytes).concat();
    header.extend([bits, color_type, 0, 0, 0]);
    chunk(&mut bytes, b"IHDR", &header);
    // Colours are rendered perceptually.
    chunk(&mut bytes, b"sRGB", &[0]);
    chunk(&mut bytes, b"tEXt", format!("Software\0{MARK}").as_bytes());
    if let Some(colors) = colors {
        chunk(&mut bytes, b"PLTE", colors.all().as_flattened());
    }
    bytes.extend(data);
    bytes
}

fn chunk(bytes: &mut Vec<u8>, name: &[u8; 4], content: &[u8]) {
    let named = [name.as_slice(), content].concat();
    bytes.extend((content.len() as u32).to_be_bytes());
    bytes.extend(&named);
    bytes.extend(crc32(&named).to_be_bytes());
}

/// The checksum of ISO 3309 that PNG asks for; for chunks of a thousand bytes a table is not worth its lines.
pub fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, &byte| {
        (0..8).fold(
            crc ^ u32::from(byte),
            |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 },
        )
    })
}
