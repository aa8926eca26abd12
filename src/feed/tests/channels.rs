//! Which feeds there are, and what stands in each.

use super::{author, post, site};
use crate::feed::{Channel, Page, channels};
use crate::model::{By, FeedSet, FeedSettings, Field, Placed, Post, Site};

fn named(name: &str, tags: &[&str]) -> Post {
    Post { id: name.to_owned(), tags: tags.iter().map(|tag| (*tag).to_owned()).collect(), ..post() }
}

fn set(by: By) -> FeedSet {
    FeedSet {
        by,
        only: Vec::new(),
        path: "x/{name}".to_owned(),
        title: "{site}: {name}".to_owned(),
        formats: Vec::new(),
        limit: None,
    }
}

fn all(posts: Vec<Post>, sets: Vec<FeedSet>) -> Vec<Channel> {
    let site = Site { facts: site(), posts, excluded: Vec::new() };
    channels(&site, &FeedSettings { sets, ..FeedSettings::default() })
}

fn folders(channels: &[Channel]) -> Vec<&str> {
    channels.iter().map(|channel| channel.folder.as_str()).collect()
}

fn format(name: &str) -> Field<String> {
    Field::placed(Placed { value: name.to_owned(), file: None, line: 1, column: 1, width: 1 })
}

#[test]
fn there_is_a_feed_for_each_tag_with_the_posts_that_bear_it() {
    let found = all(vec![named("1", &["Rust", "C++"]), named("2", &["rust"])], vec![set(By::Tag)]);
    assert_eq!(folders(&found), ["", "x/c++/", "x/rust/"]);
    assert_eq!(found[1].posts, [0]);
    assert_eq!(found[2].posts, [0, 1]);
    assert_eq!(found[2].title, "Bits & <Bobs>: Rust");
}

#[test]
fn what_is_in_no_feed_is_in_none_of_them() {
    let hidden = Post { in_feeds: false, ..named("1", &["secret"]) };
    let found = all(vec![hidden], By::ALL.map(set).to_vec());
    assert_eq!(folders(&found), [""]);
    assert!(found[0].posts.is_empty());
}

#[test]
fn authors_sections_series_and_languages_have_feeds() {
    let one = Post {
        authors: vec![author("Zoë", None), author("Bob", None)],
        section: Some("Letters".to_owned()),
        series: Some("Tides".to_owned()),
        language: "ar".to_owned(),
        ..post()
    };
    let sets = [By::Author, By::Section, By::Series, By::Language].map(set).to_vec();
    let found = all(vec![one], sets);
    assert_eq!(folders(&found), ["", "x/bob/", "x/zoë/", "x/letters/", "x/tides/", "x/ar/"]);
    assert_eq!(found[5].title, "Bits & <Bobs>: العربية");
}

#[test]
fn a_feed_whose_posts_share_a_language_is_in_that_language() {
    let arabic = Post { language: "ar".to_owned(), ..named("1", &["a"]) };
    let found = all(vec![arabic, named("2", &["b"])], vec![set(By::Tag)]);
    let languages: Vec<&str> = found.iter().map(|channel| channel.language.as_str()).collect();
    assert_eq!(languages, ["en", "ar", "en"]);
}

#[test]
fn names_that_would_have_one_folder_get_two() {
    let found = all(vec![named("1", &["C", "C?", "C#", "!?", "日本 語", "हिन्दी"])], vec![set(By::Tag)]);
    let folders = folders(&found);
    let unique: std::collections::BTreeSet<&&str> = folders.iter().collect();
    assert_eq!(unique.len(), 7, "{folders:?}");
    assert!(folders.contains(&"x/c-sharp/") && folders.contains(&"x/日本-語/"), "{folders:?}");
    assert!(folders.contains(&"x/हिन्दी/"), "{folders:?}");
}

#[test]
fn a_set_has_its_own_formats_limit_and_names() {
    let only = FeedSet {
        only: vec!["RUST".to_owned()],
        path: "rust".to_owned(),
        formats: vec![format("json"), format("gopher")],
        limit: Some(3),
        ..set(By::Tag)
    };
    let found = all(vec![named("1", &["Rust", "C"])], vec![only]);
    assert_eq!(folders(&found), ["", "rust/"]);
    assert_eq!((found[1].files.len(), found[1].limit), (1, Some(3)));
    assert_eq!(found[1].files[0].path(Page::Current), "rust/feed.json");
    assert_eq!(found[1].files[0].path(Page::Archive(7)), "rust/feed-archive-7.json");
}

#[test]
fn a_path_of_its_own_is_kept_by_the_main_feed_and_its_name_by_the_others() {
    let settings = FeedSettings {
        paths: vec![(format("rss"), "blog/rss.xml".to_owned())],
        sets: vec![set(By::Tag)],
        ..FeedSettings::default()
    };
    let site = Site { facts: site(), posts: vec![named("1", &["a"])], excluded: Vec::new() };
    let found = channels(&site, &settings);
    assert_eq!(found[0].files[0].path, "blog/rss.xml");
    assert_eq!(found[1].files[0].path, "x/a/rss.xml");
}
