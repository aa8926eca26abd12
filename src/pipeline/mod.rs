//! The main trip: read, resolve, draw, write.

mod cards;
mod content;
mod counting;
mod digest;
mod explain;
mod extras;
mod feeds;
mod init;
mod kept;
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
use crate::model::{CardFile, Depth, Ledger, PublishedFeed, Site, Source, Stamp};
use crate::plan::Plan;
use crate::resolve;
use crate::sink::{Directory, Sink};
use crate::site::{self, Asked};
use crate::store;
use cards::Cards;
use counting::Counting;
use std::collections::BTreeSet;
use std::path::PathBuf;

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
    /// Posts whose cards were drawn, and not recalled from an earlier build.
    pub drawn: usize,
    /// Where the directory is on this machine.
    pub directory: PathBuf,
    /// Everything that was to stand there, relative to the directory.
    pub files: BTreeSet<String>,
    pub diagnostics: Vec<Diagnostic>,
}

/// Who wants to know how far the drawing is; called from several threads.
pub trait Progress: Sync {
    fn start(&self, cards: usize);
    fn drawn(&self);
    fn finish(&self);
}

/// Reads and resolves every post, and writes nothing. What only bodies tell is there where `depth` asks for it.
pub fn list(plan: &Plan, depth: Depth) -> Listing {
    let mut said = plan.diagnostics.clone();
    let ledger = store::read_ledger(&plan.root.path("")).map(|read| read.tell(&mut said));
    let ledger = ledger.map_err(|error| said.push(error)).unwrap_or_default();
    // Posts that were published before are known again by what stands in them.
    let depth = if ledger.lines.is_empty() { depth } else { Depth::Bodies };
    let mut listing = resolved(plan, &ledger, depth, None, said);
    shown::from_above(&mut listing.diagnostics, plan.root.prefix(), None);
    listing
}

/// Reads the site, as far as it is not remembered, and the evidence for what its rules do not tell. `moment` is the present by the times
/// that files bear, where what is read is to be remembered as well.
fn read(plan: &Plan, depth: Depth, moment: Option<Stamp>, said: &mut Vec<Diagnostic>) -> Source {
    let directory = plan.root.path("");
    let memory = if plan.cached { store::read_posts(&directory) } else { Vec::new() };
    let asked = Asked { depth, memory: &memory, moment };
    let mut source = site::read(&plan.root, plan.framework, &plan.config, &asked).tell(said);
    if let Some(bytes) = source.remember.take() {
        store::keep_posts(&directory, &bytes);
    }
    source.evidence = site::evidence(&plan.root, &source, plan.html.as_deref());
    source
}

fn resolved(
    plan: &Plan,
    ledger: &Ledger,
    depth: Depth,
    moment: Option<Stamp>,
    mut said: Vec<Diagnostic>,
) -> Listing {
    if said.iter().any(|diagnostic| diagnostic.stops) {
        // Whatever would be read now is not what is meant.
        let site = resolve::site(Source::default(), ledger, plan.now).value;
        return Listing { site, diagnostics: said };
    }
    let source = read(plan, depth, moment, &mut said);
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
    let moment = store::moment(&plan.root.path(""));
    let Listing { mut site, diagnostics: mut said } = resolved(plan, &ledger, Depth::Bodies, moment, said);
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
        out.clone(),
        Directory::new(out, site.facts.out.clone(), known.paths.clone(), plan.force),
        shown_out,
        plan.root.prefix(),
    );

    let stops = said.iter().any(|diagnostic| diagnostic.stops);
    if stops || resolve::address::is_unknown(&site.facts.url) || unreadable.is_some() {
        // Cards and feeds hold absolute addresses and ids: with wrong ones they would do harm.
        said.extend(unreadable);
        return sink.report(site, Vec::new(), Vec::new(), said);
    }
    let Cards { media, drawn } = cards::draw(plan, &site, &sink, progress).tell(&mut said);
    let stylesheet = extras::stylesheet(plan, &sink, &mut said);
    let address = stylesheet.as_deref().map(|path| site.facts.address_of(path));
    let feeds = feeds::write(plan, &site, &media, &ledger, address, &sink).tell(&mut said);
    let files = extras::write(plan, &site, &media, &feeds.published, stylesheet.as_deref(), &sink, &mut said);
    said.extend(ledger::keep(plan, &site, &ledger, &feeds.archives).err());
    let unasked = sink.unasked(known.cards.keys());
    let kept = kept::cards(plan.cards.keep, &known, &unasked, plan.now, &sink);
    let manifest = store::manifest(&manifest, &site, &feeds.published, &files, &media, &kept);
    said.extend(sink.put(&manifest).err());
    let cards: Vec<Option<CardFile>> = media.into_iter().map(|media| media.card).collect();
    // What was asked for stays, be it that it could not be made anew this time.
    let unasked = sink.unasked(known.paths.iter());
    let removed = unasked.into_iter().filter(|path| !kept.contains_key(*path) && sink.remove(path)).count();
    Report { removed, drawn, ..sink.report(site, feeds.published, cards, said) }
}
