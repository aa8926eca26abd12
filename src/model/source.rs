//! What reading a site gives.

use super::{Evidence, Excluded, Facts, RawPost, RouteClock};

/// How far into the bodies of posts one looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// Only for what titles and addresses take from there: enough for a list.
    Heads,
    /// For all that feeds, cards and the ledger say of them.
    #[default]
    Bodies,
}

/// A site as its files give it, before anything is decided.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// The framework's name, such as `next-tailwind`.
    pub framework: &'static str,
    /// What stands before the site's paths where a directory above it was asked for: empty, or ending in `/`.
    pub below: String,
    pub facts: Facts,
    /// The host name in a `CNAME` file.
    pub cname: Option<String>,
    /// The directory served at the site's root, relative to the site.
    pub out: String,
    /// Where posts were looked for, relative to the site, and by which extensions.
    pub folders: Vec<(String, &'static [&'static str])>,
    /// Each in a box of its own, so that it can be let go as soon as it is resolved.
    #[allow(clippy::vec_box, reason = "a box is let go by itself")]
    pub posts: Vec<Box<RawPost>>,
    pub excluded: Vec<Excluded>,
    /// What tells addresses where no rule does.
    pub evidence: Vec<Evidence>,
    /// Whether posts whose date is still to come are published all the same.
    pub publishes_future: bool,
    /// The clock by which the framework tells a post's day.
    pub clock: RouteClock,
    /// What to remember of the files, so that those that stay as they are need not be read again; nothing where that is known already.
    pub remember: Option<Vec<u8>>,
}
