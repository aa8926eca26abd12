//! Shapes text: from characters to glyphs in one line.

use super::fonts::{FontBook, Fonts};
use super::ink::Inks;
use super::script::takes_tracking;
use crate::scene::Color;
use parley::layout::Layout;
use parley::style::{FontFamily, FontFeatures, FontWeight, LineHeight, StyleProperty};
use parley::{BaseDirection, LayoutContext};
use std::borrow::Cow;
use unicode_script::{Script, UnicodeScript};

/// The figures of a title: as high as capitals, each as wide as it is.
const PROPORTIONAL: &str = r#""lnum", "pnum""#;
/// The figures of a byline: all of one width, so that dates stand alike from card to card.
const TABULAR: &str = r#""lnum", "tnum""#;

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
    /// The direction; where nothing is said, that of the text's first letter.
    pub rtl: Option<bool>,
    /// Whether figures are all of one width.
    pub tabular: bool,
    /// Whether a word that is wider than the line is broken at once, rather than set smaller first.
    pub break_words: bool,
}

/// Sets text; one for each thread.
pub struct Typesetter {
    fonts: Fonts,
    context: LayoutContext<()>,
    inks: Inks,
}

impl Typesetter {
    pub(super) fn new(book: FontBook) -> Self {
        Self { fonts: Fonts::new(book), context: LayoutContext::new(), inks: Inks::default() }
    }

    /// Where the ink of glyphs is, as far as it was asked for.
    pub(super) fn inks(&mut self) -> &mut Inks {
        &mut self.inks
    }

    /// The characters of a text that no font has.
    pub fn missing(&self, text: &str) -> Vec<char> {
        self.fonts.book.missing(text)
    }

    /// Shapes a text at the size of its style, in one line as long as it comes.
    pub(super) fn shape(&mut self, text: &str, style: &Style<'_>) -> Layout<()> {
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
        let figures = if style.tabular { TABULAR } else { PROPORTIONAL };
        builder.push_default(StyleProperty::FontFeatures(FontFeatures::from(figures)));
        if style.tracking_em != 0.0 {
            let tracking = StyleProperty::LetterSpacing(style.tracking_em * style.size_px);
            for (start, end) in tracked(text) {
                builder.push(tracking.clone(), start..end);
            }
        }
        if let Some(rtl) = style.rtl {
            builder.set_base_direction(if rtl { BaseDirection::Rtl } else { BaseDirection::Ltr });
        }
        let mut layout: Layout<()> = builder.build(text);
        layout.break_all_lines(None);
        layout
    }
}

/// The parts of a text that take tracking, in bytes; signs and spaces go with the letters before them.
fn tracked(text: &str) -> Vec<(usize, usize)> {
    let mut parts: Vec<(usize, usize)> = Vec::new();
    let mut takes = text.chars().find(|c| c.is_alphabetic()).is_none_or(takes_tracking);
    for (at, c) in text.char_indices() {
        if !matches!(c.script(), Script::Common | Script::Inherited) {
            takes = takes_tracking(c);
        }
        let end = at + c.len_utf8();
        match parts.last_mut() {
            _ if !takes => {}
            Some((_, last)) if *last == at => *last = end,
            _ => parts.push((at, end)),
        }
    }
    parts
}
