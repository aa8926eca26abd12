//! From what a card must say and a theme to a scene in which everything has its place.

mod backdrop;
mod builtin;
mod compose;
mod content;
mod cover;
mod layout;
mod legible;
mod styles;
#[cfg(test)]
mod tests;
pub mod theme;
mod words;

pub use builtin::{BUILT_IN, built_in};
pub use compose::compose;
pub use cover::Cover;
pub use theme::{Field, SchemeChoice, Theme, parse_hex};
pub use words::{date_text, reading_text};

use crate::paint;
use crate::scene::{Color, Item, Picture, Scene};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What one picture must say.
#[derive(Clone, Debug)]
pub struct Card<'a> {
    pub title: &'a str,
    /// This and the other texts may be empty.
    pub site_name: &'a str,
    pub host: &'a str,
    /// As it is to be read.
    pub date: Option<String>,
    pub authors: &'a [String],
    pub tags: &'a [String],
    pub section: Option<&'a str>,
    pub series: Option<&'a str>,
    /// As it is to be read.
    pub reading_time: Option<String>,
    /// BCP 47, of the title.
    pub language: &'a str,
    /// Decides the colours where there is no cover.
    pub seed: &'a str,
    pub cover: Option<Cover>,
    pub logo: Option<Arc<Picture>>,
    pub avatars: Vec<Arc<Picture>>,
    /// What is not to be shown, whatever the theme asks for.
    pub hidden: &'a BTreeSet<Field>,
    /// The brand's colour; else the cover's, else one of the post's own.
    pub accent: Option<Color>,
    /// Other than the theme's own choice.
    pub scheme: Option<SchemeChoice>,
    /// Whether all text stands inside of the centre square.
    pub square_safe: bool,
    pub width_px: u32,
    pub height_px: u32,
}

/// A card, placed.
pub struct Composed {
    pub scene: Scene,
    /// All but the text, painted.
    ground: Picture,
    glyphs: Vec<Item>,
    /// The least WCAG 2 contrast of any line against 90 % of what is behind it.
    pub contrast: f32,
    /// How strong the scrim had to be, from 0 to 1.
    pub scrim: f32,
    /// Whether an ellipsis stands for the end of the title.
    pub title_cut: bool,
    /// Whether the text is light on dark.
    pub is_dark: bool,
}

impl Composed {
    /// The scene, painted.
    pub fn pixels(self) -> Picture {
        let mut picture = self.ground;
        paint::paint_items(&mut picture, &self.glyphs);
        picture
    }
}
