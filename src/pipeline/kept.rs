//! Cards that no post asks for any more, and that stay for a time because what was shared before still names them.

use crate::model::Keep;
use crate::sink::Sink;
use crate::store::KnownFiles;
use chrono::{DateTime, FixedOffset};
use std::collections::BTreeMap;

/// Of the cards for which nobody asked, those that stay, by their paths: since when nobody asks for them, in RFC 3339.
pub fn cards(
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
