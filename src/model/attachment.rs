//! A file that belongs to a post, with the exact facts that feeds give of it.

/// A picture, a sound or a film; RSS and Atom call it an enclosure.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Attachment {
    /// Absolute.
    pub url: String,
    /// The name registered with IANA.
    pub media_type: String,
    pub length_bytes: u64,
    pub width_px: Option<u32>,
    pub height_px: Option<u32>,
    pub duration_s: Option<u64>,
    /// What a picture shows, or what a recording is called.
    pub title: Option<String>,
}

impl Attachment {
    /// Media RSS's `medium`: the part of the media type before the slash, where it is one of those.
    pub fn medium(&self) -> Option<&str> {
        let medium = self.media_type.split('/').next()?;
        matches!(medium, "image" | "audio" | "video").then_some(medium)
    }
}
