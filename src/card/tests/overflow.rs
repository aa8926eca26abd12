//! Nothing runs off the card, and nothing lies on something else.

use super::ink::Paper;
use super::{Post, overlap, pixels, themes, typesetter};
use crate::card::Theme;
use crate::card::layout::{Frame, Placed};
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

/// A card of a theme with everything on it, laid out.
struct Laid<'a> {
    name: String,
    theme: &'a Theme,
    post: &'a Post,
    placed: Vec<Placed>,
}

fn each(posts: &[Post], check: impl Fn(&Laid<'_>) -> Vec<String> + Sync) {
    let themes = themes();
    let pairs: Vec<(&Theme, &Post)> =
        themes.iter().flat_map(|theme| posts.iter().map(move |post| (theme, post))).collect();
    let of = |typesetter: &mut Typesetter, &(theme, post): &(&'_ Theme, &'_ Post)| {
        let cover = if post.cover.is_some() { "with" } else { "without" };
        let name = format!("{}, {:?}, {cover} a cover, {}", theme.name, post.size, post.title);
        let laid = Laid { name, theme, post, placed: post.placed_with(theme, typesetter) };
        check(&laid).into_iter().map(|fault| format!("{}: {fault}", laid.name)).collect::<Vec<_>>()
    };
    let faults: Vec<String> = pairs.par_iter().map_init(typesetter, of).flatten().collect();
    assert!(faults.is_empty(), "{}\n{}", faults.len(), faults.join("\n"));
}

/// Every title at every size, with and without a cover.
fn posts() -> Vec<Post> {
    let cover = pixels::drawn(1400, 1000, |x, y| [(x / 6) as u8, (y / 4) as u8, 120]);
    let mut posts = Vec::new();
    for size in SIZES {
        for (title, language) in TITLES.into_iter().chain([(ABSURD, "en")]) {
            let post = Post::titled(title, language).sized(size);
            posts.push(post.clone().covered(cover.clone()));
            posts.push(post);
        }
    }
    posts
}

fn inks(laid: &Laid<'_>) -> Vec<(String, Rect)> {
    let mut paper = Paper::new(laid.post.size);
    let texts = laid.placed.iter().filter_map(|placed| placed.text.as_ref());
    let ink = |text| Some((super::first_line(text), paper.text(text)?));
    texts.filter_map(ink).collect()
}

#[test]
fn ink_stays_off_the_rim() {
    each(&posts(), |laid| {
        let frame = Frame::of(laid.post.size.0, laid.post.size.1);
        // Boxes keep the whole distance; quotation marks, descenders and high accents stand out of them.
        let rim = laid.theme.safe_px * frame.unit / 2.0;
        let inside = |ink: &Rect| {
            ink.left >= rim
                && ink.top >= rim
                && ink.right <= frame.width - rim
                && ink.bottom <= frame.height - rim
        };
        let outside = inks(laid).into_iter().filter(|(_, ink)| !inside(ink));
        outside.map(|(line, ink)| format!("`{line}` stands at {ink:?}")).collect()
    });
}

#[test]
fn texts_do_not_touch_each_other() {
    each(&posts(), |laid| {
        let inks = inks(laid);
        let mut faults = Vec::new();
        for (at, (one, ink)) in inks.iter().enumerate() {
            for (other, beside) in inks.iter().skip(at + 1).filter(|(_, beside)| overlap(ink, beside) > 1.0) {
                faults.push(format!("`{one}` at {ink:?} lies on `{other}` at {beside:?}"));
            }
        }
        faults
    });
}

#[test]
fn text_does_not_lie_on_the_logo_or_on_faces() {
    each(&posts(), |laid| {
        let small = |placed: &&Placed| {
            matches!(placed.node.picture, Some(PictureSource::Logo | PictureSource::Avatars))
        };
        let pictures: Vec<Rect> = laid.placed.iter().filter(small).map(|placed| placed.rect).collect();
        assert!(!pictures.is_empty(), "{} shows no logo", laid.theme.name);
        let lies = |(line, ink): (String, Rect)| {
            let below = pictures.iter().find(|picture| overlap(&ink, picture) > 1.0)?;
            Some(format!("`{line}` at {ink:?} lies on a picture at {below:?}"))
        };
        inks(laid).into_iter().filter_map(lies).collect()
    });
}

#[test]
fn logo_and_faces_stand_inside_of_the_card() {
    each(&posts(), |laid| {
        let (width, height) = (laid.post.size.0 as f32, laid.post.size.1 as f32);
        let small = |placed: &&Placed| {
            matches!(placed.node.picture, Some(PictureSource::Logo | PictureSource::Avatars))
        };
        let outside = |rect: &Rect| {
            rect.left < 0.0
                || rect.top < 0.0
                || rect.right > width
                || rect.bottom > height
                || rect.width() < 8.0
        };
        let pictures = laid.placed.iter().filter(small).map(|placed| placed.rect).filter(outside);
        pictures.map(|rect| format!("a picture stands at {rect:?}")).collect()
    });
}

#[test]
fn a_title_is_not_cut_unless_it_is_absurdly_long() {
    each(&posts(), |laid| {
        let title = super::title(&laid.placed).text.as_ref().unwrap();
        let wrong = title.cut && laid.post.title != ABSURD;
        wrong.then(|| format!("cut at {}", super::first_line(title))).into_iter().collect()
    });
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

#[test]
fn a_title_is_the_largest_text_of_its_card() {
    each(&posts(), |laid| {
        let title = super::title(&laid.placed).text.as_ref().unwrap().size_px;
        let texts = laid.placed.iter().filter_map(|placed| placed.text.as_ref());
        let larger = texts.filter(|text| !text.is_title && text.size_px >= title);
        larger
            .map(|text| format!("`{}` is {} px, the title {title}", super::first_line(text), text.size_px))
            .collect()
    });
}

/// A title that fills a telephone's timeline (300 px wide) is still 8 px high there.
#[test]
fn a_title_of_usual_length_is_legible_at_three_hundred_pixels() {
    let usual = TITLES.iter().filter(|(title, _)| title.chars().count() <= 70);
    let posts: Vec<Post> = usual.map(|(title, language)| Post::titled(title, language)).collect();
    each(&posts, |laid| {
        let size_px = super::title(&laid.placed).text.as_ref().unwrap().size_px * 300.0 / 1200.0;
        (size_px < 8.0).then(|| format!("{size_px} px")).into_iter().collect()
    });
}
