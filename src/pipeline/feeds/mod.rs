//! Writes every channel, document by document; what is made of nothing new is left as it stands.

mod channel;
mod document;

use super::content::Contents;
use super::digest;
use crate::diag::{Diagnostic, Location, Warned};
use crate::feed::{self, Channel, Page};
use crate::model::{
    Attachment, CardFile, FeedSettings, Ledger, LedgerLine, Post, PostMedia, PublishedFeed, Site,
};
use crate::plan::Plan;
use crate::sink::Sink;
use crate::site;
use crate::store::{self, ChannelState, FeedState, Remark};
use channel::Outcome;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What came of the feeds.
#[derive(Default)]
pub struct Feeds {
    pub published: Vec<PublishedFeed>,
    /// Of each channel by its name in the ledger: the posts that an archive holds, by their places in the site's order, with its number.
    pub archives: Vec<(String, Vec<(usize, u32)>)>,
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
    /// The line of each post in the ledger, likewise.
    pinned: Vec<Option<&'a LedgerLine>>,
    old: FeedState,
    sink: &'a dyn Sink,
}

/// What is to be told of posts, each by its place in the site's order.
type Remarks = Vec<(usize, Vec<Remark>)>;

/// Writes what has changed since `old`; the rest of the trip needs to know where everything stands.
pub fn write(
    plan: &Plan,
    site: &Site,
    media: &[PostMedia],
    ledger: &Ledger,
    stylesheet: Option<String>,
    old: FeedState,
    sink: &dyn Sink,
) -> Warned<Feeds> {
    let settings = &plan.config.feeds;
    let contents = Contents::new(plan);
    let degraded = contents.is_degraded();
    let images: Vec<Option<&str>> = media.iter().map(image).collect();
    let attachments: Vec<Vec<Attachment>> =
        site.posts.par_iter().zip(media).map(|(post, media)| attachments(post, media)).collect();
    let digests = site
        .posts
        .par_iter()
        .zip(&attachments)
        .zip(&images)
        .map(|((post, attachments), image)| {
            digest::of_post(post, attachments, *image, &contents.digest(post))
        })
        .collect();
    let rule = format!("{} {:?} {settings:?} {stylesheet:?}", contents.rule(), site.facts);
    let rule = digest::of(&[rule.as_bytes()]);
    let trip = Trip {
        site,
        settings,
        contents,
        stylesheet,
        attachments,
        images,
        digests,
        rule,
        pinned: pinned(site, ledger),
        old: if degraded { FeedState::default() } else { old },
        sink,
    };
    let mut said: Vec<Diagnostic> = Vec::new();
    let channels = without_clashes(feed::channels(site, settings), plan, &mut said);
    let outcomes: Vec<Outcome> = channels.par_iter().map(|channel| trip.channel(channel)).collect();
    said.par_extend(site.posts.par_iter().filter_map(feed::forbidden_characters));
    let mut feeds = Feeds::default();
    let mut state = FeedState::default();
    state.said = trip.remembered();
    for (channel, outcome) in channels.iter().zip(outcomes) {
        said.extend(outcome.said);
        feeds.published.extend(published(channel, site, settings, &outcome.state));
        let pinned = channel.posts.iter().zip(&outcome.archives);
        let pinned = pinned.filter_map(|(&at, archive)| Some((at, (*archive)?))).collect();
        feeds.archives.push((channel.key(), pinned));
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
    // The next step of the two makes other feeds: what is remembered is of that one.
    if !degraded {
        state.write(&plan.root.path(""));
    }
    Warned { value: feeds, diagnostics: said }
}

/// The line that the ledger has for the id of each post.
fn pinned<'a>(site: &Site, ledger: &'a Ledger) -> Vec<Option<&'a LedgerLine>> {
    let mut lines: Vec<(&str, &LedgerLine)> =
        ledger.lines.values().map(|line| (line.id.as_str(), line)).collect();
    lines.par_sort_by_key(|(id, _)| *id);
    let line = |post: &Post| {
        let after = lines.partition_point(|(id, _)| *id <= post.id.as_str());
        let (id, line) = lines.get(after.checked_sub(1)?)?;
        (*id == post.id).then_some(*line)
    };
    site.posts.par_iter().map(line).collect()
}

/// Two feeds cannot have one path: the one that comes first stands.
fn without_clashes(channels: Vec<Channel>, plan: &Plan, said: &mut Vec<Diagnostic>) -> Vec<Channel> {
    let settings = &plan.config.feeds;
    let extras = [&settings.opml, &settings.subscribe, &settings.stylesheet, &plan.config.manifest];
    let mut taken: BTreeSet<String> = extras.into_iter().flatten().cloned().collect();
    taken.insert(store::MANIFEST.to_owned());
    let mut kept = Vec::with_capacity(channels.len());
    for mut channel in channels {
        channel.files.retain(|file| {
            let is_free = taken.insert(file.path.clone());
            if !is_free {
                let message = format!("`{}` would be the path of two things", file.path);
                said.push(
                    Diagnostic::error("feed-path-duplicate", message)
                        .in_file(site::SETTINGS_FILE)
                        .label(format!("the feed `{}` is not written there", channel.title))
                        .hint("give one of them another `path` under `feeds:`"),
                );
            }
            is_free
        });
        if !channel.files.is_empty() {
            kept.push(channel);
        }
    }
    kept
}

/// What the post brings along, its card, its cover: RSS has room for the first of them.
fn attachments(post: &Post, media: &PostMedia) -> Vec<Attachment> {
    let card = media.card.as_ref().map(CardFile::attachment);
    let cover = media.cover.clone();
    let mut all: Vec<Attachment> = post.enclosures.iter().cloned().chain(card).chain(cover).collect();
    if all.len() < 2 {
        return all;
    }
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
        remark.line.map(|line| Location { line, column: 1, width: 1, ..Location::default() });
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
        let hash = &state.files.get(&file.path)?.hash;
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
}
