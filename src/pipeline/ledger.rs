//! Brings the ledger of ids up to date with what was published.

use crate::diag::Diagnostic;
use crate::model::{Ledger, LedgerLine, Site};
use crate::plan::Plan;
use crate::store;
use std::collections::{BTreeMap, BTreeSet};

/// Writes the ledger where it changes.
///
/// # Errors
/// When it cannot be written, or would change although it is locked.
pub fn keep(
    plan: &Plan,
    site: &Site,
    old: &Ledger,
    archives: &BTreeMap<String, BTreeMap<String, u32>>,
) -> Result<(), Diagnostic> {
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

/// Every published post has its line; those of posts that are gone stay, so that no id is given twice.
fn updated(site: &Site, old: &Ledger, archives: &BTreeMap<String, BTreeMap<String, u32>>) -> Ledger {
    let by_id: BTreeMap<&str, &LedgerLine> =
        old.lines.values().map(|line| (line.id.as_str(), line)).collect();
    let ids: BTreeSet<&str> = site.posts.iter().map(|post| post.id.as_str()).collect();
    // The line of a post that has moved goes with it.
    let gone = old.lines.iter().filter(|(_, line)| !ids.contains(line.id.as_str()));
    let mut new = Ledger { lines: gone.map(|(path, line)| (path.clone(), line.clone())).collect() };
    for post in &site.posts {
        // An archive that this build did not page, such as one of a set that is switched off, keeps its posts.
        let mut pinned = by_id.get(post.id.as_str()).map(|line| line.archives.clone()).unwrap_or_default();
        pinned.extend(archives.get(&post.id).cloned().unwrap_or_default());
        let line = LedgerLine { id: post.id.clone(), content: post.content_hash, archives: pinned };
        new.lines.insert(post.path.clone(), line);
    }
    new
}

fn changes(old: &Ledger, new: &Ledger) -> String {
    let added = new.lines.keys().filter(|path| !old.lines.contains_key(*path)).count();
    let changed =
        new.lines.iter().filter(|(path, line)| old.lines.get(*path).is_some_and(|old| old != *line)).count();
    format!("{added} new, {changed} changed")
}
