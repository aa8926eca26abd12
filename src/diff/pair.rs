//! Which item of the new feed is which of the old: by id, then by link, then by title and day.

use crate::feed::published::PublishedItem;
use crate::feed::published::link;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Two feeds laid side by side.
#[derive(Debug, Default)]
pub struct Pairing<'a> {
    /// One post, in both; in the order of the new feed.
    pub pairs: Vec<Pair<'a>>,
    /// One id, but two posts. Each of the two is also looked for under other ids.
    pub reused: Vec<Pair<'a>>,
    /// A later item of the new feed, and the one before it with the same id.
    pub duplicates: Vec<Pair<'a>>,
    /// Found in the old feed only.
    pub gone: Vec<&'a PublishedItem>,
    /// Found in the new feed only.
    pub appeared: Vec<&'a PublishedItem>,
}

/// An item and its counterpart.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'a> {
    pub old: &'a PublishedItem,
    pub new: &'a PublishedItem,
}

/// Finds to each item its counterpart.
pub fn pair<'a>(old: &'a [PublishedItem], new: &'a [PublishedItem]) -> Pairing<'a> {
    let mut pairing = Pairing::default();
    let (old, _) = first_of_each_id(old);
    let (new, duplicates) = first_of_each_id(new);
    pairing.duplicates = duplicates;
    let by_id: BTreeMap<&str, &PublishedItem> = old.iter().map(|item| (item.id.as_str(), *item)).collect();
    let mut found = Vec::new();
    for new in &new {
        let Some(old) = by_id.get(new.id.as_str()) else { continue };
        let pair = Pair { old, new };
        if is_other_post(pair) { pairing.reused.push(pair) } else { found.push(pair) }
    }
    let mut left_old = without(&old, found.iter().map(|pair| pair.old));
    let mut left_new = without(&new, found.iter().map(|pair| pair.new));
    for key in [by_link, by_title_and_day] {
        let more = pairs_by(key, &left_old, &left_new);
        left_old = without(&left_old, more.iter().map(|pair| pair.old));
        left_new = without(&left_new, more.iter().map(|pair| pair.new));
        found.extend(more);
    }
    // Every id stands once in `new`, so it gives the order back.
    let place: BTreeMap<&str, usize> =
        new.iter().enumerate().map(|(at, item)| (item.id.as_str(), at)).collect();
    found.sort_by_key(|pair| place.get(pair.new.id.as_str()));
    pairing.pairs = found;
    pairing.gone = left_old;
    pairing.appeared = left_new;
    pairing
}

/// Readers keep one item of an id, and it is the first that they meet.
fn first_of_each_id(items: &[PublishedItem]) -> (Vec<&PublishedItem>, Vec<Pair<'_>>) {
    let mut seen: BTreeMap<&str, &PublishedItem> = BTreeMap::new();
    let (mut first, mut later) = (Vec::new(), Vec::new());
    for item in items {
        match seen.get(item.id.as_str()) {
            Some(earlier) => later.push(Pair { old: earlier, new: item }),
            None => {
                seen.insert(&item.id, item);
                first.push(item);
            }
        }
    }
    (first, later)
}

/// Link and title both differ. A post that was published at the same moment was renamed, and is no other.
fn is_other_post(Pair { old, new }: Pair) -> bool {
    let links_differ = old.link.is_some() && new.link.is_some() && by_link(old) != by_link(new);
    let titles_differ = old.title.is_some() && new.title.is_some() && title(old) != title(new);
    let same_moment = old.published.is_some() && old.published == new.published;
    links_differ && titles_differ && !same_moment
}

fn without<'a>(
    items: &[&'a PublishedItem],
    taken: impl Iterator<Item = &'a PublishedItem>,
) -> Vec<&'a PublishedItem> {
    let taken: BTreeSet<&str> = taken.map(|item| item.id.as_str()).collect();
    items.iter().copied().filter(|item| !taken.contains(item.id.as_str())).collect()
}

/// What two items of one post share, although their ids differ.
type Key = (String, Option<NaiveDate>);

/// Pairs by a key. Where several share it, the first goes with the first.
fn pairs_by<'a>(
    key: fn(&PublishedItem) -> Option<Key>,
    old: &[&'a PublishedItem],
    new: &[&'a PublishedItem],
) -> Vec<Pair<'a>> {
    let mut waiting: BTreeMap<Key, Vec<&'a PublishedItem>> = BTreeMap::new();
    for item in old.iter().rev() {
        if let Some(key) = key(item) {
            waiting.entry(key).or_default().push(item);
        }
    }
    let partner = |new: &&'a PublishedItem| {
        let old = waiting.get_mut(&key(new)?)?.pop()?;
        Some(Pair { old, new })
    };
    new.iter().filter_map(partner).collect()
}

fn by_link(item: &PublishedItem) -> Option<Key> {
    item.link.as_deref().map(|link| (link::normalized(link), None))
}

fn by_title_and_day(item: &PublishedItem) -> Option<Key> {
    Some((title(item)?, Some(item.date()?.date_naive())))
}

/// Without the line breaks and runs of spaces that a format may bring.
fn title(item: &PublishedItem) -> Option<String> {
    let words: Vec<&str> = item.title.as_deref()?.split_whitespace().collect();
    Some(words.join(" "))
}
