//! The Next.js tailwind starter blog, versions 1 and 2 (`timlrx/tailwind-nextjs-starter-blog`).
//!
//! Version 1 keeps its facts in CommonJS and takes `.md` too; version 2 has a `contentlayer.config.ts`.

use super::{Framework, Survey};
use crate::diag::Diagnostic;
use crate::model::{Author, Facts, Field, RawPost, Route, RouteRule, SourceLines};
use crate::site::collection::{Collection, Page};
use crate::site::fields::{self, Keys};
use crate::site::front_matter::{self, Value};
use crate::site::literals::Literal;
use crate::site::page_files::{self, PageFile};
use crate::site::root::Root;
use crate::site::{about, code};
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

const METADATA: &[&str] = &["siteMetadata.js", "siteMetadata.ts", "siteMetadata.mjs"];

/// Where forks have `data/`.
const HOMES: &[&str] = &["data", "src/data"];

fn metadata(root: &Root) -> Option<String> {
    let files = HOMES.iter().flat_map(|home| METADATA.iter().map(move |file| format!("{home}/{file}")));
    files.into_iter().find(|file| root.is_file(file))
}

/// Files that show other frameworks, whose data may stand in `data/blog`.
const OTHERS: &[&str] = &[
    "hugo.toml",
    "hugo.yaml",
    "hugo.yml",
    "config.toml",
    "_config.yml",
    "astro.config.mjs",
    "astro.config.ts",
    "eleventy.config.js",
    ".eleventy.js",
    "gatsby-config.js",
    "gatsby-config.ts",
];

fn detect(root: &Root) -> Option<String> {
    // A folder of this name may hold another framework's data.
    if root.is_dir("data/blog") && !OTHERS.iter().any(|file| root.is_file(file)) {
        return Some("data/blog".to_owned());
    }
    metadata(root).filter(|file| file.starts_with("data/") || root.is_dir("src/data/blog"))
}

fn survey(root: &Root, said: &mut Vec<Diagnostic>) -> Survey {
    let home = HOMES.iter().copied().find(|home| root.is_dir(&format!("{home}/blog"))).unwrap_or("data");
    let people = people(root, home);
    let default_author = people.contains_key("default").then(|| "default".to_owned());
    let config = CONFIG.iter().find_map(|file| code::exported(root, file)).unwrap_or(Literal::Unknown);
    let mut facts = facts(root, said);
    let base = config.get(&["basePath"]).and_then(Literal::text);
    facts.url = facts.url.map(|url| about::with_base(&url, base));
    let has_slash = config.get(&["trailingSlash"]) == Some(&Literal::Bool(true));
    let posts = posts(root, home, page(root), has_slash);
    Survey { facts, people, default_author, ..Survey::of(vec![posts], "public", &KEYS) }
}

const CONFIG: &[&str] = &["next.config.js", "next.config.mjs", "next.config.ts"];

/// The extensions of posts: version 1 takes both, version 2 what `filePathPattern` says.
fn extensions(root: &Root) -> &'static [&'static str] {
    let files = ["contentlayer.config.ts", "contentlayer.config.js"];
    match files.iter().find_map(|file| root.text(file)) {
        Some(text)
            if !["*.md*", "md,mdx", "mdx,md", "*.md'", "*.md\""]
                .iter()
                .any(|pattern| text.contains(pattern)) =>
        {
            &["mdx"]
        }
        _ => &["mdx", "md"],
    }
}

/// The page that shows a post, which forks have in other places than `blog/[...slug]`.
fn page(root: &Root) -> Option<PageFile> {
    let extensions = ["tsx", "jsx", "js", "ts"];
    let mut pages = Vec::new();
    for (folder, name) in [("app", "page"), ("src/app", "page"), ("pages", ""), ("src/pages", "")] {
        pages.extend(page_files::dynamic(root, folder, name, &extensions));
    }
    page_files::of_posts(&pages, "blog").filter(|page| !page.fixed().is_empty()).cloned()
}

fn posts(root: &Root, home: &str, page: Option<PageFile>, has_slash: bool) -> Collection {
    let prefix = page.as_ref().map_or_else(|| "blog".to_owned(), |page| page.fixed().join("/"));
    let names_language = page.as_ref().is_some_and(PageFile::has_language);
    let is_own = prefix == "blog" && !names_language;
    let rule = move |page: &Page<'_>, post: &mut RawPost| {
        let stem = page.stem();
        let (first, rest) = stem.split_once('/').unwrap_or(("", stem));
        let written = post.language.as_ref().map(|language| language.value.clone());
        let folder = (first.len() == 2 || first.get(2..3) == Some("-")).then(|| first.to_owned());
        let path = match written.or_else(|| folder.clone()).filter(|_| names_language) {
            Some(language) => {
                let below = if folder.is_some() { rest } else { stem };
                let path = format!("{language}/{prefix}/{below}");
                post.language = post.language.take().or(Some(Field::unwritten(language)));
                path
            }
            None => format!("{prefix}/{stem}"),
        };
        post.route = Route::path(if has_slash { format!("{path}/") } else { path });
        post.route_rule = if is_own {
            RouteRule::convention("the path below `data/blog`")
        } else {
            RouteRule::guess("the page that shows a post, and the path below `data/blog`")
        };
        Ok(())
    };
    Collection {
        extensions: extensions(root),
        rule: Box::new(rule),
        ..Collection::plain(&format!("{home}/blog"), str::to_owned)
    }
}

fn facts(root: &Root, said: &mut Vec<Diagnostic>) -> Facts {
    let Some((file, text)) = metadata(root).and_then(|file| Some((file.clone(), root.text(&file)?))) else {
        return Facts::default();
    };
    let Some(object) = code::exported(root, &file) else {
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
fn people(root: &Root, home: &str) -> BTreeMap<String, Author> {
    let mut people = BTreeMap::new();
    for file in root.files(&format!("{home}/authors"), &["md", "mdx"]) {
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
