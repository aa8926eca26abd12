use super::{Align, Family, Fitted, FontBook, Step, Style, Text, fit as fit_text};
use crate::scene::Color;

const WIDTH: f32 = 1072.0;
const HEIGHT: f32 = 420.0;

fn fit(title: &str) -> Fitted {
    fit_in(title, "en")
}

fn fit_in(title: &str, language: &str) -> Fitted {
    let steps = [(84.0, 3), (76.0, 3), (68.0, 3), (60.0, 3), (60.0, 4), (54.0, 4), (48.0, 4), (44.0, 5)];
    let steps = steps.map(|(size_px, lines)| Step { size_px, lines });
    let style = Style {
        family: Family::Sans,
        weight: 700.0,
        size_px: 84.0,
        tracking_em: -0.02,
        leading_em: 1.1,
        color: Color::WHITE,
        align: Align::Start,
        language,
        rtl: None,
        break_words: false,
    };
    let text = Text { text: title, style, steps: &steps, width_px: WIDTH, height_px: HEIGHT };
    fit_text(&mut FontBook::bundled().typesetter(), &text)
}

fn lines(title: &str) -> Vec<String> {
    fit(title).block.lines.into_iter().map(|line| line.text).collect()
}

#[test]
fn no_title_leaves_its_box() {
    let long = "A very long title that goes on and on ".repeat(8);
    let word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(3);
    for title in [
        "",
        "A",
        "Albedo",
        &long,
        &word,
        "الليلة التي انتظرنا فيها الشفق القطبي",
        "葉脈は、小さな町の地図に似ている",
        "שלום עולם",
        "Ελληνικά και Русский в одном заголовке",
    ] {
        let fitted = fit(title);
        assert!(fitted.block.height <= HEIGHT, "{title}: {}", fitted.block.height);
        for line in &fitted.block.lines {
            assert!(
                line.left >= -0.5 && line.left + line.width <= WIDTH + 0.5,
                "{title}: {} + {}",
                line.left,
                line.width
            );
        }
    }
}

#[test]
fn three_hundred_characters_are_cut_and_eighty_are_not() {
    let text = "All the words of a title that nobody will read to its end because it is too long ".repeat(4);
    assert!(fit(&text).cut);
    assert!(lines(&text).last().unwrap().ends_with('…'));
    assert!(!fit("What a year of walking up the same hill before breakfast taught me about blue air").cut);
}

#[test]
fn no_short_word_stands_alone_in_the_last_line() {
    for title in [
        "What a year of walking up the same hill taught me about distance and air",
        "Tide clocks: building one that is wrong — and knowing by how much",
    ] {
        let last = lines(title).pop().unwrap();
        assert!(last.split(['\u{A0}', ' ']).count() > 1, "{last}");
    }
}

#[test]
fn no_line_begins_with_a_dash_or_closing_punctuation() {
    for title in [
        "Tide clocks: building one that is wrong — and knowing by how much",
        "Notes on the sea – a retrospective of ten long years",
        "葉脈は、小さな町の地図に似ている。だから、私は毎朝それを読む、そして忘れる。",
    ] {
        for line in lines(title) {
            assert!(!line.starts_with(['—', '–', '、', '。']), "{line}");
        }
    }
}

#[test]
fn the_lines_of_a_title_are_of_like_length() {
    let fitted = fit("What a year of walking up the same hill before breakfast taught me about distance");
    let widths: Vec<f32> = fitted.block.lines.iter().map(|line| line.width).collect();
    let shortest = widths.iter().copied().fold(f32::INFINITY, f32::min);
    assert!(shortest > 0.6 * fitted.block.width(), "{widths:?}");
}

#[test]
fn arabic_begins_at_the_right_edge() {
    let fitted = fit("الليلة التي انتظرنا فيها الشفق القطبي على الجزيرة البعيدة مع الأصدقاء");
    assert!(fitted.block.rtl && fitted.block.lines.len() > 1);
    for line in &fitted.block.lines {
        assert!((line.left + line.width - WIDTH).abs() < 1.0, "{} + {}", line.left, line.width);
    }
}

#[test]
fn a_character_that_no_font_has_is_named_and_never_drawn() {
    let book = FontBook::bundled();
    assert_eq!(book.missing("ok བ\u{FE0F} éß"), ['བ']);
    let fitted = fit("Party བ time");
    let glyphs = fitted.block.lines.iter().flat_map(|line| &line.runs).flat_map(|run| &run.glyphs);
    assert!(glyphs.into_iter().all(|glyph| glyph.id != 0));
}
