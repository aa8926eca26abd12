//! What reading a site gives.

use super::{Excluded, Facts, RawPost};

/// A site as its files give it, before anything is decided.
#[derive(Clone, Debug)]
pub struct Source {
    /// The framework's name, such as `next-tailwind`.
    pub framework: &'static str,
    pub facts: Facts,
    /// The host name in a `CNAME` file.
    pub cname: Option<String>,
    /// The directory served at the site's root, relative to the site.
    pub out: String,
    /// Each in a box of its own, so that it can be let go as soon as it is resolved.
    pub posts: Vec<Box<RawPost>>,
    pub excluded: Vec<Excluded>,
    /// Whether posts whose date is still to come are published all the same.
    pub publishes_future: bool,
}
