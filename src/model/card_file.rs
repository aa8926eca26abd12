//! The facts of a card that feeds, manifest and pages need.

use super::attachment::Attachment;

/// A card that was drawn, without its pixels.
#[derive(Clone, Debug)]
pub struct CardFile {
    /// The size or the shape: `og`, `square`, `16x9`.
    pub name: String,
    /// Relative to the directory served at the site's root, with `/`.
    pub path: String,
    /// Absolute.
    pub url: String,
    pub width_px: u32,
    pub height_px: u32,
    pub length_bytes: u64,
    /// The name registered with IANA.
    pub media_type: &'static str,
    /// What the card shows, for those who cannot see it.
    pub alt: String,
    /// BLAKE3 of the bytes, in hexadecimal.
    pub hash: String,
    /// WCAG 2 contrast of the title against what is behind it.
    pub contrast: Option<f32>,
}

/// The pictures of a post, as feeds and pages give them.
#[derive(Clone, Debug, Default)]
pub struct PostMedia {
    /// In the main size.
    pub card: Option<CardFile>,
    pub other_cards: Vec<CardFile>,
    /// Clean crops of the cover.
    pub photos: Vec<CardFile>,
    /// The post's own picture, where it is served and its facts are known.
    pub cover: Option<Attachment>,
}

impl CardFile {
    /// The card as feeds attach it.
    pub fn attachment(&self) -> Attachment {
        Attachment {
            url: self.url.clone(),
            media_type: self.media_type.to_owned(),
            length_bytes: self.length_bytes,
            width_px: Some(self.width_px),
            height_px: Some(self.height_px),
            duration_s: None,
            title: Some(self.alt.clone()).filter(|alt| !alt.is_empty()),
        }
    }
}

/// A card's facts with its file's bytes.
#[derive(Clone, Debug)]
pub struct DrawnCard {
    pub file: CardFile,
    pub bytes: Vec<u8>,
}
