//! Draws glyphs: outlines, the colours of `COLR`, and the bitmaps of `sbix` and `CBDT`.

mod bitmap;
mod blend;
mod brush;
mod canvas;
mod colored;
#[cfg(test)]
mod tests;

use crate::scene::{Color, Glyph, GlyphRun, Picture};
use ab_glyph::{Font, FontRef, GlyphId, PxScale, VariableFont, point};

/// Draws a run; a font that cannot be read draws nothing.
pub fn draw(picture: &mut Picture, run: &GlyphRun) {
    let bytes: &[u8] = (*run.font.bytes).as_ref();
    let Ok(mut font) = FontRef::try_from_slice_and_index(bytes, run.font.face) else { return };
    for (tag, value) in &run.font.axes {
        font.set_variation(tag, *value);
    }
    let Some(units) = font.units_per_em() else { return };
    // `ab_glyph` scales by the height from ascender to descender, designers by the em.
    let scale = PxScale::from(run.size_px * font.height_unscaled() / units);
    let colored = colored::Colored::new(bytes, run);
    for glyph in &run.glyphs {
        let is_drawn = colored.as_ref().is_some_and(|colored| colored.draw(picture, glyph));
        if !is_drawn {
            outline(picture, &font, scale, glyph, run.color);
        }
    }
}

fn outline(picture: &mut Picture, font: &FontRef<'_>, scale: PxScale, glyph: &Glyph, color: Color) {
    let placed = GlyphId(glyph.id).with_scale_and_position(scale, point(glyph.x, glyph.y));
    let Some(outline) = font.outline_glyph(placed) else { return };
    let bounds = outline.px_bounds();
    let (left, top) = (bounds.min.x as i64, bounds.min.y as i64);
    outline.draw(|x, y, coverage| {
        blend(picture, left + i64::from(x), top + i64::from(y), color, coverage);
    });
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
