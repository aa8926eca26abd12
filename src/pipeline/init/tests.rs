//! The settings that are written say what is taken without them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::settings::{Detected, compose};
use crate::model::{Ledger, Site};
use crate::site::schema::validate::wrongs;
use crate::{resolve, site};
use std::fs;
use std::path::Path;

/// The site in a directory, and the settings that are composed of it.
fn detected(directory: &Path) -> (Site, String) {
    let mut said = Vec::new();
    let opened = site::open(directory).tell(&mut said);
    let mut source =
        site::read(&opened.root, opened.framework, &opened.config, &crate::site::Asked::default())
            .tell(&mut said);
    source.evidence = site::evidence(&opened.root, &source, None);
    let facts = source.facts.clone();
    let (folders, future) = (source.folders.clone(), source.publishes_future);
    let now = chrono::DateTime::parse_from_rfc3339("2026-01-01T00:00:00Z").unwrap();
    let site = resolve::site(source, &Ledger::default(), now).tell(&mut said);
    let text = compose(&Detected {
        site: &site,
        facts: &facts,
        folders: &folders,
        future,
        shown_by: &opened.shown_by,
        said: &said,
        schema: "s.json",
    });
    (site, text)
}

/// All that is listed of a site.
fn listed(site: &Site) -> String {
    format!("{:#?}\n{:#?}\n{:#?}", site.facts, site.posts, site.excluded)
}

fn holds(files: &[(&str, &str)]) -> String {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    holds_in(folder.path())
}

fn holds_in(directory: &Path) -> String {
    let (before, text) = detected(directory);
    assert_eq!(wrongs(&text), Vec::<String>::new(), "{text}");
    fs::write(directory.join("syndicard.yaml"), &text).unwrap();
    let (after, again) = detected(directory);
    assert_eq!(listed(&after), listed(&before), "{text}");
    assert!(again.contains("framework: "), "{again}");
    text
}

const POST: &str =
    "---\ntitle: T\ndate: 2024-01-01\n---\nThis is a text in English, as anybody can see who reads it.\n";

#[test]
fn a_site_is_listed_alike_with_the_settings_and_without() {
    let meta = "module.exports = { title: 'Notes: a \"site\"', siteUrl: 'https://a.example.org/base', language: 'en-us',\n\
        author: 'Ada Quay', email: 'ada@a.example.org', siteLogo: '/logo.png', description: '# not a comment' }";
    let text = holds(&[
        ("data/siteMetadata.js", meta),
        ("data/blog/a.md", POST),
        ("data/blog/b.md", "---\ndraft: true\n---\n"),
    ]);
    for line in [
        "framework: next-tailwind",
        "title: \"Notes: a \\\"site\\\"\"",
        "url: https://a.example.org/base",
        "# Found: 1 in data/blog, such as https://a.example.org/base/blog/a",
        "  - name: Ada Quay",
        "logo: \"/logo.png\"",
        "# time_zone: Europe/Madrid",
    ] {
        assert!(text.lines().any(|other| other == line), "{line}\n{text}");
    }
    assert!(!text.contains("not sure"), "{text}");
}

#[test]
fn what_is_not_sure_is_marked() {
    let text = holds(&[("notes/a.md", POST), ("notes/b.md", POST), ("CNAME", "a.example.org")]);
    for doubt in [
        "# not sure: no file shows a framework",
        "# not sure: taken from `CNAME`, or from where the posts link to each other",
        "# not sure: no file names it; it is what the texts seem to be in",
        "# not sure: their addresses are the paths of their files, as no framework tells them",
    ] {
        assert!(text.lines().any(|line| line == doubt), "{doubt}\n{text}");
    }
    let text = holds(&[("notes/a.md", POST)]);
    assert!(
        text.contains("# not sure: nothing tells it, and nothing can be built without it\n# url:"),
        "{text}"
    );
}

#[test]
fn the_sample_site_and_all_its_settings_stay_as_they_are() {
    let folder = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/demo"), folder.path());
    fs::remove_file(folder.path().join("syndicard.yaml")).unwrap();
    holds_in(folder.path());
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() { copy(&path, &target) } else { assert!(fs::copy(&path, &target).is_ok()) }
    }
}
