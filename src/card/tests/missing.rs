//! What is missing leaves nothing behind: no separator, no gap, no empty box.

use super::{Post, pixels, themes, title, written};
use crate::card::Field;
use crate::card::layout::Placed;
use crate::card::theme::{PictureSource, TextAlign};
use crate::scene::{Item, Rect};

fn without(field: Field) -> Post {
    let mut post = Post::default();
    match field {
        Field::Title => post.title = "",
        Field::Site => post.site_name = "",
        Field::Host => post.host = "",
        Field::Date => post.date = None,
        Field::Authors => post.authors.clear(),
        Field::Tags => post.tags.clear(),
        Field::Section => post.section = None,
        Field::Series => post.series = None,
        Field::ReadingTime => post.reading_time = None,
        Field::Logo => post.logo = None,
        Field::Avatars => post.avatars.clear(),
    }
    post
}

fn rects(placed: &[Placed]) -> Vec<Rect> {
    placed.iter().map(|placed| placed.rect).collect()
}

#[test]
fn what_is_hidden_leaves_what_is_missing_leaves() {
    for theme in themes() {
        for field in Field::ALL.into_iter().filter(|field| *field != Field::Title) {
            let missing = without(field).placed(&theme);
            let hidden = Post { hidden: [field].into(), ..Post::default() }.placed(&theme);
            assert_eq!(rects(&missing), rects(&hidden), "{}: {}", theme.name, field.name());
            assert_eq!(written(&missing), written(&hidden), "{}: {}", theme.name, field.name());
        }
    }
}

#[test]
fn no_separator_stands_without_its_neighbours() {
    for theme in themes() {
        for one in Field::ALL {
            for other in Field::ALL {
                let hidden = [one, other].into();
                let lines = written(&Post { hidden, ..Post::default() }.placed(&theme));
                for line in lines {
                    let bare = line.replace(['\u{2068}', '\u{2069}'], "");
                    let ends = bare.trim().starts_with('·') || bare.trim().ends_with('·');
                    let wrong =
                        ends || bare.contains("·  ·") || bare.contains("· ·") || bare.trim().is_empty();
                    assert!(!wrong, "{} without {} and {}: `{bare}`", theme.name, one.name(), other.name());
                }
            }
        }
    }
}

#[test]
fn no_box_of_text_is_empty() {
    for theme in themes() {
        for field in Field::ALL {
            for placed in without(field).placed(&theme) {
                let Some(text) = placed.text else { continue };
                let seen = text.block.lines.iter().any(|line| line.width > 0.0 && !line.runs.is_empty());
                assert!(seen, "{} without {}: {:?}", theme.name, field.name(), placed.node.say);
            }
        }
    }
}

#[test]
fn without_logo_and_faces_every_row_begins_at_the_title_s_edge() {
    for theme in themes() {
        for size in [(1200, 630), (1080, 1350)] {
            let post = Post { logo: None, avatars: Vec::new(), ..Post::default() }.sized(size);
            let placed = post.placed(&theme);
            if super::is_centered(&placed) {
                continue;
            }
            let edge = title(&placed).rect.left;
            for text in placed.iter().filter(|placed| placed.text.is_some()) {
                if text.node.text_align == Some(TextAlign::End) {
                    continue;
                }
                let from = (text.rect.left - edge).abs();
                assert!(from < 1.0, "{}, {size:?}: {:?} is {from} px off", theme.name, text.node.say);
            }
        }
    }
}

#[test]
fn with_a_logo_or_a_face_something_moves() {
    for theme in themes() {
        let bare = Post { logo: None, avatars: Vec::new(), ..Post::default() };
        for (shown, hidden) in [(Field::Logo, Field::Avatars), (Field::Avatars, Field::Logo)] {
            let post = without(hidden);
            if !theme.shows(shown) {
                continue;
            }
            assert_ne!(rects(&post.placed(&theme)), rects(&bare.placed(&theme)), "{}", theme.name);
        }
    }
}

#[test]
fn a_card_without_a_cover_has_no_place_for_one_and_can_be_read() {
    for theme in themes() {
        for size in [(600, 315), (540, 540), (540, 675)] {
            let post = Post { logo: None, avatars: Vec::new(), ..Post::default() }.sized(size);
            let cover = |placed: &Placed| placed.node.picture == Some(PictureSource::Cover);
            let placed = post.placed(&theme);
            assert!(!placed.iter().any(cover), "{}", theme.name);
            let composed = post.compose(&theme);
            assert!(composed.contrast >= 4.5, "{}: {}", theme.name, composed.contrast);
            assert!(!composed.title_cut);
            // A quarter of the card has no text: it is more than the bare paper, or the title is set larger for it.
            let covered = post.clone().covered(pixels::drawn(800, 600, |_, _| [90; 3])).placed(&theme);
            let size_px = |placed: &[Placed]| title(placed).text.as_ref().unwrap().size_px;
            let drawn = composed.scene.items.iter().filter(|item| !matches!(item, Item::Glyphs(_))).count();
            assert!(size_px(&placed) >= size_px(&covered), "{}, {size:?}", theme.name);
            assert!(drawn > 1, "{}: nothing but paper", theme.name);
        }
    }
}

#[test]
fn a_post_with_nothing_but_a_title_has_a_card_in_every_theme() {
    for theme in themes() {
        let mut post = Post::default().sized((600, 315));
        (post.site_name, post.host, post.date) = ("", "", None);
        (post.section, post.reading_time, post.logo) = (None, None, None);
        post.authors.clear();
        post.tags.clear();
        post.avatars.clear();
        let composed = post.compose(&theme);
        assert!(composed.contrast >= 4.5, "{}", theme.name);
        let lines = written(&post.placed(&theme));
        let own =
            lines.iter().filter(|line| !line.contains("~ $ cat")).cloned().collect::<Vec<_>>().join(" ");
        assert_eq!(own, post.title, "{}", theme.name);
    }
}

#[test]
fn a_post_with_nothing_at_all_is_an_empty_card_and_no_panic() {
    for theme in themes() {
        let mut post = Post { title: "", ..Post::default() }.sized((600, 315));
        (post.site_name, post.host, post.date) = ("", "", None);
        let composed = post.compose(&theme);
        assert_eq!(composed.pixels().rgb.len(), 600 * 315 * 3);
    }
}
