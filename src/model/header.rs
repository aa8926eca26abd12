//! How a file of a post says what it is about.

use serde::{Deserialize, Serialize};

/// Where a post's fields stand in its file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Header {
    /// Between fences, as YAML, TOML or JSON.
    #[default]
    Fences,
    /// As fences, but a file without any is a post too, all of it body.
    Optional,
    /// As optional, but the opening fence may be missing, as Hexo allows; `;;;` stands around JSON without braces.
    Closed,
    /// `Key: value` lines until the first blank one, as MultiMarkdown has them; fences may stand around them.
    Lines,
    /// The title and the field list (`:key: value`) at the head of reStructuredText.
    Docinfo,
    /// `.. key: value` lines, in a comment or not, or fences; a file without any is all body.
    Dotted,
    /// `<title>` and `<meta>` elements in the head of an HTML page.
    Metas,
    /// In an export that holds all posts, by a path such as `export.json#my-post`.
    Export,
}

impl Header {
    /// Whether a file that says nothing of itself may be a post all the same.
    pub fn is_optional(self) -> bool {
        matches!(self, Self::Optional | Self::Closed)
    }
}
