//! Which state of each feed its hubs were told of.

use crate::disk;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

/// Below the site's root; safe to delete: then the hubs are told of every feed once more.
const FILE: &str = ".syndicard/pinged.json";
const LIMIT_BYTES: u64 = 16 << 20;

/// By hub, by the address of the feed: the hash of its bytes.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Pinged(pub BTreeMap<String, BTreeMap<String, String>>);

impl Pinged {
    /// What is remembered; nothing where that is missing or damaged.
    pub fn read(site: &Path) -> Self {
        let bytes = disk::read(&site.join(FILE), LIMIT_BYTES).ok();
        bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Remembers it. Where that fails, hubs are told once too often, which does no harm.
    pub fn write(&self, site: &Path) {
        if let Ok(bytes) = serde_json::to_vec(self) {
            let _ = disk::write(&site.join(FILE), &bytes);
            let _ = disk::write(&site.join(".syndicard/.gitignore"), b"*\n");
        }
    }
}
