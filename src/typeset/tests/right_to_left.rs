use super::{WIDTH, fit_in, style};
use crate::typeset::{FontBook, Step, Style, Text, fit};

#[test]
fn arabic_begins_at_the_right_edge() {
    let fitted = fit_in("الليلة التي انتظرنا فيها الشفق القطبي على الجزيرة البعيدة مع الأصدقاء", "ar");
    assert!(fitted.block.rtl && fitted.block.lines.len() > 1);
    for line in &fitted.block.lines {
        assert!((line.left + line.width - WIDTH).abs() < 1.0, "{} + {}", line.left, line.width);
    }
}

#[test]
fn the_first_letter_of_a_title_says_from_where_it_runs_unless_the_style_does() {
    assert!(fit_in("«مرحبًا» Rust", "en").block.rtl);
    assert!(!fit_in("Rust مرحبًا", "ar").block.rtl);
    let style = Style { rtl: Some(true), ..style("ar") };
    let steps = [Step { size_px: 60.0, lines: 2 }];
    let text = Text { text: "Rust مرحبًا", style, steps: &steps, width_px: WIDTH, height_px: 300.0 };
    assert!(fit(&mut FontBook::bundled().typesetter(), &text).block.rtl);
}

#[test]
fn a_latin_name_and_a_number_stand_in_the_order_of_the_eye_in_an_arabic_title() {
    // Logically: Arabic, `Rust`, Arabic, `30`; from the right: Arabic, then Rust, then 30.
    let fitted = fit_in("بلغة Rust في 30 يوما", "ar");
    let line = &fitted.block.lines[0];
    let latin: Vec<f32> = line
        .runs
        .iter()
        .filter(|run| (*run.font.bytes).as_ref().len() == line.runs[1].font.bytes.as_ref().as_ref().len())
        .flat_map(|run| run.glyphs.iter().map(|glyph| glyph.x))
        .collect();
    assert!(!latin.is_empty());
    assert_eq!(fitted.lines_text(), ["بلغة Rust في 30 يوما"]);
    // `R` is left of `t`: the name itself runs from the left.
    let rust = line.runs.iter().find(|run| run.glyphs.len() == 4).expect("the four letters of Rust");
    assert!(rust.glyphs.windows(2).all(|pair| pair[0].x < pair[1].x));
}

#[test]
fn isolates_are_kept() {
    let with = fit_in("\u{2068}Rust\u{2069} · \u{2068}مرحبا\u{2069} · 2026", "en");
    assert!(!with.block.rtl && with.lines_text()[0].contains('\u{2068}'));
    assert!(
        with.block
            .lines
            .iter()
            .flat_map(|line| &line.runs)
            .flat_map(|run| &run.glyphs)
            .all(|glyph| glyph.id != 0)
    );
}

#[test]
fn the_space_at_the_end_of_a_line_takes_no_room_inside_it() {
    // The line ends behind a Latin word, which stands at its left; its space must not come between the word and the Arabic.
    let gap = |text: &str, width_px: f32| {
        let steps = [Step { size_px: 60.0, lines: 3 }];
        let text = Text { text, style: style("ar"), steps: &steps, width_px, height_px: 400.0 };
        fit(&mut FontBook::bundled().typesetter(), &text).block.lines[0].width
    };
    let (whole, broken) = (gap("مراجعة iPhone", 900.0), gap("مراجعة iPhone Wonderful", 450.0));
    assert!((whole - broken).abs() < 0.1, "{whole} {broken}");
}
