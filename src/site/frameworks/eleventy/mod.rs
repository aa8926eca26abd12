//! Eleventy: any folder of templates, data beside them, and code that says which of them are posts (`11ty/eleventy`).

mod data;
mod marks;
mod post;
mod settings;
mod template;
#[cfg(test)]
mod tests;

use super::{Framework, Survey};
use crate::diag::Diagnostic;
use crate::model::{Author, Facts, RouteClock};
use crate::site::collection::Collection;
use crate::site::cover::Asset;
use crate::site::fields::{self, Keys};
use crate::site::front_matter::Value;
use crate::site::root::Root;
use marks::Marks;
use post::Posts;
use settings::Settings;

pub const FRAMEWORK: Framework =
    Framework { name: "eleventy", title: "Eleventy", math: false, detect, survey };

/// Eleventy knows a date alone; the others are what starters and most sites call them.
const KEYS: Keys = Keys {
    title: &["title"],
    published: &["date"],
    updated: &[
        "updated",
        "modified",
        "lastmod",
        "dateModified",
        "date_updated",
        "updatedDate",
        "lastUpdated",
    ],
    summary: &["description", "summary", "excerpt"],
    tags: &[],
    authors: &["authors", "author"],
    language: &["lang", "locale", "language"],
    cover: &[
        "image",
        "cover",
        "coverImage",
        "cover_image",
        "featuredImage",
        "featured_image",
        "heroImage",
        "hero",
        "thumbnail",
        "socialImage",
        "social_image",
        "ogImage",
        "og_image",
        "banner",
        "img",
    ],
};

/// Template languages whose files hold a front matter.
const EXTENSIONS: &[&str] =
    &["md", "markdown", "html", "njk", "liquid", "webc", "hbs", "ejs", "mdx", "mustache", "pug"];

fn detect(root: &Root) -> Option<String> {
    let file = settings::FILES.iter().find(|file| root.is_file(file));
    let package = || root.text("package.json").filter(|text| text.contains("\"@11ty/eleventy\""));
    file.map(|file| (*file).to_owned()).or_else(|| package().map(|_| "package.json".to_owned()))
}

fn survey(root: &Root, _: &mut Vec<Diagnostic>) -> Survey {
    let settings = settings::read(root);
    let metadata = metadata(root, &settings.data);
    let input = settings.input.clone();
    let data = data::of(root, &input);
    let marks = Marks::of(root, &settings, &data);
    let posts = Posts { marks };
    let left_out = settings.left_out();
    let collection = Collection {
        extensions: EXTENSIONS,
        accepts: Some(Box::new(move |below| {
            let inside = |folder: &String| {
                below.strip_prefix(folder.as_str()).is_some_and(|rest| rest.starts_with('/'))
            };
            !left_out.iter().any(inside)
        })),
        inheritance: data.inheritance,
        rule: Box::new(move |page, post| posts.place(page, post)),
        ..Collection::plain(&input, str::to_owned)
    };
    let out = served(root, &settings);
    Survey {
        facts: facts(metadata.as_ref(), &settings),
        assets: assets(&settings),
        // Unless the site's code holds them back.
        publishes_future: !settings.holds_future,
        clock: RouteClock::Utc,
        ..Survey::of(vec![collection], &out, &KEYS)
    }
}

/// The folder that is copied to the root, else one that is copied whole.
fn served(root: &Root, settings: &Settings) -> String {
    let whole = settings.copied.iter().find(|(_, to)| to.is_empty()).map(|(from, _)| from.clone());
    let usual = || {
        let names = ["public", "static"]
            .iter()
            .flat_map(|name| [(*name).to_owned(), settings::joined(&settings.input, name)]);
        names.into_iter().find(|folder| root.is_dir(folder))
    };
    let input = || Some(settings.input.clone()).filter(|input| !input.is_empty());
    let found = whole.filter(|folder| root.is_dir(folder)).or_else(usual).or_else(input);
    found.unwrap_or_else(|| ".".to_owned())
}

fn assets(settings: &Settings) -> Vec<Asset> {
    let mut assets = Vec::new();
    for (from, to) in &settings.copied {
        let prefix = if to.is_empty() { "/".to_owned() } else { format!("/{to}/") };
        assets.push(Asset::new(&prefix, from));
    }
    assets.push(Asset::new("/", &settings.input));
    assets.push(Asset::new("", &settings.input));
    assets
}

/// What the global data says of the site.
fn metadata(root: &Root, folder: &str) -> Option<Value> {
    const NAMES: &[&str] = &[
        "metadata",
        "site",
        "meta",
        "siteMeta",
        "siteMetadata",
        "siteConfig",
        "siteData",
        "config",
        "settings",
        "globals",
        "global",
        "info",
    ];
    let read = NAMES.iter().filter_map(|name| data::file(root, &settings::joined(folder, name)));
    let mut all: Vec<Value> = read.collect();
    let best = all.iter().position(|value| say(value, URLS).is_some() && say(value, TITLES).is_some());
    let best =
        best.or_else(|| all.iter().position(|value| say(value, URLS).or(say(value, TITLES)).is_some()));
    best.map(|index| all.swap_remove(index))
}

const URLS: &[&str] =
    &["url", "siteUrl", "site_url", "baseUrl", "base_url", "baseURL", "domain", "origin", "host", "homepage"];
const TITLES: &[&str] = &["title", "siteTitle", "siteName", "site_name", "name"];

/// A text of the metadata, or of the map in it that is the site's.
fn say(value: &Value, keys: &[&str]) -> Option<String> {
    let own = |value: &Value| {
        let texts = keys.iter().filter_map(|key| value.get(&[key])?.text().map(fields::fold));
        texts.into_iter().find(|text| !text.is_empty())
    };
    own(value).or_else(|| own(value.get(&["site", "metadata", "meta", "default"])?))
}

fn facts(metadata: Option<&Value>, settings: &Settings) -> Facts {
    let Some(value) = metadata else { return Facts::default() };
    let url = say(value, URLS).and_then(|url| address(&url, &settings.prefix));
    let author = ["author", "authors", "owner"].iter().find_map(|key| match value.get(&[key])? {
        Value::Text(name) => Some(Author { name: fields::fold(name), ..Author::default() }),
        Value::List(items) => items.iter().find_map(fields::author),
        other => fields::author(other),
    });
    let named =
        || say(value, &["authorName", "author_name"]).map(|name| Author { name, ..Author::default() });
    Facts {
        title: say(value, TITLES),
        description: say(value, &["description", "subtitle", "tagline"]),
        url,
        language: say(value, &["language", "lang", "locale", "siteLang"]),
        authors: author.filter(|author| !author.name.is_empty()).or_else(named).into_iter().collect(),
        ..Facts::default()
    }
}

/// A whole address with the path that the site stands below.
fn address(url: &str, prefix: &str) -> Option<String> {
    let whole = if url.contains("://") {
        url.to_owned()
    } else if url.contains('.') && !url.contains(' ') {
        format!("https://{}", url.trim_start_matches('/'))
    } else {
        return None;
    };
    let whole = whole.trim_end_matches('/');
    let prefix = prefix.trim_matches('/');
    if prefix.is_empty() || whole.ends_with(&format!("/{prefix}")) {
        return Some(format!("{whole}/"));
    }
    Some(format!("{whole}/{prefix}/"))
}
