//! The folders that the system watches for us.

use super::Happened;
use super::wanted::Wanted;
use notify::event::{EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use syndicard::diag::Diagnostic;

/// Links that lead back to each other must end.
const LIMIT_DEPTH: usize = 24;
/// Linux watches each folder by itself, and knows of no more than it was told to; other systems watch whole trees.
const ONE_BY_ONE: bool = cfg!(any(target_os = "linux", target_os = "android"));

/// The watched folders.
pub struct Folders {
    watcher: RecommendedWatcher,
    number: usize,
}

impl Folders {
    /// Watches a site.
    ///
    /// # Errors
    /// When the system watches no more folders, or none.
    pub fn new(sender: Sender<Happened>, wanted: &Wanted) -> Result<Self, Diagnostic> {
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            if let Some(happened) = happened(event) {
                // The loop that listens may have ended.
                let _ = sender.send(happened);
            }
        });
        let watcher = watcher.map_err(|error| failed(&error, 0))?;
        let mut folders = Self { watcher, number: 0 };
        for root in [Some(&wanted.site), wanted.html.as_ref()].into_iter().flatten() {
            if ONE_BY_ONE {
                folders.add(root, wanted)?;
            } else {
                folders.watch(root, RecursiveMode::Recursive)?;
            }
        }
        Ok(folders)
    }

    /// Watches a folder that has come, and those in it, where the system does not do so by itself.
    ///
    /// # Errors
    /// When the system watches no more folders.
    pub fn add(&mut self, path: &Path, wanted: &Wanted) -> Result<(), Diagnostic> {
        let mut waiting: Vec<(PathBuf, usize)> = vec![(path.to_owned(), 0)];
        while let Some((folder, depth)) = waiting.pop() {
            if !ONE_BY_ONE || depth > LIMIT_DEPTH || !folder.is_dir() || !wanted.enters(&folder) {
                continue;
            }
            self.watch(&folder, RecursiveMode::NonRecursive)?;
            let Ok(entries) = std::fs::read_dir(&folder) else { continue };
            let inside = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_dir());
            waiting.extend(inside.map(|path| (path, depth + 1)));
        }
        Ok(())
    }

    fn watch(&mut self, folder: &Path, mode: RecursiveMode) -> Result<(), Diagnostic> {
        match self.watcher.watch(folder, mode) {
            Ok(()) => {
                self.number += 1;
                Ok(())
            }
            // It has gone in the meantime.
            Err(_) if !folder.is_dir() => Ok(()),
            Err(error) => Err(failed(&error, self.number)),
        }
    }
}

/// What the system tells, unless somebody merely looked at a file.
fn happened(event: notify::Result<Event>) -> Option<Happened> {
    match event {
        Ok(event) if event.need_rescan() => Some(Happened::Missed),
        Ok(event) => match event.kind {
            EventKind::Access(_) => None,
            EventKind::Modify(ModifyKind::Metadata(notify::event::MetadataKind::AccessTime)) => None,
            _ => Some(Happened::Changed(event.paths)),
        },
        Err(_) => Some(Happened::Missed),
    }
}

fn failed(error: &notify::Error, number: usize) -> Diagnostic {
    match error.kind {
        notify::ErrorKind::MaxFilesWatch => {
            let message =
                format!("the system watches no more than {number} folders for us, and the site has more");
            Diagnostic::error("watch-limit", message)
                .hint("raise its limit: `sudo sysctl fs.inotify.max_user_watches=524288`")
        }
        _ => Diagnostic::error("watch-failed", format!("the site cannot be watched: {error}"))
            .hint("run `syndicard build` after each change"),
    }
}
