//! `cards:` in the settings.

use super::super::fields;
use super::super::front_matter::{Entry, Value};
use super::feeds::{names, size, truth};
use super::talk::Talk;
use crate::model::{CardSettings, CardSize, Field, Keep};

/// The names of the settings, as a hint shows them.
pub const SETTINGS: &[&str] = &[
    "theme",
    "scheme",
    "sizes",
    "format",
    "limit",
    "hash",
    "square_safe",
    "photos",
    "accent",
    "show",
    "fonts",
    "remote_covers",
    "keep",
];

/// Reads the settings; what makes no sense is said and left as usual.
pub fn read(entry: &Entry, talk: &mut Talk<'_>) -> CardSettings {
    let mut settings = CardSettings::default();
    let Value::Map(pairs) = &entry.value else {
        talk.warn("value-not-a-map", "`cards` is not a map").hint("write it as `cards: {theme: editorial}`");
        return settings;
    };
    for (key, value) in pairs {
        let text = value.text().map(fields::fold).filter(|text| !text.is_empty());
        let field = |text: Option<String>| text.map(|text| entry.field(text));
        match key.as_str() {
            "theme" => settings.theme = field(text),
            "scheme" => settings.scheme = field(text),
            "sizes" | "size" => settings.sizes = sizes(entry, value, talk),
            "format" => settings.format = field(text),
            "limit" => settings.limit_bytes = size(key, value, talk).unwrap_or(settings.limit_bytes),
            "hash" => settings.hash_names = truth(key, value, talk).unwrap_or(false),
            "square_safe" => settings.square_safe = truth(key, value, talk).unwrap_or(false),
            "photos" => settings.photos = truth(key, value, talk).unwrap_or(false),
            "remote_covers" => settings.remote_covers = truth(key, value, talk).unwrap_or(false),
            "keep" => settings.keep = keep(value, talk),
            "accent" => settings.accent = field(text),
            "show" => settings.show = Some(names(entry, value)),
            "fonts" => settings.fonts = fonts(entry, value, talk),
            _ => talk.unknown("cards", key, SETTINGS),
        }
    }
    settings
}

fn sizes(entry: &Entry, value: &Value, talk: &mut Talk<'_>) -> Vec<CardSize> {
    let mut sizes: Vec<CardSize> = Vec::new();
    for text in names(entry, value).into_iter().map(Field::into_value) {
        match CardSize::parse(&text) {
            Some(size) if !sizes.contains(&size) => sizes.push(size),
            Some(_) => {}
            None => {
                let known: Vec<&str> = CardSize::NAMED.iter().map(|(name, ..)| *name).collect();
                talk.warn_at(&text, "card-size-unknown", &format!("`{text}` is no size of cards"))
                    .label("not drawn")
                    .hint(&format!(
                        "the sizes are {}, and others from 200x200 to 4096x4096",
                        known.join(", ")
                    ));
            }
        }
    }
    if sizes.is_empty() { vec![CardSize::og()] } else { sizes }
}

fn keep(value: &Value, talk: &mut Talk<'_>) -> Keep {
    let text = value.text().unwrap_or_default();
    Keep::parse(text).unwrap_or_else(|| {
        talk.warn_at("keep", "value-not-a-duration", &format!("`{text}` is no length of time"))
            .label("cards that no post asks for are removed")
            .hint("write it as `keep: 90 days`, or `keep: forever`");
        Keep::No
    })
}

/// A family for titles and all, or one for each kind.
fn fonts(entry: &Entry, value: &Value, talk: &mut Talk<'_>) -> Vec<(String, Field<String>)> {
    match value {
        Value::Text(family) => vec![("sans".to_owned(), entry.field(fields::fold(family)))],
        Value::Map(pairs) => {
            let pair = |(kind, family): &(String, Value)| {
                Some((kind.clone(), entry.field(fields::fold(family.text()?))))
            };
            pairs.iter().filter_map(pair).collect()
        }
        Value::List(_) | Value::Null => {
            talk.warn_at("fonts", "value-not-a-map", "`fonts` is not a map")
                .hint("write it as `fonts: {sans: Example Sans, serif: Example Serif}`");
            Vec::new()
        }
    }
}
