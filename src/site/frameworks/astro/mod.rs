//! Astro: content collections, and pages that are Markdown themselves.

mod address;
mod astrowind;
mod collections;
mod facts;
mod ids;
mod pages;
mod posts;
#[cfg(test)]
mod tests;

use super::{Framework, Survey};
use crate::diag::Diagnostic;
use crate::site::code;
use crate::site::cover::Asset;
use crate::site::fields::Keys;
use crate::site::literals::Literal;
use crate::site::root::Root;
use crate::site::script::Reach;
use address::Form;

pub const FRAMEWORK: Framework = Framework { name: "astro", title: "Astro", math: true, detect, survey };

/// Each site has a schema of its own; these are the names that starters and themes use.
const KEYS: Keys = Keys {
    title: &["title", "headline", "name"],
    published: &[
        "pubDate",
        "pubDatetime",
        "publishDate",
        "publishedDate",
        "published",
        "publishedAt",
        "publishedOn",
        "publicationDate",
        "publish_date",
        "pub_date",
        "published_at",
        "datePublished",
        "dateCreated",
        "date",
        "created",
        "createdAt",
        "createdDate",
        "created_at",
        "postedAt",
        "posted",
    ],
    updated: &[
        "updatedDate",
        "modDatetime",
        "updateDate",
        "updated",
        "updatedAt",
        "lastmod",
        "lastModified",
        "lastUpdated",
        "updated_at",
        "last_modified_at",
        "modified",
        "dateModified",
        "modDate",
        "upDate",
    ],
    summary: &["description", "excerpt", "summary", "abstract", "desc", "snippet", "subtitle"],
    tags: &["tags", "tag", "categories", "category", "keywords", "topics"],
    authors: &["authors", "author"],
    language: &["lang", "language", "locale"],
    cover: &[
        "heroImage",
        "image",
        "cover",
        "coverImage",
        "cover_image",
        "coverUrl",
        "hero",
        "banner",
        "thumbnail",
        "featuredImage",
        "featured_image",
        "img",
        "imgUrl",
        "preview",
        "socialImage",
        "imageUrl",
    ],
};

const CONFIG: &[&str] =
    &["astro.config.mjs", "astro.config.ts", "astro.config.js", "astro.config.mts", "astro.config.cjs"];

fn config_file(root: &Root) -> Option<&'static str> {
    CONFIG.iter().copied().find(|file| root.is_file(file))
}

fn detect(root: &Root) -> Option<String> {
    config_file(root).map(str::to_owned)
}

/// What `astro.config` says of where files are and what addresses look like.
struct Settings {
    /// `srcDir`, without slashes at its ends.
    source: String,
    form: Form,
    /// The languages of `i18n.locales`, and the one without a prefix.
    locales: Vec<String>,
    default_locale: Option<String>,
}

fn survey(root: &Root, said: &mut Vec<Diagnostic>) -> Survey {
    let file = config_file(root).unwrap_or("astro.config.mjs");
    let config = code::exported(root, file).unwrap_or(Literal::Unknown);
    let wind = astrowind::of(root);
    let text = |key: &str| config.get(&[key]).and_then(Literal::text);
    let directory = |key: &str, other: &str| {
        let text = text(key).unwrap_or(other);
        text.trim_start_matches("./").trim_matches('/').to_owned()
    };
    let form = wind.as_ref().and_then(|wind| wind.form).unwrap_or_else(|| Form::of(&config));
    let settings = Settings {
        source: directory("srcDir", "src"),
        form,
        locales: locales(&config),
        default_locale: config.get(&["i18n", "defaultLocale"]).and_then(Literal::text).map(str::to_owned),
    };
    let mut reach = Reach::of(root);
    let posts = posts::find(&mut reach, &settings, wind.as_ref());
    let out = directory("publicDir", "public");
    let source = settings.source.as_str();
    let mut assets = vec![
        Asset::new("~/", source),
        Asset::new("@/", source),
        Asset::new("@assets/", &format!("{source}/assets")),
        Asset::new("", source),
        Asset::new("", &format!("{source}/assets")),
    ];
    assets.splice(0..0, code::Paths::of(root).assets());
    Survey {
        facts: facts::of(&mut reach, file, &config, wind.as_ref(), &settings, said),
        assets,
        publishes_future: posts.publishes_future,
        ..Survey::of(posts.collections, &out, &KEYS)
    }
}

/// `i18n.locales`: names, or objects with a `path`.
fn locales(config: &Literal) -> Vec<String> {
    let Some(Literal::List(locales)) = config.get(&["i18n", "locales"]) else { return Vec::new() };
    let names = locales.iter().filter_map(|locale| locale.text().or_else(|| locale.get(&["path"])?.text()));
    names.map(str::to_owned).collect()
}
