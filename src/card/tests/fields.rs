//! What a theme shows stands on the card, in the words of the post.

use super::{Post, themes, written};
use crate::card::Field;
use crate::card::theme::PictureSource;
use chrono::NaiveDate;

/// Short, so that no theme has to leave one out, and unlike each other.
fn marked() -> Post {
    Post {
        title: "Ttt",
        site_name: "Sss",
        host: "h.example",
        date: Some("Ddd"),
        authors: vec!["Aaa".to_owned()],
        tags: vec!["Ggg".to_owned()],
        section: Some("Xxx"),
        series: Some("Eee"),
        reading_time: Some("Rrr"),
        ..Post::default()
    }
}

fn mark(field: Field) -> &'static str {
    match field {
        Field::Title => "ttt",
        Field::Site => "sss",
        Field::Host => "h.example",
        Field::Date => "ddd",
        Field::Authors => "aaa",
        Field::Tags => "#ggg",
        Field::Section => "xxx",
        Field::Series => "eee",
        Field::ReadingTime => "rrr",
        Field::Logo | Field::Avatars => unreachable!("no text"),
    }
}

fn shows(post: &Post, theme: &crate::card::Theme, field: Field) -> bool {
    let placed = post.placed(theme);
    let drawn =
        |source: PictureSource| placed.iter().any(|placed| placed.node.picture == Some(source.clone()));
    match field {
        Field::Logo => drawn(PictureSource::Logo),
        Field::Avatars => drawn(PictureSource::Avatars),
        _ => written(&placed).iter().any(|line| line.to_lowercase().contains(mark(field))),
    }
}

#[test]
fn every_field_that_a_theme_shows_can_be_hidden() {
    for theme in themes() {
        for field in Field::ALL {
            // `bold` shows faces where there is no mark, and two show the site's name where there is no section.
            let logo = marked().logo.filter(|_| field != Field::Avatars);
            let section = marked().section.filter(|_| field != Field::Site);
            let post = Post { logo, section, ..marked() };
            assert_eq!(shows(&post, &theme, field), theme.shows(field), "{}: {}", theme.name, field.name());
            let hidden = Post { hidden: [field].into(), ..post };
            assert!(!shows(&hidden, &theme, field), "{} still shows {}", theme.name, field.name());
        }
    }
}

#[test]
fn every_theme_shows_the_title_the_site_and_the_date() {
    for theme in themes() {
        for field in [Field::Title, Field::Site, Field::Date] {
            assert!(theme.shows(field), "{} shows no {}", theme.name, field.name());
        }
    }
}

#[test]
fn a_card_whose_fields_are_all_hidden_is_drawn_without_a_word() {
    for theme in themes() {
        let post = Post { hidden: Field::ALL.into(), ..marked() }.sized((600, 315));
        let composed = post.compose(&theme);
        assert!(composed.contrast >= 4.5, "{}", theme.name);
        let lines = written(&post.placed(&theme));
        // The terminal's prompt is the theme's own and no field.
        assert!(lines.iter().all(|line| line.contains("~ $ cat")), "{}: {lines:?}", theme.name);
    }
}

#[test]
fn a_title_of_spaces_leaves_the_site_s_name_to_speak() {
    for theme in themes() {
        let placed = Post { title: "  ", ..marked() }.placed(&theme);
        assert_eq!(super::first_line(super::title(&placed).text.as_ref().unwrap()), "Sss", "{}", theme.name);
    }
}

#[test]
fn the_date_stands_as_the_language_writes_it() {
    let date = NaiveDate::from_ymd_opt(2026, 2, 11).unwrap();
    for (language, written_so) in [
        ("en-US", "February 11, 2026"),
        ("en-GB", "11 February 2026"),
        ("de", "11. Februar 2026"),
        ("fr", "11 février 2026"),
        ("ja", "2026年2月11日"),
        ("ko", "2026년 2월 11일"),
    ] {
        let text: &'static str = crate::card::date_text(date, language).leak();
        for theme in themes() {
            let post =
                Post { date: Some(text), language, reading_time: None, authors: Vec::new(), ..marked() };
            let lines = written(&post.placed(&theme));
            assert!(lines.iter().any(|line| line.contains(written_so)), "{}: {lines:?}", theme.name);
        }
    }
}

#[test]
fn tags_are_one_word_each_behind_their_sign_and_three_at_most() {
    let tags = ["slow travel", "#rust", "c", "d"].map(str::to_owned).to_vec();
    let lines = written(&Post { tags, section: None, ..marked() }.placed(&super::theme("terminal")));
    assert!(lines.iter().any(|line| line.contains("#slow-travel #rust #c")), "{lines:?}");
    assert!(!lines.iter().any(|line| line.contains("#d")), "{lines:?}");
}

#[test]
fn more_than_three_authors_are_three_names_and_three_faces() {
    let face = || std::sync::Arc::new(super::pixels::drawn(64, 64, |_, _| [60, 140, 90]));
    let authors = ["Ann", "Bob", "Cyd", "Dan"].map(str::to_owned).to_vec();
    let avatars = vec![face(), face(), face(), face()];
    let post = Post { authors, avatars, logo: None, ..marked() };
    let placed = post.placed(&super::theme("editorial"));
    assert!(
        written(&placed).iter().any(|line| line.contains("Ann, Bob, Cyd\u{2069}")),
        "{:?}",
        written(&placed)
    );
    let faces = placed.iter().find(|placed| placed.node.picture == Some(PictureSource::Avatars)).unwrap();
    let shape = faces.rect.width() / faces.rect.height();
    assert!((shape - 2.5).abs() < 0.01, "three faces, each over a quarter of the next: {shape}");
}

#[test]
fn labels_in_capitals_have_the_capitals_of_their_language() {
    let site = |language| {
        let post = Post { site_name: "istanbul", language, ..marked() };
        written(&post.placed(&super::theme("editorial")))
    };
    assert!(site("tr").iter().any(|line| line.contains("İSTANBUL")), "{:?}", site("tr"));
    assert!(site("en").iter().any(|line| line.contains("ISTANBUL")), "{:?}", site("en"));
}
