//! Cards that no post asks for any more, and that stay for a time because what was shared before still names them.

use crate::model::Keep;
use crate::sink::Sink;
use crate::store::KnownFiles;
use chrono::{DateTime, FixedOffset};
use std::collections::{BTreeMap, BTreeSet};

/// The cards that stay, by their paths: since when nobody asks for them, in RFC 3339.
pub fn cards(
    keep: Keep,
    known: &KnownFiles,
    asked: &BTreeSet<String>,
    now: DateTime<FixedOffset>,
    sink: &dyn Sink,
) -> BTreeMap<String, String> {
    let mut kept = BTreeMap::new();
    if keep == Keep::No {
        return kept;
    }
    for (path, since) in known.cards.iter().filter(|(path, _)| !asked.contains(*path)) {
        let since =
            since.as_deref().and_then(|since| DateTime::parse_from_rfc3339(since).ok()).unwrap_or(now);
        if keep.holds(since, now) && sink.stamp(path).is_some() {
            kept.insert(path.clone(), since.to_rfc3339());
        }
    }
    kept
}
