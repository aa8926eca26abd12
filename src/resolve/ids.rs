//! The ids that feed readers know posts by: given once, and kept through moves.

use crate::diag::Diagnostic;
use crate::model::{ContentHash, Ledger, LedgerLine, Post, Source};
use std::collections::{BTreeMap, BTreeSet};

/// Gives every post its id: the one in its file, else the one that the ledger has for its path, else the one of a post that
/// is gone and had the same title and body, else its address.
pub fn give(posts: &mut [Post], source: &Source, ledger: &Ledger, said: &mut Vec<Diagnostic>) {
    let own: BTreeSet<&str> =
        source.posts.iter().filter(|raw| raw.id.is_some()).map(|raw| raw.path.as_str()).collect();
    let mut gone = gone(source, ledger);
    let published: BTreeSet<&str> = posts.iter().map(|post| post.path.as_str()).collect();
    // A draft that was published once keeps its id for when it is again.
    let mut taken: BTreeSet<String> = files(source)
        .filter(|path| !published.contains(path))
        .filter_map(|path| Some(ledger.lines.get(path)?.id.clone()))
        .collect();
    let mut fresh: Vec<&mut Post> = Vec::new();
    // First those whose ids are certain, so that no address takes one of them away.
    for post in posts {
        if own.contains(post.path.as_str()) {
            taken.insert(post.id.clone());
        } else if let Some(line) = ledger.lines.get(&post.path) {
            post.id.clone_from(&line.id);
            taken.insert(post.id.clone());
        } else if let Some((path, line)) = gone.remove(&post.content_hash) {
            said.push(moved(post, path, &line.id));
            post.id.clone_from(&line.id);
            taken.insert(post.id.clone());
        } else {
            fresh.push(post);
        }
    }
    for post in fresh {
        if taken.contains(&post.id) {
            post.id = tag(post);
        }
    }
}

/// Every file that is there, published or not.
fn files(source: &Source) -> impl Iterator<Item = &str> {
    let excluded = source.excluded.iter().map(|file| file.path.as_str());
    source.posts.iter().map(|raw| raw.path.as_str()).chain(excluded)
}

/// What the ledger knows of files that are no longer there; what two of them had in common proves nothing.
fn gone<'a>(source: &Source, ledger: &'a Ledger) -> BTreeMap<ContentHash, (&'a str, &'a LedgerLine)> {
    let there: BTreeSet<&str> = files(source).collect();
    let mut gone = BTreeMap::new();
    let mut ambiguous = Vec::new();
    for (path, line) in &ledger.lines {
        if !there.contains(path.as_str()) && gone.insert(line.content, (path.as_str(), line)).is_some() {
            ambiguous.push(line.content);
        }
    }
    for content in ambiguous {
        gone.remove(&content);
    }
    gone
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
