//! The site's facts: `astro.config`, what its own feed is given, and its files of constants.

use super::Settings;
use super::astrowind::AstroWind;
use crate::diag::Diagnostic;
use crate::model::{Facts, SourceLines};
use crate::site::about;
use crate::site::literals::Literal;
use crate::site::script::{Passage, Reach};

/// Where themes keep constants, below `src` and beside it.
const FILES: &[&str] = &[
    "consts",
    "constants",
    "config",
    "site.config",
    "siteConfig",
    "site-config",
    "site",
    "site_config",
    "siteData",
    "site-data",
    "settings",
    "site-settings",
    "info",
    "metadata",
    "siteMetadata",
    "data/site-config",
    "data/siteConfig",
    "data/site",
    "data/config",
    "data/constants",
    "data/siteMetadata",
    "data/siteSettings",
    "config/site",
    "config/index",
    "config/siteConfig",
    "config/config",
    "config/settings",
    "config/constants",
    "lib/config",
    "lib/constants",
    "lib/consts",
    "lib/site",
    "utils/constants",
    "utils/config",
    "utils/site",
    "utils/consts",
    "constants/site",
    "constants/index",
    "constants/config",
    "content/config/site",
];

pub fn of(
    reach: &mut Reach<'_>,
    file: &str,
    config: &Literal,
    wind: Option<&AstroWind>,
    settings: &Settings,
    said: &mut Vec<Diagnostic>,
) -> Facts {
    let text = |path: &[&str]| config.get(path).and_then(Literal::text).map(str::to_owned);
    let site = text(&["site"]).or_else(|| wind?.url.clone());
    let base = text(&["base"]).or_else(|| wind?.base.clone());
    let lines = SourceLines::of(&reach.root.text(file).unwrap_or_default(), 1);
    let place = config.at(&["site"]).map(|at| (file.to_owned(), lines.location(at.line, at.column, 1)));
    if *config == Literal::Unknown && reach.root.is_file(file) {
        let hint = "set `url` and `title` in syndicard.yaml";
        said.push(
            Diagnostic::warning(
                "site-config-unreadable",
                "no object is exported that can be read without running it",
            )
            .in_file(file)
            .hint(hint),
        );
    }
    let own = Facts {
        title: wind.and_then(|wind| wind.title.clone()),
        description: wind.and_then(|wind| wind.description.clone()),
        url: site.map(|site| about::with_base(&site, base.as_deref())),
        url_at: place,
        language: settings.default_locale.clone().or_else(|| wind?.language.clone()),
        ..Facts::default()
    };
    let own = own.or(feed(reach, settings));
    let names = [settings.source.as_str(), "."];
    let constants = about::constants(reach.root, &names, FILES);
    let mut facts = own.or(constants);
    facts.language = facts.language.or_else(|| about::html_language(reach.root, &settings.source));
    facts
}

/// `rss({title, description, …})` in the site's own feed.
fn feed(reach: &mut Reach<'_>, settings: &Settings) -> Facts {
    let pages = format!("{}/pages", settings.source);
    let files = reach.root.tree(&pages, &["js", "ts", "mjs"]);
    let mut feeds: Vec<&String> = files
        .iter()
        .filter(|file| file.contains("rss") || file.contains("feed") || file.contains("atom"))
        .collect();
    feeds.sort_by_key(|file| file.matches('/').count());
    for file in feeds {
        let Some(script) = reach.script(file) else { continue };
        let piece = Passage { file: file.clone(), place: script.whole(), script };
        let Some(call) = piece.calls(&["rss", "getRssResponse", "Feed"]).into_iter().next() else { continue };
        let mut facts = Facts::default();
        for (key, fact) in [("title", &mut facts.title), ("description", &mut facts.description)] {
            let Some(value) = piece.script.entries(key, &call).into_iter().next() else { continue };
            let text = piece.script.at(&value).trim();
            let value = crate::site::code::value(reach.root, file, &piece.script.text, text);
            *fact = value.text().map(crate::site::fields::fold).filter(|text| !text.is_empty());
        }
        if facts.title.is_some() {
            return facts;
        }
    }
    Facts::default()
}
