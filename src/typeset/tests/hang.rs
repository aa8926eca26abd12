use super::{HEIGHT, WIDTH, fit_box, fit_in, fit_width, style};
use crate::typeset::{Align, Block};

fn left(block: &Block, line: usize) -> f32 {
    block.lines[line].left
}

fn right(block: &Block, line: usize) -> f32 {
    block.lines[line].left + block.lines[line].width
}

#[test]
fn the_first_stem_of_every_line_stands_on_the_edge() {
    let fitted = fit_in("How I learned to Hear the Borrow checker and Like it very much", "en");
    assert!(fitted.block.lines.len() > 1);
    for line in &fitted.block.lines {
        assert!(line.left.abs() < 0.1, "{}: {}", line.text, line.left);
    }
}

#[test]
fn round_and_pointed_letters_stand_a_little_outside_the_edge() {
    let outside = |title| left(&fit_in(title, "en").block, 0);
    assert!(outside("Orbit") < -0.5 && outside("Orbit") > -2.0);
    assert!(outside("Tide") < -0.5 && outside("Tide") > -2.0);
}

#[test]
fn an_opening_quotation_mark_hangs_before_the_edge() {
    for title in ["“Move fast”", "‘It depends’", "„Das Ende“", "\"Straight\"", "(Brackets)"] {
        let fitted = fit_in(title, "en");
        let line = &fitted.block.lines[0];
        assert!(line.left < -8.0 && line.left > -0.63 * fitted.size_px, "{title}: {}", line.left);
        assert!((line.left + line.hangs.0).abs() < 2.0, "{title}: {:?}", line.hangs);
    }
}

#[test]
fn guillemets_are_as_wide_as_letters_and_stand_on_the_edge() {
    for (language, title) in [("fr", "« Le code »"), ("es", "«La memoria»"), ("de", "»Neu«")] {
        assert!(left(&fit_in(title, language).block, 0).abs() < 0.1, "{title}");
    }
}

#[test]
fn in_arabic_and_hebrew_marks_hang_on_the_right() {
    for (language, title) in [("he", "(ולמה השקיעה אדומה)"), ("ar", "“تولستوي” رواية")]
    {
        let fitted = fit_in(title, language);
        assert!(right(&fitted.block, 0) > WIDTH + 8.0, "{title}: {}", right(&fitted.block, 0));
        assert!(right(&fitted.block, 0) < WIDTH + 0.63 * fitted.size_px);
    }
}

#[test]
fn the_empty_half_of_a_full_width_bracket_hangs() {
    let fitted = fit_in("「待つ」という技術", "ja");
    assert!(left(&fitted.block, 0).abs() < 0.1, "{}", left(&fitted.block, 0));
}

#[test]
fn marks_at_the_end_hang_where_lines_are_flush_there() {
    let flush = |title: &str| {
        let style = crate::typeset::Style { align: Align::End, ..style("en") };
        let fitted = fit_box(title, &style, WIDTH, HEIGHT);
        right(&fitted.block, 0)
    };
    assert!((flush("On being human") - WIDTH).abs() < 0.1);
    assert!(flush("On being human.") > WIDTH + 5.0);
    assert!(flush("“On being human”") > WIDTH + 5.0);
}

#[test]
fn a_centred_line_is_centred_without_its_quotation_marks_and_stops() {
    let style = crate::typeset::Style { align: Align::Center, ..style("en") };
    let middle_of_ink = |title: &str| {
        let block = fit_box(title, &style, WIDTH, HEIGHT).block;
        (left(&block, 0) + right(&block, 0)) / 2.0 - WIDTH / 2.0
    };
    assert!(middle_of_ink("minimum").abs() < 0.6);
    assert!(middle_of_ink("minimum.") > 5.0);
    assert!(middle_of_ink("“minimum”").abs() < 2.0);
}

#[test]
fn what_hangs_at_the_end_does_not_make_a_line_too_long() {
    let style = crate::typeset::Style { align: Align::End, ..style("en") };
    assert!(
        !fit_box("“Move fast and break things” was never (really) good: “advice.”", &style, 800.0, HEIGHT)
            .cut
    );
}

#[test]
fn nothing_stands_out_of_the_box_but_what_hangs() {
    for width in (400..1100).step_by(50) {
        let block =
            fit_width("“Why” the (old) quick brown fox jumps: over “the lazy” dog", "en", 60.0, width as f32)
                .block;
        for line in &block.lines {
            assert!(line.left + line.width <= width as f32 + 0.6, "{width}: {}", line.text);
        }
    }
}
