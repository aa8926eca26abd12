//! The checked choices: what to build, from where, to where.

mod cards;

pub use cards::{CardPlan, theme, theme_names, theme_unknown};

use crate::diag::Diagnostic;
use crate::feed::{self, FORMATS};
use crate::model::{ContentChoice, FeedSettings, Keep};
use crate::site::{self, Config, Framework, Opened, Root};
use chrono::{DateTime, FixedOffset};
use std::path::PathBuf;

/// What the person at the desk asked for.
#[derive(Clone, Debug)]
pub struct Choices {
    /// The site's directory.
    pub site: PathBuf,
    /// The directory served at the root, where it is not the framework's own.
    pub out: Option<PathBuf>,
    /// The present moment; what is later is in the future.
    pub now: DateTime<FixedOffset>,
    /// Whether files that others wrote may be overwritten.
    pub force: bool,
    /// The directory of the site's built pages, for feeds that take whole posts from them.
    pub html: Option<PathBuf>,
    /// Whether a ledger of ids that would change is an error.
    pub locked: bool,
    /// Whether what is remembered of earlier builds may be believed; else everything is made anew.
    pub cached: bool,
    /// How long cards stay that no post asks for any more, where that is not as the settings say.
    pub keep_cards: Option<Keep>,
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            site: PathBuf::from("."),
            out: None,
            now: DateTime::<chrono::Utc>::MAX_UTC.fixed_offset(),
            force: false,
            html: None,
            locked: false,
            cached: true,
            keep_cards: None,
        }
    }
}

/// Choices and configuration, checked.
pub struct Plan {
    pub(crate) root: Root,
    pub(crate) framework: &'static Framework,
    /// The file that shows the framework, relative to the site; empty where none does.
    pub(crate) shown_by: String,
    pub(crate) config: Config,
    pub(crate) cards: CardPlan,
    pub(crate) out: Option<PathBuf>,
    pub(crate) now: DateTime<FixedOffset>,
    pub(crate) force: bool,
    pub(crate) html: Option<PathBuf>,
    pub(crate) locked: bool,
    pub(crate) cached: bool,
    /// What is to be said about the configuration.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl Plan {
    /// Finds the framework and reads the site's settings.
    pub fn new(choices: Choices) -> Self {
        let mut diagnostics = Vec::new();
        let Opened { root, config, framework, shown_by } = site::open(choices.site).tell(&mut diagnostics);
        check_formats(&config.feeds, &mut diagnostics);
        let mut cards = CardPlan::new(&config.cards, &root, &mut diagnostics);
        cards.keep = choices.keep_cards.unwrap_or(cards.keep);
        if let Some(selector) =
            config.feeds.article.as_deref().filter(|text| !feed::content::is_selector(text))
        {
            diagnostics.push(
                Diagnostic::error("selector-invalid", format!("`{selector}` is no CSS selector"))
                    .in_file(site::SETTINGS_FILE)
                    .hint("write it as `article: \"article.post .body\"`"),
            );
        }
        if config.feeds.content == ContentChoice::Html && choices.html.is_none() {
            diagnostics.push(
                Diagnostic::warning(
                    "built-pages-unknown",
                    "`content: html` takes whole posts from the site's built pages",
                )
                .label("without them the feeds hold summaries")
                .hint("once the site's own build has run, run `syndicard build --html DIR --out DIR`"),
            );
        }
        Self {
            framework,
            shown_by,
            root,
            config,
            cards,
            out: choices.out,
            now: choices.now,
            force: choices.force,
            html: choices.html,
            locked: choices.locked,
            cached: choices.cached,
            diagnostics,
        }
    }
}

/// Says which formats nobody can write; the channels go without them.
fn check_formats(settings: &FeedSettings, said: &mut Vec<Diagnostic>) {
    let of_sets = settings.sets.iter().flat_map(|set| &set.formats);
    let of_paths = settings.paths.iter().map(|(name, _)| name);
    for name in settings.formats.iter().chain(of_sets).chain(of_paths) {
        if feed::format(&name.value).is_none() {
            let known: Vec<&str> = FORMATS.iter().map(|format| format.name).collect();
            said.push(
                Diagnostic::warning("feed-format-unknown", format!("`{}` is no format of feeds", name.value))
                    .in_file(site::SETTINGS_FILE)
                    .at(crate::diag::Location {
                        line: name.line,
                        column: name.column,
                        width: 1,
                        ..Default::default()
                    })
                    .label("not written")
                    .hint(format!("the formats are {}", known.join(", "))),
            );
        }
    }
}
