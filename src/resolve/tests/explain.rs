//! Why a file is what it is.

use super::*;
use crate::model::Explanation;

fn explained(files: &[(&str, &str)], path: &str) -> Explanation {
    let now = DateTime::parse_from_rfc3339("2026-01-01T00:00:00Z").unwrap();
    crate::resolve::explain(read(files).0, path, "data/siteMetadata.js", &Ledger::default(), now)
}

/// The value of a fact, its rule and its place.
fn fact(explanation: &Explanation, name: &str) -> String {
    let fact = explanation.facts.iter().find(|fact| fact.name == name).unwrap();
    let place =
        fact.origin.as_ref().map(|origin| format!(" @ {}:{} {}", origin.file, origin.line, origin.text));
    format!("{} | {}{}", fact.value, fact.rule, place.unwrap_or_default())
}

const META: &str = "module.exports = { siteUrl: 'https://a.example.org', language: 'en', author: 'Ada' }";

#[test]
fn every_fact_names_the_line_or_the_rule_that_it_comes_from() {
    let post = "---\ntitle: One\ndate: 2024-01-02\nimages:\n  - /a.png\ntags: [x, y]\n---\n# Heading\n";
    let files = [("data/siteMetadata.js", META), ("data/blog/one.md", post), ("public/a.png", "")];
    let explanation = explained(&files, "data/blog/one.md");
    assert_eq!(explanation.excluded, None);
    for (name, expected) in [
        ("framework", "next-tailwind | `data/siteMetadata.js` shows it"),
        ("address", "https://a.example.org/blog/one | the path below `data/blog`"),
        ("title", "One | its front matter @ data/blog/one.md:2 title: One"),
        ("published", "2024-01-02T00:00:00+00:00 | its front matter @ data/blog/one.md:3 date: 2024-01-02"),
        ("updated", " | no key gives one"),
        ("tags", "x, y | its front matter @ data/blog/one.md:6 tags: [x, y]"),
        ("authors", "Ada | those of the site, as the post names nobody"),
        ("language", "en | that of the site"),
        ("cover", "/a.png → public/a.png | its front matter @ data/blog/one.md:4 images:"),
        ("draft", "false | nothing says that it is one"),
    ] {
        assert_eq!(fact(&explanation, name), expected);
    }
}

#[test]
fn a_file_that_is_left_out_says_why_and_where() {
    let draft = "---\ntitle: One\ndate: 2024-01-02\ndraft: true\n---\n";
    let files = [
        ("data/siteMetadata.js", META),
        ("data/blog/one.md", draft),
        ("data/blog/two.rst", ""),
        ("notes.md", ""),
    ];
    let explanation = explained(&files, "data/blog/one.md");
    assert_eq!(explanation.excluded.as_deref(), Some("draft"));
    assert_eq!(fact(&explanation, "draft"), "true | its front matter @ data/blog/one.md:4 draft: true");
    assert_eq!(explained(&files, "data/blog/two.rst").excluded.as_deref(), Some("extension not read"));
    let elsewhere = explained(&files, "notes.md").excluded.unwrap();
    assert!(
        elsewhere.starts_with("not read: posts are looked for in `data/blog` (.mdx, .md)"),
        "{elsewhere}"
    );
}
