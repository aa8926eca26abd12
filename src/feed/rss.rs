//! RSS 2.0, with the RSS Advisory Board's profile.

use super::{Entry, Feed, Format, PROGRAM, VERSION, text};
use crate::model::{Author, CardFile, Post, SiteFacts};
use chrono::{DateTime, FixedOffset};
use rss::extension::atom::{AtomExtension, Link};
use rss::extension::dublincore::DublinCoreExtension;
use rss::extension::{Extension, ExtensionMap};
use rss::{Category, Channel, Enclosure, Guid, Item};
use std::collections::BTreeMap;

pub const FORMAT: Format =
    Format { name: "rss", title: "RSS 2.0", file: "feed.xml", media_type: "application/rss+xml", write };

/// <https://www.rssboard.org/media-rss>
const MEDIA_NAMESPACE: &str = "http://search.yahoo.com/mrss/";

fn write(feed: &Feed) -> Result<Vec<u8>, String> {
    // The writer breaks lines between elements only, never beside text.
    let written = channel(feed).pretty_write_to(Vec::new(), b' ', 2);
    let mut bytes = written.map_err(|error| error.to_string())?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn channel(feed: &Feed) -> Channel {
    let site = feed.site;
    let newest = feed.entries.iter().map(|entry| entry.post.touched()).max();
    Channel {
        title: site.title.clone(),
        link: site.url.to_string(),
        // The element is required; a site without a description is described by its name.
        description: text::html(site.description.as_ref().unwrap_or(&site.title)),
        language: Some(site.language.clone()),
        last_build_date: newest.map(date),
        generator: Some(format!("{PROGRAM} {VERSION}")),
        docs: Some("https://www.rssboard.org/rss-specification".to_owned()),
        atom_ext: Some(AtomExtension { links: vec![self_link(&feed.self_url)] }),
        namespaces: namespaces(feed),
        items: feed.entries.iter().map(|entry| item(entry, site)).collect(),
        ..Channel::default()
    }
}

/// The prefixes that the crate does not declare by itself: those of generic extensions.
fn namespaces(feed: &Feed) -> BTreeMap<String, String> {
    let has_media = feed.entries.iter().any(|entry| entry.card.is_some());
    has_media.then(|| ("media".to_owned(), MEDIA_NAMESPACE.to_owned())).into_iter().collect()
}

fn self_link(url: &str) -> Link {
    Link {
        href: url.to_owned(),
        rel: "self".to_owned(),
        mime_type: Some(FORMAT.media_type.to_owned()),
        ..Link::default()
    }
}

fn item(entry: &Entry, site: &SiteFacts) -> Item {
    let post = entry.post;
    // RSS names no author for a whole channel that readers would show beside an item.
    let authors = if post.authors.is_empty() { &site.authors } else { &post.authors };
    let author = mail_author(authors);
    Item {
        title: Some(post.title.clone()),
        link: Some(post.url.clone()),
        description: post.summary.as_deref().map(text::html),
        categories: post.tags.iter().map(|tag| Category::from(tag.as_str())).collect(),
        enclosure: entry.card.map(enclosure),
        guid: Some(guid(post)),
        pub_date: Some(date(post.published)),
        extensions: entry.card.map(media).unwrap_or_default(),
        // The profile: an item has `author` or `dc:creator`, never both.
        dublin_core_ext: if author.is_none() { creators(authors) } else { None },
        author,
        ..Item::default()
    }
}

/// `mail (Name)`, the only form RSS gives `author`; an item has one, so several authors are creators.
fn mail_author(authors: &[Author]) -> Option<String> {
    let [author] = authors else { return None };
    author.email.as_ref().map(|email| format!("{email} ({})", author.name))
}

fn creators(authors: &[Author]) -> Option<DublinCoreExtension> {
    let creators: Vec<String> = authors.iter().map(|author| author.name.clone()).collect();
    (!creators.is_empty()).then(|| DublinCoreExtension { creators, ..Default::default() })
}

fn guid(post: &Post) -> Guid {
    // The profile: readers open a permalink, and the validator takes only ASCII for an address.
    let is_web = post.id.starts_with("https://") || post.id.starts_with("http://");
    let permalink = is_web && post.id == post.url && post.id.is_ascii();
    Guid { value: post.id.clone(), permalink }
}

fn enclosure(card: &CardFile) -> Enclosure {
    Enclosure {
        url: card.url.clone(),
        length: card.length_bytes.to_string(),
        mime_type: card.media_type.name().to_owned(),
    }
}

/// RFC 2822 in English. Not `to_rfc2822`, which panics for years from 10000 up (chrono 0.4).
fn date(date: DateTime<FixedOffset>) -> String {
    date.format("%a, %d %b %Y %H:%M:%S %z").to_string()
}

/// Media RSS: what an enclosure cannot say of a picture.
fn media(card: &CardFile) -> ExtensionMap {
    let attributes = [
        ("url", card.url.clone()),
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
