//! What subscribers will see change between two feeds.

mod findings;

mod pair;
mod pattern;

#[cfg(test)]
mod tests;

pub use pattern::{Change, Pattern};

use crate::feed::published::{self, Published, PublishedItem};
use crate::net;
use crate::store;
use serde::Serialize;
use std::path::Path;

/// What two feeds have in common and what not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// By kind, the alarming first; within a kind in the feeds' order.
    pub findings: Vec<Finding>,
    /// Items about which there is nothing to say.
    pub same: usize,
    /// What became of the ids of all the posts that come back, where it is one and the same.
    pub pattern: Option<Pattern>,
}

impl Difference {
    /// How many findings are of a kind.
    pub fn count(&self, kind: Kind) -> usize {
        self.of(kind).count()
    }

    /// The findings of a kind.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.kind == kind)
    }
}

/// One thing that changed. An item that changed in several ways is in several findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub kind: Kind,
    /// The item in the old feed; of a duplicate, the one before it in the new feed.
    pub old: Option<PublishedItem>,
    pub new: Option<PublishedItem>,
}

/// What changed, as subscribers see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The same post under a new id: readers show it again, as unread.
    Returns,
    /// One id, now of another post: readers show it in the place of the first, and as read.
    IdReused,
    /// An id that the new feed gives twice: readers show one of the two.
    Duplicate,
    /// Gone, though older posts are still there.
    Vanished,
    /// The same id, another link.
    Moved,
    /// The same id, another date of publication.
    Redated,
    /// The same id; title, content, summary or the date of the last change differ.
    Edited,
    /// Not in the old feed.
    New,
    /// Gone, and older than all that stayed: a feed holds the newest only.
    FellOut,
}

impl Kind {
    /// Every kind, the alarming first.
    pub const ALL: [Self; 9] = [
        Self::Returns,
        Self::IdReused,
        Self::Duplicate,
        Self::Vanished,
        Self::Moved,
        Self::Redated,
        Self::Edited,
        Self::New,
        Self::FellOut,
    ];
}

/// Reads the feed in a file or at an `http` or `https` address.
///
/// # Errors
/// When it cannot be had, or is no feed; the reason is for a person and does not repeat the name.
pub fn read_feed(name: &str) -> Result<Published, String> {
    let bytes = if name.contains("://") {
        net::get(name, net::FEED_LIMIT_BYTES).map_err(|error| error.reason())?.bytes
    } else {
        store::read_feed_file(Path::new(name)).map_err(|error| error.reason())?
    };
    published::read(&bytes)
}

/// Compares two feeds of one site, whatever their formats.
pub fn compare(old: &Published, new: &Published) -> Difference {
    let pairing = pair::pair(&old.items, &new.items);
    let (mut findings, same) = findings::findings(&pairing);
    // The sort is stable: within a kind the feeds' order stays.
    findings.sort_by_key(|finding| finding.kind);
    let pattern = pattern::common(findings.iter().filter(|finding| finding.kind == Kind::Returns));
    Difference { findings, same, pattern }
}
