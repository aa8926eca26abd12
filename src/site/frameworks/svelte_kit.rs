//! SvelteKit: posts anywhere, mostly read by mdsvex, or pages that are Markdown themselves.

use super::{Framework, Survey};
use crate::diag::Diagnostic;
use crate::model::Facts;
use crate::site::anywhere::{self, Shape};
use crate::site::collection::Collection;
use crate::site::cover::Asset;
use crate::site::fields::Keys;
use crate::site::literals::Literal;
use crate::site::page_files;
use crate::site::root::Root;
use crate::site::{about, code};
use std::sync::Arc;

pub const FRAMEWORK: Framework =
    Framework { name: "sveltekit", title: "SvelteKit", math: false, detect, survey };

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
        "publishedDate",
        "createdAt",
        "created",
        "created_at",
        "dateCreated",
        "posted",
        "createdDate",
    ],
    updated: &[
        "updated",
        "updatedAt",
        "lastmod",
        "lastUpdated",
        "modified",
        "dateModified",
        "updated_at",
        "lastUpdate",
        "dateUpdated",
        "lastModified",
        "updatedDate",
    ],
    summary: &[
        "description",
        "excerpt",
        "summary",
        "abstract",
        "subtitle",
        "desc",
        "metaDescription",
        "seoMetaDescription",
    ],
    tags: &["tags", "tag", "categories", "category", "keywords", "topics"],
    authors: &["authors", "author"],
    language: &["lang", "language", "locale"],
    cover: &[
        "cover",
        "coverImage",
        "image",
        "banner",
        "thumbnail",
        "hero",
        "heroImage",
        "featuredImage",
        "img",
        "coverUrl",
        "cover_image",
    ],
};

const EXTENSIONS: &[&str] = &["md", "svx", "mdx", "svelte.md"];

fn detect(root: &Root) -> Option<String> {
    let configs = ["svelte.config.js", "svelte.config.ts", "svelte.config.mjs", "svelte.config.cjs"];
    let file = configs.iter().find(|file| root.is_file(file)).map(|file| (*file).to_owned());
    let file = file.or_else(|| about::depends_on(root, "@sveltejs/kit").then(|| "package.json".to_owned()));
    file.filter(|_| root.is_dir("src/routes"))
}

fn survey(root: &Root, _: &mut Vec<Diagnostic>) -> Survey {
    let configs = ["svelte.config.js", "svelte.config.ts", "svelte.config.mjs", "svelte.config.cjs"];
    let config = configs.iter().find_map(|file| code::exported(root, file)).unwrap_or(Literal::Unknown);
    let mut pages = page_files::dynamic(root, "src/routes", "+page", &["svelte"]);
    pages.sort_by_key(|page| page.parts.len());
    let layouts = ["+layout.js", "+layout.ts", "+layout.server.js", "+layout.server.ts"];
    let has_slash = layouts
        .iter()
        .filter_map(|file| code::constants(root, &format!("src/routes/{file}")))
        .any(|values| values.get(&["trailingSlash"]).and_then(Literal::text) == Some("always"));
    let shape = Arc::new(Shape { pages, has_slash, drops_day: true, keeps_path: false });
    let only = anywhere::has_folders_of_posts(root, EXTENSIONS);
    let own = Arc::clone(&shape);
    let routes = Collection {
        extensions: EXTENSIONS,
        posts_only: false,
        accepts: Some(Box::new(|path| {
            path.rsplit('/').next().is_some_and(|name| name.starts_with("+page."))
        })),
        rule: Box::new(move |page, post| {
            anywhere::page_itself(&own, page.folder(), post);
            Ok(())
        }),
        ..Collection::plain("src/routes", str::to_owned)
    };
    let rule = Box::new(move |page: &crate::site::collection::Page<'_>, post: &mut crate::model::RawPost| {
        anywhere::place(&shape, page, post);
        Ok(())
    });
    let posts = anywhere::collection("", EXTENSIONS, only, rule);
    let assets = [
        code::Paths::of(root).assets(),
        vec![Asset::new("$lib/", "src/lib"), Asset::new("/", "static"), Asset::new("", "src/lib/assets")],
    ]
    .concat();
    Survey {
        facts: facts(root, &config),
        assets,
        publishes_future: true,
        ..Survey::of(vec![routes, posts], "static", &KEYS)
    }
}

/// Where people keep constants about their site, below `src`.
const FILES: &[&str] = &[
    "lib/config",
    "lib/siteConfig",
    "lib/site.config",
    "lib/site",
    "lib/constants",
    "lib/consts",
    "lib/info",
    "lib/data/site",
    "lib/data/config",
    "lib/data/meta",
    "lib/config/index",
    "lib/config/site",
    "lib/utils/constants",
    "lib/utils/config",
    "lib/siteMetadata",
    "lib/meta",
    "lib/index",
    "config",
    "site.config",
    "info",
    "constants",
];

fn facts(root: &Root, config: &Literal) -> Facts {
    let base = config.get(&["kit", "paths", "base"]).and_then(Literal::text).map(str::to_owned);
    let origin = config.get(&["kit", "prerender", "origin"]).and_then(Literal::text).map(str::to_owned);
    let own = Facts { url: origin.filter(|origin| origin.starts_with("http")), ..Facts::default() };
    let mut facts = about::constants(root, &["src", ""], FILES).or(own);
    if facts.url.is_none() || facts.title.is_none() {
        facts = facts.or(about::feeds(root, &["src/routes", "src/lib", "scripts"]));
    }
    facts.url = facts.url.or_else(|| about::environment(root)).or_else(|| about::homepage(root));
    facts.url = facts.url.map(|url| about::with_base(&url, base.as_deref()));
    facts.language = facts.language.or_else(|| about::html_language(root, "src"));
    facts
}
