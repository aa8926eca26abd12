#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::*;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>A &amp; B</title><link>https://wp.example.org</link><language>de-DE</language>
<wp:base_blog_url>https://wp.example.org/blog</wp:base_blog_url>
<wp:author><wp:author_login><![CDATA[ada]]></wp:author_login><wp:author_email>a@x.org</wp:author_email><wp:author_display_name>Ada Moss</wp:author_display_name></wp:author>
"#;

fn item(slug: &str, more: &str) -> String {
    format!(
        "<item><title>Title &#8211; {slug}</title><link>https://wp.example.org/blog/2020/{slug}/</link><dc:creator>ada</dc:creator>\
         <content:encoded><![CDATA[One.\n\nTwo.]]></content:encoded><excerpt:encoded><![CDATA[<p>Short &amp; sweet</p>]]></excerpt:encoded>\
         <wp:post_id>7</wp:post_id><wp:post_name>{slug}</wp:post_name><wp:post_date>2020-01-02 00:30:00</wp:post_date>\
         <wp:post_date_gmt>2020-01-01 23:30:00</wp:post_date_gmt>{more}\
         <wp:comment><wp:comment_content>no</wp:comment_content></wp:comment></item>"
    )
}

fn site(items: &[String]) -> (tempfile::TempDir, Root) {
    let directory = tempfile::tempdir().unwrap();
    let text = format!("{HEAD}{}</channel></rss>", items.join("\n"));
    std::fs::write(directory.path().join("export.xml"), text).unwrap();
    std::fs::write(directory.path().join("sitemap.xml"), "<urlset/>").unwrap();
    let root = Root::new(directory.path());
    (directory, root)
}

const PUBLISHED: &str = "<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>";

#[test]
fn only_published_posts_without_a_password_are_posts() {
    let kind = |status: &str, kind: &str| {
        format!("<wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type>")
    };
    let locked = format!("{PUBLISHED}<wp:post_password>x</wp:post_password>");
    let items = [
        item("a", PUBLISHED),
        item("b", &kind("draft", "post")),
        item("c", &kind("private", "post")),
        item("d", &kind("publish", "page")),
        item("e", &locked),
        item("f", &kind("inherit", "attachment")),
        item("g", &kind("publish", "nav_menu_item")),
    ];
    let (_directory, root) = site(&items);
    assert_eq!(files(&root), ["export.xml"]);
    let found: Vec<_> =
        read(&root).unwrap().posts.into_iter().map(|post| (post.path, post.outcome.err())).collect();
    let expected = [
        ("export.xml#a", None),
        ("export.xml#b", Some("draft")),
        ("export.xml#c", Some("private")),
        ("export.xml#d", Some("a page")),
        ("export.xml#e", Some("behind a password")),
    ];
    let expected: Vec<_> = expected.into_iter().map(|(path, reason)| (path.to_owned(), reason)).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_post_has_what_the_export_says_elsewhere() {
    let more = format!(
        "{PUBLISHED}<category domain=\"category\" nicename=\"uncategorized\">Uncategorized</category>\
         <category domain=\"category\" nicename=\"n\">News &amp; more</category><category domain=\"post_tag\" nicename=\"t\">tag</category>\
         <category>tag</category><category domain=\"nav_menu\" nicename=\"m\">menu</category>\
         <wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta>"
    );
    let picture = "<item><wp:post_id>9</wp:post_id><wp:post_type>attachment</wp:post_type>\
         <wp:attachment_url>https://wp.example.org/blog/up/a.png</wp:attachment_url>\
         <wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>Alt</wp:meta_value></wp:postmeta></item>";
    let (_directory, root) = site(&[item("a", &more), picture.to_owned()]);
    let mut export = read(&root).unwrap();
    let post = export.posts.swap_remove(0).outcome.unwrap();
    assert_eq!(post.title.unwrap().value, "Title – a");
    assert_eq!(post.tags, ["News & more", "tag"]);
    assert_eq!(post.published.unwrap().value, "2020-01-02T00:30:00+01:00");
    assert_eq!(post.authors.unwrap().value[0].name, "Ada Moss");
    assert_eq!(post.summary.unwrap().value, "Short & sweet");
    let cover = post.cover.unwrap().into_value();
    assert_eq!(
        (cover.source.as_str(), cover.alt.as_deref()),
        ("https://wp.example.org/blog/up/a.png", Some("Alt"))
    );
    assert_eq!(export.facts.url.as_deref(), Some("https://wp.example.org/blog"));
    assert_eq!(export.facts.title.as_deref(), Some("A & B"));
    let body = crate::site::exports::body(&root, "export.xml#a").unwrap();
    assert_eq!(body, "<p>One.</p>\n\n<p>Two.</p>\n\n");
}

#[test]
fn entities_are_not_expanded_and_depth_is_bounded() {
    let bomb = "<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><rss><channel><title>&b;</title></channel></rss>";
    assert_eq!(Document::read(bomb.as_bytes()).unwrap().title, "&b;");
    assert!(Document::read("<a>".repeat(100_000).as_bytes()).is_err());
    assert!(Document::read(b"<a></b>").is_err());
}
