//! Any folder of Markdown files with front matter.

use super::fields::Keys;
use super::root::Root;
use super::{Collection, Framework, Survey};
use crate::diag::Diagnostic;
use crate::model::Facts;
use std::collections::BTreeMap;

pub const FRAMEWORK: Framework = Framework { name: "folder", math: false, detect: |_| true, survey };

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
    slug: &["slug"],
    permalink: &["permalink", "url"],
};

fn survey(root: &Root, _: &mut Vec<Diagnostic>) -> Survey {
    let out = ["public", "static"].into_iter().find(|name| root.is_dir(name)).unwrap_or("public");
    Survey {
        facts: Facts::default(),
        people: BTreeMap::new(),
        default_author: None,
        collection: Collection {
            directory: String::new(),
            extensions: &["md", "mdx", "markdown"],
            route,
            posts_only: false,
        },
        out: out.to_owned(),
        keys: &KEYS,
    }
}

/// The path itself; `index` stands for its folder.
fn route(path: &str) -> String {
    path.strip_suffix("/index").unwrap_or(path).to_owned()
}
