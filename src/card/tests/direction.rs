//! Where a title runs from the right, the whole card does.

use super::{Post, themes, title};
use crate::card::layout::Placed;
use crate::card::theme::{Node, PictureSource};
use crate::scene::Rect;

const ARABIC: &str = "الليلة التي انتظرنا فيها الشفق القطبي";
const HEBREW: &str = "איך בניתי בלוג קטן";
const LATIN: &str = "The night in which we waited for the aurora";

fn is_mirrored(post: &Post, theme: &crate::card::Theme) -> bool {
    let placed = post.placed(theme);
    let text = title(&placed).text.as_ref().unwrap();
    let near = |a: f32, b: f32| (a - b).abs() <= 0.1 * text.size_px;
    let lines = || text.block.lines.iter().map(|line| (text.rect.left + line.left, line.width));
    let at_right = lines().all(|(left, width)| near(left + width, text.rect.right));
    let at_left = lines().all(|(left, _)| near(left, text.rect.left));
    if !super::is_centered(&placed) {
        assert_eq!(at_right, text.block.rtl, "{}: {}", theme.name, post.title);
        assert_eq!(at_left, !text.block.rtl, "{}: {}", theme.name, post.title);
    }
    text.block.rtl
}

#[test]
fn a_title_is_flush_with_the_edge_at_which_its_script_begins() {
    for theme in themes() {
        // Narrow enough for two lines, so that being flush means something.
        let flush = |title, language| is_mirrored(&Post::titled(title, language).sized((1080, 1350)), &theme);
        assert!(flush(ARABIC, "ar"), "{}", theme.name);
        assert!(flush(HEBREW, "he"), "{}", theme.name);
        assert!(!flush(LATIN, "en"), "{}", theme.name);
    }
}

#[test]
fn a_mixed_title_follows_its_first_letter() {
    let theme = super::theme("photo");
    let right = |title| is_mirrored(&Post::titled(title, "ar"), &theme);
    assert!(!right("Rust بالعربية"));
    assert!(right("في Rust 1.90 الجديد"));
    assert!(right("2026: عام المدونات"));
    assert!(right("«مرحبا» يا عالم"));
    assert!(!right("🎉 Version 2.0"));
    assert!(!right("2026"));
}

#[test]
fn the_title_decides_and_not_the_site_s_name() {
    let theme = super::theme("photo");
    let post = |title, site_name| Post { site_name, ..Post::titled(title, "en") };
    assert!(!is_mirrored(&post(LATIN, "مدونة"), &theme));
    assert!(is_mirrored(&post(ARABIC, "Slack Water"), &theme));
    assert!(is_mirrored(&post("2026", "مدونة"), &theme), "a title without letters leaves it to the name");
}

/// The boxes that have a place of their own, whatever is written.
fn fixed(placed: &[Placed]) -> Vec<(&Node, Rect)> {
    let own = |placed: &&Placed| {
        let small = matches!(placed.node.picture, Some(PictureSource::Logo | PictureSource::Avatars));
        small || placed.node.picture == Some(PictureSource::Cover) || placed.node.say.is_some()
    };
    placed.iter().filter(own).map(|placed| (&placed.node, placed.rect)).collect()
}

#[test]
fn every_box_of_a_mirrored_card_stands_where_a_mirror_shows_it() {
    let cover = super::pixels::drawn(1400, 1000, |_, _| [90; 3]);
    for theme in themes() {
        for size in [(1200, 630), (1080, 1080), (1080, 1350)] {
            let latin = Post::titled(LATIN, "en").covered(cover.clone()).sized(size).placed(&theme);
            let arabic = Post::titled(ARABIC, "ar").covered(cover.clone()).sized(size).placed(&theme);
            let (latin, arabic) = (fixed(&latin), fixed(&arabic));
            assert_eq!(latin.len(), arabic.len(), "{}", theme.name);
            for ((node, left), (_, right)) in latin.into_iter().zip(arabic) {
                let mirrored = (size.0 as f32 - left.right, size.0 as f32 - left.left);
                // Titles are of other heights and texts of other widths: the start edge is what stays.
                let (start, end) = ((right.right - mirrored.1).abs(), (right.left - mirrored.0).abs());
                // What is centred stays in the middle.
                let middle = (left.left + left.right + right.left + right.right) / 2.0 - size.0 as f32;
                let near = start < 1.5 || end < 1.5 || middle.abs() < 3.0;
                assert!(near, "{}, {size:?}: {left:?} and {right:?} of {node:?}", theme.name);
            }
        }
    }
}

#[test]
fn the_logo_of_a_mirrored_card_stands_at_the_other_side() {
    for theme in themes() {
        let left = |title, language| {
            let placed = Post::titled(title, language).placed(&theme);
            let logo = placed.iter().find(|placed| placed.node.picture == Some(PictureSource::Logo));
            logo.map(|logo| (logo.rect.left + logo.rect.right) / 2.0)
        };
        let (Some(latin), Some(arabic)) = (left(LATIN, "en"), left(ARABIC, "ar")) else { continue };
        assert!((latin + arabic - 1200.0).abs() < 1.5, "{}: {latin} and {arabic}", theme.name);
        assert!((latin - 600.0).abs() > 200.0, "{}: a logo in the middle says nothing", theme.name);
    }
}

#[test]
fn a_latin_name_in_an_arabic_byline_keeps_the_date_behind_it() {
    // The byline begins at the right: the name, then the date to its left.
    let post =
        Post {
            date: Some("11 فبراير 2026"), logo: None, avatars: Vec::new(), ..Post::titled(ARABIC, "ar")
        };
    let placed = post.placed(&super::theme("photo"));
    let byline = placed.iter().filter_map(|placed| placed.text.as_ref()).find(|text| !text.is_title).unwrap();
    let line = &byline.block.lines[0];
    assert!(
        line.text.starts_with("\u{2068}Slack Water\u{2069} · \u{2068}11 فبراير 2026\u{2069}"),
        "{}",
        line.text
    );
    let right = byline.rect.left + line.left + line.width;
    assert!((right - byline.rect.right).abs() < 0.2 * byline.size_px);
}
