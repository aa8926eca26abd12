#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::*;

fn rss(items: &str) -> Published {
    let head = "<channel><title> Notes </title><link>https://example.org/</link><description/>";
    read(format!("<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">{head}{items}</channel></rss>").as_bytes()).unwrap()
}

fn atom(entries: &str) -> Published {
    let feed = format!("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Notes</title>{entries}</feed>");
    read(feed.as_bytes()).unwrap()
}

fn json(items: &str) -> Published {
    let feed = format!(
        "{{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Notes\",\"items\":[{items}]}}"
    );
    read(feed.as_bytes()).unwrap()
}

#[test]
fn an_id_is_taken_as_written_but_for_the_white_space_around_it() {
    let ids = ["tag:example.org,2026:/a", "HTTP://Example.org:80/%7Ea/?b=1&c", "a  b", "ünïcode", "42"];
    for id in ids {
        let escaped = id.replace('&', "&amp;");
        assert_eq!(rss(&format!("<item><guid>\n  {escaped}\t</guid></item>")).items[0].id, id);
        assert_eq!(atom(&format!("<entry><id>\n  {escaped}\t</id><title/></entry>")).items[0].id, id);
        assert_eq!(json(&format!("{{\"id\":\" {id} \"}}")).items[0].id, id);
    }
    assert_eq!(rss("<item><guid><![CDATA[a&b]]></guid></item>").items[0].id, "a&b");
}

#[test]
fn an_id_that_is_missing_is_the_link_then_the_title_then_a_hash() {
    let feed = rss(
        "<item><title>A</title><link>https://example.org/a</link></item><item><guid> </guid><title>B</title></item><item><description>c</description></item>",
    );
    let ids: Vec<(&str, bool)> = feed.items.iter().map(|item| (item.id.as_str(), item.id_given)).collect();
    assert_eq!(ids, [("https://example.org/a", false), ("B", false), (&feed.items[2].content_hash, false)]);
    assert_eq!(feed.items[2].content_hash.len(), 64);
}

#[test]
fn an_id_of_json_feed_that_is_a_number_is_its_digits() {
    let feed = json("{\"id\":17},{\"id\":18446744073709551615},{\"id\":true}");
    assert_eq!([&*feed.items[0].id, &*feed.items[1].id], ["17", "18446744073709551615"]);
    assert!(!feed.items[2].id_given);
}

#[test]
fn an_attachment_of_json_feed_that_is_broken_harms_nothing() {
    let feed = json(
        "{\"id\":\"a\",\"title\":null,\"authors\":\"me\",\"attachments\":[{}],\"url\":\"https://example.org/a\"}",
    );
    assert_eq!(feed.items[0].link.as_deref(), Some("https://example.org/a"));
}

#[test]
fn the_link_is_the_post_s_page_and_not_the_feed_or_a_file() {
    let feed = atom(
        "<entry><id>a</id><title/><link rel=\"enclosure\" href=\"https://example.org/a.mp3\"/><link rel=\"self\" href=\"https://example.org/a.atom\"/><link href=\"https://example.org/a\"/></entry>",
    );
    assert_eq!(feed.items[0].link.as_deref(), Some("https://example.org/a"));
    let feed =
        rss("<item><comments>https://example.org/a#c</comments><link> https://example.org/a </link></item>");
    assert_eq!(feed.items[0].link.as_deref(), Some("https://example.org/a"));
    assert_eq!(feed.items.len(), 1);
}

#[test]
fn a_relative_link_is_resolved_against_the_base_or_the_site() {
    assert_eq!(rss("<item><link>/a</link></item>").items[0].link.as_deref(), Some("https://example.org/a"));
    let feed =
        atom("<entry xml:base=\"https://example.org/notes/\"><id>a</id><title/><link href=\"a\"/></entry>");
    assert_eq!(feed.items[0].link.as_deref(), Some("https://example.org/notes/a"));
    let feed = atom("<entry><id>a</id><title/><link href=\"a\"/></entry>");
    assert_eq!(feed.items[0].link.as_deref(), Some("a"));
}

#[test]
fn a_guid_that_is_an_address_is_the_link_where_there_is_none() {
    let feed = rss("<item><guid>https://example.org/a</guid></item><item><guid>a</guid></item>");
    assert_eq!(feed.items[0].link.as_deref(), Some("https://example.org/a"));
    assert_eq!(feed.items[1].link, None);
}

#[test]
fn a_date_is_the_same_moment_in_every_format() {
    let written = [
        rss("<item><guid>a</guid><pubDate>Sun, 01 Mar 2026 10:00:00 +0200</pubDate></item>"),
        atom("<entry><id>a</id><title/><published>2026-03-01T10:00:00+02:00</published></entry>"),
        json("{\"id\":\"a\",\"date_published\":\"2026-03-01T10:00:00+02:00\"}"),
    ];
    for feed in written {
        assert_eq!(feed.items[0].published.unwrap().to_rfc3339(), "2026-03-01T08:00:00+00:00");
        assert_eq!(feed.items[0].updated, None);
    }
}

#[test]
fn an_edit_of_title_content_or_summary_changes_the_hash_and_a_new_date_does_not() {
    let hash =
        |fields: &str| atom(&format!("<entry><id>a</id>{fields}</entry>")).items[0].content_hash.clone();
    let first = hash("<title>A</title><content>b</content><summary>c</summary>");
    assert_eq!(
        first,
        hash(
            "<title> A </title><summary>c</summary><content>b</content><updated>2026-01-01T00:00:00Z</updated>"
        )
    );
    assert_ne!(first, hash("<title>A!</title><content>b</content><summary>c</summary>"));
    assert_ne!(first, hash("<title>A</title><content>c</content><summary>b</summary>"));
    assert_ne!(first, hash("<title>A</title><content>bc</content><summary></summary>"));
}

#[test]
fn markup_in_content_is_not_cleaned_before_it_is_compared() {
    let hash = |script: &str| {
        rss(&format!(
            "<item><guid>a</guid><content:encoded><![CDATA[<p>b</p>{script}]]></content:encoded></item>"
        ))
        .items[0]
            .content_hash
            .clone()
    };
    assert_ne!(hash("<script>1</script>"), hash(""));
}

#[test]
fn every_version_of_rss_is_read() {
    let body = "<channel><title>Notes</title><link>https://example.org/</link><item><title>A</title><link>https://example.org/a</link></item></channel></rss>";
    for root in [
        "<rss>",
        "<rss version='0.91'>",
        "<rss version=\"0.93\">",
        "<rss version = '2.0.1' >",
        "<rss version=\"2.0\" xmlns=\"http://backend.userland.com/rss2\">",
        "<?xml version=\"1.0\"?>\n<!-- a > b --><rss xmlns:a='b' version='2'>",
    ] {
        let feed = read(format!("\u{FEFF}\n{root}{body}").as_bytes()).unwrap();
        assert_eq!(feed.items[0].link.as_deref(), Some("https://example.org/a"), "{root}");
    }
}

#[test]
fn rss_of_the_first_days_is_read() {
    for namespace in ["http://my.netscape.com/rdf/simple/0.9/", "http://purl.org/rss/1.0/"] {
        let feed = format!(
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"{namespace}\"><channel><title>Notes</title></channel><item rdf:about=\"https://example.org/a\"><title>A</title><link>https://example.org/a</link></item></rdf:RDF>"
        );
        let feed = read(feed.as_bytes()).unwrap();
        assert_eq!((&*feed.items[0].id, feed.items[0].id_given), ("https://example.org/a", false));
        assert_eq!(feed.title.as_deref(), Some("Notes"));
    }
}

#[test]
fn a_feed_in_an_old_encoding_keeps_its_letters() {
    let feed = b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss version=\"2.0\"><channel><title>caf\xE9</title></channel></rss>";
    assert_eq!(read(feed).unwrap().title.as_deref(), Some("café"));
}

#[test]
fn what_is_no_feed_is_called_what_it_is() {
    let reason = |text: &str| read(text.as_bytes()).unwrap_err();
    assert_eq!(reason(" \n"), "it is empty");
    assert_eq!(reason("<!DOCTYPE html><html><body>"), "it is a web page, not a feed");
    assert_eq!(reason("hello"), "it is not RSS, Atom or JSON Feed");
    assert_eq!(reason("<urlset></urlset>"), "it is not RSS, Atom or JSON Feed");
    assert_eq!(
        reason("{\"name\":\"x\"}"),
        "it is not JSON Feed: missing field `version` at line 1 column 12"
    );
    let version = "https://jsonfeed.org/version/9";
    let unknown = format!("it is JSON Feed of an unknown version, `{version}`");
    assert_eq!(reason(&format!("{{\"version\":\"{version}\",\"items\":[]}}")), unknown);
    let broken = reason("<rss version=\"2.0\"><channel><item><title>A</b></item></channel></rss>");
    assert!(broken.starts_with("its XML is broken: "), "{broken}");
}
