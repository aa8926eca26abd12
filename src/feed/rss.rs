//! RSS 2.0, with the RSS Advisory Board's profile.

use super::{Entry, Feed, FeedFile, Format, PROGRAM, Page, VERSION, media, text};
use crate::model::{Attachment, Post, SiteFacts};
use chrono::{DateTime, FixedOffset, Utc};
use rss::extension::atom::{AtomExtension, Link};
use rss::extension::dublincore::DublinCoreExtension;
use rss::extension::{Extension, ExtensionMap};
use rss::{Category, Channel, Enclosure, Guid, Image, Item};
use std::collections::BTreeMap;

pub const FORMAT: Format =
    Format { name: "rss", title: "RSS 2.0", file: "feed.xml", media_type: "application/rss+xml", write };

fn write(feed: &Feed, file: &FeedFile) -> Result<Vec<u8>, String> {
    // The writer breaks lines between elements only, never beside text.
    let written = channel(feed, file).pretty_write_to(Vec::new(), b' ', 2);
    let bytes = written.map_err(|error| error.to_string())?;
    Ok(text::finished(bytes, feed.stylesheet))
}

fn channel(feed: &Feed, file: &FeedFile) -> Channel {
    let site = feed.site;
    let title = text::referenced(&feed.channel.title);
    Channel {
        // The element is required; a site without a description is described by its name.
        description: site.description.as_deref().map_or_else(|| title.clone(), text::referenced),
        link: site.url.to_string(),
        language: Some(feed.channel.language.clone()),
        copyright: site.rights.as_deref().map(text::referenced),
        last_build_date: feed.updated().map(date),
        generator: Some(format!("{PROGRAM} {VERSION}")),
        docs: Some("https://www.rssboard.org/rss-specification".to_owned()),
        image: image(site, &title),
        atom_ext: Some(AtomExtension { links: links(feed, file) }),
        extensions: archive_mark(feed),
        namespaces: text::namespaces(feed),
        items: feed.entries.iter().map(|entry| item(entry, feed)).collect(),
        title,
        ..Channel::default()
    }
}

/// The picture beside the channel: its title and link equal the channel's, and the specification knows three types.
fn image(site: &SiteFacts, title: &str) -> Option<Image> {
    let known = |url: &&String| {
        let path = url.split(['?', '#']).next().unwrap_or(url).to_ascii_lowercase();
        [".png", ".jpg", ".jpeg", ".gif"].iter().any(|ending| path.ends_with(ending))
    };
    let url = [&site.logo, &site.icon].into_iter().flatten().find(known)?.clone();
    Some(Image { url, title: title.to_owned(), link: site.url.to_string(), ..Image::default() })
}

/// RFC 5005, section 4: an archive says that it is one.
fn archive_mark(feed: &Feed) -> ExtensionMap {
    if feed.page == Page::Current {
        return ExtensionMap::new();
    }
    let mark = Extension { name: "fh:archive".to_owned(), ..Extension::default() };
    ExtensionMap::from([("fh".to_owned(), BTreeMap::from([("archive".to_owned(), vec![mark])]))])
}

fn links(feed: &Feed, file: &FeedFile) -> Vec<Link> {
    text::links(feed, file)
        .into_iter()
        .map(|(rel, href, mime_type)| Link {
            href,
            rel: rel.to_owned(),
            mime_type: mime_type.map(str::to_owned),
            ..Link::default()
        })
        .collect()
}

fn item(entry: &Entry, feed: &Feed) -> Item {
    let post = entry.post;
    // RSS names no author for a whole channel that readers would show beside an item.
    let authors = if post.authors.is_empty() { &feed.site.authors } else { &post.authors };
    let foreign = !post.language.eq_ignore_ascii_case(&feed.channel.language);
    let dublin_core = DublinCoreExtension {
        // Never `author` as well, nor instead: of eleven readers seven show `mail (Name)` wrongly (docs/readers.md).
        creators: authors.iter().map(|author| author.name.clone()).collect(),
        languages: foreign.then(|| post.language.clone()).into_iter().collect(),
        rights: post.rights.clone().into_iter().collect(),
        ..DublinCoreExtension::default()
    };
    // Beside the whole content a summary needs no marks of its own, which a browser would show as they are written.
    let html = |plain: &str| match entry.content {
        Some(_) => text::html(plain),
        None => text::directed(plain, &post.language),
    };
    Item {
        title: Some(text::referenced(&post.title)),
        link: Some(post.url.clone()),
        // `content:encoded` needs a description before it.
        description: post.summary.as_deref().or(entry.content.and(Some(&post.title))).map(html),
        content: entry.content.map(str::to_owned),
        categories: post.tags.iter().map(|tag| Category::from(text::referenced(tag))).collect(),
        enclosure: entry.attachments.first().map(enclosure),
        guid: Some(guid(post)),
        pub_date: Some(date(post.published)),
        extensions: extensions(entry),
        atom_ext: post.external_url.as_deref().map(related),
        dublin_core_ext: Some(dublin_core)
            .filter(|dublin_core| *dublin_core != DublinCoreExtension::default()),
        ..Item::default()
    }
}

fn guid(post: &Post) -> Guid {
    // The profile: readers open a permalink, and the validator takes only ASCII for an address.
    let is_web = post.id.starts_with("https://") || post.id.starts_with("http://");
    let permalink = is_web && post.id == post.url && post.id.is_ascii();
    Guid { value: post.id.clone(), permalink }
}

fn enclosure(attachment: &Attachment) -> Enclosure {
    Enclosure {
        url: attachment.url.clone(),
        length: attachment.length_bytes.to_string(),
        mime_type: attachment.media_type.clone(),
    }
}

fn related(url: &str) -> AtomExtension {
    AtomExtension { links: vec![Link { href: url.to_owned(), rel: "related".to_owned(), ..Link::default() }] }
}

/// RFC 2822 in English. Not `to_rfc2822`, which panics for years from 10000 up (chrono 0.4).
fn date(date: DateTime<FixedOffset>) -> String {
    // Some readers know hours and half hours only: Nepal's +0545 is written as UTC.
    let whole = date.offset().local_minus_utc() % 1800 == 0;
    let date = if whole { date } else { date.with_timezone(&Utc).fixed_offset() };
    date.format("%a, %d %b %Y %H:%M:%S %z").to_string()
}

/// What RSS has no element for: the date of the last edit, and the facts of pictures and recordings.
fn extensions(entry: &Entry) -> ExtensionMap {
    let mut extensions = ExtensionMap::new();
    if entry.post.updated.is_some() {
        let value = Some(entry.post.touched().to_rfc3339());
        let updated = Extension { name: "atom:updated".to_owned(), value, ..Extension::default() };
        extensions.insert("atom".to_owned(), BTreeMap::from([("updated".to_owned(), vec![updated])]));
    }
    if !entry.attachments.is_empty() {
        let has_content = entry.content.is_some();
        let contents =
            entry.attachments.iter().map(|attachment| media_content(attachment, has_content)).collect();
        extensions.insert("media".to_owned(), BTreeMap::from([("content".to_owned(), contents)]));
    }
    extensions
}

fn media_content(attachment: &Attachment, has_content: bool) -> Extension {
    let described = attachment.title.as_deref().map(|title| {
        let element = media::description(has_content);
        let attrs = BTreeMap::from([("type".to_owned(), "plain".to_owned())]);
        let (name, value) = (format!("media:{element}"), Some(text::referenced(title)));
        (element.to_owned(), vec![Extension { name, value, attrs, ..Extension::default() }])
    });
    Extension {
        name: "media:content".to_owned(),
        attrs: media::attributes(attachment).into_iter().collect(),
        children: described.into_iter().collect(),
        ..Extension::default()
    }
}
