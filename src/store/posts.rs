//! What the last build read of the posts' files; what is in it is known to whoever reads them.

use crate::disk;
use std::path::Path;

/// Below the site's root; safe to delete.
const FILE: &str = ".syndicard/posts";
const LIMIT_BYTES: u64 = 1 << 30;

/// What was kept; empty where there is nothing.
pub fn read_posts(site: &Path) -> Vec<u8> {
    disk::read(&site.join(FILE), LIMIT_BYTES).unwrap_or_default()
}

/// Keeps it for the next build. Where it cannot be kept, that build only takes longer: so nothing is said.
pub fn keep_posts(site: &Path, bytes: &[u8]) {
    if disk::write(&site.join(FILE), bytes).is_ok() {
        // Git need not be told by hand.
        let _ = disk::write(&site.join(".syndicard/.gitignore"), b"*\n");
    }
}
