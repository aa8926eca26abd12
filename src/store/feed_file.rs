//! A feed that was kept in a file.

use crate::disk::{self, ReadError};
use std::path::Path;

/// As much as is taken from an address.
const LIMIT_BYTES: u64 = 64 << 20;

/// Reads the file that somebody named as a feed.
///
/// # Errors
/// When it is larger than 64 MiB, no regular file, or cannot be read.
pub fn read_feed_file(path: &Path) -> Result<Vec<u8>, ReadError> {
    disk::read(path, LIMIT_BYTES)
}
