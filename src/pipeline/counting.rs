//! Counts what goes into a sink, and remembers for what it was asked.

use super::{Report, shown};
use crate::diag::Diagnostic;
use crate::model::{Artifact, CardFile, PublishedFeed, Site, Stamp, WrittenFile};
use crate::sink::{Sink, Written};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A sink that counts.
pub struct Counting<S> {
    directory: PathBuf,
    sink: S,
    /// The directory, and what stands before the site's paths, for whoever asked.
    shown_out: String,
    prefix: String,
    /// By the path of all that was to stand there: what became of it.
    asked: Mutex<BTreeMap<String, Option<Written>>>,
}

impl<S: Sink> Counting<S> {
    pub fn new(directory: PathBuf, sink: S, shown_out: String, prefix: &str) -> Self {
        Self { directory, sink, shown_out, prefix: prefix.to_owned(), asked: Mutex::default() }
    }

    /// Those of the paths for which nobody asked, so that nothing is to stand there.
    pub fn unasked<'p>(&self, paths: impl Iterator<Item = &'p String>) -> Vec<&'p String> {
        let asked = self.lock();
        paths.filter(|path| !asked.contains_key(*path)).collect()
    }

    pub fn report(
        self,
        site: Site,
        feeds: Vec<PublishedFeed>,
        cards: Vec<Option<CardFile>>,
        mut diagnostics: Vec<Diagnostic>,
    ) -> Report {
        let outside = Some(site.facts.out.as_str()).filter(|_| !self.shown_out.starts_with(&self.prefix));
        shown::from_above(&mut diagnostics, &self.prefix, outside);
        Diagnostic::sort(&mut diagnostics);
        let asked = self.asked.into_inner().unwrap_or_else(PoisonError::into_inner);
        let count = |wanted| asked.values().filter(|written| **written == Some(wanted)).count();
        Report {
            site,
            directory: self.directory,
            out: self.shown_out,
            feeds,
            cards,
            written: count(Written::New),
            unchanged: count(Written::Unchanged),
            removed: 0,
            drawn: 0,
            files: asked.into_keys().collect(),
            diagnostics,
        }
    }

    /// What was written stays counted as that.
    fn note(&self, path: &str, written: Option<Written>) {
        let mut asked = self.lock();
        if let Some(known) = asked.get_mut(path) {
            if *known != Some(Written::New) && written.is_some() {
                *known = written;
            }
        } else {
            asked.insert(path.to_owned(), written);
        }
    }

    /// A thread that died holding the lock left nothing half done.
    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Option<Written>>> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<S: Sink> Sink for Counting<S> {
    fn put(&self, artifact: &Artifact) -> Result<Written, Diagnostic> {
        self.note(&artifact.path, None);
        let written = self.sink.put(artifact)?;
        self.note(&artifact.path, Some(written));
        Ok(written)
    }

    fn holds(&self, artifact: &Artifact) -> bool {
        let holds = self.sink.holds(artifact);
        if holds {
            self.note(&artifact.path, Some(Written::Unchanged));
        }
        holds
    }

    fn has(&self, path: &str, file: &WrittenFile) -> Option<Stamp> {
        let stamp = self.sink.has(path, file)?;
        self.note(path, Some(Written::Unchanged));
        Some(stamp)
    }

    fn stamp(&self, path: &str) -> Option<Stamp> {
        self.sink.stamp(path)
    }

    fn remove(&self, path: &str) -> bool {
        self.sink.remove(path)
    }
}
