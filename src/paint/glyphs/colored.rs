//! Glyphs that bring their own colours.

use super::bitmap;
use super::canvas::{self, Canvas};
use crate::scene::{Color, Glyph, GlyphRun, Picture};
use skrifa::bitmap::BitmapStrikes;
use skrifa::color::{ColorGlyph, ColorGlyphCollection};
use skrifa::instance::{Location, Size};
use skrifa::outline::OutlineGlyphCollection;
use skrifa::raw::TableProvider;
use skrifa::raw::types::Tag;
use skrifa::{FontRef, GlyphId, MetadataProvider};

/// A font with coloured glyphs, opened once for a run.
pub struct Colored<'a> {
    glyphs: ColorGlyphCollection<'a>,
    pub outlines: OutlineGlyphCollection<'a>,
    strikes: BitmapStrikes<'a>,
    pub palette: Vec<Color>,
    /// What palettes call the colour of the text.
    pub foreground: Color,
    pub location: Location,
    pub units_per_em: f32,
    size_px: f32,
}

impl<'a> Colored<'a> {
    /// Nothing for a font that has outlines alone.
    pub fn new(bytes: &'a [u8], run: &GlyphRun) -> Option<Self> {
        let font = FontRef::from_index(bytes, run.font.face).ok()?;
        let strikes = BitmapStrikes::new(&font);
        if font.colr().is_err() && strikes.is_empty() {
            return None;
        }
        let axes = run.font.axes.iter().map(|(tag, value)| (Tag::new(tag), *value));
        let palette =
            font.color_palettes().get(0).map(|palette| palette.colors().to_vec()).unwrap_or_default();
        let channel = |byte: u8| f32::from(byte) / 255.0;
        let color = |record: &skrifa::color::Color| Color {
            red: channel(record.red()),
            green: channel(record.green()),
            blue: channel(record.blue()),
            alpha: channel(record.alpha()),
        };
        Some(Self {
            glyphs: ColorGlyphCollection::new(&font),
            outlines: font.outline_glyphs(),
            strikes,
            palette: palette.iter().map(color).collect(),
            foreground: run.color,
            location: font.axes().location(axes),
            units_per_em: f32::from(font.head().ok()?.units_per_em()).max(1.0),
            size_px: run.size_px,
        })
    }

    /// Draws a glyph that has colours or a bitmap, and says whether it has.
    pub fn draw(&self, picture: &mut Picture, glyph: &Glyph) -> bool {
        let id = GlyphId::from(glyph.id);
        if let Some(colors) = self.glyphs.get(id) {
            return self.paint(picture, glyph, &colors).is_some();
        }
        match self.strikes.glyph_for_size(Size::new(self.size_px), id) {
            Some(strike) => bitmap::draw(picture, &strike, self.size_px, self.units_per_em, glyph).is_some(),
            None => false,
        }
    }

    /// Nothing where the font breaks off inside the glyph, so that its outline is drawn instead.
    fn paint(&self, picture: &mut Picture, glyph: &Glyph, colors: &ColorGlyph<'_>) -> Option<()> {
        let scale = self.size_px / self.units_per_em;
        let place = canvas::place(scale, glyph.x, glyph.y);
        let bounds = canvas::bounds(self, colors, place)?;
        let Some(area) = canvas::inside(bounds, picture) else { return Some(()) };
        let mut canvas = Canvas::new(self, area, place)?;
        colors.paint(&self.location, &mut canvas).ok()?;
        canvas.lay_onto(picture);
        Some(())
    }
}
