//! What a page's fields, its name and its bundle say beside its address: date, picture, whether it is published.

use super::config::Config;
use crate::model::{Field, RawCover, RawPost};
use crate::site::collection::Page;
use crate::site::fields;
use crate::site::front_matter::Value;
use std::collections::BTreeMap;

/// Pictures in a bundle that stand for it, by the order in which Hugo's Open Graph template looks for them.
const BUNDLE_COVERS: &[&[&str]] = &[&["feature"], &["cover", "thumbnail"]];
const PICTURES: &[&str] = &["jpg", "jpeg", "png", "webp", "gif", "avif", "bmp", "tiff", "svg"];
/// `frontmatter.date` where the site does not say.
const DATES: &[&str] = &["date", "publishdate", "pubdate", "published", "lastmod", "modified"];

/// Takes the date from where `frontmatter.date` says; gives the slug that stands behind a date in the name.
pub fn date<'a>(
    sources: Option<&[String]>,
    page: &Page<'_>,
    post: &mut RawPost,
    base: &'a str,
) -> Option<&'a str> {
    let mut slug = None;
    for key in sources? {
        let found = match key.as_str() {
            ":filename" => dated(base).map(|(day, rest)| {
                slug = Some(rest).filter(|rest| !rest.is_empty());
                Field::unwritten(day.to_owned())
            }),
            ":default" => written(page, DATES),
            ":filemodtime" | ":git" => None,
            "date" => written(page, &["date"]),
            "publishdate" => written(page, &["publishdate", "pubdate", "published"]),
            "lastmod" => written(page, &["lastmod", "modified"]),
            key => written(page, &[key]),
        };
        if found.is_some() {
            post.published = found;
            break;
        }
    }
    slug
}

/// The first of these keys that holds a date.
fn written(page: &Page<'_>, keys: &[&str]) -> Option<Field<String>> {
    keys.iter().find_map(|key| {
        let given = page.fields.get(&[key])?;
        let text = given.entry.value.text().filter(|text| !matches!(*text, "" | "true" | "false"))?;
        Some(given.field(text.to_owned()))
    })
}

/// `2024-03-01-first`: the day, and what follows it.
fn dated(name: &str) -> Option<(&str, &str)> {
    let (day, rest) = name.split_at_checked(10)?;
    let shape: String = day.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect();
    (shape == "9999-99-99").then_some((day, rest.trim_matches([' ', '-', '_'])))
}

/// Whether the front matter lets it be a page of its own that lists hold.
pub fn published(page: &Page<'_>) -> Result<(), &'static str> {
    if page.fields.is_true(&["headless"]) {
        return Err("headless");
    }
    let build = page.fields.value(&["build", "_build"]);
    let says = |key: &str, words: &[&str]| {
        build
            .and_then(|build| build.get(&[key]))
            .and_then(Value::text)
            .is_some_and(|text| words.contains(&text))
    };
    if says("render", &["never", "false", "link"]) {
        return Err("not rendered");
    }
    if says("list", &["never", "false", "local"]) {
        return Err("unlisted");
    }
    Ok(())
}

/// The first of `params.images`, for pages without a picture.
pub fn picture(config: &Config) -> Option<Field<RawCover>> {
    let cover = fields::cover(config.get(&["params", "images"])?)?;
    let place = config.place(&cover.source).map(|(file, line, _)| (file.into(), line));
    let mut field = Field::unwritten(cover);
    if let Some((file, line)) = place {
        field.file = Some(file);
        field.line = line;
    }
    Some(field)
}

/// `params` of the post itself, which are stronger than what it inherits.
pub fn own_params(page: &Page<'_>, post: &mut RawPost) {
    let own = page.front();
    let Some(params) = own.get(&["params"]) else { return };
    let authors = params.value.get(super::KEYS.authors);
    if let Some(value) = authors.filter(|_| own.get(super::KEYS.authors).is_none()) {
        post.authors = Some(params.field(fields::authors(value, &BTreeMap::new())));
    }
    let cover = params.value.get(super::KEYS.cover).and_then(fields::cover);
    if let Some(cover) = cover.filter(|_| own.get(super::KEYS.cover).is_none()) {
        post.cover = Some(params.field(cover));
    }
}

/// The picture in the bundle whose name says that it stands for it.
pub fn bundle_cover(page: &Page<'_>) -> Option<Field<RawCover>> {
    let files = page.root.files(page.directory(), PICTURES);
    let names: Vec<&str> = files.iter().filter_map(|file| file.rsplit('/').next()).collect();
    let found = BUNDLE_COVERS.iter().find_map(|words| {
        names.iter().find(|name| words.iter().any(|word| name.to_lowercase().contains(word)))
    })?;
    Some(Field::unwritten(RawCover { source: (*found).to_owned(), ..RawCover::default() }))
}
