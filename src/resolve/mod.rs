//! Decides what a site's files mean: every post complete, absolute and dated.

pub mod address;
mod attachments;
mod clashes;
mod cover;
mod dates;
mod evidence;
mod excerpt;
mod explain;
mod focus;
mod ids;
mod language;
mod order;
mod plain_title;
mod post;
mod repair;
#[cfg(test)]
mod tests;
mod title;
mod translations;

pub use explain::explain;

use crate::diag::{Diagnostic, Warned};
use crate::model::{Author, ContentHash, Excluded, Ledger, Post, RawPost, Site, SiteFacts, Source};
use chrono::{DateTime, FixedOffset};
use chrono_tz::Tz;
use ids::Files;
use rayon::prelude::*;

/// Makes a site of what was read. `ledger` holds the ids that were given before; `now` decides what is in the future.
pub fn site(source: Source, ledger: &Ledger, now: DateTime<FixedOffset>) -> Warned<Site> {
    finish(settle(source), ledger, now)
}

/// A site whose own facts are decided, and whose posts are what they are held for.
struct Settled {
    source: Source,
    facts: SiteFacts,
    said: Vec<Diagnostic>,
}

fn settle(mut source: Source) -> Settled {
    let mut said = Vec::new();
    repair::over_all_posts(&mut source.posts, &mut said);
    let facts = facts(&source, &mut said);
    evidence::adopt(&mut source, &facts, &mut said);
    Settled { source, facts, said }
}

fn finish(settled: Settled, ledger: &Ledger, now: DateTime<FixedOffset>) -> Warned<Site> {
    let Settled { mut source, facts, mut said } = settled;
    let time = post::Time { now, with_future: source.publishes_future, clock: source.clock };
    let mut excluded = std::mem::take(&mut source.excluded);
    let mut files = Files::of(&source.posts, &excluded);
    let keys = translations::keys(&source.posts);
    let mut posts = resolved(source.posts, &facts, time, &mut excluded, &mut files.unpublished, &mut said);
    order::newest_first(&mut posts);
    ids::give(&mut posts, &files, &facts, ledger, &mut said);
    clashes::settle(&mut posts, &facts, &mut excluded, &mut said);
    translations::link(&mut posts, &keys);
    excluded.sort_by(|a, b| a.path.cmp(&b.path));
    Warned { value: Site { facts, posts, excluded }, diagnostics: said }
}

/// Makes the posts complete, in parallel, and lets each go as it was read as soon as that is done; what stands in those that are left out
/// is kept in `unpublished`.
#[allow(clippy::vec_box, reason = "a box is let go by itself")]
fn resolved(
    raw: Vec<Box<RawPost>>,
    facts: &SiteFacts,
    time: post::Time,
    excluded: &mut Vec<Excluded>,
    unpublished: &mut Vec<(String, ContentHash)>,
    said: &mut Vec<Diagnostic>,
) -> Vec<Post> {
    /// So many at a time: enough for every thread, and few enough not to count.
    const CHUNK: usize = 4096;
    let mut posts = Vec::with_capacity(raw.len());
    let mut raw = raw.into_iter();
    loop {
        let chunk: Vec<Box<RawPost>> = raw.by_ref().take(CHUNK).collect();
        if chunk.is_empty() {
            return posts;
        }
        let outcomes = chunk.into_par_iter().map(|raw| {
            let mut said = Vec::new();
            let content = raw.content_hash;
            (post::resolve(*raw, facts, time, &mut said), content, said)
        });
        for (outcome, content, diagnostics) in outcomes.collect::<Vec<_>>() {
            said.extend(diagnostics);
            match outcome {
                Ok(post) => posts.push(post),
                Err(file) => {
                    unpublished.push((file.path.clone(), content));
                    excluded.push(file);
                }
            }
        }
    }
}

fn facts(source: &Source, said: &mut Vec<Diagnostic>) -> SiteFacts {
    let url = address::of_site(source, said);
    let host = url.host_str().unwrap_or_default().to_owned();
    let written = source.facts.language.as_deref().map(language::tag);
    let mut facts = SiteFacts {
        framework: source.framework,
        below: source.below.clone(),
        title: source.facts.title.clone().unwrap_or(host),
        description: source.facts.description.clone(),
        url,
        language: written.unwrap_or_else(|| language::of_site(&source.posts)),
        authors: source.facts.authors.clone(),
        rights: source.facts.rights.clone(),
        icon: None,
        logo: None,
        logo_file: source.facts.logo_file.clone(),
        time_zone: time_zone(source, said),
        out: source.out.clone(),
    };
    facts.icon = source.facts.icon.as_deref().and_then(|icon| facts.absolute(icon));
    facts.logo = source.facts.logo.as_deref().and_then(|logo| facts.absolute(logo));
    let authors: Vec<Author> = facts
        .authors
        .iter()
        .map(|author| Author {
            avatar: author.avatar.as_deref().and_then(|avatar| facts.absolute(avatar)),
            ..author.clone()
        })
        .collect();
    facts.authors = authors;
    facts
}

fn time_zone(source: &Source, said: &mut Vec<Diagnostic>) -> Tz {
    let Some(name) = &source.facts.time_zone else { return Tz::UTC };
    name.parse().unwrap_or_else(|_| {
        let mut diagnostic = Diagnostic::warning("time-zone-unknown", format!("`{name}` is no time zone"))
            .label("UTC is used")
            .hint("write it by its IANA name, such as `Europe/Madrid`");
        if let Some((path, place)) = &source.facts.time_zone_at {
            diagnostic = diagnostic.in_file(path.clone()).at(place.clone());
        }
        said.push(diagnostic);
        Tz::UTC
    })
}
