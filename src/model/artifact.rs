//! A file that is to be written.

/// A path and its bytes.
#[derive(Clone, Debug)]
pub struct Artifact {
    /// Relative to the directory served at the site's root, with `/`.
    pub path: String,
    pub bytes: Vec<u8>,
}
