//! From what a card must say to a scene in which everything has its place.

mod backdrop;
mod photo;
mod scrim;
#[cfg(test)]
mod tests;
mod words;

pub use photo::compose;
pub use words::{date_text, reading_text};

use crate::paint::Chroma;
use crate::scene::{Picture, Scene};

/// What one picture must say.
pub struct Card<'a> {
    pub title: &'a str,
    /// May be empty.
    pub site_name: &'a str,
    /// As it is to be read.
    pub date: Option<String>,
    /// BCP 47, of the title.
    pub language: &'a str,
    /// Decides the colours where there is no cover.
    pub seed: &'a str,
    /// Of the card's own size.
    pub cover: Option<Picture>,
    pub width_px: u32,
    pub height_px: u32,
}

/// A card, placed.
pub struct Composed {
    pub scene: Scene,
    /// WCAG 2 contrast of the text against the 95th percentile of what is behind it.
    pub contrast: f32,
    /// Whether an ellipsis stands for the end of the title.
    pub title_cut: bool,
    /// How the scene is best encoded.
    pub chroma: Chroma,
}
