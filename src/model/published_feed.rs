//! A feed that was written, as the manifest, the list of feeds and the subscribe page name it.

use serde::Serialize;

/// One channel in one format.
#[derive(Clone, Debug, Serialize)]
pub struct PublishedFeed {
    /// As it is typed, such as `rss`.
    pub format: &'static str,
    /// As a person reads it, such as `RSS 2.0`.
    pub format_title: &'static str,
    pub title: String,
    /// Relative to the directory served at the site's root, with `/`.
    pub path: String,
    /// Absolute.
    pub url: String,
    pub media_type: &'static str,
    /// BCP 47.
    pub language: String,
    /// Whether it is the site's main feed, not that of a tag, an author and so on.
    pub main: bool,
    /// BLAKE3 of the current document's bytes, in hexadecimal.
    pub hash: String,
    /// WebSub hubs that want to be told when it changes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hubs: Vec<String>,
    /// The paths of its archive documents, the oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub archives: Vec<String>,
}

impl PublishedFeed {
    /// What tells channels apart: the folder of a feed's files, empty for the main one.
    pub fn folder(&self) -> &str {
        if self.main { "" } else { self.path.rsplit_once('/').map_or("", |(folder, _)| folder) }
    }

    /// The element by which browsers and readers find the feed in a page's head (RSS autodiscovery; RFC 8288 `alternate`).
    pub fn discovery(&self) -> String {
        format!(
            "<link rel=\"alternate\" type=\"{}\" title=\"{}\" href=\"{}\">",
            self.media_type,
            super::escape_html(&format!("{} ({})", self.title, self.format_title)),
            super::escape_html(&self.url)
        )
    }
}
