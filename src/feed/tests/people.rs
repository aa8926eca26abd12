//! What people get: the subscribe page, the style sheet and the list of feeds.

use super::{card, post, site};
use crate::feed::{css, opml, subscribe_page};
use crate::model::{Post, PostMedia, PublishedFeed, Site, SiteFacts, Style};

fn feed(format: &'static str, folder: &str, title: &str) -> PublishedFeed {
    let (format_title, media_type) = match format {
        "json" => ("JSON Feed 1.1", "application/feed+json"),
        _ => ("RSS 2.0", "application/rss+xml"),
    };
    PublishedFeed {
        format,
        format_title,
        title: title.to_owned(),
        path: format!("{folder}feed.{format}"),
        url: format!("https://example.org/{folder}feed.{format}"),
        media_type,
        language: "en".to_owned(),
        main: folder.is_empty(),
        hash: String::new(),
        hubs: Vec::new(),
        archives: Vec::new(),
    }
}

fn feeds() -> Vec<PublishedFeed> {
    vec![
        feed("rss", "", "All & <more>"),
        feed("json", "", "All & <more>"),
        feed("rss", "tags/a/", "A \"quoted\""),
    ]
}

fn page(facts: SiteFacts, posts: Vec<Post>) -> String {
    let media: Vec<PostMedia> =
        posts.iter().map(|_| PostMedia { card: Some(card()), ..PostMedia::default() }).collect();
    let site = Site { facts, posts, excluded: Vec::new() };
    subscribe_page(&site, &media, &feeds(), "about/us/feeds.html", Some("feeds.opml"), Some("feeds.css"))
}

#[test]
fn the_subscribe_page_offers_every_feed_and_shows_the_latest_posts() {
    let hidden = Post { title: "Hidden".to_owned(), in_feeds: false, ..post() };
    let page = page(site(), vec![hidden, post()]);
    for feed in feeds() {
        assert!(page.contains(&format!("<a href=\"{}\"", feed.url)), "{page}");
    }
    assert!(page.contains("All &amp; &lt;more&gt;") && page.contains("A &quot;quoted&quot;"));
    assert!(page.contains("C++ &lt;T&gt; &amp; &quot;q&quot;"), "{page}");
    assert!(page.contains("<img src=\"../../cards/a.jpg\" width=\"1200\""), "{page}");
    assert!(
        page.contains("href=\"../../feeds.css\"") && page.contains("href=\"../../feeds.opml\""),
        "{page}"
    );
    assert!(!page.contains("Hidden"));
    assert_eq!(page.matches("rel=\"alternate\"").count(), 3);
}

#[test]
fn the_subscribe_page_speaks_the_site_s_language_in_its_direction() {
    let spanish = page(SiteFacts { language: "es-MX".to_owned(), ..site() }, vec![post()]);
    assert!(
        spanish.contains("<html lang=\"es-MX\" dir=\"ltr\">") && spanish.contains("<h1>Suscribirse</h1>")
    );
    let arabic = page(SiteFacts { language: "ar".to_owned(), ..site() }, vec![post()]);
    assert!(arabic.contains("<html lang=\"ar\" dir=\"rtl\">") && arabic.contains("<h1>اشترك</h1>"));
    let other = page(SiteFacts { language: "sw".to_owned(), ..site() }, vec![post()]);
    assert!(other.contains("<h1>Subscribe</h1>"));
}

#[test]
fn the_list_of_feeds_holds_each_channel_once() {
    let list = String::from_utf8(opml("A & B", "https://example.org/", &feeds()).unwrap()).unwrap();
    assert!(list.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?>"), "{list}");
    assert_eq!(list.matches("<outline ").count(), 2);
    assert!(
        list.contains("text=\"All &amp; &lt;more&gt;\"") && list.contains("<title>A &amp; B</title>"),
        "{list}"
    );
    assert!(list.contains("xmlUrl=\"https://example.org/tags/a/feed.rss\""), "{list}");
}

#[test]
fn a_style_sets_the_theme_and_cannot_leave_its_declaration() {
    let style = Style {
        accent: Some("#c33".to_owned()),
        font: Some("Georgia } body { display: none".to_owned()),
        ..Style::default()
    };
    let css = css(&style, "p { color: red }");
    assert!(css.contains("--accent: #c33;") && css.contains("--font: Georgia;"), "{css}");
    assert!(!css.contains("display: none\n"));
    assert!(css.ends_with("/* The site's own. */\np { color: red }"));
    assert!(css.starts_with("/* Syndicard"));
}
