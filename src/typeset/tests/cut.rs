use super::{WIDTH, fit_in, lines, style};
use crate::typeset::{FontBook, Step, Text, fit};

fn one_line(text: &str, language: &str, width_px: f32) -> crate::typeset::Fitted {
    let steps = [Step { size_px: 60.0, lines: 1 }];
    let text = Text { text, style: style(language), steps: &steps, width_px, height_px: 200.0 };
    fit(&mut FontBook::bundled().typesetter(), &text)
}

#[test]
fn three_hundred_characters_are_cut_and_eighty_are_not() {
    let text = "All the words of a title that nobody will read to its end because it is too long ".repeat(4);
    let cut = fit_in(&text, "en");
    assert!(cut.cut && cut.size_px == 44.0);
    assert!(lines(&cut).last().unwrap().ends_with('…'));
    assert!(
        !fit_in("What a year of walking up the same hill before breakfast taught me about blue air", "en")
            .cut
    );
}

#[test]
fn the_ellipsis_stands_behind_a_whole_word_and_not_behind_an_article_or_a_comma() {
    for width in (300..900).step_by(30) {
        let title = "Salt, pepper, and the sea of stories that nobody told";
        let cut = one_line(title, "en", width as f32);
        let line = lines(&cut).concat();
        let Some(kept) = line.strip_suffix('…') else { continue };
        assert!(title.starts_with(kept), "{line}");
        assert!(title[kept.len()..].starts_with([' ', ',']), "{line}");
        assert!(!["the", "of", "and", "that"].contains(&kept.rsplit(' ').next().unwrap()), "{line}");
    }
}

#[test]
fn a_closing_bracket_stays_before_the_ellipsis() {
    let cut = one_line("A story (the first) of many long and winding tales", "en", 620.0);
    assert_eq!(lines(&cut), ["A story (the first)…"]);
}

#[test]
fn chinese_and_japanese_are_cut_behind_a_phrase() {
    let cut = one_line("葉脈は、小さな町の地図に似ている", "ja", 700.0);
    assert_eq!(lines(&cut), ["葉脈は、小さな町の…"]);
}

#[test]
fn in_arabic_the_ellipsis_is_on_the_left() {
    let cut = one_line("الليلة التي انتظرنا فيها الشفق القطبي على الجزيرة", "ar", 500.0);
    assert!(cut.cut && cut.block.rtl);
    let line = &cut.block.lines[0];
    assert!(line.text.ends_with('…'));
    let leftmost =
        line.runs.iter().flat_map(|run| &run.glyphs).map(|glyph| glyph.x).fold(f32::INFINITY, f32::min);
    let last = line.runs.first().and_then(|run| run.glyphs.first()).unwrap();
    assert_eq!(last.x, leftmost);
    assert!((line.left + line.width - 500.0).abs() < 1.0);
}

#[test]
fn an_isolate_that_was_cut_is_closed_before_the_ellipsis() {
    let cut =
        one_line("\u{2068}A name so long that it cannot possibly fit this line\u{2069} · 2026", "en", 500.0);
    assert!(lines(&cut).concat().ends_with("\u{2069}…"), "{:?}", lines(&cut));
}

#[test]
fn a_word_that_fits_nowhere_is_cut_in_it() {
    let cut = one_line(&"Donaudampfschifffahrt".repeat(9), "de", 500.0);
    assert!(cut.cut && lines(&cut).concat().ends_with('…') && lines(&cut).concat().len() > 12);
}

#[test]
fn no_title_leaves_its_box() {
    let long = "A very long title that goes on and on ".repeat(8);
    let word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(9);
    for title in ["", "A", &long, &word, "葉".repeat(300).as_str(), "…", "—", "\u{2068}"] {
        let fitted = fit_in(title, "en");
        assert!(fitted.block.trimmed_height() <= super::HEIGHT + 0.5, "{title}");
        for line in &fitted.block.lines {
            assert!(line.left + line.width <= WIDTH + 0.6, "{title}: {} + {}", line.left, line.width);
        }
    }
}
