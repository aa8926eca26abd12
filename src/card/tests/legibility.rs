//! Text can be read on any cover: as the card itself measures it, and as its pixels are measured apart from it.

use super::{Post, hostile, themes, typesetter, wcag};
use crate::card::{Card, SchemeChoice, Theme, compose};
use crate::paint;
use crate::scene::{Item, Scene};
use crate::typeset::Typesetter;
use rayon::prelude::*;

/// WCAG 2.2, success criterion 1.4.3.
const LEAST: f64 = 4.5;
/// Half of og, square and portrait: the rules have no size of their own.
const SIZES: [(u32, u32); 3] = [(600, 315), (540, 540), (540, 675)];
/// `auto` draws one of these two, and has a test of its own.
const SCHEMES: [SchemeChoice; 2] = [SchemeChoice::Dark, SchemeChoice::Light];

/// What is wrong with a card; nothing where it can be read.
fn fault(card: &Card<'_>, theme: &Theme, typesetter: &mut Typesetter) -> Option<String> {
    let composed = compose(card, theme, typesetter);
    let measured = wcag::least(&composed.scene, &composed.ground);
    let claimed = f64::from(composed.contrast);
    let wrong = claimed < LEAST || measured < LEAST;
    wrong.then(|| format!("{claimed:.2} by its own measure, {measured:.2} in the pixels"))
}

fn faults(posts: &[(String, Post)]) -> Vec<String> {
    let themes = themes();
    let pairs: Vec<(&Theme, &(String, Post))> =
        themes.iter().flat_map(|theme| posts.iter().map(move |post| (theme, post))).collect();
    let faults = pairs.par_iter().map_init(typesetter, |typesetter, (theme, (name, post))| {
        let fault = fault(&post.card(), theme, typesetter)?;
        Some(format!("{}, {name}: {fault}", theme.name))
    });
    faults.flatten().collect()
}

#[test]
fn text_can_be_read_on_every_hostile_cover_in_every_theme_shape_and_scheme() {
    let mut posts = Vec::new();
    for (name, picture) in hostile::all() {
        for size in SIZES {
            for scheme in SCHEMES {
                let post = Post { scheme: Some(scheme), ..Post::default() };
                let post = post.covered(picture.clone()).sized(size);
                posts.push((format!("{name}, {scheme:?}, {size:?}"), post));
            }
        }
    }
    let faults = faults(&posts);
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn text_can_be_read_in_whichever_scheme_is_chosen_by_itself() {
    let auto = Post { scheme: Some(SchemeChoice::Auto), ..Post::default() }.sized((600, 315));
    let posts =
        hostile::all().into_iter().map(|(name, picture)| (name.to_owned(), auto.clone().covered(picture)));
    let faults = faults(&posts.collect::<Vec<_>>());
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn text_can_be_read_at_full_size() {
    let covers = hostile::all().into_iter().filter(|(name, _)| matches!(*name, "noise" | "a page of text"));
    let posts: Vec<(String, Post)> =
        covers.map(|(name, picture)| (name.to_owned(), Post::default().covered(picture))).collect();
    let faults = faults(&posts);
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn text_can_be_read_without_a_cover_whatever_the_brand_s_colour_is() {
    let mut posts = Vec::new();
    for accent in ["#ffffff", "#000000", "#808080", "#ffff00", "#0000ff", "#ff0000", "#00ff88", "#3b0a45"] {
        for scheme in [SchemeChoice::Dark, SchemeChoice::Light] {
            let accent_color = crate::card::parse_hex(accent);
            let post = Post { accent: accent_color, scheme: Some(scheme), ..Post::default() };
            posts.push((format!("{accent}, {scheme:?}"), post.sized((600, 315))));
        }
    }
    let faults = faults(&posts);
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn text_can_be_read_on_the_backdrop_of_every_post() {
    let titles = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q"];
    let posts: Vec<(String, Post)> =
        titles.map(|title| (title.to_owned(), Post::titled(title, "en").sized((600, 315)))).into();
    let faults = faults(&posts);
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn a_theme_that_asks_for_grey_on_grey_gets_ink_that_can_be_read() {
    let theme = super::theme_of(
        "{about: Grey., dark: {text: '#808080', paper: '#777777'}, texts: {title: {sizes: [[80, 3]]}}, \
         card: {fill: paper, padding: 64, boxes: [{say: '{title}'}]}}",
    );
    let composed = Post::default().compose(&theme);
    assert!(wcag::least(&composed.scene, &composed.ground) >= LEAST);
    assert!(composed.contrast >= 4.5);
}

#[test]
fn a_theme_without_a_scrim_gets_a_ground_under_text_on_a_cover() {
    let theme = super::theme_of(
        "{about: Bare., dark: {text: white}, texts: {title: {sizes: [[80, 3]]}}, \
         card: {padding: 64, boxes: [{picture: cover, at: fill}, {say: '{title}'}]}}",
    );
    let (_, checked) = hostile::all().into_iter().find(|(name, _)| *name == "a coarse checkerboard").unwrap();
    let composed = Post::default().covered(checked).compose(&theme);
    assert!(wcag::least(&composed.scene, &composed.ground) >= LEAST);
    assert!(composed.scrim > 0.0);
}

#[test]
fn a_dark_photo_gets_no_scrim_and_a_white_one_does() {
    let photo = super::theme("photo");
    let scrim = |shade: u8| {
        let cover = super::pixels::drawn(800, 500, |_, _| [shade; 3]);
        let post = Post { scheme: Some(SchemeChoice::Dark), ..Post::default() };
        post.covered(cover).sized((600, 315)).compose(&photo).scrim
    };
    assert_eq!(scrim(12), 0.0);
    assert!(scrim(255) > 0.5);
    assert!(scrim(120) < scrim(255));
}

#[test]
fn auto_turns_the_text_dark_where_the_photo_is_light() {
    let photo = super::theme("photo");
    let is_dark = |shade: u8| {
        let cover = super::pixels::drawn(800, 500, |_, _| [shade; 3]);
        let post = Post { scheme: Some(SchemeChoice::Auto), ..Post::default() };
        post.covered(cover).sized((600, 315)).compose(&photo).is_dark
    };
    assert!(is_dark(20));
    assert!(is_dark(110));
    assert!(!is_dark(250));
}

/// What is measured above is what is painted in the end.
#[test]
fn a_scene_painted_anew_is_the_card_that_was_measured() {
    for theme in themes() {
        let (_, picture) = hostile::all().swap_remove(10);
        let composed = Post::default().covered(picture).sized((600, 315)).compose(&theme);
        let scene = composed.scene.clone();
        let grounded: Vec<Item> =
            scene.items.iter().filter(|item| !matches!(item, Item::Glyphs(_))).cloned().collect();
        let ground = paint::paint(&Scene { items: grounded, ..scene });
        let apart = ground.rgb.iter().zip(&composed.ground.rgb).map(|(a, b)| a.abs_diff(*b)).max();
        assert!(apart <= Some(2), "{}: the ground differs by {apart:?}", theme.name);
        let whole = paint::paint(&composed.scene);
        let pixels = composed.pixels();
        let apart = whole.rgb.iter().zip(&pixels.rgb).map(|(a, b)| a.abs_diff(*b)).max();
        assert!(apart <= Some(2), "{}: the card differs by {apart:?}", theme.name);
    }
}
