//! What a site's owner says in the settings stands before what was found.

use super::*;

const POST: &str = "---\ntitle: It's a Tïtle\ndate: 2024-03-09\nkind: news\ncategories: [Deep Sea, b]\n---\n";

#[test]
fn every_placeholder_has_its_part_of_an_address() {
    for (pattern, path) in [
        (":year/:short_year/:month/:i_month/:day/:i_day", "2024/24/03/3/09/9"),
        ("x/:hour:minute:second/:y_day/", "x/000000/069/"),
        ("b/:slug.html", "b/one.html"),
        (":title/", "its-a-t%C3%AFtle/"),
        (":path", "deep/er/2024-03-09-one"),
        (":folder/:name", "deep/er/2024-03-09-one"),
        (":section/:category", "deep/deep-sea"),
        (":lang/:kind", "pt/news"),
    ] {
        let settings = format!(
            "url: https://a.example.org\nposts:\n  - dir: texts\n    url: {pattern}\n    language: pt\n"
        );
        let (site, said) =
            listed(&[("syndicard.yaml", &settings), ("texts/deep/er/2024-03-09-one.md", POST)]);
        assert!(said.is_empty(), "{said:#?}");
        let expected = format!("https://a.example.org/{path}");
        assert_eq!(addresses(&site), [("texts/deep/er/2024-03-09-one.md", expected.as_str())], "{pattern}");
        assert_eq!(site.posts[0].language, "pt");
    }
}

#[test]
fn a_placeholder_that_no_post_knows_stops_the_build_at_its_place() {
    let settings = "url: https://a.example.org\nposts:\n  - texts\n  - dir: more\n    url: /:slug/:colour/\n";
    let (_, said) = listed(&[("syndicard.yaml", settings), ("more/a.md", POST), ("more/b.md", POST)]);
    let wrong = only(&said, "placeholder-unknown");
    let at = wrong.location.as_ref().unwrap();
    assert_eq!((at.line, at.column, at.width, wrong.stops), (5, 17, 7, true));
    assert!(wrong.hint.as_ref().unwrap().contains(":short_year, :month"));
}

#[test]
fn a_post_without_the_key_in_its_address_is_left_out_alone() {
    let settings = "url: https://a.example.org\nposts: [{dir: more, url: /:kind/:slug}]\n";
    let plain = "---\ntitle: P\ndate: 2024-01-01\n---\n";
    let (site, said) = listed(&[("syndicard.yaml", settings), ("more/a.md", POST), ("more/b.md", plain)]);
    assert_eq!(addresses(&site), [("more/a.md", "https://a.example.org/news/a")]);
    assert_eq!(excluded(&site), [("more/b.md", "no address")]);
    assert_eq!(only(&said, "address-incomplete").path.as_deref(), Some("more/b.md"));
    assert!(!said.iter().any(|diagnostic| diagnostic.stops));
}

#[test]
fn include_and_exclude_choose_files_and_say_so() {
    let settings = "url: https://a.example.org\nposts:\n  - dir: t\n    include: ['2024/**']\n    exclude: ['**/_*', '2024/b.md']\n  - dir: u\n";
    let files = [
        "t/2023/a.md",
        "t/2024/a.md",
        "t/2024/b.md",
        "t/2024/_c.md",
        "t/2024/x/d.md",
        "u/README.md",
        "u/e.md",
    ];
    let files: Vec<_> = files
        .iter()
        .map(|file| (*file, POST))
        .chain([("syndicard.yaml", settings), ("t/2024/p.txt", "")])
        .collect();
    let (site, _) = listed(&files);
    let paths: Vec<&str> = addresses(&site).iter().map(|(path, _)| *path).collect();
    assert_eq!(paths, ["t/2024/a.md", "t/2024/x/d.md", "u/e.md"]);
    assert_eq!(
        excluded(&site),
        [
            ("t/2023/a.md", "not in `include`"),
            ("t/2024/_c.md", "in `exclude`"),
            ("t/2024/b.md", "in `exclude`"),
            ("u/README.md", "for developers")
        ]
    );
}

#[test]
fn a_directory_inside_of_a_collection_keeps_the_framework_s_addresses() {
    let settings = "url: https://a.example.org\nposts: data/blog/deep\n";
    let files = [("syndicard.yaml", settings), ("data/blog/deep/a.md", POST), ("data/blog/b.md", POST)];
    let (site, _) = listed(&files);
    assert_eq!(addresses(&site), [("data/blog/deep/a.md", "https://a.example.org/blog/deep/a")]);
}

#[test]
fn own_names_of_fields_go_before_the_framework_s() {
    let settings = "url: https://a.example.org\nkeys: {title: [headline], published: dateCreated, cover: hero}\n\
        people: {ada: {name: Ada Quay, url: 'https://ada.example.org'}}\n";
    let post = "---\ntitle: Wrong\nheadline: Right\ndate: 2020-01-01\ndateCreated: 2021-02-03\nhero: a.png\nauthor: ada\n---\n";
    let (site, said) = listed(&[("syndicard.yaml", settings), ("a.md", post), ("a.png", "")]);
    let post = &site.posts[0];
    assert_eq!(
        (post.title.as_str(), post.published.to_rfc3339().as_str()),
        ("Right", "2021-02-03T00:00:00+00:00")
    );
    assert_eq!(post.cover.as_ref().unwrap().file.as_deref(), Some("a.png"));
    assert_eq!(
        (post.authors[0].name.as_str(), post.authors[0].url.as_deref()),
        ("Ada Quay", Some("https://ada.example.org"))
    );
    assert!(said.is_empty(), "{said:#?}");
}

#[test]
fn future_posts_are_published_where_the_settings_say_so() {
    let post = "---\ntitle: Later\ndate: 2099-01-01\n---\n";
    let count = |settings: &str| listed(&[("syndicard.yaml", settings), ("a.md", post)]).0.posts.len();
    assert_eq!([count("future: true\n"), count("future: false\n"), count("title: T\n")], [1, 0, 0]);
}

#[test]
fn a_framework_by_name_is_taken_and_an_unknown_one_stops() {
    let with = |settings: &str| listed(&[("syndicard.yaml", settings), ("data/blog/a.md", POST)]);
    assert_eq!(with("framework: folder\n").0.facts.framework, "folder");
    let (_, said) = with("title: T\nframework: huggo\n");
    let wrong = only(&said, "framework-unknown");
    let at = wrong.location.as_ref().unwrap();
    assert_eq!((at.line, at.column, wrong.stops), (2, 12, true));
    assert!(wrong.hint.as_ref().unwrap().contains("next-tailwind"));
}

#[test]
fn what_is_wrong_in_a_list_of_settings_is_shown_at_its_own_place() {
    let settings = "posts:\n  - dir: a\n    incldue: x\n  - dir: b\n    include: ['a[', b]\nfeeds:\n  limit: many\ncards: {sizes: [og, huge]}\n";
    let (_, said) = read(&[("syndicard.yaml", settings)]);
    let places: Vec<(&str, u32, u32)> = said
        .iter()
        .filter_map(|diagnostic| diagnostic.location.as_ref().map(|at| (diagnostic.code, at.line, at.column)))
        .collect();
    assert_eq!(
        places,
        [
            ("setting-unknown", 3, 5),
            ("glob-invalid", 5, 16),
            ("value-not-a-number", 7, 3),
            ("card-size-unknown", 8, 21)
        ]
    );
}
