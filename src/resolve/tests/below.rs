//! A site below the directory that was asked for.

use super::*;

const META: &str = "module.exports = { siteUrl: 'https://a.example.org', language: 'en', title: 'A' }";
const POST: &str = "---\ntitle: T\ndate: 2024-01-01\nimages: [/gone.png]\n---\n";

#[test]
fn the_only_site_below_is_taken_and_every_path_counts_from_above() {
    let files = [
        ("README.md", "# The project"),
        ("website/data/siteMetadata.js", META),
        ("website/data/blog/a.md", POST),
        ("website/syndicard.yaml", "title: Ours\n"),
        ("packages/ui/notes.md", POST),
    ];
    let (site, said) = listed(&files);
    assert_eq!(
        (site.facts.framework, site.facts.title.as_str(), site.facts.below.as_str()),
        ("next-tailwind", "Ours", "website/")
    );
    assert_eq!(addresses(&site), [("data/blog/a.md", "https://a.example.org/blog/a")]);
    assert_eq!(only(&said, "cover-missing").message, "the cover is not at `website/public/gone.png`");
}

#[test]
fn of_several_sites_one_must_be_named() {
    let files = [
        ("apps/blog/data/blog/a.md", POST),
        ("apps/notes/data/blog/a.md", POST),
        ("apps/empty/data/siteMetadata.js", META),
    ];
    let (_, said) = listed(&files);
    let wrong = only(&said, "site-ambiguous");
    assert!(
        wrong.stops
            && wrong.message.contains("`apps/blog` (Next.js, tailwind starter), `apps/notes` (Next.js"),
        "{wrong:?}"
    );
    assert!(!wrong.message.contains("empty"));
}

#[test]
fn settings_make_a_directory_the_site_whatever_is_below() {
    let files = [("syndicard.yaml", "title: Here\n"), ("a.md", POST), ("website/data/blog/a.md", POST)];
    assert_eq!(listed(&files).0.facts.below, "");
}

#[test]
fn two_levels_down_is_near_enough_and_three_are_not() {
    let near = listed(&[("x/y/data/blog/a.md", POST), ("x/y/data/siteMetadata.js", META)]);
    assert_eq!(near.0.facts.below, "x/y/");
    assert_eq!(listed(&[("x/y/z/data/blog/a.md", POST)]).0.facts.below, "");
}
