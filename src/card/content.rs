//! What a card says, in the parts that a theme asks for.

use super::Card;
use super::theme::{Field, Node, Say};
use crate::scene::Picture;
use std::sync::Arc;
use unicode_script::{Script, UnicodeScript};

/// Between the parts of a text, where the theme gives nothing else.
const SEPARATOR: &str = " · ";
/// A card has no room for more.
const MOST_TAGS: usize = 3;
const MOST_AUTHORS: usize = 3;

/// What a theme can ask of a card.
pub struct Content<'a> {
    card: &'a Card<'a>,
    /// Whether the title runs from the right, and with it the card.
    pub rtl: bool,
}

/// One part of a text, with how soon it is left out where there is no room: the highest first.
#[derive(Clone, Debug, PartialEq)]
pub struct TextPart {
    pub text: String,
    pub rank: u8,
}

impl<'a> Content<'a> {
    pub fn of(card: &'a Card<'a>) -> Self {
        let rtl = runs_from_the_right(card.title).or_else(|| runs_from_the_right(card.site_name));
        Self { card, rtl: rtl.unwrap_or(false) }
    }

    pub fn card(&self) -> &Card<'a> {
        self.card
    }

    pub fn has_cover(&self) -> bool {
        self.card.cover.is_some()
    }

    pub fn logo(&self) -> Option<&Arc<Picture>> {
        self.card.logo.as_ref().filter(|_| !self.card.hidden.contains(&Field::Logo))
    }

    pub fn avatars(&self) -> &[Arc<Picture>] {
        let most = self.card.avatars.len().min(MOST_AUTHORS);
        let hidden = self.card.hidden.contains(&Field::Avatars);
        if hidden { &[] } else { self.card.avatars.get(..most).unwrap_or_default() }
    }

    /// What a field says; nothing where it is turned off.
    pub fn says(&self, field: Field) -> String {
        let card = self.card;
        if card.hidden.contains(&field) {
            return String::new();
        }
        match field {
            // A title of nothing but spaces leaves the site's name to speak.
            Field::Title if card.title.trim().is_empty() => card.site_name.to_owned(),
            Field::Title => card.title.to_owned(),
            Field::Site => card.site_name.to_owned(),
            Field::Host => card.host.to_owned(),
            Field::Date => card.date.clone().unwrap_or_default(),
            Field::Authors => first(card.authors, MOST_AUTHORS).join(", "),
            Field::Tags => {
                let tags: Vec<String> = first(card.tags, MOST_TAGS).iter().map(|tag| hashed(tag)).collect();
                tags.join("  ")
            }
            Field::Section => card.section.unwrap_or_default().to_owned(),
            Field::Series => card.series.unwrap_or_default().to_owned(),
            Field::ReadingTime => card.reading_time.clone().unwrap_or_default(),
            Field::Logo | Field::Avatars => String::new(),
        }
    }

    /// The parts of a text that say something.
    pub fn parts(&self, say: &Say) -> Vec<TextPart> {
        let parts = say.texts(&|field| self.says(field));
        parts.into_iter().map(|(text, field)| TextPart { text, rank: rank(field) }).collect()
    }

    /// The parts in one line, each keeping its own direction (Unicode's isolates): a Latin name must not turn an Arabic
    /// date around.
    pub fn join(&self, parts: &[TextPart], node: &Node) -> String {
        let text = match parts {
            // The title decides the direction, and needs no isolating from itself.
            [only] if only.rank == 0 => only.text.clone(),
            parts => {
                let isolated: Vec<String> =
                    parts.iter().map(|part| format!("\u{2068}{}\u{2069}", part.text)).collect();
                isolated.join(node.separator.as_deref().unwrap_or(SEPARATOR))
            }
        };
        if node.upper_case == Some(true) { upper_case(&text, self.card.language) } else { text }
    }
}

fn first(texts: &[String], most: usize) -> &[String] {
    texts.get(..texts.len().min(most)).unwrap_or_default()
}

/// As people write tags: one word behind the sign.
fn hashed(tag: &str) -> String {
    let word: String = tag.trim_start_matches('#').split_whitespace().collect::<Vec<_>>().join("-");
    format!("#{word}")
}

fn rank(field: Option<Field>) -> u8 {
    let order = [
        Field::Title,
        Field::Site,
        Field::Date,
        Field::Authors,
        Field::Section,
        Field::Host,
        Field::Series,
        Field::ReadingTime,
        Field::Tags,
    ];
    let at = field.and_then(|field| order.iter().position(|&known| known == field));
    at.map_or(u8::MAX, |at| at as u8)
}

/// Turkish and Azerbaijani have a dot on the capital of `i`.
fn upper_case(text: &str, language: &str) -> String {
    let dotted = matches!(language.split('-').next(), Some("tr" | "az"));
    if dotted { text.replace('i', "İ").to_uppercase() } else { text.to_uppercase() }
}

/// The direction of the first letter; nothing where there is none.
fn runs_from_the_right(text: &str) -> Option<bool> {
    text.chars().filter(|c| c.is_alphabetic()).map(|c| c.script()).find_map(|script| match script {
        Script::Arabic
        | Script::Hebrew
        | Script::Syriac
        | Script::Thaana
        | Script::Nko
        | Script::Adlam
        | Script::Mandaic
        | Script::Samaritan
        | Script::Hanifi_Rohingya
        | Script::Yezidi => Some(true),
        Script::Common | Script::Inherited => None,
        _ => Some(false),
    })
}
