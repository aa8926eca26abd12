//! What tells the addresses of a site's posts where no rule does.

/// A file of the site, or a directory of its built pages, that names addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// As whoever asked for the site sees it.
    pub file: String,
    /// Whole addresses, or paths from the host's root.
    pub addresses: Vec<String>,
}
