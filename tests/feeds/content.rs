//! What stands in a feed of a post, and what is said of it.

use super::*;

#[test]
fn whole_posts_come_from_the_built_pages_and_else_from_their_text() {
    let site = Site::new("feeds: {content: html, formats: [json]}\n");
    site.post(1, "a", 30);
    site.post(2, "a", 30);
    let page = "<html><body><nav>Menu</nav><article><h1>T</h1><p>From <a href='x'>the page</a>.</p></article></body></html>";
    site.write("dist/1/index.html", page);
    let html = Some(site.path().join("dist"));
    let report = pipeline::build(&Plan::new(Choices { html, ..site.choices() }), &Silent);
    assert_eq!(codes(&report), ["content-page-missing"]);
    assert_eq!(report.diagnostics[0].path.as_deref(), Some("posts/2.md"));
    let feed: serde_json::Value = serde_json::from_slice(&site.files()["feed.json"]).unwrap();
    assert!(feed["items"][0]["content_html"].as_str().unwrap().contains("Post number 2."));
    let content = feed["items"][1]["content_html"].as_str().unwrap();
    assert!(content.contains("<p>From <a href=\"https://x.example.org/1/x\">the page</a>.</p>"), "{content}");
    assert!(!content.contains("Menu"));
    // A changed page changes the feed.
    site.write("dist/1/index.html", &page.replace("From", "Still from"));
    let html = Some(site.path().join("dist"));
    let report = pipeline::build(&Plan::new(Choices { html, ..site.choices() }), &Silent);
    assert!(report.written > 0);
    assert!(String::from_utf8_lossy(&site.files()["feed.json"]).contains("Still from"));
    // What was said of the other post is said again, though it was not rendered again.
    assert_eq!(codes(&report), ["content-page-missing"]);
}

#[test]
fn what_cannot_be_rendered_is_said_in_every_build() {
    let site = Site::new("feeds: {content: full}\n");
    let body = "import Chart from './chart'\n\n# Hello\n\n<Chart data={[1, 2]} />\n\nEnd\u{b}.\n";
    site.write("posts/a.mdx", &format!("---\ntitle: A\ndate: 2024-01-02\ncard: false\n---\n{body}"));
    for _ in 0..2 {
        let report = site.build();
        assert_eq!(codes(&report), ["content-left-out", "control-character"]);
        assert_eq!(
            report.diagnostics[0].message,
            "`<Chart>`, `import` cannot be rendered: left out of the feeds"
        );
        assert_eq!(report.diagnostics[1].location.as_ref().unwrap().line, 12);
    }
    let feed = String::from_utf8_lossy(&site.files()["feed.json"]).into_owned();
    assert!(feed.contains("<h1>Hello</h1>") && !feed.contains("Chart"), "{feed}");
}

#[test]
fn an_enclosure_is_attached_with_its_exact_length_and_type() {
    let site = Site::new("feeds: {formats: [rss, json]}\n");
    site.write("public/a.mp3", "not really a sound");
    let post = |name: &str, enclosure: &str| {
        let text = format!(
            "---\ntitle: {name}\ndate: 2024-01-02\ncard: false\nenclosure: {enclosure}\n---\nText.\n"
        );
        site.write(&format!("posts/{name}.md"), &text);
    };
    post("a", "/a.mp3");
    post("b", "{url: https://cdn.example.org/b.mp3, length: 1234567, duration: '1:02:05'}");
    post("c", "https://cdn.example.org/c.mp3");
    post("d", "/missing.mp3");
    let report = site.build();
    assert_eq!(codes(&report), ["enclosure-length", "enclosure-missing"]);
    let feed = String::from_utf8_lossy(&site.files()["feed.xml"]).into_owned();
    assert!(
        feed.contains("<enclosure url=\"https://x.example.org/a.mp3\" length=\"18\" type=\"audio/mpeg\"/>"),
        "{feed}"
    );
    assert!(feed.contains(
        "<enclosure url=\"https://cdn.example.org/b.mp3\" length=\"1234567\" type=\"audio/mpeg\"/>"
    ));
    assert!(feed.contains("duration=\"3725\""));
    assert_eq!(feed.matches("<enclosure ").count(), 2);
}

#[test]
fn a_post_that_becomes_mdx_is_rendered_anew() {
    let site = Site::new("feeds: {content: full, formats: [json]}\n");
    site.write("posts/a.md", "---\ntitle: A\ndate: 2024-01-02\ncard: false\n---\nOne {two} three.\n");
    site.build();
    let content = || {
        let feed: serde_json::Value = serde_json::from_slice(&site.files()["feed.json"]).unwrap();
        feed["items"][0]["content_html"].as_str().unwrap().to_owned()
    };
    assert_eq!(content(), "<p>One {two} three.</p>");
    fs::rename(site.path().join("posts/a.md"), site.path().join("posts/a.mdx")).unwrap();
    site.build();
    assert_eq!(content(), "<p>One  three.</p>");
}

#[test]
fn the_first_of_two_steps_freezes_nothing_by_the_weight_of_summaries() {
    let site = Site::new("feeds: {content: html, size: 16 KB, formats: [rss]}\n");
    for number in 0..60 {
        site.post(number, "a", 2000);
        site.write(
            &format!("dist/{number}/index.html"),
            &format!("<article><p>{}</p></article>", "Whole. ".repeat(300)),
        );
    }
    assert_eq!(codes(&site.build()), ["built-pages-unknown"]);
    assert!(!site.files().keys().any(|name| name.contains("archive")));
    let html = Some(site.path().join("dist"));
    let report = pipeline::build(&Plan::new(Choices { html, ..site.choices() }), &Silent);
    assert!(codes(&report).is_empty(), "{:?}", report.diagnostics);
    let files = site.files();
    assert!(files.iter().all(|(name, bytes)| !name.ends_with(".xml") || bytes.len() <= 16 << 10));
    assert!(files.contains_key("feed-archive-5.xml"));
}
