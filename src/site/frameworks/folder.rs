//! Any folder of Markdown files with front matter.

use super::{Framework, Survey};
use crate::diag::Diagnostic;
use crate::model::{RawPost, Route, RouteRule};
use crate::site::collection::{Collection, Page};
use crate::site::fields::Keys;
use crate::site::root::Root;

pub const FRAMEWORK: Framework = Framework {
    name: "folder",
    title: "a folder of Markdown",
    math: false,
    detect: |_| Some(String::new()),
    survey,
};

/// What the frameworks of this world call these things, taken together.
const KEYS: Keys = Keys {
    title: &["title"],
    published: &[
        "date",
        "pubDate",
        "pubDatetime",
        "publishDate",
        "published",
        "created",
        "createdAt",
        "datePublished",
    ],
    updated: &[
        "lastmod",
        "updated",
        "updatedDate",
        "modDatetime",
        "modified",
        "last_modified_at",
        "updatedAt",
        "dateModified",
    ],
    summary: &["summary", "description", "excerpt", "abstract"],
    tags: &["tags", "tag", "keywords"],
    authors: &["authors", "author"],
    language: &["language", "lang", "locale"],
    cover: &[
        "cover",
        "image",
        "images",
        "heroImage",
        "featured_image",
        "featuredImage",
        "thumbnail",
        "banner",
    ],
};

fn survey(root: &Root, _: &mut Vec<Diagnostic>) -> Survey {
    let out = ["public", "static"].into_iter().find(|name| root.is_dir(name)).unwrap_or("public");
    Survey::of(vec![posts()], out, &KEYS)
}

/// Every Markdown file below the site.
pub fn posts() -> Collection {
    Collection { posts_only: false, rule: Box::new(place), ..Collection::plain("", str::to_owned) }
}

/// The path itself, where `index` stands for its folder; what the post says goes before.
fn place(page: &Page<'_>, post: &mut RawPost) -> Result<(), &'static str> {
    if let Some(link) = page.fields.text(&["permalink", "url"]) {
        let whole = link.contains("://");
        post.route = if whole { Route::Address(link.to_owned()) } else { Route::path(link) };
        post.route_rule = RouteRule::convention("the post's `permalink`");
        return Ok(());
    }
    let stem = page.stem();
    let path = stem.strip_suffix("/index").unwrap_or(stem);
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let slug = page.fields.text(&["slug"]).map(|slug| format!("{folder}/{slug}"));
    post.route_rule = RouteRule::usual(if slug.is_some() {
        "the post's `slug` in its folder"
    } else {
        "the path of the file"
    });
    post.route = Route::path(slug.unwrap_or_else(|| path.to_owned()));
    Ok(())
}
