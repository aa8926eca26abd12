//! Lume: every page at the path of its file, with fields from `_data` files; those that have a date are posts.

mod date;

use super::{Framework, Survey};
use crate::diag::Diagnostic;
use crate::model::{Facts, Field, RawPost, Route, RouteRule};
use crate::site::code;
use crate::site::collection::{Collection, Page};
use crate::site::fields::{self, Keys};
use crate::site::front_matter::{Syntax, Value};
use crate::site::inherit::{self, Inheritance, Inherited};
use crate::site::literals::Literal;
use crate::site::root::Root;
use crate::site::slugs::lume;
use crate::site::walk;
use regex::Regex;
use std::collections::BTreeMap;

pub const FRAMEWORK: Framework = Framework {
    name: "lume",
    title: "Lume",
    math: false,
    detect: |root| {
        let file = CONFIGS.iter().find(|file| root.is_file(file))?;
        root.text(file)?.contains("lume").then(|| (*file).to_owned())
    },
    survey,
};

const CONFIGS: &[&str] = &["_config.ts", "_config.js"];

const KEYS: Keys = Keys {
    title: &["title"],
    published: &["date"],
    updated: &["update_date", "updated", "lastmod"],
    summary: &["description", "excerpt", "summary"],
    tags: &["tags"],
    authors: &["author", "authors"],
    language: &["lang"],
    cover: &["cover", "image", "thumbnail"],
};

fn survey(root: &Root, said: &mut Vec<Diagnostic>) -> Survey {
    let file = CONFIGS.iter().find(|file| root.is_file(file)).copied().unwrap_or("_config.ts");
    let text = root.text(file).unwrap_or_default();
    let config = code::exported(root, file).unwrap_or(Literal::Unknown);
    let source = config.get(&["src"]).and_then(Literal::text).unwrap_or("");
    let source = source.trim_start_matches("./").trim_matches('/').to_owned();
    let is_pretty = config.get(&["prettyUrls"]) != Some(&Literal::Bool(false));
    // Plugins are often kept in a file of their own.
    let is_slugged = text.contains("slugifyUrls(")
        || root.text("plugins.ts").is_some_and(|text| text.contains("slugifyUrls("));
    let Shared { inheritance, computed, names } = Shared::read(root, &source, said);
    let rule = move |page: &Page<'_>, post: &mut RawPost| {
        if page.fields.is_false(&["url"]) {
            return Err("not a page");
        }
        // `Git Created` and `Git Last Modified` are not known here.
        if post.published.as_ref().is_some_and(|date| date.value.to_lowercase().starts_with("git ")) {
            post.published = None;
        }
        route(page, post, &names, is_pretty, is_slugged);
        if page.fields.text(&["url"]).is_none() && computed.iter().any(|folder| is_below(page.path, folder)) {
            post.route_rule = RouteRule::guess("the path of the file; code in `_data` computes the `url`");
        }
        Ok(())
    };
    let pages = Collection {
        posts_only: false,
        accepts: Some(Box::new(|below| !below.split('/').any(|part| part.starts_with(['.', '_'])))),
        inheritance,
        rule: Box::new(rule),
        ..Collection::plain(&source, str::to_owned)
    };
    let out = if source.is_empty() { "." } else { &source };
    let mut survey = Survey::of(vec![pages], out, &KEYS);
    survey.facts = facts(root, &source, &config, &text);
    survey.publishes_future = true;
    survey
}

/// What `_data` files give to the pages below them.
#[derive(Default)]
struct Shared {
    inheritance: Inheritance,
    /// The folders in which code computes addresses.
    computed: Vec<String>,
    /// What folders are called in addresses, by their paths.
    names: BTreeMap<String, String>,
}

impl Shared {
    fn read(root: &Root, source: &str, said: &mut Vec<Diagnostic>) -> Self {
        let mut shared = Self::default();
        let extensions = ["yml", "yaml", "json", "toml", "ts", "js"];
        for file in walk::find(root, source, &extensions, &|name| name.starts_with("_data.")) {
            let folder = walk::folder(&file).to_owned();
            let front = match file.rsplit_once('.').map_or("", |(_, extension)| extension) {
                "json" => inherit::data(root, &file, Syntax::Json, said),
                "toml" => inherit::data(root, &file, Syntax::Toml, said),
                "ts" | "js" => {
                    let constants = code::constants(root, &file).unwrap_or(Literal::Unknown);
                    let text = root.text(&file).unwrap_or_default();
                    let names_url =
                        text.contains("const url") || text.contains("function url") || text.contains("url:");
                    if names_url && constants.get(&["url"]).and_then(Literal::text).is_none() {
                        shared.computed.push(folder.clone());
                    }
                    Some(inherit::literals(&constants))
                }
                _ => inherit::data(root, &file, Syntax::Yaml, said),
            };
            if let Some(mut front) = front {
                // A folder's `basename` is its own, not that of the pages in it.
                if let Some(name) = front.get(&["basename"]).and_then(|entry| entry.value.text()) {
                    shared.names.insert(folder.clone(), name.to_owned());
                }
                front.entries.retain(|entry| entry.key != "basename");
                shared.inheritance.add(Inherited::below(&file, &folder, front));
            }
        }
        shared
    }
}

/// The folder of a page as addresses have it.
fn folder(page: &Page<'_>, names: &BTreeMap<String, String>) -> String {
    let source = page.path.strip_suffix(page.below).unwrap_or_default().trim_end_matches('/');
    let mut above = source.to_owned();
    let parts = page.folder().split('/').filter(|part| !part.is_empty()).map(|part| {
        above = if above.is_empty() { part.to_owned() } else { format!("{above}/{part}") };
        names.get(&above).cloned().unwrap_or_else(|| date::taken_off(part).0)
    });
    parts.collect::<Vec<String>>().join("/")
}

fn is_below(path: &str, folder: &str) -> bool {
    folder.is_empty() || path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

/// The page's `url`, else its path without dates and without extension (`getPageUrl`).
fn route(
    page: &Page<'_>,
    post: &mut RawPost,
    names: &BTreeMap<String, String>,
    is_pretty: bool,
    is_slugged: bool,
) {
    let (path, date) = date::taken_off(page.stem());
    if post.published.is_none() {
        post.published = date.map(Field::unwritten);
    }
    let folder = folder(page, names);
    let name = page.fields.text(&["basename"]).unwrap_or_else(|| path.rsplit('/').next().unwrap_or_default());
    let path = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
    let slugged = |path: &str| match path.rsplit_once('.') {
        _ if !is_slugged => path.to_owned(),
        Some((stem, extension)) if !extension.contains('/') => format!("{}.{extension}", lume::slug(stem)),
        _ => lume::slug(path),
    };
    let given = page.fields.text(&["url"]);
    let (path, rule) = match given {
        Some(url) if url.starts_with('/') => (url.to_owned(), "the page's `url`"),
        Some(url) if url.starts_with("./") => {
            (format!("{folder}/{}", url.trim_start_matches("./")), "the page's `url`")
        }
        _ => {
            let path = match (path.strip_suffix("index"), is_pretty) {
                (Some(above), true) if above.is_empty() || above.ends_with('/') => above.to_owned(),
                (_, true) => format!("{path}/"),
                (_, false) => format!("{path}.html"),
            };
            (path, "the path of the file")
        }
    };
    post.route = Route::path(slugged(path.strip_suffix("index.html").unwrap_or(&path)));
    post.route_rule = RouteRule::convention(rule);
}

fn facts(root: &Root, source: &str, config: &Literal, text: &str) -> Facts {
    let shared = ["_data.yml", "_data.yaml", "_data.json"].iter().find_map(|name| {
        let syntax = if name.ends_with("json") { Syntax::Json } else { Syntax::Yaml };
        inherit::data(root, format!("{source}/{name}").trim_start_matches('/'), syntax, &mut Vec::new())
    });
    let own = ["site", "metas"].iter().find_map(|name| {
        let file = format!("{source}/_data/{name}.yml");
        inherit::data(root, file.trim_start_matches('/'), Syntax::Yaml, &mut Vec::new())
    });
    let shared_text = |[section, key]: [&str; 2]| {
        let value = shared.as_ref()?.get(&[section]).map(|entry| &entry.value)?;
        value.get(&[key]).and_then(Value::text)
    };
    let own_text = |key: &str| own.as_ref()?.get(&[key])?.value.text();
    let clean =
        |text: &str| Some(fields::fold(text)).filter(|text| !text.is_empty() && !text.starts_with('='));
    let title = shared_text(["metas", "site"])
        .or_else(|| shared_text(["site", "title"]))
        .or_else(|| own_text("title"));
    let description = shared_text(["metas", "description"])
        .or_else(|| shared_text(["site", "description"]))
        .or_else(|| own_text("description"));
    let location = config.get(&["location"]).and_then(Literal::text).map(str::to_owned);
    let language = shared.as_ref().and_then(|front| front.get(&["lang"])?.value.text());
    Facts {
        title: title.and_then(clean),
        description: description.and_then(clean),
        url: location.or_else(|| written_location(text)),
        language: language.or_else(|| shared_text(["metas", "lang"])).and_then(clean),
        ..Facts::default()
    }
}

/// `location: new URL("https://example.org")`.
fn written_location(text: &str) -> Option<String> {
    let pattern = Regex::new(r#"location\s*:\s*new\s+URL\(\s*["'`]([^"'`$]+)["'`]"#).ok()?;
    Some(pattern.captures(text)?.get(1)?.as_str().to_owned())
}

#[cfg(test)]
mod tests;
