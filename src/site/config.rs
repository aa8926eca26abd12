//! The site's `syndicard.yaml`, which overrides what was detected.

mod cards;
mod feeds;
mod keys;
mod people;
mod posts;
mod talk;

pub use posts::PostsSetting;

use super::fields;
use super::front_matter::{self, Entry, Fenced, Front, Syntax, Value};
use super::names::OwnNames;
use super::root::Root;
use crate::diag::{Diagnostic, Warned};
use crate::model::{Author, CardSettings, Facts, FeedSettings};
use std::collections::BTreeMap;
use talk::Talk;

/// The file's name, in the site's root.
pub const FILE: &str = "syndicard.yaml";

/// What a site's owner decided.
#[derive(Clone, Debug)]
pub struct Config {
    /// The framework's name, where the owner names one that is known.
    pub framework: Option<String>,
    pub facts: Facts,
    /// Authors by the ids that posts use, besides those that the framework knows.
    pub people: BTreeMap<String, Author>,
    /// The directory served at the root.
    pub out: Option<String>,
    /// Where the posts are; empty where that is left to the framework.
    pub posts: Vec<PostsSetting>,
    /// Names of fields in front matter, before the framework's own.
    pub keys: OwnNames,
    /// Whether posts whose date is still to come are published all the same.
    pub future: Option<bool>,
    /// Where the manifest goes, below the served directory.
    pub manifest: Option<String>,
    pub repair: RepairMode,
    /// Whether the machine's fonts may fill what the binary's and the site's lack.
    pub system_fonts: bool,
    pub cards: CardSettings,
    pub feeds: FeedSettings,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            framework: None,
            facts: Facts::default(),
            people: BTreeMap::new(),
            out: None,
            posts: Vec::new(),
            keys: OwnNames::default(),
            future: None,
            manifest: None,
            repair: RepairMode::Auto,
            system_fonts: true,
            cards: CardSettings::default(),
            feeds: FeedSettings::default(),
        }
    }
}

/// What to do about text that had been decoded with the wrong encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RepairMode {
    Auto,
    /// Say it, and leave the text.
    Report,
    Off,
}

/// Reads the file; one that is missing says nothing.
pub fn read(root: &Root) -> Warned<Config> {
    let mut said = Vec::new();
    let mut config = Config::default();
    if let Some(text) = root.text(FILE) {
        let fenced = Fenced { syntax: Syntax::Yaml, text: &text, first_line: 1, body: "" };
        match front_matter::read(&fenced, &mut said) {
            Ok(front) => front.entries.iter().for_each(|entry| config.take(entry, &front, &mut said)),
            Err(error) => said.push(error),
        }
        for diagnostic in &mut said {
            diagnostic.path = Some(FILE.to_owned());
        }
    }
    Warned { value: config, diagnostics: said }
}

impl Config {
    fn take(&mut self, entry: &Entry, front: &Front, said: &mut Vec<Diagnostic>) {
        let talk = &mut Talk::new(entry, front, said);
        let place = talk.place();
        let text = entry.value.text().map(fields::fold).filter(|text| !text.is_empty());
        match entry.key.as_str() {
            "framework" => self.framework = framework(text.as_deref().unwrap_or_default(), talk),
            "title" => self.facts.title = text,
            "description" => self.facts.description = text,
            "url" => {
                self.facts.url = text;
                self.facts.url_at = Some((FILE.to_owned(), place));
            }
            "language" => self.facts.language = text,
            "time_zone" => {
                self.facts.time_zone = text;
                self.facts.time_zone_at = Some((FILE.to_owned(), place));
            }
            "rights" => self.facts.rights = text,
            "icon" => self.facts.icon = text,
            "logo" => self.facts.logo = text,
            "author" | "authors" => self.facts.authors = people::authors(&entry.value),
            "people" => self.people = people::people(&entry.value, talk),
            "out" => self.out = text.map(directory),
            "posts" => self.posts = posts::read(&entry.value, talk),
            "keys" => self.keys = keys::read(&entry.value, talk),
            "future" => self.future = feeds::truth("future", &entry.value, talk),
            "manifest" => self.manifest = text.map(directory),
            "system_fonts" => {
                self.system_fonts = feeds::truth("system_fonts", &entry.value, talk).unwrap_or(true);
            }
            "encoding" => self.repair = repair(&entry.value, talk),
            "cards" => self.cards = cards::read(entry, talk),
            "feeds" => self.feeds = feeds::read(entry, talk),
            _ => {
                talk.warn("setting-unknown", &format!("`{}` is no setting", entry.key))
                    .label("not used")
                    .hint(&format!("the settings are {}", SETTINGS.join(", ")));
            }
        }
    }
}

/// The names of the settings, as a hint shows them.
const SETTINGS: &[&str] = &[
    "title",
    "description",
    "url",
    "language",
    "time_zone",
    "authors",
    "people",
    "rights",
    "icon",
    "logo",
    "framework",
    "posts",
    "keys",
    "future",
    "out",
    "manifest",
    "system_fonts",
    "encoding",
    "cards",
    "feeds",
];

/// Every setting by the group that it stands in; those at the top have none.
#[cfg(test)]
pub fn settings() -> Vec<(&'static str, &'static [&'static str])> {
    vec![
        ("", SETTINGS),
        ("posts", posts::SETTINGS),
        ("keys", keys::SETTINGS),
        ("cards", cards::SETTINGS),
        ("feeds", feeds::SETTINGS),
        ("sets", feeds::SET_SETTINGS),
        ("style", feeds::STYLE_SETTINGS),
    ]
}

fn directory(text: String) -> String {
    text.trim_start_matches("./").trim_matches('/').to_owned()
}

/// A list of texts, or one text with commas.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::List(items) => items.iter().filter_map(Value::text).map(fields::fold).collect(),
        Value::Text(text) => text.split(',').map(fields::fold).filter(|name| !name.is_empty()).collect(),
        Value::Null | Value::Map(_) => Vec::new(),
    }
}

/// One of those that are known by name.
fn framework(name: &str, talk: &mut Talk<'_>) -> Option<String> {
    if super::framework(name).is_some() {
        return Some(name.to_owned());
    }
    let known: Vec<&str> = super::FRAMEWORKS.iter().map(|framework| framework.name).collect();
    talk.stop_at(name, "framework-unknown", &format!("`{name}` is no framework that is known"))
        .label("nothing is written until this is mended")
        .hint(&format!("the frameworks are {}", known.join(", ")));
    None
}

fn repair(value: &Value, talk: &mut Talk<'_>) -> RepairMode {
    match value.get(&["repair"]).and_then(Value::text) {
        Some("auto") => RepairMode::Auto,
        Some("report") => RepairMode::Report,
        Some("off" | "false") => RepairMode::Off,
        _ => {
            let message = "`encoding` knows `repair: auto`, `report` or `off`";
            talk.warn("setting-unknown", message).label("not used");
            RepairMode::Auto
        }
    }
}
