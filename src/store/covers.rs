//! Covers from other servers, kept so that a build need not fetch them again.

#[cfg(test)]
mod tests;

use crate::disk;
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Below the site's root; safe to delete: then they are fetched again.
const FOLDER: &str = ".syndicard/covers";
/// All of them together: 2,000 photos of a usual size.
const LIMIT_BYTES: u64 = 512 << 20;
/// One of them, with its head.
const FILE_LIMIT_BYTES: u64 = 64 << 20;
/// The head holds two validators, each of 1 KiB at most, written as JSON.
const HEAD_LIMIT_BYTES: u64 = 16 << 10;

/// A cover as a server gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptCover {
    pub bytes: Vec<u8>,
    /// The entity tag that came with it (RFC 9110, 8.8.3).
    pub etag: Option<String>,
    pub last_modified: Option<String>,
    /// When the server last said that it is current, in seconds since 1970.
    pub checked_s: i64,
}

/// The first line of a file; the cover's bytes follow.
#[derive(Serialize, Deserialize)]
struct Head {
    checked_s: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    etag: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    last_modified: Option<String>,
    /// BLAKE3 of the bytes, in hexadecimal.
    digest: String,
}

/// The covers that are kept, each in a file named by the BLAKE3 digest of its address.
pub struct KeptCovers {
    folder: PathBuf,
    limit_bytes: u64,
    /// What all are known to take at most; nothing before the first is written.
    total_bytes: Mutex<Option<u64>>,
}

impl KeptCovers {
    /// Those of a site.
    pub fn new(site: &Path) -> Self {
        Self { folder: site.join(FOLDER), limit_bytes: LIMIT_BYTES, total_bytes: Mutex::new(None) }
    }

    /// The cover that came from an address; nothing where it is missing or damaged.
    pub fn read(&self, url: &str) -> Option<KeptCover> {
        let mut bytes = disk::read(&self.folder.join(name_of(url)), FILE_LIMIT_BYTES).ok()?;
        let (head, length) = head_of(&bytes)?;
        bytes.drain(..length);
        (blake3::hash(&bytes).to_hex().as_str() == head.digest).then_some(KeptCover {
            bytes,
            etag: head.etag,
            last_modified: head.last_modified,
            checked_s: head.checked_s,
        })
    }

    /// The digest of the cover that came from an address, and when it was checked; without a look at its bytes.
    pub fn digest(&self, url: &str) -> Option<(String, i64)> {
        let (bytes, _) = disk::head(&self.folder.join(name_of(url)), HEAD_LIMIT_BYTES).ok()?;
        let (head, _) = head_of(&bytes)?;
        Some((head.digest, head.checked_s))
    }

    /// Keeps a cover, and lets go of those that were longest not asked for where all take too much.
    ///
    /// Gives whether it is kept. Where it cannot be, the next build only takes longer: so nothing is said.
    pub fn keep(&self, url: &str, cover: &KeptCover) -> bool {
        let head = Head {
            checked_s: cover.checked_s,
            etag: cover.etag.clone(),
            last_modified: cover.last_modified.clone(),
            digest: blake3::hash(&cover.bytes).to_hex().to_string(),
        };
        let Ok(mut file) = serde_json::to_vec(&head) else { return false };
        file.push(b'\n');
        file.extend_from_slice(&cover.bytes);
        let length_bytes = file.len() as u64;
        let name = name_of(url);
        if length_bytes > FILE_LIMIT_BYTES.min(self.limit_bytes)
            || disk::write(&self.folder.join(&name), &file).is_err()
        {
            return false;
        }
        self.make_room(&name, length_bytes);
        true
    }

    /// Deletes the oldest where all take more than the limit, until a quarter of it is free.
    fn make_room(&self, newest: &str, length_bytes: u64) {
        let mut total = self.total_bytes.lock().unwrap_or_else(PoisonError::into_inner);
        // A cover that replaces another is counted twice, which only leads to an early look.
        if let Some(known) = *total
            && known.saturating_add(length_bytes) <= self.limit_bytes
        {
            *total = Some(known.saturating_add(length_bytes));
            return;
        }
        if total.is_none()
            && let Some(state) = self.folder.parent()
        {
            // Git need not be told by hand.
            let _ = disk::write(&state.join(".gitignore"), b"*\n");
        }
        let mut files = self.files();
        files.sort();
        let mut taken: u64 = files.iter().map(|file| file.length_bytes).sum();
        if taken > self.limit_bytes {
            let enough = self.limit_bytes / 4 * 3;
            for file in files.iter().filter(|file| file.name != newest) {
                if taken <= enough {
                    break;
                }
                if fs::remove_file(self.folder.join(&file.name)).is_ok() {
                    taken = taken.saturating_sub(file.length_bytes);
                }
            }
        }
        *total = Some(taken);
    }

    /// Those that stand there; what bears another name is none of ours.
    fn files(&self) -> Vec<File> {
        let Ok(entries) = fs::read_dir(&self.folder) else { return Vec::new() };
        let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let ours = names.filter(|name| name.len() == 64 && name.bytes().all(|b| b.is_ascii_hexdigit()));
        ours.filter_map(|name| {
            let (head, length_bytes) = disk::head(&self.folder.join(&name), HEAD_LIMIT_BYTES).ok()?;
            // A damaged one goes first.
            let checked_s = head_of(&head).map_or(i64::MIN, |(head, _)| head.checked_s);
            Some(File { checked_s, name, length_bytes })
        })
        .collect()
    }
}

/// A file of a cover; the one that was longest not asked for comes first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct File {
    checked_s: i64,
    name: String,
    length_bytes: u64,
}

fn name_of(url: &str) -> String {
    blake3::hash(url.as_bytes()).to_hex().to_string()
}

/// The head of a file, and how many bytes it takes with the end of its line.
fn head_of(bytes: &[u8]) -> Option<(Head, usize)> {
    let end = memchr::memchr(b'\n', bytes)?;
    Some((serde_json::from_slice(bytes.get(..end)?).ok()?, end + 1))
}
