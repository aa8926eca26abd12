//! A file that is to be written.

/// A path and its bytes.
#[derive(Clone, Debug)]
pub struct Artifact {
    /// Relative to the directory served at the site's root, with `/`.
    pub path: String,
    pub bytes: Vec<u8>,
}

/// The media types of what Syndicard writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaType {
    Jpeg,
    Png,
}

impl MediaType {
    /// The name registered with IANA.
    pub fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }
}
