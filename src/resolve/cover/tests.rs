#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::*;
use crate::model::{Placed, SourceLines};

fn site() -> SiteFacts {
    SiteFacts {
        framework: "folder",
        below: String::new(),
        title: "Example".to_owned(),
        description: None,
        url: "https://example.org/".parse().unwrap(),
        language: "en".to_owned(),
        authors: Vec::new(),
        rights: None,
        icon: None,
        logo: None,
        logo_file: None,
        time_zone: chrono_tz::Tz::UTC,
        out: "public".to_owned(),
    }
}

fn field<T>(line: u32, value: T) -> Field<T> {
    Field::placed(Placed { value, file: None, line, column: 8, width: 5 })
}

/// A picture that a post names; `file` where it was found, and nowhere to look for another host's.
fn picture(source: &str, file: Option<&str>) -> RawCover {
    let looked_for = if source.contains("//") {
        Vec::new()
    } else {
        vec![format!("posts/{source}"), format!("public/{source}")]
    };
    RawCover { source: source.to_owned(), file: file.map(str::to_owned), looked_for, alt: None }
}

fn post() -> RawPost {
    let lines = SourceLines::of("---\ncover: a.jpg\nfocus: somewhere\ncard: b.png\n---\n", 1);
    RawPost { path: "posts/a.md".to_owned(), lines, ..RawPost::default() }
}

fn said_of<T>(made: impl FnOnce(&mut Vec<Diagnostic>) -> T) -> (T, Vec<Diagnostic>) {
    let mut said = Vec::new();
    let value = made(&mut said);
    (value, said)
}

#[test]
fn a_cover_knows_its_focus() {
    let raw = RawPost {
        cover: Some(field(2, picture("a.jpg", Some("public/a.jpg")))),
        cover_focus: Some(field(3, "bottom left".to_owned())),
        ..post()
    };
    let (cover, said) =
        said_of(|said| cover(&raw, &site(), &mut |diagnostic| said.push(diagnostic)).unwrap());
    assert_eq!(cover.focus, Some((0.0, 1.0)));
    assert_eq!(said, []);
}

#[test]
fn a_focus_that_makes_no_sense_is_shown_at_its_place() {
    let raw = RawPost {
        cover: Some(field(2, picture("a.jpg", Some("public/a.jpg")))),
        cover_focus: Some(field(3, "somewhere".to_owned())),
        ..post()
    };
    let (cover, said) =
        said_of(|said| cover(&raw, &site(), &mut |diagnostic| said.push(diagnostic)).unwrap());
    assert_eq!(cover.focus, None);
    let [one] = said.as_slice() else { panic!("{said:?}") };
    assert_eq!(
        (one.code, one.message.as_str()),
        ("focus-invalid", "the focus of the cover is not a place on it")
    );
    let at = one.location.as_ref().unwrap();
    assert_eq!((at.line, at.column, at.excerpt.as_str()), (3, 8, "focus: somewhere"));
    assert_eq!(one.label.as_deref(), Some("`somewhere` is no such place; not used"));
}

#[test]
fn a_focus_without_a_cover_is_nobody_s_concern() {
    let raw = RawPost { cover_focus: Some(field(3, "climate".to_owned())), ..post() };
    let (cover, said) = said_of(|said| cover(&raw, &site(), &mut |diagnostic| said.push(diagnostic)));
    assert_eq!((cover, said), (None, Vec::new()));
}

#[test]
fn only_a_cover_of_another_host_has_a_remote_address() {
    let remote = |source: &str, file: Option<&str>| {
        let raw = RawPost { cover: Some(field(2, picture(source, file))), ..post() };
        cover(&raw, &site(), &mut |_| {}).unwrap().remote_url().map(str::to_owned)
    };
    assert_eq!(
        remote("https://pictures.example/a.jpg?w=9", None).unwrap(),
        "https://pictures.example/a.jpg?w=9"
    );
    assert_eq!(remote("//pictures.example/a.jpg", None).unwrap(), "https://pictures.example/a.jpg");
    assert_eq!(remote("https://example.org/a.jpg", Some("public/a.jpg")), None);
    assert_eq!(remote("a.jpg", Some("public/a.jpg")), None);
    assert_eq!(remote("/a.jpg", None), None);
    assert_eq!(remote("data://a", None), None);
}

fn wished(raw: &RawPost) -> (CardWish, Vec<Diagnostic>) {
    said_of(|said| wish(raw, &site(), &mut |diagnostic| said.push(diagnostic)))
}

#[test]
fn a_finished_card_stands_for_a_drawn_one() {
    let found = picture("b.png", Some("public/b.png"));
    let raw = RawPost { finished_card: Some(field(4, found)), ..post() };
    let (CardWish::Finished(card), said) = wished(&raw) else { panic!("it is drawn") };
    assert_eq!(card.file.as_deref(), Some("public/b.png"));
    assert_eq!(card.url.as_deref(), Some("https://example.org/b.png"));
    assert_eq!(card.at.unwrap().line, 4);
    assert_eq!(said, []);
}

#[test]
fn a_finished_card_that_is_not_there_is_drawn_and_said() {
    let raw = RawPost { finished_card: Some(field(4, picture("b.png", None))), ..post() };
    let (wish, said) = wished(&raw);
    assert_eq!(wish, CardWish::Draw);
    let [one] = said.as_slice() else { panic!("{said:?}") };
    assert_eq!(
        (one.code, one.message.as_str()),
        ("card-missing", "the finished card is not at `posts/b.png`")
    );
    assert_eq!(one.label.as_deref(), Some("no such file; one is drawn instead"));
    assert_eq!(one.hint.as_deref(), Some("put the picture there; also looked for: public/b.png"));
    assert_eq!(one.location.as_ref().unwrap().excerpt, "card: b.png");

    let raw = RawPost { finished_card: Some(field(4, picture("https://a.example/b.png", None))), ..post() };
    let (wish, said) = wished(&raw);
    assert_eq!((wish, said[0].code), (CardWish::Draw, "card-remote"));
}

#[test]
fn a_post_that_wants_no_card_gets_none() {
    let found = picture("b.png", Some("public/b.png"));
    let raw = RawPost { no_card: true, finished_card: Some(field(4, found)), ..post() };
    assert_eq!(wished(&raw).0, CardWish::None);
}
