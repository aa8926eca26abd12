//! Cards, composed: each test is one thing that a card must show.

mod builtin;
mod covers;
mod direction;
mod fields;
mod hostile;
mod ink;
mod legibility;
mod missing;
mod mutations;
mod overflow;
mod pixels;
mod square;
mod theme_errors;
mod wcag;

use super::compose::holds;
use super::content::Content;
use super::layout::{Frame, Placed, lay_out};
use super::{BUILT_IN, Card, Composed, Cover, Field, SchemeChoice, Theme, built_in, compose};
use crate::scene::{Color, Picture, Rect};
use crate::typeset::{FontBook, Typesetter};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What a card of a test says; each test changes what it is about.
#[derive(Clone)]
struct Post {
    title: &'static str,
    language: &'static str,
    site_name: &'static str,
    host: &'static str,
    date: Option<&'static str>,
    authors: Vec<String>,
    tags: Vec<String>,
    section: Option<&'static str>,
    series: Option<&'static str>,
    reading_time: Option<&'static str>,
    cover: Option<Cover>,
    logo: Option<Arc<Picture>>,
    avatars: Vec<Arc<Picture>>,
    hidden: BTreeSet<Field>,
    accent: Option<Color>,
    scheme: Option<SchemeChoice>,
    square_safe: bool,
    size: (u32, u32),
}

impl Default for Post {
    fn default() -> Self {
        Self {
            title: "What a year of walking up the same hill taught me",
            language: "en",
            site_name: "Slack Water",
            host: "slackwater.example",
            date: Some("11 February 2026"),
            authors: vec!["Ada Moreno".to_owned()],
            tags: vec!["weather".to_owned()],
            section: Some("Notes"),
            series: None,
            reading_time: Some("7 min"),
            cover: None,
            logo: Some(Arc::new(pixels::drawn(120, 60, |_, _| [226, 60, 60]))),
            avatars: vec![Arc::new(pixels::drawn(64, 64, |_, _| [60, 140, 90]))],
            hidden: BTreeSet::new(),
            accent: None,
            scheme: None,
            square_safe: false,
            size: (1200, 630),
        }
    }
}

impl Post {
    fn titled(title: &'static str, language: &'static str) -> Self {
        Self { title, language, ..Self::default() }
    }

    fn sized(self, size: (u32, u32)) -> Self {
        Self { size, ..self }
    }

    fn covered(self, picture: Picture) -> Self {
        Self { cover: Some(Cover { photo: Arc::new(picture.into()), focus: None }), ..self }
    }

    fn card(&self) -> Card<'_> {
        Card {
            title: self.title,
            site_name: self.site_name,
            host: self.host,
            date: self.date.map(str::to_owned),
            authors: &self.authors,
            tags: &self.tags,
            section: self.section,
            series: self.series,
            reading_time: self.reading_time.map(str::to_owned),
            language: self.language,
            seed: self.title,
            cover: self.cover.clone(),
            logo: self.logo.clone(),
            avatars: self.avatars.clone(),
            hidden: &self.hidden,
            accent: self.accent,
            scheme: self.scheme,
            square_safe: self.square_safe,
            width_px: self.size.0,
            height_px: self.size.1,
        }
    }

    fn compose(&self, theme: &Theme) -> Composed {
        compose(&self.card(), theme, &mut typesetter())
    }

    /// The boxes at their places, without painting anything.
    fn placed(&self, theme: &Theme) -> Vec<Placed> {
        self.placed_with(theme, &mut typesetter())
    }

    fn placed_with(&self, theme: &Theme, typesetter: &mut Typesetter) -> Vec<Placed> {
        let card = self.card();
        let content = Content::of(&card);
        let frame = Frame::of(card.width_px, card.height_px);
        let is_dark = self.scheme.unwrap_or(theme.scheme) != SchemeChoice::Light;
        let root = theme.root.resolve(&|condition| holds(&content, frame, is_dark, condition));
        lay_out(&root.unwrap(), theme, frame, &content, typesetter)
    }
}

fn typesetter() -> Typesetter {
    FontBook::bundled().typesetter()
}

fn theme(name: &str) -> Theme {
    built_in(name).unwrap().unwrap()
}

fn themes() -> Vec<Theme> {
    BUILT_IN.iter().map(|found| theme(found.name)).collect()
}

/// A theme of one's own, which must be right.
fn theme_of(yaml: &str) -> Theme {
    Theme::parse(files(yaml)).unwrap()
}

fn files(yaml: &str) -> crate::model::ThemeFiles {
    crate::model::ThemeFiles {
        name: "mine".to_owned(),
        path: "card-themes/mine/theme.yaml".to_owned(),
        yaml: yaml.to_owned(),
        art: vec![("waves.svg".to_owned(), b"<svg/>".to_vec())],
    }
}

fn title(placed: &[Placed]) -> &Placed {
    placed.iter().find(|placed| placed.text.as_ref().is_some_and(|text| text.is_title)).unwrap()
}

/// Whether the theme sets its title in the middle.
fn is_centered(placed: &[Placed]) -> bool {
    title(placed).node.text_align == Some(super::theme::TextAlign::Center)
}

/// All that is written on a card, as it is read, a line for each line.
fn written(placed: &[Placed]) -> Vec<String> {
    let texts = placed.iter().filter_map(|placed| placed.text.as_ref());
    texts.flat_map(|text| &text.block.lines).map(|line| line.text.clone()).collect()
}

fn overlap(one: &Rect, other: &Rect) -> f32 {
    let width = one.right.min(other.right) - one.left.max(other.left);
    let height = one.bottom.min(other.bottom) - one.top.max(other.top);
    width.min(height).max(0.0)
}

fn first_line(text: &super::layout::PlacedText) -> String {
    text.block.lines.first().map(|line| line.text.clone()).unwrap_or_default()
}
