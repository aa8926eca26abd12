//! Ghost's export: one JSON file with tables of posts, tags and users.

mod tables;

use super::LIMIT_BYTES;
use crate::disk;
use crate::model::{
    Author, Facts, Field, Header, RawCover, RawPost, Route, RouteClock, RoutePart, RouteRule,
};
use crate::site::article::Markup;
use crate::site::body::Wanted;
use crate::site::frameworks::Exported;
use crate::site::read::content_hash;
use crate::site::root::{Bodies, Root};
use crate::site::{body, fields};
use std::collections::BTreeMap;
use tables::{Loose, Post, Tables};

/// What stands in an export for the site's own address.
const SITE: &str = "__GHOST_URL__";

/// What an export says about its site, and its posts.
#[derive(Default)]
pub struct Export {
    pub facts: Facts,
    pub posts: Vec<Exported>,
}

/// The exports directly in a site.
pub fn files(root: &Root) -> Vec<String> {
    super::files(root, "json", &["\"exported_on\"", "\"mobiledoc\"", "\"posts_authors\"", "\"posts_tags\""])
}

/// Reads an export.
///
/// # Errors
/// Why it cannot be read, in a few words.
pub fn read(root: &Root, file: &str) -> Result<Export, String> {
    let tables = tables(root, file)?;
    let permalinks = tables.setting("permalinks").unwrap_or_else(|| "/:slug/".to_owned());
    let people: BTreeMap<&str, Author> =
        tables.users.iter().filter_map(|user| Some((user.id.text()?, author(user)?))).collect();
    let index = Index::of(&tables);
    let posts = tables
        .posts
        .iter()
        .filter_map(|post| {
            let path = format!("{file}#{}", post.slug.text().or(post.id.text())?);
            let outcome = published(post).map(|()| Box::new(raw(&path, post, &index, &people, &permalinks)));
            Some(Exported { path, outcome })
        })
        .collect();
    Ok(Export { facts: facts(&tables), posts })
}

/// The HTML of every post of every export.
///
/// # Errors
/// Why the first that cannot be read cannot.
pub fn bodies(root: &Root) -> Result<Bodies, String> {
    let mut bodies = Bodies::new();
    for file in files(root) {
        for post in tables(root, &file)?.posts {
            if let Some(slug) = post.slug.text().or(post.id.text()) {
                bodies.insert(format!("{file}#{slug}"), html(&post));
            }
        }
    }
    Ok(bodies)
}

fn tables(root: &Root, file: &str) -> Result<Tables, String> {
    let bytes = disk::read(&root.path(file), LIMIT_BYTES).map_err(|error| error.reason())?;
    Tables::read(&bytes)
}

/// A post's HTML; the site's address is left away, so that links are below the site's root.
fn html(post: &Post) -> String {
    post.html.text().unwrap_or_default().replace(SITE, "")
}

/// Whether everybody may read it.
///
/// # Errors
/// The reason for which it is not published.
fn published(post: &Post) -> Result<(), &'static str> {
    let is_page = post.kind.text() == Some("page") || matches!(post.page.text(), Some("1" | "true"));
    match (post.status.text(), post.visibility.text()) {
        _ if is_page => Err("a page"),
        (Some("draft"), _) => Err("draft"),
        (Some("scheduled"), _) => Err("future"),
        (Some("sent"), _) => Err("sent by mail only"),
        (Some("published") | None, None | Some("public" | "")) => Ok(()),
        (Some("published") | None, _) => Err("members only"),
        _ => Err("not published"),
    }
}

/// Which tags and authors a post has, in order, and what else is said of it elsewhere.
struct Index<'a> {
    tags: BTreeMap<&'a str, Vec<&'a str>>,
    authors: BTreeMap<&'a str, Vec<&'a str>>,
    meta: BTreeMap<&'a str, &'a tables::Meta>,
}

impl<'a> Index<'a> {
    fn of(tables: &'a Tables) -> Self {
        let names: BTreeMap<&str, &str> = tables
            .tags
            .iter()
            .filter(|tag| tag.visibility.text() != Some("internal"))
            .filter_map(|tag| Some((tag.id.text()?, tag.name.text()?)))
            .filter(|(_, name)| !name.starts_with('#'))
            .collect();
        let mut tags: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (post, tag) in tables::pairs(&tables.posts_tags, |link| &link.tag_id) {
            tags.entry(post).or_default().extend(names.get(tag));
        }
        let mut authors: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (post, author) in tables::pairs(&tables.posts_authors, |link| &link.author_id) {
            authors.entry(post).or_default().push(author);
        }
        let meta = tables.posts_meta.iter().filter_map(|meta| Some((meta.post_id.text()?, meta))).collect();
        Self { tags, authors, meta }
    }
}

fn raw(
    path: &str,
    post: &Post,
    index: &Index<'_>,
    people: &BTreeMap<&str, Author>,
    permalinks: &str,
) -> RawPost {
    let id = post.id.text().unwrap_or_default();
    let text =
        |field: &Loose| field.text().map(fields::fold).filter(|text| !text.is_empty()).map(Field::unwritten);
    let html = html(post);
    let body = body::read(&html, Markup::Html, Wanted::ALL);
    let title = text(&post.title);
    let content_hash = content_hash(title.as_ref().map_or("", |title| &title.value), &html);
    let meta = index.meta.get(id);
    let ids = index.authors.get(id).cloned().unwrap_or_else(|| post.author_id.text().into_iter().collect());
    let authors: Vec<Author> = ids.iter().filter_map(|id| people.get(id).cloned()).collect();
    let tags = index.tags.get(id).map(|tags| tags.iter().map(|tag| fields::fold(tag)).collect());
    let cover = post.feature_image.text().or(post.image.text()).filter(|source| !source.is_empty());
    let alt = meta.and_then(|meta| text(&meta.feature_image_alt)).map(Field::into_value);
    RawPost {
        path: path.to_owned(),
        header: Header::Export,
        is_post: true,
        route: route(permalinks, post, authors.first()),
        route_rule: RouteRule::convention("Ghost's permalinks"),
        title,
        published: text(&post.published_at).map(moment),
        updated: text(&post.updated_at).map(moment),
        summary: text(&post.custom_excerpt).or_else(|| meta.and_then(|meta| text(&meta.meta_description))),
        tags: tags.unwrap_or_default(),
        authors: Some(authors).filter(|authors| !authors.is_empty()).map(Field::unwritten),
        language: text(&post.locale),
        cover: cover.map(|source| {
            Field::unwritten(RawCover { source: source.replace(SITE, ""), alt, ..RawCover::default() })
        }),
        content_hash,
        links: body.links,
        sample: body.sample,
        reading_minutes: body.reading_minutes,
        ..RawPost::default()
    }
}

/// Old exports give moments in milliseconds.
fn moment(field: Field<String>) -> Field<String> {
    let milliseconds = field.value.parse::<i64>().ok();
    match milliseconds.and_then(chrono::DateTime::from_timestamp_millis) {
        Some(moment) => Field::unwritten(moment.to_rfc3339()),
        None => field,
    }
}

fn route(permalinks: &str, post: &Post, author: Option<&Author>) -> Route {
    let date = |form: &str| Some(RoutePart::Date(form.to_owned()));
    let text = |field: &Loose| field.text().map(|text| RoutePart::Text(text.to_owned()));
    Route::pattern(permalinks, RouteClock::Site, &mut |name| match name {
        "slug" => text(&post.slug),
        "id" => text(&post.id),
        "year" => date("%Y"),
        "month" => date("%m"),
        "day" => date("%d"),
        "author" => author.map(|author| RoutePart::Text(author.name.to_lowercase().replace(' ', "-"))),
        _ => None,
    })
}

fn author(user: &tables::User) -> Option<Author> {
    let text = |field: &Loose| field.text().map(fields::fold).filter(|text| !text.is_empty());
    Some(Author {
        name: text(&user.name)?,
        email: None,
        url: text(&user.website).filter(|url| url.starts_with("http")),
        avatar: text(&user.profile_image).map(|image| image.replace(SITE, "")),
        avatar_file: None,
    })
}

fn facts(tables: &Tables) -> Facts {
    let say = |key: &str| tables.setting(key).filter(|text| !text.is_empty());
    Facts {
        title: say("title"),
        description: say("description"),
        url: say("url").filter(|url| url.starts_with("http")),
        language: say("locale").or_else(|| say("lang")).or_else(|| say("default_locale")),
        icon: say("icon").map(|icon| icon.replace(SITE, "")),
        logo: say("logo").map(|logo| logo.replace(SITE, "")),
        time_zone: say("timezone").or_else(|| say("active_timezone")).or_else(|| say("activeTimezone")),
        ..Facts::default()
    }
}

#[cfg(test)]
mod tests;
