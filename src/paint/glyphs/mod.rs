//! Draws glyphs: outlines, the colours of `COLR`, and the bitmaps of `sbix` and `CBDT`.

mod bitmap;
mod blend;
mod brush;
mod canvas;
mod colored;
mod ink;
#[cfg(test)]
mod tests;
mod thin;
mod veil;

use crate::scene::{Glyph, GlyphRun, Picture};
use ab_glyph::{Font, FontRef, GlyphId, OutlineCurve, Point, PxScale, ScaleFont, VariableFont, point};
use ab_glyph_rasterizer::Rasterizer;
use ink::Ink;
use veil::Veil;

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
    let ink = Ink::of(run.color);
    let mut veil = (run.color.alpha < 1.0).then(|| Veil::over(picture));
    for glyph in &run.glyphs {
        let is_drawn = colored.as_ref().is_some_and(|colored| colored.draw(picture, glyph));
        if !is_drawn {
            outline(&font, scale, glyph, run, &mut |left, y, coverage| match &mut veil {
                Some(veil) => veil.cover(left, y, coverage),
                None => ink.lay(picture, left, y, coverage),
            });
        }
    }
    if let Some(veil) = veil {
        veil.lay_onto(picture, &ink);
    }
}

/// `ab_glyph` draws an outline into a grid exactly as large as its bounds. Where rounding puts a point a hair outside of it, the
/// rasteriser counts that edge to the next row, and a grey bar crosses the glyph; so it gets a pixel more on each side.
const SPARE_PX: f32 = 1.0;

/// Covers rows, each from a column on and with how much of each pixel, from 0 to 1.
fn outline(
    font: &FontRef<'_>,
    scale: PxScale,
    glyph: &Glyph,
    run: &GlyphRun,
    cover: &mut impl FnMut(i64, i64, &[f32]),
) {
    let Some(outline) = font.outline(GlyphId(glyph.id)) else { return };
    let factor = font.as_scaled(scale).scale_factor();
    let position = point(glyph.x, glyph.y);
    let bounds = outline.px_bounds(factor, position);
    let corner = point(bounds.min.x - SPARE_PX, bounds.min.y - SPARE_PX);
    let side = |length: f32| (length + 2.0 * SPARE_PX) as usize;
    let (width, height) = (side(bounds.width()), side(bounds.height()));
    let mut grid = Rasterizer::new(width, height);
    let at = |from: Point| point(from.x * factor.horizontal, -from.y * factor.vertical) + (position - corner);
    let curves = if run.thinner_px > 0.0 {
        thin::thinned(&outline.curves, run.thinner_px / 2.0 / factor.horizontal)
    } else {
        outline.curves
    };
    for curve in curves {
        match curve {
            OutlineCurve::Line(a, b) => grid.draw_line(at(a), at(b)),
            OutlineCurve::Quad(a, b, c) => grid.draw_quad(at(a), at(b), at(c)),
            OutlineCurve::Cubic(a, b, c, d) => grid.draw_cubic(at(a), at(b), at(c), at(d)),
        }
    }
    let (left, top) = (corner.x as i64, corner.y as i64);
    let mut row = Vec::with_capacity(width);
    let mut y = top;
    grid.for_each_pixel(|_, coverage| {
        row.push(coverage);
        if row.len() == width {
            cover(left, y, &row);
            row.clear();
            y = y.saturating_add(1);
        }
    });
}

#[inline]
fn pixel(picture: &mut Picture, x: i64, y: i64) -> Option<&mut [u8; 3]> {
    let (x, y) = (usize::try_from(x).ok()?, usize::try_from(y).ok()?);
    let (width, height) = (picture.width_px as usize, picture.height_px as usize);
    if x >= width || y >= height {
        return None;
    }
    picture.rgb.as_chunks_mut().0.get_mut(y * width + x)
}
