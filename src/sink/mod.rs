//! Writes what was made, and takes away what nobody asks for any more.

mod directory;
mod mark;
#[cfg(test)]
mod tests;

pub use directory::{Directory, Known};

use crate::diag::Diagnostic;
use crate::model::{Artifact, Stamp, WrittenFile};

/// What became of an artifact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    New,
    /// The same bytes stood there already.
    Unchanged,
}

/// A destination; several threads may write to it at once.
pub trait Sink: Sync {
    /// Writes the whole file or nothing.
    ///
    /// # Errors
    /// When a file of somebody else is in the way, or the destination refuses.
    fn put(&self, artifact: &Artifact) -> Result<Written, Diagnostic>;

    /// Whether the file stands there with these bytes already.
    fn holds(&self, artifact: &Artifact) -> bool;

    /// The stamp of a file that stands there as an earlier build wrote it, so that it need not be made again; nothing where it does not.
    fn has(&self, path: &str, file: &WrittenFile) -> Option<Stamp>;

    /// The stamp of whatever file stands there now.
    fn stamp(&self, path: &str) -> Option<Stamp>;

    /// Takes a file away if it is ours; whether it did.
    fn remove(&self, path: &str) -> bool;
}
