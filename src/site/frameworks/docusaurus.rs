//! Docusaurus: its blogs; documentation is no post.
//!
//! Source: `blogUtils.ts` of `@docusaurus/plugin-content-blog`.

#[cfg(test)]
mod tests;

use super::{Framework, Survey};
use crate::diag::Diagnostic;
use crate::model::{Author, Facts, Field, Header, RawPost, Route, RouteRule, SourceLines};
use crate::site::collection::{Collection, Page};
use crate::site::cover::Asset;
use crate::site::fields::{self, Keys};
use crate::site::front_matter::{Syntax, Value};
use crate::site::inherit;
use crate::site::literals::Literal;
use crate::site::patterns::Patterns;
use crate::site::root::Root;
use crate::site::slugs::docusaurus::file_name;
use crate::site::{about, code, rollover};
use std::collections::BTreeMap;

pub const FRAMEWORK: Framework =
    Framework { name: "docusaurus", title: "Docusaurus", math: false, detect, survey };

const KEYS: Keys = Keys {
    title: &["title"],
    published: &["date"],
    updated: &[],
    summary: &["description"],
    tags: &["tags"],
    authors: &["authors", "author"],
    language: &[],
    cover: &["image"],
};

const CONFIG: &[&str] = &[
    "docusaurus.config.js",
    "docusaurus.config.ts",
    "docusaurus.config.mjs",
    "docusaurus.config.cjs",
    "docusaurus.config.mts",
];

/// What a blog leaves out, if nothing is said.
const LEFT_OUT: &[&str] = &["!**/_*", "!**/_*/**", "!**/__tests__/**"];

fn config_file(root: &Root) -> Option<&'static str> {
    CONFIG.iter().copied().find(|file| root.is_file(file))
}

fn detect(root: &Root) -> Option<String> {
    config_file(root).map(str::to_owned)
}

fn survey(root: &Root, said: &mut Vec<Diagnostic>) -> Survey {
    let file = config_file(root).unwrap_or("docusaurus.config.js");
    let config = code::exported(root, file).unwrap_or(Literal::Unknown);
    let slash = match config.get(&["trailingSlash"]) {
        Some(Literal::Bool(slash)) => Some(*slash),
        _ => None,
    };
    let mut people = BTreeMap::new();
    let mut collections = Vec::new();
    for blog in blogs(&config) {
        people.extend(blog.people(root, said));
        let labels = blog.labels(root, said);
        collections.push(blog.collection(slash, labels, people.clone()));
    }
    let out = match config.get(&["staticDirectories"]) {
        Some(Literal::List(items)) => items.iter().find_map(Literal::text).unwrap_or("static"),
        _ => "static",
    };
    let assets = vec![Asset::new("@site/", ""), Asset::new("/", out)];
    let facts = facts(root, file, &config);
    Survey { facts, people, assets, publishes_future: true, ..Survey::of(collections, out, &KEYS) }
}

fn facts(root: &Root, file: &str, config: &Literal) -> Facts {
    let say = |path: &[&str]| {
        config.get(path).and_then(Literal::text).map(fields::fold).filter(|text| !text.is_empty())
    };
    let lines = SourceLines::of(&root.text(file).unwrap_or_default(), 1);
    let place = config.at(&["url"]).map(|at| (file.to_owned(), lines.location(at.line, at.column, 1)));
    Facts {
        title: say(&["title"]),
        description: say(&["tagline"]),
        url: say(&["url"]).map(|url| about::with_base(&url, say(&["baseUrl"]).as_deref())),
        url_at: place,
        language: say(&["i18n", "defaultLocale"]).or_else(|| Some("en".to_owned())),
        icon: say(&["favicon"]),
        ..Facts::default()
    }
}

/// A blog, as its options describe it.
#[derive(Debug, PartialEq, Eq)]
struct Blog {
    path: String,
    route: String,
    authors: String,
    tags: Option<String>,
    include: Vec<String>,
    exclude: Vec<String>,
}

/// Every blog of the presets and of the plugins; the preset has one unless it says `blog: false`.
fn blogs(config: &Literal) -> Vec<Blog> {
    let list = |key: &str| match config.get(&[key]) {
        Some(Literal::List(items)) => items.as_slice(),
        _ => &[],
    };
    let mut blogs = Vec::new();
    let mut is_preset_seen = false;
    for preset in list("presets") {
        let options = match preset {
            Literal::List(items) => items.iter().find(|item| matches!(item, Literal::Object(_))),
            _ => None,
        };
        let is_classic = match preset {
            Literal::List(items) => {
                !matches!(items.first(), Some(Literal::Text(name)) if !name.contains("classic"))
            }
            Literal::Text(name) => name.contains("classic"),
            _ => true,
        };
        is_preset_seen = true;
        match options.and_then(|options| options.get(&["blog"])) {
            Some(Literal::Bool(false)) => {}
            Some(options) => blogs.push(Blog::of(options)),
            None if is_classic => blogs.push(Blog::of(&Literal::Unknown)),
            None => {}
        }
    }
    for plugin in list("plugins") {
        let Literal::List(items) = plugin else { continue };
        let is_blog = matches!(items.first(), Some(Literal::Text(name)) if name.contains("blog"));
        let options = items.iter().find(|item| matches!(item, Literal::Object(_)));
        match options {
            Some(options) if is_blog => blogs.push(Blog::of(options)),
            // `require.resolve(…)`: only a blog has a map of authors or a list of posts.
            Some(options) if !matches!(items.first(), Some(Literal::Text(_))) && looks_like_blog(options) => {
                blogs.push(Blog::of(options));
            }
            _ => {}
        }
    }
    if !is_preset_seen && blogs.is_empty() {
        blogs.push(Blog::of(&Literal::Unknown));
    }
    blogs
}

fn looks_like_blog(options: &Literal) -> bool {
    let keys = [
        "blogTitle",
        "blogSidebarTitle",
        "blogSidebarCount",
        "postsPerPage",
        "showReadingTime",
        "feedOptions",
    ];
    keys.iter().any(|key| options.get(&[key]).is_some())
}

impl Blog {
    fn of(options: &Literal) -> Self {
        let text =
            |key: &str, other: &str| options.get(&[key]).and_then(Literal::text).unwrap_or(other).to_owned();
        let list = |key: &str| match options.get(&[key]) {
            Some(Literal::List(items)) => items.iter().filter_map(Literal::text).map(str::to_owned).collect(),
            _ => Vec::new(),
        };
        Self {
            path: text("path", "blog").trim_start_matches("./").trim_matches('/').to_owned(),
            route: text("routeBasePath", "blog").trim_matches('/').to_owned(),
            authors: text("authorsMapPath", "authors.yml"),
            tags: options.get(&["tags"]).and_then(Literal::text).map(str::to_owned),
            include: list("include"),
            exclude: list("exclude"),
        }
    }

    /// The entries of a file of data beside the posts.
    fn data(&self, root: &Root, name: &str, said: &mut Vec<Diagnostic>) -> Vec<(String, Value)> {
        let file = format!("{}/{}", self.path, name.trim_start_matches("./"));
        let syntax = if name.ends_with(".json") { Syntax::Json } else { Syntax::Yaml };
        let front = inherit::data(root, &file, syntax, said);
        front.into_iter().flat_map(|front| front.entries).map(|entry| (entry.key, entry.value)).collect()
    }

    fn people(&self, root: &Root, said: &mut Vec<Diagnostic>) -> BTreeMap<String, Author> {
        let entries = self.data(root, &self.authors, said).into_iter();
        entries.filter_map(|(id, value)| Some((id, fields::author(&value)?))).collect()
    }

    /// The labels of the tags that the blog declares.
    fn labels(&self, root: &Root, said: &mut Vec<Diagnostic>) -> BTreeMap<String, String> {
        let entries = self.data(root, self.tags.as_deref().unwrap_or("tags.yml"), said).into_iter();
        entries
            .filter_map(|(id, value)| {
                let label = value.get(&["label"]).and_then(Value::text)?.to_owned();
                Some((id, label))
            })
            .collect()
    }

    fn collection(
        self,
        slash: Option<bool>,
        labels: BTreeMap<String, String>,
        people: BTreeMap<String, Author>,
    ) -> Collection {
        let exclude: Vec<String> = self.exclude.iter().map(|pattern| format!("!{pattern}")).collect();
        let mut patterns: Vec<&str> = self.include.iter().map(String::as_str).collect();
        patterns.extend(exclude.iter().map(String::as_str));
        if exclude.is_empty() {
            patterns.extend(LEFT_OUT);
        }
        let patterns = Patterns::of(&patterns);
        let (directory, route) = (self.path, self.route);
        Collection {
            extensions: &["md", "mdx"],
            header: Header::Optional,
            accepts: Some(Box::new(move |path| patterns.accepts(path))),
            rule: Box::new(move |page, post| {
                complete(page, post, &labels, &people);
                if let Some(field) = &mut post.published
                    && let Some(rolled) = rollover::of(&field.value)
                {
                    field.value = rolled;
                }
                let named = file_name(page.stem());
                if let (None, Some(day)) = (&post.published, &named.date) {
                    post.published = Some(Field::unwritten(day.replace('/', "-")));
                }
                let own = page.fields.text(&["slug"]);
                let path = format!("{route}/{}", own.unwrap_or(&named.slug).trim_start_matches('/'));
                let bare = path.trim_end_matches('/');
                post.route = Route::path(match slash {
                    Some(true) => format!("{bare}/"),
                    Some(false) => bare.to_owned(),
                    None => path,
                });
                post.route_rule = RouteRule::convention(match own {
                    Some(_) => "the post's `slug` below the blog",
                    None => "the day and the name of the file, below the blog",
                });
                Ok(())
            }),
            ..Collection::plain(&directory, str::to_owned)
        }
    }
}

/// Labels for tags, and the keys that older versions use.
fn complete(
    page: &Page<'_>,
    post: &mut RawPost,
    labels: &BTreeMap<String, String>,
    people: &BTreeMap<String, Author>,
) {
    for tag in &mut post.tags {
        if let Some(label) = labels.get(tag.as_str()) {
            tag.clone_from(label);
        }
    }
    if let Some(given) = page.fields.get(&["last_update"])
        && let Some(date) = given.entry.value.get(&["date"]).and_then(Value::text)
    {
        post.updated = Some(given.field(date.to_owned()));
    }
    let say = |keys: &[&str]| page.fields.text(keys).map(fields::fold);
    if let Some(given) = page.fields.get(&["authors"]) {
        keyed(&given.entry.value, people, post);
    } else if let Some(author) = post.authors.as_mut().and_then(|authors| authors.value.first_mut()) {
        author.url = author.url.take().or_else(|| say(&["author_url", "authorURL"]));
        author.avatar = author.avatar.take().or_else(|| say(&["author_image_url", "authorImageURL"]));
    }
}

/// `authors: [{key: ann, title: …}]`: the author of that id.
fn keyed(value: &Value, people: &BTreeMap<String, Author>, post: &mut RawPost) {
    let items = match value {
        Value::List(items) => items.as_slice(),
        other => std::slice::from_ref(other),
    };
    if !items.iter().any(|item| item.get(&["key"]).is_some()) {
        return;
    }
    let author = |item: &Value| match item.get(&["key"]).or(Some(item)).and_then(Value::text) {
        Some(id) => {
            people.get(id).cloned().or_else(|| Some(Author { name: id.to_owned(), ..Author::default() }))
        }
        None => fields::author(item),
    };
    if let Some(field) = &mut post.authors {
        field.value = items.iter().filter_map(author).collect();
    }
}
