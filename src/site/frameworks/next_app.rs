//! Next.js with code of one's own: posts anywhere, shown by a page with a parameter, or pages that are Markdown themselves.

use super::{Framework, Survey};
use crate::diag::Diagnostic;
use crate::model::Facts;
use crate::site::anywhere::{self, Shape};
use crate::site::collection::Collection;
use crate::site::cover::Asset;
use crate::site::fields::{self, Keys};
use crate::site::literals::Literal;
use crate::site::page_files;
use crate::site::root::Root;
use crate::site::{about, code};
use std::sync::Arc;

pub const FRAMEWORK: Framework = Framework { name: "next", title: "Next.js", math: false, detect, survey };

const KEYS: Keys = Keys {
    title: &["title", "postTitle"],
    published: &[
        "date",
        "publishedAt",
        "published",
        "publishDate",
        "pubDate",
        "datePublished",
        "publishedOn",
        "published_at",
        "publishedDate",
        "publishedTime",
        "datetime",
        "createdAt",
        "created",
        "created_at",
        "dateCreated",
        "createdDate",
        "postedAt",
        "posted",
    ],
    updated: &[
        "updated",
        "updatedAt",
        "lastmod",
        "lastUpdated",
        "modified",
        "modifiedAt",
        "dateModified",
        "updatedOn",
        "updated_at",
        "lastUpdate",
        "dateUpdated",
        "lastModified",
        "updatedDate",
    ],
    summary: &[
        "summary",
        "description",
        "excerpt",
        "spoiler",
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
        "images",
        "banner",
        "thumbnail",
        "hero",
        "heroImage",
        "featuredImage",
        "featured_image",
        "img",
        "cover_image",
        "imageUrl",
        "socialImage",
        "thumbnailUrl",
        "openGraphImage",
        "preview",
    ],
};

const EXTENSIONS: &[&str] = &["md", "mdx", "markdown"];
const CONFIG: &[&str] = &["next.config.js", "next.config.mjs", "next.config.ts", "next.config.cjs"];

fn config_file(root: &Root) -> Option<&'static str> {
    CONFIG.iter().copied().find(|file| root.is_file(file))
}

fn detect(root: &Root) -> Option<String> {
    let file = config_file(root).map(str::to_owned);
    file.or_else(|| about::depends_on(root, "next").then(|| "package.json".to_owned()))
}

fn survey(root: &Root, _: &mut Vec<Diagnostic>) -> Survey {
    let config = config_file(root).and_then(|file| code::exported(root, file)).unwrap_or(Literal::Unknown);
    let mut pages = Vec::new();
    for folder in ["app", "src/app"] {
        pages.extend(page_files::dynamic(root, folder, "page", &["tsx", "jsx", "js", "ts"]));
    }
    for folder in ["pages", "src/pages"] {
        pages.extend(page_files::dynamic(root, folder, "", &["tsx", "jsx", "js", "ts"]));
    }
    let shape = Arc::new(Shape {
        pages,
        has_slash: config.get(&["trailingSlash"]) == Some(&Literal::Bool(true)),
        drops_day: false,
        keeps_path: false,
    });
    let only = anywhere::has_folders_of_posts(root, EXTENSIONS);
    let mut collections = Vec::new();
    for folder in ["app", "src/app", "pages", "src/pages"] {
        collections.push(own_pages(folder, Arc::clone(&shape)));
    }
    for directory in ["", "public"] {
        let shape = Arc::clone(&shape);
        // What stands in the served directory stands there for a reason of its own.
        let only = only && directory.is_empty();
        collections.push(anywhere::collection(
            directory,
            EXTENSIONS,
            only,
            Box::new(move |page, post| {
                anywhere::place(&shape, page, post);
                Ok(())
            }),
        ));
    }
    let assets =
        [code::Paths::of(root).assets(), vec![Asset::new("@/", "src"), Asset::new("/", "public")]].concat();
    Survey {
        facts: facts(root, &config),
        assets,
        publishes_future: true,
        ..Survey::of(collections, "public", &KEYS)
    }
}

/// `pages/blog/x.mdx` and `app/blog/x/page.mdx`.
fn own_pages(folder: &str, shape: Arc<Shape>) -> Collection {
    let is_app = folder.ends_with("app");
    Collection {
        posts_only: false,
        accepts: Some(Box::new(move |path| {
            let name = path.rsplit('/').next().unwrap_or(path);
            !is_app || name.starts_with("page.")
        })),
        rule: Box::new(move |page, post| {
            let stem = page.stem();
            let path = if is_app { page.folder() } else { stem.strip_suffix("index").unwrap_or(stem) };
            anywhere::page_itself(&shape, path, post);
            Ok(())
        }),
        ..Collection::plain(folder, str::to_owned)
    }
}

/// Where people keep constants about their site.
const FILES: &[&str] = &[
    "site.config",
    "config/site",
    "config/index",
    "config/config",
    "config/siteConfig",
    "config",
    "siteConfig",
    "site",
    "siteMetadata",
    "constants",
    "consts",
    "lib/config",
    "lib/constants",
    "lib/site",
    "lib/siteConfig",
    "lib/consts",
    "lib/metadata",
    "lib/utils",
    "utils/constants",
    "utils/config",
    "utils/site",
    "data/site",
    "data/config",
    "data/siteMetadata",
    "data/siteConfig",
    "data/metadata",
    "data/meta",
    "constants/index",
    "constants/site",
    "constants/siteMetadata",
    "blog.config",
    "theme.config",
    "meta",
    "metadata",
    "app/config",
    "app/sitemap",
    "app/resources/config",
    "app/lib/config",
    "app/metadata",
    "configs/site",
    "contents/site",
    "common/constants",
];

fn facts(root: &Root, config: &Literal) -> Facts {
    let base = config.get(&["basePath"]).and_then(Literal::text).map(str::to_owned);
    let language = config.get(&["i18n", "defaultLocale"]).and_then(Literal::text).map(str::to_owned);
    let own = Facts { language, ..Facts::default() };
    let constants = about::constants(root, &["", "src", "app"], FILES);
    let mut facts = own.or(layout(root)).or(constants);
    if facts.url.is_none() || facts.title.is_none() {
        facts = facts.or(about::feeds(
            root,
            &[
                "app",
                "pages",
                "src/app",
                "src/pages",
                "lib",
                "src/lib",
                "scripts",
                "src/scripts",
                "utils",
                "src/utils",
            ],
        ));
    }
    facts.url = facts.url.or_else(|| about::environment(root)).or_else(|| about::homepage(root));
    facts.url = facts.url.map(|url| about::with_base(&url, base.as_deref()));
    facts.language = facts
        .language
        .or_else(|| about::html_language(root, "src"))
        .or_else(|| about::html_language(root, ""));
    facts
}

/// `export const metadata = {title, description, metadataBase}` of the outermost layout.
fn layout(root: &Root) -> Facts {
    let files = ["app", "src/app"]
        .iter()
        .flat_map(|folder| ["tsx", "jsx", "js", "ts"].map(|end| format!("{folder}/layout.{end}")));
    let Some(values) = files.into_iter().find_map(|file| code::constants(root, &file)) else {
        return Facts::default();
    };
    let say = |path: &[&str]| {
        let path: Vec<&str> = std::iter::once("metadata").chain(path.iter().copied()).collect();
        values.get(&path).and_then(Literal::text).map(fields::fold).filter(|text| !text.is_empty())
    };
    let first = |paths: &[&[&str]]| paths.iter().find_map(|path| say(path));
    Facts {
        title: first(&[
            &["title"],
            &["title", "default"],
            &["openGraph", "siteName"],
            &["openGraph", "title"],
        ]),
        description: first(&[&["description"], &["openGraph", "description"]]),
        url: first(&[&["metadataBase"], &["openGraph", "url"], &["alternates", "canonical"]])
            .filter(|url| url.starts_with("http")),
        ..Facts::default()
    }
}
