use super::{fit_box, fit_in, fit_width, lines, style};
use crate::typeset::{FontBook, Step, Style, Text, fit};

#[test]
fn a_short_title_has_the_largest_size_and_a_long_one_a_smaller() {
    assert_eq!(fit_in("Albedo", "en").size_px, 84.0);
    let long = fit_in(
        "What a year of walking up the same hill before breakfast taught me about blue air, and clouds",
        "en",
    );
    assert!(long.size_px < 84.0 && long.size_px >= 60.0, "{}", long.size_px);
}

#[test]
fn the_lines_of_a_title_are_of_like_length() {
    let fitted =
        fit_in("What a year of walking up the same hill before breakfast taught me about distance", "en");
    let widths: Vec<f32> = fitted.block.lines.iter().map(|line| line.width).collect();
    let shortest = widths.iter().copied().fold(f32::INFINITY, f32::min);
    assert!(shortest > 0.75 * fitted.block.width(), "{widths:?}");
}

#[test]
fn no_short_word_stands_alone_in_the_last_line() {
    for width in (400..1100).step_by(25) {
        for title in [
            "What a year of walking up the same hill taught me about distance and air",
            "Tide clocks: building one that is wrong — and knowing by how much",
            "The case for boring technology ten years on",
        ] {
            let set = lines(&fit_width(title, "en", 60.0, width as f32));
            assert!(set.len() == 1 || set.last().unwrap().contains(' '), "{width}: {set:?}");
        }
    }
}

#[test]
fn a_size_is_given_up_for_a_better_break_but_not_two() {
    let fitted = fit_in("Chapter 3: In which Dr. Watson meets Mr. Holmes at St. Bart's", "en");
    assert_eq!(fitted.size_px, 76.0);
    assert_eq!(lines(&fitted), ["Chapter 3: In which Dr. Watson", "meets Mr. Holmes at St. Bart's"]);
}

#[test]
fn a_step_of_more_lines_at_the_same_size_is_taken_before_a_smaller_size() {
    let steps = [
        Step { size_px: 60.0, lines: 1 },
        Step { size_px: 60.0, lines: 2 },
        Step { size_px: 50.0, lines: 1 },
    ];
    let text = Text {
        text: "Two lines of this size",
        style: style("en"),
        steps: &steps,
        width_px: 500.0,
        height_px: 300.0,
    };
    let fitted = fit(&mut FontBook::bundled().typesetter(), &text);
    assert_eq!((fitted.size_px, fitted.block.lines.len()), (60.0, 2));
}

#[test]
fn a_low_box_leaves_room_for_fewer_lines() {
    let title = "What a year of walking up the same hill taught me";
    let fitted = fit_box(title, &style("en"), 1000.0, 60.0);
    assert!(!fitted.cut && fitted.block.lines.len() == 1, "{:?}", fitted.lines_text());
    assert!(fitted.block.trimmed_height() <= 60.5);
}

#[test]
fn a_box_that_is_too_small_for_anything_is_no_reason_to_fail() {
    for (width, height) in [(0.0, 0.0), (10.0, 10.0), (1000.0, 5.0), (5.0, 1000.0)] {
        assert!(fit_box("Some words", &style("en"), width, height).cut);
    }
    let text = Text { text: "No steps", style: style("en"), steps: &[], width_px: 900.0, height_px: 200.0 };
    assert_eq!(fit(&mut FontBook::bundled().typesetter(), &text).size_px, 84.0);
}

#[test]
fn a_line_alone_is_not_cut_for_its_height() {
    // Burmese figures reach far below, its vowels far above: no word less would make the line lower.
    let steps = [Step { size_px: 40.0, lines: 1 }, Step { size_px: 28.0, lines: 1 }];
    let text = "မောင်မောင် · ၁၂ မတ် ၂၀၂၆";
    let asked = Text { text, style: style("my"), steps: &steps, width_px: 900.0, height_px: 36.0 };
    let fitted = fit(&mut FontBook::bundled().typesetter(), &asked);
    assert!(!fitted.cut && fitted.size_px == 28.0, "{:?}", fitted.lines_text());
}

#[test]
fn every_size_sets_a_text_alike() {
    // The lines at one size are those of another, scaled: the text is shaped once.
    let small = fit_width("Tide clocks: building one", "en", 42.0, 400.0).block;
    let large = fit_width("Tide clocks: building one", "en", 84.0, 800.0).block;
    for (small, large) in small.lines.iter().zip(&large.lines) {
        assert_eq!(small.text, large.text);
        assert!((small.width * 2.0 - large.width).abs() < 0.5, "{} {}", small.width, large.width);
    }
}

#[test]
fn tabular_figures_are_of_one_width() {
    let width = |text: &str, tabular: bool| {
        let steps = [Step { size_px: 60.0, lines: 1 }];
        let style = Style { tabular, ..style("en") };
        let text = Text { text, style, steps: &steps, width_px: 900.0, height_px: 200.0 };
        let block = fit(&mut FontBook::bundled().typesetter(), &text).block;
        let glyphs: Vec<f32> =
            block.lines[0].runs.iter().flat_map(|run| &run.glyphs).map(|glyph| glyph.x).collect();
        glyphs[glyphs.len() - 1] - glyphs[0]
    };
    assert!((width("11112", true) - width("00002", true)).abs() < 0.1);
    assert!(width("11112", false) + 10.0 < width("00002", false));
}

#[test]
fn tracking_is_for_latin_greek_and_cyrillic_only() {
    let width = |text: &str, tracking_em: f32| {
        let steps = [Step { size_px: 60.0, lines: 1 }];
        let style = Style { tracking_em, ..style("en") };
        let text = Text { text, style, steps: &steps, width_px: 1900.0, height_px: 200.0 };
        fit(&mut FontBook::bundled().typesetter(), &text).block.lines[0].width
    };
    assert!(width("Ёлки и μέλι", -0.02) + 5.0 < width("Ёлки и μέλι", 0.0));
    assert!((width("葉脈の地図", -0.02) - width("葉脈の地図", 0.0)).abs() < 0.01);
    assert!((width("مرحبا", -0.02) - width("مرحبا", 0.0)).abs() < 0.01);
    assert!(width("葉脈の地図 Tracking", -0.02) + 3.0 < width("葉脈の地図 Tracking", 0.0));
}
