//! What a post means: complete, absolute, dated.

use super::attachment::Attachment;
use super::facts::{Author, SiteFacts};
use super::header::Header;
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
    pub header: Header,
    /// Absolute and percent-encoded.
    pub url: String,
    /// The address below the site's root, decoded, without slashes at its ends.
    pub url_path: String,
    /// What feed readers know it by.
    pub id: String,
    pub title: String,
    /// The title as a card shows it: the one that the post gives its card, else the title without marks.
    pub card_title: String,
    pub published: DateTime<FixedOffset>,
    pub updated: Option<DateTime<FixedOffset>>,
    /// One line of plain text.
    pub summary: Option<String>,
    /// The beginning of the prose, where the post has no summary: feeds show it instead.
    pub excerpt: Option<String>,
    /// How long the body takes to read, in whole minutes, at least 1; none where there is nothing to read.
    pub reading_minutes: Option<u32>,
    pub tags: Vec<String>,
    pub authors: Vec<Author>,
    /// BCP 47.
    pub language: String,
    /// The same post in other languages: BCP 47 and the absolute address, in order of language.
    pub translations: Vec<(String, String)>,
    pub cover: Option<Box<Cover>>,
    pub card: CardWish,
    /// The theme that the post wishes its card to have.
    pub card_theme: Option<Box<CardTheme>>,
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
#[derive(Clone, Debug, PartialEq)]
pub struct Cover {
    /// As the post gives it.
    pub source: String,
    /// The file that was found, relative to the site, with `/`.
    pub file: Option<String>,
    pub alt: Option<String>,
    /// Its public address, where the file is served.
    pub url: Option<String>,
    /// What must stay in sight, in shares of the width from the left and of the height from the top, each from 0 to 1.
    pub focus: Option<(f32, f32)>,
    /// Where the post names it.
    pub at: Option<Location>,
}

impl Cover {
    /// Where the picture can be fetched from, where the site does not hold it.
    pub fn remote_url(&self) -> Option<&str> {
        let is_remote = ["http://", "https://", "//"].iter().any(|start| self.source.starts_with(start));
        self.url.as_deref().filter(|_| self.file.is_none() && is_remote)
    }
}

/// What a post says about its card.
#[derive(Clone, Debug, PartialEq)]
pub enum CardWish {
    Draw,
    /// `card: false`.
    None,
    /// The post brings its card along; the file is there.
    Finished(Box<Cover>),
}

/// A theme as a post names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardTheme {
    pub name: String,
    pub at: Location,
}

/// A file that is not a published post, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excluded {
    /// Relative to the site, with `/`.
    pub path: String,
    pub reason: &'static str,
}
