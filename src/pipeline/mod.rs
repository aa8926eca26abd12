//! The main trip: read, resolve, draw, write.

mod cards;
mod content;
mod digest;
mod explain;
mod extras;
mod feeds;
mod init;
mod ledger;
mod remote;
mod shown;
mod single;
mod theme;

pub use cards::Dress;
pub use explain::explain;
pub use init::{InitRequest, Initiated, init};
pub use single::{CardRequest, card};
pub use theme::{ThemeEntry, theme_list, theme_new};

use crate::diag::Diagnostic;
use crate::model::{Artifact, CardFile, Ledger, PublishedFeed, Site, Source};
use crate::plan::Plan;
use crate::sink::{Directory, Sink, Written};
use crate::store;
use crate::{resolve, site};
use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A site as resolved, and what there is to say about it.
pub struct Listing {
    pub site: Site,
    pub diagnostics: Vec<Diagnostic>,
}

/// What a build did.
pub struct Report {
    pub site: Site,
    /// The directory that was written into, as whoever asked for the site sees it.
    pub out: String,
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
    let ledger = store::read_ledger(&plan.root.path("")).map(|read| read.tell(&mut said));
    let ledger = ledger.map_err(|error| said.push(error)).unwrap_or_default();
    let mut listing = resolved(plan, &ledger, said);
    shown::from_above(&mut listing.diagnostics, plan.root.prefix(), None);
    listing
}

/// Reads the site, and the evidence for what its rules do not tell.
fn read(plan: &Plan, said: &mut Vec<Diagnostic>) -> Source {
    let mut source = site::read(&plan.root, plan.framework, &plan.config).tell(said);
    source.evidence = site::evidence(&plan.root, &source, plan.html.as_deref());
    source
}

fn resolved(plan: &Plan, ledger: &Ledger, mut said: Vec<Diagnostic>) -> Listing {
    if said.iter().any(|diagnostic| diagnostic.stops) {
        // Whatever would be read now is not what is meant.
        let site = resolve::site(Source::default(), ledger, plan.now).value;
        return Listing { site, diagnostics: said };
    }
    let source = read(plan, &mut said);
    let site = resolve::site(source, ledger, plan.now).tell(&mut said);
    Diagnostic::sort(&mut said);
    Listing { site, diagnostics: said }
}

/// Builds cards, feeds and the manifest.
pub fn build(plan: &Plan, progress: &dyn Progress) -> Report {
    let mut said = plan.diagnostics.clone();
    let ledger = store::read_ledger(&plan.root.path("")).map(|read| read.tell(&mut said));
    let (ledger, unreadable) = match ledger {
        Ok(ledger) => (ledger, None),
        Err(error) => (Ledger::default(), Some(error)),
    };
    let Listing { mut site, diagnostics: mut said } = resolved(plan, &ledger, said);
    let out = match &plan.out {
        Some(out) => out.clone(),
        None => plan.root.path(&site.facts.out),
    };
    let mut shown_out = site.facts.shown(&site.facts.out);
    if let Some(chosen) = &plan.out {
        site.facts.out = plan.root.relative(chosen);
        let is_inside = plan.root.holds(chosen);
        shown_out = if is_inside { site.facts.shown(&site.facts.out) } else { site.facts.out.clone() };
    }
    let manifest = plan.config.manifest.clone().unwrap_or_else(|| store::MANIFEST.to_owned());
    let known = store::known_files(&out, &manifest);
    let sink = Counting::new(
        Directory::new(out, site.facts.out.clone(), known.clone(), plan.force),
        shown_out,
        plan.root.prefix(),
    );

    let stops = said.iter().any(|diagnostic| diagnostic.stops);
    if stops || resolve::address::is_unknown(&site.facts.url) || unreadable.is_some() {
        // Cards and feeds hold absolute addresses and ids: with wrong ones they would do harm.
        said.extend(unreadable);
        return sink.report(site, Vec::new(), Vec::new(), 0, said);
    }
    let media = cards::draw(plan, &site, &sink, progress).tell(&mut said);
    let stylesheet = extras::stylesheet(plan, &sink, &mut said);
    let address = stylesheet.as_deref().map(|path| site.facts.address_of(path));
    let feeds = feeds::write(plan, &site, &media, &ledger, address, &sink).tell(&mut said);
    let files = extras::write(plan, &site, &media, &feeds.published, stylesheet.as_deref(), &sink, &mut said);
    said.extend(ledger::keep(plan, &site, &ledger, &feeds.archives).err());
    said.extend(sink.put(&store::manifest(&manifest, &site, &feeds.published, &files, &media)).err());
    let cards: Vec<Option<CardFile>> = media.into_iter().map(|media| media.card).collect();
    // What was asked for stays, be it that it could not be made anew this time.
    let removed = known.difference(&sink.asked()).filter(|path| sink.remove(path)).count();
    sink.report(site, feeds.published, cards, removed, said)
}

/// Counts what goes into a sink, and remembers for what it was asked.
struct Counting<S> {
    sink: S,
    /// The directory, and what stands before the site's paths, for whoever asked.
    shown_out: String,
    prefix: String,
    asked: Mutex<BTreeSet<String>>,
    written: AtomicUsize,
    unchanged: AtomicUsize,
}

impl<S: Sink> Counting<S> {
    fn new(sink: S, shown_out: String, prefix: &str) -> Self {
        let (written, unchanged) = (AtomicUsize::new(0), AtomicUsize::new(0));
        Self { sink, shown_out, prefix: prefix.to_owned(), asked: Mutex::default(), written, unchanged }
    }

    /// The paths of all that was to stand there, whatever came of it.
    fn asked(&self) -> BTreeSet<String> {
        self.asked.lock().map(|asked| asked.clone()).unwrap_or_default()
    }

    fn ask(&self, path: &str) {
        if let Ok(mut asked) = self.asked.lock() {
            asked.insert(path.to_owned());
        }
    }

    fn report(
        self,
        site: Site,
        feeds: Vec<PublishedFeed>,
        cards: Vec<Option<CardFile>>,
        removed: usize,
        mut diagnostics: Vec<Diagnostic>,
    ) -> Report {
        let outside = Some(site.facts.out.as_str()).filter(|_| !self.shown_out.starts_with(&self.prefix));
        shown::from_above(&mut diagnostics, &self.prefix, outside);
        Diagnostic::sort(&mut diagnostics);
        let (written, unchanged) = (self.written.into_inner(), self.unchanged.into_inner());
        Report { site, out: self.shown_out, feeds, cards, written, unchanged, removed, diagnostics }
    }
}

impl<S: Sink> Sink for Counting<S> {
    fn put(&self, artifact: &Artifact) -> Result<Written, Diagnostic> {
        self.ask(&artifact.path);
        let written = self.sink.put(artifact)?;
        let counter = match written {
            Written::New => &self.written,
            Written::Unchanged => &self.unchanged,
        };
        counter.fetch_add(1, Ordering::Relaxed);
        Ok(written)
    }

    fn has(&self, path: &str, length_bytes: u64, hash: &str) -> bool {
        let has = self.sink.has(path, length_bytes, hash);
        if has {
            self.ask(path);
            self.unchanged.fetch_add(1, Ordering::Relaxed);
        }
        has
    }

    fn remove(&self, path: &str) -> bool {
        self.sink.remove(path)
    }
}
