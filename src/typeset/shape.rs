//! Shapes text into lines of placed glyphs.

use super::fonts::FontBook;
use crate::scene::{Color, FontHandle, Glyph, GlyphRun};
use parley::fontique::{Collection, CollectionOptions, FontInfoOverride, GenericFamily, SourceCache};
use parley::layout::{Alignment, AlignmentOptions, Layout, PositionedLayoutItem};
use parley::style::{FontFamily, FontFamilyName, LineHeight, OverflowWrap, StyleProperty};
use parley::{BaseDirection, FontContext, LayoutContext};
use std::borrow::Cow;
use std::sync::Arc;
use unicode_script::{Script, UnicodeScript};

/// Which fonts a text asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Title,
    Byline,
}

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    pub role: Role,
    pub size_px: f32,
    /// In em; only scripts whose letters stand apart take it.
    pub tracking_em: f32,
    /// From baseline to baseline, in em.
    pub leading_em: f32,
    pub color: Color,
    /// Whether a word that is wider than the line is broken.
    pub break_words: bool,
    /// The direction where the text itself does not decide it.
    pub rtl: Option<bool>,
}

/// A line of a block; lengths from the block's top left corner.
#[derive(Clone, Debug)]
pub struct Line {
    pub runs: Vec<GlyphRun>,
    pub text: String,
    pub left: f32,
    pub width: f32,
    pub baseline: f32,
}

/// Lines that were set together, as wide as they were asked to be.
#[derive(Clone, Debug)]
pub struct Block {
    pub lines: Vec<Line>,
    pub height: f32,
    pub rtl: bool,
}

impl Block {
    /// The widest line.
    pub fn width(&self) -> f32 {
        self.lines.iter().map(|line| line.width).fold(0.0, f32::max)
    }
}

/// Sets text; one for each thread.
pub struct Typesetter {
    book: FontBook,
    fonts: FontContext,
    context: LayoutContext<()>,
    title: Vec<FontFamilyName<'static>>,
    byline: Vec<FontFamilyName<'static>>,
}

impl Typesetter {
    pub(super) fn new(book: FontBook) -> Self {
        // No system fonts: what is drawn hangs on the book alone.
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let (mut title, mut byline, mut emoji) = (Vec::new(), Vec::new(), Vec::new());
        for (number, font) in book.fonts().iter().enumerate() {
            let name = format!("font {number}");
            let named = FontInfoOverride { family_name: Some(&name), ..FontInfoOverride::default() };
            let families = collection.register_fonts(font.blob.clone(), Some(named));
            let family = FontFamilyName::Named(Cow::Owned(name));
            if font.for_titles {
                title.push(family.clone());
            }
            if font.for_bylines {
                byline.push(family);
            }
            emoji.extend(families.into_iter().map(|(family, _)| family));
        }
        // Emoji are asked for by their own generic family; the last fonts are those that were added for them.
        collection.set_generic_families(GenericFamily::Emoji, emoji.into_iter().rev());
        let fonts = FontContext { collection, source_cache: SourceCache::default() };
        Self { book, fonts, context: LayoutContext::new(), title, byline }
    }

    /// The characters of a text that no font has.
    pub fn missing(&self, text: &str) -> Vec<char> {
        self.book.missing(text)
    }

    /// Sets a text in lines of at most `width_px`, flush with the edge at which it begins.
    pub fn set(&mut self, text: &str, style: &Style, width_px: f32) -> Block {
        let families = match style.role {
            Role::Title => &self.title,
            Role::Byline => &self.byline,
        };
        let mut builder = self.context.ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Borrowed(families))));
        builder.push_default(StyleProperty::FontSize(style.size_px));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(style.leading_em)));
        if style.tracking_em != 0.0 && text.chars().all(takes_tracking) {
            builder.push_default(StyleProperty::LetterSpacing(style.tracking_em * style.size_px));
        }
        if style.break_words {
            builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        }
        if let Some(rtl) = style.rtl {
            builder.set_base_direction(if rtl { BaseDirection::Rtl } else { BaseDirection::Ltr });
        }
        let mut layout: Layout<()> = builder.build(text);
        layout.break_all_lines(Some(width_px));
        layout.align(Alignment::Start, AlignmentOptions::default());
        block(&layout, text, style)
    }
}

/// Letters that stand apart; joined scripts and ideographs keep their own spacing.
fn takes_tracking(c: char) -> bool {
    matches!(
        c.script(),
        Script::Latin | Script::Greek | Script::Cyrillic | Script::Common | Script::Inherited
    )
}

fn block(layout: &Layout<()>, text: &str, style: &Style) -> Block {
    let mut lines = Vec::with_capacity(layout.len());
    for line in layout.lines() {
        let metrics = line.metrics();
        let mut runs = Vec::new();
        for item in line.items() {
            let PositionedLayoutItem::GlyphRun(run) = item else { continue };
            let font = run.run().font();
            let bytes: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(font.data.clone());
            let glyphs = run.positioned_glyphs().filter_map(|glyph| {
                Some(Glyph { id: u16::try_from(glyph.id).ok()?, x: glyph.x, y: glyph.y })
            });
            runs.push(GlyphRun {
                font: FontHandle { bytes, face: font.index, id: font.data.id() },
                size_px: style.size_px,
                color: style.color,
                glyphs: glyphs.collect(),
            });
        }
        let space = metrics.hanging_advance;
        let left = if layout.is_rtl() { metrics.offset + space } else { metrics.offset };
        lines.push(Line {
            runs,
            text: text.get(line.text_range()).unwrap_or_default().trim_end().to_owned(),
            left,
            width: metrics.advance - space,
            baseline: metrics.baseline,
        });
    }
    Block { lines, height: layout.height(), rtl: layout.is_rtl() }
}
