//! The fields that only some posts and sites have.

use super::{as_atom, as_json, as_rss, author, bytes, document, post, site, xml};
use crate::feed::{Entry, FORMATS, Page, atom, json, rss};
use crate::model::{Attachment, Author, Post, SiteFacts};
use serde_json::Value;

fn with_content(content: &str) -> [String; 3] {
    let post = post();
    FORMATS
        .to_vec()
        .try_into()
        .map(|formats: [_; 3]| {
            formats.map(|format| {
                let entries =
                    vec![Entry { post: &post, attachments: &[], image: None, content: Some(content) }];
                String::from_utf8(document(format, &site(), entries, Page::Current)).unwrap()
            })
        })
        .unwrap()
}

#[test]
fn whole_content_comes_back_from_every_format_as_it_was() {
    let html = "<p>a &amp; b &lt; c ]]&gt; d</p>\n<pre><code>x  y\n</code></pre>";
    let [rss, atom, json] = with_content(html);
    let item = ::rss::Channel::read_from(rss.as_bytes()).unwrap().items.remove(0);
    assert_eq!(item.content.as_deref(), Some(html));
    let entry = atom_syndication::Feed::read_from(atom.as_bytes()).unwrap().entries.remove(0);
    let content = entry.content.unwrap();
    assert_eq!((content.value.as_deref(), content.content_type.as_deref()), (Some(html), Some("html")));
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["items"][0]["content_html"], html);
    assert_eq!(json["items"][0].get("content_text"), None);
}

#[test]
fn an_rss_item_has_its_description_before_its_content() {
    let [rss, _, _] = with_content("<p>Whole.</p>");
    assert!(rss.find("<description><![CDATA[Why").unwrap() < rss.find("<content:encoded>").unwrap());
}

#[test]
fn a_text_of_a_right_to_left_language_says_so_in_html() {
    let arabic = || Post { summary: Some("ملخص".to_owned()), language: "ar".to_owned(), ..post() };
    let item = as_rss(arabic(), None);
    assert_eq!(item.description.unwrap(), "<p dir=\"rtl\" lang=\"ar\">ملخص</p>");
    assert_eq!(item.dublin_core_ext.unwrap().languages, ["ar"]);
}

#[test]
fn the_last_edit_stands_beside_publication_in_every_format() {
    assert!(
        xml(&rss::FORMAT, post(), None).contains("<atom:updated>2024-03-01T10:00:00-08:00</atom:updated>")
    );
    assert!(!xml(&rss::FORMAT, Post { updated: None, ..post() }, None).contains("atom:updated"));
}

#[test]
fn the_page_that_a_post_is_about_is_related() {
    let linked =
        || Post { external_url: Some("https://elsewhere.example.org/?a=1&b=2".to_owned()), ..post() };
    let links = as_rss(linked(), None).atom_ext.unwrap().links;
    assert_eq!((&*links[0].rel, &*links[0].href), ("related", "https://elsewhere.example.org/?a=1&b=2"));
    let links = as_atom(linked(), None).links;
    assert!(
        links
            .iter()
            .any(|link| link.rel == "related" && link.href == "https://elsewhere.example.org/?a=1&b=2")
    );
    assert_eq!(as_json(linked(), None)["external_url"], "https://elsewhere.example.org/?a=1&b=2");
}

#[test]
fn rights_icon_and_logo_stand_where_a_format_has_room() {
    let site = SiteFacts {
        rights: Some("CC BY & co".to_owned()),
        icon: Some("https://example.org/icon.png".to_owned()),
        logo: Some("https://example.org/logo.svg".to_owned()),
        ..site()
    };
    let channel = ::rss::Channel::read_from(bytes(&rss::FORMAT, &site, &[post()], None).as_slice()).unwrap();
    assert_eq!(channel.copyright.as_deref(), Some("CC BY & co"));
    let image = channel.image.unwrap();
    // RSS knows no SVG.
    assert_eq!(
        (&*image.url, &*image.title, &*image.link),
        ("https://example.org/icon.png", "Bits & <Bobs>", "https://example.org/")
    );
    let feed =
        atom_syndication::Feed::read_from(bytes(&atom::FORMAT, &site, &[post()], None).as_slice()).unwrap();
    assert_eq!((feed.icon.as_deref(), feed.logo.as_deref()), (site.icon.as_deref(), site.logo.as_deref()));
    assert_eq!(feed.rights.unwrap().value, "CC BY & co");
    let json: Value = serde_json::from_slice(&bytes(&json::FORMAT, &site, &[], None)).unwrap();
    assert_eq!(
        (&json["icon"], &json["favicon"]),
        (&Value::from(site.logo.unwrap()), &Value::from(site.icon.unwrap()))
    );
}

#[test]
fn authors_have_addresses_and_pictures() {
    let ada = Author {
        url: Some("https://ada.example.org/".to_owned()),
        avatar: Some("https://ada.example.org/a.png".to_owned()),
        ..author("Ada", Some("ada@exämple.org"))
    };
    let by_ada = || Post { authors: vec![ada.clone()], ..post() };
    let person = as_atom(by_ada(), None).authors.remove(0);
    assert_eq!(person.uri.as_deref(), Some("https://ada.example.org/"));
    assert_eq!(person.email.as_deref(), Some("ada@xn--exmple-cua.org"));
    let person = &as_json(by_ada(), None)["authors"][0];
    assert_eq!(
        (&person["url"], &person["avatar"]),
        (&Value::from("https://ada.example.org/"), &Value::from("https://ada.example.org/a.png"))
    );
}

fn entry_of(attachments: &[Attachment]) -> [Vec<u8>; 3] {
    let post = post();
    let formats: [_; 3] = FORMATS.to_vec().try_into().unwrap();
    formats.map(|format| {
        let entries = vec![Entry { post: &post, attachments, image: None, content: None }];
        document(format, &site(), entries, Page::Current)
    })
}

#[test]
fn rss_encloses_the_first_attachment_and_the_others_all() {
    let sound = Attachment {
        url: "https://example.org/a.mp3".to_owned(),
        media_type: "audio/mpeg".to_owned(),
        length_bytes: 1234,
        duration_s: Some(61),
        ..Attachment::default()
    };
    let picture = Attachment {
        url: "https://example.org/a.png".to_owned(),
        media_type: "image/png".to_owned(),
        length_bytes: 99,
        width_px: Some(3),
        height_px: Some(4),
        ..Attachment::default()
    };
    let [rss, atom, json] = entry_of(&[sound, picture]);
    let item = ::rss::Channel::read_from(rss.as_slice()).unwrap().items.remove(0);
    assert_eq!(item.enclosure.unwrap().url, "https://example.org/a.mp3");
    let media = &item.extensions["media"]["content"];
    assert_eq!((&*media[0].attrs["medium"], &*media[0].attrs["duration"]), ("audio", "61"));
    assert_eq!((&*media[1].attrs["medium"], &*media[1].attrs["fileSize"]), ("image", "99"));
    let entry = atom_syndication::Feed::read_from(atom.as_slice()).unwrap().entries.remove(0);
    assert_eq!(entry.links.iter().filter(|link| link.rel == "enclosure").count(), 2);
    let json: Value = serde_json::from_slice(&json).unwrap();
    assert_eq!(json["items"][0]["attachments"][0]["duration_in_seconds"], 61);
    assert_eq!(json["items"][0]["attachments"][1]["size_in_bytes"], 99);
}

#[test]
fn an_atom_id_is_an_iri_whatever_the_author_made_up() {
    let id = |id: &str| as_atom(Post { id: id.to_owned(), ..post() }, None).id;
    assert_eq!(id("tag:example.org,2024:a"), "tag:example.org,2024:a");
    assert_eq!(id("https://example.org/é"), "https://example.org/%C3%A9");
    assert_eq!(id("my id"), "https://example.org/#my%20id");
    assert_eq!(as_rss(Post { id: "my id".to_owned(), ..post() }, None).guid.unwrap().value, "my id");
}

/// A post with everything in it, and every mark that is escaped.
fn heaviest(marks: &str) -> (Post, Vec<Attachment>) {
    let text = || Some(marks.to_owned());
    let person = Author { email: text(), url: text(), avatar: text(), ..author(marks, None) };
    let post = Post {
        title: marks.to_owned(),
        summary: text(),
        external_url: text(),
        rights: text(),
        tags: vec![marks.to_owned(); 9],
        authors: vec![person; 3],
        language: "zh-Hant-TW".to_owned(),
        ..post()
    };
    let attachment = Attachment {
        url: format!("https://example.org/{marks}"),
        media_type: "application/octet-stream".to_owned(),
        length_bytes: u64::MAX,
        width_px: Some(u32::MAX),
        height_px: Some(u32::MAX),
        duration_s: Some(u64::MAX),
        title: text(),
    };
    (post, vec![attachment; 4])
}

#[test]
fn weights_are_never_less_than_what_the_entries_add() {
    for marks in ["", "x", "\"'<>&\\", "a & b < c \"d\" ]]>", "日本語 \n\t x"] {
        let (post, attachments) = heaviest(marks);
        for attachments in [&attachments[..], &[]] {
            for content in [None, Some(marks)] {
                let image = content;
                let entry = Entry { post: &post, attachments, image, content };
                let weight = crate::feed::weight(&entry);
                for format in FORMATS {
                    let length = |count: usize| {
                        document(format, &site(), vec![entry.clone(); count], Page::Current).len()
                    };
                    let added = length(2) - length(1);
                    let first = length(1) - length(0);
                    assert!(added <= weight, "{} {added} {weight} {marks}", format.name);
                    assert!(first <= weight + 400, "{} {first} {weight} {marks}", format.name);
                }
            }
        }
    }
}

#[test]
fn weights_of_plain_posts_are_not_much_more_than_what_they_add() {
    let plain =
        Post { title: "A title of some words".to_owned(), summary: Some("word ".repeat(30)), ..post() };
    for content in [None, Some("<p>Some text that is longer than a mark.</p>\n".repeat(50))] {
        let entry = Entry { post: &plain, attachments: &[], image: None, content: content.as_deref() };
        let added = FORMATS.iter().map(|format| {
            let length =
                |count: usize| document(format, &site(), vec![entry.clone(); count], Page::Current).len();
            length(2) - length(1)
        });
        let (most, weight) = (added.max().unwrap(), crate::feed::weight(&entry));
        assert!(weight < most * 8 / 5, "{weight} {most}");
    }
}

#[test]
fn the_beginning_of_the_prose_stands_in_for_a_summary() {
    let post = || Post { summary: None, excerpt: Some("It begins…".to_owned()), ..post() };
    assert_eq!(as_rss(post(), None).description.unwrap(), "It begins…");
    assert_eq!(as_atom(post(), None).summary.unwrap().value, "It begins…");
    assert_eq!(as_json(post(), None)["content_text"], "It begins…");
}
