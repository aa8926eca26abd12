//! The cards of every post: those that are as the last build left them are recalled, the others are drawn.

mod drawing;
mod dress;
mod files;
mod finished;
mod fonts;
mod keys;
mod photos;
mod pictures;
mod queue;
mod recall;
mod shelf;
mod sources;
mod themes;

pub use dress::Dress;
pub use files::over_limit;
pub use fonts::{Wanted, book};
pub use pictures::Pictures;
pub use sources::Sources;

use super::Progress;
use super::remote::RemoteCovers;
use crate::diag::{Diagnostic, Warned};
use crate::model::{Attachment, CardFile, CardWish, Cover, Post, PostMedia, Site};
use crate::paint;
use crate::plan::Plan;
use crate::sink::Sink;
use crate::store::{CardRecord, CardState, Role};
use drawing::{Drawing, Drawn};
use keys::Keys;
use queue::{Job, Queue};
use rayon::prelude::*;
use shelf::Shelf;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What came of the cards.
pub struct Cards {
    /// With the facts of the covers, in the order of the posts.
    pub media: Vec<PostMedia>,
    /// How many posts had theirs drawn.
    pub drawn: usize,
}

/// The cards of a site; `old` is what the last build left.
pub fn draw(
    plan: &Plan,
    site: &Site,
    old: &CardState,
    sink: &dyn Sink,
    progress: &dyn Progress,
) -> Warned<Cards> {
    let mut said = Vec::new();
    let state_directory = plan.root.path("");
    let sources = Sources::new(&plan.root, &old.sources);
    let wished = themes::wished(plan, site, &mut said);
    let shelf = Shelf::new(plan, site, &sources, old, &mut said);
    let trip = Trip {
        plan,
        site,
        sink,
        old,
        sources: &sources,
        keys: Keys::new(plan, &site.facts, &sources, &wished),
        remote: RemoteCovers::new(&state_directory, plan.now.timestamp(), plan.cards.remote_covers),
        fonts: shelf.digest(),
        shelf,
    };
    said.extend(remote_unasked(plan, site));
    let found: Vec<Found<'_>> =
        site.posts.par_iter().enumerate().map(|(at, post)| trip.find(at, post)).collect();
    let mut drawn = trip.draw(&found, progress);
    let number_drawn = drawn.len();
    let mut media = Vec::with_capacity(site.posts.len());
    let mut state = CardState::default();
    let mut is_new = false;
    let mut known = Vec::with_capacity(site.posts.len());
    for (at, (post, found)) in site.posts.iter().zip(found).enumerate() {
        let mut of_post = PostMedia {
            cover: post.cover.as_ref().and_then(|cover| described_cover(&sources, cover)),
            ..PostMedia::default()
        };
        match found {
            Found::NoCard => {}
            Found::Standing(record, files) => {
                recall::put_in_place(files, &mut of_post);
                said.extend(record.remarks.iter().filter_map(|remark| recall::said(remark, Some(post))));
                is_new |= matches!(record, Cow::Owned(_));
                known.push((post, record));
            }
            Found::ToDraw(key) => {
                let drawn = drawn.remove(&at).unwrap_or_default();
                is_new = true;
                known.extend(trip.record(at, post, key, &drawn).map(|record| (post, Cow::Owned(record))));
                recall::put_in_place(drawn.files, &mut of_post);
                said.extend(drawn.said);
            }
        }
        media.push(of_post);
    }
    state.sources = sources.records();
    is_new |=
        state.sources != old.sources || trip.shelf.record != old.fonts || known.len() != old.posts.len();
    if is_new && trip.shelf.is_sure() {
        let posts: Vec<(&str, &CardRecord)> =
            known.iter().map(|(post, record)| (post.path.as_str(), record.as_ref())).collect();
        state.fonts = trip.shelf.record;
        state.write_with(&posts, &state_directory);
    }
    Warned { value: Cards { media, drawn: number_drawn }, diagnostics: said }
}

/// What is known of a post's cards before any is drawn.
enum Found<'a> {
    NoCard,
    /// They stand there, drawn from the same.
    Standing(Cow<'a, CardRecord>, Vec<(Role, CardFile)>),
    /// With the digest of what decides them.
    ToDraw(String),
}

/// What the cards of a build have in common.
struct Trip<'a> {
    plan: &'a Plan,
    site: &'a Site,
    sink: &'a dyn Sink,
    old: &'a CardState,
    sources: &'a Sources<'a>,
    keys: Keys<'a>,
    remote: RemoteCovers,
    /// A digest of them.
    fonts: String,
    shelf: Shelf<'a>,
}

impl<'a> Trip<'a> {
    fn find(&self, at: usize, post: &Post) -> Found<'a> {
        if let Some(file) = post.cover.as_ref().and_then(|cover| cover.file.as_ref()) {
            // Here threads share the reading of headers; from now on they are known.
            self.sources.facts(file);
        }
        if post.card == CardWish::None {
            return Found::NoCard;
        }
        let key = self.keys.of(post, &self.fonts);
        match self.standing(at, post, &key) {
            Some(record) => {
                let files = recall::recalled(&record, &self.site.facts, post);
                Found::Standing(record, files)
            }
            None => Found::ToDraw(key),
        }
    }

    fn standing(&self, at: usize, post: &Post, key: &str) -> Option<Cow<'a, CardRecord>> {
        let record = self.old.posts.get(&post.path).filter(|record| record.key == key)?;
        let covers = recall::covers(post, &self.remote, false, |file| self.sources.hash(file))?;
        if covers != record.covers {
            return None;
        }
        let mut record = recall::standing(record, self.sink)?;
        let words = self.shelf.words.get(at)?;
        if words.digest != record.words {
            let record = record.to_mut();
            record.words.clone_from(&words.digest);
            record.lacking.clone_from(&words.lacking);
        }
        Some(record)
    }

    /// Draws what is to be drawn, by the posts' places.
    fn draw(&self, found: &[Found<'_>], progress: &dyn Progress) -> BTreeMap<usize, Drawn> {
        let is_to_draw = |(at, found): (usize, &Found<'_>)| matches!(found, Found::ToDraw(_)).then_some(at);
        let jobs: Vec<Job> = found.iter().enumerate().filter_map(is_to_draw).map(|at| self.job(at)).collect();
        if jobs.is_empty() {
            return BTreeMap::new();
        }
        paint::keep_freed();
        let (plan, site) = (self.plan, self.site);
        let book = self.shelf.book();
        let widest_px = if plan.cards.photos { photos::WIDEST_PX } else { 0 };
        let sizes = &plan.cards.sizes;
        let drawing = Drawing {
            plan,
            site,
            sink: self.sink,
            sources: self.sources,
            remote: &self.remote,
            keys: &self.keys,
            pictures: Pictures::new(&plan.root, sizes, widest_px, &book, plan.cards.remote_covers),
        };
        progress.start(jobs.len());
        let queue = Queue::new(jobs, queue::LIMIT_PIXELS);
        let drawn = rayon::broadcast(|_| {
            let mut drawn = Vec::new();
            let mut typesetter = None;
            while let Some(taken) = queue.next() {
                let at = taken.job.post;
                if let Some(post) = site.posts.get(at) {
                    let typesetter = typesetter.get_or_insert_with(|| book.typesetter());
                    drawn.push((at, drawing.post(post, typesetter)));
                    progress.drawn();
                }
            }
            drawn
        });
        progress.finish();
        drawn.into_iter().flatten().collect()
    }

    fn job(&self, at: usize) -> Job {
        let pixels = |width_px: u32, height_px: u32| u64::from(width_px) * u64::from(height_px);
        let sizes = &self.plan.cards.sizes;
        let all = sizes.iter().map(|size| pixels(size.width_px, size.height_px));
        let job = Job::plain(at, all.clone().sum());
        match self.site.posts.get(at).and_then(|post| post.cover.as_deref()) {
            Some(Cover { file: Some(file), .. }) => {
                let facts = self.sources.facts(file).map(|(facts, _)| facts);
                job.with_cover(facts, all.max().unwrap_or(0))
            }
            Some(cover) if cover.remote_url().is_some() && self.plan.cards.remote_covers => {
                job.with_cover(None, 0)
            }
            _ => job,
        }
    }

    /// What the next build may know; nothing where something went wrong, so that it is tried again.
    fn record(&self, at: usize, post: &Post, key: String, drawn: &Drawn) -> Option<CardRecord> {
        let words = self.shelf.words.get(at)?;
        Some(CardRecord {
            key,
            covers: recall::covers(post, &self.remote, true, |file| self.sources.known_hash(file))?,
            remarks: recall::remarks(&drawn.said, Some(post))?,
            pictures: recall::pictures(&drawn.files, self.sink),
            words: words.digest.clone(),
            lacking: words.lacking.clone(),
        })
    }
}

/// A cover as feeds attach it: only where all of its facts are known.
fn described_cover(sources: &Sources<'_>, cover: &Cover) -> Option<Attachment> {
    let (url, file) = (cover.url.as_ref()?, cover.file.as_ref()?);
    let (facts, length_bytes) = sources.facts(file)?;
    Some(Attachment {
        url: url.clone(),
        media_type: facts.media_type.to_owned(),
        length_bytes,
        width_px: Some(facts.width_px),
        height_px: Some(facts.height_px),
        duration_s: None,
        title: cover.alt.clone(),
    })
}

/// Says once how many covers are on other servers, where they may not be fetched.
fn remote_unasked(plan: &Plan, site: &Site) -> Option<Diagnostic> {
    let is_remote = |post: &&Post| {
        post.card == CardWish::Draw && post.cover.as_ref().is_some_and(|cover| cover.remote_url().is_some())
    };
    let mut remote = site.posts.iter().filter(is_remote);
    let first = remote.next().filter(|_| !plan.cards.remote_covers)?;
    let more = remote.count();
    let message = match more {
        0 => "the cover is on another server, and is not fetched".to_owned(),
        more => {
            format!("the covers of this post and of {more} more are on other servers, and are not fetched")
        }
    };
    let at = first.cover.as_ref().and_then(|cover| cover.at.clone());
    Some(
        Diagnostic::warning("cover-remote", message)
            .in_file(&first.path)
            .at_if(at)
            .hint("allow it with `cards: {remote_covers: true}`"),
    )
}
