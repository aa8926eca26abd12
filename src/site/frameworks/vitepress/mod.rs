//! VitePress: pages with a date are posts.

mod rewrites;

use super::{Framework, Survey};
use crate::diag::Diagnostic;
use crate::model::{Facts, Field, Header, Route, RouteRule, SourceLines};
use crate::site::collection::Collection;
use crate::site::cover::Asset;
use crate::site::fields::{self, Keys};
use crate::site::literals::Literal;
use crate::site::patterns::Patterns;
use crate::site::root::Root;
use crate::site::script::{Passage, Reach};
use crate::site::{about, code, rollover};
use rewrites::Rewrites;

pub const FRAMEWORK: Framework =
    Framework { name: "vitepress", title: "VitePress", math: false, detect, survey };

const KEYS: Keys = Keys {
    title: &["title", "postTitle"],
    published: &[
        "date",
        "published",
        "publishDate",
        "pubDate",
        "publishedAt",
        "created",
        "createTime",
        "createdAt",
        "dateCreated",
        "datePublished",
        "createdDate",
        "publishedDate",
        "published_at",
        "created_at",
        "posted",
    ],
    updated: &[
        "updated",
        "lastmod",
        "lastUpdated",
        "updateTime",
        "updatedAt",
        "modified",
        "dateModified",
        "dateUpdated",
        "lastModified",
        "updated_at",
        "updatedDate",
    ],
    summary: &["description", "excerpt", "summary", "descript", "metaDescription", "seoMetaDescription"],
    tags: &["tags", "tag", "categories", "category", "keywords"],
    authors: &["authors", "author"],
    language: &["lang", "language"],
    cover: &["cover", "image", "heroImage", "thumbnail", "banner", "img", "featuredImage", "coverImage"],
};

const CONFIG: &[&str] = &[
    "config.ts",
    "config.mts",
    "config.js",
    "config.mjs",
    "config.cjs",
    "config.json",
    "config/index.ts",
    "config/index.mts",
    "config/index.js",
    "config/index.mjs",
];

fn config_file(root: &Root) -> Option<String> {
    CONFIG.iter().map(|file| format!(".vitepress/{file}")).find(|file| root.is_file(file))
}

fn detect(root: &Root) -> Option<String> {
    config_file(root)
}

fn survey(root: &Root, _: &mut Vec<Diagnostic>) -> Survey {
    let file = config_file(root).unwrap_or_default();
    let config = code::exported(root, &file).unwrap_or(Literal::Unknown);
    let source = config.get(&["srcDir"]).and_then(Literal::text).unwrap_or(".");
    let source = source.trim_start_matches("./").trim_matches(['/', '.']).to_owned();
    let below = |name: &str| if source.is_empty() { name.to_owned() } else { format!("{source}/{name}") };
    let mut reach = Reach::of(root);
    let loaders = loaders(&mut reach, &source);
    let excluded = match config.get(&["srcExclude"]) {
        Some(Literal::List(items)) => {
            items.iter().filter_map(Literal::text).map(|text| format!("!{text}")).collect()
        }
        _ => Vec::new(),
    };
    let out = below("public");
    let collection = pages(&config, &source, loaders, excluded);
    let assets = vec![Asset::new("/", &out), Asset::new("/", &source), Asset::new("@/", &source)];
    Survey {
        facts: facts(root, &file, &config),
        assets,
        publishes_future: true,
        ..Survey::of(vec![collection], &out, &KEYS)
    }
}

/// The patterns that the site's lists of posts load.
fn loaders(reach: &mut Reach<'_>, source: &str) -> Vec<String> {
    let root = reach.root;
    let extensions = ["ts", "js", "mts", "mjs"];
    let mut files = root.tree(".vitepress", &extensions);
    let own = root.tree(source, &extensions);
    files.extend(own.into_iter().filter(|file| file.contains(".data.")));
    let mut patterns = Vec::new();
    for file in files.iter().filter(|file| !file.contains("/cache/") && !file.contains("/dist/")) {
        let Some(script) = reach.script(file) else { continue };
        let piece = Passage { file: file.clone(), place: script.whole(), script };
        for call in piece.calls(&["createContentLoader"]) {
            let Some(first) = piece.script.items(&call).into_iter().next() else { continue };
            let text = piece.script.at(&first).trim();
            match code::value(root, file, &piece.script.text, text) {
                Literal::Text(pattern) => patterns.push(pattern),
                Literal::List(items) => {
                    patterns.extend(items.iter().filter_map(Literal::text).map(str::to_owned))
                }
                _ => {}
            }
        }
    }
    patterns.into_iter().map(|pattern| pattern.trim_start_matches('/').to_owned()).collect()
}

/// Every page that a list loads, or every page where none is.
fn pages(config: &Literal, source: &str, loaders: Vec<String>, excluded: Vec<String>) -> Collection {
    let patterns: Vec<&str> = loaders.iter().chain(&excluded).map(String::as_str).collect();
    let patterns = Patterns::of(&patterns);
    let rewrites = Rewrites::of(config);
    let is_function = matches!(config.get(&["rewrites"]), Some(Literal::Unknown));
    let is_clean = config.get(&["cleanUrls"]) == Some(&Literal::Bool(true));
    let languages = languages(config);
    Collection {
        extensions: &["md"],
        header: Header::Fences,
        posts_only: false,
        accepts: Some(Box::new(move |path| !path.starts_with('.') && patterns.accepts(path))),
        rule: Box::new(move |page, post| {
            if let Some(field) = &mut post.published
                && let Some(rolled) = rollover::of(&field.value)
            {
                field.value = rolled;
            }
            let moved = rewrites.apply(page.below);
            let path = moved.as_deref().unwrap_or(page.below);
            let stem = path.strip_suffix(".md").unwrap_or(path);
            post.route = Route::path(match stem.strip_suffix("index") {
                Some(folder) if folder.is_empty() || folder.ends_with('/') => folder.to_owned(),
                _ if is_clean => stem.to_owned(),
                _ => format!("{stem}.html"),
            });
            post.route_rule = RouteRule {
                is_sure: !is_function,
                ..RouteRule::convention(match moved {
                    Some(_) => "`rewrites`",
                    None => "the path of the page",
                })
            };
            let first = path.split('/').next().unwrap_or_default();
            if let (None, Some((_, language))) =
                (&post.language, languages.iter().find(|(folder, _)| folder == first))
            {
                post.language = Some(Field::unwritten(language.clone()));
            }
            Ok(())
        }),
        ..Collection::plain(source, str::to_owned)
    }
}

/// `locales: {fr: {lang: 'fr-FR'}}`: each folder with its language.
fn languages(config: &Literal) -> Vec<(String, String)> {
    let Some(Literal::Object(locales)) = config.get(&["locales"]) else { return Vec::new() };
    let known = locales.iter().filter(|(folder, _, _)| folder != "root");
    known
        .map(|(folder, locale, _)| {
            let language = locale.get(&["lang"]).and_then(Literal::text).unwrap_or(folder);
            (folder.clone(), language.to_owned())
        })
        .collect()
}

fn facts(root: &Root, file: &str, config: &Literal) -> Facts {
    let say = |path: &[&str]| {
        config.get(path).and_then(Literal::text).map(fields::fold).filter(|text| !text.is_empty())
    };
    let lines = SourceLines::of(&root.text(file).unwrap_or_default(), 1);
    let place = config.at(&["sitemap", "hostname"]);
    let base = say(&["base"]);
    let mut facts = Facts {
        title: say(&["title"]).or_else(|| say(&["locales", "root", "title"])),
        description: say(&["description"]).or_else(|| say(&["locales", "root", "description"])),
        url: say(&["sitemap", "hostname"]).or_else(|| say(&["themeConfig", "siteUrl"])),
        url_at: place.map(|at| (file.to_owned(), lines.location(at.line, at.column, 1))),
        language: say(&["lang"]).or_else(|| say(&["locales", "root", "lang"])),
        authors: config.get(&["themeConfig", "author"]).and_then(about::author).into_iter().collect(),
        ..Facts::default()
    };
    if facts.url.is_none() {
        // The code of the site's own feed knows the address.
        let files = root.tree(".vitepress", &["ts", "js", "mts", "mjs"]);
        let found = files
            .iter()
            .filter(|file| !file.contains("/cache/"))
            .filter_map(|file| code::constants(root, file));
        facts.url = found.filter_map(|values| about::of(&values).url).next();
    }
    facts.url = facts.url.map(|url| about::with_base(&url, base.as_deref()));
    facts
}
