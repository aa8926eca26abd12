//! Decides what a site's files mean: every post complete, absolute and dated.

pub mod address;
mod attachments;
mod cover;
mod dates;
mod evidence;
mod excerpt;
mod explain;
mod focus;
mod ids;
mod language;
mod plain_title;
mod post;
mod repair;
#[cfg(test)]
mod tests;
mod translations;

pub use explain::explain;

use crate::diag::{Diagnostic, Warned};
use crate::model::{Author, Excluded, Ledger, Post, Site, SiteFacts, Source};
use chrono::{DateTime, FixedOffset};
use chrono_tz::Tz;
use ids::Files;
use std::collections::BTreeMap;

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
    let files = Files::of(&source.posts, &excluded);
    let keys = translations::keys(&source.posts);
    let mut posts = Vec::with_capacity(source.posts.len());
    for raw in source.posts {
        match post::resolve(&raw, &facts, time, &mut said) {
            Ok(post) => posts.push(post),
            Err(reason) => excluded.push(Excluded { path: raw.path, reason }),
        }
    }
    posts.sort_by(|a, b| {
        b.published.cmp(&a.published).then_with(|| a.url.cmp(&b.url)).then_with(|| a.path.cmp(&b.path))
    });
    ids::give(&mut posts, &files, &facts, ledger, &mut said);
    let mut posts = without_clashes(posts, &facts, &mut excluded, &mut said);
    translations::link(&mut posts, &keys);
    excluded.sort_by(|a, b| a.path.cmp(&b.path));
    Warned { value: Site { facts, posts, excluded }, diagnostics: said }
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

/// Two posts with one address cannot both be published: the one that sorts first stands. Of two with one id, the second is known by its address.
fn without_clashes(
    posts: Vec<Post>,
    facts: &SiteFacts,
    excluded: &mut Vec<Excluded>,
    said: &mut Vec<Diagnostic>,
) -> Vec<Post> {
    let mut by_url: BTreeMap<String, String> = BTreeMap::new();
    let mut by_id: BTreeMap<String, String> = BTreeMap::new();
    let mut kept = Vec::with_capacity(posts.len());
    for mut post in posts {
        if let Some(other) = by_url.get(&post.url) {
            let message = format!("the address `{}` is that of {} too", post.url, facts.shown(other));
            said.push(
                Diagnostic::error("address-duplicate", message)
                    .in_file(post.path.clone())
                    .hint("rename one of the files, or give one another `slug`"),
            );
            excluded.push(Excluded { path: post.path, reason: "duplicate" });
            continue;
        }
        if let Some(other) = by_id.get(&post.id) {
            let message = format!("the id `{}` is that of {} too", post.id, facts.shown(other));
            said.push(
                Diagnostic::warning("id-duplicate", message)
                    .in_file(post.path.clone())
                    .label("its address is used instead")
                    .hint("give each post an `id` of its own, or none"),
            );
            post.id.clone_from(&post.url);
        }
        by_url.insert(post.url.clone(), post.path.clone());
        by_id.insert(post.id.clone(), post.path.clone());
        kept.push(post);
    }
    kept
}
