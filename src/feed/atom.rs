//! Atom 1.0 (RFC 4287).

use super::{Entry, Feed, Format, PROGRAM, VERSION};
use crate::model::{Author, CardFile, SiteFacts};
use atom_syndication as atom;
use atom_syndication::extension::{Extension, ExtensionMap};
use atom_syndication::{Category, Generator, Link, Person, Text, WriteConfig};
use chrono::DateTime;
use std::collections::BTreeMap;

pub const FORMAT: Format =
    Format { name: "atom", title: "Atom 1.0", file: "atom.xml", media_type: "application/atom+xml", write };

/// <https://www.rssboard.org/media-rss>
const MEDIA_NAMESPACE: &str = "http://search.yahoo.com/mrss/";

fn write(feed: &Feed) -> Result<Vec<u8>, String> {
    // The crate's own declaration names no encoding.
    let start = b"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".to_vec();
    // The writer breaks lines between elements only, never beside text.
    let config = WriteConfig { write_document_declaration: false, indent_size: Some(2) };
    let written = document(feed).write_with_config(start, config);
    let mut bytes = written.map_err(|error| error.to_string())?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn document(feed: &Feed) -> atom::Feed {
    let site = feed.site;
    let newest = feed.entries.iter().map(|entry| entry.post.touched()).max();
    atom::Feed {
        id: site.url.to_string(),
        title: Text::plain(site.title.as_str()),
        subtitle: site.description.as_deref().map(Text::plain),
        // The element is required; a feed that never had an entry was never updated.
        updated: newest.unwrap_or_else(|| DateTime::UNIX_EPOCH.fixed_offset()),
        authors: site_authors(site),
        links: vec![
            link("self", &feed.self_url, FORMAT.media_type),
            link("alternate", site.url.as_str(), "text/html"),
        ],
        generator: Some(Generator {
            value: PROGRAM.to_owned(),
            uri: None,
            version: Some(VERSION.to_owned()),
        }),
        lang: Some(site.language.clone()),
        namespaces: namespaces(feed),
        entries: feed.entries.iter().map(|entry| document_entry(entry, site)).collect(),
        ..atom::Feed::default()
    }
}

fn namespaces(feed: &Feed) -> BTreeMap<String, String> {
    let has_media = feed.entries.iter().any(|entry| entry.card.is_some());
    has_media.then(|| ("media".to_owned(), MEDIA_NAMESPACE.to_owned())).into_iter().collect()
}

/// RFC 4287, section 4.1.1: a feed has an author unless each entry has; the site itself stands in.
fn site_authors(site: &SiteFacts) -> Vec<Person> {
    if site.authors.is_empty() {
        return vec![Person { name: site.title.clone(), ..Person::default() }];
    }
    site.authors.iter().map(person).collect()
}

fn person(author: &Author) -> Person {
    Person {
        name: author.name.clone(),
        email: author.email.clone(),
        uri: author.url.clone(),
        ..Person::default()
    }
}

fn link(rel: &str, href: &str, media_type: &str) -> Link {
    Link {
        href: href.to_owned(),
        rel: rel.to_owned(),
        mime_type: Some(media_type.to_owned()),
        ..Link::default()
    }
}

fn document_entry(entry: &Entry, site: &SiteFacts) -> atom::Entry {
    let post = entry.post;
    // The crate's entry has no language of its own, so its texts carry it.
    let foreign = !post.language.eq_ignore_ascii_case(&site.language);
    let lang = foreign.then(|| post.language.clone());
    let text = |value: &str| Text { lang: lang.clone(), ..Text::plain(value) };
    let mut links = vec![link("alternate", &post.url, "text/html")];
    links.extend(entry.card.map(enclosure));
    atom::Entry {
        id: post.id.clone(),
        title: text(&post.title),
        published: Some(post.published),
        updated: post.touched(),
        authors: post.authors.iter().map(person).collect(),
        categories: post.tags.iter().map(|tag| category(tag)).collect(),
        links,
        summary: post.summary.as_deref().map(text),
        extensions: entry.card.map(media).unwrap_or_default(),
        ..atom::Entry::default()
    }
}

fn category(tag: &str) -> Category {
    Category { term: tag.to_owned(), ..Category::default() }
}

fn enclosure(card: &CardFile) -> Link {
    let length = Some(card.length_bytes.to_string());
    Link { length, ..link("enclosure", &card.url, card.media_type.name()) }
}

/// Media RSS: what an enclosure cannot say of a picture.
fn media(card: &CardFile) -> ExtensionMap {
    let attributes = [
        ("url", attribute(&card.url)),
        ("medium", "image".to_owned()),
        ("type", card.media_type.name().to_owned()),
        ("width", card.width_px.to_string()),
        ("height", card.height_px.to_string()),
        ("fileSize", card.length_bytes.to_string()),
    ];
    let described = (!card.alt.is_empty()).then(|| {
        let kind = BTreeMap::from([("type".to_owned(), "plain".to_owned())]);
        let value = Some(card.alt.clone());
        let name = "media:description".to_owned();
        ("description".to_owned(), vec![Extension { name, value, attrs: kind, ..Default::default() }])
    });
    let content = Extension {
        name: "media:content".to_owned(),
        attrs: attributes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        children: described.into_iter().collect(),
        ..Default::default()
    };
    let contents = BTreeMap::from([("content".to_owned(), vec![content])]);
    ExtensionMap::from([("media".to_owned(), contents)])
}

/// Escaped by hand: `atom_syndication` 0.12.10 writes the attributes of extensions as they are.
/// The test `atom_syndication_writes_extension_attributes_unescaped` fails once it no longer does.
fn attribute(value: &str) -> String {
    let escaped = value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    escaped.replace('"', "&quot;")
}
