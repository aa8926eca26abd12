//! Paints the layers of one coloured glyph.
//!
//! `tiny-skia` chooses its vector instructions when it is compiled. They give the bits of its scalar code for paths,
//! gradients and masks (measured without them, with SSE2, and with AVX2); the modes of mixing for which they do not
//! are done in `blend`.

use super::blend;
use super::brush::shader;
use super::colored::Colored;
use crate::scene::Picture;
use resvg::tiny_skia::{FillRule, Mask, Paint, Path, PathBuilder, Pixmap, PixmapPaint, Rect, Transform};
use skrifa::GlyphId;
use skrifa::color::{Brush, ColorGlyph, ColorPainter, CompositeMode, Transform as FontTransform};
use skrifa::instance::Size;
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::raw::types::BoundingBox;

/// Fonts turn and skew by the system's sine; what differs in its last bits is rounded away.
const TRANSFORM_STEPS: f32 = 65536.0;

/// Whole pixels of the picture.
#[derive(Clone, Copy, Debug)]
pub struct Area {
    pub left: i64,
    pub top: i64,
    pub width: u32,
    pub height: u32,
}

/// From a font's units to the picture's pixels.
pub fn place(scale: f32, x: f32, y: f32) -> Transform {
    Transform::from_row(scale, 0.0, 0.0, -scale, x, y)
}

/// What a glyph may cover, in pixels of the picture.
pub fn bounds(colored: &Colored<'_>, glyph: &ColorGlyph<'_>, place: Transform) -> Option<Rect> {
    if let Some(clip) = glyph.bounding_box(&colored.location, Size::unscaled()) {
        return rect(clip)?.transform(place);
    }
    let mut reach = Reach { colored, transforms: vec![place], bounds: None, is_free: false };
    glyph.paint(&colored.location, &mut reach).ok()?;
    if reach.is_free {
        // A layer without an edge ends where no letter reaches.
        let em = colored.units_per_em;
        return Rect::from_ltrb(-em, -em, 2.0 * em, 2.0 * em)?.transform(place);
    }
    // A glyph without a shape covers a point.
    reach.bounds.or_else(|| Rect::from_xywh(place.tx, place.ty, 0.0, 0.0))
}

/// The whole pixels inside the picture that a rectangle touches.
pub fn inside(bounds: Rect, picture: &Picture) -> Option<Area> {
    let clamped = |value: f32, limit: u32| (value as i64).clamp(0, i64::from(limit));
    let (left, top) =
        (clamped(bounds.left().floor(), picture.width_px), clamped(bounds.top().floor(), picture.height_px));
    let right = clamped(bounds.right().ceil(), picture.width_px);
    let bottom = clamped(bounds.bottom().ceil(), picture.height_px);
    let (width, height) = (u32::try_from(right - left).ok()?, u32::try_from(bottom - top).ok()?);
    (width > 0 && height > 0).then_some(Area { left, top, width, height })
}

fn rect(bounds: BoundingBox<f32>) -> Option<Rect> {
    Rect::from_ltrb(bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max)
}

fn transform(from: FontTransform) -> Transform {
    let [xx, yx, xy, yy, dx, dy] = [from.xx, from.yx, from.xy, from.yy, from.dx, from.dy]
        .map(|value| (value * TRANSFORM_STEPS).round() / TRANSFORM_STEPS);
    Transform::from_row(xx, yx, xy, yy, dx, dy)
}

/// A glyph's outline in the font's units.
fn outline(colored: &Colored<'_>, glyph: GlyphId) -> Option<Path> {
    let mut pen = PathPen(PathBuilder::new());
    let settings = DrawSettings::unhinted(Size::unscaled(), &colored.location);
    colored.outlines.get(glyph)?.draw(settings, &mut pen).ok()?;
    pen.0.finish()
}

struct PathPen(PathBuilder);

impl OutlinePen for PathPen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, y);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, y);
    }
    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.0.quad_to(cx0, cy0, x, y);
    }
    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.0.cubic_to(cx0, cy0, cx1, cy1, x, y);
    }
    fn close(&mut self) {
        self.0.close();
    }
}

/// Finds out how far a glyph reaches.
struct Reach<'a> {
    colored: &'a Colored<'a>,
    transforms: Vec<Transform>,
    bounds: Option<Rect>,
    /// Whether something is filled that has no edge.
    is_free: bool,
}

impl Reach<'_> {
    fn add(&mut self, glyph: GlyphId) {
        let here = self.transforms.last().copied().unwrap_or_default();
        let Some(path) = outline(self.colored, glyph).and_then(|path| path.transform(here)) else { return };
        let more = path.bounds();
        self.bounds = match self.bounds {
            None => Some(more),
            Some(known) => Rect::from_ltrb(
                known.left().min(more.left()),
                known.top().min(more.top()),
                known.right().max(more.right()),
                known.bottom().max(more.bottom()),
            ),
        };
    }
}

impl ColorPainter for Reach<'_> {
    fn push_transform(&mut self, more: FontTransform) {
        let here = self.transforms.last().copied().unwrap_or_default();
        self.transforms.push(here.pre_concat(transform(more)));
    }
    fn pop_transform(&mut self) {
        self.transforms.pop();
    }
    fn push_clip_glyph(&mut self, glyph: GlyphId) {
        self.add(glyph);
    }
    fn push_clip_box(&mut self, _: BoundingBox<f32>) {
        self.is_free = true;
    }
    fn pop_clip(&mut self) {}
    fn fill(&mut self, _: Brush<'_>) {
        // Inside of a clip, which was counted; alone only in fonts that give a clip box.
        self.is_free |= self.bounds.is_none();
    }
    fn fill_glyph(&mut self, glyph: GlyphId, _: Option<FontTransform>, _: Brush<'_>) {
        self.add(glyph);
    }
    fn push_layer(&mut self, _: CompositeMode) {}
}

/// The pixels of one glyph, with a layer for each group that is mixed as one.
pub struct Canvas<'a> {
    colored: &'a Colored<'a>,
    area: Area,
    layers: Vec<(Pixmap, CompositeMode)>,
    transforms: Vec<Transform>,
    clips: Vec<Mask>,
}

impl<'a> Canvas<'a> {
    pub fn new(colored: &'a Colored<'a>, area: Area, place: Transform) -> Option<Self> {
        let here = place.post_translate(-(area.left as f32), -(area.top as f32));
        let layers = vec![(Pixmap::new(area.width, area.height)?, CompositeMode::SrcOver)];
        Some(Self { colored, area, layers, transforms: vec![here], clips: Vec::new() })
    }

    /// Lays the glyph over the picture.
    pub fn lay_onto(&self, picture: &mut Picture) {
        let Some((pixmap, _)) = self.layers.first() else { return };
        for (index, above) in pixmap.pixels().iter().enumerate() {
            let (column, row) =
                (index as i64 % i64::from(self.area.width), index as i64 / i64::from(self.area.width));
            let Some(pixel) = super::pixel(picture, self.area.left + column, self.area.top + row) else {
                continue;
            };
            let rest = 255 - u32::from(above.alpha());
            for (below, above) in pixel.iter_mut().zip([above.red(), above.green(), above.blue()]) {
                let mixed = u32::from(above) * 255 + u32::from(*below) * rest;
                *below = ((mixed + 127) / 255).min(255) as u8;
            }
        }
    }

    fn here(&self) -> Transform {
        self.transforms.last().copied().unwrap_or_default()
    }

    fn clip(&mut self, path: Option<&Path>) {
        let here = self.here();
        let mut mask = match self.clips.last() {
            Some(outer) => outer.clone(),
            None => {
                let Some(mut mask) = Mask::new(self.area.width, self.area.height) else { return };
                mask.invert();
                mask
            }
        };
        match path {
            Some(path) => mask.intersect_path(path, FillRule::Winding, true, here),
            None => mask.clear(),
        }
        self.clips.push(mask);
    }

    fn paint(&mut self, path: &Path, here: Transform, brush: &Brush<'_>, brush_transform: Transform) {
        let Some(shader) = shader(self.colored, brush, brush_transform) else { return };
        let paint = Paint { shader, ..Paint::default() };
        if let Some((layer, _)) = self.layers.last_mut() {
            layer.fill_path(path, &paint, FillRule::Winding, here, self.clips.last());
        }
    }
}

impl ColorPainter for Canvas<'_> {
    fn push_transform(&mut self, more: FontTransform) {
        self.transforms.push(self.here().pre_concat(transform(more)));
    }

    fn pop_transform(&mut self) {
        self.transforms.pop();
    }

    fn push_clip_glyph(&mut self, glyph: GlyphId) {
        let path = outline(self.colored, glyph);
        self.clip(path.as_ref());
    }

    fn push_clip_box(&mut self, clip: BoundingBox<f32>) {
        let path = rect(clip).map(PathBuilder::from_rect);
        self.clip(path.as_ref());
    }

    fn pop_clip(&mut self) {
        self.clips.pop();
    }

    fn fill(&mut self, brush: Brush<'_>) {
        let here = self.here();
        let all = Rect::from_xywh(0.0, 0.0, self.area.width as f32, self.area.height as f32);
        if let Some(all) = all.map(PathBuilder::from_rect) {
            self.paint(&all, Transform::identity(), &brush, here);
        }
    }

    fn fill_glyph(&mut self, glyph: GlyphId, brush_transform: Option<FontTransform>, brush: Brush<'_>) {
        let here = self.here();
        if let Some(path) = outline(self.colored, glyph) {
            self.paint(&path, here, &brush, brush_transform.map(transform).unwrap_or_default());
        }
    }

    fn push_layer(&mut self, mode: CompositeMode) {
        if let Some(layer) = Pixmap::new(self.area.width, self.area.height) {
            self.layers.push((layer, mode));
        }
    }

    fn pop_layer(&mut self) {
        if self.layers.len() < 2 {
            return;
        }
        let Some((above, mode)) = self.layers.pop() else { return };
        let Some((below, _)) = self.layers.last_mut() else { return };
        let clip = self.clips.last();
        match blend::mode(mode) {
            Some(blend_mode) => {
                let paint = PixmapPaint { blend_mode, ..PixmapPaint::default() };
                below.draw_pixmap(0, 0, above.as_ref(), &paint, Transform::identity(), clip);
            }
            None => blend::by_hand(below, &above, mode, clip),
        }
    }
}
