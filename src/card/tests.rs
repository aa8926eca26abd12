use super::{Card, Composed, compose, date_text};
use crate::paint::{luminance, paint};
use crate::scene::{Item, Picture};
use crate::typeset::FontBook;
use chrono::NaiveDate;

fn picture(color: impl Fn(u32, u32) -> [u8; 3]) -> Picture {
    let rgb = (0..630).flat_map(|y| (0..1200).map(move |x| (x, y))).flat_map(|(x, y)| color(x, y)).collect();
    Picture { width_px: 1200, height_px: 630, rgb, alpha: None }
}

fn composed(title: &str, language: &str, cover: Option<Picture>) -> Composed {
    let date = NaiveDate::from_ymd_opt(2026, 2, 11).map(|date| date_text(date, language));
    let card = Card {
        title,
        site_name: "Slack Water",
        date,
        language,
        seed: title,
        cover,
        width_px: 1200,
        height_px: 630,
    };
    compose(&card, &mut FontBook::bundled().typesetter())
}

#[test]
fn every_cover_leaves_the_text_its_contrast() {
    let covers = [
        picture(|_, _| [255; 3]),
        picture(|_, _| [0; 3]),
        picture(|x, y| [((x * 7919 + y * 104_729) % 251) as u8; 3]),
        picture(|x, y| if (x / 40 + y / 40) % 2 == 0 { [255; 3] } else { [0; 3] }),
        picture(|x, y| [(x / 5) as u8, (y / 3) as u8, 255]),
    ];
    for (number, cover) in covers.into_iter().enumerate() {
        let composed = composed(
            "A title of two lines that stands over whatever the photographer saw",
            "en",
            Some(cover),
        );
        assert!(composed.contrast >= 4.5, "cover {number}: {}", composed.contrast);
    }
}

#[test]
fn the_contrast_that_is_said_is_that_of_the_pixels() {
    let cover = picture(|_, _| [255; 3]);
    let mut composed = composed("White on white", "en", Some(cover));
    composed.scene.items.retain(|item| !matches!(item, Item::Glyphs(_)));
    let painted = paint(&composed.scene);
    let at = (560 * 1200 + 100) * 3;
    let light = luminance(painted.rgb[at..at + 3].try_into().unwrap());
    assert!(1.05 / (light + 0.05) >= 4.5, "{light}");
}

#[test]
fn a_dark_cover_is_left_as_it_is() {
    let composed = composed("Night", "en", Some(picture(|_, _| [10, 12, 16])));
    assert!(!composed.scene.items.iter().any(|item| matches!(item, Item::Fill(_))));
}

#[test]
fn nothing_is_written_on_the_rim() {
    for (title, language) in [
        ("Albedo", "en"),
        ("الليلة التي انتظرنا فيها الشفق القطبي", "ar"),
        ("葉脈は、小さな町の地図に似ている", "ja"),
        ("", "en"),
    ] {
        let scene = composed(title, language, None).scene;
        let glyphs =
            scene.items.iter().filter_map(|item| if let Item::Glyphs(run) = item { Some(run) } else { None });
        for glyph in glyphs.flat_map(|run| &run.glyphs) {
            assert!(
                (60.0..=1140.0).contains(&glyph.x) && (40.0..=580.0).contains(&glyph.y),
                "{title}: {glyph:?}"
            );
        }
    }
}

#[test]
fn an_arabic_card_stands_on_the_right() {
    let scene = composed("الشفق", "ar", None).scene;
    let glyphs =
        scene.items.iter().filter_map(|item| if let Item::Glyphs(run) = item { Some(run) } else { None });
    assert!(glyphs.flat_map(|run| &run.glyphs).all(|glyph| glyph.x > 700.0));
}

#[test]
fn posts_without_covers_differ_and_rebuilds_do_not() {
    let pixels = |seed: &str| super::backdrop::paint(seed, 120, 63);
    assert_eq!(pixels("a"), pixels("a"));
    assert_ne!(pixels("a"), pixels("b"));
}

#[test]
fn dates_are_written_as_in_their_language() {
    let date = NaiveDate::from_ymd_opt(2022, 9, 12).unwrap();
    for (language, text) in [
        ("es", "12 de septiembre de 2022"),
        ("en-GB", "12 September 2022"),
        ("en-US", "September 12, 2022"),
        ("ja", "2022年9月12日"),
        ("de", "12. September 2022"),
        ("xx", "2022-09-12"),
    ] {
        assert_eq!(date_text(date, language), text);
    }
}
