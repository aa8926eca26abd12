//! Docusaurus: its blogs; documentation is no post.
//!
//! Source: `blogUtils.ts` of `@docusaurus/plugin-content-blog`.

mod blog;
#[cfg(test)]
mod tests;

use super::{Framework, Survey};
use crate::diag::Diagnostic;
use crate::model::{Facts, SourceLines};
use crate::site::cover::Asset;
use crate::site::fields::{self, Keys};
use crate::site::literals::Literal;
use crate::site::root::Root;
use crate::site::{about, code};
use std::collections::BTreeMap;

pub const FRAMEWORK: Framework =
    Framework { name: "docusaurus", title: "Docusaurus", math: false, detect, survey };

const KEYS: Keys = Keys {
    title: &["title"],
    published: &["date"],
    updated: &[],
    summary: &["description"],
    tags: &["tags"],
    authors: &["authors", "author"],
    language: &[],
    cover: &["image"],
};

const CONFIG: &[&str] = &[
    "docusaurus.config.js",
    "docusaurus.config.ts",
    "docusaurus.config.mjs",
    "docusaurus.config.cjs",
    "docusaurus.config.mts",
];

fn config_file(root: &Root) -> Option<&'static str> {
    CONFIG.iter().copied().find(|file| root.is_file(file))
}

fn detect(root: &Root) -> Option<String> {
    config_file(root).map(str::to_owned)
}

fn survey(root: &Root, said: &mut Vec<Diagnostic>) -> Survey {
    let file = config_file(root).unwrap_or("docusaurus.config.js");
    let config = code::exported(root, file).unwrap_or(Literal::Unknown);
    let slash = match config.get(&["trailingSlash"]) {
        Some(Literal::Bool(slash)) => Some(*slash),
        _ => None,
    };
    let mut people = BTreeMap::new();
    let mut collections = Vec::new();
    for blog in blog::all(&config) {
        people.extend(blog.people(root, said));
        for (language, directory) in blog.translations(&config) {
            if root.is_dir(&directory) {
                let translated = blog.translated(&language, directory);
                let people: BTreeMap<_, _> =
                    people.clone().into_iter().chain(translated.people(root, said)).collect();
                let labels = translated.labels(root, said);
                collections.push(translated.collection(slash, labels, people));
            }
        }
        let labels = blog.labels(root, said);
        collections.push(blog.collection(slash, labels, people.clone()));
    }
    let out = match config.get(&["staticDirectories"]) {
        Some(Literal::List(items)) => items.iter().find_map(Literal::text).unwrap_or("static"),
        _ => "static",
    };
    let assets = vec![Asset::new("@site/", ""), Asset::new("/", out)];
    let facts = facts(root, file, &config);
    Survey { facts, people, assets, publishes_future: true, ..Survey::of(collections, out, &KEYS) }
}

fn facts(root: &Root, file: &str, config: &Literal) -> Facts {
    let say = |path: &[&str]| {
        config.get(path).and_then(Literal::text).map(fields::fold).filter(|text| !text.is_empty())
    };
    let lines = SourceLines::of(&root.text(file).unwrap_or_default(), 1);
    let place = config.at(&["url"]).map(|at| (file.to_owned(), lines.location(at.line, at.column, 1)));
    Facts {
        title: say(&["title"]),
        description: say(&["tagline"]),
        url: say(&["url"]).map(|url| about::with_base(&url, say(&["baseUrl"]).as_deref())),
        url_at: place,
        language: say(&["i18n", "defaultLocale"]).or_else(|| Some("en".to_owned())),
        icon: say(&["favicon"]),
        ..Facts::default()
    }
}
