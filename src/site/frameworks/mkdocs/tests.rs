#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::heading;
use crate::site::frameworks::sample::Sample;

const TAGGED: &str = "INHERIT: ../base.yml\nsite_name: Docs\nplugins:\n  - search\n  - blog:\n      blog_dir: news\n      post_url_format: '{categories}/{date}/{file}'\n      post_url_date_format: yyyy/M\nextra:\n  key: !ENV [NAME, none]\nmarkdown_extensions:\n  - pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji\n";

#[test]
fn tags_of_yaml_that_name_code_and_environment_do_no_harm() {
    let text = TAGGED.replace("INHERIT: ../base.yml\n", "site_url: !ENV [URL, 'https://d.example.org/']\n");
    let sample = Sample::read(
        "mkdocs",
        &[("mkdocs.yml", &text), ("docs/news/posts/a.md", "---\ndate: 2020-01-02\n---\n# A")],
    );
    assert_eq!(sample.source.facts.url.as_deref(), Some("https://d.example.org/"));
    assert!(sample.said.is_empty(), "{:?}", sample.said);
}

#[test]
fn a_configuration_inherits_from_another() {
    let files = [
        ("mkdocs.yml", "INHERIT: conf/base.yml\nsite_name: Own\n"),
        ("conf/base.yml", "site_name: Base\nsite_url: https://b.example.org/x/\nuse_directory_urls: false\n"),
        ("docs/a/README.md", "---\ndate: 2020-01-02\n---\nText"),
        ("docs/a/b.md", "---\ndate: 2020-01-02\n---\nText"),
    ];
    let sample = Sample::read("mkdocs", &files);
    assert_eq!(sample.source.facts.title.as_deref(), Some("Own"));
    assert_eq!(sample.source.facts.url.as_deref(), Some("https://b.example.org/x/"));
    assert_eq!(sample.route("docs/a/b.md"), "a/b.html");
    assert_eq!(sample.title("docs/a/b.md"), "B");
}

#[test]
fn a_blog_has_addresses_of_its_own_form() {
    let post = "---\ndate: 2020-01-02\ncategories: [Field Work, Other]\n---\n\n# What `x` is { #anchor }\n";
    let sample = Sample::read("mkdocs", &[("mkdocs.yml", TAGGED), ("docs/news/posts/deep/a b.md", post)]);
    let path = "docs/news/posts/deep/a b.md";
    assert_eq!(sample.route(path), "news/field-work/%Y/%-m/a b/");
    assert_eq!(sample.title(path), "What x is");
}

#[test]
fn a_heading_is_a_title_only_where_it_opens_the_page() {
    assert_eq!(heading::written("\n# One {#a}\ntext"), Some("One {#a}"));
    assert_eq!(heading::written("text\n# One"), None);
    assert_eq!(heading::shown("One *two*\n====\n"), Some("One two".to_owned()));
    assert_eq!(heading::shown("# [a](b) c"), Some("a c".to_owned()));
    assert_eq!(heading::shown("# a <kbd>b</kbd> < c"), Some("a b < c".to_owned()));
    assert_eq!(heading::shown("## Two"), None);
    assert_eq!(heading::of_name("my-POST_x"), "my POST x");
}
