//! What tells, without a look into a file, that it is as it was.

use serde::{Deserialize, Serialize};

/// The length of a file and when it was changed: where all is as it was, so are the bytes.
///
/// The time of the last change of any kind is among them where the system keeps it. No program can set that one, so that a
/// file is not taken for what it was because somebody put its time back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(u64, i64, i64)", into = "(u64, i64, i64)")]
pub struct Stamp {
    pub length_bytes: u64,
    /// This and the next in the system's own units.
    written: i64,
    changed: i64,
}

impl Stamp {
    /// Whether a file was last changed before another was: what is written to it from then on gives it another stamp.
    pub fn is_before(&self, other: &Self) -> bool {
        self.written.max(self.changed) < other.written.max(other.changed)
    }
}

impl From<(u64, i64, i64)> for Stamp {
    fn from((length_bytes, written, changed): (u64, i64, i64)) -> Self {
        Self { length_bytes, written, changed }
    }
}

impl From<Stamp> for (u64, i64, i64) {
    fn from(stamp: Stamp) -> Self {
        (stamp.length_bytes, stamp.written, stamp.changed)
    }
}

/// A file as it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenFile {
    #[serde(rename = "bytes")]
    pub length_bytes: u64,
    /// BLAKE3 of the bytes, in hexadecimal.
    pub hash: String,
    /// Where the file still has the same, its bytes need not be read.
    pub stamp: Option<Stamp>,
}
