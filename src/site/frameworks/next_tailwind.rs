//! The Next.js tailwind starter blog, versions 1 and 2 (`timlrx/tailwind-nextjs-starter-blog`).
//!
//! Version 1 keeps its facts in CommonJS and takes `.md` too; version 2 has a `contentlayer.config.ts`.

use super::{Framework, Survey};
use crate::diag::Diagnostic;
use crate::model::{Author, Facts, SourceLines};
use crate::site::collection::Collection;
use crate::site::fields::{self, Keys};
use crate::site::front_matter::{self, Value};
use crate::site::literals::{self, Literal};
use crate::site::root::Root;
use std::collections::BTreeMap;

pub const FRAMEWORK: Framework =
    Framework { name: "next-tailwind", title: "Next.js, tailwind starter", math: true, detect, survey };

/// `lib/mdx.js` of version 1 and `contentlayer.config.ts` of version 2.
const KEYS: Keys = Keys {
    title: &["title"],
    published: &["date"],
    updated: &["lastmod"],
    summary: &["summary", "description"],
    tags: &["tags"],
    authors: &["authors"],
    language: &["language", "lang"],
    cover: &["images"],
};

const METADATA: &[&str] = &["data/siteMetadata.js", "data/siteMetadata.ts", "data/siteMetadata.mjs"];

fn detect(root: &Root) -> Option<String> {
    if root.is_dir("data/blog") {
        return Some("data/blog".to_owned());
    }
    METADATA.iter().find(|file| root.is_file(file)).map(|file| (*file).to_owned())
}

fn survey(root: &Root, said: &mut Vec<Diagnostic>) -> Survey {
    let version_2 = root.is_file("contentlayer.config.ts") || root.is_file("contentlayer.config.js");
    let people = people(root);
    let default_author = people.contains_key("default").then(|| "default".to_owned());
    let extensions: &[&str] = if version_2 { &["mdx"] } else { &["mdx", "md"] };
    let posts = Collection { extensions, ..Collection::plain("data/blog", |path| format!("blog/{path}")) };
    Survey { facts: facts(root, said), people, default_author, ..Survey::of(vec![posts], "public", &KEYS) }
}

fn facts(root: &Root, said: &mut Vec<Diagnostic>) -> Facts {
    let Some((file, text)) = METADATA.iter().find_map(|file| Some((*file, root.text(file)?))) else {
        return Facts::default();
    };
    let Some(object) = literals::exported(&text) else {
        said.push(
            Diagnostic::warning(
                "site-metadata-unreadable",
                "no object is exported that can be read without running it",
            )
            .in_file(file)
            .hint("set `title`, `url` and `language` in syndicard.yaml"),
        );
        return Facts::default();
    };
    let say = |key: &str| {
        object.get(&[key]).and_then(Literal::text).map(fields::fold).filter(|text| !text.is_empty())
    };
    let name = say("author");
    let author = name.map(|name| Author {
        name,
        email: say("email").filter(|mail| is_own(mail)),
        ..Author::default()
    });
    let lines = SourceLines::of(&text, 1);
    let place = object.at(&["siteUrl"]).map(|at| (file.to_owned(), lines.location(at.line, at.column, 1)));
    Facts {
        title: say("title"),
        description: say("description"),
        url: say("siteUrl"),
        url_at: place,
        language: say("language").or_else(|| say("locale")),
        authors: author.into_iter().collect(),
        logo: say("siteLogo"),
        ..Facts::default()
    }
}

/// The starter's own `address@yoursite.com` is nobody's.
fn is_own(mail: &str) -> bool {
    mail.contains('@') && !mail.ends_with("@yoursite.com") && !mail.ends_with("@example.com")
}

/// `data/authors/<id>.mdx`, each with a `name`.
fn people(root: &Root) -> BTreeMap<String, Author> {
    let mut people = BTreeMap::new();
    for file in root.files("data/authors", &["md", "mdx"]) {
        let id =
            file.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(stem, _)| stem.to_owned());
        let Some((id, text)) = id.zip(root.text(&file)) else { continue };
        let Ok(fenced) = front_matter::split(&text) else { continue };
        let Ok(front) = front_matter::read(&fenced, &mut Vec::new()) else { continue };
        let say = |key: &str| front.get(&[key]).and_then(|entry| entry.value.text()).map(fields::fold);
        let map: Vec<(String, Value)> =
            front.entries.iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect();
        if let Some(mut author) = fields::author(&Value::Map(map)) {
            author.email = say("email").filter(|mail| is_own(mail));
            people.insert(id, author);
        }
    }
    people
}
