//! Posts, sites and documents to test with.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod archives;
mod channels;
mod fields;
mod formats;
mod paging;
mod people;

use super::*;
use crate::model::{Author, CardFile, CardWish};
use chrono::{DateTime, FixedOffset};
use serde_json::Value;

const HARD_TITLE: &str = "C++ <T> & \"q\" ]]> it's \u{1F980}";

fn date(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn author(name: &str, email: Option<&str>) -> Author {
    Author { name: name.to_owned(), email: email.map(str::to_owned), ..Author::default() }
}

fn site() -> SiteFacts {
    SiteFacts {
        framework: "plain",
        below: String::new(),
        title: "Bits & <Bobs>".to_owned(),
        description: Some("On <T> & more".to_owned()),
        url: "https://example.org/".parse().unwrap(),
        language: "en".to_owned(),
        authors: vec![author("Ada", None)],
        rights: None,
        icon: None,
        logo: None,
        logo_file: None,
        time_zone: chrono_tz::Tz::UTC,
        out: "public".to_owned(),
    }
}

fn post() -> Post {
    Post {
        path: "posts/a.md".to_owned(),
        header: Default::default(),
        url: "https://example.org/a/?x=1&y=2".to_owned(),
        url_path: "a".to_owned(),
        id: "https://example.org/a/?x=1&y=2".to_owned(),
        title: HARD_TITLE.to_owned(),
        card_title: HARD_TITLE.to_owned(),
        published: date("2024-02-29T23:30:00+05:30"),
        updated: Some(date("2024-03-01T10:00:00-08:00")),
        summary: Some("Why a < b && c".to_owned()),
        excerpt: None,
        reading_minutes: None,
        tags: vec!["c++ & \"co\"".to_owned(), "日本".to_owned()],
        authors: vec![author("Zoë <z>", None), author("Bob", Some("bob@example.org"))],
        language: "en".to_owned(),
        translations: Vec::new(),
        cover: None,
        card: CardWish::Draw,
        card_theme: None,
        in_feeds: true,
        section: None,
        series: None,
        external_url: None,
        rights: None,
        enclosures: Vec::new(),
        content_hash: Default::default(),
        repaired: None,
    }
}

fn card() -> CardFile {
    CardFile {
        name: "og".to_owned(),
        path: "cards/a.jpg".to_owned(),
        url: "https://example.org/cards/a.jpg?b=1&c=\"2\"".to_owned(),
        width_px: 1200,
        height_px: 630,
        length_bytes: 54_321,
        media_type: "image/jpeg",
        alt: "A <card> & more".to_owned(),
        hash: String::new(),
        contrast: None,
    }
}

fn bytes(format: &Format, site: &SiteFacts, posts: &[Post], card: Option<&CardFile>) -> Vec<u8> {
    with_content(format, site, posts, card, None)
}

fn with_content(
    format: &Format,
    site: &SiteFacts,
    posts: &[Post],
    card: Option<&CardFile>,
    content: Option<&str>,
) -> Vec<u8> {
    let attachments: Vec<Attachment> = card.map(CardFile::attachment).into_iter().collect();
    let image = card.map(|card| card.url.as_str());
    let entries =
        posts.iter().map(|post| Entry { post, attachments: &attachments, image, content }).collect();
    document(format, site, entries, Page::Current)
}

/// A document of the site's main feed in one format.
fn document(format: &Format, site: &SiteFacts, entries: Vec<Entry>, page: Page) -> Vec<u8> {
    let format = super::format(format.name).unwrap();
    let channel = Channel {
        folder: String::new(),
        title: site.title.clone(),
        language: site.language.clone(),
        files: vec![FeedFile { format, path: format.file.to_owned() }],
        limit: None,
        posts: Vec::new(),
    };
    let feed = Feed {
        site,
        channel: &channel,
        page,
        previous: None,
        next: None,
        hubs: &[],
        stylesheet: None,
        entries,
    };
    write(&feed).remove(0).unwrap().bytes
}

fn as_rss(post: Post, card: Option<&CardFile>) -> ::rss::Item {
    let bytes = bytes(&rss::FORMAT, &site(), &[post], card);
    ::rss::Channel::read_from(bytes.as_slice()).unwrap().items.remove(0)
}

fn as_atom(post: Post, card: Option<&CardFile>) -> atom_syndication::Entry {
    let bytes = bytes(&atom::FORMAT, &site(), &[post], card);
    atom_syndication::Feed::read_from(bytes.as_slice()).unwrap().entries.remove(0)
}

fn as_json(post: Post, card: Option<&CardFile>) -> Value {
    let bytes = bytes(&json::FORMAT, &site(), &[post], card);
    serde_json::from_slice::<Value>(&bytes).unwrap()["items"][0].take()
}

fn xml(format: &Format, post: Post, card: Option<&CardFile>) -> String {
    String::from_utf8(bytes(format, &site(), &[post], card)).unwrap()
}
