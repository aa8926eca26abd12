//! What is remembered from one build to the next, and what was published before.

mod feed_file;
mod manifest;

pub use feed_file::read_feed_file;
pub use manifest::{MANIFEST, PublishedFeed, known_files, manifest};
