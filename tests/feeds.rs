//! What becomes of feeds from one build to the next.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use syndicard::pipeline::{self, Progress, Report};
use syndicard::plan::{Choices, Plan};

struct Silent;

impl Progress for Silent {
    fn start(&self, _: usize) {}
    fn drawn(&self) {}
    fn finish(&self) {}
}

/// A site of plain Markdown without cards.
struct Site(tempfile::TempDir);

impl Site {
    fn new(settings: &str) -> Self {
        let site = Self(tempfile::tempdir().unwrap());
        site.write(
            "syndicard.yaml",
            &format!("url: https://x.example.org\ntitle: X\nposts: posts\n{settings}"),
        );
        site
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// A post of about `length` bytes, dated by its number.
    fn post(&self, number: u32, tags: &str, length: usize) {
        let (month, day) = (1 + number / 28 % 12, 1 + number % 28);
        let date = format!("{}-{month:02}-{day:02}", 2000 + number / 336);
        let body = format!("Post number {number}. ").repeat(length / 16);
        let text =
            format!("---\ntitle: Post {number}\ndate: {date}\ntags: [{tags}]\ncard: false\n---\n{body}\n");
        self.write(&format!("posts/{number}.md"), &text);
    }

    fn choices(&self) -> Choices {
        Choices { site: self.path().to_owned(), ..Choices::default() }
    }

    fn build(&self) -> Report {
        pipeline::build(&Plan::new(self.choices()), &Silent)
    }

    /// Every file below the served directory.
    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        fn walk(folder: &Path, root: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    walk(&path, root, found);
                } else {
                    let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                    found.insert(name, fs::read(&path).unwrap());
                }
            }
        }
        let mut found = BTreeMap::new();
        let public = self.path().join("public");
        walk(&public, &public, &mut found);
        found
    }

    fn ids(&self) -> BTreeMap<String, String> {
        let listing = pipeline::list(&Plan::new(self.choices()));
        listing.site.posts.into_iter().map(|post| (post.path, post.id)).collect()
    }
}

fn changed(old: &BTreeMap<String, Vec<u8>>, new: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let names: std::collections::BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    names.into_iter().filter(|name| old.get(*name) != new.get(*name)).cloned().collect()
}

fn codes(report: &Report) -> Vec<&str> {
    report.diagnostics.iter().map(|said| said.code).collect()
}

const SETS: &str = "feeds: {content: full, sets: [tag], size: 32 KB}\n";

#[test]
fn a_new_post_changes_the_feeds_that_hold_it_and_nothing_else() {
    let site = Site::new(SETS);
    for number in 0..40 {
        site.post(number, if number % 2 == 0 { "even" } else { "odd" }, 2000);
    }
    assert!(codes(&site.build()).is_empty());
    let old = site.files();
    assert!(old.contains_key("feed-archive-2.xml"), "{:?}", old.keys());
    site.post(40, "even", 2000);
    let report = site.build();
    let expected = [
        "atom.xml",
        "feed.json",
        "feed.xml",
        "subscribe/index.html",
        "syndicard.json",
        "tags/even/atom.xml",
        "tags/even/feed.json",
        "tags/even/feed.xml",
    ];
    assert_eq!(changed(&old, &site.files()), expected);
    assert_eq!(report.written, expected.len());
}

#[test]
fn archives_stand_as_they_are_while_posts_are_added() {
    let site = Site::new("feeds: {content: full, size: 32 KB, formats: [atom]}\n");
    for number in 0..30 {
        site.post(number, "a", 2000);
    }
    site.build();
    for number in 30..60 {
        let old = site.files();
        site.post(number, "a", 2000);
        site.build();
        let new = site.files();
        for name in changed(&old, &new) {
            assert!(
                !name.contains("archive") || !old.contains_key(&name),
                "{name} changed with post {number}"
            );
        }
    }
    let files = site.files();
    assert!(files.iter().all(|(name, bytes)| !name.ends_with(".xml") || bytes.len() <= 32 << 10));
    // Every post stands in some document.
    let all: String = files.values().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect();
    assert!((0..60).all(|number| all.contains(&format!("<id>https://x.example.org/{number}</id>"))));
}

#[test]
fn a_change_in_an_archived_post_changes_its_archive_alone() {
    let site = Site::new("feeds: {content: full, size: 32 KB, formats: [rss]}\n");
    for number in 0..60 {
        site.post(number, "a", 2000);
    }
    site.build();
    let old = site.files();
    site.post(0, "a", 1500);
    site.build();
    assert_eq!(changed(&old, &site.files()), ["feed-archive-1.xml"]);
}

#[test]
fn a_second_build_writes_nothing_and_gives_the_same_bytes_without_what_it_remembered() {
    let site = Site::new(SETS);
    for number in 0..40 {
        site.post(number, "a, b", 2000);
    }
    site.build();
    let old = site.files();
    assert_eq!(site.build().written, 0);
    fs::remove_dir_all(site.path().join(".syndicard")).unwrap();
    assert_eq!(site.build().written, 0);
    fs::remove_dir_all(site.path().join("public")).unwrap();
    site.build();
    assert_eq!(changed(&old, &site.files()), Vec::<String>::new());
}

#[test]
fn a_feed_that_was_changed_by_hand_or_lost_is_written_again() {
    let site = Site::new("feeds: {formats: [rss, json]}\n");
    site.post(1, "a", 100);
    site.build();
    let old = site.files();
    fs::remove_file(site.path().join("public/feed.xml")).unwrap();
    fs::write(site.path().join("public/feed.json"), "{\"_syndicard\": 1}").unwrap();
    site.build();
    assert_eq!(changed(&old, &site.files()), Vec::<String>::new());
}

#[test]
fn a_post_that_moves_keeps_its_id_and_says_so() {
    let site = Site::new("");
    site.post(1, "a", 300);
    site.post(2, "a", 300);
    site.build();
    let text = fs::read_to_string(site.path().join("posts/1.md")).unwrap();
    fs::remove_file(site.path().join("posts/1.md")).unwrap();
    site.write("posts/elsewhere/one.md", &text);
    let report = site.build();
    assert_eq!(codes(&report), ["post-moved"]);
    assert_eq!(site.ids()["posts/elsewhere/one.md"], "https://x.example.org/1");
    let feed = String::from_utf8(site.files().remove("feed.xml").unwrap()).unwrap();
    assert!(feed.contains("<guid isPermaLink=\"false\">https://x.example.org/1</guid>"), "{feed}");
    assert!(codes(&site.build()).is_empty());
}

#[test]
fn a_post_that_is_edited_keeps_its_id() {
    let site = Site::new("");
    site.post(1, "a", 300);
    site.build();
    site.write(
        "posts/1.md",
        "---\ntitle: Another\ndate: 2024-05-06\ncard: false\npermalink: /new\n---\nOther.\n",
    );
    assert_eq!(site.ids()["posts/1.md"], "https://x.example.org/1");
}

#[test]
fn a_post_at_an_address_that_another_had_first_gets_an_id_of_its_own() {
    let site = Site::new("");
    site.post(1, "a", 300);
    site.build();
    let text = fs::read_to_string(site.path().join("posts/1.md")).unwrap();
    site.write("posts/moved.md", &text);
    site.write("posts/1.md", "---\ntitle: Another\ndate: 2024-05-06\ncard: false\n---\nOther.\n");
    let ids = site.ids();
    assert_eq!(ids["posts/moved.md"], "https://x.example.org/1");
    assert_eq!(ids["posts/1.md"], "tag:x.example.org,2024-05-06:/1");
    site.build();
    assert_eq!(site.ids(), ids);
}

#[test]
fn ids_go_with_the_posts_when_files_change_their_names_among_each_other() {
    let site = Site::new("");
    for number in 1..=3 {
        site.post(number, "a", 300);
    }
    site.build();
    let path = |name: &str| site.path().join("posts").join(name);
    // 1 becomes 2, and 2 becomes 4; 3 stays.
    fs::rename(path("2.md"), path("4.md")).unwrap();
    fs::rename(path("1.md"), path("2.md")).unwrap();
    let report = site.build();
    assert_eq!(codes(&report), ["post-moved", "post-moved"]);
    let ids = site.ids();
    assert_eq!(ids["posts/2.md"], "https://x.example.org/1");
    assert_eq!(ids["posts/4.md"], "https://x.example.org/2");
    assert_eq!(ids["posts/3.md"], "https://x.example.org/3");
}

#[test]
fn an_id_in_the_file_wins_over_the_ledger() {
    let site = Site::new("");
    site.post(1, "a", 300);
    site.build();
    let text = fs::read_to_string(site.path().join("posts/1.md")).unwrap();
    site.write("posts/1.md", &text.replace("card: false", "card: false\nid: urn:mine"));
    assert_eq!(site.ids()["posts/1.md"], "urn:mine");
}

#[test]
fn a_locked_ledger_that_would_change_is_an_error_and_stays() {
    let site = Site::new("");
    site.post(1, "a", 300);
    site.build();
    let lock = fs::read(site.path().join("syndicard.lock")).unwrap();
    let locked = || pipeline::build(&Plan::new(Choices { locked: true, ..site.choices() }), &Silent);
    assert!(codes(&locked()).is_empty());
    site.post(2, "a", 300);
    let report = locked();
    assert_eq!(codes(&report), ["ledger-locked"]);
    assert_eq!(report.diagnostics[0].label.as_deref(), Some("1 new, 0 changed"));
    assert_eq!(fs::read(site.path().join("syndicard.lock")).unwrap(), lock);
}

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
    assert!(content.contains("<p>From <a href=\"https://x.example.org/x\">the page</a>.</p>"), "{content}");
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
fn feeds_that_nobody_asks_for_any_more_are_removed() {
    let site = Site::new(SETS);
    for number in 0..40 {
        site.post(number, "a", 2000);
    }
    site.build();
    site.write(
        "syndicard.yaml",
        "url: https://x.example.org\ntitle: X\nposts: posts\nfeeds: {subscribe: false}\n",
    );
    site.build();
    let names: Vec<String> = site.files().into_keys().filter(|name| !name.contains("-archive-")).collect();
    assert_eq!(names, ["atom.xml", "feed.json", "feed.xml", "feeds.css", "syndicard.json"]);
}

#[test]
fn unknown_settings_of_feeds_are_named() {
    let site = Site::new(
        "feeds: {content: all, formats: [rss, gopher], size: 1 KB, sets: [{by: mood}], colour: red}\n",
    );
    site.post(1, "a", 30);
    let report = site.build();
    let messages: Vec<&str> = report.diagnostics.iter().map(|said| said.message.as_str()).collect();
    for expected in [
        "`content` knows `summary`, `full` and `html`",
        "`gopher` is no format of feeds",
        "`size` is not a size from 16 KB up",
        "`mood` is nothing that posts can be brought together by",
        "`colour` is no setting of `feeds`",
    ] {
        assert!(messages.contains(&expected), "{expected}: {messages:?}");
    }
    assert_eq!(report.feeds.len(), 1);
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
fn a_feed_of_somebody_else_is_named_in_every_build() {
    let site = Site::new("");
    site.post(1, "a", 30);
    site.write("public/feed.xml", "<rss>theirs</rss>");
    for _ in 0..2 {
        assert_eq!(codes(&site.build()), ["file-not-ours"]);
    }
    assert_eq!(site.files()["feed.xml"], b"<rss>theirs</rss>");
    fs::remove_file(site.path().join("public/feed.xml")).unwrap();
    assert!(codes(&site.build()).is_empty());
    assert!(site.files().contains_key("feed.xml"));
}

#[test]
fn a_file_that_could_not_be_made_anew_is_not_removed() {
    let site = Site::new("");
    site.post(1, "a", 30);
    site.build();
    // A directory in the way of the temporary file's rename is as good as a full disk: the write fails, whoever runs it.
    fs::remove_file(site.path().join("public/feed.json")).unwrap();
    fs::create_dir(site.path().join("public/feed.json")).unwrap();
    site.post(2, "a", 30);
    let report = site.build();
    assert_eq!(codes(&report), ["write-failed"]);
    assert_eq!(report.removed, 0);
    fs::remove_dir(site.path().join("public/feed.json")).unwrap();
    assert!(codes(&site.build()).is_empty());
    assert!(site.files().contains_key("feed.json"));
}

#[test]
fn two_feeds_with_one_path_are_an_error_and_the_first_stands() {
    let site = Site::new("feeds: {sets: [tag, {by: tag, only: [a], limit: 1}], paths: {atom: feed.xml}}\n");
    site.post(1, "a", 30);
    let report = site.build();
    assert!(codes(&report).iter().all(|code| *code == "feed-path-duplicate"), "{:?}", report.diagnostics);
    let paths: Vec<&str> = report.feeds.iter().map(|feed| feed.path.as_str()).collect();
    assert_eq!(paths, ["feed.xml", "feed.json", "tags/a/feed.xml", "tags/a/feed.json"]);
    assert_eq!(site.build().written, 0);
}

#[test]
fn a_draft_keeps_its_id_for_when_it_is_published_again() {
    let site = Site::new("");
    site.post(1, "a", 30);
    site.build();
    let text = fs::read_to_string(site.path().join("posts/1.md")).unwrap();
    site.write("posts/1.md", &text.replace("card: false", "card: false\ndraft: true"));
    site.write("posts/2.md", "---\ntitle: Two\ndate: 2024-05-06\ncard: false\npermalink: /1\n---\nTwo.\n");
    assert_eq!(site.ids()["posts/2.md"], "tag:x.example.org,2024-05-06:/1");
    site.build();
    site.write("posts/1.md", &text.replace("card: false", "card: false\npermalink: /one"));
    assert_eq!(site.ids()["posts/1.md"], "https://x.example.org/1");
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
