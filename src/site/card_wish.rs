//! What a front matter says about its post's card and the cover on it.

#[cfg(test)]
mod tests;

use super::fields::{cover, fold};
use super::front_matter::Value;
use super::inherit::{Given, Layers};
use crate::model::{Field, RawCover, RawPost};

/// The place on the cover that must stay in sight, as themes and generators call it.
const FOCUS: &[&str] =
    &["cover_focus", "coverFocus", "image_focus", "imageFocus", "focus", "focal_point", "focalPoint"];

/// A picture that is the card already.
const FINISHED: &[&str] = &["ogImage", "og_image"];

/// Fills in what is said of the card. `covers` are the keys under which the cover stands.
pub fn fill(post: &mut RawPost, front: &Layers<'_>, covers: &[&str]) {
    post.cover_focus = front.get(FOCUS).and_then(|entry| focus(entry, &entry.entry.value)).or_else(|| {
        let entry = front.get(covers)?;
        focus(entry, entry.entry.value.get(FOCUS)?)
    });
    post.finished_card = front.get(FINISHED).and_then(|entry| Some(entry.field(cover(&entry.entry.value)?)));
    let Some(entry) = front.get(&["card"]) else { return };
    match entry.entry.value.text().map(|text| text.trim().to_ascii_lowercase()).as_deref() {
        Some("false" | "no" | "off" | "0") => post.no_card = true,
        Some("true" | "yes" | "on" | "1") => {}
        _ => settings(post, entry),
    }
}

/// `card: path`, or `card: {title, theme, image, alt}`.
fn settings(post: &mut RawPost, entry: Given<'_>) {
    let text = |key: &str| {
        entry.entry.value.get(&[key]).and_then(Value::text).map(fold).filter(|text| !text.is_empty())
    };
    post.card_title = text("title").map(|title| entry.field(title));
    post.card_theme = text("theme").map(|theme| entry.field(theme));
    let picture = match &entry.entry.value {
        Value::Map(_) => entry.entry.value.get(&["image", "src", "path", "file", "url"]).and_then(cover),
        other => cover(other),
    };
    if let Some(picture) = picture {
        let alt = picture.alt.clone().or_else(|| text("alt"));
        post.finished_card = Some(entry.field(RawCover { alt, ..picture }));
    }
}

/// `top left`, `[0.5, 20%]` or `{x: 0.5, y: 0.2}` as one text; what it means is not decided here.
fn focus(entry: Given<'_>, value: &Value) -> Option<Field<String>> {
    let text = match value {
        Value::Null => return None,
        Value::Text(text) => fold(text),
        Value::List(items) => items.iter().map(word).collect::<Vec<_>>().join(" "),
        Value::Map(_) => ["x", "y"].map(|key| value.get(&[key]).map_or("?", word)).join(" "),
    };
    (!text.is_empty()).then(|| entry.field(text))
}

fn word(value: &Value) -> &str {
    value.text().unwrap_or("?")
}
