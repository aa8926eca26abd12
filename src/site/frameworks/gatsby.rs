//! Gatsby: `gatsby-node` decides the addresses, mostly with `createFilePath`.

use super::{Framework, Survey};
use crate::diag::Diagnostic;
use crate::model::{Facts, RawPost, Route, RouteRule, SourceLines};
use crate::site::anywhere::{self, Shape};
use crate::site::collection::{Collection, Page};
use crate::site::cover::Asset;
use crate::site::fields::Keys;
use crate::site::literals::Literal;
use crate::site::root::Root;
use crate::site::script::Script;
use crate::site::slugs::{gatsby, github};
use crate::site::{about, code};

pub const FRAMEWORK: Framework = Framework { name: "gatsby", title: "Gatsby", math: false, detect, survey };

const KEYS: Keys = Keys {
    title: &["title", "postTitle"],
    published: &[
        "date",
        "publishedAt",
        "published",
        "publishDate",
        "pubDate",
        "datePublished",
        "created",
        "createdAt",
        "datetime",
        "dateCreated",
        "createdDate",
        "publishedDate",
        "published_at",
        "created_at",
        "posted",
    ],
    updated: &[
        "updated",
        "updatedAt",
        "lastmod",
        "lastUpdated",
        "modified",
        "dateModified",
        "updatedDate",
        "dateUpdated",
        "lastModified",
        "updated_at",
    ],
    summary: &[
        "description",
        "excerpt",
        "summary",
        "spoiler",
        "abstract",
        "subtitle",
        "metaDescription",
        "seoMetaDescription",
    ],
    tags: &["tags", "tag", "categories", "category", "keywords", "topics"],
    authors: &["authors", "author"],
    language: &["lang", "language", "locale"],
    cover: &[
        "featuredImage",
        "featuredimage",
        "featured_image",
        "cover",
        "coverImage",
        "image",
        "banner",
        "thumbnail",
        "hero",
        "heroImage",
        "img",
        "cover_image",
        "featureImage",
        "socialImage",
    ],
};

const EXTENSIONS: &[&str] = &["md", "mdx", "markdown"];
const CONFIG: &[&str] = &["gatsby-config.js", "gatsby-config.ts", "gatsby-config.mjs"];
const NODE: &[&str] = &[
    "gatsby-node.js",
    "gatsby-node.ts",
    "gatsby-node.mjs",
    "gatsby/create-pages.js",
    "gatsby/on-create-node.js",
];

fn config_file(root: &Root) -> Option<&'static str> {
    CONFIG.iter().copied().find(|file| root.is_file(file))
}

fn detect(root: &Root) -> Option<String> {
    config_file(root).map(str::to_owned)
}

fn survey(root: &Root, _: &mut Vec<Diagnostic>) -> Survey {
    let file = config_file(root).unwrap_or("gatsby-config.js");
    let config = code::exported(root, file).unwrap_or(Literal::Unknown);
    let has_slash = config.get(&["trailingSlash"]).and_then(Literal::text) != Some("never");
    let node = NODE.iter().filter_map(|file| root.text(file)).collect::<Vec<_>>().join("\n");
    let mut paths = Paths::of(&node);
    paths.is_by_title = about::depends_on(root, "@lekoarts/gatsby-theme-minimal-blog");
    let folders = folders(root, &root.text(file).unwrap_or_default());
    let only = anywhere::has_folders_of_posts(root, EXTENSIONS);
    let mut collections: Vec<Collection> = Vec::new();
    let templates = templates(root);
    let directories = if folders.is_empty() { vec![String::new()] } else { folders };
    for directory in directories {
        let (paths, templates) = (paths.clone(), templates.clone());
        let shape = Shape { pages: Vec::new(), has_slash, drops_day: false, keeps_path: true };
        let is_known = !directory.is_empty();
        let rule = move |page: &Page<'_>, post: &mut RawPost| {
            place(&paths, &templates, is_known, &shape, page, post);
            Ok(())
        };
        collections.push(anywhere::collection(&directory, EXTENSIONS, only, Box::new(rule)));
    }
    let assets =
        vec![Asset::new("/", "static"), Asset::new("", "src/images"), Asset::new("", "content/assets")];
    Survey {
        facts: facts(root, file, &config),
        assets,
        publishes_future: true,
        ..Survey::of(collections, "static", &KEYS)
    }
}

/// The folders of `gatsby-source-filesystem` that may hold posts, the deepest first.
///
/// They are read from the text: `${__dirname}/content`, `path.join(__dirname, 'content')` and plain paths.
fn folders(root: &Root, config: &str) -> Vec<String> {
    let script = Script::of(config.to_owned());
    let mut folders: Vec<String> = Vec::new();
    for place in script.entries("path", &script.whole()) {
        let text = script.at(&place).replace("${__dirname}", "").replace("__dirname", "");
        let words = text.split(['"', '\'', '`']).skip(1).step_by(2);
        let joined =
            words.map(|word| word.trim_start_matches("./").trim_matches('/')).collect::<Vec<_>>().join("/");
        let path = joined.trim_matches('/').to_owned();
        let is_code = matches!(path.as_str(), "src" | "" | "static" | "src/pages")
            || path.ends_with("images")
            || path.ends_with("assets");
        if !is_code && !path.contains("..") && root.is_dir(&path) && !folders.contains(&path) {
            folders.push(path);
        }
    }
    folders.sort_by_key(|path| std::cmp::Reverse(path.matches('/').count()));
    folders
}

/// What the code that creates pages says of their paths.
#[derive(Clone, Debug, Default)]
struct Paths {
    /// What stands before the path of a file: `/blog` in `` `/blog${slug}` ``.
    prefix: String,
    /// The key of the front matter that is the path, or a part of it.
    key: Option<String>,
    /// Whether the theme makes addresses of titles (`gatsby-theme-minimal-blog`, and the core theme of blogs).
    is_by_title: bool,
}

impl Paths {
    fn of(node: &str) -> Self {
        let script = Script::of(node.to_owned());
        let mut paths = Self::default();
        let mut texts: Vec<&str> = Vec::new();
        for call in script.calls("createPage", &script.whole()) {
            texts.extend(script.entries("path", &call).iter().map(|place| script.at(place).trim()));
        }
        for call in script.calls("createNodeField", &script.whole()) {
            texts.extend(script.entries("value", &call).iter().map(|place| script.at(place).trim()));
        }
        for text in texts.iter().filter(|text| {
            !["tag", "categor", "author", "page", "series"]
                .iter()
                .any(|word| text.to_ascii_lowercase().contains(word))
        }) {
            if let Some((_, after)) = text.split_once("frontmatter.").filter(|_| paths.key.is_none()) {
                let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(after.len());
                paths.key = after.get(..end).map(str::to_owned);
            }
            let before =
                text.strip_prefix('`').and_then(|text| text.split_once("${")).map(|(before, _)| before);
            if let Some(before) = before.filter(|before| paths.prefix.is_empty() && before.len() > 1) {
                paths.prefix = before.trim_matches('/').to_owned();
            }
        }
        paths
    }
}

/// `src/pages/blog/{MarkdownRemark.frontmatter__slug}.js`: what stands before, and the field.
fn templates(root: &Root) -> Vec<(String, String)> {
    let files = root.tree("src/pages", &["js", "jsx", "tsx", "ts"]);
    let found = files.iter().filter_map(|file| {
        let path = file.strip_prefix("src/pages/")?.rsplit_once('.')?.0;
        let path = path.strip_suffix("/index").unwrap_or(path);
        let (before, field) = path.split_once('{')?;
        let field = field.trim_end_matches('}').split_once('.')?.1;
        Some((before.trim_matches('/').to_owned(), field.to_owned()))
    });
    found.collect()
}

fn place(
    paths: &Paths,
    templates: &[(String, String)],
    is_known: bool,
    shape: &Shape,
    page: &Page<'_>,
    post: &mut RawPost,
) {
    let end = |path: &str| {
        let path = path.trim_matches('/');
        if shape.has_slash && !path.is_empty() { format!("{path}/") } else { path.to_owned() }
    };
    let join = |before: &str, path: &str| Route::path(end(&format!("{before}/{}", path.trim_matches('/'))));
    let guess = RouteRule::guess;
    let template = templates
        .iter()
        .find(|(before, _)| before.is_empty() || page.path.contains(&format!("{before}/")))
        .or(templates.first());
    let key = template.and_then(|(_, field)| field.strip_prefix("frontmatter__"));
    if let (Some((before, _)), Some(text)) = (template, key.and_then(|key| page.fields.text(&[key]))) {
        post.route = join(before, text);
        post.route_rule = guess(&format!("a page in `src/pages/{before}` for each post"));
        return;
    }
    let own = paths.key.as_deref().and_then(|key| page.fields.text(&[key]));
    let own = own.or_else(|| page.fields.text(&["path", "permalink", "slug"]));
    if let Some(own) = own {
        let before = if own.starts_with('/')
            && !paths.prefix.is_empty()
            && own.trim_start_matches('/').starts_with(&paths.prefix)
        {
            ""
        } else {
            &paths.prefix
        };
        post.route = join(before, own);
        post.route_rule = guess("the path that the post names");
        return;
    }
    if is_known {
        let before = template.map_or(paths.prefix.as_str(), |(before, _)| before);
        post.route = join(before, &gatsby::path(page.stem()));
        post.route_rule = guess("`createFilePath`: the path below the folder of posts");
        return;
    }
    if paths.is_by_title {
        let title = post.title.as_ref().map(|title| github::slug(&title.value)).unwrap_or_default();
        post.route = join(&paths.prefix, &title);
        post.route_rule = guess("the title, as the theme has it");
        return;
    }
    anywhere::place(shape, page, post);
}

fn facts(root: &Root, file: &str, config: &Literal) -> Facts {
    let lines = SourceLines::of(&root.text(file).unwrap_or_default(), 1);
    let place = config.at(&["siteMetadata", "siteUrl"]);
    let mut facts = config.get(&["siteMetadata"]).map(about::of).unwrap_or_default();
    facts.url_at = place.map(|at| (file.to_owned(), lines.location(at.line, at.column, 1)));
    let prefix = config.get(&["pathPrefix"]).and_then(Literal::text);
    facts = facts.or(about::constants(
        root,
        &["", "src", "data", "config"],
        &["site-config", "siteConfig", "config", "SiteConfig", "website", "site", "SiteMetadata"],
    ));
    facts.url = facts.url.map(|url| about::with_base(&url, prefix));
    facts.language = facts.language.or_else(|| about::html_language(root, "src"));
    facts
}
