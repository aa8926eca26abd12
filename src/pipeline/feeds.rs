//! Writes every channel, document by document; what is made of nothing new is left as it stands.

use super::content::{Contents, Rendered};
use super::digest;
use crate::diag::{Diagnostic, Location, Warned};
use crate::feed::{self, Channel, Entry, Feed, Page, Room};
use crate::model::{
    Attachment, CardFile, FeedSettings, Ledger, LedgerLine, Post, PostMedia, PublishedFeed, Site,
};
use crate::plan::Plan;
use crate::sink::Sink;
use crate::store::{ChannelState, FeedState, Remark};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// How many posts are weighed at a time: enough for every thread, few enough to be held with their contents.
const WEIGHED_AT_ONCE: usize = 256;
/// What the head of a document takes beside its entries: names, links, hubs and dates.
const HEAD_BYTES: usize = 4096;

/// What came of the feeds.
#[derive(Default)]
pub struct Feeds {
    pub published: Vec<PublishedFeed>,
    /// By the post's id: the archives that hold it, by channel.
    pub archives: BTreeMap<String, BTreeMap<String, u32>>,
}

/// What every channel is made from.
struct Trip<'a> {
    site: &'a Site,
    settings: &'a FeedSettings,
    contents: Contents<'a>,
    stylesheet: Option<String>,
    /// In the order of the posts.
    attachments: Vec<Vec<Attachment>>,
    images: Vec<Option<&'a str>>,
    digests: Vec<[u8; 32]>,
    /// Of what is common to all documents.
    rule: String,
    pinned: BTreeMap<&'a str, &'a LedgerLine>,
    old: FeedState,
    sink: &'a dyn Sink,
}

/// One channel as it was written.
struct Outcome {
    state: ChannelState,
    /// The archive of each of the channel's posts.
    archives: Vec<Option<u32>>,
    remarks: Remarks,
    said: Vec<Diagnostic>,
}

/// What is to be told of posts, each by its place in the site's order.
type Remarks = Vec<(usize, Vec<Remark>)>;

/// Writes what has changed; the rest of the trip needs to know where everything stands.
pub fn write(
    plan: &Plan,
    site: &Site,
    media: &[PostMedia],
    ledger: &Ledger,
    stylesheet: Option<String>,
    sink: &dyn Sink,
) -> Warned<Feeds> {
    let state_directory = plan.root.path("");
    let settings = &plan.config.feeds;
    let contents = Contents::new(plan);
    let attachments: Vec<Vec<Attachment>> =
        site.posts.iter().zip(media).map(|(post, media)| attachments(post, media)).collect();
    let digests = site
        .posts
        .par_iter()
        .zip(&attachments)
        .map(|(post, attachments)| digest::of_post(post, attachments, &contents.digest(post)))
        .collect();
    let rule = format!("{} {:?} {settings:?} {stylesheet:?}", contents.rule(), site.facts);
    let rule = digest::of(&[rule.as_bytes()]);
    let trip = Trip {
        site,
        settings,
        contents,
        stylesheet,
        attachments,
        images: media.iter().map(image).collect(),
        digests,
        rule,
        pinned: ledger.lines.values().map(|line| (line.id.as_str(), line)).collect(),
        old: FeedState::read(&state_directory),
        sink,
    };
    let channels = feed::channels(site, settings);
    let outcomes: Vec<Outcome> = channels.par_iter().map(|channel| trip.channel(channel)).collect();
    let mut said: Vec<Diagnostic> = site.posts.iter().filter_map(feed::forbidden_characters).collect();
    let mut feeds = Feeds::default();
    let mut state = FeedState::default();
    state.said = trip.remembered();
    for (channel, outcome) in channels.iter().zip(outcomes) {
        said.extend(outcome.said);
        feeds.published.extend(published(channel, site, settings, &outcome.state));
        for (&at, archive) in channel.posts.iter().zip(&outcome.archives) {
            if let (Some(post), Some(number)) = (site.posts.get(at), archive) {
                feeds.archives.entry(post.id.clone()).or_default().insert(channel.key(), *number);
            }
        }
        for (at, remarks) in outcome.remarks {
            if let (Some(post), Some(digest)) = (site.posts.get(at), trip.digests.get(at)) {
                state.said.insert(post.path.clone(), (trip.said_digest(digest), remarks));
            }
        }
        state.channels.insert(channel.key(), outcome.state);
    }
    said.extend(
        state.said.iter().flat_map(|(path, (_, remarks))| remarks.iter().map(|remark| told(path, remark))),
    );
    state.write(&state_directory);
    Warned { value: feeds, diagnostics: said }
}

/// What the post brings along, its card, its cover: RSS has room for the first of them.
fn attachments(post: &Post, media: &PostMedia) -> Vec<Attachment> {
    let card = media.card.as_ref().map(CardFile::attachment);
    let cover = media.cover.clone();
    let mut all: Vec<Attachment> = post.enclosures.iter().cloned().chain(card).chain(cover).collect();
    let mut seen = BTreeSet::new();
    all.retain(|attachment| seen.insert(attachment.url.clone()));
    all
}

fn image(media: &PostMedia) -> Option<&str> {
    let card = media.card.as_ref().map(|card| card.url.as_str());
    card.or_else(|| media.cover.as_ref().map(|cover| cover.url.as_str()))
}

fn told(path: &str, remark: &Remark) -> Diagnostic {
    // The codes come back from a file, where their lifetime was lost.
    let code = match remark.code.as_str() {
        "content-unreadable" => "content-unreadable",
        "content-page-missing" => "content-page-missing",
        "content-left-out" => "content-left-out",
        _ => "control-character",
    };
    let mut diagnostic = Diagnostic::warning(code, remark.message.clone()).in_file(path);
    diagnostic.location =
        remark.line.map(|line| Location { line, column: 1, width: 1, excerpt: String::new() });
    diagnostic.hint.clone_from(&remark.hint);
    diagnostic
}

fn published<'a>(
    channel: &'a Channel,
    site: &'a Site,
    settings: &'a FeedSettings,
    state: &'a ChannelState,
) -> impl Iterator<Item = PublishedFeed> + 'a {
    channel.files.iter().filter_map(move |file| {
        let (_, hash) = state.files.get(&file.path)?;
        let archives = (1..).map(|number| file.path(Page::Archive(number)));
        Some(PublishedFeed {
            format: file.format.name,
            format_title: file.format.title,
            title: channel.title.clone(),
            path: file.path.clone(),
            url: site.facts.address_of(&file.path),
            media_type: file.format.media_type,
            language: channel.language.clone(),
            main: channel.folder.is_empty(),
            hash: hash.clone(),
            hubs: settings.hubs.clone(),
            archives: archives.take_while(|path| state.files.contains_key(path)).collect(),
        })
    })
}

impl Trip<'_> {
    /// The remarks of the last build about posts that are as they were.
    fn remembered(&self) -> BTreeMap<String, (String, Vec<Remark>)> {
        let mut kept = BTreeMap::new();
        for (post, digest) in self.site.posts.iter().zip(&self.digests) {
            if let Some((known, remarks)) = self.old.said.get(&post.path)
                && *known == self.said_digest(digest)
            {
                kept.insert(post.path.clone(), (known.clone(), remarks.clone()));
            }
        }
        kept
    }

    fn said_digest(&self, post: &[u8; 32]) -> String {
        digest::of(&[self.contents.rule().as_bytes(), post])
    }

    fn channel(&self, channel: &Channel) -> Outcome {
        let key = channel.key();
        let pinned: Vec<Option<u32>> =
            self.posts(channel).map(|post| self.pinned_archive(post, &key)).collect();
        let digest = self.digest_of(channel, &pinned);
        let old = self.old.channels.get(&key);
        if let Some(old) = old.filter(|old| old.digest == digest)
            && old.files.iter().all(|(path, (length, _))| self.sink.has(path, *length))
        {
            return Outcome { state: old.clone(), archives: pinned, remarks: Vec::new(), said: Vec::new() };
        }
        let mut outcome = Outcome {
            state: ChannelState { digest, ..ChannelState::default() },
            archives: pinned,
            remarks: Vec::new(),
            said: Vec::new(),
        };
        let paged = self.page(channel, &outcome.archives);
        outcome.state.current = paged.current;
        outcome.archives = paged.archives;
        // With what is pinned now: the next build finds the channel as it is.
        outcome.state.digest = self.digest_of(channel, &outcome.archives);
        let documents = self.documents(channel, &outcome.archives, paged.current);
        let written: Vec<Written> =
            documents.par_iter().map(|document| self.document(channel, document, old)).collect();
        for document in written {
            outcome.state.pages.insert(document.name, document.digest);
            outcome.state.files.extend(document.files);
            outcome.remarks.extend(document.remarks);
            outcome.said.extend(document.said);
        }
        outcome
    }

    fn posts<'c>(&'c self, channel: &'c Channel) -> impl Iterator<Item = &'c Post> + 'c {
        channel.posts.iter().filter_map(|&at| self.site.posts.get(at))
    }

    fn pinned_archive(&self, post: &Post, key: &str) -> Option<u32> {
        if !self.settings.archives {
            return None;
        }
        self.pinned.get(post.id.as_str())?.archives.get(key).copied()
    }

    fn digest_of(&self, channel: &Channel, archives: &[Option<u32>]) -> String {
        let facts =
            format!("{} {:?}", self.rule, (&channel.title, &channel.language, &channel.files, channel.limit));
        let mut parts: Vec<Vec<u8>> = vec![facts.into_bytes()];
        for (&at, archive) in channel.posts.iter().zip(archives) {
            parts.push(self.digests.get(at).map_or_else(Vec::new, |digest| digest.to_vec()));
            parts.push(archive.unwrap_or(0).to_le_bytes().to_vec());
        }
        digest::of(&parts.iter().map(Vec::as_slice).collect::<Vec<_>>())
    }

    /// Pages the channel, weighing no more posts than that needs: those in no archive, and the newest.
    fn page(&self, channel: &Channel, pinned: &[Option<u32>]) -> feed::Paged {
        let bytes = self.settings.budget_bytes.saturating_sub(HEAD_BYTES);
        // A weight that is not known does not fit, so that nothing behind it is taken for current.
        let mut weights = vec![usize::MAX; channel.posts.len()];
        let mut newest = 0_usize;
        let places: Vec<usize> = (0..channel.posts.len()).collect();
        for chunk in places.chunks(WEIGHED_AT_ONCE) {
            let is_loose = |place: usize| pinned.get(place).copied().flatten().is_none();
            let wanted = chunk.par_iter().filter(|&&place| newest <= bytes || is_loose(place));
            let weighed: Vec<(usize, usize)> =
                wanted.map(|&place| (place, self.weight(channel, place))).collect();
            for (place, weight) in weighed {
                if let Some(slot) = weights.get_mut(place) {
                    *slot = weight;
                }
                newest = newest.saturating_add(weight);
            }
        }
        feed::page(&weights, pinned, Room { bytes, limit: channel.limit, archives: self.settings.archives })
    }

    fn weight(&self, channel: &Channel, place: usize) -> usize {
        let post = channel.posts.get(place).copied().into_iter().collect::<Vec<usize>>();
        self.entries(&post, &self.rendered(&post)).first().map_or(0, feed::weight)
    }

    fn rendered(&self, posts: &[usize]) -> Vec<Rendered> {
        posts.iter().filter_map(|&at| Some(self.contents.of(self.site.posts.get(at)?))).collect()
    }

    fn entries<'e>(&'e self, posts: &[usize], rendered: &'e [Rendered]) -> Vec<Entry<'e>> {
        posts
            .iter()
            .zip(rendered)
            .filter_map(|(&at, rendered)| {
                Some(Entry {
                    post: self.site.posts.get(at)?,
                    attachments: self.attachments.get(at)?,
                    image: self.images.get(at).copied().flatten(),
                    content: rendered.html.as_deref(),
                })
            })
            .collect()
    }

    fn shell<'s>(
        &'s self,
        channel: &'s Channel,
        page: Page,
        previous: Option<u32>,
        next: Option<u32>,
    ) -> Feed<'s> {
        Feed {
            site: &self.site.facts,
            channel,
            page,
            previous,
            next,
            hubs: &self.settings.hubs,
            stylesheet: self.stylesheet.as_deref(),
            entries: Vec::new(),
        }
    }

    /// The documents of a channel: the current one, then the archives from the oldest.
    fn documents(&self, channel: &Channel, archives: &[Option<u32>], current: usize) -> Vec<Document> {
        let last = archives.iter().flatten().max().copied().unwrap_or(0);
        let mut pages: Vec<Document> = (1..=last)
            .map(|number| Document {
                page: Page::Archive(number),
                previous: number.checked_sub(1).filter(|&number| number > 0),
                // Later archives learn of no next one: they never change but with their posts.
                next: Some(2).filter(|_| number == 1 && last > 1),
                posts: Vec::new(),
            })
            .collect();
        for (&at, archive) in channel.posts.iter().zip(archives) {
            let index = archive.and_then(|number| usize::try_from(number.checked_sub(1)?).ok());
            if let Some(page) = index.and_then(|index| pages.get_mut(index)) {
                page.posts.push(at);
            }
        }
        let newest = channel.posts.iter().take(current).copied().collect();
        let first = Document {
            page: Page::Current,
            previous: Some(last).filter(|&last| last > 0),
            next: None,
            posts: newest,
        };
        std::iter::once(first).chain(pages).collect()
    }

    fn document(&self, channel: &Channel, document: &Document, old: Option<&ChannelState>) -> Written {
        let name = format!("{:?}", document.page);
        let links = format!("{:?} {:?} {name}", document.previous, document.next);
        let facts =
            format!("{} {:?} {links}", self.rule, (&channel.title, &channel.language, &channel.files));
        let digests =
            document.posts.iter().filter_map(|&at| self.digests.get(at)).map(|digest| digest.as_slice());
        let parts: Vec<&[u8]> = std::iter::once(facts.as_bytes()).chain(digests).collect();
        let mut written = Written { name, digest: digest::of(&parts), ..Written::default() };
        if let Some(files) = old.and_then(|old| self.standing(channel, document.page, &written, old)) {
            written.files = files;
            return written;
        }
        let rendered = self.rendered(&document.posts);
        let shell = self.shell(channel, document.page, document.previous, document.next);
        let feed = Feed { entries: self.entries(&document.posts, &rendered), ..shell };
        for artifact in feed::write(&feed) {
            let put = artifact.and_then(|artifact| self.sink.put(&artifact).map(|_| artifact));
            match put {
                Ok(artifact) => {
                    let hash = blake3::hash(&artifact.bytes).to_hex().to_string();
                    written.files.push((artifact.path, (artifact.bytes.len() as u64, hash)));
                }
                Err(error) => written.said.push(error),
            }
        }
        let remarks =
            document.posts.iter().copied().zip(rendered.into_iter().map(|rendered| rendered.remarks));
        written.remarks.extend(remarks.filter(|(_, remarks)| !remarks.is_empty()));
        written
    }

    /// The files of a document that stand there as the last build wrote them, from the same.
    fn standing(&self, channel: &Channel, page: Page, new: &Written, old: &ChannelState) -> Option<Files> {
        if old.pages.get(&new.name) != Some(&new.digest) {
            return None;
        }
        let paths = channel.files.iter().map(|file| file.path(page));
        let files: Option<Files> =
            paths.map(|path| Some((path.clone(), old.files.get(&path)?.clone()))).collect();
        files.filter(|files| files.iter().all(|(path, (length, _))| self.sink.has(path, *length)))
    }
}

type Files = Vec<(String, (u64, String))>;

/// A document before it is rendered.
struct Document {
    page: Page,
    previous: Option<u32>,
    next: Option<u32>,
    /// Places in the site's order, newest first.
    posts: Vec<usize>,
}

#[derive(Default)]
struct Written {
    name: String,
    digest: String,
    files: Files,
    remarks: Remarks,
    said: Vec<Diagnostic>,
}
