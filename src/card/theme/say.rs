//! What a text of a theme says: words, and the fields of a post in braces.

use serde::de::{self, Deserialize, Deserializer, Visitor};
use std::fmt;

/// Something that a card can say; each can be turned off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    Title,
    Site,
    Host,
    Date,
    Authors,
    Tags,
    Section,
    Series,
    ReadingTime,
    /// Not a text: the site's mark.
    Logo,
    /// Not a text: the authors' pictures.
    Avatars,
}

impl Field {
    pub const ALL: [Self; 11] = [
        Self::Title,
        Self::Site,
        Self::Host,
        Self::Date,
        Self::Authors,
        Self::Tags,
        Self::Section,
        Self::Series,
        Self::ReadingTime,
        Self::Logo,
        Self::Avatars,
    ];

    /// As themes and settings write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Site => "site",
            Self::Host => "host",
            Self::Date => "date",
            Self::Authors => "authors",
            Self::Tags => "tags",
            Self::Section => "section",
            Self::Series => "series",
            Self::ReadingTime => "reading_time",
            Self::Logo => "logo",
            Self::Avatars => "avatars",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }
}

/// The parts of a text, in order; those whose fields say nothing are left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Say {
    pub parts: Vec<Vec<Word>>,
}

/// A piece of a part.
#[derive(Clone, Debug, PartialEq)]
pub enum Word {
    Text(String),
    Field(Field),
}

impl Say {
    /// The parts as they are read, where `says` gives what a field says.
    pub fn texts(&self, says: &dyn Fn(Field) -> String) -> Vec<(String, Option<Field>)> {
        let part = |words: &Vec<Word>| {
            let mut text = String::new();
            let (mut first, mut empty) = (None, false);
            for word in words {
                match word {
                    Word::Text(words) => text.push_str(words),
                    Word::Field(field) => {
                        let said = says(*field);
                        empty |= said.is_empty();
                        first = first.or(Some(*field));
                        text.push_str(&said);
                    }
                }
            }
            (!empty && !text.is_empty()).then_some((text, first))
        };
        self.parts.iter().filter_map(part).collect()
    }

    /// Whether the title is among what is said.
    pub fn has_title(&self) -> bool {
        self.parts.iter().flatten().any(|word| *word == Word::Field(Field::Title))
    }
}

fn words(text: &str) -> Result<Vec<Word>, String> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        if !before.is_empty() {
            words.push(Word::Text(before.to_owned()));
        }
        let (name, after) =
            after.split_once('}').ok_or_else(|| format!("`{text}` has a `{{` without its `}}`"))?;
        let field = Field::from_name(name).filter(|field| !matches!(field, Field::Logo | Field::Avatars));
        words.push(Word::Field(field.ok_or_else(|| {
            let known: Vec<&str> = Field::ALL.iter().take(9).map(|field| field.name()).collect();
            format!("`{{{name}}}` is nothing that a card can say; it can say {}", known.join(", "))
        })?));
        rest = after;
    }
    if !rest.is_empty() {
        words.push(Word::Text(rest.to_owned()));
    }
    Ok(words)
}

impl<'de> Deserialize<'de> for Say {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = Say;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text such as `\"{title}\"`, or a list of them")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Say, E> {
                Ok(Say { parts: vec![words(text).map_err(E::custom)?] })
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, mut items: A) -> Result<Say, A::Error> {
                let mut parts = Vec::new();
                while let Some(text) = items.next_element::<String>()? {
                    parts.push(words(&text).map_err(de::Error::custom)?);
                }
                Ok(Say { parts })
            }
        }
        deserializer.deserialize_any(Read)
    }
}
