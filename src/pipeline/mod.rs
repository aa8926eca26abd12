//! The main trip: read, resolve, draw, write.

mod cards;
mod single;

pub use single::{CardRequest, card};

use crate::diag::{Diagnostic, Warned};
use crate::feed::{self, Entry, FORMATS, Feed};
use crate::model::{Artifact, CardFile, Site};
use crate::plan::Plan;
use crate::sink::{Directory, Sink, Written};
use crate::store::{self, PublishedFeed};
use crate::{resolve, site};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A site as resolved, and what there is to say about it.
pub struct Listing {
    pub site: Site,
    pub diagnostics: Vec<Diagnostic>,
}

/// What a build did.
pub struct Report {
    pub site: Site,
    pub feeds: Vec<PublishedFeed>,
    /// In the order of the site's posts.
    pub cards: Vec<Option<CardFile>>,
    /// Files whose bytes are new.
    pub written: usize,
    /// Files that stood there already.
    pub unchanged: usize,
    pub removed: usize,
    pub diagnostics: Vec<Diagnostic>,
}

/// Who wants to know how far the drawing is; called from several threads.
pub trait Progress: Sync {
    fn start(&self, cards: usize);
    fn drawn(&self);
    fn finish(&self);
}

/// Reads and resolves every post, and writes nothing.
pub fn list(plan: &Plan) -> Listing {
    let mut said = plan.diagnostics.clone();
    let source = site::read(&plan.root, plan.framework, &plan.config).tell(&mut said);
    let site = resolve::site(source, plan.now).tell(&mut said);
    Diagnostic::sort(&mut said);
    Listing { site, diagnostics: said }
}

/// Builds cards, feeds and the manifest.
pub fn build(plan: &Plan, progress: &dyn Progress) -> Report {
    let Listing { mut site, diagnostics: mut said } = list(plan);
    let out = match &plan.out {
        Some(out) => out.clone(),
        None => plan.root.path(&site.facts.out),
    };
    if let Some(chosen) = &plan.out {
        site.facts.out = plan.root.relative(chosen);
    }
    let manifest = plan.config.manifest.clone().unwrap_or_else(|| store::MANIFEST.to_owned());
    let known = store::known_files(&out, &manifest);
    let sink = Counting::new(Directory::new(out, site.facts.out.clone(), known.clone(), plan.force));

    if resolve::address::is_unknown(&site.facts.url) {
        // Cards and feeds hold absolute addresses: with a wrong one they would do harm.
        return sink.report(site, Vec::new(), Vec::new(), 0, said);
    }
    let cards = cards::draw(plan, &site, &sink, progress).tell(&mut said);
    let feeds = write_feeds(&site, &cards, &sink).tell(&mut said);
    said.extend(sink.put(&store::manifest(&manifest, &site, &feeds, &cards)).err());
    let wanted = wanted(&manifest, &feeds, &cards, &said);
    let removed = known.difference(&wanted).filter(|path| sink.remove(path)).count();
    sink.report(site, feeds, cards, removed, said)
}

fn write_feeds(site: &Site, cards: &[Option<CardFile>], sink: &dyn Sink) -> Warned<Vec<PublishedFeed>> {
    let mut said: Vec<Diagnostic> = site.posts.iter().filter_map(feed::forbidden_characters).collect();
    let mut published = Vec::new();
    for &format in FORMATS {
        let url = site.facts.address_of(format.file);
        let entries = site.posts.iter().zip(cards).filter(|(post, _)| post.in_feeds);
        let entries = entries.map(|(post, card)| Entry { post, card: card.as_ref() }).collect();
        let written = feed::write(format, &Feed { site: &site.facts, self_url: url.clone(), entries });
        match written.and_then(|artifact| sink.put(&artifact)) {
            Ok(_) => published.push(PublishedFeed {
                format: format.name,
                title: format.title,
                path: format.file.to_owned(),
                url,
                media_type: format.media_type,
            }),
            Err(error) => said.push(error),
        }
    }
    Warned { value: published, diagnostics: said }
}

/// What must stay: all that was asked for, and all that could not be made anew this time.
fn wanted(
    manifest: &str,
    feeds: &[PublishedFeed],
    cards: &[Option<CardFile>],
    said: &[Diagnostic],
) -> BTreeSet<String> {
    let failed = said.iter().filter(|diagnostic| diagnostic.code == "write-failed");
    let failed = failed.filter_map(|diagnostic| diagnostic.path.clone());
    feeds
        .iter()
        .map(|feed| feed.path.clone())
        .chain(cards.iter().flatten().map(|card| card.path.clone()))
        .chain([manifest.to_owned()])
        .chain(failed)
        .collect()
}

/// Counts what goes into a sink.
struct Counting<S> {
    sink: S,
    written: AtomicUsize,
    unchanged: AtomicUsize,
}

impl<S: Sink> Counting<S> {
    fn new(sink: S) -> Self {
        Self { sink, written: AtomicUsize::new(0), unchanged: AtomicUsize::new(0) }
    }

    fn report(
        self,
        site: Site,
        feeds: Vec<PublishedFeed>,
        cards: Vec<Option<CardFile>>,
        removed: usize,
        mut diagnostics: Vec<Diagnostic>,
    ) -> Report {
        Diagnostic::sort(&mut diagnostics);
        let (written, unchanged) = (self.written.into_inner(), self.unchanged.into_inner());
        Report { site, feeds, cards, written, unchanged, removed, diagnostics }
    }
}

impl<S: Sink> Sink for Counting<S> {
    fn put(&self, artifact: &Artifact) -> Result<Written, Diagnostic> {
        let written = self.sink.put(artifact)?;
        let counter = match written {
            Written::New => &self.written,
            Written::Unchanged => &self.unchanged,
        };
        counter.fetch_add(1, Ordering::Relaxed);
        Ok(written)
    }

    fn remove(&self, path: &str) -> bool {
        self.sink.remove(path)
    }
}
