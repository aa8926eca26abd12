//! Feeds: posts in the formats that feed readers take.

mod atom;
mod clean;
mod json;
pub mod published;
mod rss;
mod text;

#[cfg(test)]
mod tests;

use crate::diag::Diagnostic;
use crate::model::{Artifact, CardFile, Post, SiteFacts};

/// What a feed format is called, where it goes and how it is written.
pub struct Format {
    /// As it is typed, such as `rss`.
    pub name: &'static str,
    /// As a person reads it.
    pub title: &'static str,
    /// The path it has by default, relative to the directory served at the site's root.
    pub file: &'static str,
    /// The name registered with IANA, or the one its specification gives.
    pub media_type: &'static str,
    /// The feed's bytes, or why there are none. Expects text that was cleaned: call [`write`] instead.
    pub write: fn(&Feed) -> Result<Vec<u8>, String>,
}

/// Every format that can be written.
pub const FORMATS: &[&Format] = &[&rss::FORMAT, &atom::FORMAT, &json::FORMAT];

/// What stands in every feed, so that our own files are recognised.
const PROGRAM: &str = "Syndicard";
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// One feed, before its format.
pub struct Feed<'a> {
    pub site: &'a SiteFacts,
    /// The feed's own public address.
    pub self_url: String,
    /// Newest first, and only what belongs in feeds.
    pub entries: Vec<Entry<'a>>,
}

/// One post in a feed, with its card where one was drawn.
pub struct Entry<'a> {
    pub post: &'a Post,
    pub card: Option<&'a CardFile>,
}

/// Writes a feed at the format's default path, without the characters that XML forbids.
///
/// # Errors
/// When the format's writer fails; the message says why.
pub fn write(format: &Format, feed: &Feed) -> Result<Artifact, Diagnostic> {
    let site = clean::site(feed.site);
    let posts: Vec<Post> = feed.entries.iter().map(|entry| clean::post(entry.post)).collect();
    let cards: Vec<Option<CardFile>> = feed.entries.iter().map(|entry| entry.card.map(clean::card)).collect();
    let entries = posts.iter().zip(&cards);
    let cleaned = Feed {
        site: &site,
        self_url: text::clean(&feed.self_url),
        entries: entries.map(|(post, card)| Entry { post, card: card.as_ref() }).collect(),
    };
    let bytes = (format.write)(&cleaned).map_err(|reason| {
        let message = format!("`{}` cannot be written: {reason}", format.file);
        Diagnostic::error("feed-unwritten", message)
    })?;
    Ok(Artifact { path: format.file.to_owned(), bytes })
}

/// Says which control characters a post holds, where it holds some.
pub fn forbidden_characters(post: &Post) -> Option<Diagnostic> {
    let texts = clean::texts(post);
    let forbidden = text::named(&texts, text::is_forbidden);
    if !forbidden.is_empty() {
        let message = format!("{forbidden} cannot stand in a feed: left out");
        return Some(warning(post, message));
    }
    // They are allowed, yet are mostly Windows-1252 read as Latin-1.
    let doubtful = text::named(&texts, text::is_doubtful);
    if !doubtful.is_empty() {
        let message = format!("few readers can show {doubtful}");
        return Some(warning(post, message));
    }
    None
}

fn warning(post: &Post, message: String) -> Diagnostic {
    Diagnostic::warning("control-character", message)
        .in_file(post.path.as_str())
        .hint("remove it; it was perhaps pasted from another program")
}
