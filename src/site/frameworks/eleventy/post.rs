//! What Eleventy makes of one template: whether it is a post, on which day, and at which address.

use super::marks::Marks;
use super::template::{self, Names};
use crate::model::{Field, RawPost, Route, RouteClock, RoutePart, RouteRule};
use crate::site::collection::Page;
use crate::site::fields;
use crate::site::front_matter::Value;
use crate::site::inherit::Given;

/// What holds for every template of a site.
pub struct Posts {
    pub marks: Marks,
}

impl Posts {
    /// Gives a post its address, its tags, and the day in its path.
    pub fn place(&self, page: &Page<'_>, post: &mut RawPost) -> Result<(), &'static str> {
        // Only what bears a date is a post, whatever marks it.
        post.is_post = false;
        if page.fields.is_true(&["eleventyExcludeFromCollections"]) {
            return Err("not in any collection");
        }
        // `Last Modified` and `git Created` are asked of the disk and of Git.
        let asked = ["last modified", "created", "git last modified", "git created"];
        if post.published.as_ref().is_some_and(|date| asked.contains(&date.value.to_lowercase().as_str())) {
            post.published = None;
        }
        if post.published.is_none() {
            post.published = day(page.path).map(|day| Field::unwritten(day.to_owned()));
        }
        let tags = tags(page);
        if !self.marks.holds(page.path, &tags, post.published.is_some()) {
            return Err("not a post");
        }
        post.tags = tags.into_iter().filter(|tag| !self.marks.is_silent(tag)).collect();
        if post.title.as_ref().is_none_or(|title| title.value.is_empty()) {
            // The navigation plugin's names stand for a title on many sites.
            post.title = page.fields.get(&["eleventyNavigation"]).and_then(|given| {
                let name =
                    given.entry.value.get(&["title", "key"]).and_then(Value::text).map(fields::fold)?;
                Some(given.field(name))
            });
        }
        let (route, rule) = route(page)?;
        post.route = route;
        post.route_rule = rule;
        Ok(())
    }
}

/// The tags of the data files and of the post itself, the outermost first.
fn tags(page: &Page<'_>) -> Vec<String> {
    let inherited = page.fields.inherited.iter().rev().map(|inherited| &inherited.front);
    let mut all: Vec<String> = Vec::new();
    for front in inherited.chain([page.fields.own]) {
        let Some(entry) = front.get(&["tags"]) else { continue };
        let own = fields::tags(&entry.value);
        for tag in own {
            if !all.contains(&tag) {
                all.push(tag);
            }
        }
    }
    all
}

/// The first day in a path, anywhere.
fn day(path: &str) -> Option<&str> {
    path.char_indices().find_map(|(at, _)| {
        let day = path.get(at..at + 10)?;
        let shape: String = day.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect();
        (shape == "9999-99-99").then_some(day)
    })
}

/// A name without the day before it.
fn undated(name: &str) -> &str {
    match day(name).and_then(|day| name.split_once(day)) {
        Some((_, rest)) => rest.strip_prefix('-').unwrap_or(name),
        None => name,
    }
}

fn route(page: &Page<'_>) -> Result<(Route, RouteRule), &'static str> {
    let computed = page
        .fields
        .get(&["eleventyComputed"])
        .and_then(|given| Some((given, given.entry.value.get(&["permalink"])?)));
    let own = || page.fields.get(&["permalink"]).map(|given| (given, &given.entry.value));
    let Some((given, value)) = computed.or_else(own) else {
        return Ok((Route::path(usual(page)), RouteRule::convention("the path of the template")));
    };
    let guess =
        || (Route::path(usual(page)), RouteRule::guess("the path of the template, since code decides"));
    let Ok(written) = template::of(value) else { return Ok(guess()) };
    let Some(written) = written else { return Err("not written") };
    let folder = page.folder();
    let name = page.name();
    let bare = undated(name);
    let slug = if bare == "index" { undated(folder.rsplit('/').next().unwrap_or_default()) } else { bare };
    let stem = if folder.is_empty() { format!("/{bare}") } else { format!("/{folder}/{bare}") };
    let names = Names { fields: page.fields, file_slug: slug, file_path_stem: &stem };
    let Some(mut parts) = template::written(written, &names) else { return Ok(guess()) };
    if let Some(RoutePart::Text(last)) = parts.last_mut() {
        let whole = last.strip_suffix("index.html").filter(|rest| rest.is_empty() || rest.ends_with('/'));
        *last = whole.map_or_else(|| last.clone(), str::to_owned);
    }
    Ok((Route::parts(parts, RouteClock::Utc), rule(given, written)))
}

fn rule(given: Given<'_>, written: &str) -> RouteRule {
    match given.from {
        Some(from) => RouteRule::stated(&format!("`permalink` is `{written}`"), &from.file, given.entry.line),
        None => RouteRule::convention("the post's `permalink`"),
    }
}

/// A folder of the template's name; `index` and a name that its folder has are that folder.
fn usual(page: &Page<'_>) -> String {
    let (folder, name) = (page.folder(), page.name());
    if name == "index" || folder.rsplit('/').next() == Some(name) {
        return format!("{folder}/");
    }
    format!("{folder}/{name}/")
}
