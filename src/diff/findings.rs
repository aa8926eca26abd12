//! What there is to say about two feeds laid side by side.

use super::pair::{Pair, Pairing};
use super::{Finding, Kind};
use crate::feed::published::PublishedItem;
use crate::feed::published::link;
use chrono::{DateTime, FixedOffset};
use std::collections::BTreeSet;

/// The findings in the feeds' order, and how many items are the same.
pub fn findings(pairing: &Pairing) -> (Vec<Finding>, usize) {
    let reused: BTreeSet<&str> = pairing.reused.iter().map(|pair| pair.new.id.as_str()).collect();
    let is_reused = |item: &PublishedItem| reused.contains(item.id.as_str());
    let mut found = Vec::new();
    let mut same = 0;
    for pair in &pairing.pairs {
        let kinds = kinds(*pair, is_reused(pair.new));
        same += usize::from(kinds.is_empty());
        found.extend(kinds.into_iter().map(|kind| both(kind, *pair)));
    }
    found.extend(pairing.reused.iter().map(|pair| both(Kind::IdReused, *pair)));
    found.extend(pairing.duplicates.iter().map(|pair| both(Kind::Duplicate, *pair)));
    let window = Window::of(pairing);
    // Whose id was reused is spoken of already: readers show another post in its place.
    for old in pairing.gone.iter().filter(|item| !is_reused(item)) {
        let kind = if window.reaches(old) { Kind::Vanished } else { Kind::FellOut };
        found.push(Finding { kind, old: Some((*old).clone()), new: None });
    }
    for new in pairing.appeared.iter().filter(|item| !is_reused(item)) {
        found.push(Finding { kind: Kind::New, old: None, new: Some((*new).clone()) });
    }
    (found, same)
}

fn both(kind: Kind, Pair { old, new }: Pair) -> Finding {
    Finding { kind, old: Some(old.clone()), new: Some(new.clone()) }
}

/// What became of one post. A new id says it all: what else changed is not seen beside a post that is unread again.
fn kinds(Pair { old, new }: Pair, id_is_reused: bool) -> Vec<Kind> {
    if old.id != new.id {
        // Under an id that readers know from another post, it does not come back: it takes that post's place.
        return if id_is_reused { Vec::new() } else { vec![Kind::Returns] };
    }
    let mut kinds = Vec::new();
    if !link::same(old.link.as_deref(), new.link.as_deref()) {
        kinds.push(Kind::Moved);
    }
    if differ(old.published, new.published) {
        kinds.push(Kind::Redated);
    }
    if old.content_hash != new.content_hash || differ(old.updated, new.updated) {
        kinds.push(Kind::Edited);
    }
    kinds
}

/// Whether both are given and differ: what a format cannot say has not changed.
fn differ(old: Option<DateTime<FixedOffset>>, new: Option<DateTime<FixedOffset>>) -> bool {
    old.is_some() && new.is_some() && old != new
}

/// How far back the new feed goes.
struct Window(Option<DateTime<FixedOffset>>);

impl Window {
    /// By the posts that stayed: one that was written today with a date of long ago does not widen the window.
    fn of(pairing: &Pairing) -> Self {
        let stayed = pairing.pairs.iter().filter_map(|pair| pair.new.date()).min();
        Self(stayed.or_else(|| pairing.appeared.iter().filter_map(|item| item.date()).min()))
    }

    /// Whether the feed goes back so far that it would hold this item. Without dates nobody knows, and it would.
    fn reaches(&self, item: &PublishedItem) -> bool {
        match (self.0, item.date()) {
            (Some(oldest), Some(date)) => date > oldest,
            _ => true,
        }
    }
}
