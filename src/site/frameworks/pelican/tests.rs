#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use crate::site::frameworks::sample::Sample;

const POST: &str = "Title: A — B & C\nDate: 2020-01-02 03:04\n\nText";

#[test]
fn publishconf_stands_over_pelicanconf() {
    let files = [
        ("pelicanconf.py", "SITENAME = 'Base'\nSITEURL = ''\nPATH = 'content'\nARTICLE_URL = 'x/{slug}'\n"),
        (
            "publishconf.py",
            "from pelicanconf import *\nSITEURL = 'https://p.example.org'\nARTICLE_URL = 'blog/{date:%Y}/{slug}/'\n",
        ),
        ("content/a.md", POST),
    ];
    let sample = Sample::read("pelican", &files);
    assert_eq!(sample.source.facts.url.as_deref(), Some("https://p.example.org"));
    assert_eq!(sample.source.facts.title.as_deref(), Some("Base"));
    assert_eq!(sample.route("content/a.md"), "blog/%Y/a-b-c/");
    let rule = &sample.post("content/a.md").route_rule;
    assert_eq!(rule.place.as_ref().map(|(file, line)| (&**file, *line)), Some(("publishconf.py", 3)));
}

#[test]
fn a_cname_among_the_extra_files_tells_the_address() {
    let files = [
        ("pelicanconf.py", "PATH = 'content'\n"),
        ("content/extra/CNAME", "p.example.org\n"),
        ("content/a.md", POST),
    ];
    assert_eq!(Sample::read("pelican", &files).source.facts.url.as_deref(), Some("https://p.example.org"));
}

#[test]
fn the_site_s_own_substitutions_make_slugs_and_categories() {
    let conf = "PATH = 'content'\nSLUG_REGEX_SUBSTITUTIONS = [(r'C\\+\\+', 'cpp'), (r'[^\\w\\s-]', ''), (r'[-\\s]+', '-')]\nARTICLE_URL = '{category}/{slug}.html'\n";
    let files = [
        ("pelicanconf.py", conf),
        ("content/My Things/a.md", "Title: C++ and more!\nDate: 2020-01-02\n\nText"),
        ("content/pages/b.md", POST),
        ("content/c.md", "Text without a head.\n"),
    ];
    let sample = Sample::read("pelican", &files);
    assert_eq!(sample.route("content/My Things/a.md"), "my-things/cpp-and-more.html");
    assert_eq!(sample.source.posts.len(), 1);
    assert_eq!(sample.reason("content/c.md"), Some("no title"));
}

#[test]
fn what_is_computed_is_guessed_and_said_to_be() {
    let conf = "PATH = 'content'\nARTICLE_URL = make_url()\n";
    let sample = Sample::read("pelican", &[("pelicanconf.py", conf), ("content/a.md", POST)]);
    assert!(!sample.post("content/a.md").route_rule.is_sure);
    assert_eq!(sample.route("content/a.md"), "a-b-c.html");
}
