use super::*;
use crate::model::{Field, Placed};

fn field(value: &str) -> Field<String> {
    Field::placed(Placed { value: value.to_owned(), file: None, line: 2, column: 8, width: 1 })
}

#[test]
fn a_card_shows_the_title_without_marks() {
    let raw = RawPost::default();
    assert_eq!(on_card(&raw, "Why `Vec<u8>` is *fine*"), "Why Vec<u8> is fine");
}

#[test]
fn the_title_that_a_post_gives_its_card_is_shown_as_it_is() {
    let raw = RawPost { card_title: Some(field("A *short* one")), ..RawPost::default() };
    assert_eq!(on_card(&raw, "A long one"), "A *short* one");
}

#[test]
fn a_title_stays_as_it_is_written_for_feeds() {
    let raw = RawPost { title: Some(field("Why `Vec<u8>` is *fine*")), ..RawPost::default() };
    assert_eq!(of(&raw, &mut |_| {}), "Why `Vec<u8>` is *fine*");
}
