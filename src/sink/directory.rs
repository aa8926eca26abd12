//! A directory of this machine.

use super::mark::is_ours;
use super::{Sink, Written};
use crate::diag::Diagnostic;
use crate::disk::{self, ReadError};
use crate::model::{Artifact, Stamp, WrittenFile};
use std::path::{MAIN_SEPARATOR, PathBuf};

/// Larger than anything that is written here.
const LIMIT_BYTES: u64 = 256 << 20;

/// Whether an earlier build wrote the file of a path: asked only where a file is in the way.
pub type Known<'a> = Box<dyn Fn(&str) -> bool + Sync + 'a>;

/// The directory that is served at the site's root.
pub struct Directory<'a> {
    root: PathBuf,
    /// As diagnostics name it.
    name: String,
    /// What the previous manifest names as ours.
    known: Known<'a>,
    force: bool,
}

impl<'a> Directory<'a> {
    /// With `force`, files of others are overwritten.
    pub fn new(root: PathBuf, name: String, force: bool) -> Self {
        Self { root, name, known: Box::new(|_| false), force }
    }

    /// The same, where an earlier build wrote some of the files.
    pub fn knowing(self, known: Known<'a>) -> Self {
        Self { known, ..self }
    }

    /// Where a path is, refusing any that would leave the directory.
    fn place(&self, path: &str) -> Option<PathBuf> {
        let inside = path.split('/').all(|part| !matches!(part, "" | "." | "..") && !part.contains('\\'));
        if MAIN_SEPARATOR == '/' {
            return inside.then(|| self.root.join(path));
        }
        inside.then(|| path.split('/').fold(self.root.clone(), |place, part| place.join(part)))
    }

    fn shown(&self, path: &str) -> String {
        if self.name.is_empty() { path.to_owned() } else { format!("{}/{path}", self.name) }
    }

    fn failed(&self, path: &str, reason: &str) -> Diagnostic {
        Diagnostic::error("write-failed", format!("the file cannot be written: {reason}"))
            .in_file(self.shown(path))
    }
}

impl Sink for Directory<'_> {
    fn put(&self, artifact: &Artifact) -> Result<Written, Diagnostic> {
        let path = &artifact.path;
        let place = self.place(path).ok_or_else(|| self.failed(path, "the path leaves the directory"))?;
        match disk::read(&place, LIMIT_BYTES) {
            Ok(old) if old == artifact.bytes => return Ok(Written::Unchanged),
            Ok(old) if !self.force && !(self.known)(path) && !is_ours(path, &old) => {
                return Err(Diagnostic::error("file-not-ours", "a file that Syndicard did not write is in the way")
                    .in_file(self.shown(path))
                    .hint("move it, give ours another path in syndicard.yaml (`feeds: {paths: {rss: rss.xml}, subscribe: …}`), or overwrite it with `--force`"));
            }
            Ok(_) => {}
            Err(ReadError::Io(error)) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(self.failed(path, &error.reason())),
        }
        disk::write(&place, &artifact.bytes).map_err(|error| self.failed(path, &error.to_string()))?;
        Ok(Written::New)
    }

    fn holds(&self, artifact: &Artifact) -> bool {
        let place = self.place(&artifact.path);
        place.is_some_and(|place| disk::read(&place, LIMIT_BYTES).is_ok_and(|old| old == artifact.bytes))
    }

    fn has(&self, path: &str, file: &WrittenFile) -> Option<Stamp> {
        let place = self.place(path)?;
        let stamp = disk::stamp(&place).map(Stamp::from);
        let stamp = stamp.filter(|stamp| stamp.length_bytes == file.length_bytes)?;
        if file.stamp == Some(stamp) {
            return Some(stamp);
        }
        let bytes = disk::read(&place, LIMIT_BYTES).ok()?;
        (blake3::hash(&bytes).to_hex().as_str() == file.hash).then_some(stamp)
    }

    fn stamp(&self, path: &str) -> Option<Stamp> {
        disk::stamp(&self.place(path)?).map(Stamp::from)
    }

    fn remove(&self, path: &str) -> bool {
        let Some(place) = self.place(path) else { return false };
        // A file that somebody changed since is theirs.
        let ours = disk::read(&place, LIMIT_BYTES).is_ok_and(|bytes| is_ours(path, &bytes));
        ours && std::fs::remove_file(&place).is_ok()
    }
}
