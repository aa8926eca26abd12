//! Feeds: posts in the formats that feed readers take.

mod atom;
mod channel;
mod clean;
pub mod content;
mod endonyms;
mod json;
mod media;
mod opml;
mod paging;
pub mod published;
mod rss;
mod style;
mod subscribe;
mod text;
mod weight;

#[cfg(test)]
mod tests;

pub use channel::{Channel, FeedFile, Page, channels};
pub use opml::opml;
pub use paging::{Paged, Room, page};
pub use style::css;
pub use subscribe::page as subscribe_page;
pub use weight::of as weight;

use crate::diag::Diagnostic;
use crate::model::{Artifact, Attachment, Post, SiteFacts};

/// What a feed format is called, where it goes and how it is written.
pub struct Format {
    /// As it is typed, such as `rss`.
    pub name: &'static str,
    /// As a person reads it.
    pub title: &'static str,
    /// The name that its files have by default.
    pub file: &'static str,
    /// The name registered with IANA, or the one its specification gives.
    pub media_type: &'static str,
    /// The bytes of a feed, or why there are none. Expects text that was cleaned: call [`write`] instead.
    write: fn(&Feed, &FeedFile) -> Result<Vec<u8>, String>,
}

/// Every format that can be written.
pub const FORMATS: &[&Format] = &[&rss::FORMAT, &atom::FORMAT, &json::FORMAT];

/// The format with this name.
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().copied().find(|format| format.name == name)
}

/// What stands in every feed, so that our own files are recognised.
const PROGRAM: &str = "Syndicard";
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// One document of a channel, before its format.
#[derive(Clone)]
pub struct Feed<'a> {
    pub site: &'a SiteFacts,
    pub channel: &'a Channel,
    pub page: Page,
    /// The archives (RFC 5005, section 4) before and after this document.
    pub previous: Option<u32>,
    pub next: Option<u32>,
    /// WebSub hubs, absolute.
    pub hubs: &'a [String],
    /// The address of the style sheet for browsers.
    pub stylesheet: Option<&'a str>,
    /// Newest first.
    pub entries: Vec<Entry<'a>>,
}

/// One post in a feed.
#[derive(Clone)]
pub struct Entry<'a> {
    pub post: &'a Post,
    /// The most important first: RSS has room for one.
    pub attachments: &'a [Attachment],
    /// The address of the picture that stands for the post.
    pub image: Option<&'a str>,
    /// The whole post as HTML that was sanitised.
    pub content: Option<&'a str>,
}

impl Feed<'_> {
    /// The public address of one of the channel's documents.
    fn address(&self, file: &FeedFile, page: Page) -> String {
        self.site.address_of(&file.path(page))
    }

    /// The moment of the last change in it; none where it is empty.
    fn updated(&self) -> Option<chrono::DateTime<chrono::FixedOffset>> {
        self.entries.iter().map(|entry| entry.post.touched()).max()
    }
}

/// Writes a document in every format of its channel, without the characters that XML forbids.
///
/// # Errors
/// When a format's writer fails; the message says why.
pub fn write(feed: &Feed) -> Vec<Result<Artifact, Diagnostic>> {
    let files = feed.channel.files.as_slice();
    cleaned(feed, |feed| {
        files
            .iter()
            .map(|file| {
                let path = file.path(feed.page);
                let failed = |reason: String| {
                    Diagnostic::error("feed-unwritten", format!("`{path}` cannot be written: {reason}"))
                };
                let bytes = (file.format.write)(feed, file).map_err(failed)?;
                Ok(Artifact { path, bytes })
            })
            .collect()
    })
}

/// Hands `then` a copy that every format can write as it is.
fn cleaned<T>(feed: &Feed, then: impl FnOnce(&Feed) -> T) -> T {
    let site = clean::site(feed.site);
    let posts: Vec<Post> = feed.entries.iter().map(|entry| clean::post(entry.post)).collect();
    let attachments: Vec<Vec<Attachment>> =
        feed.entries.iter().map(|entry| entry.attachments.iter().map(clean::attachment).collect()).collect();
    let entries = feed.entries.iter().zip(&posts).zip(&attachments);
    let entries =
        entries.map(|((entry, post), attachments)| Entry { post, attachments, ..entry.clone() }).collect();
    then(&Feed { site: &site, entries, ..feed.clone() })
}

/// Says which control characters a post holds, where it holds some.
pub fn forbidden_characters(post: &Post) -> Option<Diagnostic> {
    let texts = clean::texts(post);
    let forbidden = text::forbidden(&texts);
    let said = || {
        Diagnostic::warning("control-character", format!("{forbidden} cannot stand in a feed: left out"))
            .in_file(post.path.as_str())
            .hint("remove it; it was perhaps pasted from another program")
    };
    (!forbidden.is_empty()).then(said)
}
