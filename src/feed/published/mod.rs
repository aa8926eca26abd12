//! Feeds as they stand published, by any generator: read for the ids that their readers know.

mod dialect;
pub mod link;

#[cfg(test)]
mod tests;

use chrono::{DateTime, FixedOffset, Utc};
use feed_rs::model::{Entry, FeedType};
use feed_rs::parser::{Builder, ParseErrorKind, ParseFeedError};
use url::Url;

/// A feed, reduced to what its readers go by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    pub title: Option<String>,
    /// In the feed's order, duplicates included.
    pub items: Vec<PublishedItem>,
}

/// One item of a feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedItem {
    /// As written, without the white space around it.
    pub id: String,
    /// Whether the feed gave it; else it is the link, the title or a hash, as readers that find none take them.
    /// RSS 1.0 names its items by `rdf:about`, which `feed-rs` drops: there the link, which it should equal, stands in.
    pub id_given: bool,
    /// Absolute where the feed says against what.
    pub link: Option<String>,
    pub title: Option<String>,
    /// In UTC: `feed-rs` keeps the moment, not the offset.
    pub published: Option<DateTime<FixedOffset>>,
    /// In UTC. Of RSS only what differs from `published`, whose copy `feed-rs` puts here.
    pub updated: Option<DateTime<FixedOffset>>,
    /// BLAKE3 in hex of title, content and summary, to tell an edit.
    pub content_hash: String,
}

impl PublishedItem {
    /// When it appeared; else, when it was last changed.
    pub fn date(&self) -> Option<DateTime<FixedOffset>> {
        self.published.or(self.updated)
    }
}

/// Reads RSS 0.90 to 2.0, Atom or JSON Feed.
///
/// # Errors
/// When it is none of them, or broken; the reason is for a person.
pub fn read(bytes: &[u8]) -> Result<Published, String> {
    let mended = dialect::mend(bytes);
    // No id is made up: `feed-rs` would hide behind a hash that the feed gave none.
    let parser = Builder::new().id_generator(|_, _, _| String::new()).sanitize_content(false).build();
    let feed = parser.parse(&*mended).map_err(|error| reason(&error, bytes))?;
    let home = feed.links.iter().find(|link| link.rel.as_deref() != Some("self"));
    let home = home.and_then(|link| Url::parse(&link.href).ok());
    let is_rss = !matches!(feed.feed_type, FeedType::Atom | FeedType::JSON);
    Ok(Published {
        title: feed.title.and_then(|title| filled(&title.content)),
        items: feed.entries.iter().map(|entry| item(entry, is_rss, home.as_ref())).collect(),
    })
}

fn item(entry: &Entry, is_rss: bool, home: Option<&Url>) -> PublishedItem {
    let given = filled(&entry.id);
    let title = entry.title.as_ref().and_then(|title| filled(&title.content));
    // An RSS guid is the link where none stands beside it, unless it is no address.
    let guid_link =
        given.clone().filter(|id| is_rss && (id.starts_with("http:") || id.starts_with("https:")));
    let link = link(entry, home).or(guid_link);
    let content_hash = content_hash(entry);
    let stand_in = || link.clone().or(title.clone()).unwrap_or_else(|| content_hash.clone());
    PublishedItem {
        id_given: given.is_some(),
        id: given.unwrap_or_else(stand_in),
        published: entry.published.map(fixed),
        updated: entry.updated.filter(|_| !is_rss || entry.updated != entry.published).map(fixed),
        link,
        title,
        content_hash,
    }
}

/// The post's own page: not the feed, a file that comes with it, or the comments.
fn link(entry: &Entry, home: Option<&Url>) -> Option<String> {
    let own = |rel: Option<&str>| matches!(rel, None | Some("alternate"));
    let mut links = entry.links.iter().filter(|link| link.target.is_none());
    let href = links.find(|link| own(link.rel.as_deref()) && !link.href.trim().is_empty())?.href.trim();
    let resolved = match (Url::parse(href), home) {
        (Err(url::ParseError::RelativeUrlWithoutBase), Some(home)) => home.join(href).ok(),
        _ => None,
    };
    Some(resolved.map_or_else(|| href.to_owned(), String::from))
}

fn content_hash(entry: &Entry) -> String {
    let title = entry.title.as_ref().map(|title| title.content.as_str());
    let content = entry.content.as_ref().and_then(|content| content.body.as_deref());
    let summary = entry.summary.as_ref().map(|summary| summary.content.as_str());
    let mut hasher = blake3::Hasher::new();
    for text in [title, content, summary] {
        let text = text.unwrap_or_default().trim();
        // The length keeps a sentence that moves from one to the next from going unseen.
        hasher.update(&(text.len() as u64).to_le_bytes()).update(text.as_bytes());
    }
    hasher.finalize().to_hex().to_string()
}

fn filled(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn fixed(moment: DateTime<Utc>) -> DateTime<FixedOffset> {
    moment.fixed_offset()
}

fn reason(error: &ParseFeedError, bytes: &[u8]) -> String {
    if bytes.trim_ascii().is_empty() {
        return "it is empty".to_owned();
    }
    let head = String::from_utf8_lossy(bytes.get(..1024).unwrap_or(bytes)).to_ascii_lowercase();
    if head.contains("<html") || head.contains("<!doctype html") {
        return "it is a web page, not a feed".to_owned();
    }
    match error {
        ParseFeedError::ParseError(ParseErrorKind::NoFeedRoot) => {
            "it is not RSS, Atom or JSON Feed".to_owned()
        }
        ParseFeedError::ParseError(kind) => format!("it is a broken feed: {kind}"),
        ParseFeedError::IoError(error) => format!("its text cannot be decoded: {error}"),
        ParseFeedError::JsonSerde(error) => format!("it is not JSON Feed: {error}"),
        ParseFeedError::JsonUnsupportedVersion(version) => {
            format!("it is JSON Feed of an unknown version, `{version}`")
        }
        ParseFeedError::XmlReader(error) => {
            let text = error.to_string();
            format!("its XML is broken: {}", text.split_once(": ").map_or(text.as_str(), |(_, rest)| rest))
        }
    }
}
