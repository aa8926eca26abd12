use super::{fit_in, fit_width, style};
use crate::typeset::{FontBook, Step, Text, fit};

#[test]
fn a_latin_text_is_as_high_as_its_capitals_whatever_its_accents_and_tails() {
    let height = |title| fit_width(title, "en", 100.0, 2000.0).block.trimmed_height();
    let capitals = height("HELLO");
    assert!((capitals - 72.7).abs() < 1.0, "{capitals}");
    assert!((height("Égypte, jaguar") - capitals).abs() < 0.1);
    assert!((height("Ålesund, Ústí") - capitals).abs() < 0.1);
    assert!((height("nose") - capitals).abs() < 0.1);
    assert!((height("Привет") - capitals).abs() < 0.1);
}

#[test]
fn two_accents_on_one_capital_are_the_top_of_the_text() {
    let height = |title| fit_width(title, "vi", 100.0, 2000.0).block.trimmed_height();
    assert!(height("ĐIỀU CẦN BIẾT") > height("DIEU CAN BIET") + 20.0);
}

#[test]
fn arabic_and_japanese_are_as_high_as_their_ink() {
    for (language, title) in [("ar", "مرحبًا"), ("ja", "雪国")] {
        let block = fit_width(title, language, 100.0, 2000.0).block;
        let line = &block.lines[0];
        assert!((line.top - block.trim_top).abs() < 0.1, "{title}: {} {}", line.top, block.trim_top);
        assert!((line.bottom - (block.height - block.trim_bottom)).abs() < 0.1, "{title}");
    }
}

#[test]
fn all_ink_is_inside_the_height_of_the_block() {
    for (language, title) in
        [("vi", "ĐƯỜNG LÊN ĐỈNH"), ("ar", "وصفة الكشري"), ("en", "Égypte, jaguar"), ("ja", "雪国")]
    {
        let block = fit_in(title, language).block;
        for line in &block.lines {
            assert!(
                line.top >= -0.01 && line.bottom <= block.height + 0.01,
                "{title}: {} {}",
                line.top,
                line.bottom
            );
        }
    }
}

#[test]
fn no_two_lines_touch() {
    let steps = [Step { size_px: 80.0, lines: 9 }];
    let narrow = crate::typeset::Style { leading_em: 0.8, ..style("en") };
    let text = Text {
        text: "jaguar\u{A0}gypsy ÉÂÊ\u{A0}ÉÉÉ",
        style: narrow,
        steps: &steps,
        width_px: 500.0,
        height_px: 900.0,
    };
    let block = fit(&mut FontBook::bundled().typesetter(), &text).block;
    assert_eq!(block.lines.len(), 2);
    assert!(block.lines[0].bottom < block.lines[1].top, "{} {}", block.lines[0].bottom, block.lines[1].top);
}

#[test]
fn arabic_has_more_leading_than_latin() {
    let pitch = |title, language| {
        let block = fit_width(title, language, 60.0, 400.0).block;
        block.lines[1].baseline - block.lines[0].baseline
    };
    assert!(pitch("الليلة التي انتظرنا فيها", "ar") > pitch("over some mean nouns on seas", "en") + 5.0);
}

#[test]
fn a_block_of_one_height_holds_its_trims() {
    let block = fit_in("Tide clocks", "en").block;
    assert!(block.trim_top > 0.0 && block.trim_bottom > 0.0 && block.trimmed_height() > 0.0);
}
