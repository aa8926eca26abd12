//! What a post means: complete, absolute, dated.

use super::facts::{Author, SiteFacts};
use crate::diag::Location;
use chrono::{DateTime, FixedOffset};

/// The posts in order, newest first, and the site's own facts.
#[derive(Clone, Debug)]
pub struct Site {
    pub facts: SiteFacts,
    pub posts: Vec<Post>,
    pub excluded: Vec<Excluded>,
}

/// One published post.
#[derive(Clone, Debug)]
pub struct Post {
    /// Relative to the site, with `/`.
    pub path: String,
    /// Absolute and percent-encoded.
    pub url: String,
    /// The address below the site's root, decoded, without slashes at its ends.
    pub url_path: String,
    /// What feed readers know it by.
    pub id: String,
    pub title: String,
    pub published: DateTime<FixedOffset>,
    pub updated: Option<DateTime<FixedOffset>>,
    /// One line of plain text.
    pub summary: Option<String>,
    pub tags: Vec<String>,
    pub authors: Vec<Author>,
    /// BCP 47.
    pub language: String,
    pub cover: Option<Cover>,
    pub card: CardWish,
    /// Whether it stands in feeds.
    pub in_feeds: bool,
}

impl Post {
    /// The later of publication and the last edit.
    pub fn touched(&self) -> DateTime<FixedOffset> {
        self.updated.map_or(self.published, |updated| updated.max(self.published))
    }
}

/// The picture that a post names.
#[derive(Clone, Debug)]
pub struct Cover {
    /// As the post gives it.
    pub source: String,
    /// The file that was found, relative to the site, with `/`.
    pub file: Option<String>,
    pub alt: Option<String>,
    /// Where the post names it.
    pub at: Option<Location>,
}

/// What a post says about its card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CardWish {
    Draw,
    /// `card: false`.
    None,
}

/// A file that is not a published post, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excluded {
    /// Relative to the site, with `/`.
    pub path: String,
    pub reason: &'static str,
}
