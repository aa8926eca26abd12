//! Covers of every shape: cropped around what matters, or whole where a crop would spoil them.

use super::pixels::{disc, drawn, pixel};
use super::{Cover, Post, overlap, theme, themes};
use crate::card::theme::Fit;
use crate::paint::Focus;
use crate::scene::{Item, Picture, PlacedPicture, Rect};
use std::sync::Arc;

const BOX: Rect = Rect { left: 0.0, top: 0.0, right: 1200.0, bottom: 630.0 };
const RED: [u8; 3] = [230, 20, 20];

fn cover(picture: Picture) -> Cover {
    Cover { photo: Arc::new(picture.into()), focus: None }
}

fn grey(width_px: u32, height_px: u32) -> Cover {
    cover(drawn(width_px, height_px, |x, y| [(x * 200 / width_px) as u8, (y * 200 / height_px) as u8, 90]))
}

fn placed(cover: &Cover, texts: &[Rect]) -> Vec<PlacedPicture> {
    cover.placed(BOX, Fit::Cover, 0.0, texts, 1.0)
}

fn rect(placed: &PlacedPicture) -> Rect {
    let (left, top) = (placed.left as f32, placed.top as f32);
    let (width, height) = (placed.picture.width_px as f32, placed.picture.height_px as f32);
    Rect { left, top, right: left + width, bottom: top + height }
}

#[test]
fn a_photo_fills_its_box() {
    let pictures = placed(&grey(1600, 1000), &[]);
    assert_eq!(pictures.iter().map(rect).collect::<Vec<_>>(), [BOX]);
}

#[test]
fn a_cover_is_small_where_it_would_be_blown_up_or_lose_most_of_itself() {
    let small = |width, height| grey(width, height).is_small(BOX.width(), BOX.height());
    assert!(!small(1600, 1000));
    assert!(!small(700, 400), "1.71 times as large is not too large");
    assert!(small(640, 400), "1.875 times as large is");
    assert!(!small(4000, 660), "a banner of which 31 % is seen is cropped");
    assert!(small(4200, 660), "one of which 30 % is seen is not");
    assert!(small(1300, 4500), "nor is a long screenshot");
}

#[test]
fn a_cover_is_a_drawing_where_much_of_it_lets_the_card_through() {
    let with_holes = |share: usize| {
        let mut picture = drawn(1600, 1000, |_, _| [90; 3]);
        let all = picture.rgb.len() / 3;
        picture.alpha = Some((0..all).map(|at| if at % 100 < share { 0 } else { 255 }).collect());
        cover(picture).is_small(BOX.width(), BOX.height())
    };
    assert!(!with_holes(7), "rounded corners make no drawing");
    assert!(with_holes(9));
}

#[test]
fn a_small_cover_is_shown_whole_before_a_soft_copy_that_fills_the_box() {
    for (width, height) in [(320, 200), (500, 1800), (1800, 300)] {
        let pictures = placed(&grey(width, height), &[]);
        assert_eq!(pictures.len(), 2, "{width} × {height}");
        assert_eq!(rect(&pictures[0]), BOX);
        let whole = rect(&pictures[1]);
        let (shape, own) = (whole.width() / whole.height(), width as f32 / height as f32);
        assert!((shape / own - 1.0).abs() < 0.02, "{width} × {height} became {whole:?}");
        assert!(whole.width() <= 1.5 * width as f32 + 1.0, "{width} × {height} became {whole:?}");
        assert!(whole.left >= 35.0 && whole.top >= 35.0 && whole.right <= 1165.0 && whole.bottom <= 595.0);
        let middle = (whole.left + whole.right - 1200.0).abs() + (whole.top + whole.bottom - 630.0).abs();
        assert!(middle <= 4.0, "{whole:?} is not in the middle");
    }
}

#[test]
fn all_corners_of_a_small_cover_are_seen() {
    let corners = [[250, 0, 0], [0, 250, 0], [0, 0, 250], [250, 250, 0]];
    let picture = drawn(400, 240, |x, y| corners[usize::from(x >= 200) + 2 * usize::from(y >= 120)]);
    let shown = placed(&cover(picture), &[]).pop().unwrap().picture;
    let (right, bottom) = (shown.width_px - 30, shown.height_px - 30);
    let seen = [(30, 30), (right, 30), (30, bottom), (right, bottom)].map(|(x, y)| pixel(&shown, x, y));
    for (seen, expected) in seen.iter().zip(corners) {
        assert!(seen.iter().zip(expected).all(|(a, b)| a.abs_diff(b) < 6), "{seen:?} for {expected:?}");
    }
}

#[test]
fn a_drawing_is_shown_whole_on_the_theme_s_own_ground() {
    let pictures = placed(&cover(disc(900, RED)), &[]);
    assert_eq!(pictures.len(), 1, "no soft copy");
    let whole = rect(&pictures[0]);
    assert!((whole.width() - whole.height()).abs() <= 1.0, "{whole:?}");
    assert!(pictures[0].picture.alpha.is_some(), "it still lets the ground through");
    assert_eq!(pictures[0].radius_px, 0.0, "a drawing has no corners to round");
}

#[test]
fn a_whole_cover_keeps_clear_of_the_text() {
    let foot = Rect { left: 64.0, top: 400.0, right: 1136.0, bottom: 570.0 };
    let side = Rect { left: 64.0, top: 60.0, right: 600.0, bottom: 570.0 };
    for text in [foot, side] {
        for small in [grey(320, 200), cover(disc(900, RED)), grey(1800, 300)] {
            let whole = rect(placed(&small, &[text]).last().unwrap());
            assert_eq!(overlap(&whole, &text), 0.0, "{whole:?} on {text:?}");
        }
    }
}

#[test]
fn a_text_that_leaves_no_room_does_not_make_a_whole_cover_vanish() {
    let text = Rect { left: 10.0, top: 10.0, right: 1190.0, bottom: 620.0 };
    assert_eq!(placed(&grey(320, 200), &[text]).len(), 2);
}

/// A picture with a red patch around a point.
fn marked(width_px: u32, height_px: u32, x: f32, y: f32) -> Cover {
    let (at_x, at_y) = (x * width_px as f32, y * height_px as f32);
    let near = move |px: u32, at: f32| (px as f32 - at).abs() < 40.0;
    let picture =
        drawn(
            width_px,
            height_px,
            |px, py| {
                if near(px, at_x) && near(py, at_y) { RED } else { [70, 90, 110] }
            },
        );
    Cover { photo: Arc::new(picture.into()), focus: Some(Focus { x, y }) }
}

fn sees_red(picture: &Picture) -> bool {
    let red = |pixel: &&[u8; 3]| pixel[0] > 200 && pixel[1] < 60;
    picture.rgb.as_chunks::<3>().0.iter().filter(red).count() > 50
}

#[test]
fn the_point_that_a_post_names_is_seen_in_every_shape() {
    for (x, y) in [(0.06, 0.5), (0.94, 0.5), (0.5, 0.06), (0.5, 0.94), (0.1, 0.1), (0.9, 0.9)] {
        let cover = marked(1500, 1200, x, y);
        for (width, height) in [(1200.0, 630.0), (500.0, 1000.0), (600.0, 600.0)] {
            let rect = Rect { right: width, bottom: height, ..BOX };
            let shown = cover.placed(rect, Fit::Cover, 0.0, &[], 1.0);
            assert_eq!(shown.len(), 1);
            assert!(sees_red(&shown[0].picture), "{x}, {y} in {width} × {height}");
        }
    }
}

#[test]
fn a_point_at_the_edge_would_be_cropped_away_if_it_were_not_named() {
    // Two patches at the far ends: a crop can show only the one that is asked for.
    let patch = |x: u32| !(60..=1440).contains(&x);
    let picture =
        drawn(1500, 600, |x, y| if patch(x) && (250..350).contains(&y) { RED } else { [70, 90, 110] });
    let edges = |focus_x: f32| {
        let focus = Some(Focus { x: focus_x, y: 0.5 });
        let cover = Cover { photo: Arc::new(picture.clone().into()), focus };
        let rect = Rect { right: 600.0, bottom: 600.0, ..BOX };
        let shown = Arc::clone(&cover.placed(rect, Fit::Cover, 0.0, &[], 1.0)[0].picture);
        [2, 597].map(|x| pixel(&shown, x, 300)[0] > 200)
    };
    assert_eq!(edges(0.02), [true, false]);
    assert_eq!(edges(0.98), [false, true]);
    assert_eq!(edges(0.5), [false, false]);
}

#[test]
fn every_theme_shows_the_named_point_on_a_card() {
    for theme in themes() {
        if theme.name == "bold" {
            continue; // It takes its colours from the cover and shows nothing of it.
        }
        for (x, y) in [(0.15, 0.3), (0.85, 0.3)] {
            let mut post = Post { logo: None, avatars: Vec::new(), ..Post::default() }.sized((600, 315));
            post.cover = Some(marked(1500, 1200, x, y));
            let composed = post.compose(&theme);
            let shown = composed.scene.items.iter().any(|item| match item {
                Item::Picture(placed) => sees_red(&placed.picture),
                _ => false,
            });
            assert!(shown, "{}: {x}, {y}", theme.name);
        }
    }
}

#[test]
fn contain_shows_the_whole_of_any_cover() {
    let shown = grey(1600, 1000).placed(BOX, Fit::Contain, 0.0, &[], 1.0);
    assert_eq!(shown.len(), 1);
    let whole = rect(&shown[0]);
    assert!((whole.width() / whole.height() - 1.6).abs() < 0.01, "{whole:?}");
}

#[test]
fn a_cover_of_one_pixel_is_no_panic_in_any_theme() {
    for theme in themes() {
        let composed = Post::default().covered(drawn(1, 1, |_, _| RED)).sized((600, 315)).compose(&theme);
        assert!(composed.contrast >= 4.5, "{}", theme.name);
    }
}

#[test]
fn the_cover_gives_the_card_its_colour() {
    let color = |rgb: [u8; 3]| {
        let post = Post::default().covered(drawn(800, 500, move |_, _| rgb)).sized((600, 315));
        pixel(&post.compose(&theme("bold")).pixels(), 3, 3)
    };
    let (red, blue) = (color([210, 40, 40]), color([40, 60, 210]));
    assert!(red[0] > red[2] && blue[2] > blue[0], "{red:?} and {blue:?}");
}
