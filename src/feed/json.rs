//! JSON Feed 1.1.

use super::{Entry, Feed, FeedFile, Format, PROGRAM, Page, VERSION};
use crate::model::{Attachment, Author};
use serde::Serialize;

pub const FORMAT: Format = Format {
    name: "json",
    title: "JSON Feed 1.1",
    file: "feed.json",
    media_type: "application/feed+json",
    write,
};

fn write(feed: &Feed, file: &FeedFile) -> Result<Vec<u8>, String> {
    let mut bytes = serde_json::to_vec_pretty(&document(feed, file)).map_err(|error| error.to_string())?;
    bytes.push(b'\n');
    Ok(bytes)
}

#[derive(Serialize)]
struct Document<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    icon: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    favicon: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Person<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hubs: Vec<Hub<'a>>,
    #[serde(rename = "_syndicard")]
    mark: Mark,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Person<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    avatar: Option<&'a str>,
}

#[derive(Serialize)]
struct Hub<'a> {
    r#type: &'static str,
    url: &'a str,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    external_url: Option<&'a str>,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_html: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_text: Option<&'a str>,
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
    attachments: Vec<Attached<'a>>,
}

#[derive(Serialize)]
struct Attached<'a> {
    url: &'a str,
    mime_type: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    size_in_bytes: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    duration_in_seconds: Option<u64>,
}

fn document<'a>(feed: &'a Feed, file: &FeedFile) -> Document<'a> {
    let site = feed.site;
    Document {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.channel.title,
        home_page_url: site.url.as_str(),
        feed_url: feed.address(file, feed.page),
        next_url: feed.previous.map(|number| feed.address(file, Page::Archive(number))),
        description: site.description.as_deref(),
        language: &feed.channel.language,
        icon: site.logo.as_deref().or(site.icon.as_deref()),
        favicon: site.icon.as_deref(),
        authors: site.authors.iter().map(person).collect(),
        hubs: feed.hubs.iter().map(|url| Hub { r#type: "WebSub", url }).collect(),
        mark: Mark { about: format!("Written by {PROGRAM}"), version: VERSION },
        items: feed.entries.iter().map(|entry| item(entry, feed)).collect(),
    }
}

fn person(author: &Author) -> Person<'_> {
    Person { name: &author.name, url: author.url.as_deref(), avatar: author.avatar.as_deref() }
}

fn item<'a>(entry: &Entry<'a>, feed: &Feed) -> Item<'a> {
    let post = entry.post;
    let foreign = !post.language.eq_ignore_ascii_case(&feed.channel.language);
    let edited = post.updated.map(|_| post.touched());
    // The format requires a content, be it as short as the title.
    let text = post.summary.as_deref().unwrap_or(&post.title);
    Item {
        id: &post.id,
        url: &post.url,
        external_url: post.external_url.as_deref(),
        title: &post.title,
        content_html: entry.content,
        content_text: if entry.content.is_none() { Some(text) } else { None },
        summary: post.summary.as_deref(),
        image: entry.image,
        date_published: post.published.to_rfc3339(),
        date_modified: edited.map(|date| date.to_rfc3339()),
        tags: post.tags.iter().map(String::as_str).collect(),
        authors: post.authors.iter().map(person).collect(),
        language: foreign.then_some(post.language.as_str()),
        attachments: entry.attachments.iter().map(attachment).collect(),
    }
}

fn attachment(attachment: &Attachment) -> Attached<'_> {
    Attached {
        url: &attachment.url,
        mime_type: &attachment.media_type,
        title: attachment.title.as_deref(),
        size_in_bytes: attachment.length_bytes,
        duration_in_seconds: attachment.duration_s,
    }
}
