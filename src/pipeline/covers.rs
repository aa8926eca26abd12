//! Covers as cards need them: decoded, cropped around their subject, and scaled.

use crate::paint::{self, CoverError, SvgFonts};
use crate::scene::{Picture, Rect};
use crate::typeset::FontBook;
use std::sync::OnceLock;

/// Where title and byline stand on most cards, as shares of the card: the subject is kept clear of it.
const TEXT: Rect = Rect { left: 0.0, top: 0.56, right: 1.0, bottom: 1.0 };
/// What shows through where a cover is transparent.
const BEHIND: [u8; 3] = [27, 31, 36];

/// Prepares covers for cards of one size.
pub struct Covers {
    width_px: u32,
    height_px: u32,
    book: FontBook,
    /// Few sites have drawings with text as covers, so that the fonts are looked for when one comes.
    svg_fonts: OnceLock<SvgFonts>,
}

/// A cover of the card's own size.
pub struct Prepared {
    pub picture: Picture,
    /// What was not done as the file asks, each in a few words that follow on "the cover".
    pub notices: Vec<String>,
}

impl Covers {
    pub fn new(width_px: u32, height_px: u32, book: &FontBook) -> Self {
        Self { width_px, height_px, book: book.clone(), svg_fonts: OnceLock::new() }
    }

    /// Decodes a cover and crops it to the card's shape.
    ///
    /// # Errors
    /// When the bytes are no picture that can be read.
    pub fn prepare(&self, bytes: &[u8]) -> Result<Prepared, CoverError> {
        let fonts = self.svg_fonts.get_or_init(|| SvgFonts::new(self.book.text_faces()));
        let cover = paint::cover(bytes, (self.width_px, self.height_px), fonts)?;
        let whole = paint::flattened(&cover.picture, BEHIND);
        let shape = self.width_px as f32 / self.height_px as f32;
        let crop = paint::crop(&whole, shape, None, Some(TEXT));
        let picture = paint::scaled(&whole, crop, self.width_px, self.height_px);
        Ok(Prepared { picture: picture.unwrap_or(whole), notices: cover.notices })
    }
}
