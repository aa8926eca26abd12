//! What the last build made its feeds from, so that the next one writes those that changed and no others.

use crate::disk;
use crate::model::WrittenFile;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

/// Below the site's root; safe to delete.
const FILE: &str = ".syndicard/feeds.json";
const LIMIT_BYTES: u64 = 256 << 20;

/// What is known of the feeds that were written. A digest is BLAKE3 in hexadecimal.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct FeedState {
    /// Our version: another one may write other bytes.
    version: String,
    /// By the channel's name in the ledger.
    pub channels: BTreeMap<String, ChannelState>,
    /// By the path of the post: what could not be rendered of it, with the digest of what it was read from.
    pub said: BTreeMap<String, (String, Vec<Remark>)>,
}

/// One channel as it was written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelState {
    /// Of all that decides its bytes.
    pub digest: String,
    /// Of each document by its name: what it was made from.
    pub pages: BTreeMap<String, String>,
    /// By path.
    pub files: BTreeMap<String, WrittenFile>,
}

/// Something to tell about a post's content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    pub code: String,
    pub line: Option<u32>,
    pub message: String,
    pub hint: Option<String>,
}

impl FeedState {
    /// What the last build left; nothing where it is missing, damaged or of another version.
    pub fn read(site: &Path) -> Self {
        let bytes = disk::read(&site.join(FILE), LIMIT_BYTES).ok();
        let state: Option<Self> = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        state.filter(|state| state.version == env!("CARGO_PKG_VERSION")).unwrap_or_default()
    }

    /// Keeps it for the next build. Where it cannot be kept, that build only takes longer: so nothing is said.
    pub fn write(mut self, site: &Path) {
        env!("CARGO_PKG_VERSION").clone_into(&mut self.version);
        let Ok(bytes) = serde_json::to_vec(&self) else { return };
        let path = site.join(FILE);
        if disk::read(&path, LIMIT_BYTES).is_ok_and(|old| old == bytes) {
            return;
        }
        if disk::write(&path, &bytes).is_ok() {
            // Git need not be told by hand.
            let _ = disk::write(&site.join(".syndicard/.gitignore"), b"*\n");
        }
    }
}
