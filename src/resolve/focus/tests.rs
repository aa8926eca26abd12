#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::read;

#[track_caller]
fn read_as(expected: Option<(f32, f32)>, texts: &[&str]) {
    for text in texts {
        assert_eq!(read(text), Ok(expected), "{text}");
    }
}

#[test]
fn two_shares_are_from_the_left_and_from_the_top() {
    read_as(
        Some((0.25, 0.5)),
        &[
            "0.25 0.5",
            "25% 50%",
            "[0.25, 0.5]",
            "25%, 50%",
            " .25,0.5 ",
            "25% 0.5",
            "25% center",
            "(0.25 0.5)",
        ],
    );
    read_as(Some((0.0, 1.0)), &["0 1", "0% 100%", "[0, 1]"]);
}

#[test]
fn names_may_stand_in_any_order_and_form() {
    read_as(
        Some((0.0, 1.0)),
        &["bottom left", "left bottom", "bottom-left", "BottomLeft", "left_bottom", "BOTTOM, LEFT"],
    );
    read_as(Some((0.5, 0.0)), &["top", "Top", "top center", "center top", "TopCenter", "50% top", "top 50%"]);
    read_as(Some((1.0, 0.5)), &["right", "right center", "center right", "middle-right", "right 50%"]);
    read_as(Some((0.5, 0.5)), &["center", "centre", "middle", "center center", "50%"]);
    read_as(Some((0.0, 0.2)), &["left 20%", "20% left", "left 0.2"]);
}

#[test]
fn what_asks_for_the_subject_says_nothing() {
    read_as(None, &["", " ", "smart", "Smart", "auto", "[]"]);
}

#[test]
fn what_makes_no_sense_is_said() {
    let says = |text: &str| read(text).unwrap_err();
    assert_eq!(says("1.5 0.2"), "`1.5` is not between 0 and 1");
    assert_eq!(says("30 70"), "`30` is not between 0 and 1");
    assert_eq!(says("-10% 20%"), "`-10%` is not between 0 and 100%");
    assert_eq!(says("nan 0.2"), "`nan` is no such place");
    assert_eq!(says("0.2"), "one number of two");
    assert_eq!(says("0.1 0.2 0.3"), "3 parts instead of two");
    assert_eq!(says("top bottom"), "twice the same direction");
    assert_eq!(says("left right"), "twice the same direction");
    assert_eq!(says("the sky"), "`the` is no such place");
    assert_eq!(says("toplefty"), "`toplefty` is no such place");
    assert_eq!(says("12px 4px"), "`12px` is no number");
}
