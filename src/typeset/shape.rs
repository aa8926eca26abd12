//! Shapes text into lines of placed glyphs.

use super::fonts::{FontBook, Fonts};
use crate::scene::{Color, FontHandle, Glyph, GlyphRun};
use parley::layout::{Alignment, AlignmentOptions, Layout, PositionedLayoutItem};
use parley::style::{FontFamily, FontWeight, LineHeight, OverflowWrap, StyleProperty};
use parley::{BaseDirection, LayoutContext};
use std::borrow::Cow;
use std::sync::Arc;
use unicode_script::{Script, UnicodeScript};

/// The height of a capital in most fonts.
const CAPITALS_EM: f32 = 0.72;

/// The kind of letters that a text asks for; a script that has none of the kind is set in what there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    Sans,
    Serif,
    Mono,
}

/// The edge with which lines are flush; the start is the right one where a text runs from the right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    #[default]
    Start,
    Center,
    End,
}

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub struct Style<'a> {
    pub family: Family,
    /// From 100 to 900, as in CSS.
    pub weight: f32,
    pub size_px: f32,
    /// In em; only scripts whose letters stand apart take it.
    pub tracking_em: f32,
    /// From baseline to baseline, in em.
    pub leading_em: f32,
    pub color: Color,
    pub align: Align,
    /// BCP 47: decides where lines may break, and the shapes of Chinese characters.
    pub language: &'a str,
    /// The direction where the text itself does not decide it.
    pub rtl: Option<bool>,
    /// Whether a word that is wider than the line is broken.
    pub break_words: bool,
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
    /// From the block's top to that of its first line's capitals: what looks empty above the text.
    pub trim_top: f32,
    /// From the last baseline to the block's bottom.
    pub trim_bottom: f32,
}

impl Block {
    /// The widest line.
    pub fn width(&self) -> f32 {
        self.lines.iter().map(|line| line.width).fold(0.0, f32::max)
    }
}

/// Sets text; one for each thread.
pub struct Typesetter {
    fonts: Fonts,
    context: LayoutContext<()>,
}

impl Typesetter {
    pub(super) fn new(book: FontBook) -> Self {
        Self { fonts: Fonts::new(book), context: LayoutContext::new() }
    }

    /// The characters of a text that no font has.
    pub fn missing(&self, text: &str) -> Vec<char> {
        self.fonts.book.missing(text)
    }

    /// Sets a text in lines of at most `width_px`, breaking each where it is full.
    pub(super) fn set(&mut self, text: &str, style: &Style<'_>, width_px: f32) -> Block {
        let choice = self.fonts.choose(text, style.family, style.size_px);
        let mut builder = self.context.ranged_builder(&mut self.fonts.context, text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Borrowed(&choice.families))));
        for (range, families) in &choice.parts {
            let list = FontFamily::List(Cow::Borrowed(families));
            builder.push(StyleProperty::FontFamily(list), range.clone());
        }
        builder.push_default(StyleProperty::FontSize(style.size_px));
        builder.push_default(StyleProperty::FontWeight(FontWeight::new(style.weight)));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(style.leading_em)));
        builder.push_default(StyleProperty::Locale(style.language.parse().ok()));
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
        let alignment = match style.align {
            Align::Start => Alignment::Start,
            Align::Center => Alignment::Center,
            Align::End => Alignment::End,
        };
        layout.align(alignment, AlignmentOptions::default());
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

fn block(layout: &Layout<()>, text: &str, style: &Style<'_>) -> Block {
    let mut lines = Vec::with_capacity(layout.len());
    for line in layout.lines() {
        let metrics = line.metrics();
        let mut runs = Vec::new();
        for item in line.items() {
            let PositionedLayoutItem::GlyphRun(run) = item else { continue };
            let font = run.run().font();
            let synthesis = run.run().synthesis();
            let axes = synthesis.variation_settings().iter().map(|&(tag, value)| (tag.into_bytes(), value));
            let bytes: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(font.data.clone());
            let glyphs = run.positioned_glyphs().filter_map(|glyph| {
                Some(Glyph { id: u16::try_from(glyph.id).ok()?, x: glyph.x, y: glyph.y })
            });
            runs.push(GlyphRun {
                font: FontHandle { bytes, face: font.index, id: font.data.id(), axes: axes.collect() },
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
    let height = layout.height();
    let first = lines.first().map_or(0.0, |line| line.baseline - CAPITALS_EM * style.size_px);
    let trim_bottom = lines.last().map_or(0.0, |line| height - line.baseline);
    Block { lines, height, rtl: layout.is_rtl(), trim_top: first.max(0.0), trim_bottom }
}
