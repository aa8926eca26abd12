//! The ids that feed readers know posts by: given once, and kept through moves.

use crate::diag::Diagnostic;
use crate::model::{ContentHash, Excluded, Ledger, LedgerLine, Post, RawPost, SiteFacts};
use std::collections::{BTreeMap, BTreeSet};

/// The files of a site, as far as ids depend on them.
pub struct Files {
    /// What stands in each file that could be read.
    content: BTreeMap<String, ContentHash>,
    /// Those that name an id of their own.
    with_id: BTreeSet<String>,
    /// Those of which it is not known what they hold.
    unread: BTreeSet<String>,
}

impl Files {
    /// What the files of posts hold, as far as the ledger makes one ask for it.
    pub fn of(posts: &[Box<RawPost>], excluded: &[Excluded], ledger: &Ledger) -> Self {
        let with_id = posts.iter().filter(|raw| raw.id.is_some()).map(|raw| raw.path.clone()).collect();
        if ledger.lines.is_empty() {
            return Self { with_id, content: BTreeMap::new(), unread: BTreeSet::new() };
        }
        Self {
            with_id,
            content: posts.iter().map(|raw| (raw.path.clone(), raw.content_hash)).collect(),
            unread: excluded.iter().map(|file| file.path.clone()).collect(),
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
    let mut displaced = displaced(files, ledger);
    let mut taken = of_the_unpublished(posts, files, ledger);
    // The surest come first, so that no address and no edited file takes an id away from the post that it belongs to.
    let mut unsure: Vec<&mut Post> = Vec::new();
    for post in posts {
        let line = ledger.lines.get(&post.path);
        if files.with_id.contains(&post.path) {
            taken.insert(post.id.clone());
        } else if let Some(line) = line.filter(|line| line.content == post.content_hash) {
            take(post, line, &mut taken);
        } else if let Some((path, line)) = displaced.remove(&post.content_hash) {
            said.push(moved(post, &facts.shown(path), &line.id));
            take(post, line, &mut taken);
        } else {
            unsure.push(post);
        }
    }
    let mut fresh: Vec<&mut Post> = Vec::new();
    for post in unsure {
        match ledger.lines.get(&post.path).filter(|line| !taken.contains(&line.id)) {
            Some(line) => take(post, line, &mut taken),
            None => fresh.push(post),
        }
    }
    for post in fresh {
        if taken.contains(&post.id) {
            post.id = tag(post);
        }
    }
}

fn take(post: &mut Post, line: &LedgerLine, taken: &mut BTreeSet<String>) {
    post.id.clone_from(&line.id);
    taken.insert(line.id.clone());
}

/// A draft that was published once keeps its id for when it is again.
fn of_the_unpublished(posts: &[Post], files: &Files, ledger: &Ledger) -> BTreeSet<String> {
    if ledger.lines.is_empty() {
        return BTreeSet::new();
    }
    let published: BTreeSet<&str> = posts.iter().map(|post| post.path.as_str()).collect();
    let all = files.content.keys().chain(&files.unread);
    let unpublished = all.filter(|path| !published.contains(path.as_str()));
    unpublished.filter_map(|path| Some(ledger.lines.get(path)?.id.clone())).collect()
}

/// What the ledger knows of posts that are no longer where they were; what two of them had in common proves nothing.
fn displaced<'a>(files: &Files, ledger: &'a Ledger) -> BTreeMap<ContentHash, (&'a str, &'a LedgerLine)> {
    let mut displaced = BTreeMap::new();
    let mut ambiguous = Vec::new();
    for (path, line) in &ledger.lines {
        let stays = files.unread.contains(path) || files.content.get(path) == Some(&line.content);
        if !stays && displaced.insert(line.content, (path.as_str(), line)).is_some() {
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
