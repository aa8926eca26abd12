//! What is remembered of every post that was ever published.

use std::collections::BTreeMap;

/// BLAKE3 of a post's title and body.
pub type ContentHash = [u8; 16];

/// `syndicard.lock`: by what id feed readers know each post, and in which archives it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// By the post's path, relative to the site, with `/`.
    pub lines: BTreeMap<String, LedgerLine>,
}

/// One post.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LedgerLine {
    /// From its first publication on.
    pub id: String,
    /// Of the title and body at the last build.
    pub content: ContentHash,
    /// The number of the archive that holds it, for each feed that has pages; the main feed's name is empty.
    pub archives: BTreeMap<String, u32>,
}
