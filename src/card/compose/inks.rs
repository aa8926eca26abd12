//! Ink for texts: the colour that the theme asks for, or the nearest that can be read.

use super::Composer;
use crate::card::layout::{Placed, PlacedText};
use crate::card::legible::{self, Ink};
use crate::scene::{Area, Color, Fill, GlyphRun, Item, Paint, Rect};

/// Around a text that gets a ground of its own, in em.
const GROUND_EM: f32 = 0.35;
impl Composer<'_> {
    /// The colour that a text asks for: its own, else the scheme's `text`, else what stands out.
    pub(super) fn text_color(&self, placed: &Placed) -> Color {
        let scheme = self.theme.colors(self.is_dark);
        match placed.node.color.as_ref().or_else(|| scheme.get("text")) {
            Some(spec) => self.color(spec),
            None if self.is_dark => Color::WHITE,
            None => Color::BLACK,
        }
    }

    pub(super) fn inks(&self, placed: &Placed) -> Vec<Ink> {
        let Some(text) = &placed.text else { return Vec::new() };
        let color = self.text_color(placed);
        boxes(text).into_iter().map(|rect| Ink { rect, color }).collect()
    }

    /// The text's colour where it can be read; else one of its hue that can; else, on a ground of its own, the one that stands
    /// out most. With it, its contrast.
    pub(super) fn readable_color(&mut self, placed: &Placed, text: &PlacedText) -> (Color, f32) {
        let color = self.text_color(placed);
        let rects = boxes(text);
        let behinds = legible::behind(self.painted(), &rects);
        let contrast = legible::contrast(&behinds, color);
        if contrast >= legible::AIM {
            return (color, contrast);
        }
        if let Some(color) = legible::readable(&behinds, color) {
            return (color, legible::contrast(&behinds, color));
        }
        let light = legible::wants_light_ink(&behinds);
        let ink = if light { Color::WHITE } else { Color::BLACK };
        let strength = legible::strength(behinds.into_iter().map(|behind| (behind, ink)), light);
        self.lay_ground(text, &rects, light, strength);
        (ink, legible::contrast(&legible::behind(self.painted(), &rects), ink))
    }

    /// Lays a ground of its own behind a text.
    fn lay_ground(&mut self, text: &PlacedText, rects: &[Rect], light: bool, strength: f32) {
        self.scrim = self.scrim.max(strength);
        let tint = legible::tint(self.painted(), light).with_alpha(strength);
        let around = GROUND_EM * text.size_px;
        let grounds = rects.iter().map(|rect| {
            let rect = Rect {
                left: rect.left - around,
                top: rect.top - around / 2.0,
                right: rect.right + around,
                bottom: rect.bottom + around / 2.0,
            };
            Rect {
                left: rect.left.floor(),
                top: rect.top.floor(),
                right: rect.right.ceil(),
                bottom: rect.bottom.ceil(),
            }
        });
        let union = grounds.reduce(|a, b| Rect {
            left: a.left.min(b.left),
            top: a.top.min(b.top),
            right: a.right.max(b.right),
            bottom: a.bottom.max(b.bottom),
        });
        let area = union.map(|rect| Area { rect, radius_px: around / 2.0, stroke_px: None });
        self.lay([Item::Fill(Fill { paint: Paint::Solid(tint), area })]);
    }
}

/// The boxes of a text's lines, from the top of their ink to its foot.
fn boxes(text: &PlacedText) -> Vec<Rect> {
    let (left, top) = text.origin();
    let of_line = |line: &crate::typeset::Line| Rect {
        left: left + line.left,
        top: top + line.top,
        right: left + line.left + line.width,
        bottom: top + line.bottom,
    };
    text.block.lines.iter().map(of_line).collect()
}

pub fn runs(text: &PlacedText, color: Color) -> impl Iterator<Item = GlyphRun> {
    let (left, top) = text.origin();
    text.block.lines.iter().flat_map(|line| &line.runs).map(move |run| {
        let mut run = run.clone();
        run.color = color;
        for glyph in &mut run.glyphs {
            glyph.x += left;
            glyph.y += top;
        }
        run
    })
}
