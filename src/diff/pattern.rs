//! Ids that all changed in one and the same way: the site's address changed, not the posts.

use super::Finding;
use serde::Serialize;
use url::Url;

/// What became of every id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pattern {
    /// At least one.
    pub changes: Vec<Change>,
}

/// One part of an address that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "part", rename_all = "kebab-case")]
pub enum Change {
    /// `http` became `https`, or back.
    Scheme { from: String, to: String },
    /// The host, with its port where there is one.
    Host { from: String, to: String },
    /// A slash at the end was added, or dropped.
    TrailingSlash { added: bool },
    /// The folders before a path that is the same.
    Folder { from: String, to: String },
}

/// The pattern that all of these findings share.
pub fn common<'a>(findings: impl Iterator<Item = &'a Finding>) -> Option<Pattern> {
    let mut shared: Option<Vec<Change>> = None;
    for finding in findings {
        let changes = changes(&finding.old.as_ref()?.id, &finding.new.as_ref()?.id)?;
        match &shared {
            None => shared = Some(changes),
            Some(first) if *first == changes => {}
            Some(_) => return None,
        }
    }
    shared.map(|changes| Pattern { changes })
}

fn changes(from: &str, to: &str) -> Option<Vec<Change>> {
    let (old, new) = (Url::parse(from).ok()?, Url::parse(to).ok()?);
    let same_end = old.query() == new.query() && old.fragment() == new.fragment();
    if !same_end || !old.has_host() || !new.has_host() {
        return None;
    }
    let mut changes = Vec::new();
    if old.scheme() != new.scheme() {
        changes.push(Change::Scheme { from: old.scheme().to_owned(), to: new.scheme().to_owned() });
    }
    // As a person writes it: the parser would hide that only the letter case changed.
    let (old_host, new_host) = (host(from), host(to));
    if old_host != new_host {
        changes.push(Change::Host { from: old_host.to_owned(), to: new_host.to_owned() });
    }
    let (old_path, new_path) = (old.path().trim_end_matches('/'), new.path().trim_end_matches('/'));
    if old_path != new_path {
        changes.push(folder(old_path, new_path)?);
    }
    let slash = |url: &Url| url.path().ends_with('/');
    if slash(&old) != slash(&new) {
        changes.push(Change::TrailingSlash { added: slash(&new) });
    }
    (!changes.is_empty()).then_some(changes)
}

fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}

/// What stands before the segments that both paths end in, of which there is at least one.
fn folder(old: &str, new: &str) -> Option<Change> {
    let pairs = old.rsplit('/').zip(new.rsplit('/'));
    let shared: usize = pairs.take_while(|(a, b)| a == b).map(|(segment, _)| segment.len() + 1).sum();
    let before = |path: &str| {
        let kept = path.len().saturating_sub(shared);
        path.get(..kept).map(|folder| format!("{folder}/"))
    };
    if shared == 0 { None } else { Some(Change::Folder { from: before(old)?, to: before(new)? }) }
}
