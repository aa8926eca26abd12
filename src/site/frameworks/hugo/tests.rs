//! What Hugo does with names, languages and patterns.

use super::config::Config;
use super::content::{Content, Folder};
use super::language;
use super::permalinks::{self, Names};
use crate::model::{RawPost, Route, RouteClock};
use crate::site::front_matter;
use crate::site::slugs::hugo::Options;
use chrono::DateTime;
use chrono_tz::Tz;

fn written(pattern: &str, names: &Names<'_>) -> String {
    let date = DateTime::parse_from_rfc3339("2024-03-05T23:30:00+01:00").unwrap();
    Route::parts(permalinks::expand(pattern, names), RouteClock::Own).at(date, Tz::UTC).unwrap()
}

fn names<'a>(sections: &'a [&'a str]) -> Names<'a> {
    Names {
        title: "On Ice: C++ & more",
        slug: None,
        base: "2024 on-ice",
        sections,
        options: Options::default(),
    }
}

#[test]
fn names_in_a_pattern_are_written_out_and_made_safe() {
    let names = names(&["notes", "birds", "owls"]);
    assert_eq!(written("/:year/:monthname/:title/", &names), "/2024/march/on-ice-c-more/");
    assert_eq!(written("/n/:sections[1:]/:filename/", &names), "/n/birds/owls/2024-on-ice/");
    assert_eq!(written("/:sections[last]/:slugorcontentbasename", &names), "/owls/2024-on-ice");
    assert_eq!(written("/:sections[5]/:day", &names), "//05");
    assert_eq!(written("/a\\:b/:unknown/", &names), "/ab/unknown/");
}

#[test]
fn a_slug_goes_before_the_title_and_capitals_stay_where_the_site_says_so() {
    let options = Options { keep_case: true, ..Options::default() };
    let names = Names { slug: Some("My Slug"), options, ..names(&[]) };
    assert_eq!(written("/:monthname/:slug", &names), "/March/My-Slug");
}

#[test]
fn the_pattern_of_the_nearest_section_is_the_one() {
    let config =
        Config::of("[permalinks.page]\nposts = '/p/:slug/'\n'posts/deep' = '/d/:slug/'\n'/' = '/:slug/'\n");
    let all = permalinks::all(&config);
    let key = |path: &str| {
        all.iter().find(|permalink| permalink.is_for(path)).map(|permalink| permalink.key.clone())
    };
    assert_eq!(key("/posts/deep/x").as_deref(), Some("permalinks.page.posts/deep"));
    assert_eq!(key("/posts/x").as_deref(), Some("permalinks.page.posts"));
    assert_eq!(key("/about").as_deref(), Some("permalinks.page./"));
    assert_eq!(key("/postscript/x"), None);
    assert_eq!(
        all.iter().find(|permalink| permalink.is_for("/posts/x")).unwrap().place,
        Some(("hugo.toml".to_owned(), 2))
    );
}

#[test]
fn each_language_has_a_folder_but_the_main_one() {
    let config = Config::of(
        "defaultContentLanguage = 'de'\ndisableLanguages = ['fr']\n[languages.en]\nlocale = 'en-GB'\n[languages.de]\n[languages.fr]\n",
    );
    let languages = language::all(&config);
    let shown: Vec<_> =
        languages.iter().map(|l| (l.key.as_str(), l.prefix.as_str(), l.is_disabled)).collect();
    assert_eq!(shown, [("de", "", false), ("en", "en", false), ("fr", "fr", true)]);
}

#[test]
fn what_lies_in_a_bundle_is_no_page() {
    let content = Content {
        bundles: ["content/posts/a".to_owned(), "content/posts/a/b".to_owned()].into(),
        ..Content::default()
    };
    assert!(!content.is_part("content/posts/a/index.md"));
    assert!(content.is_part("content/posts/a/part.md"));
    assert!(content.is_part("content/posts/a/b/index.md"));
    assert!(!content.is_part("content/posts/c.md"));
}

#[test]
fn mounts_take_the_place_of_the_content_folder() {
    let config = Config::of(
        "[[module.mounts]]\nsource = 'posts'\ntarget = 'content/blog'\n[[module.mounts]]\nsource = 'x'\ntarget = 'static'\n",
    );
    let root = crate::site::Root::new("/nowhere");
    let content = Content::of(&root, &config, &language::all(&config));
    let blog = Folder { directory: "posts".to_owned(), language: "en".to_owned(), mount: "blog".to_owned() };
    assert_eq!(content.folders, [blog]);
}

#[test]
fn a_cascade_reaches_only_the_pages_that_it_names() {
    let directory = tempfile::tempdir().unwrap();
    let write = |file: &str, text: &str| {
        let path = directory.path().join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write("hugo.toml", "baseURL = 'https://a.example.org/'\n");
    write(
        "content/posts/_index.md",
        "---\ncascade:\n  - target: {path: /posts/old/**}\n    params: {author: A}\n  - draft: true\n---\n",
    );
    write("content/posts/old/x.md", "---\ndate: 2020-01-01\n---\n");
    write("content/posts/y.md", "---\ndate: 2020-01-01\n---\n");
    let root = crate::site::Root::new(directory.path());
    let source = crate::site::read(
        &root,
        &super::FRAMEWORK,
        &crate::site::configure(&root).value,
        &crate::site::Asked::default(),
    )
    .value;
    let author = |post: &RawPost| post.authors.as_ref().map(|field| field.value[0].name.clone());
    let shown: Vec<_> =
        source.posts.iter().map(|post| (post.path.as_str(), author(post), post.draft)).collect();
    let expected =
        [("content/posts/old/x.md", Some("A".to_owned()), true), ("content/posts/y.md", None, true)];
    assert_eq!(shown, expected);
}

#[test]
fn a_broken_configuration_is_said_and_does_not_end_it() {
    let directory = tempfile::tempdir().unwrap();
    std::fs::write(directory.path().join("hugo.toml"), "baseURL = \n").unwrap();
    let root = crate::site::Root::new(directory.path());
    let read = crate::site::read(
        &root,
        &super::FRAMEWORK,
        &crate::site::configure(&root).value,
        &crate::site::Asked::default(),
    );
    assert!(
        read.diagnostics
            .iter()
            .any(|said| said.code == "toml-invalid" && said.path.as_deref() == Some("hugo.toml"))
    );
    assert!(front_matter::split("").is_err());
}
