//! Nothing runs off the card, and nothing lies on something else.

use super::ink::Paper;
use super::{Post, overlap, pixels, themes, typesetter};
use crate::card::Theme;
use crate::card::layout::{Frame, Placed, PlacedText};
use crate::card::theme::PictureSource;
use crate::scene::Rect;
use crate::typeset::Typesetter;
use rayon::prelude::*;

const SIZES: [(u32, u32); 6] =
    [(1200, 630), (1080, 1080), (1080, 1350), (1080, 1920), (600, 315), (2000, 500)];

/// Titles that are hard to place, with their languages.
const TITLES: [(&str, &str); 14] = [
    ("I", "en"),
    ("Unimaginatively", "en"),
    ("What a year of walking up the same hill taught me about distance", "en"),
    ("“Simplicity is prerequisite for reliability”: a year on call", "en"),
    ("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "de"),
    ("Why https://www.example.org/archive/2026/02/11/index.html?utm_source=feed is gone", "en"),
    ("الليلة التي انتظرنا فيها الشفق القطبي", "ar"),
    ("שלום עולם: איך בניתי בלוג ב־Rust 1.90", "he"),
    ("「待つ」ということ。小さな港町で過ごした、雨の三週間の記録", "ja"),
    ("ทำไมฉันถึงเลิกใช้โซเชียลมีเดียแล้วกลับมาเขียนบล็อก", "th"),
    ("हिमालय की तलहटी में एक साल", "hi"),
    ("Tôi đã học lập trình trong sáu tháng như thế nào", "vi"),
    ("🎉 Version 2.0 is out 🚀", "en"),
    (
        "The complete, slightly embarrassing history of every blog engine I have written since 2003, and why the next one will be different",
        "en",
    ),
];
/// Longer than any title should be.
const ABSURD: &str = "A title of three hundred letters, which no one should ever write, but which someone will, since nothing in \
    the world keeps people from putting a whole paragraph where a few words would have done, and then going on, and on, \
    until the very machine that has to draw it all gives up and puts three dots in its place";

/// A card of a theme with everything on it, laid out, with its texts' first lines and where their ink is.
struct Laid<'a> {
    theme: &'a Theme,
    post: &'a Post,
    placed: Vec<Placed>,
    inks: Vec<(String, Rect)>,
}

type Rule = fn(&Laid<'_>) -> Vec<String>;

/// Each layout is made once and holds every rule: making it is what takes time.
const RULES: [(&str, Rule); 7] = [
    ("ink stays off the rim", off_the_rim),
    ("texts do not touch each other", apart),
    ("a text is no higher than its box", no_higher),
    ("text does not lie on the logo or on faces", off_pictures),
    ("logo and faces stand inside of the card", pictures_inside),
    ("a title is not cut unless it is absurdly long", whole),
    ("a title is the largest text of its card", largest),
];

#[test]
fn every_theme_keeps_the_rules_of_place_with_every_hard_title_at_every_size() {
    let themes = themes();
    let posts = posts();
    let pairs: Vec<(&Theme, &Post)> =
        themes.iter().flat_map(|theme| posts.iter().map(move |post| (theme, post))).collect();
    let faults =
        pairs.par_iter().map_init(typesetter, |typesetter, &(theme, post)| faults(theme, post, typesetter));
    let faults: Vec<String> = faults.flatten().collect();
    assert!(faults.is_empty(), "{}\n{}", faults.len(), faults.join("\n"));
}

fn faults(theme: &Theme, post: &Post, typesetter: &mut Typesetter) -> Vec<String> {
    let placed = post.placed_with(theme, typesetter);
    let mut paper = Paper::new(post.size);
    let texts = placed.iter().filter_map(|placed| placed.text.as_ref());
    let inks = texts.filter_map(|text| Some((super::first_line(text), paper.text(text)?))).collect();
    let laid = Laid { theme, post, placed, inks };
    let cover = if post.cover.is_some() { "with" } else { "without" };
    let name = format!("{}, {:?}, {cover} a cover, {}", theme.name, post.size, post.title);
    let told = |(rule, check): &(&str, Rule)| {
        check(&laid).into_iter().map(|fault| format!("{name}: {rule}, but {fault}")).collect::<Vec<_>>()
    };
    RULES.iter().flat_map(told).collect()
}

/// Every title at every size, by turns with and without a cover, and both ways where most cards are.
fn posts() -> Vec<Post> {
    let cover = pixels::drawn(1400, 1000, |x, y| [(x / 6) as u8, (y / 4) as u8, 120]);
    let mut posts = Vec::new();
    for (row, size) in SIZES.into_iter().enumerate() {
        for (column, (title, language)) in TITLES.into_iter().chain([(ABSURD, "en")]).enumerate() {
            let post = Post::titled(title, language).sized(size);
            let turn = (row + column) % 2 == 0;
            if turn || size == (1200, 630) {
                posts.push(post.clone().covered(cover.clone()));
            }
            if !turn || size == (1200, 630) {
                posts.push(post);
            }
        }
    }
    posts
}

/// Painted ink takes whole pixels.
const WHOLE_PX: f32 = 1.0;

/// Boxes keep the whole distance; quotation marks, descenders and high accents stand out of them.
fn off_the_rim(laid: &Laid<'_>) -> Vec<String> {
    let frame = Frame::of(laid.post.size.0, laid.post.size.1);
    let rim = laid.theme.safe_px * frame.unit / 2.0 - WHOLE_PX;
    let (right, bottom) = (frame.width - rim, frame.height - rim);
    let outside = |ink: &Rect| ink.left < rim || ink.top < rim || ink.right > right || ink.bottom > bottom;
    let outside = laid.inks.iter().filter(|(_, ink)| outside(ink));
    outside.map(|(line, ink)| format!("`{line}` stands at {ink:?}")).collect()
}

fn apart(laid: &Laid<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, (one, ink)) in laid.inks.iter().enumerate() {
        for (other, beside) in laid.inks.iter().skip(at + 1).filter(|(_, beside)| overlap(ink, beside) > 1.0)
        {
            faults.push(format!("`{one}` at {ink:?} lies on `{other}` at {beside:?}"));
        }
    }
    faults
}

fn no_higher(laid: &Laid<'_>) -> Vec<String> {
    let texts = laid.placed.iter().filter_map(|placed| placed.text.as_ref());
    let higher = texts.filter(|text| text.block.trimmed_height() > text.rect.height() + 1.5);
    let told = |text: &PlacedText| {
        let (height, room) = (text.block.trimmed_height(), text.rect.height());
        format!("`{}` is {height} px high in {room} px", super::first_line(text))
    };
    higher.map(told).collect()
}

fn pictures(laid: &Laid<'_>) -> Vec<Rect> {
    let small =
        |placed: &&Placed| matches!(placed.node.picture, Some(PictureSource::Logo | PictureSource::Avatars));
    laid.placed.iter().filter(small).map(|placed| placed.rect).collect()
}

fn off_pictures(laid: &Laid<'_>) -> Vec<String> {
    let pictures = pictures(laid);
    let lies = |(line, ink): &(String, Rect)| {
        let below = pictures.iter().find(|picture| overlap(ink, picture) > 1.0)?;
        Some(format!("`{line}` at {ink:?} lies on a picture at {below:?}"))
    };
    laid.inks.iter().filter_map(lies).collect()
}

fn pictures_inside(laid: &Laid<'_>) -> Vec<String> {
    let (width, height) = (laid.post.size.0 as f32, laid.post.size.1 as f32);
    let pictures = pictures(laid);
    if pictures.is_empty() {
        return vec!["there is none".to_owned()];
    }
    let outside = |rect: &Rect| {
        rect.left < 0.0 || rect.top < 0.0 || rect.right > width || rect.bottom > height || rect.width() < 8.0
    };
    pictures.into_iter().filter(outside).map(|rect| format!("one stands at {rect:?}")).collect()
}

fn whole(laid: &Laid<'_>) -> Vec<String> {
    let title = super::title(&laid.placed).text.as_ref().unwrap();
    let wrong = title.cut && laid.post.title != ABSURD;
    let lines: Vec<&str> = title.block.lines.iter().map(|line| line.text.as_str()).collect();
    wrong.then(|| format!("at {} px it is {lines:?}", title.size_px)).into_iter().collect()
}

fn largest(laid: &Laid<'_>) -> Vec<String> {
    let title = super::title(&laid.placed).text.as_ref().unwrap().size_px;
    let texts = laid.placed.iter().filter_map(|placed| placed.text.as_ref());
    let larger = texts.filter(|text| !text.is_title && text.size_px >= title);
    larger
        .map(|text| format!("`{}` is {} px, the title {title}", super::first_line(text), text.size_px))
        .collect()
}

#[test]
fn a_cut_title_ends_in_an_ellipsis_and_says_so() {
    let mut cut = 0;
    for theme in themes() {
        let post = Post::titled(ABSURD, "en").sized((2000, 500));
        let composed = post.compose(&theme);
        let placed = post.placed(&theme);
        let lines = &super::title(&placed).text.as_ref().unwrap().block.lines;
        assert_eq!(composed.title_cut, lines.last().unwrap().text.ends_with('…'), "{}", theme.name);
        cut += usize::from(composed.title_cut);
    }
    assert!(cut > 0, "no theme cuts a title of three hundred letters in a strip");
}

/// A title that fills a telephone's timeline (300 px wide) is still 8 px high there.
#[test]
fn a_title_of_usual_length_is_legible_at_three_hundred_pixels() {
    let mut typesetter = typesetter();
    for theme in themes() {
        for (title, language) in TITLES.iter().filter(|(title, _)| title.chars().count() <= 70) {
            let placed = Post::titled(title, language).placed_with(&theme, &mut typesetter);
            let size_px = super::title(&placed).text.as_ref().unwrap().size_px * 300.0 / 1200.0;
            assert!(size_px >= 8.0, "{}, {title}: {size_px} px", theme.name);
        }
    }
}
