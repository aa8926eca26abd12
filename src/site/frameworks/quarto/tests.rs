#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use crate::site::frameworks::sample::Sample;

const CONF: &str = "project:\n  type: website\nwebsite:\n  title: Q\n  site-url: https://q.example.org\n  drafts: [posts/late/index.qmd]\nauthor: Ada Moss\n";
const POST: &str = "---\ntitle: T\ndate: 5/22/2021\ncategories: [a]\nimage: a.png\nimage-alt: Alt\n---\nText";

#[test]
fn a_listing_says_which_pages_are_posts() {
    let files = [
        ("_quarto.yml", CONF),
        (
            "index.qmd",
            "---\ntitle: Home\ndate: 2020-01-01\nlisting:\n  contents: [posts, \"notes/*.md\"]\n---\n",
        ),
        ("posts/one/index.qmd", POST),
        ("posts/late/index.qmd", POST),
        ("posts/_metadata.yml", "categories: [b]\nlang: fr\n"),
        ("posts/_draft/index.qmd", POST),
        (
            "notes/two.md",
            "---\ntitle: Two\ndate: 2021-01-01\nauthor:\n  - name: {given: Bo, family: Fern}\n---\n",
        ),
        ("about.qmd", POST),
    ];
    let sample = Sample::read("quarto", &files);
    assert_eq!(sample.route("posts/one/index.qmd"), "posts/one/");
    assert_eq!(sample.route("notes/two.md"), "notes/two.html");
    assert_eq!(sample.source.posts.len(), 3);
    let post = sample.post("posts/one/index.qmd");
    assert_eq!(post.authors.as_ref().unwrap().value[0].name, "Ada Moss");
    assert_eq!(post.language.as_ref().unwrap().value, "fr");
    assert_eq!(post.tags, ["a"]);
    assert_eq!(post.cover.as_ref().unwrap().value.alt.as_deref(), Some("Alt"));
    assert_eq!(sample.post("notes/two.md").authors.as_ref().unwrap().value[0].name, "Bo Fern");
    assert!(sample.post("posts/late/index.qmd").draft);
}

#[test]
fn without_a_listing_every_page_with_a_date_is_a_post() {
    let files =
        [("_quarto.yml", CONF), ("a.qmd", POST), ("b.qmd", "---\ntitle: B\ndate: last-modified\n---\n")];
    let sample = Sample::read("quarto", &files);
    assert_eq!(sample.route("a.qmd"), "a.html");
    assert!(sample.post("b.qmd").published.is_none());
}

#[test]
fn a_listing_without_contents_shows_the_pages_around_it() {
    let files = [
        ("_quarto.yml", CONF),
        ("blog/index.qmd", "---\nlisting: default\n---\n"),
        ("blog/x/index.qmd", POST),
        ("about.qmd", POST),
    ];
    let sample = Sample::read("quarto", &files);
    let paths: Vec<&str> = sample.source.posts.iter().map(|post| post.path.as_str()).collect();
    assert_eq!(paths, ["blog/x/index.qmd"]);
}
