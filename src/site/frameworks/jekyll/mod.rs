//! Jekyll: `_config.yml`, `_posts` at any depth, dates and categories in paths (`jekyll/jekyll`).

mod defaults;
mod github;
mod permalink;
mod post;
#[cfg(test)]
mod tests;

use super::{Framework, Survey};
use crate::diag::Diagnostic;
use crate::model::{Author, Facts, Header, RouteClock};
use crate::site::collection::Collection;
use crate::site::cover::Asset;
use crate::site::fields::{self, Keys};
use crate::site::front_matter::{Front, Syntax, Value};
use crate::site::glob;
use crate::site::inherit;
use crate::site::root::Root;
use post::Posts;
use std::collections::BTreeMap;

pub const FRAMEWORK: Framework = Framework { name: "jekyll", title: "Jekyll", math: false, detect, survey };

/// Covers as jekyll-seo-tag and the themes of most sites have them.
const KEYS: Keys = Keys {
    title: &["title"],
    published: &["date"],
    updated: &["last_modified_at", "modified_date", "modified", "updated", "last-modified-at", "lastmod"],
    summary: &["description", "excerpt", "summary"],
    tags: &[],
    authors: &["authors", "author"],
    language: &["lang", "locale", "language"],
    cover: &[
        "image",
        "cover",
        "cover-img",
        "cover_image",
        "coverImage",
        "featured_image",
        "featured-image",
        "feature_image",
        "feature-img",
        "featured-img",
        "header-img",
        "header_image",
        "thumbnail",
        "thumbnail-img",
        "thumb",
        "background",
        "banner",
        "hero_image",
        "img",
        "teaser",
        "og_image",
    ],
};

const CONFIGS: &[&str] = &["_config.yml", "_config.yaml", "_config.toml"];
/// What a `_config.yml` of Hexo has and one of Jekyll has not.
const OTHERS_KEYS: &[&str] = &["new_post_name", "skip_render", "source_dir", "public_dir"];
/// Documents that Jekyll or one of its converters reads.
const EXTENSIONS: &[&str] = &[
    "md", "markdown", "mkd", "mkdn", "mkdown", "html", "htm", "textile", "adoc", "asciidoc", "asc", "org",
    "rst", "txt",
];
/// `Configuration::DEFAULT_EXCLUDES`.
const EXCLUDED: &[&str] =
    &["node_modules", "vendor/bundle/", "vendor/cache/", "vendor/gems/", "vendor/ruby/"];

fn detect(root: &Root) -> Option<String> {
    let gems =
        root.text("Gemfile").is_some_and(|text| text.contains("jekyll") || text.contains("github-pages"));
    let Some(config) = CONFIGS.iter().find(|file| root.is_file(file)) else {
        let is_bare = root.is_dir("_posts") && (gems || root.is_dir("_layouts"));
        return is_bare.then(|| "_posts".to_owned());
    };
    let front = inherit::data(root, config, syntax(config), &mut Vec::new())?;
    if OTHERS_KEYS.iter().any(|key| front.get(&[key]).is_some()) {
        return None;
    }
    // A `_config.yml` alone may be there for a theme of GitHub Pages, or be another program's.
    let folder = |key: &str| clean(&text(&front, key).unwrap_or_default());
    let base = join(&folder("source"), &folder("collections_dir"));
    let is_with_posts = || {
        let above = root.folders(&base).into_iter().map(|name| join(&base, &name));
        above.chain([base.clone()]).any(|folder| root.is_dir(&join(&folder, "_posts")))
    };
    (gems || is_with_posts()).then(|| (*config).to_owned())
}

fn syntax(file: &str) -> Syntax {
    if file.ends_with(".toml") { Syntax::Toml } else { Syntax::Yaml }
}

fn survey(root: &Root, said: &mut Vec<Diagnostic>) -> Survey {
    let file = CONFIGS.iter().find(|file| root.is_file(file)).copied().unwrap_or("_config.yml");
    let config = inherit::data(root, file, syntax(file), said).unwrap_or_default();
    let say = |key: &str| text(&config, key);
    let source = clean(&say("source").unwrap_or_default());
    let collections_directory = clean(&say("collections_dir").unwrap_or_default());
    let directory = join(&source, &collections_directory);
    let posts = Posts::of(&config, file);
    let (excluded, included) = (list(&config, "exclude"), list(&config, "include"));
    let inside = collections_directory.clone();
    let collection = Collection {
        directory: directory.clone(),
        extensions: EXTENSIONS,
        header: Header::Optional,
        accepts: Some(Box::new(move |below| {
            post::is_named(below) && is_read(&join(&inside, below), &excluded, &included)
        })),
        inheritance: defaults::of(&config, file, &directory),
        rule: Box::new(move |page, post| posts.place(page, post)),
        ..Collection::plain("", str::to_owned)
    };
    let base = say("baseurl").unwrap_or_default();
    let mut assets = vec![Asset::new("/", &source)];
    if !base.trim_matches('/').is_empty() {
        assets.push(Asset::new(&format!("/{}/", base.trim_matches('/')), &source));
    }
    assets.push(Asset::new("", &source));
    let out = if source.is_empty() { "." } else { &source };
    let people = people(root, &join(&source, "_data"));
    let mut facts = facts(root, &config, file);
    for author in &mut facts.authors {
        // The site's author may be one of those by an id.
        if let Some(known) = people.get(&author.name) {
            author.clone_from(known);
        }
    }
    Survey {
        facts,
        people,
        assets,
        publishes_future: say("future").as_deref() == Some("true"),
        clock: RouteClock::Site,
        ..Survey::of(vec![collection], out, &KEYS)
    }
}

fn facts(root: &Root, config: &Front, file: &str) -> Facts {
    let say = |key: &str| text(config, key);
    let place = |key: &str| {
        let entry = config.get(&[key])?;
        Some((file.to_owned(), config.lines.location(entry.line, entry.column, entry.width)))
    };
    let base = say("baseurl").unwrap_or_default();
    let base = base.trim_matches('/');
    let url = say("url").filter(|url| url.contains("://"));
    let written = url.map(|url| format!("{}/{base}", url.trim_end_matches('/')));
    let author = config.get(&["author"]).or_else(|| config.get(&["authors"]));
    let authors = author.map(|entry| match &entry.value {
        // A comma may stand in one name.
        Value::Text(name) if !name.is_empty() => {
            vec![Author { name: fields::fold(name), ..Author::default() }]
        }
        value => fields::authors(value, &BTreeMap::new()),
    });
    let authors = authors.unwrap_or_default();
    Facts {
        title: say("title").or_else(|| say("name")),
        description: say("description"),
        url: written.clone().or_else(|| github::address(root, config)),
        url_at: written.and_then(|_| place("url")),
        language: say("lang").or_else(|| say("locale")).or_else(|| say("language")),
        authors,
        logo: say("logo"),
        time_zone: say("timezone"),
        time_zone_at: place("timezone"),
        ..Facts::default()
    }
}

/// `_data/authors.yml`: authors by the ids that posts use.
fn people(root: &Root, data: &str) -> BTreeMap<String, Author> {
    let mut people = BTreeMap::new();
    for ending in ["yml", "yaml"] {
        let file = format!("{data}/authors.{ending}");
        let Some(front) = inherit::data(root, &file, Syntax::Yaml, &mut Vec::new()) else { continue };
        for entry in front.entries {
            if let Some(author) = fields::author(&entry.value) {
                people.insert(entry.key, author);
            }
        }
    }
    people
}

/// Whether Jekyll looks at a file: no folder above it is special or excluded, but for those included (`EntryFilter`).
fn is_read(path: &str, excluded: &[String], included: &[String]) -> bool {
    let names: Vec<&str> = path.split('/').collect();
    let folders = names.iter().take(names.len().saturating_sub(1));
    let fits = |patterns: &[String], path: &str| {
        patterns.iter().any(|pattern| {
            let pattern = pattern.trim_start_matches("./").trim_start_matches('/');
            !pattern.is_empty() && (glob::matches(pattern, path) || path.starts_with(pattern))
        })
    };
    let mut at = String::new();
    let mut in_posts = false;
    for name in folders {
        at = join(&at, name);
        let is_included = fits(included, &at);
        let special = name.starts_with(['_', '#', '~', '.']) || name.ends_with('~');
        let is_posts = *name == "_posts" && !in_posts;
        if special && !is_included && !is_posts {
            return false;
        }
        in_posts |= *name == "_posts";
        let default = EXCLUDED.iter().any(|excluded| format!("{at}/").starts_with(excluded));
        if !is_included && (default || fits(excluded, &at)) {
            return false;
        }
    }
    let name = names.last().copied().unwrap_or_default();
    !name.starts_with(['_', '#', '~', '.']) && (fits(included, path) || !fits(excluded, path))
}

fn text(config: &Front, key: &str) -> Option<String> {
    let entry = config.get(&[key])?;
    entry.value.text().map(fields::fold).filter(|text| !text.is_empty())
}

fn list(config: &Front, key: &str) -> Vec<String> {
    match config.get(&[key]).map(|entry| &entry.value) {
        Some(Value::List(items)) => items.iter().filter_map(|item| item.text().map(str::to_owned)).collect(),
        Some(Value::Text(one)) => vec![one.clone()],
        _ => Vec::new(),
    }
}

fn clean(folder: &str) -> String {
    let folder = folder.trim_start_matches("./").trim_matches('/');
    if folder == "." { String::new() } else { folder.to_owned() }
}

fn join(directory: &str, path: &str) -> String {
    match (directory, path) {
        ("", path) => path.to_owned(),
        (directory, "") => directory.to_owned(),
        (directory, path) => format!("{directory}/{path}"),
    }
}
