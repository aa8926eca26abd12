//! What holds for every feed, and what for one format.

use super::*;

#[test]
fn a_title_comes_back_from_every_format_as_it_was() {
    assert_eq!(as_rss(post(), None).title.unwrap(), HARD_TITLE);
    assert_eq!(as_atom(post(), None).title.value, HARD_TITLE);
    assert_eq!(as_json(post(), None)["title"], HARD_TITLE);
}

#[test]
fn links_and_ids_come_back_from_every_format() {
    let post_url = post().url;
    let (rss, atom, json) = (as_rss(post(), None), as_atom(post(), None), as_json(post(), None));
    assert_eq!(rss.link.unwrap(), post_url);
    assert_eq!(rss.guid.unwrap().value, post_url);
    assert_eq!(atom.links[0].href, post_url);
    assert_eq!(atom.id, post_url);
    assert_eq!(json["url"], post_url.as_str());
    assert_eq!(json["id"], post_url.as_str());
}

#[test]
fn dates_keep_their_moment_and_their_offset() {
    let (rss, atom, json) = (as_rss(post(), None), as_atom(post(), None), as_json(post(), None));
    assert_eq!(rss.pub_date.unwrap(), "Thu, 29 Feb 2024 23:30:00 +0530");
    assert_eq!(atom.published.unwrap().to_rfc3339(), "2024-02-29T23:30:00+05:30");
    assert_eq!(atom.updated.to_rfc3339(), "2024-03-01T10:00:00-08:00");
    assert_eq!(json["date_published"], "2024-02-29T23:30:00+05:30");
    assert_eq!(json["date_modified"], "2024-03-01T10:00:00-08:00");
}

#[test]
fn an_offset_with_seconds_becomes_utc() {
    let offset = FixedOffset::east_opt(-(14 * 60 + 44)).unwrap();
    let old = date("1890-05-04T12:00:00Z").with_timezone(&offset);
    let post = || Post { published: old, updated: None, ..post() };
    assert_eq!(as_rss(post(), None).pub_date.unwrap(), "Sun, 04 May 1890 12:00:00 +0000");
    assert_eq!(as_atom(post(), None).published.unwrap(), old);
    assert_eq!(as_json(post(), None)["date_published"], "1890-05-04T12:00:00+00:00");
}

#[test]
fn tags_and_authors_come_back_from_every_format() {
    let (rss, atom, json) = (as_rss(post(), None), as_atom(post(), None), as_json(post(), None));
    let tags = post().tags;
    let names = ["Zoë <z>", "Bob"];
    assert_eq!(rss.categories.iter().map(|c| c.name.as_str()).collect::<Vec<_>>(), tags);
    assert_eq!(atom.categories.iter().map(|c| c.term.as_str()).collect::<Vec<_>>(), tags);
    assert_eq!(json["tags"], Value::from(tags));
    assert_eq!(rss.dublin_core_ext.unwrap().creators, names);
    assert_eq!(atom.authors.iter().map(|a| a.name.as_str()).collect::<Vec<_>>(), names);
    assert_eq!(json["authors"][0]["name"], names[0]);
    assert_eq!(json["authors"][1]["name"], names[1]);
}

#[test]
fn an_rss_item_names_its_authors_as_creators_alone() {
    let one = Post { authors: vec![author("Bob", Some("bob@example.org"))], ..post() };
    let item = as_rss(one, None);
    assert!(item.author.is_none());
    assert_eq!(item.dublin_core_ext.unwrap().creators, ["Bob"]);
}

#[test]
fn an_rss_item_without_authors_names_the_sites() {
    let item = as_rss(Post { authors: Vec::new(), ..post() }, None);
    assert_eq!(item.dublin_core_ext.unwrap().creators, ["Ada"]);
}

#[test]
fn a_guid_is_a_permalink_only_when_it_is_the_ascii_address() {
    let permalink = |id: &str, url: &str| {
        let post = Post { id: id.to_owned(), url: url.to_owned(), ..post() };
        as_rss(post, None).guid.unwrap().permalink
    };
    assert!(permalink("https://example.org/a/", "https://example.org/a/"));
    assert!(!permalink("https://example.org/old/", "https://example.org/a/"));
    assert!(!permalink("https://example.org/é/", "https://example.org/é/"));
    assert!(!permalink("tag:example.org,2024:a", "tag:example.org,2024:a"));
}

#[test]
fn an_rss_summary_is_html_and_an_atom_or_json_summary_is_text() {
    assert_eq!(as_rss(post(), None).description.unwrap(), "Why a &lt; b &amp;&amp; c");
    assert_eq!(as_atom(post(), None).summary.unwrap().value, "Why a < b && c");
    let json = as_json(post(), None);
    assert_eq!(json["summary"], "Why a < b && c");
    assert_eq!(json["content_text"], "Why a < b && c");
}

#[test]
fn a_summary_cannot_end_its_cdata_section() {
    let item = as_rss(Post { summary: Some("a ]]> b".to_owned()), ..post() }, None);
    assert_eq!(item.description.unwrap(), "a ]]&gt; b");
}

#[test]
fn a_post_without_a_summary_has_no_empty_element() {
    let bare = || Post { summary: None, ..post() };
    assert!(as_rss(bare(), None).description.is_none());
    assert!(as_atom(bare(), None).summary.is_none());
    assert_eq!(as_json(bare(), None)["content_text"], HARD_TITLE);
    assert!(as_json(bare(), None).get("summary").is_none());
}

#[test]
fn an_empty_title_becomes_the_summary_or_the_address() {
    let untitled = |summary: Option<&str>| Post {
        title: " \u{b}".to_owned(),
        summary: summary.map(str::to_owned),
        ..post()
    };
    assert_eq!(as_rss(untitled(Some("Said")), None).title.unwrap(), "Said");
    assert_eq!(as_atom(untitled(Some("Said")), None).title.value, "Said");
    assert_eq!(as_json(untitled(Some("Said")), None)["title"], "Said");
    assert_eq!(as_atom(untitled(None), None).title.value, post().url);
}

#[test]
fn an_enclosure_is_exact() {
    let card = card();
    let rss = as_rss(post(), Some(&card)).enclosure.unwrap();
    assert_eq!((rss.url.as_str(), rss.length.as_str()), (card.url.as_str(), "54321"));
    assert_eq!(rss.mime_type, "image/jpeg");
    let atom = as_atom(post(), Some(&card));
    let link = atom.links.iter().find(|link| link.rel == "enclosure").unwrap();
    assert_eq!((link.href.as_str(), link.length.as_deref()), (card.url.as_str(), Some("54321")));
    assert_eq!(link.mime_type.as_deref(), Some("image/jpeg"));
    let json = as_json(post(), Some(&card));
    assert_eq!(json["image"], card.url.as_str());
    let attachment = &json["attachments"][0];
    assert_eq!(attachment["url"], card.url.as_str());
    assert_eq!(attachment["mime_type"], "image/jpeg");
    assert_eq!(attachment["size_in_bytes"], 54_321);
    assert_eq!(attachment["title"], card.alt.as_str());
}

#[test]
fn media_content_says_the_size_and_the_alternative_text() {
    let card = card();
    let rss = as_rss(post(), Some(&card));
    let content = &rss.extensions["media"]["content"][0];
    assert_eq!(content.attrs["url"], card.url);
    assert_eq!((&*content.attrs["width"], &*content.attrs["height"]), ("1200", "630"));
    assert_eq!((&*content.attrs["medium"], &*content.attrs["fileSize"]), ("image", "54321"));
    assert_eq!(content.children["title"][0].value.as_ref(), Some(&card.alt));
    let atom = as_atom(post(), Some(&card));
    let content = &atom.extensions["media"]["content"][0];
    assert_eq!(content.attrs["url"], card.url);
    assert_eq!(content.children["title"][0].value.as_ref(), Some(&card.alt));
    // Where there is content, nobody takes a description for it.
    for format in [&rss::FORMAT, &atom::FORMAT] {
        let written = with_content(format, &site(), &[post()], Some(&card), Some("<p>Whole.</p>"));
        let written = String::from_utf8(written).unwrap();
        assert!(
            written.contains("<media:description type=\"plain\">A &#x3C;card&gt; &#x26; more</"),
            "{written}"
        );
    }
}

#[test]
fn the_media_prefix_is_declared_where_it_is_used() {
    for format in [&rss::FORMAT, &atom::FORMAT] {
        let declared = "xmlns:media=\"http://search.yahoo.com/mrss/\"";
        assert!(xml(format, post(), Some(&card())).contains(declared));
        assert!(!xml(format, post(), None).contains(declared));
    }
}

/// When this fails, `atom::attribute` must go.
#[test]
fn atom_syndication_writes_extension_attributes_unescaped() {
    let attrs = [("url".to_owned(), "a&b".to_owned())].into();
    let name = "media:content".to_owned();
    let content = atom_syndication::extension::Extension { name, attrs, ..Default::default() };
    let contents = [("content".to_owned(), vec![content])].into();
    let extensions = [("media".to_owned(), contents)].into();
    let feed = atom_syndication::Feed { extensions, ..Default::default() };
    let written = String::from_utf8(feed.write_to(Vec::new()).unwrap()).unwrap();
    assert!(written.contains("url=\"a&b\""), "{written}");
}

#[test]
fn what_xml_forbids_stands_in_no_feed() {
    let odd = || Post {
        title: "a\0b\u{b}c\u{fffe}d\te".to_owned(),
        summary: Some("s\u{1b}t".to_owned()),
        tags: vec!["t\u{8}u".to_owned(), "\u{1}".to_owned()],
        authors: vec![author("n\u{c}m", None)],
        ..post()
    };
    let (rss, atom, json) = (as_rss(odd(), None), as_atom(odd(), None), as_json(odd(), None));
    assert_eq!(rss.title.unwrap(), "abcd\te");
    assert_eq!(atom.title.value, "abcd\te");
    assert_eq!(json["title"], "abcd\te");
    assert_eq!(rss.description.unwrap(), "st");
    assert_eq!(rss.categories.len(), 1);
    assert_eq!(atom.categories[0].term, "tu");
    assert_eq!(atom.authors[0].name, "nm");
    assert_eq!(json["authors"][0]["name"], "nm");
    for format in FORMATS {
        assert!(!xml(format, odd(), None).chars().any(text::is_forbidden));
    }
}

#[test]
fn a_post_with_forbidden_characters_is_reported_with_their_numbers() {
    assert_eq!(forbidden_characters(&post()), None);
    let odd = Post { title: "a\u{b}".to_owned(), tags: vec!["\0\u{fffe}".to_owned()], ..post() };
    let said = forbidden_characters(&odd).unwrap();
    assert_eq!(said.code, "control-character");
    assert_eq!(said.path.as_deref(), Some("posts/a.md"));
    let message = "U+0000, U+000B, U+FFFE cannot stand in a feed: left out";
    assert_eq!(said.message, message);
}

#[test]
fn a_c1_control_is_left_out_and_reported() {
    let odd = || Post { title: "a\u{85}b".to_owned(), ..post() };
    assert_eq!(as_rss(odd(), None).title.unwrap(), "ab");
    let message = forbidden_characters(&odd()).unwrap().message;
    assert_eq!(message, "U+0085 cannot stand in a feed: left out");
}

#[test]
fn a_quarter_of_an_hour_becomes_utc_in_rss_alone() {
    let post = || Post { published: date("2024-05-01T00:15:00+05:45"), ..post() };
    assert_eq!(as_rss(post(), None).pub_date.unwrap(), "Tue, 30 Apr 2024 18:30:00 +0000");
    assert_eq!(as_json(post(), None)["date_published"], "2024-05-01T00:15:00+05:45");
}

#[test]
fn two_writes_give_the_same_bytes() {
    for format in FORMATS {
        let write = || bytes(format, &site(), &[post(), post()], Some(&card()));
        assert_eq!(write(), write());
    }
}

#[test]
fn every_feed_bears_the_programs_name_and_ends_its_last_line() {
    for format in FORMATS {
        let written = xml(format, post(), None);
        assert!(written.contains("Syndicard"), "{}", format.name);
        assert!(written.ends_with('\n') && !written.ends_with("\n\n"), "{}", format.name);
    }
}

#[test]
fn an_xml_feed_begins_with_its_declaration() {
    for format in [&rss::FORMAT, &atom::FORMAT] {
        let written = xml(format, post(), None);
        assert!(written.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<"), "{written}");
    }
}

#[test]
fn a_feed_names_itself_its_site_and_its_language() {
    let site = site();
    let channel = bytes(&rss::FORMAT, &site, &[post()], None);
    let channel = ::rss::Channel::read_from(channel.as_slice()).unwrap();
    assert_eq!(channel.title, "Bits & <Bobs>");
    assert_eq!(channel.description, "On <T> & more");
    assert_eq!(channel.language.as_deref(), Some("en"));
    assert_eq!(channel.last_build_date.unwrap(), "Fri, 01 Mar 2024 10:00:00 -0800");
    let links = channel.atom_ext.unwrap().links;
    assert_eq!((&*links[0].rel, &*links[0].href), ("self", "https://example.org/feed.xml"));
    let feed = bytes(&atom::FORMAT, &site, &[post()], None);
    let feed = atom_syndication::Feed::read_from(feed.as_slice()).unwrap();
    assert_eq!((feed.id.as_str(), feed.lang.as_deref()), ("https://example.org/", Some("en")));
    assert_eq!(feed.updated, post().touched());
    assert_eq!((&*feed.links[0].rel, &*feed.links[0].href), ("self", "https://example.org/atom.xml"));
    let json: Value = serde_json::from_slice(&bytes(&json::FORMAT, &site, &[post()], None)).unwrap();
    assert_eq!(json["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(json["feed_url"], "https://example.org/feed.json");
    assert_eq!(json["home_page_url"], "https://example.org/");
    assert_eq!(json["language"], "en");
}

#[test]
fn an_empty_feed_has_no_date_of_today() {
    let channel = bytes(&rss::FORMAT, &site(), &[], None);
    let channel = ::rss::Channel::read_from(channel.as_slice()).unwrap();
    assert_eq!((channel.last_build_date, channel.pub_date), (None, None));
    let feed = bytes(&atom::FORMAT, &site(), &[], None);
    let feed = atom_syndication::Feed::read_from(feed.as_slice()).unwrap();
    assert_eq!(feed.updated.timestamp(), 0);
    let json: Value = serde_json::from_slice(&bytes(&json::FORMAT, &site(), &[], None)).unwrap();
    assert_eq!(json["items"], Value::Array(Vec::new()));
}

#[test]
fn an_atom_feed_without_authors_is_the_sites_own() {
    let site = SiteFacts { authors: Vec::new(), ..site() };
    let feed = bytes(&atom::FORMAT, &site, &[], None);
    let feed = atom_syndication::Feed::read_from(feed.as_slice()).unwrap();
    assert_eq!(feed.authors[0].name, "Bits & <Bobs>");
}

#[test]
fn a_language_is_said_of_an_entry_only_where_it_differs() {
    let post = |language: &str| Post { language: language.to_owned(), ..post() };
    assert_eq!(as_atom(post("pt_BR"), None).title.lang.as_deref(), Some("pt-BR"));
    assert_eq!(as_atom(post("pt_BR"), None).summary.unwrap().lang.as_deref(), Some("pt-BR"));
    assert_eq!(as_json(post("pt_BR"), None)["language"], "pt-BR");
    assert_eq!(as_atom(post("EN"), None).title.lang, None);
    assert!(as_json(post("EN"), None).get("language").is_none());
}

#[test]
fn an_unlikely_mail_address_is_left_out() {
    let post = Post { authors: vec![author("Bob", Some("bob at example"))], ..post() };
    let item = as_rss(post.clone(), None);
    assert_eq!(item.author, None);
    assert_eq!(item.dublin_core_ext.unwrap().creators, ["Bob"]);
    assert_eq!(as_atom(post, None).authors[0].email, None);
}

#[test]
fn formats_differ_in_name_and_file() {
    for (index, one) in FORMATS.iter().enumerate() {
        for other in &FORMATS[index + 1..] {
            assert!(one.name != other.name && one.file != other.file);
        }
    }
}
