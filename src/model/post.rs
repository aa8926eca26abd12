//! What a post means: complete, absolute, dated.

use super::attachment::Attachment;
use super::facts::{Author, SiteFacts};
use super::ledger::ContentHash;
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
    /// The beginning of the prose, where the post has no summary: feeds show it instead.
    pub excerpt: Option<String>,
    pub tags: Vec<String>,
    pub authors: Vec<Author>,
    /// BCP 47.
    pub language: String,
    pub cover: Option<Cover>,
    pub card: CardWish,
    /// Whether it stands in feeds.
    pub in_feeds: bool,
    /// The part of the site that it belongs to: what the post says, else its first folder.
    pub section: Option<String>,
    pub series: Option<String>,
    /// The page elsewhere that the post is about; absolute.
    pub external_url: Option<String>,
    /// Who may do what with it, such as a licence.
    pub rights: Option<String>,
    /// Sound, film and other files that the post brings along.
    pub enclosures: Vec<Attachment>,
    /// BLAKE3 of title and body, by which a post is known again under a new path.
    pub content_hash: ContentHash,
    /// What the text had been wrongly read as, where it was repaired.
    pub repaired: Option<&'static str>,
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
    /// Its public address, where the file is served.
    pub url: Option<String>,
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
