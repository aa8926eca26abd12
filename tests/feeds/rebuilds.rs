//! Which files a build writes, leaves and removes.

use super::*;

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
fn a_manifest_of_many_posts_is_one_document_in_their_order() {
    let site = Site::new("");
    for number in 0..300 {
        site.post(number, "a", 30);
    }
    let report = site.build();
    let bytes = &site.files()["syndicard.json"];
    let manifest: serde_json::Value = serde_json::from_slice(bytes).unwrap();
    let whole = serde_json::to_string_pretty(&manifest).unwrap() + "\n";
    assert!(whole.as_bytes() == bytes.as_slice());
    let paths = manifest["posts"].as_array().unwrap().iter().map(|post| post["path"].as_str().unwrap());
    assert!(paths.eq(report.site.posts.iter().map(|post| post.path.as_str())));
}

#[test]
fn a_manifest_that_names_what_nobody_asks_for_lets_it_go() {
    let site = Site::new("feeds: {sets: [tag]}\n");
    site.post(1, "a", 30);
    site.build();
    let own = site.files();
    // As if another program had put it there, with our mark.
    site.write("public/other.xml", "<generator>Syndicard</generator>");
    let manifest = String::from_utf8(own["syndicard.json"].clone()).unwrap();
    site.write(
        "public/syndicard.json",
        &manifest.replacen("\"files\": [", "\"files\": [\n    \"other.xml\",", 1),
    );
    let report = site.build();
    assert_eq!((report.written, report.removed), (1, 1));
    assert_eq!(changed(&own, &site.files()), Vec::<String>::new());
}
