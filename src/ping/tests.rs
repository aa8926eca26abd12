#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::*;
use crate::net::tests::{answer, server};
use crate::plan::Choices;
use std::path::Path;
use std::sync::mpsc::Receiver;

/// A hub that gives these statuses in turn; what it was sent arrives in the channel.
fn hub(statuses: &[&str]) -> (String, Receiver<String>) {
    let (root, heard) = server(statuses.iter().map(|status| answer(status, "", "")).collect());
    (format!("{root}/"), heard)
}

fn site(hub: &str) -> tempfile::TempDir {
    let site = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(site.path().join("data/blog")).unwrap();
    std::fs::write(
        site.path().join("data/blog/a.md"),
        "---\ntitle: A\ndate: 2024-01-02\ncard: false\n---\nText.\n",
    )
    .unwrap();
    let settings = format!("url: https://x.example.org\nfeeds: {{hubs: ['{hub}'], formats: [rss]}}\n");
    std::fs::write(site.path().join("syndicard.yaml"), settings).unwrap();
    site
}

fn plan(site: &Path) -> Plan {
    Plan::new(Choices { site: site.to_owned(), ..Choices::default() })
}

struct Silent;

impl crate::pipeline::Progress for Silent {
    fn start(&self, _: usize) {}
    fn drawn(&self) {}
    fn finish(&self) {}
}

fn build(site: &Path) {
    let report = crate::pipeline::build(&plan(site), &Silent);
    assert!(report.diagnostics.is_empty(), "{:?}", report.diagnostics);
}

#[test]
fn a_hub_is_told_once_of_each_change() {
    let (address, heard) = hub(&["204 No Content"; 3]);
    let site = site(&address);
    build(site.path());
    let pings = ping(&plan(site.path()), Wish::default());
    assert_eq!(pings.diagnostics, []);
    assert_eq!(pings.told, [Told { hub: address, feed: "https://x.example.org/feed.xml".to_owned() }]);
    let feed = "https%3A%2F%2Fx.example.org%2Ffeed.xml";
    let request = heard.recv().unwrap();
    assert!(
        request.ends_with(&format!("\r\n\r\nhub.mode=publish&hub.url={feed}&hub.topic={feed}")),
        "{request}"
    );
    let again = ping(&plan(site.path()), Wish::default());
    assert_eq!((again.told.len(), again.unchanged), (0, 1));
    let text = "---\ntitle: B\ndate: 2024-01-03\ncard: false\n---\nText.\n";
    std::fs::write(site.path().join("data/blog/b.md"), text).unwrap();
    build(site.path());
    assert_eq!(ping(&plan(site.path()), Wish::default()).told.len(), 1);
    assert_eq!(ping(&plan(site.path()), Wish { all: true, dry_run: false }).told.len(), 1);
}

#[test]
fn a_dry_run_tells_nobody() {
    let (address, heard) = hub(&[]);
    let site = site(&address);
    build(site.path());
    let pings = ping(&plan(site.path()), Wish { all: false, dry_run: true });
    assert_eq!(pings.told.len(), 1);
    assert!(heard.try_recv().is_err());
}

#[test]
fn a_hub_that_refuses_is_an_error_and_is_told_again_next_time() {
    let (address, _heard) = hub(&["503 Service Unavailable"; 2]);
    let site = site(&address);
    build(site.path());
    for _ in 0..2 {
        let pings = ping(&plan(site.path()), Wish::default());
        assert_eq!(pings.told, []);
        assert_eq!(pings.diagnostics[0].code, "ping-failed");
        assert!(
            pings.diagnostics[0].message.ends_with("it answered with status 503"),
            "{:?}",
            pings.diagnostics
        );
    }
}

#[test]
fn without_a_build_or_a_hub_there_is_an_error() {
    let site = site("https://hub.example.org/");
    assert_eq!(ping(&plan(site.path()), Wish::default()).diagnostics[0].code, "manifest-missing");
    std::fs::write(site.path().join("syndicard.yaml"), "url: https://x.example.org\n").unwrap();
    build(site.path());
    assert_eq!(ping(&plan(site.path()), Wish::default()).diagnostics[0].code, "hub-missing");
}
