//! From a front matter's keys to a post's fields.

use super::card_wish;
use super::front_matter::Value;
use super::inherit::{Given, Layers};
use super::names::Names;
use crate::diag::Diagnostic;
use crate::model::{Author, Field, RawCover, RawEnclosure, RawPost};
use std::collections::BTreeMap;

/// Which keys mean what, the strongest first; case does not matter.
pub struct Keys {
    pub title: &'static [&'static str],
    pub published: &'static [&'static str],
    pub updated: &'static [&'static str],
    pub summary: &'static [&'static str],
    pub tags: &'static [&'static str],
    pub authors: &'static [&'static str],
    pub language: &'static [&'static str],
    pub cover: &'static [&'static str],
}

/// Fills a post's fields from its front matter, and from what it inherits.
pub fn fill(
    post: &mut RawPost,
    front: &Layers<'_>,
    names: &Names<'_>,
    people: &BTreeMap<String, Author>,
    said: &mut Vec<Diagnostic>,
) {
    let mut text = |keys: &[&str]| text_field(front, keys, said);
    post.title = text(&names.title);
    post.id = text(&["id"]).filter(|id| !id.value.is_empty());
    post.published = date_field(front, &names.published, said);
    post.updated = date_field(front, &names.updated, said);
    post.summary = text_field(front, &names.summary, said).filter(|summary| !summary.value.is_empty());
    post.language = text_field(front, &names.language, said).filter(|language| !language.value.is_empty());
    post.tags = front.value(&names.tags).map(tags).unwrap_or_default();
    post.tags_at = front.get(&names.tags).map(|entry| entry.field(()));
    post.authors = front.get(&names.authors).map(|entry| entry.field(authors(&entry.entry.value, people)));
    post.cover = front.get(&names.cover).and_then(|entry| Some(entry.field(cover(&entry.entry.value)?)));
    // `published: false` is Jekyll's way of saying `draft: true`.
    post.draft = flag(front, "draft", said) == Some(true) || is(front, "published", "false");
    post.draft_at = front.get(&["draft", "published"]).filter(|_| post.draft).map(|entry| entry.field(()));
    post.unlisted = flag(front, "unlisted", said) == Some(true);
    post.no_feed = flag(front, "feed", said) == Some(false);
    card_wish::fill(post, front, &names.cover);
    let mut text = |keys: &[&str]| text_field(front, keys, said).filter(|field| !field.value.is_empty());
    post.series = text(&["series"]);
    post.rights = text(&["rights", "license", "licence", "copyright"]);
    post.section =
        front.get(&["section"]).and_then(|entry| Some(entry.field(fold(entry.entry.value.text()?))));
    post.external_url = front
        .get(&["external_url", "externalUrl", "external_link", "linkUrl", "link"])
        .and_then(|entry| Some(entry.field(fold(entry.entry.value.text()?))))
        .filter(|link| link.value.starts_with("https://") || link.value.starts_with("http://"));
    post.enclosures = enclosures(front);
}

/// `enclosure: file.mp3`, `audio: {url, type, length, duration, title}`, or a list of such.
fn enclosures(front: &Layers<'_>) -> Vec<Field<RawEnclosure>> {
    let entries = ["enclosure", "enclosures", "audio", "podcast", "attachments"];
    let entries = entries.iter().filter_map(|key| front.get(&[key]));
    let mut found: Vec<Field<RawEnclosure>> = Vec::new();
    for entry in entries {
        let items = match &entry.entry.value {
            Value::List(items) => items.as_slice(),
            other => std::slice::from_ref(other),
        };
        for enclosure in items.iter().filter_map(enclosure) {
            if !found.iter().any(|known| known.value.source == enclosure.source) {
                found.push(entry.field(enclosure));
            }
        }
    }
    found
}

fn enclosure(value: &Value) -> Option<RawEnclosure> {
    let say = |keys: &[&str]| value.get(keys).and_then(Value::text).map(fold).filter(|text| !text.is_empty());
    let source = value.text().map(fold).or_else(|| say(&["url", "src", "href", "file", "path"]))?;
    // `audio: true` switches a theme's player on; it names no file.
    if source.is_empty() || matches!(source.as_str(), "true" | "false") {
        return None;
    }
    Some(RawEnclosure {
        source,
        media_type: say(&["type", "mime_type", "media_type"]),
        length_bytes: say(&["length", "size", "size_in_bytes", "bytes"]).and_then(|text| text.parse().ok()),
        duration_s: say(&["duration", "duration_in_seconds"]).and_then(|text| seconds(&text)),
        title: say(&["title"]),
        ..RawEnclosure::default()
    })
}

/// `3725`, `62:05` or `1:02:05`, as podcasts write a duration.
fn seconds(text: &str) -> Option<u64> {
    text.split(':').try_fold(0_u64, |sum, part| sum.checked_mul(60)?.checked_add(part.trim().parse().ok()?))
}

fn text_field(front: &Layers<'_>, keys: &[&str], said: &mut Vec<Diagnostic>) -> Option<Field<String>> {
    text_of(front.get(keys)?, front, said)
}

fn text_of(entry: Given<'_>, front: &Layers<'_>, said: &mut Vec<Diagnostic>) -> Option<Field<String>> {
    match &entry.entry.value {
        Value::Text(text) => Some(entry.field(fold(text))),
        _ => {
            said.push(
                Diagnostic::warning("value-not-text", format!("`{}` is not a text", entry.entry.key))
                    .at(entry.place(front))
                    .label("not used")
                    .hint("if it is one, put it in quotes"),
            );
            None
        }
    }
}

/// A date, or MkDocs' `{created, updated}`.
fn date_field(front: &Layers<'_>, keys: &[&str], said: &mut Vec<Diagnostic>) -> Option<Field<String>> {
    let entry = keys.iter().find_map(|key| {
        front.get(&[key]).filter(|entry| !matches!(entry.entry.value.text(), Some("true" | "false" | "")))
    })?;
    match entry.entry.value.get(&["created", "published"]).and_then(Value::text) {
        Some(created) => Some(entry.field(created.to_owned())),
        None => text_of(entry, front, said),
    }
}

/// White space folded and trimmed. A no-break space or an ideographic one inside stays: somebody chose it.
pub fn fold(text: &str) -> String {
    let is_space =
        |c: char| c.is_ascii_whitespace() || matches!(c, '\u{B}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let is_folded = text.bytes().all(|byte| matches!(byte, b' '..=b'~')) && !text.contains("  ");
    if is_folded && !text.starts_with(' ') && !text.ends_with(' ') {
        return text.to_owned();
    }
    let parts: Vec<&str> = text.trim().split(is_space).filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

fn is(front: &Layers<'_>, key: &str, text: &str) -> bool {
    front
        .get(&[key])
        .and_then(|entry| entry.entry.value.text())
        .is_some_and(|value| value.eq_ignore_ascii_case(text))
}

/// YAML 1.2 knows `true` and `false` only, but people write `yes`.
fn flag(front: &Layers<'_>, key: &str, said: &mut Vec<Diagnostic>) -> Option<bool> {
    let entry = front.get(&[key])?;
    match entry.entry.value.text().map(str::to_ascii_lowercase).as_deref() {
        Some("true" | "yes" | "on" | "1") => Some(true),
        Some("false" | "no" | "off" | "0" | "") => Some(false),
        _ => {
            said.push(
                Diagnostic::warning("value-not-boolean", format!("`{key}` is neither true nor false"))
                    .at(entry.place(front))
                    .label("not used")
                    .hint(format!("write `{key}: true` or `{key}: false`")),
            );
            None
        }
    }
}

/// A list, or one text with commas; each once, in order.
pub fn tags(value: &Value) -> Vec<String> {
    let mut tags = Vec::new();
    let mut add = |tag: &str| {
        let tag = fold(tag);
        if !tag.is_empty() && !tags.contains(&tag) {
            tags.push(tag);
        }
    };
    match value {
        Value::List(items) => {
            for item in items {
                if let Some(tag) = item.text().or_else(|| item.get(&["name", "label", "title"])?.text()) {
                    add(tag);
                }
            }
        }
        Value::Text(text) => text.split(',').for_each(add),
        Value::Null | Value::Map(_) => {}
    }
    tags
}

/// Ids, names, objects, or one text with commas.
pub fn authors(value: &Value, people: &BTreeMap<String, Author>) -> Vec<Author> {
    let texts: Vec<&Value> = match value {
        Value::List(items) => items.iter().collect(),
        other => vec![other],
    };
    let mut authors: Vec<Author> = Vec::new();
    for item in texts {
        match item {
            Value::Text(text) => {
                // `de la Cruz, Juana` would be two people; ids and full names with commas are the common case.
                for name in text.split(',').map(fold).filter(|name| !name.is_empty()) {
                    authors.push(people.get(&name).cloned().unwrap_or(Author { name, ..Author::default() }));
                }
            }
            Value::Map(_) => authors.extend(author(item)),
            Value::Null | Value::List(_) => {}
        }
    }
    authors
}

/// An author written out as `{name, email, url}`.
pub fn author(value: &Value) -> Option<Author> {
    let text =
        |keys: &[&str]| value.get(keys).and_then(Value::text).map(fold).filter(|text| !text.is_empty());
    Some(Author {
        name: text(&["name", "title"])?,
        email: text(&["email", "mail"]),
        url: text(&["url", "website", "link"]).filter(|url| url.starts_with("http")),
        avatar: text(&["avatar", "image", "picture", "photo", "image_url"]),
        avatar_file: None,
    })
}

/// A picture in any of the forms that posts use: the first of a list, an object, a wikilink, Markdown.
pub fn cover(value: &Value) -> Option<RawCover> {
    match value {
        Value::Text(text) => cover_text(text),
        Value::List(items) => items.iter().find_map(cover),
        Value::Map(_) => {
            let source =
                value.get(&["src", "image", "path", "url", "light", "relative"]).and_then(Value::text)?;
            let alt = value.get(&["alt"]).and_then(Value::text).map(fold).filter(|alt| !alt.is_empty());
            let found = cover_text(source)?;
            Some(RawCover { alt: alt.or(found.alt.clone()), ..found })
        }
        Value::Null => None,
    }
}

fn cover_text(text: &str) -> Option<RawCover> {
    let text = text.trim();
    // `cover: true` switches a theme's cover on; it names none.
    if text.is_empty() || matches!(text, "true" | "false") {
        return None;
    }
    let plain = |source: &str| RawCover { source: source.trim().to_owned(), ..RawCover::default() };
    if let Some(inner) = text.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]")) {
        return Some(plain(inner.split('|').next().unwrap_or(inner)));
    }
    let markdown = text
        .strip_prefix("![")
        .and_then(|rest| rest.strip_suffix(')'))
        .and_then(|rest| rest.split_once("]("));
    match markdown {
        Some((alt, source)) => {
            let alt = Some(fold(alt)).filter(|alt| !alt.is_empty());
            Some(RawCover { alt, ..plain(source) })
        }
        None => Some(plain(text)),
    }
}
