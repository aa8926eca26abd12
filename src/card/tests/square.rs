//! With `square_safe` a chat that cuts the middle square out of a card still shows all that is written.

use super::ink::Paper;
use super::{Post, pixels, themes, typesetter};

const SIZES: [(u32, u32); 2] = [(1200, 630), (1920, 1080)];

#[test]
fn every_text_lies_inside_of_the_centre_square() {
    let titles = [
        ("Albedo", "en"),
        ("What a year of walking up the same hill taught me about distance", "en"),
        ("“Simplicity is prerequisite for reliability”: a year on call", "en"),
        ("الليلة التي انتظرنا فيها الشفق القطبي", "ar"),
        ("「待つ」ということ。小さな港町で過ごした、雨の三週間の記録", "ja"),
        ("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "de"),
    ];
    let cover = pixels::drawn(1400, 900, |x, _| [(x / 6) as u8; 3]);
    let mut typesetter = typesetter();
    for size in SIZES {
        let mut paper = Paper::new(size);
        let left = (size.0 - size.1) as f32 / 2.0;
        let right = left + size.1 as f32;
        for theme in themes() {
            for (title, language) in titles {
                let bare = Post { square_safe: true, ..Post::titled(title, language).sized(size) };
                for post in [bare.clone(), bare.covered(cover.clone())] {
                    let placed = post.placed_with(&theme, &mut typesetter);
                    let texts: Vec<_> = placed.iter().filter_map(|placed| placed.text.as_ref()).collect();
                    assert!(texts.len() > 1, "{}", theme.name);
                    for text in texts {
                        let Some(ink) = paper.text(text) else { continue };
                        // Painted ink takes whole pixels.
                        let inside = ink.left >= left - 1.0 && ink.right <= right + 1.0;
                        let line = super::first_line(text);
                        assert!(inside, "{}, {size:?}, {title}: `{line}` at {ink:?}", theme.name);
                    }
                    assert!(!super::title(&placed).text.as_ref().unwrap().cut, "{}, {title}", theme.name);
                }
            }
        }
    }
}

#[test]
fn a_card_that_need_not_keep_to_the_square_uses_its_width() {
    let title = "What a year of walking up the same hill taught me about distance";
    let wide = |square_safe| {
        let post = Post { square_safe, ..Post::titled(title, "en") };
        super::title(&post.placed(&super::theme("photo"))).text.as_ref().unwrap().block.width()
    };
    assert!(wide(false) > 700.0);
    assert!(wide(true) < 630.0);
}

#[test]
fn a_square_or_tall_card_is_the_same_with_and_without() {
    for theme in themes() {
        let rects = |square_safe| {
            let post = Post { square_safe, ..Post::default() }.sized((1080, 1080));
            post.placed(&theme).into_iter().map(|placed| placed.rect).collect::<Vec<_>>()
        };
        assert_eq!(rects(true), rects(false), "{}", theme.name);
    }
}
