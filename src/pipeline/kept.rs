//! Cards that no post asks for any more, and that stay for a time because what was shared before still names them.

use super::counting::Counting;
use crate::diag::Diagnostic;
use crate::model::{Artifact, Keep};
use crate::plan::Plan;
use crate::sink::Sink;
use crate::store::KnownFiles;
use chrono::{DateTime, FixedOffset};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Writes the manifest, with the cards that stay, and removes what else an earlier one names and nobody asks for; gives how many
/// files those are. `manifest` makes it. `known` is read where it has to be.
pub fn finish<S: Sink>(
    plan: &Plan,
    known: &LazyLock<KnownFiles, impl FnOnce() -> KnownFiles>,
    manifest: impl Fn(&BTreeMap<String, String>) -> Artifact,
    sink: &Counting<S>,
    said: &mut Vec<Diagnostic>,
) -> usize {
    let artifact = manifest(&BTreeMap::new());
    // What this build's manifest names was asked for, and so the earlier one, being the same, names nothing else.
    if plan.cards.keep == Keep::No && sink.holds(&artifact) {
        return 0;
    }
    let kept = cards(plan.cards.keep, known, &sink.unasked(known.cards.keys()), plan.now, sink);
    let artifact = if kept.is_empty() { artifact } else { manifest(&kept) };
    said.extend(sink.put(&artifact).err());
    // What was asked for stays, be it that it could not be made anew this time.
    let unasked = sink.unasked(known.paths.iter());
    unasked.into_iter().filter(|path| !kept.contains_key(*path) && sink.remove(path)).count()
}

/// Of the cards for which nobody asked, those that stay, by their paths: since when nobody asks for them, in RFC 3339.
fn cards(
    keep: Keep,
    known: &KnownFiles,
    unasked: &[&String],
    now: DateTime<FixedOffset>,
    sink: &dyn Sink,
) -> BTreeMap<String, String> {
    let mut kept = BTreeMap::new();
    for path in unasked {
        let since = known.cards.get(*path).and_then(Option::as_deref);
        let since = since.and_then(|since| DateTime::parse_from_rfc3339(since).ok()).unwrap_or(now);
        if keep.holds(since, now) && sink.stamp(path).is_some() {
            kept.insert((*path).clone(), since.to_rfc3339());
        }
    }
    kept
}
