#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::*;
use crate::site::front_matter::{read, split};

/// What is read of a front matter in YAML.
fn post(yaml: &str) -> RawPost {
    let text = format!("---\n{yaml}\n---\n");
    let front = read(&split(&text).unwrap_or_else(|_| panic!("{yaml}")), &mut Vec::new()).unwrap();
    let mut post = RawPost::default();
    fill(&mut post, &Layers { own: &front, inherited: Vec::new() }, &["cover", "image"]);
    post
}

fn focus_of(yaml: &str) -> Option<String> {
    post(yaml).cover_focus.map(Field::into_value)
}

fn finished(yaml: &str) -> Option<(String, Option<String>)> {
    post(yaml).finished_card.map(Field::into_value).map(|card| (card.source, card.alt))
}

#[test]
fn every_name_for_the_focus_is_known() {
    for key in
        ["cover_focus", "coverFocus", "focus", "image_focus", "imageFocus", "focal_point", "focalPoint"]
    {
        assert_eq!(focus_of(&format!("{key}: top left")).as_deref(), Some("top left"), "{key}");
    }
}

#[test]
fn a_focus_may_be_a_list_a_map_or_stand_in_the_cover() {
    assert_eq!(focus_of("focus: [0.5, 20%]").unwrap(), "0.5 20%");
    assert_eq!(focus_of("focus:\n  - 0.5\n  - .2").unwrap(), "0.5 .2");
    assert_eq!(focus_of("focus: {y: 0.2, x: 0.5}").unwrap(), "0.5 0.2");
    assert_eq!(focus_of("cover: {image: a.jpg, focus: [0.1, 0.2]}").unwrap(), "0.1 0.2");
    assert_eq!(focus_of("image:\n  src: a.jpg\n  focal_point: TopLeft").unwrap(), "TopLeft");
    assert_eq!(focus_of("cover: {image: a.jpg, focus: top}\nfocus: left").unwrap(), "left");
    assert_eq!(focus_of("focus:"), None);
    assert_eq!(focus_of("cover: a.jpg"), None);
}

#[test]
fn a_focus_of_another_shape_is_kept_to_be_said() {
    assert_eq!(focus_of("focus: {left: 1}").unwrap(), "? ?");
    assert_eq!(focus_of("focus: [[1], 0.5]").unwrap(), "? 0.5");
}

#[test]
fn a_finished_card_is_found_under_every_key() {
    for yaml in
        ["ogImage: a.png", "og_image: a.png", "card: a.png", "card: {image: a.png}", "card:\n  image: a.png"]
    {
        assert_eq!(finished(yaml), Some(("a.png".to_owned(), None)), "{yaml}");
    }
    let described = Some(("a.png".to_owned(), Some("A pier".to_owned())));
    assert_eq!(finished("ogImage: {src: a.png, alt: A pier}"), described);
    assert_eq!(finished("card: {image: a.png, alt: A pier}"), described);
    assert_eq!(finished("card: {image: {src: a.png, alt: A pier}}"), described);
    assert_eq!(finished("ogImage: b.png\ncard: {image: a.png, alt: A pier}"), described);
}

#[test]
fn a_switch_is_no_picture() {
    for yaml in ["card: true", "card: yes", "card:", "card: {}", "ogImage: true", "ogImage: ''", "title: A"] {
        let post = post(yaml);
        assert_eq!((post.no_card, post.finished_card), (false, None), "{yaml}");
    }
    for yaml in ["card: false", "card: no", "card: Off"] {
        let post = post(yaml);
        assert_eq!((post.no_card, post.finished_card), (true, None), "{yaml}");
    }
}

#[test]
fn a_card_s_title_and_theme_know_their_place() {
    let post = post("title: A\ncard:\n  title: Another  title\n  theme: Paper");
    let (title, theme) = (post.card_title.unwrap(), post.card_theme.unwrap());
    assert_eq!((title.value.as_str(), theme.value.as_str()), ("Another title", "Paper"));
    assert!(theme.line >= 3, "{}", theme.line);
    assert!(!post.no_card && post.finished_card.is_none());
}
