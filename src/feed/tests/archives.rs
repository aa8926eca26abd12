//! Links between documents (RFC 5005), hubs, style sheets and the marks of an archive.

use super::{post, site};
use crate::feed::{Channel, Entry, FORMATS, Feed, FeedFile, Page, write};

fn written(page: Page, previous: Option<u32>, next: Option<u32>) -> [String; 3] {
    let channel = Channel {
        folder: "tags/a/".to_owned(),
        title: "A".to_owned(),
        language: "en".to_owned(),
        files: FORMATS
            .iter()
            .map(|format| FeedFile { format, path: format!("tags/a/{}", format.file) })
            .collect(),
        limit: None,
        posts: Vec::new(),
    };
    let post = post();
    let entries = vec![Entry { post: &post, attachments: &[], image: None, content: None }];
    let hubs = ["https://hub.example.org/?a=1&b=2".to_owned()];
    let feed = Feed {
        site: &site(),
        channel: &channel,
        page,
        previous,
        next,
        hubs: &hubs,
        stylesheet: Some("https://example.org/feeds.css?a=1&b=\"2\""),
        entries,
    };
    let documents: Vec<String> = write(&feed)
        .into_iter()
        .map(|artifact| String::from_utf8(artifact.unwrap().bytes).unwrap())
        .collect();
    documents.try_into().unwrap()
}

#[test]
fn the_current_document_leads_to_the_newest_archive() {
    let [rss, atom, json] = written(Page::Current, Some(3), None);
    assert!(
        rss.contains("href=\"https://example.org/tags/a/feed-archive-3.xml\" rel=\"prev-archive\""),
        "{rss}"
    );
    assert!(
        atom.contains("href=\"https://example.org/tags/a/atom-archive-3.xml\" rel=\"prev-archive\""),
        "{atom}"
    );
    assert!(json.contains("\"next_url\": \"https://example.org/tags/a/feed-archive-3.json\""), "{json}");
    assert!(!rss.contains("fh:archive") && !atom.contains("fh:archive"));
}

#[test]
fn an_archive_says_that_it_is_one_and_leads_to_its_neighbours() {
    let [rss, atom, json] = written(Page::Archive(2), Some(1), Some(3));
    for (xml, name) in [(&rss, "feed"), (&atom, "atom")] {
        let link = |file: &str, rel: &str| {
            xml.contains(&format!("href=\"https://example.org/tags/a/{name}{file}.xml\" rel=\"{rel}\""))
        };
        assert!(link("-archive-2", "self") && link("", "current"), "{xml}");
        assert!(link("-archive-1", "prev-archive") && link("-archive-3", "next-archive"), "{xml}");
        assert!(
            xml.contains("<fh:archive")
                && xml.contains("xmlns:fh=\"http://purl.org/syndication/history/1.0\"")
        );
    }
    assert!(json.contains("\"next_url\": \"https://example.org/tags/a/feed-archive-1.json\""));
    assert!(json.contains("\"feed_url\": \"https://example.org/tags/a/feed-archive-2.json\""));
}

#[test]
fn an_archive_is_part_of_the_feed_that_it_belongs_to() {
    let [_, current, _] = written(Page::Current, Some(1), None);
    let [_, archive, _] = written(Page::Archive(1), None, None);
    let id = "<id>https://example.org/tags/a/atom.xml</id>";
    assert!(current.contains(id) && archive.contains(id));
}

#[test]
fn hubs_are_named_in_every_format() {
    let [rss, atom, json] = written(Page::Current, None, None);
    assert!(rss.contains("href=\"https://hub.example.org/?a=1&amp;b=2\" rel=\"hub\""), "{rss}");
    assert!(atom.contains("href=\"https://hub.example.org/?a=1&amp;b=2\" rel=\"hub\""), "{atom}");
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["hubs"][0]["url"], "https://hub.example.org/?a=1&b=2");
    assert_eq!(json["hubs"][0]["type"], "WebSub");
}

#[test]
fn a_style_sheet_stands_between_the_declaration_and_the_root() {
    let [rss, atom, _] = written(Page::Current, None, None);
    for xml in [rss, atom] {
        let mut lines = xml.lines();
        assert_eq!(lines.next(), Some("<?xml version=\"1.0\" encoding=\"utf-8\"?>"));
        let sheet = "<?xml-stylesheet type=\"text/css\" href=\"https://example.org/feeds.css?a=1&amp;b=&quot;2&quot;\"?>";
        assert_eq!(lines.next(), Some(sheet));
        assert_eq!(xml.matches("<?xml ").count(), 1);
    }
}
