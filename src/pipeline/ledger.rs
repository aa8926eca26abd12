//! Brings the ledger of ids up to date with what was published.

use crate::diag::Diagnostic;
use crate::model::{Ledger, LedgerLine, Post, Site};
use crate::plan::Plan;
use crate::store;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Of each channel by its name: the places of the posts that an archive holds, with its number.
type Archives = [(String, Vec<(usize, u32)>)];

/// Writes the ledger where it changes.
///
/// # Errors
/// When it cannot be written, or would change although it is locked.
pub fn keep(plan: &Plan, site: &Site, old: &Ledger, archives: &Archives) -> Result<(), Diagnostic> {
    if is_current(site, old, archives) {
        return Ok(());
    }
    let new = updated(site, old, archives);
    if new == *old {
        return Ok(());
    }
    if plan.locked {
        return Err(Diagnostic::error("ledger-locked", "the ledger of ids would change")
            .in_file(store::LEDGER)
            .label(changes(old, &new))
            .hint("run `syndicard build` without `--locked` and commit syndicard.lock"));
    }
    store::write_ledger(&plan.root.path(""), &new)
}

/// Whether it is plain that nothing changes: every post has its line, which is the only one of its id.
fn is_current(site: &Site, old: &Ledger, archives: &Archives) -> bool {
    let known = |post: &Post| {
        let line = old.lines.get(&post.path)?;
        (line.id == post.id && line.content == post.content_hash).then_some(line)
    };
    let Some(lines) = site.posts.par_iter().map(known).collect::<Option<Vec<&LedgerLine>>>() else {
        return false;
    };
    let is_pinned = |channel: &String, &(at, number): &(usize, u32)| {
        lines.get(at).is_none_or(|line| line.archives.get(channel) == Some(&number))
    };
    let mut ids: Vec<&str> = site.posts.iter().map(|post| post.id.as_str()).collect();
    ids.par_sort_unstable();
    let has_own_id = ids.windows(2).all(|pair| pair.first() != pair.last());
    let of_posts = old.lines.par_iter().filter(|(_, line)| ids.binary_search(&line.id.as_str()).is_ok());
    has_own_id
        && archives.iter().all(|(channel, pinned)| pinned.par_iter().all(|pin| is_pinned(channel, pin)))
        && of_posts.count() == site.posts.len()
}

/// Every published post has its line; those of posts that are gone stay, so that no id is given twice.
fn updated(site: &Site, old: &Ledger, archives: &Archives) -> Ledger {
    let mut pins: Vec<Vec<(&String, u32)>> = vec![Vec::new(); site.posts.len()];
    for (channel, pinned) in archives {
        for &(at, number) in pinned {
            if let Some(pins) = pins.get_mut(at) {
                pins.push((channel, number));
            }
        }
    }
    let by_id: BTreeMap<&str, &LedgerLine> =
        old.lines.values().map(|line| (line.id.as_str(), line)).collect();
    let line = |(post, pins): (&Post, Vec<(&String, u32)>)| {
        // An archive that this build did not page, such as one of a set that is switched off, keeps its posts.
        let mut archives = by_id.get(post.id.as_str()).map(|line| line.archives.clone()).unwrap_or_default();
        archives.extend(pins.into_iter().map(|(channel, number)| (channel.clone(), number)));
        (post.path.clone(), LedgerLine { id: post.id.clone(), content: post.content_hash, archives })
    };
    let mut lines: Vec<(String, LedgerLine)> = site.posts.par_iter().zip(pins).map(line).collect();
    lines.par_sort_unstable_by(|a, b| a.0.cmp(&b.0));
    let mut ids: Vec<&str> = site.posts.iter().map(|post| post.id.as_str()).collect();
    ids.par_sort_unstable();
    let mut new = Ledger { lines: lines.into_iter().collect() };
    // The line of a post that has moved goes with it.
    let gone = old.lines.par_iter().filter(|(_, line)| ids.binary_search(&line.id.as_str()).is_err());
    for (path, line) in gone.collect::<Vec<_>>() {
        new.lines.entry(path.clone()).or_insert_with(|| line.clone());
    }
    new
}

fn changes(old: &Ledger, new: &Ledger) -> String {
    let added = new.lines.keys().filter(|path| !old.lines.contains_key(*path)).count();
    let changed =
        new.lines.iter().filter(|(path, line)| old.lines.get(*path).is_some_and(|old| old != *line)).count();
    format!("{added} new, {changed} changed")
}
