//! `keys:` in the settings: under which names this site's posts keep their fields.

use super::super::front_matter::Value;
use super::super::names::OwnNames;
use super::talk::Talk;
use super::texts;

/// The fields whose names can be given, as a hint shows them.
pub const SETTINGS: &[&str] =
    &["title", "published", "updated", "summary", "tags", "authors", "language", "cover"];

/// `keys: {published: dateCreated, cover: [hero, image]}`.
pub fn read(value: &Value, talk: &mut Talk<'_>) -> OwnNames {
    let mut names = OwnNames::default();
    let Value::Map(pairs) = value else {
        talk.warn("value-not-a-map", "`keys` is not a map")
            .label("not used")
            .hint("write it as `keys: {published: dateCreated}`");
        return names;
    };
    for (field, value) in pairs {
        let slot = match field.as_str() {
            "title" => &mut names.title,
            "published" => &mut names.published,
            "updated" => &mut names.updated,
            "summary" => &mut names.summary,
            "tags" => &mut names.tags,
            "authors" => &mut names.authors,
            "language" => &mut names.language,
            "cover" => &mut names.cover,
            _ => {
                talk.unknown("keys", field, SETTINGS);
                continue;
            }
        };
        *slot = texts(value);
        if slot.is_empty() {
            talk.warn_at(field, "value-not-text", &format!("`{field}` names no key")).label("not used");
        }
    }
    names
}
