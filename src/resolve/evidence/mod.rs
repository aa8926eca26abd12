//! Holds guessed addresses against those that stand in sitemaps, feeds, built pages and links, and takes those.

mod mention;
mod shape;

use super::dates;
use crate::diag::Diagnostic;
use crate::model::{RawPost, Route, RouteRule, SiteFacts, Source};
use mention::Mentions;
use shape::{Form, Shape};
use std::collections::{BTreeMap, BTreeSet};

/// Posts of one collection whose addresses are a guess: each with its position and the parts of its path.
struct Guesses {
    posts: Vec<(usize, Vec<String>)>,
}

/// What the evidence says of a collection.
struct Finding {
    shape: Shape,
    form: Form,
    /// So many posts have an address of this shape, of so many that have any.
    explained: Vec<usize>,
    evident: usize,
    /// Where they stand.
    files: BTreeSet<String>,
}

/// Gives posts whose addresses are guessed those that the evidence tells, and says so once for each collection.
pub fn adopt(source: &mut Source, facts: &SiteFacts, said: &mut Vec<Diagnostic>) {
    let mut collections: BTreeMap<u16, Guesses> = BTreeMap::new();
    for (at, post) in source.posts.iter().enumerate().filter(|(_, post)| !post.route_rule.is_sure) {
        if let Some(path) = post.route.undated() {
            let parts = mention::parts(path);
            let guesses = collections.entry(post.collection).or_insert(Guesses { posts: Vec::new() });
            guesses.posts.push((at, parts));
        }
    }
    if collections.is_empty() {
        return;
    }
    let mentions = Mentions::of(source, facts);
    for (collection, guesses) in collections {
        let folder = source.folders.get(usize::from(collection)).map_or("", |(folder, _)| folder);
        let folder = facts.shown(folder);
        let finding = infer(&guesses, &mentions, source, facts);
        match finding {
            Some(finding) => take(source, &guesses, &finding, &folder, said),
            None if guesses.are_published(source, facts) => said.push(guessed(source, &guesses, &folder)),
            None => {}
        }
    }
}

impl Guesses {
    /// Whether any of them can be published at all, at an address that not everybody would expect.
    fn are_published(&self, source: &Source, facts: &SiteFacts) -> bool {
        let mut posts = self.posts.iter().filter_map(|(at, _)| source.posts.get(*at));
        posts.any(|post| !post.draft && !post.route_rule.is_usual && day(post, facts).is_some())
    }
}

/// The shape under which most of the posts are mentioned, where that is enough to go by.
fn infer(guesses: &Guesses, mentions: &Mentions, source: &Source, facts: &SiteFacts) -> Option<Finding> {
    let mut slugs: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (number, (_, parts)) in guesses.posts.iter().enumerate() {
        slugs.entry(parts.last()?.as_str()).or_default().push(number);
    }
    let mut votes: BTreeMap<Shape, BTreeMap<usize, bool>> = BTreeMap::new();
    let mut evident: BTreeSet<usize> = BTreeSet::new();
    for mention in &mentions.all {
        let Some(numbers) = mention.parts.last().and_then(|slug| slugs.get(slug.as_str())) else { continue };
        let longest = |number: &usize| {
            guesses.posts.get(*number).map_or(0, |(_, parts)| shape::common_tail(parts, &mention.parts))
        };
        let most = numbers.iter().map(longest).max()?;
        let mut named = numbers.iter().filter(|number| longest(number) == most);
        let (Some(number), None) = (named.next(), named.next()) else { continue };
        let Some((at, parts)) = guesses.posts.get(*number) else { continue };
        let date = source.posts.get(*at).and_then(|post| day(post, facts));
        evident.insert(*number);
        for shape in shape::all(parts, &mention.parts, most, date) {
            *votes.entry(shape).or_default().entry(*number).or_default() |= mention.is_strong;
        }
    }
    // More posts first; of two that say the same, the one that is nearer to the guess, which sorts before.
    let best = votes.iter().rev().max_by_key(|(_, posts)| posts.len());
    let (shape, posts) = best?;
    let strong = posts.values().filter(|strong| **strong).count();
    let weight = 3 * strong + (posts.len() - strong);
    let needed = if shape.is_guess() { 1 } else { guesses.posts.len().clamp(2, 3) };
    if weight < needed || posts.len() * 10 < evident.len() * 6 {
        return None;
    }
    let own = guesses.posts.first().and_then(|(at, _)| source.posts.get(*at)?.route.undated());
    let of_shape = |parts: &[String]| {
        let number = slugs.get(parts.last()?.as_str())?.first()?;
        posts.contains_key(number).then_some(())
    };
    let meant: Vec<_> = mentions.all.iter().filter(|mention| of_shape(&mention.parts).is_some()).collect();
    let form = mention::form(&meant).unwrap_or_else(|| Form::of(own.unwrap_or_default()));
    let files = meant.iter().map(|mention| mention.file.clone()).collect();
    Some(Finding {
        shape: shape.clone(),
        form,
        explained: posts.keys().copied().collect(),
        evident: evident.len(),
        files,
    })
}

/// The day of publication, as far as the post itself says it.
fn day(post: &RawPost, facts: &SiteFacts) -> Option<chrono::NaiveDate> {
    match &post.published {
        Some(field) => dates::read(&field.value, facts.time_zone).ok().map(|written| written.at.date_naive()),
        None => dates::in_path(&post.path),
    }
}

fn take(source: &mut Source, guesses: &Guesses, finding: &Finding, folder: &str, said: &mut Vec<Diagnostic>) {
    let Finding { shape, form, explained, evident, files } = finding;
    // What no address shows to be left out is not left out of others.
    let dropped: BTreeSet<&[String]> = explained
        .iter()
        .filter_map(|number| guesses.posts.get(*number))
        .map(|(_, parts)| shape.dropped(parts))
        .collect();
    let pattern = shape.pattern(*form);
    let files =
        files.iter().map(|file| if file == mention::LINKS { file.clone() } else { format!("`{file}`") });
    let files: Vec<String> = files.collect();
    let why = format!("as {} of {evident} posts have it in {}", explained.len(), files.join(" and "));
    let rule =
        RouteRule { text: format!("`{pattern}`, {why}").into(), place: None, is_sure: true, is_usual: true };
    let mut changed = false;
    for (at, parts) in guesses.posts.iter().filter(|(_, parts)| dropped.contains(shape.dropped(parts))) {
        let Some(post) = source.posts.get_mut(*at) else { continue };
        let route = shape.route(parts, *form, &post.route);
        changed |= !same(&post.route, &route);
        post.route = route;
        post.route_rule = rule.clone();
    }
    if changed {
        let less =
            dropped.iter().filter(|parts| !parts.is_empty()).map(|parts| format!("`{}/`", parts.join("/")));
        let less: Vec<String> = less.collect();
        let less = if less.is_empty() { String::new() } else { format!(" without {}", less.join(" or ")) };
        said.push(
            Diagnostic::warning(
                "route-inferred",
                format!("the addresses of the posts in {} are inferred: `{pattern}`{less}", named(folder)),
            )
            .label(why)
            .hint(format!(
                "if that is wrong, set `posts: [{{dir: {}, url: …}}]` in syndicard.yaml",
                dir(folder)
            )),
        );
    }
}

/// A folder in a sentence.
fn named(folder: &str) -> String {
    if folder.is_empty() { "the site's folder".to_owned() } else { format!("`{folder}`") }
}

/// Whether two routes differ by slashes at their ends at most, of which nobody wants to hear.
fn same(one: &Route, other: &Route) -> bool {
    match (one.undated(), other.undated()) {
        (Some(one), Some(other)) => one.trim_matches('/') == other.trim_matches('/'),
        _ => one == other,
    }
}

fn guessed(source: &Source, guesses: &Guesses, folder: &str) -> Diagnostic {
    let first = guesses.posts.first().and_then(|(at, _)| source.posts.get(*at));
    let rule = first.map(|post| post.route_rule.text.to_string()).unwrap_or_default();
    let place = named(folder);
    Diagnostic::warning("route-guessed", format!("the addresses of the posts in {place} are a guess: {rule}"))
        .hint(format!(
            "set `posts: [{{dir: {}, url: \"/blog/:slug/\"}}]` in syndicard.yaml, or show the built pages with `--html DIR`",
            dir(folder)
        ))
}

fn dir(folder: &str) -> &str {
    if folder.is_empty() { "." } else { folder }
}
