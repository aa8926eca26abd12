//! What one file says, nothing guessed.

use super::facts::{Author, Field};
use super::header::Header;
use super::ledger::ContentHash;
use super::route::{Route, RouteRule};
use crate::diag::Location;
use std::sync::Arc;

/// A post as its file gives it; every field has its place.
#[derive(Clone, Debug, Default)]
pub struct RawPost {
    /// Relative to the site, with `/`.
    pub path: String,
    pub header: Header,
    /// Which of the site's collections it belongs to, in order.
    pub collection: u16,
    /// The address that the framework's rule gives, and what the rule is.
    pub route: Route,
    pub route_rule: RouteRule,
    pub lines: SourceLines,
    pub title: Option<Field<String>>,
    pub id: Option<Field<String>>,
    pub published: Option<Field<String>>,
    pub updated: Option<Field<String>>,
    /// The moment from which it may be seen, where that is another than the date that it bears.
    pub not_before: Option<Field<String>>,
    /// The moment from which it is gone.
    pub expires: Option<Field<String>>,
    pub summary: Option<Field<String>>,
    pub tags: Vec<String>,
    /// Where they stand; the framework may add some from elsewhere.
    pub tags_at: Option<Field<()>>,
    pub authors: Option<Field<Vec<Author>>>,
    /// The site's author for posts that name nobody, where its files name one.
    pub default_author: Option<Arc<Author>>,
    pub language: Option<Field<String>>,
    /// What a post and its translations have in common.
    pub translation_key: Option<String>,
    pub cover: Option<Field<RawCover>>,
    /// The place on the cover that must stay in sight: `top left`, `0.5 20%`.
    pub cover_focus: Option<Field<String>>,
    pub draft: bool,
    /// Where that is said.
    pub draft_at: Option<Field<()>>,
    pub unlisted: bool,
    /// Published even if its date is still to come.
    pub is_released: bool,
    /// `feed: false`.
    pub no_feed: bool,
    /// `card: false`.
    pub no_card: bool,
    /// A title for the card alone.
    pub card_title: Option<Field<String>>,
    pub card_theme: Option<Field<String>>,
    /// A picture that is the card already.
    pub finished_card: Option<Field<RawCover>>,
    pub section: Option<Field<String>>,
    pub series: Option<Field<String>>,
    pub external_url: Option<Field<String>>,
    pub rights: Option<Field<String>>,
    pub enclosures: Vec<Field<RawEnclosure>>,
    /// Whether every file of its kind is meant as a post, so that one without a date is in error.
    pub is_post: bool,
    /// The path's first folder below the posts' own.
    pub folder: Option<String>,
    /// BLAKE3 of title and body.
    pub content_hash: ContentHash,
    /// Of the body.
    pub first_heading: Option<String>,
    /// Links in the body, whole ones and those from the host's root, at most a few dozen.
    pub links: Vec<String>,
    /// The beginning of the body's prose, for finding its language.
    pub sample: String,
    /// Of the body; none where there is nothing to read.
    pub reading_minutes: Option<u32>,
    /// Set when the text had been decoded with the wrong encoding.
    pub repaired: Option<Box<Repaired>>,
    /// The same file repaired, where the evidence in it alone is too weak.
    pub if_repaired: Option<Box<RawPost>>,
}

impl RawPost {
    /// The place of a field, with its line.
    pub fn place<T>(&self, field: &Field<T>) -> Location {
        match &field.file {
            None => self.lines.location(field.line, field.column, field.width),
            Some(file) => Location {
                file: Some(Arc::clone(file)),
                line: field.line,
                column: field.column,
                width: field.width,
                excerpt: String::new(),
            },
        }
    }
}

/// A picture as a post names it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct RawCover {
    pub source: String,
    pub alt: Option<String>,
    /// The file that was found, relative to the site, with `/`.
    pub file: Option<String>,
    /// Where it was looked for, in order; empty for an address on another host.
    pub looked_for: Vec<String>,
}

/// A file as a post brings it along.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct RawEnclosure {
    pub source: String,
    pub media_type: Option<String>,
    pub length_bytes: Option<u64>,
    pub duration_s: Option<u64>,
    pub title: Option<String>,
    /// The file that was found, relative to the site, with `/`, and its length.
    pub file: Option<(String, u64)>,
    /// Where it was looked for, in order; empty for an address on another host.
    pub looked_for: Vec<String>,
}

/// How a text was repaired.
#[derive(Clone, Debug, PartialEq)]
pub struct Repaired {
    /// What it had been wrongly read as.
    pub encoding: &'static str,
    pub restored: usize,
    /// Places that could not be restored, with their lines.
    pub unrestored: Vec<Location>,
}

/// The lines of a front matter, kept so that a diagnostic can show them.
#[derive(Clone, Debug, Default)]
pub struct SourceLines {
    /// The number of the first line that is kept, from 1.
    pub first: u32,
    /// One text, since every post has one.
    text: Box<str>,
}

impl SourceLines {
    /// All lines that are kept.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Each line with its number.
    pub fn numbered(&self) -> impl Iterator<Item = (u32, &str)> {
        (self.first..).zip(self.text.lines())
    }

    /// A place with its line; the line is empty where it was not kept.
    pub fn location(&self, line: u32, column: u32, width: u32) -> Location {
        let index = line.checked_sub(self.first).and_then(|n| usize::try_from(n).ok());
        let excerpt = index.and_then(|n| self.text.lines().nth(n)).unwrap_or_default();
        Location { file: None, line, column, width: width.max(1), excerpt: shorten(excerpt, column) }
    }
}

/// A line of ten megabytes would bury its message: about a hundred characters around the place are shown.
fn shorten(line: &str, column: u32) -> String {
    const SHOWN: usize = 160;
    if line.chars().nth(SHOWN).is_none() || column as usize > SHOWN {
        return line.chars().take(SHOWN).collect();
    }
    line.chars().take(SHOWN).chain(['…']).collect()
}

impl SourceLines {
    /// The lines of a text whose first line has this number.
    pub fn of(text: &str, first: u32) -> Self {
        // Beyond what any terminal shows, a line's tail would only cost memory.
        const KEPT: usize = 400;
        if text.lines().all(|line| line.len() <= KEPT) {
            return Self { first, text: text.into() };
        }
        let lines: Vec<String> = text.lines().map(|line| line.chars().take(KEPT).collect()).collect();
        Self { first, text: lines.join("\n").into() }
    }
}
