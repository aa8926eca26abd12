//! The facts of a card that feeds, manifest and pages need.

use super::artifact::MediaType;

/// A card that was drawn, without its pixels.
#[derive(Clone, Debug)]
pub struct CardFile {
    /// Relative to the directory served at the site's root, with `/`.
    pub path: String,
    /// Absolute.
    pub url: String,
    pub width_px: u32,
    pub height_px: u32,
    pub length_bytes: u64,
    pub media_type: MediaType,
    /// What the card shows, for those who cannot see it.
    pub alt: String,
    /// BLAKE3 of the bytes, in hexadecimal.
    pub hash: String,
    /// WCAG 2 contrast of the title against what is behind it.
    pub contrast: Option<f32>,
}

/// A card's facts with its file's bytes.
#[derive(Clone, Debug)]
pub struct DrawnCard {
    pub file: CardFile,
    pub bytes: Vec<u8>,
}
