//! Where everything that is known of one file comes from.

use crate::diag::Diagnostic;

/// One file, explained.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// As whoever asked named it.
    pub path: String,
    /// Why it is left out; nothing for a post.
    pub excluded: Option<String>,
    pub facts: Vec<Explained>,
    /// What was said of the file.
    pub diagnostics: Vec<Diagnostic>,
}

/// One thing that is known, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// Such as `address` or `cover`.
    pub name: &'static str,
    /// Empty where there is none.
    pub value: String,
    /// In words.
    pub rule: String,
    pub origin: Option<Origin>,
}

/// The line that decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// As whoever asked sees it.
    pub file: String,
    /// Counted from 1.
    pub line: u32,
    /// The line itself; empty where it was not kept.
    pub text: String,
}
