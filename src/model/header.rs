//! How a file of a post says what it is about.

/// Where a post's fields stand in its file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Header {
    /// Between fences, as YAML, TOML or JSON.
    #[default]
    Fences,
    /// As fences, but a file without any is a post too, all of it body.
    Optional,
    /// As optional, but the opening fence may be missing, as Hexo allows; `;;;` stands around JSON without braces.
    Closed,
}

impl Header {
    /// Whether a file that says nothing of itself may be a post all the same.
    pub fn is_optional(self) -> bool {
        matches!(self, Self::Optional | Self::Closed)
    }
}
