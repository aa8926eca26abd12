//! JSON Feed 1.1.

use super::{Entry, Feed, Format, PROGRAM, VERSION};
use crate::model::{Author, CardFile, SiteFacts};
use serde::Serialize;

pub const FORMAT: Format = Format {
    name: "json",
    title: "JSON Feed 1.1",
    file: "feed.json",
    media_type: "application/feed+json",
    write,
};

fn write(feed: &Feed) -> Result<Vec<u8>, String> {
    let mut bytes = serde_json::to_vec_pretty(&document(feed)).map_err(|error| error.to_string())?;
    bytes.push(b'\n');
    Ok(bytes)
}

#[derive(Serialize)]
struct Document<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    language: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Person<'a>>,
    #[serde(rename = "_syndicard")]
    mark: Mark,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Person<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

/// An extension, because the format has no generator.
#[derive(Serialize)]
struct Mark {
    about: String,
    version: &'static str,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    content_text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a str>,
    date_published: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Person<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<Attachment<'a>>,
}

#[derive(Serialize)]
struct Attachment<'a> {
    url: &'a str,
    mime_type: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    title: &'a str,
    size_in_bytes: u64,
}

fn document<'a>(feed: &'a Feed) -> Document<'a> {
    let site = feed.site;
    Document {
        version: "https://jsonfeed.org/version/1.1",
        title: &site.title,
        home_page_url: site.url.as_str(),
        feed_url: &feed.self_url,
        description: site.description.as_deref(),
        language: &site.language,
        authors: site.authors.iter().map(person).collect(),
        mark: Mark { about: format!("Written by {PROGRAM}"), version: VERSION },
        items: feed.entries.iter().map(|entry| item(entry, site)).collect(),
    }
}

fn person(author: &Author) -> Person<'_> {
    Person { name: &author.name, url: author.url.as_deref() }
}

fn item<'a>(entry: &Entry<'a>, site: &SiteFacts) -> Item<'a> {
    let post = entry.post;
    let foreign = !post.language.eq_ignore_ascii_case(&site.language);
    let edited = post.updated.map(|_| post.touched());
    Item {
        id: &post.id,
        url: &post.url,
        title: &post.title,
        // The format requires a content, be it as short as the title.
        content_text: post.summary.as_ref().unwrap_or(&post.title),
        summary: post.summary.as_deref(),
        image: entry.card.map(|card| card.url.as_str()),
        date_published: post.published.to_rfc3339(),
        date_modified: edited.map(|date| date.to_rfc3339()),
        tags: post.tags.iter().map(String::as_str).collect(),
        authors: post.authors.iter().map(person).collect(),
        language: foreign.then_some(post.language.as_str()),
        attachments: entry.card.map(attachment).into_iter().collect(),
    }
}

fn attachment(card: &CardFile) -> Attachment<'_> {
    Attachment {
        url: &card.url,
        mime_type: card.media_type.name(),
        title: &card.alt,
        size_in_bytes: card.length_bytes,
    }
}
