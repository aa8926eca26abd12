//! The nouns that travel from reading to writing.

mod artifact;
mod card_file;
mod facts;
mod post;
mod raw;
mod source;

pub use artifact::{Artifact, MediaType};
pub use card_file::{CardFile, DrawnCard};
pub use facts::{Author, Facts, Field, SiteFacts};
pub use post::{CardWish, Cover, Excluded, Post, Site};
pub use raw::{RawCover, RawPost, Repaired, SourceLines};
pub use source::Source;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// RFC 3986 `pchar` without `%`: what a path segment may hold as it is.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'!')
    .remove(b'$')
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
    let segments: Vec<String> =
        path.split('/').map(|segment| utf8_percent_encode(segment, SEGMENT).to_string()).collect();
    segments.join("/")
}
