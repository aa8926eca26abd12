//! What Eleventy does with data, tags and permalinks.

use super::marks::Marks;
use super::settings::{self, calls, joined, quoted};
use super::template::{self, Names};
use super::{address, data};
use crate::model::{Route, RouteClock};
use crate::site::Root;
use crate::site::front_matter;
use crate::site::inherit::Layers;
use chrono::DateTime;
use chrono_tz::Tz;
use std::fs;
use tempfile::TempDir;

fn written(permalink: &str) -> Option<String> {
    let fenced = front_matter::split("---\ntitle: \"It's a Title\"\nmeta: {part: Deep One}\n---\n").unwrap();
    let own = front_matter::read(&fenced, &mut Vec::new()).unwrap();
    let fields = Layers { own: &own, inherited: Vec::new() };
    let names = Names { fields: &fields, file_slug: "my-post", file_path_stem: "/blog/my-post" };
    let parts = template::written(permalink, &names)?;
    let date = DateTime::parse_from_rfc3339("2024-03-05T23:30:00-05:00").unwrap();
    Route::parts(parts, RouteClock::Utc).at(date, Tz::UTC)
}

#[test]
fn a_permalink_puts_words_and_dates_together() {
    let cases = [
        ("/{{ page.date | date: '%Y/%m/%d' }}/{{ page.fileSlug }}/", "/2024/03/06/my-post/"),
        ("{{ page.filePathStem }}.html", "/blog/my-post.html"),
        ("/{{ title | slugify }}/index.html", "/its-a-title/index.html"),
        ("/{{ meta.part | lower | replace(' ', '_') }}/", "/deep_one/"),
        ("/{{ page.date | dateFormat(\"yyyy/LL\") }}/{{ \"a|b\" | append: '.html' }}", "/2024/03/a|b.html"),
        ("/{{- page.date.getUTCFullYear() -}}/", "/2024/"),
    ];
    for (permalink, path) in cases {
        assert_eq!(written(permalink).as_deref(), Some(path), "{permalink}");
    }
}

#[test]
fn what_only_code_knows_is_not_made_up() {
    for permalink in [
        "/{% if x %}a{% endif %}/",
        "/{{ title | myFilter }}/",
        "/{{ unknown }}/",
        "/{{ page.date }}/",
        "/{{ title",
    ] {
        assert_eq!(written(permalink), None, "{permalink}");
    }
}

#[test]
fn calls_are_found_with_what_stands_between_their_parentheses() {
    let code = "c.addX(\"a)\", (b) => [f('c')]);\n// c.addX('no')\nc.addX({ './a/': `/b` })";
    assert_eq!(calls(code, "addX"), ["\"a)\", (b) => [f('c')]", "{ './a/': `/b` }"]);
    assert_eq!(quoted("{ './a/': `/b` }"), ["./a/", "/b"]);
    assert_eq!(joined("content", "../_data/./x"), "_data/x");
}

fn site(files: &[(&str, &str)]) -> TempDir {
    let directory = tempfile::tempdir().unwrap();
    for (file, text) in files {
        let path = directory.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    directory
}

fn marks(files: &[(&str, &str)]) -> Marks {
    let directory = site(files);
    let root = Root::new(directory.path());
    let settings = settings::read(&root);
    Marks::of(&root, &settings, &data::of(&root, &settings.input))
}

#[test]
fn a_tag_of_posts_marks_them_and_is_not_shown() {
    let marks =
        marks(&[("blog/blog.json", "{\"tags\": [\"posts\", \"deep\"]}"), ("blog/a.md", "---\n---\n")]);
    assert!(marks.holds("blog/a.md", &["posts".to_owned()], false));
    assert!(!marks.holds("about.md", &["deep".to_owned()], true));
    assert!(marks.is_silent("posts") && !marks.is_silent("deep"));
}

#[test]
fn a_glob_in_the_configuration_marks_posts() {
    let code = "module.exports = (c) => { c.addCollection('writing', (api) => api.getFilteredByGlob(['src/w/*.md', '!src/w/_*'])); };";
    let marks = marks(&[(".eleventy.js", code), ("src/w/a.md", "---\ntags: [x]\n---\n")]);
    assert!(marks.holds("src/w/a.md", &[], false));
    assert!(!marks.holds("src/w/_a.md", &[], true) && !marks.holds("src/b.md", &[], true));
}

#[test]
fn where_nothing_marks_posts_the_dated_are_posts() {
    let marks = marks(&[(".eleventy.js", "module.exports = {}"), ("a.md", "---\ntags: [x]\n---\n")]);
    assert!(marks.holds("a.md", &[], true) && !marks.holds("a.md", &[], false));
}

#[test]
fn the_nearer_data_file_is_the_stronger() {
    let directory = site(&[
        ("src/src.json", "{\"author\": \"Outer\", \"lang\": \"de\"}"),
        ("src/blog/blog.11tydata.js", "module.exports = { author: 'Inner' };"),
        ("src/blog/a.md", "---\ntitle: A\n---\n"),
        ("src/blog/a.json", "{\"lang\": \"en\"}"),
        ("src/blog/package.json", "{\"author\": \"Nobody\"}"),
    ]);
    let data = data::of(&Root::new(directory.path()), "src");
    let own = front_matter::Front::default();
    let fields = Layers { own: &own, inherited: data.inheritance.of("src/blog/a.md") };
    assert_eq!((fields.text(&["author"]), fields.text(&["lang"])), (Some("Inner"), Some("en")));
}

#[test]
fn the_path_prefix_stands_once_behind_the_address() {
    assert_eq!(address("https://a.example.org", "/log/").as_deref(), Some("https://a.example.org/log/"));
    assert_eq!(address("https://a.example.org/log/", "log").as_deref(), Some("https://a.example.org/log/"));
    assert_eq!(address("a.example.org", "").as_deref(), Some("https://a.example.org/"));
    assert_eq!(address("localhost", ""), None);
}
