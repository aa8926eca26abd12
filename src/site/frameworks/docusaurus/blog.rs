//! The blogs of a site: where they are, who writes in them, and what address each post gets.

use crate::diag::Diagnostic;
use crate::model::{Author, Field, Header, RawPost, Route, RouteRule};
use crate::site::collection::{Collection, Page};
use crate::site::fields;
use crate::site::front_matter::{Syntax, Value};
use crate::site::inherit;
use crate::site::literals::Literal;
use crate::site::patterns::Patterns;
use crate::site::rollover;
use crate::site::root::Root;
use crate::site::slugs::docusaurus::file_name;
use std::collections::BTreeMap;

/// What a blog leaves out, if nothing is said.
const LEFT_OUT: &[&str] = &["!**/_*", "!**/_*/**", "!**/__tests__/**"];

/// A blog, as its options describe it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blog {
    /// Of the plugin; `default` where none is given.
    id: String,
    /// Relative to the site.
    pub path: String,
    pub route: String,
    /// The language of a translated blog.
    language: Option<String>,
    authors: String,
    tags: Option<String>,
    include: Vec<String>,
    exclude: Vec<String>,
}

/// Every blog of the presets and of the plugins; the preset has one unless it says `blog: false`.
pub fn all(config: &Literal) -> Vec<Blog> {
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
            id: text("id", "default"),
            language: None,
            path: text("path", "blog").trim_start_matches("./").trim_matches('/').to_owned(),
            route: text("routeBasePath", "blog").trim_matches('/').to_owned(),
            authors: text("authorsMapPath", "authors.yml"),
            tags: options.get(&["tags"]).and_then(Literal::text).map(str::to_owned),
            include: list("include"),
            exclude: list("exclude"),
        }
    }

    /// The languages of `i18n` but the first, each with the folder of this blog's translated posts.
    pub fn translations(&self, config: &Literal) -> Vec<(String, String)> {
        let Some(Literal::List(locales)) = config.get(&["i18n", "locales"]) else { return Vec::new() };
        let default = config.get(&["i18n", "defaultLocale"]);
        let folder = config.get(&["i18n", "path"]).and_then(Literal::text).unwrap_or("i18n");
        let id = if self.id == "default" { String::new() } else { format!("-{}", self.id) };
        let others = locales.iter().filter(|locale| Some(*locale) != default).filter_map(Literal::text);
        others
            .map(|name| (name.to_owned(), format!("{folder}/{name}/docusaurus-plugin-content-blog{id}")))
            .collect()
    }

    /// The blog in another language, which stands below that.
    pub fn translated(&self, language: &str, directory: String) -> Self {
        let route = format!("{language}/{}", self.route).trim_end_matches('/').to_owned();
        Self { path: directory, route, language: Some(language.to_owned()), ..self.clone() }
    }

    /// The entries of a file of data beside the posts.
    fn data(&self, root: &Root, name: &str, said: &mut Vec<Diagnostic>) -> Vec<(String, Value)> {
        let file = format!("{}/{}", self.path, name.trim_start_matches("./"));
        let syntax = if name.ends_with(".json") { Syntax::Json } else { Syntax::Yaml };
        let front = inherit::data(root, &file, syntax, said);
        front.into_iter().flat_map(|front| front.entries).map(|entry| (entry.key, entry.value)).collect()
    }

    /// Its authors by their ids.
    pub fn people(&self, root: &Root, said: &mut Vec<Diagnostic>) -> BTreeMap<String, Author> {
        let entries = self.data(root, &self.authors, said).into_iter();
        entries.filter_map(|(id, value)| Some((id, fields::author(&value)?))).collect()
    }

    /// The labels of the tags that the blog declares.
    pub fn labels(&self, root: &Root, said: &mut Vec<Diagnostic>) -> BTreeMap<String, String> {
        let entries = self.data(root, self.tags.as_deref().unwrap_or("tags.yml"), said).into_iter();
        entries
            .filter_map(|(id, value)| {
                let label = value.get(&["label"]).and_then(Value::text)?.to_owned();
                Some((id, label))
            })
            .collect()
    }

    /// Its posts.
    pub fn collection(
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
        let (directory, route, language) = (self.path, self.route, self.language);
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
                if let Some(language) = &language {
                    post.language = Some(Field::unwritten(language.clone()));
                }
                post.translation_key = Some(page.below.to_owned());
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
    let is_known = |item: &Value| {
        item.get(&["key"]).or(Some(item)).and_then(Value::text).is_some_and(|id| people.contains_key(id))
    };
    if !items.iter().any(is_known) {
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
