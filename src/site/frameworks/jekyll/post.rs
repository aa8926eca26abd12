//! What Jekyll makes of one post: its date, categories, tags and address (`document.rb`).

use super::permalink::{self, Names};
use crate::model::{Field, RawPost, RouteRule};
use crate::site::collection::Page;
use crate::site::fields;
use crate::site::front_matter::{Front, Value};

/// What holds for every post of a site.
pub struct Posts {
    template: String,
    rule: RouteRule,
    /// Whether `published: false` is published all the same.
    with_unpublished: bool,
}

/// Whether a path below the source is a post's: a name with a date, in a folder `_posts`.
pub fn is_named(below: &str) -> bool {
    let is_posts = below.starts_with("_posts/") || below.contains("/_posts/");
    is_posts && dated(below.rsplit('/').next().unwrap_or(below)).is_some()
}

/// The date that opens a file's name, and what follows it, without the extension.
pub(super) fn dated(name: &str) -> Option<(String, &str)> {
    let (stem, _) = name.rsplit_once('.')?;
    let mut parts = stem.splitn(4, '-');
    let (year, month, day, slug) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let digits = |text: &str, least: usize, most: usize| {
        (least..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !digits(year, 2, 4) || !digits(month, 1, 2) || !digits(day, 1, 2) {
        return None;
    }
    // As Ruby reads years of two digits.
    let century = match year.len() {
        2 if year < "69" => "20",
        2 => "19",
        _ => "",
    };
    Some((format!("{century}{year}-{month:0>2}-{day:0>2}"), slug))
}

impl Posts {
    pub fn of(config: &Front, file: &str) -> Self {
        let own = config
            .get(&["collections"])
            .and_then(|entry| Some((entry, entry.value.get(&["posts"])?.get(&["permalink"])?.text()?)));
        let general = || config.get(&["permalink"]).and_then(|entry| Some((entry, entry.value.text()?)));
        let (template, rule) = match own.or_else(general) {
            Some((entry, style)) => {
                let text = format!("`permalink` is `{style}`");
                (permalink::template(style.trim()), RouteRule::stated(&text, file, entry.line))
            }
            None => (
                permalink::template("date"),
                RouteRule::convention("Jekyll's own permalinks, with categories and date"),
            ),
        };
        let with_unpublished = super::text(config, "unpublished").as_deref() == Some("true");
        Self { template: template.to_owned(), rule, with_unpublished }
    }

    /// Gives a post its address, and what Jekyll takes from its name and folders.
    pub fn place(&self, page: &Page<'_>, post: &mut RawPost) -> Result<(), &'static str> {
        // `draft: true` means nothing to Jekyll.
        post.draft = false;
        if page.fields.is_false(&["published"]) && !self.with_unpublished {
            return Err("draft");
        }
        let file = page.below.rsplit('/').next().unwrap_or(page.below);
        let (day, slug) = dated(file).ok_or("no date in its name")?;
        let slug = slug.trim_end_matches('.');
        match &mut post.published {
            None => post.published = Some(Field::unwritten(day)),
            Some(field) => {
                // What is not inherited and not quoted is a moment to YAML, and that is UTC.
                if field.file.is_none() && is_plain(page, field) && is_moment_without_zone(&field.value) {
                    field.value.push('Z');
                }
            }
        }
        if post.title.as_ref().is_none_or(|title| title.value.is_empty()) {
            post.title = Some(Field::unwritten(title(slug)));
        }
        post.tags = tags(page);
        cover(page, post);
        let categories = categories(page);
        let (_, path) = page.stem().rsplit_once("_posts/").unwrap_or(("", page.stem()));
        let names = Names {
            slug: page.fields.text(&["slug"]).unwrap_or(slug),
            name: page.name(),
            path,
            categories: &categories,
            extension: if page.below.ends_with(".htm") { ".htm" } else { ".html" },
        };
        let own = page.fields.get(&["permalink"]).and_then(|given| Some((given, given.entry.value.text()?)));
        let (template, rule) = match own.filter(|(_, text)| !text.trim().is_empty()) {
            Some((given, text)) => (
                text.trim(),
                match given.from {
                    Some(from) => RouteRule::stated(
                        &format!("`permalink` in `defaults` is `{text}`"),
                        &from.file,
                        given.entry.line,
                    ),
                    None => RouteRule::convention("the post's `permalink`"),
                },
            ),
            None => (self.template.as_str(), self.rule.clone()),
        };
        post.route = permalink::route(template, &names);
        post.route_rule = rule;
        // Folders of `_posts` are no sections.
        post.folder = categories.into_iter().next();
        Ok(())
    }
}

/// Whether a field of the post's own is written without quotes.
fn is_plain(page: &Page<'_>, field: &Field<String>) -> bool {
    let line = page.front().lines.location(field.line, field.column, 1).excerpt;
    let column = usize::try_from(field.column).unwrap_or(1).saturating_sub(1);
    !line.chars().nth(column).is_some_and(|c| matches!(c, '"' | '\''))
}

/// `2024-01-20 23:30:00`: YAML takes it for a moment only with its seconds.
pub(super) fn is_moment_without_zone(text: &str) -> bool {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect();
    let Some((day, time)) = shape.split_once(['T', 't', ' ']) else { return false };
    let is_day = matches!(day, "9999-99-99" | "9999-9-99" | "9999-99-9" | "9999-9-9");
    let (clock, fraction) = time.trim_start().split_once('.').unwrap_or((time.trim_start(), ""));
    is_day && matches!(clock, "99:99:99" | "9:99:99") && fraction.chars().all(|c| c == '9')
}

/// `Utils.titleize_slug`.
pub(super) fn title(slug: &str) -> String {
    let words = slug.split('-').map(|word| {
        let mut letters = word.chars();
        let first = letters.next().map(|first| first.to_uppercase().collect::<String>());
        first.unwrap_or_default() + &letters.as_str().to_lowercase()
    });
    words.collect::<Vec<_>>().join(" ")
}

/// `tag` as it stands, else `tags`, whose text has them with spaces between.
fn tags(page: &Page<'_>) -> Vec<String> {
    let mut tags = Vec::new();
    let mut add = |tag: String| {
        if !tag.is_empty() && !tags.contains(&tag) {
            tags.push(tag);
        }
    };
    match page.fields.value(&["tag"]) {
        Some(value) => texts(value).into_iter().for_each(&mut add),
        None => match page.fields.value(&["tags"]) {
            Some(Value::Text(text)) => text.split_whitespace().map(str::to_owned).for_each(&mut add),
            Some(value) => texts(value).into_iter().for_each(&mut add),
            None => {}
        },
    }
    tags
}

/// The folders above `_posts`, then `categories` of the defaults and of the post, then `category`; each once.
fn categories(page: &Page<'_>) -> Vec<String> {
    let above = page.below.split("_posts/").next().unwrap_or_default();
    let mut found: Vec<String> =
        above.split('/').filter(|name| !name.is_empty()).map(str::to_owned).collect();
    let inherited = page.fields.inherited.iter().rev().map(|inherited| &inherited.front);
    for front in inherited.chain([page.fields.own]) {
        match front.get(&["categories"]).map(|entry| &entry.value) {
            Some(Value::Text(text)) => found.extend(text.split_whitespace().map(str::to_owned)),
            Some(value) => found.extend(texts(value)),
            None => {}
        }
    }
    found.extend(page.fields.value(&["category"]).map(texts).unwrap_or_default());
    let mut once: Vec<String> = Vec::new();
    for name in found {
        if !name.is_empty() && !once.contains(&name) {
            once.push(name);
        }
    }
    once
}

/// The texts in a list, or the one text; whatever lies deeper too.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Text(text) => vec![fields::fold(text)],
        Value::List(items) => items.iter().flat_map(texts).collect(),
        Value::Null | Value::Map(_) => Vec::new(),
    }
}

/// What themes add: `header.teaser`, a folder for pictures, addresses written with Liquid.
fn cover(page: &Page<'_>, post: &mut RawPost) {
    if post.cover.is_none() {
        post.cover = page.fields.get(&["header"]).and_then(|given| {
            let keys = ["overlay_image", "image", "teaser", "og_image"];
            let picture = keys.iter().find_map(|key| given.entry.value.get(&[key]))?;
            Some(given.field(fields::cover(picture)?))
        });
    }
    let Some(cover) = &mut post.cover else { return };
    let source = &mut cover.value.source;
    if let Some(rest) = source.strip_prefix("{{").and_then(|rest| rest.split_once("}}")) {
        let bare = rest.1.trim();
        *source = bare.to_owned();
    }
    // Chirpy's `media_subpath`, before version 7 `img_path`.
    let folder = page.fields.text(&["media_subpath", "img_path"]);
    if let Some(folder) = folder.filter(|_| !source.starts_with('/') && !source.contains("://")) {
        *source = format!("{}/{source}", folder.trim_end_matches('/'));
    }
}
