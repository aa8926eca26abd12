//! The site's `syndicard.yaml`, which overrides what was detected.

mod cards;
mod feeds;

use super::fields;
use super::front_matter::{self, Entry, Fenced, Front, Syntax, Value};
use super::root::Root;
use crate::diag::{Diagnostic, Location, Warned};
use crate::model::{CardSettings, Facts, FeedSettings};

/// The file's name, in the site's root.
pub const FILE: &str = "syndicard.yaml";

/// What a site's owner decided.
#[derive(Clone, Debug)]
pub struct Config {
    pub facts: Facts,
    /// The directory served at the root.
    pub out: Option<String>,
    /// The directory that holds the posts.
    pub posts: Option<String>,
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
            facts: Facts::default(),
            out: None,
            posts: None,
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
        let place = front.lines.location(entry.line, entry.column, entry.width);
        let text = entry.value.text().map(fields::fold).filter(|text| !text.is_empty());
        match entry.key.as_str() {
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
            "feeds" => self.feeds = feeds::read(entry, &mut Talk { said, place }),
            "author" | "authors" => self.facts.authors = authors(&entry.value),
            "out" => self.out = text.map(directory),
            "posts" => self.posts = posts(&entry.value),
            "manifest" => self.manifest = text.map(directory),
            "system_fonts" => self.system_fonts = truth(entry, place, self.system_fonts, said),
            "encoding" => self.repair = repair(entry, place, said),
            "cards" => self.cards = cards::read(entry, &mut Talk { said, place }),
            _ => said.push(
                Diagnostic::warning("setting-unknown", format!("`{}` is no setting", entry.key))
                    .at(place)
                    .label("not used")
                    .hint(format!("the settings are {}", SETTINGS.join(", "))),
            ),
        }
    }
}

const SETTINGS: &[&str] = &[
    "title",
    "description",
    "url",
    "language",
    "time_zone",
    "authors",
    "rights",
    "icon",
    "logo",
    "out",
    "posts",
    "manifest",
    "system_fonts",
    "encoding",
    "cards",
    "feeds",
];

/// Says what is wrong with a setting whose parts have no places of their own.
struct Talk<'a> {
    said: &'a mut Vec<Diagnostic>,
    place: Location,
}

impl Talk<'_> {
    fn warn(&mut self, code: &'static str, message: &str) -> Saying<'_> {
        self.said.push(Diagnostic::warning(code, message).at(self.place.clone()));
        Saying(self.said.last_mut())
    }
}

/// The diagnostic that was just said, to which more can be added.
struct Saying<'a>(Option<&'a mut Diagnostic>);

impl Saying<'_> {
    fn label(mut self, label: &str) -> Self {
        if let Some(diagnostic) = &mut self.0 {
            diagnostic.label = Some(label.to_owned());
        }
        self
    }

    fn hint(mut self, hint: &str) -> Self {
        if let Some(diagnostic) = &mut self.0 {
            diagnostic.hint = Some(hint.to_owned());
        }
        self
    }
}

fn directory(text: String) -> String {
    text.trim_start_matches("./").trim_matches('/').to_owned()
}

fn authors(value: &Value) -> Vec<crate::model::Author> {
    let items = match value {
        Value::List(items) => items.clone(),
        other => vec![other.clone()],
    };
    items
        .iter()
        .filter_map(|item| match item.text() {
            Some(name) => Some(crate::model::Author { name: fields::fold(name), ..Default::default() }),
            None => fields::author(item),
        })
        .collect()
}

/// `posts: dir`, or a list whose first entry has a `dir`.
fn posts(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(directory(text.clone())),
        Value::List(items) => posts(items.first()?),
        Value::Map(_) => posts(value.get(&["dir"])?),
        Value::Null => None,
    }
}

fn truth(entry: &Entry, place: Location, usual: bool, said: &mut Vec<Diagnostic>) -> bool {
    match entry.value.text() {
        Some("true") => true,
        Some("false") => false,
        _ => {
            said.push(
                Diagnostic::warning(
                    "value-not-boolean",
                    format!("`{}` is neither true nor false", entry.key),
                )
                .at(place),
            );
            usual
        }
    }
}

fn repair(entry: &Entry, place: Location, said: &mut Vec<Diagnostic>) -> RepairMode {
    match entry.value.get(&["repair"]).and_then(Value::text) {
        Some("auto") => RepairMode::Auto,
        Some("report") => RepairMode::Report,
        Some("off" | "false") => RepairMode::Off,
        _ => {
            let message = "`encoding` knows `repair: auto`, `report` or `off`";
            said.push(Diagnostic::warning("setting-unknown", message).at(place).label("not used"));
            RepairMode::Auto
        }
    }
}
