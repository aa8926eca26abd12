//! What is remembered from one build to the next.

mod manifest;

pub use manifest::{MANIFEST, PublishedFeed, known_files, manifest};
