//! WordPress's export ("WXR"): RSS with elements of its own, one file or several.

mod document;
mod paragraphs;

use super::LIMIT_BYTES;
use crate::disk;
use crate::model::{Author, Facts, Field, Header, RawCover, RawPost, Route, RouteRule};
use crate::site::article::Markup;
use crate::site::body::Wanted;
use crate::site::frameworks::Exported;
use crate::site::read::content_hash;
use crate::site::root::{Bodies, Root};
use crate::site::{body, fields};
use document::{Document, Item};
use std::collections::BTreeMap;

/// What the exports of a site say about it, and its posts.
#[derive(Default)]
pub struct Export {
    pub facts: Facts,
    pub posts: Vec<Exported>,
}

/// The exports directly in a site.
pub fn files(root: &Root) -> Vec<String> {
    super::files(root, "xml", &["//wordpress.org/export/"])
}

/// Reads the exports of one site: large ones come in several files, and a post's picture may stand in another of them.
///
/// # Errors
/// Why one cannot be read, in a few words, with its name.
pub fn read(root: &Root) -> Result<Export, (String, String)> {
    let mut documents = Vec::new();
    for file in files(root) {
        let document = document(root, &file).map_err(|reason| (file.clone(), reason))?;
        documents.push((file, document));
    }
    let mut people: BTreeMap<&str, Author> = BTreeMap::new();
    let mut attachments: BTreeMap<&str, &Item> = BTreeMap::new();
    for (_, document) in &documents {
        people.extend(document.authors.iter().map(|(login, author)| (login.as_str(), author.clone())));
        let pictures = document.items.iter().filter(|item| item.kind == "attachment");
        attachments.extend(pictures.map(|item| (item.id.as_str(), item)));
    }
    let mut posts = Vec::new();
    for (file, document) in &documents {
        for item in document.items.iter().filter(|item| is_text(item)) {
            let path = path(file, item);
            let outcome = published(item).map(|()| Box::new(raw(&path, item, &people, &attachments)));
            posts.push(Exported { path, outcome });
        }
    }
    let facts = documents.first().map(|(_, document)| facts(document)).unwrap_or_default();
    Ok(Export { facts, posts })
}

/// The HTML of every post of every export.
///
/// # Errors
/// Why the first that cannot be read cannot.
pub fn bodies(root: &Root) -> Result<Bodies, String> {
    let mut bodies = Bodies::new();
    for file in files(root) {
        let document = document(root, &file)?;
        let posts = document.items.iter().filter(|item| item.kind == "post");
        bodies.extend(posts.map(|item| (path(&file, item), paragraphs::html(&item.content))));
    }
    Ok(bodies)
}

fn document(root: &Root, file: &str) -> Result<Document, String> {
    let bytes = disk::read(&root.path(file), LIMIT_BYTES).map_err(|error| error.reason())?;
    Document::read(&bytes)
}

/// The slug is missing where a draft was never published.
fn path(file: &str, item: &Item) -> String {
    format!("{file}#{}", if item.slug.is_empty() { &item.id } else { &item.slug })
}

/// Menu items, revisions and attachments are nobody's posts.
fn is_text(item: &Item) -> bool {
    matches!(item.kind.as_str(), "post" | "page" | "")
}

/// Whether everybody may read it.
///
/// # Errors
/// The reason for which it is not published.
fn published(item: &Item) -> Result<(), &'static str> {
    if item.kind == "page" {
        return Err("a page");
    }
    match item.status.as_str() {
        "publish" | "" if !item.password.is_empty() => Err("behind a password"),
        "publish" | "" => Ok(()),
        "future" => Err("future"),
        "draft" | "auto-draft" | "pending" => Err("draft"),
        "private" => Err("private"),
        "trash" => Err("in the trash"),
        _ => Err("not published"),
    }
}

fn raw(
    path: &str,
    item: &Item,
    people: &BTreeMap<&str, Author>,
    attachments: &BTreeMap<&str, &Item>,
) -> RawPost {
    let html = paragraphs::html(&item.content);
    let body = body::read(&html, Markup::Html, Wanted::ALL);
    let title = fields::fold(&item.title);
    let content_hash = content_hash(&title, &html);
    let named = (!item.creator.is_empty()).then(|| {
        let author = people.get(item.creator.as_str()).cloned();
        vec![author.unwrap_or_else(|| Author { name: item.creator.clone(), ..Author::default() })]
    });
    let excerpt = body::plain(&item.excerpt);
    RawPost {
        path: path.to_owned(),
        header: Header::Export,
        is_post: true,
        route: route(item),
        route_rule: RouteRule::convention("the post's `link` in the export"),
        title: Some(title).filter(|title| !title.is_empty()).map(Field::unwritten),
        published: moment(&item.date, &item.date_gmt),
        updated: moment(&item.modified, &item.modified_gmt),
        summary: Some(excerpt).filter(|excerpt| !excerpt.is_empty()).map(Field::unwritten),
        tags: item.terms.clone(),
        authors: named.map(Field::unwritten),
        cover: attachments.get(item.thumbnail_id.as_str()).and_then(|picture| cover(picture)),
        content_hash,
        links: body.links,
        sample: body.sample,
        reading_minutes: body.reading_minutes,
        ..RawPost::default()
    }
}

/// Its link; a slug is the best that is known where there is none.
fn route(item: &Item) -> Route {
    match item.link.trim() {
        link if link.starts_with("http") => Route::Address(link.to_owned()),
        _ => Route::path(format!("{}/", item.slug)),
    }
}

fn cover(picture: &Item) -> Option<Field<RawCover>> {
    let source = picture.attachment_url.trim();
    let alt = Some(fields::fold(&picture.alt)).filter(|alt| !alt.is_empty());
    let found = RawCover { source: source.to_owned(), alt, ..RawCover::default() };
    (!source.is_empty()).then(|| Field::unwritten(found))
}

/// The clock of the site with its offset, which the same moment in UTC tells; nothing of an unset date.
fn moment(local: &str, gmt: &str) -> Option<Field<String>> {
    let read = |text: &str| chrono::NaiveDateTime::parse_from_str(text.trim(), "%Y-%m-%d %H:%M:%S").ok();
    let text = match (read(local), read(gmt)) {
        (Some(local), Some(gmt)) => {
            let seconds = i32::try_from((local - gmt).num_seconds()).ok()?;
            let offset = chrono::FixedOffset::east_opt(seconds - seconds % 60)?;
            gmt.and_utc().with_timezone(&offset).to_rfc3339()
        }
        (Some(local), None) => local.format("%Y-%m-%d %H:%M:%S").to_string(),
        (None, Some(gmt)) => gmt.and_utc().to_rfc3339(),
        (None, None) => return None,
    };
    Some(Field::unwritten(text))
}

fn facts(document: &Document) -> Facts {
    let say = |text: &str| Some(fields::fold(text)).filter(|text| !text.is_empty());
    Facts {
        title: say(&document.title),
        description: say(&document.description),
        url: say(&document.blog_url).or_else(|| say(&document.link)),
        language: say(&document.language),
        ..Facts::default()
    }
}

#[cfg(test)]
mod tests;
