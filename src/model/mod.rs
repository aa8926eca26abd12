//! The nouns that travel from reading to writing.

mod artifact;
mod attachment;
mod card_file;
mod card_settings;
mod evidence;
mod explanation;
mod facts;
mod feed_settings;
mod header;
mod keep;
mod ledger;
mod post;
mod published_feed;
mod raw;
mod route;
mod source;
mod stamp;
mod theme_files;

pub use artifact::Artifact;
pub use attachment::Attachment;
pub use card_file::{CardFile, DrawnCard, PostMedia};
pub use card_settings::{CardSettings, CardSize};
pub use evidence::Evidence;
pub use explanation::{Explained, Explanation, Origin};
pub use facts::{Author, Facts, Field, Placed, SiteFacts};
pub use feed_settings::{By, ContentChoice, FeedSet, FeedSettings, Style};
pub use header::Header;
pub use keep::Keep;
pub use ledger::{ContentHash, Ledger, LedgerLine};
pub use post::{CardTheme, CardWish, Cover, Excluded, Post, Site};
pub use published_feed::PublishedFeed;
pub use raw::{RawCover, RawEnclosure, RawPost, Repaired, SourceLines};
pub use route::{Route, RouteClock, RoutePart, RouteRule};
pub use source::{Depth, Source};
pub use stamp::{Stamp, WrittenFile};
pub use theme_files::ThemeFiles;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// RFC 3986 `pchar` without `%`: what a path segment may hold as it is.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b':')
    .remove(b'@');

/// Percent-encodes each segment of a decoded path (RFC 3986, section 3.3).
pub fn encode_path(path: &str) -> String {
    let is_plain =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'.' | b'_' | b'~');
    if path.bytes().all(is_plain) {
        return path.to_owned();
    }
    let segments: Vec<String> =
        path.split('/').map(|segment| utf8_percent_encode(segment, SEGMENT).to_string()).collect();
    segments.join("/")
}

/// Plain text for HTML's text and quoted attributes.
pub fn escape_html(text: &str) -> String {
    // The ampersand goes first, or the entities would be escaped too.
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
