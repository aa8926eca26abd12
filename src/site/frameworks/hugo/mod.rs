//! Hugo: `content/`, bundles, sections, languages, permalinks, cascades (`gohugoio/hugo`).

mod address;
mod cascade;
mod config;
mod content;
mod details;
mod language;
mod page;
mod permalinks;
#[cfg(test)]
mod tests;

use super::{Framework, Survey};
use crate::diag::Diagnostic;
use crate::model::{Author, Facts, SourceLines};
use crate::site::collection::Collection;
use crate::site::cover::Asset;
use crate::site::fields::{self, Keys};
use crate::site::front_matter::Value;
use crate::site::root::Root;
use config::Config;
use page::Site;
use std::sync::Arc;

pub const FRAMEWORK: Framework =
    Framework { name: "hugo", title: "Hugo", math: false, detect: config::detect, survey };

/// Dates as `frontmatter` has them by default (`resources/page/pagemeta`); covers as its Open Graph template and the
/// themes of most sites have them.
const KEYS: Keys = Keys {
    title: &["title"],
    published: &["date", "publishdate", "pubdate", "published", "lastmod", "modified"],
    updated: &["lastmod", "modified"],
    summary: &["description", "summary"],
    tags: &["tags"],
    authors: &["authors", "author"],
    language: &[],
    cover: &[
        "cover",
        "featured_image",
        "featuredImage",
        "featureimage",
        "featured",
        "image",
        "images",
        "thumbnail",
        "banner",
        "coverImage",
        "hero",
    ],
};

fn survey(root: &Root, said: &mut Vec<Diagnostic>) -> Survey {
    let config = config::read(root, said);
    let folders = static_folders(&config);
    let out = folders.first().cloned().unwrap_or_else(|| "static".to_owned());
    let media = config.text(&["assetDir"]).unwrap_or_else(|| "assets".to_owned());
    let assets = folders.into_iter().chain([media]).map(|folder| Asset::new("", &folder)).collect();
    let facts = facts(&config);
    let publishes_future = config.is_true(&["buildFuture"]);
    let site = Arc::new(Site::of(root, config));
    let collections = site.content.folders.iter().map(|folder| {
        let (rule_site, accept_site) = (Arc::clone(&site), Arc::clone(&site));
        let (rule_folder, accept_folder) = (folder.clone(), folder.clone());
        Collection {
            directory: folder.directory.clone(),
            extensions: content::EXTENSIONS,
            accepts: Some(Box::new(move |below| accept_site.holds(&accept_folder, below))),
            inheritance: cascade::of(root, &site, folder),
            rule: Box::new(move |page, post| rule_site.place(&rule_folder, page, post)),
            ..Collection::plain("", str::to_owned)
        }
    });
    Survey { facts, assets, publishes_future, ..Survey::of(collections.collect(), &out, &KEYS) }
}

/// `staticDir`: one folder or several.
fn static_folders(config: &Config) -> Vec<String> {
    let named = match config.get(&["staticDir"]) {
        Some(Value::List(items)) => items.iter().filter_map(Value::text).collect(),
        Some(value) => value.text().into_iter().collect(),
        None => vec!["static"],
    };
    named.into_iter().map(|folder| folder.trim_start_matches("./").trim_matches('/').to_owned()).collect()
}

fn facts(config: &Config) -> Facts {
    let main = language::main(config);
    let say = |key: &str| {
        let own = config.text(&["languages", &main, key]);
        own.or_else(|| config.text(&[key]))
    };
    let param = |key: &str| {
        let own = config.text(&["languages", &main, "params", key]);
        own.or_else(|| config.text(&["params", key]))
    };
    let url = say("baseURL").filter(|url| url.contains("://"));
    Facts {
        title: say("title"),
        description: param("description").or_else(|| say("description")),
        url_at: url
            .as_deref()
            .and_then(|url| config.place(url))
            .map(|(file, line, text)| (file, SourceLines::of(&text, line).location(line, 1, 1))),
        url,
        language: say("locale")
            .or_else(|| say("languageCode"))
            .or_else(|| config.text(&["defaultContentLanguage"])),
        authors: authors(config, &main),
        rights: say("copyright"),
        time_zone: say("timeZone"),
        ..Facts::default()
    }
}

/// Who writes in a language, where a post does not say: `params.author`, or `author` as older sites have it.
fn authors(config: &Config, language: &str) -> Vec<Author> {
    let places: [&[&str]; 5] = [
        &["languages", language, "params", "author"],
        &["languages", language, "author"],
        &["params", "author"],
        &["author"],
        &["params", "authors"],
    ];
    let found = places.iter().find_map(|place| config.get(place));
    match found {
        Some(Value::List(items)) => items.iter().filter_map(one_author).collect(),
        Some(value) => one_author(value).into_iter().collect(),
        None => Vec::new(),
    }
}

fn one_author(value: &Value) -> Option<Author> {
    match value {
        Value::Text(name) if !name.trim().is_empty() => {
            Some(Author { name: fields::fold(name), ..Author::default() })
        }
        other => fields::author(other),
    }
}
