//! Draws glyphs: outlines with `ab_glyph`, and the bitmaps of colour emoji.

use super::scale;
use crate::scene::{Color, Glyph, GlyphRun, Picture};
use ab_glyph::{Font, FontRef, GlyphId, PxScale, point};

/// The height of a colour emoji, in em.
const EMOJI_EM: f32 = 1.08;
/// Half of a capital's height, in em.
const CAPITALS_MIDDLE_EM: f32 = 0.36;

/// Draws a run; a font that cannot be read draws nothing.
pub fn draw(picture: &mut Picture, run: &GlyphRun) {
    let bytes: &[u8] = (*run.font.bytes).as_ref();
    let Ok(font) = FontRef::try_from_slice_and_index(bytes, run.font.face) else { return };
    let Some(units) = font.units_per_em() else { return };
    // `ab_glyph` scales by the height from ascender to descender, designers by the em.
    let scale = PxScale::from(run.size_px * font.height_unscaled() / units);
    for glyph in &run.glyphs {
        let id = GlyphId(glyph.id);
        let placed = id.with_scale_and_position(scale, point(glyph.x, glyph.y));
        match font.outline_glyph(placed) {
            Some(outline) => {
                let bounds = outline.px_bounds();
                let (left, top) = (bounds.min.x as i64, bounds.min.y as i64);
                outline.draw(|x, y, coverage| {
                    blend(picture, left + i64::from(x), top + i64::from(y), run.color, coverage);
                });
            }
            None => bitmap(picture, &font, units, glyph, run.size_px),
        }
    }
}

/// Mixes in sRGB, as designers and browsers do: in linear light white text would look bolder than it was drawn.
fn blend(picture: &mut Picture, x: i64, y: i64, color: Color, coverage: f32) {
    let alpha = (color.alpha * coverage).clamp(0.0, 1.0);
    let Some(pixel) = pixel(picture, x, y) else { return };
    for (below, above) in pixel.iter_mut().zip([color.red, color.green, color.blue]) {
        let mixed = f32::from(*below) + (above * 255.0 - f32::from(*below)) * alpha;
        *below = (mixed + 0.5) as u8;
    }
}

fn pixel(picture: &mut Picture, x: i64, y: i64) -> Option<&mut [u8]> {
    let (x, y) = (usize::try_from(x).ok()?, usize::try_from(y).ok()?);
    let (width, height) = (picture.width_px as usize, picture.height_px as usize);
    if x >= width || y >= height {
        return None;
    }
    let at = (y * width + x) * 3;
    picture.rgb.get_mut(at..at + 3)
}

/// A PNG strike, as in Noto Color Emoji, scaled to the size of the text.
fn bitmap(picture: &mut Picture, font: &FontRef<'_>, units: f32, glyph: &Glyph, size_px: f32) {
    let Some(strike) = font.glyph_raster_image2(GlyphId(glyph.id), u16::MAX) else { return };
    let Ok(image) = image::load_from_memory_with_format(strike.data, image::ImageFormat::Png) else { return };
    let image = image.into_rgba8();
    // An emoji that is as tall as its line reaches from below the baseline to the ascenders, about the capitals' middle.
    let scale = EMOJI_EM * size_px / image.height().max(1) as f32;
    let width = (image.width() as f32 * scale).round().max(1.0) as u32;
    let height = (image.height() as f32 * scale).round().max(1.0) as u32;
    let (from_width, from_height) = image.dimensions();
    let Some(pixels) = scale::rgba(image.into_raw(), from_width, from_height, width, height) else { return };
    let advance = font.h_advance_unscaled(GlyphId(glyph.id)) / units * size_px;
    let left = (glyph.x + (advance - width as f32) / 2.0).round() as i64;
    let top = (glyph.y - CAPITALS_MIDDLE_EM * size_px - height as f32 / 2.0).round() as i64;
    for (index, &[red, green, blue, alpha]) in pixels.as_chunks::<4>().0.iter().enumerate() {
        let (x, y) = (index as i64 % i64::from(width), index as i64 / i64::from(width));
        let [red, green, blue, alpha] = [red, green, blue, alpha].map(|byte| f32::from(byte) / 255.0);
        blend(picture, left + x, top + y, Color { red, green, blue, alpha }, 1.0);
    }
}
