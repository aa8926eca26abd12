//! What Hexo does with names, categories and permalinks.

use super::name::{parsed, placeholder};
use super::post::without_offset;
use crate::model::{Field, Route};

#[test]
fn a_name_is_taken_apart_by_the_pattern() {
    let parts = parsed(":year-:month-:day-:title", "2023-07-02-Second Road").unwrap();
    assert_eq!(parts, [("year", "2023"), ("month", "07"), ("day", "02"), ("title", "Second Road")]);
    assert_eq!(parsed(":title", "sub/a-post").unwrap(), [("title", "sub/a-post")]);
    assert_eq!(parsed(":lang/:title", "en/a").unwrap(), [("lang", "en"), ("title", "a")]);
    assert_eq!(parsed(":i_month-:title", "7-a-b").unwrap(), [("i_month", "7"), ("title", "a-b")]);
    assert_eq!(parsed(":year-:title", "no-day"), None);
}

#[test]
fn a_placeholder_does_not_end_in_an_underscore() {
    assert_eq!(placeholder("year_:month"), "year");
    assert_eq!(placeholder("i_month/"), "i_month");
}

#[test]
fn a_hostile_name_takes_no_time() {
    let pattern = ":a:b:c:d:e:f:g:h-x";
    assert_eq!(parsed(pattern, &"a".repeat(4_000)), None);
}

#[test]
fn the_clock_of_utc_is_taken_for_the_sites() {
    let shown = |text: &str| {
        let mut field = Field::unwritten(text.to_owned());
        without_offset(&mut field);
        field.into_value()
    };
    assert_eq!(shown("2024-02-10T20:00:00Z"), "2024-02-10 20:00:00");
    assert_eq!(shown("2024-02-10 20:00:00 +0800"), "2024-02-10 12:00:00");
    assert_eq!(shown("2024-02-10 20:00:00"), "2024-02-10 20:00:00");
}

#[test]
fn categories_and_keys_stand_in_a_permalink() {
    let directory = tempfile::tempdir().unwrap();
    let write = |file: &str, text: &str| {
        let path = directory.path().join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write(
        "_config.yml",
        "permalink: :category/:abbrlink_/:title.html\ncategory_map: {Big Trips: trips}\npermalink_defaults: {abbrlink: none}\nfilename_case: 1\n",
    );
    write(
        "source/_posts/a.md",
        "title: A\ndate: 2024-01-02\ncategories: [Big Trips, Far Östlich]\nabbrlink: 1f\n---\n",
    );
    write("source/_posts/b.md", "---\ntitle: B\ndate: 2024-01-02\ncategories: [[X], [Y, Z]]\n---\n");
    write("source/_posts/_hidden.md", "---\ntitle: C\ndate: 2024-01-02\n---\n");
    let root = crate::site::Root::new(directory.path());
    let source = crate::site::read(
        &root,
        &super::FRAMEWORK,
        &crate::site::configure(&root).value,
        &crate::site::Asked::default(),
    )
    .value;
    let routes: Vec<&Route> = source.posts.iter().map(|post| &post.route).collect();
    let paths: Vec<Option<&str>> = routes.iter().map(|route| route.undated()).collect();
    assert_eq!(paths, [Some("trips/far-ostlich/1f_/a.html"), Some("y/z/none_/b.html")]);
}
