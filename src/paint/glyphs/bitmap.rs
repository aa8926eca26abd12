//! The bitmaps of `sbix` and `CBDT`.

use super::ink::Ink;
use crate::paint::scale;
use crate::scene::{Color, Glyph, Picture};
use image::{ImageFormat, ImageReader, Limits};
use skrifa::bitmap::{BitmapData, BitmapGlyph, Origin};
use std::io::Cursor;

/// The largest strikes in use have 160 px; more than this is no glyph.
const SIDE_LIMIT_PX: u32 = 2048;

/// Draws a PNG strike where its metrics place it, scaled to the size of the text; nothing where it cannot be read.
pub fn draw(
    picture: &mut Picture,
    strike: &BitmapGlyph<'_>,
    size_px: f32,
    units_per_em: f32,
    glyph: &Glyph,
) -> Option<()> {
    let BitmapData::Png(png) = strike.data else { return None };
    let mut reader = ImageReader::with_format(Cursor::new(png), ImageFormat::Png);
    let mut limits = Limits::default();
    (limits.max_image_width, limits.max_image_height) = (Some(SIDE_LIMIT_PX), Some(SIDE_LIMIT_PX));
    reader.limits(limits);
    let image = reader.decode().ok()?.into_rgba8();
    let (from_width, from_height) = image.dimensions();
    let (scale_x, scale_y) = (size_px / strike.ppem_x.max(1.0), size_px / strike.ppem_y.max(1.0));
    let unit = size_px / units_per_em;
    let side = |length: u32, scale: f32| (length as f32 * scale).round().clamp(1.0, 4096.0) as u32;
    let (width, height) = (side(from_width, scale_x), side(from_height, scale_y));
    let left = glyph.x + strike.bearing_x * unit + strike.inner_bearing_x * scale_x;
    let above = strike.bearing_y * unit + strike.inner_bearing_y * scale_y;
    let top = match strike.placement_origin {
        Origin::TopLeft => glyph.y - above,
        Origin::BottomLeft => glyph.y - above - from_height as f32 * scale_y,
    };
    let (left, top) = (left.round() as i64, top.round() as i64);
    let pixels = scale::rgba(image.into_raw(), from_width, from_height, width, height)?;
    for (index, &[red, green, blue, alpha]) in pixels.as_chunks::<4>().0.iter().enumerate() {
        let (x, y) = (index as i64 % i64::from(width), index as i64 / i64::from(width));
        let [red, green, blue, alpha] = [red, green, blue, alpha].map(|byte| f32::from(byte) / 255.0);
        Ink::of(Color { red, green, blue, alpha }).lay(picture, left + x, top + y, &[1.0]);
    }
    Some(())
}
