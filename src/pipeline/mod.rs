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

use crate::diag::{Diagnostic, Warned};
use crate::model::{CardFile, Depth, Ledger, PublishedFeed, Site, Source, Stamp};
use crate::paint;
use crate::plan::Plan;
use crate::resolve;
use crate::sink::Directory;
use crate::site::{self, Asked};
use crate::store::{self, CardState, FeedState};
use cards::Cards;
use counting::Counting;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::LazyLock;

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
    let directory = plan.root.path("");
    let (ledger, memory) = rayon::join(|| store::read_ledger(&directory), || remembered(plan));
    let ledger = ledger.map(|read| read.tell(&mut said));
    let ledger = ledger.map_err(|error| said.push(error)).unwrap_or_default();
    // Posts that were published before are known again by what stands in them.
    let depth = if ledger.lines.is_empty() { depth } else { Depth::Bodies };
    let stops = said.iter().any(|diagnostic| diagnostic.stops);
    let source = if stops { Source::default() } else { read(plan, depth, &memory, None, &mut said) };
    drop(memory);
    let mut listing = resolved(plan, source, &ledger, said);
    // That nobody need wait for it.
    rayon::spawn(move || drop(ledger));
    shown::from_above(&mut listing.diagnostics, plan.root.prefix(), None);
    listing
}

/// What the last build read of the posts' files.
fn remembered(plan: &Plan) -> Vec<u8> {
    if plan.cached { store::read_posts(&plan.root.path("")) } else { Vec::new() }
}

/// Gives each thread some memory in one piece, of which nothing is used yet: glibc else asks the system for every page of what a thread
/// other than the first needs, 8,000 times for 10,000 posts.
fn make_room() {
    rayon::broadcast(|_| {
        // After the first time, such pieces are no longer given back.
        paint::keep_freed();
        paint::keep_freed();
    });
}

/// Reads the site, as far as it is not remembered, and the evidence for what its rules do not tell. `moment` is the present by the times
/// that files bear, where what is read is to be remembered as well.
fn read(
    plan: &Plan,
    depth: Depth,
    memory: &[u8],
    moment: Option<Stamp>,
    said: &mut Vec<Diagnostic>,
) -> Source {
    make_room();
    let asked = Asked { depth, memory, moment };
    let mut source = site::read(&plan.root, plan.framework, &plan.config, &asked).tell(said);
    source.evidence = site::evidence(&plan.root, &source, plan.html.as_deref());
    source
}

/// The site that comes of what was read; of nothing, where what was said before stops the trip.
fn resolved(plan: &Plan, source: Source, ledger: &Ledger, mut said: Vec<Diagnostic>) -> Listing {
    if plan.diagnostics.iter().any(|diagnostic| diagnostic.stops) {
        let site = resolve::site(source, ledger, plan.now).value;
        return Listing { site, diagnostics: said };
    }
    let site = resolve::site(source, ledger, plan.now).tell(&mut said);
    Diagnostic::sort(&mut said);
    Listing { site, diagnostics: said }
}

/// What earlier builds left; it is read while the posts are.
struct Left {
    ledger: Result<Warned<Ledger>, Diagnostic>,
    cards: CardState,
    feeds: FeedState,
}

impl Left {
    fn read(plan: &Plan) -> Self {
        let directory = plan.root.path("");
        let ledger = store::read_ledger(&directory);
        if !plan.cached {
            return Self { ledger, cards: CardState::default(), feeds: FeedState::default() };
        }
        Self { ledger, cards: CardState::read(&directory), feeds: FeedState::read(&directory) }
    }
}

/// Builds cards, feeds and the manifest.
pub fn build(plan: &Plan, progress: &dyn Progress) -> Report {
    let moment = store::moment(&plan.root.path(""));
    let mut of_posts = Vec::new();
    let stops = plan.diagnostics.iter().any(|diagnostic| diagnostic.stops);
    let (left, mut source) = rayon::join(
        || Left::read(plan),
        // Whatever would be read where that is not what is meant.
        || {
            if stops {
                Source::default()
            } else {
                read(plan, Depth::Bodies, &remembered(plan), moment, &mut of_posts)
            }
        },
    );
    let mut said = plan.diagnostics.clone();
    let (ledger, unreadable) = match left.ledger {
        Ok(ledger) => (ledger.tell(&mut said), None),
        Err(error) => (Ledger::default(), Some(error)),
    };
    said.extend(of_posts);
    let out = plan.out.clone().unwrap_or_else(|| plan.root.path(&source.out));
    let manifest = plan.config.manifest.clone().unwrap_or_else(|| store::MANIFEST.to_owned());
    // Where nothing changes, nobody asks.
    let known = LazyLock::new(|| store::known_files(&out, &manifest));
    let remember = source.remember.take();
    let after_changes = || {
        if let Some(bytes) = remember {
            store::keep_posts(&plan.root.path(""), &bytes);
            LazyLock::force(&known);
        }
    };
    let ((), listing) = rayon::join(after_changes, || resolved(plan, source, &ledger, said));
    let Listing { mut site, diagnostics: mut said } = listing;
    let mut shown_out = site.facts.shown(&site.facts.out);
    if let Some(chosen) = &plan.out {
        site.facts.out = plan.root.relative(chosen);
        let is_inside = plan.root.holds(chosen);
        shown_out = if is_inside { site.facts.shown(&site.facts.out) } else { site.facts.out.clone() };
    }
    let directory = Directory::new(out.clone(), site.facts.out.clone(), plan.force);
    let directory = directory.knowing(Box::new(|path| known.paths.contains(path)));
    let sink = Counting::new(out.clone(), directory, shown_out, plan.root.prefix());

    let stops = said.iter().any(|diagnostic| diagnostic.stops);
    if stops || resolve::address::is_unknown(&site.facts.url) || unreadable.is_some() {
        // Cards and feeds hold absolute addresses and ids: with wrong ones they would do harm.
        said.extend(unreadable);
        return sink.report(site, Vec::new(), Vec::new(), said);
    }
    let Cards { media, drawn } = cards::draw(plan, &site, &left.cards, &sink, progress).tell(&mut said);
    let stylesheet = extras::stylesheet(plan, &sink, &mut said);
    let address = stylesheet.as_deref().map(|path| site.facts.address_of(path));
    let feeds = feeds::write(plan, &site, &media, &ledger, address, left.feeds, &sink).tell(&mut said);
    let files = extras::write(plan, &site, &media, &feeds.published, stylesheet.as_deref(), &sink, &mut said);
    said.extend(ledger::keep(plan, &site, &ledger, &feeds.archives).err());
    // That nobody need wait for it.
    rayon::spawn(move || drop((ledger, left.cards)));
    let written = |kept: &_| store::manifest(&manifest, &site, &feeds.published, &files, &media, kept);
    let removed = kept::finish(plan, &known, written, &sink, &mut said);
    let cards: Vec<Option<CardFile>> = media.into_iter().map(|media| media.card).collect();
    Report { removed, drawn, ..sink.report(site, feeds.published, cards, said) }
}
