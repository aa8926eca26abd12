#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::*;
use crate::feed::published;
use crate::plan::Choices;
use std::path::Path;

fn site() -> tempfile::TempDir {
    let site = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(site.path().join("data/blog")).unwrap();
    for (name, title) in [("a", "First"), ("b", "Second"), ("c", "Third")] {
        let text = format!("---\ntitle: {title}\ndate: 2024-01-02\n---\n{title}.\n");
        std::fs::write(site.path().join(format!("data/blog/{name}.md")), text).unwrap();
    }
    std::fs::write(site.path().join("syndicard.yaml"), "url: https://x.example.org\n").unwrap();
    site
}

fn feed(items: &str) -> Published {
    let head = "<rss version='2.0'><channel><title>X</title><link>https://x.example.org/</link><description>x</description>";
    published::read(format!("{head}{items}</channel></rss>").as_bytes()).unwrap()
}

fn plan(site: &Path) -> Plan {
    Plan::new(Choices { site: site.to_owned(), ..Choices::default() })
}

fn ids(site: &Path) -> Vec<(String, String)> {
    let listing = pipeline::list(&plan(site), Depth::Bodies);
    let mut ids: Vec<_> = listing.site.posts.into_iter().map(|post| (post.path, post.id)).collect();
    ids.sort();
    ids
}

const OLD: &str = "
    <item><title>First</title><link>http://x.example.org/blog/a/</link><guid>old-1</guid></item>
    <item><title> second </title><link>https://x.example.org/2024/second</link><guid>old-2</guid><pubDate>Tue, 02 Jan 2024 10:00:00 GMT</pubDate></item>
    <item><title>Gone</title><link>https://x.example.org/gone</link><guid>old-3</guid></item>";

#[test]
fn posts_keep_the_ids_of_the_published_feed() {
    let site = site();
    let adoption = adopt(&plan(site.path()), &[feed(OLD)]);
    assert_eq!((adoption.adopted, adoption.same), (2, 0));
    let ids = ids(site.path());
    assert_eq!(ids[0].1, "old-1");
    assert_eq!(ids[1].1, "old-2");
    assert_eq!(ids[2].1, "https://x.example.org/blog/c");
    let again = adopt(&plan(site.path()), &[feed(OLD)]);
    assert_eq!((again.adopted, again.same), (0, 2));
}

#[test]
fn an_item_that_is_no_post_is_named() {
    let site = site();
    let said = adopt(&plan(site.path()), &[feed(OLD)]).diagnostics;
    let message = "`https://x.example.org/gone` stands in the feeds and is no post here";
    assert!(said.iter().any(|said| said.message == message), "{said:?}");
}

#[test]
fn a_dry_run_writes_nothing() {
    let site = site();
    let plan = Plan::new(Choices { site: site.path().to_owned(), locked: true, ..Choices::default() });
    assert_eq!(adopt(&plan, &[feed(OLD)]).adopted, 2);
    assert!(!site.path().join("syndicard.lock").exists());
}

#[test]
fn of_two_ids_for_a_post_the_first_stands() {
    let site = site();
    let other =
        feed("<item><title>First</title><link>https://x.example.org/blog/a</link><guid>other</guid></item>");
    let adoption = adopt(&plan(site.path()), &[feed(OLD), other]);
    assert!(adoption.diagnostics.iter().any(|said| said.code == "ids-two"));
    assert_eq!(ids(site.path())[0].1, "old-1");
}

#[test]
fn an_id_in_the_front_matter_wins_over_the_feed() {
    let site = site();
    let text = "---\ntitle: First\ndate: 2024-01-02\nid: tag:x.example.org,2024:mine\n---\nFirst.\n";
    std::fs::write(site.path().join("data/blog/a.md"), text).unwrap();
    adopt(&plan(site.path()), &[feed(OLD)]);
    assert_eq!(ids(site.path())[0].1, "tag:x.example.org,2024:mine");
}
