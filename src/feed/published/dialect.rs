//! What `feed-rs` 3.0 refuses or passes over, but readers take: written the way it expects.

use serde_json::{Map, Value};
use std::borrow::Cow;

/// Namespaces of old feeds, whose elements `feed-rs` takes for foreign, and those that it knows.
const NAMESPACES: &[(&str, &str)] = &[
    ("http://my.netscape.com/rdf/simple/0.9/", RSS),
    ("http://channel.netscape.com/rdf/simple/0.9/", RSS),
    ("http://my.netscape.com/publish/formats/rss-0.91.dtd", RSS),
    ("http://backend.userland.com/rss2", RSS),
    ("http://backend.userland.com/RSS2", RSS),
    ("http://blogs.law.harvard.edu/tech/rss", RSS),
    ("http://purl.org/atom/ns#", "http://www.w3.org/2005/Atom"),
];
const RSS: &str = "http://purl.org/rss/1.0/";

/// The versions of `<rss>` that it knows; others exist (0.93, 2.0.1, or none at all) and differ in nothing that counts here.
const VERSIONS: &[&str] = &["2.0", "0.91", "0.92"];

/// What an item of JSON Feed may say that we ask for. The rest is left out, so that a broken attachment harms nothing.
const TEXTS: &[&str] = &[
    "url",
    "external_url",
    "title",
    "content_html",
    "content_text",
    "summary",
    "date_published",
    "date_modified",
];

/// The feed as `feed-rs` takes it.
pub fn mend(bytes: &[u8]) -> Cow<'_, [u8]> {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii();
    let mended = if text.starts_with(b"{") { json(text) } else { root(text) };
    mended.map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Ids that are numbers become text, as the specification of JSON Feed asks readers to do.
fn json(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut feed: Value = serde_json::from_slice(bytes).ok()?;
    let feed = feed.as_object_mut()?;
    let items = feed.get("items")?.as_array()?.iter().map(json_item).collect();
    let mut mended = Map::new();
    for name in ["version", "title", "home_page_url"] {
        let text = feed.get(name).and_then(Value::as_str).unwrap_or_default();
        mended.insert(name.to_owned(), text.into());
    }
    mended.insert("items".to_owned(), Value::Array(items));
    serde_json::to_vec(&mended).ok()
}

fn json_item(item: &Value) -> Value {
    let mut mended = Map::new();
    for name in TEXTS {
        if let Some(text) = item.get(name).and_then(Value::as_str) {
            mended.insert((*name).to_owned(), text.into());
        }
    }
    let id = match item.get("id") {
        Some(Value::String(id)) => Some(id.clone()),
        Some(Value::Number(id)) => Some(id.to_string()),
        _ => None,
    };
    if let Some(id) = id {
        mended.insert("id".to_owned(), id.into());
    }
    Value::Object(mended)
}

/// Rewrites the root's start tag, where it is of a dialect.
fn root(bytes: &[u8]) -> Option<Vec<u8>> {
    let start = (0..bytes.len().saturating_sub(1))
        .find(|&at| bytes.get(at) == Some(&b'<') && bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic))?;
    let (before, from) = bytes.split_at_checked(start)?;
    let (tag, after) = from.split_at_checked(from.iter().position(|byte| *byte == b'>')?)?;
    let tag = std::str::from_utf8(tag).ok()?;
    let mut mended = tag.to_owned();
    for (old, known) in NAMESPACES {
        for quote in ['"', '\''] {
            mended = mended.replace(&format!("{quote}{old}{quote}"), &format!("{quote}{known}{quote}"));
        }
    }
    if tag.strip_prefix("<rss").is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric())) {
        mended = versioned(&mended);
    }
    (mended != tag).then(|| [before, mended.as_bytes(), after].concat())
}

/// The tag with a version that is known.
fn versioned(tag: &str) -> String {
    let attribute = tag.match_indices("version").find_map(|(at, name)| {
        let own = tag.get(..at)?.ends_with(char::is_whitespace);
        let rest = tag.get(at + name.len()..)?.trim_start().strip_prefix('=')?.trim_start();
        let quote = rest.chars().next().filter(|c| own && matches!(c, '"' | '\''))?;
        let value = rest.get(1..)?.split(quote).next()?;
        let start = tag.len() - rest.len() + 1;
        Some((start, value))
    });
    match attribute {
        Some((_, value)) if VERSIONS.contains(&value) => tag.to_owned(),
        Some((start, value)) => {
            let (before, after) = (tag.get(..start), tag.get(start + value.len()..));
            format!("{}2.0{}", before.unwrap_or_default(), after.unwrap_or_default())
        }
        None => format!("{} version=\"2.0\"{}", "<rss", tag.get("<rss".len()..).unwrap_or_default()),
    }
}
