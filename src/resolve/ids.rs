//! The ids that feed readers know posts by: given once, and kept through moves.

use crate::diag::Diagnostic;
use crate::model::{ContentHash, Excluded, Ledger, LedgerLine, Post, RawPost, SiteFacts};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The files of a site, as far as ids depend on them.
pub struct Files {
    /// Those that name an id of their own.
    with_id: BTreeSet<String>,
    /// Those of which it is not known what they hold.
    unread: BTreeSet<String>,
    /// What stands in each that could be read and is not published.
    pub unpublished: Vec<(String, ContentHash)>,
}

impl Files {
    /// The files as they were read, before it is known which are published.
    pub fn of(posts: &[Box<RawPost>], excluded: &[Excluded]) -> Self {
        Self {
            with_id: posts.iter().filter(|raw| raw.id.is_some()).map(|raw| raw.path.clone()).collect(),
            unread: excluded.iter().map(|file| file.path.clone()).collect(),
            unpublished: Vec::new(),
        }
    }
}

/// Gives every post its id. The one in its file wins; then the one that the ledger has for its path, if title and body are those
/// of the last build; then the one of a post with the same title and body whose file is gone or holds another post now; then the
/// one for its path, for it was edited; else its address.
pub fn give(
    posts: &mut [Post],
    files: &Files,
    facts: &SiteFacts,
    ledger: &Ledger,
    said: &mut Vec<Diagnostic>,
) {
    // The surest come first, so that no address and no edited file takes an id away from the post that it belongs to. Nearly all are
    // as they were: these are found on all threads, and for the others alone is it asked who has which id.
    let keeps = |post: &mut Post| {
        let has_own = files.with_id.contains(&post.path);
        let line = ledger.lines.get(&post.path).filter(|line| line.content == post.content_hash);
        if let Some(line) = line.filter(|_| !has_own) {
            post.id.clone_from(&line.id);
        }
        has_own || line.is_some()
    };
    let kept: Vec<bool> = posts.par_iter_mut().map(keeps).collect();
    if kept.iter().all(|kept| *kept) {
        return;
    }
    let mut displaced = displaced(posts, files, ledger);
    let mut taken = Taken::of(posts, &kept, of_the_unpublished(files, ledger));
    let mut unsure: Vec<&mut Post> = Vec::new();
    for (post, _) in posts.iter_mut().zip(kept).filter(|(_, kept)| !kept) {
        if let Some((path, line)) = displaced.remove(&post.content_hash) {
            said.push(moved(post, &facts.shown(path), &line.id));
            taken.take(post, line);
        } else {
            unsure.push(post);
        }
    }
    let mut fresh: Vec<&mut Post> = Vec::new();
    for post in unsure {
        match ledger.lines.get(&post.path).filter(|line| !taken.contains(&line.id)) {
            Some(line) => taken.take(post, line),
            None => fresh.push(post),
        }
    }
    for post in fresh {
        if taken.contains(&post.id) {
            post.id = tag(post);
        }
    }
}

/// The ids that are given.
struct Taken {
    /// Those of posts that are as they were, and of the unpublished, in order.
    surely: Vec<String>,
    since: BTreeSet<String>,
}

impl Taken {
    fn of(posts: &[Post], kept: &[bool], unpublished: Vec<String>) -> Self {
        let mut surely = unpublished;
        surely.par_extend(
            posts.par_iter().zip(kept).filter(|(_, kept)| **kept).map(|(post, _)| post.id.clone()),
        );
        surely.par_sort_unstable();
        Self { surely, since: BTreeSet::new() }
    }

    fn contains(&self, id: &str) -> bool {
        self.since.contains(id) || self.surely.binary_search_by(|known| known.as_str().cmp(id)).is_ok()
    }

    fn take(&mut self, post: &mut Post, line: &LedgerLine) {
        post.id.clone_from(&line.id);
        self.since.insert(line.id.clone());
    }
}

/// A draft that was published once keeps its id for when it is again.
fn of_the_unpublished(files: &Files, ledger: &Ledger) -> Vec<String> {
    let unpublished = files.unpublished.iter().map(|(path, _)| path).chain(&files.unread);
    unpublished.filter_map(|path| Some(ledger.lines.get(path)?.id.clone())).collect()
}

/// What the ledger knows of posts that are no longer where they were; what two of them had in common proves nothing.
fn displaced<'a>(
    posts: &[Post],
    files: &Files,
    ledger: &'a Ledger,
) -> BTreeMap<ContentHash, (&'a str, &'a LedgerLine)> {
    if ledger.lines.is_empty() {
        return BTreeMap::new();
    }
    let published = posts.iter().map(|post| (post.path.as_str(), post.content_hash));
    let unpublished = files.unpublished.iter().map(|(path, content)| (path.as_str(), *content));
    let mut read: Vec<(&str, ContentHash)> = published.chain(unpublished).collect();
    read.par_sort_unstable();
    let has_gone = |(path, line): &(&String, &LedgerLine)| {
        !files.unread.contains(*path) && read.binary_search(&(path.as_str(), line.content)).is_err()
    };
    let gone: Vec<(&String, &LedgerLine)> = ledger.lines.par_iter().filter(has_gone).collect();
    let mut displaced = BTreeMap::new();
    let mut ambiguous = Vec::new();
    for (path, line) in gone {
        if displaced.insert(line.content, (path.as_str(), line)).is_some() {
            ambiguous.push(line.content);
        }
    }
    for content in ambiguous {
        displaced.remove(&content);
    }
    displaced
}

fn moved(post: &Post, from: &str, id: &str) -> Diagnostic {
    Diagnostic::warning("post-moved", format!("the post was at `{from}`: it keeps its id `{id}`"))
        .in_file(post.path.as_str())
        .hint("if it is another post, give it an `id` of its own")
}

/// A `tag:` URI (RFC 4151), for a post at an address that another post had first.
fn tag(post: &Post) -> String {
    let rest = post.url.split_once("://").map_or(post.url.as_str(), |(_, rest)| rest);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    format!("tag:{host},{}:/{path}", post.published.format("%Y-%m-%d"))
}
