//! `feeds:` in the settings.

use super::super::fields;
use super::super::front_matter::{Entry, Value};
use super::talk::Talk;
use super::texts;
use crate::model::{By, ContentChoice, FeedSet, FeedSettings, Field, Style};

/// The names of the settings, as a hint shows them.
pub const SETTINGS: &[&str] = &[
    "content",
    "article",
    "formats",
    "paths",
    "limit",
    "size",
    "archives",
    "sets",
    "hubs",
    "opml",
    "subscribe",
    "stylesheet",
    "style",
];
pub const SET_SETTINGS: &[&str] = &["by", "only", "path", "title", "formats", "limit"];
pub const STYLE_SETTINGS: &[&str] = &["accent", "background", "text", "font", "css"];

/// Reads the settings; what makes no sense is said and left as usual.
pub fn read(entry: &Entry, talk: &mut Talk<'_>) -> FeedSettings {
    let mut settings = FeedSettings::default();
    let Value::Map(pairs) = &entry.value else {
        talk.warn("value-not-a-map", "`feeds` is not a map").hint("write it as `feeds: {content: full}`");
        return settings;
    };
    for (key, value) in pairs {
        let text = value.text().map(fields::fold).filter(|text| !text.is_empty());
        match key.as_str() {
            "content" => settings.content = content(value, talk).unwrap_or(settings.content),
            "article" => settings.article = text,
            "formats" => settings.formats = names(entry, value),
            "paths" => settings.paths = paths(entry, value),
            "limit" => settings.limit = number(key, value, talk),
            "size" => settings.budget_bytes = size(key, value, talk).unwrap_or(settings.budget_bytes),
            "archives" => settings.archives = truth(key, value, talk).unwrap_or(settings.archives),
            "sets" => settings.sets = sets(entry, value, talk),
            "hubs" | "hub" => settings.hubs = hubs(value, talk),
            "opml" => settings.opml = optional_path(value, settings.opml),
            "subscribe" => settings.subscribe = optional_path(value, settings.subscribe),
            "stylesheet" => settings.stylesheet = optional_path(value, settings.stylesheet),
            "style" => settings.style = style(value, talk),
            _ => talk.unknown("feeds", key, SETTINGS),
        }
    }
    settings
}

fn content(value: &Value, talk: &mut Talk<'_>) -> Option<ContentChoice> {
    match value.text() {
        Some("summary") => Some(ContentChoice::Summary),
        Some("full") => Some(ContentChoice::Full),
        Some("html") => Some(ContentChoice::Html),
        _ => {
            talk.warn_at("content", "setting-unknown", "`content` knows `summary`, `full` and `html`")
                .label("`summary` is used");
            None
        }
    }
}

/// A list of names, or one text with commas.
pub fn names(entry: &Entry, value: &Value) -> Vec<Field<String>> {
    texts(value).into_iter().map(|name| entry.field(name)).collect()
}

fn paths(entry: &Entry, value: &Value) -> Vec<(Field<String>, String)> {
    let Value::Map(pairs) = value else { return Vec::new() };
    let path = |value: &Value| value.text().map(|text| super::directory(fields::fold(text)));
    pairs.iter().filter_map(|(name, value)| Some((entry.field(name.clone()), path(value)?))).collect()
}

/// A path, or `false`; `true` is the usual one.
fn optional_path(value: &Value, usual: Option<String>) -> Option<String> {
    match value.text() {
        Some("false" | "no" | "off" | "") | None => None,
        Some("true" | "yes" | "on") => usual,
        Some(path) => Some(super::directory(path.to_owned())),
    }
}

fn number(key: &str, value: &Value, talk: &mut Talk<'_>) -> Option<usize> {
    let number = value.text().and_then(|text| text.parse().ok()).filter(|&number| number > 0);
    if number.is_none() {
        talk.warn_at(key, "value-not-a-number", &format!("`{key}` is not a number from 1 up"))
            .label("not used");
    }
    number
}

pub fn truth(key: &str, value: &Value, talk: &mut Talk<'_>) -> Option<bool> {
    match value.text() {
        Some("true" | "yes" | "on") => Some(true),
        Some("false" | "no" | "off") => Some(false),
        _ => {
            talk.warn_at(key, "value-not-boolean", &format!("`{key}` is neither true nor false"))
                .label("not used");
            None
        }
    }
}

/// `512 KB`, `1 MB`, or a number of bytes. As everywhere on the web, a kilobyte is taken for 1024 bytes.
pub fn size(key: &str, value: &Value, talk: &mut Talk<'_>) -> Option<usize> {
    let text = value.text().unwrap_or_default().to_ascii_lowercase();
    let digits = text.trim_end_matches(|c: char| !c.is_ascii_digit());
    let unit = match text.get(digits.len()..).unwrap_or_default().trim() {
        "" | "b" | "bytes" => Some(1),
        "k" | "kb" | "kib" => Some(1 << 10),
        "m" | "mb" | "mib" => Some(1 << 20),
        _ => None,
    };
    // Less would not hold one post's fields.
    let size =
        digits.trim().parse::<usize>().ok().zip(unit).and_then(|(number, unit)| number.checked_mul(unit));
    let size = size.filter(|&size| size >= 16 << 10);
    if size.is_none() {
        talk.warn_at(key, "value-not-a-size", &format!("`{key}` is not a size from 16 KB up"))
            .label("not used")
            .hint("write it as `512 KB`");
    }
    size
}

fn sets(entry: &Entry, value: &Value, talk: &mut Talk<'_>) -> Vec<FeedSet> {
    let items = match value {
        Value::List(items) => items.as_slice(),
        other => std::slice::from_ref(other),
    };
    items.iter().filter_map(|item| set(entry, item, talk)).collect()
}

/// `tag`, or `{by: tag, only: [rust], path: tags/{name}, title: …}`.
fn set(entry: &Entry, value: &Value, talk: &mut Talk<'_>) -> Option<FeedSet> {
    let name = value.text().or_else(|| value.get(&["by"])?.text()).unwrap_or_default();
    let Some(by) = By::ALL.into_iter().find(|by| by.name() == name) else {
        let known = By::ALL.map(By::name).join(", ");
        talk.warn_at(
            name,
            "setting-unknown",
            &format!("`{name}` is nothing that posts can be brought together by"),
        )
        .label("no such feeds are written")
        .hint(&format!("`by` knows {known}"));
        return None;
    };
    let plural = match by {
        By::Tag => "tags",
        By::Author => "authors",
        By::Section => "sections",
        By::Series => "series",
        By::Language => "languages",
    };
    let mut set = FeedSet {
        by,
        only: Vec::new(),
        path: format!("{plural}/{{name}}"),
        title: "{site}: {name}".to_owned(),
        formats: Vec::new(),
        limit: None,
    };
    let Value::Map(pairs) = value else { return Some(set) };
    for (key, value) in pairs {
        let text = value.text().map(fields::fold).filter(|text| !text.is_empty());
        match (key.as_str(), text) {
            ("by", _) => {}
            ("only", _) => set.only = texts(value),
            ("path", Some(text)) => set.path = super::directory(text),
            ("title", Some(text)) => set.title = text,
            ("formats", _) => set.formats = names(entry, value),
            ("limit", _) => set.limit = number(key, value, talk),
            _ => talk.unknown("feeds", key, SET_SETTINGS),
        }
    }
    if set.only.len() != 1 && !set.path.contains("{name}") {
        talk.warn_at(
            &set.path,
            "feed-path-fixed",
            &format!("`{}` would be the path of several feeds", set.path),
        )
        .label("a folder for each is added")
        .hint("put `{name}` into it");
        set.path.push_str("/{name}");
    }
    Some(set)
}

fn hubs(value: &Value, talk: &mut Talk<'_>) -> Vec<String> {
    let (hubs, others): (Vec<String>, Vec<String>) =
        texts(value).into_iter().partition(|hub| hub.starts_with("https://") || hub.starts_with("http://"));
    for other in others {
        talk.warn_at(&other, "hub-invalid", &format!("`{other}` is no address of a hub")).label("not used");
    }
    hubs
}

fn style(value: &Value, talk: &mut Talk<'_>) -> Style {
    let mut style = Style::default();
    let Value::Map(pairs) = value else { return style };
    for (key, value) in pairs {
        let text = value.text().map(fields::fold).filter(|text| !text.is_empty());
        match key.as_str() {
            "accent" => style.accent = text,
            "background" => style.background = text,
            "text" => style.text = text,
            "font" => style.font = text,
            "css" => style.css = text.map(super::directory),
            _ => talk.unknown("feeds", key, STYLE_SETTINGS),
        }
    }
    style
}
