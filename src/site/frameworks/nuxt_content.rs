//! Nuxt Content, in all its versions: a page is where its file is, less ordering numbers.
//!
//! Source: `path-meta` of `@nuxt/content`.

#[cfg(test)]
mod tests;

use super::{Framework, Survey};
use crate::diag::Diagnostic;
use crate::model::{Facts, Field, RawPost, Route, RouteRule, SourceLines};
use crate::site::collection::{Collection, Page};
use crate::site::cover::Asset;
use crate::site::fields::{self, Keys};
use crate::site::literals::Literal;
use crate::site::page_files::{self, PageFile};
use crate::site::root::Root;
use crate::site::script::Reach;
use crate::site::slugs::nuxt;
use crate::site::{about, code, rollover};

pub const FRAMEWORK: Framework =
    Framework { name: "nuxt-content", title: "Nuxt Content", math: false, detect, survey };

const KEYS: Keys = Keys {
    title: &["title", "postTitle"],
    published: &[
        "date",
        "publishedAt",
        "published",
        "pubDate",
        "publishDate",
        "datePublished",
        "published_at",
        "createdAt",
        "created",
        "created_at",
        "createdDate",
        "dateCreated",
        "publishedDate",
        "posted",
    ],
    updated: &[
        "updated",
        "updatedAt",
        "modifiedAt",
        "dateUpdated",
        "lastmod",
        "dateModified",
        "dateLastUpdate",
        "modified",
        "lastUpdated",
        "lastModified",
        "updated_at",
        "updatedDate",
    ],
    summary: &["description", "excerpt", "summary", "abstract", "metaDescription", "seoMetaDescription"],
    tags: &["tags", "tag", "categories", "category", "keywords", "topics"],
    authors: &["authors", "author"],
    language: &["lang", "language", "locale"],
    cover: &[
        "image",
        "cover",
        "coverImage",
        "img",
        "thumbnail",
        "hero",
        "banner",
        "featuredImage",
        "ogImage",
        "head",
    ],
};

const CONFIG: &[&str] = &["nuxt.config.ts", "nuxt.config.js", "nuxt.config.mjs", "nuxt.config.mts"];

fn config_file(root: &Root) -> Option<&'static str> {
    CONFIG.iter().copied().find(|file| root.is_file(file))
}

fn detect(root: &Root) -> Option<String> {
    let file = config_file(root)?;
    let package = root.text("package.json").unwrap_or_default();
    (root.is_dir("content") || package.contains("\"@nuxt/content\"")).then(|| file.to_owned())
}

/// The languages of `i18n`, and how they stand in addresses.
#[derive(Default)]
struct Languages {
    names: Vec<String>,
    default: Option<String>,
    /// Whether the default language has a part of its own in addresses.
    has_prefix: bool,
}

fn survey(root: &Root, _: &mut Vec<Diagnostic>) -> Survey {
    let file = config_file(root).unwrap_or("nuxt.config.ts");
    let config = code::exported(root, file).unwrap_or(Literal::Unknown);
    let out = if root.is_dir("public") || !root.is_dir("static") { "public" } else { "static" };
    let pages = ["app/pages", "src/pages", "pages"].iter().find(|folder| root.is_dir(folder));
    let pages = pages.map(|folder| page_files::dynamic(root, folder, "", &["vue"])).unwrap_or_default();
    let mut sources = sources(&mut Reach::of(root));
    sources.sort_by_key(|source| std::cmp::Reverse(source.fixed.len()));
    let collection = collection(pages, sources, languages(&config), has_slash(&config));
    let assets = vec![
        Asset::new("~/", ""),
        Asset::new("@/", ""),
        Asset::new("~/assets/", "app/assets"),
        Asset::new("/", out),
    ];
    Survey {
        facts: facts(root, file, &config),
        assets,
        publishes_future: true,
        ..Survey::of(vec![collection], out, &KEYS)
    }
}

fn has_slash(config: &Literal) -> bool {
    let keys: [&[&str]; 3] =
        [&["site", "trailingSlash"], &["router", "trailingSlash"], &["sitemap", "trailingSlash"]];
    keys.iter().any(|path| config.get(path) == Some(&Literal::Bool(true)))
}

fn languages(config: &Literal) -> Languages {
    let Some(i18n) = config.get(&["i18n"]) else { return Languages::default() };
    let names = match i18n.get(&["locales"]) {
        Some(Literal::List(items)) => {
            let names = items.iter().filter_map(|item| item.text().or_else(|| item.get(&["code"])?.text()));
            names.map(str::to_owned).collect()
        }
        _ => Vec::new(),
    };
    let text = |key: &str| i18n.get(&[key]).and_then(Literal::text).map(str::to_owned);
    let has_prefix = matches!(text("strategy").as_deref(), Some("prefix" | "prefix_and_default"));
    Languages { names, default: text("defaultLocale"), has_prefix }
}

/// A part of `content` that is published below a prefix of its own.
struct Source {
    /// The part of `include` before the first star, with ordering numbers.
    fixed: String,
    prefix: String,
}

/// `source: {include: 'en/**', prefix: '/'}` in `content.config`.
fn sources(reach: &mut Reach<'_>) -> Vec<Source> {
    let files = ["content.config.ts", "content.config.js", "content.config.mjs"];
    let Some(file) = files.iter().find(|file| reach.root.is_file(file)) else { return Vec::new() };
    let Some(script) = reach.script(file) else { return Vec::new() };
    let mut sources = Vec::new();
    for place in script.entries("source", &script.whole()) {
        let value = code::value(reach.root, file, &script.text, script.at(&place).trim());
        let items = match value {
            Literal::List(items) => items,
            other => vec![other],
        };
        for item in &items {
            let text = |key: &str| item.get(&[key]).and_then(Literal::text);
            let Some((include, prefix)) = text("include").zip(text("prefix")) else { continue };
            if item.get(&["cwd"]).is_some() || item.get(&["repository"]).is_some() {
                continue;
            }
            let fixed = include.split('*').next().unwrap_or_default();
            let fixed = fixed.rsplit_once('/').map_or("", |(folder, _)| folder).trim_matches('/');
            sources.push(Source { fixed: fixed.to_owned(), prefix: prefix.trim_matches('/').to_owned() });
        }
    }
    sources
}

fn collection(
    pages: Vec<PageFile>,
    sources: Vec<Source>,
    languages: Languages,
    has_slash: bool,
) -> Collection {
    Collection {
        posts_only: false,
        accepts: Some(Box::new(|path| {
            // What begins with a dot or an underscore has no page.
            !path.split('/').any(|part| part.starts_with(['.', '_'])) && !path.contains(".draft.")
        })),
        rule: Box::new(move |page, post| {
            if let Some(field) = &mut post.published
                && let Some(rolled) = rollover::of(&field.value)
            {
                field.value = rolled;
            }
            name(page, post);
            let own = page.fields.text(&["path", "_path"]).filter(|path| path.starts_with('/'));
            let found = own.map_or_else(|| document(page.stem(), &sources), str::to_owned);
            let (language, path) = localized(&found, &languages, own.is_some());
            if let (None, Some(language)) = (&post.language, language) {
                post.language = Some(Field::unwritten(language));
            }
            let slash = if has_slash { "/" } else { "" };
            let fits = pages.is_empty() || pages.iter().any(|page| page.fits(&path));
            let (path, rule) = if fits {
                (path, RouteRule::convention("the path of the document"))
            } else {
                shown(&pages, page, &path)
            };
            post.route = Route::path(format!("{}{slash}", path.trim_end_matches('/')));
            post.route_rule = rule;
            Ok(())
        }),
        ..Collection::plain("content", str::to_owned)
    }
}

/// The path of a document: that of its file, or below the prefix of its source.
fn document(stem: &str, sources: &[Source]) -> String {
    let below = |source: &Source| {
        let rest = stem.strip_prefix(source.fixed.as_str())?;
        (source.fixed.is_empty() || rest.starts_with('/'))
            .then(|| format!("{}/{}", source.prefix, nuxt::path(rest.trim_start_matches('/'))))
    };
    sources.iter().find_map(below).unwrap_or_else(|| nuxt::path(stem))
}

/// The language in whose folder a document stands, and its address.
fn localized(path: &str, languages: &Languages, is_own: bool) -> (Option<String>, String) {
    let trimmed = path.trim_start_matches('/');
    let (first, rest) = trimmed.split_once('/').unwrap_or((trimmed, ""));
    let Some(name) = languages.names.iter().find(|name| name.eq_ignore_ascii_case(first)) else {
        return (None, trimmed.to_owned());
    };
    let is_default = languages.default.as_deref() == Some(name);
    let address = if is_default && !languages.has_prefix && !is_own { rest } else { trimmed };
    (Some(name.clone()), address.to_owned())
}

/// The address in a page that shows documents of another folder.
fn shown(pages: &[PageFile], page: &Page<'_>, path: &str) -> (String, RouteRule) {
    let folder = nuxt::path(page.folder());
    match page_files::of_posts(pages, &folder) {
        Some(file) => {
            let own = path.split_once('/').map_or(path, |(_, rest)| rest);
            (file.filled(own, None), RouteRule::guess(&format!("the page `{}`", file.file)))
        }
        None => (path.to_owned(), RouteRule::guess("the path of the document")),
    }
}

/// A document without title and heading is called by its file, each word in capitals.
fn name(page: &Page<'_>, post: &mut RawPost) {
    if post.title.is_some() || post.first_heading.is_some() {
        return;
    }
    let path = nuxt::path(page.stem());
    let words = path.rsplit('/').next().unwrap_or_default().split(['-', '_']);
    let words = words.map(|word| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    });
    post.title = Some(Field::unwritten(words.collect::<Vec<_>>().join(" ")));
}

fn facts(root: &Root, file: &str, config: &Literal) -> Facts {
    let say = |path: &[&str]| {
        config.get(path).and_then(Literal::text).map(fields::fold).filter(|text| !text.is_empty())
    };
    let first = |paths: &[&[&str]]| paths.iter().find_map(|path| say(path));
    let addresses: &[&[&str]] = &[
        &["site", "url"],
        &["$production", "site", "url"],
        &["sitemap", "hostname"],
        &["sitemap", "siteUrl"],
        &["sitemap", "site"],
        &["runtimeConfig", "public", "siteUrl"],
        &["runtimeConfig", "public", "siteURL"],
        &["runtimeConfig", "public", "baseUrl"],
        &["runtimeConfig", "public", "url"],
        &["i18n", "baseUrl"],
        &["publicRuntimeConfig", "baseUrl"],
    ];
    let is_address = |path: &&&[&str]| say(path).is_some_and(|text| text.starts_with("http"));
    let address = addresses.iter().find(is_address);
    let lines = SourceLines::of(&root.text(file).unwrap_or_default(), 1);
    let place = address
        .and_then(|path| config.at(path))
        .map(|at| (file.to_owned(), lines.location(at.line, at.column, 1)));
    let base = first(&[&["app", "baseURL"], &["router", "base"]]);
    let own = Facts {
        title: first(&[&["site", "name"], &["app", "head", "title"], &["head", "title"], &["site", "title"]]),
        description: first(&[&["site", "description"], &["runtimeConfig", "public", "siteDescription"]]),
        url: address.and_then(|path| say(path)).map(|url| about::with_base(&url, base.as_deref())),
        url_at: place,
        language: first(&[
            &["site", "defaultLocale"],
            &["app", "head", "htmlAttrs", "lang"],
            &["head", "htmlAttrs", "lang"],
            &["i18n", "defaultLocale"],
        ]),
        ..Facts::default()
    };
    own.or(about::constants(
        root,
        &["app", ""],
        &["app.config", "site.config", "config", "utils/site", "data/site"],
    ))
}
