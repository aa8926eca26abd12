//! Atom 1.0 (RFC 4287).

use super::{Entry, Feed, FeedFile, Format, PROGRAM, Page, VERSION, media, text};
use crate::model::{Attachment, Author, SiteFacts, encode_path};
use atom_syndication as atom;
use atom_syndication::extension::{Extension, ExtensionMap};
use atom_syndication::{Category, Content, Generator, Link, Person, Text, WriteConfig};
use chrono::DateTime;
use std::collections::BTreeMap;
use url::Url;

pub const FORMAT: Format =
    Format { name: "atom", title: "Atom 1.0", file: "atom.xml", media_type: "application/atom+xml", write };

fn write(feed: &Feed, file: &FeedFile) -> Result<Vec<u8>, String> {
    // The writer breaks lines between elements only, never beside text; the crate's own declaration names no encoding.
    let config = WriteConfig { write_document_declaration: false, indent_size: Some(2) };
    let written = document(feed, file).write_with_config(Vec::new(), config);
    let bytes = written.map_err(|error| error.to_string())?;
    Ok(text::finished(bytes, feed.stylesheet))
}

fn document(feed: &Feed, file: &FeedFile) -> atom::Feed {
    let site = feed.site;
    atom::Feed {
        id: feed_id(feed, file),
        title: said(&feed.channel.title, None),
        subtitle: site.description.as_deref().map(|description| said(description, None)),
        // The element is required; a feed that never had an entry was never updated.
        updated: feed.updated().unwrap_or_else(|| DateTime::UNIX_EPOCH.fixed_offset()),
        authors: site_authors(site),
        rights: site.rights.as_deref().map(|rights| said(rights, None)),
        icon: site.icon.clone(),
        logo: site.logo.clone(),
        links: links(feed, file),
        generator: Some(Generator {
            value: PROGRAM.to_owned(),
            uri: None,
            version: Some(VERSION.to_owned()),
        }),
        lang: Some(feed.channel.language.clone()),
        extensions: archive_mark(feed),
        namespaces: text::namespaces(feed),
        entries: feed.entries.iter().map(|entry| document_entry(entry, feed)).collect(),
        ..atom::Feed::default()
    }
}

/// The main feed is known by the site's address, as it always was; its archives are parts of it (RFC 5005).
fn feed_id(feed: &Feed, file: &FeedFile) -> String {
    if feed.channel.folder.is_empty() { feed.site.url.to_string() } else { feed.address(file, Page::Current) }
}

/// RFC 5005, section 4: an archive says that it is one.
fn archive_mark(feed: &Feed) -> ExtensionMap {
    if feed.page == Page::Current {
        return ExtensionMap::new();
    }
    let mark = Extension { name: "fh:archive".to_owned(), ..Extension::default() };
    ExtensionMap::from([("fh".to_owned(), BTreeMap::from([("archive".to_owned(), vec![mark])]))])
}

/// Plain text, in its language where that is not the feed's. Five of eleven readers show the marks of a title of type `html`.
fn said(plain: &str, lang: Option<&str>) -> Text {
    Text { lang: lang.map(str::to_owned), ..Text::plain(text::referenced(plain)) }
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

fn links(feed: &Feed, file: &FeedFile) -> Vec<Link> {
    let mut links: Vec<Link> = text::links(feed, file)
        .into_iter()
        .map(|(rel, href, media_type)| link(rel, &href, media_type))
        .collect();
    links.push(link("alternate", feed.site.url.as_str(), Some("text/html")));
    links
}

fn link(rel: &str, href: &str, media_type: Option<&str>) -> Link {
    Link {
        href: href.to_owned(),
        rel: rel.to_owned(),
        mime_type: media_type.map(str::to_owned),
        ..Link::default()
    }
}

fn document_entry(entry: &Entry, feed: &Feed) -> atom::Entry {
    let post = entry.post;
    // The crate's entry has no language of its own, so its texts carry it.
    let foreign = !post.language.eq_ignore_ascii_case(&feed.channel.language);
    let lang = foreign.then_some(post.language.as_str());
    let mut links = vec![link("alternate", &post.url, Some("text/html"))];
    links.extend(post.external_url.as_deref().map(|url| link("related", url, None)));
    links.extend(entry.attachments.iter().map(enclosure));
    atom::Entry {
        id: uri(&post.id, feed.site),
        title: said(&post.title, lang),
        published: Some(post.published),
        updated: post.touched(),
        authors: post.authors.iter().map(person).collect(),
        categories: post.tags.iter().map(|tag| category(tag)).collect(),
        links,
        rights: post.rights.as_deref().map(|rights| said(rights, lang)),
        summary: post.summary.as_deref().map(|summary| said(summary, lang)),
        content: entry.content.map(|html| Content {
            value: Some(html.to_owned()),
            content_type: Some("html".to_owned()),
            lang: lang.map(str::to_owned),
            ..Content::default()
        }),
        extensions: media_contents(entry),
        ..atom::Entry::default()
    }
}

/// RFC 4287, section 4.2.6: an id is an IRI. What an author made up becomes a part of the site's.
fn uri(id: &str, site: &SiteFacts) -> String {
    match Url::parse(id) {
        Ok(_) if id.bytes().all(|byte| byte.is_ascii_graphic()) => id.to_owned(),
        Ok(url) => url.into(),
        Err(_) => format!("{}#{}", site.url, encode_path(id)),
    }
}

fn category(tag: &str) -> Category {
    Category { term: tag.to_owned(), ..Category::default() }
}

fn enclosure(attachment: &Attachment) -> Link {
    let length = Some(attachment.length_bytes.to_string());
    Link { length, ..link("enclosure", &attachment.url, Some(&attachment.media_type)) }
}

fn media_contents(entry: &Entry) -> ExtensionMap {
    if entry.attachments.is_empty() {
        return ExtensionMap::new();
    }
    let has_content = entry.content.is_some();
    let contents =
        entry.attachments.iter().map(|attachment| media_content(attachment, has_content)).collect();
    ExtensionMap::from([("media".to_owned(), BTreeMap::from([("content".to_owned(), contents)]))])
}

fn media_content(attachment: &Attachment, has_content: bool) -> Extension {
    let described = attachment.title.as_deref().map(|title| {
        let element = media::description(has_content);
        let attrs = BTreeMap::from([("type".to_owned(), "plain".to_owned())]);
        let (name, value) = (format!("media:{element}"), Some(text::referenced(title)));
        (element.to_owned(), vec![Extension { name, value, attrs, ..Extension::default() }])
    });
    let attributes = media::attributes(attachment).into_iter().map(|(name, value)| (name, attribute(&value)));
    Extension {
        name: "media:content".to_owned(),
        attrs: attributes.collect(),
        children: described.into_iter().collect(),
        ..Extension::default()
    }
}

/// Escaped by hand: `atom_syndication` 0.12.10 writes the attributes of extensions as they are.
/// The test `atom_syndication_writes_extension_attributes_unescaped` fails once it no longer does.
fn attribute(value: &str) -> String {
    let escaped = value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    escaped.replace('"', "&quot;")
}
