//! Titles, set: each test is one thing that typographers ask for.

mod breaks;
mod chinese_japanese;
mod code;
mod cut;
mod hang;
mod height;
mod right_to_left;
mod sizes;
mod tidy;
mod titles;
mod without_spaces;

use super::breaks::Title;
use super::{Align, Family, Fitted, FontBook, Step, Style, Text, fit as fit_text};
use crate::scene::Color;

/// The box of a photo card's title.
const WIDTH: f32 = 1072.0;
const HEIGHT: f32 = 390.0;
const STEPS: [(f32, usize); 8] =
    [(84.0, 3), (76.0, 3), (68.0, 3), (60.0, 3), (60.0, 4), (54.0, 4), (48.0, 4), (44.0, 5)];

fn style(language: &str) -> Style<'_> {
    Style {
        family: Family::Sans,
        weight: 700.0,
        size_px: 84.0,
        tracking_em: -0.02,
        leading_em: 1.1,
        color: Color::WHITE,
        align: Align::Start,
        language,
        rtl: None,
        tabular: false,
        break_words: false,
    }
}

fn steps(extra_lines: usize) -> Vec<Step> {
    STEPS.iter().map(|&(size_px, lines)| Step { size_px, lines: lines + extra_lines }).collect()
}

/// In the box of a photo card.
fn fit_in(title: &str, language: &str) -> Fitted {
    fit_box(title, &style(language), WIDTH, HEIGHT)
}

fn fit_box(title: &str, style: &Style<'_>, width_px: f32, height_px: f32) -> Fitted {
    let steps = steps(if width_px < 700.0 { 2 } else { 0 });
    let text = Text { text: title, style: *style, steps: &steps, width_px, height_px };
    fit_text(&mut FontBook::bundled().typesetter(), &text)
}

/// At one size, in a box so high that only the width counts.
fn fit_width(title: &str, language: &str, size_px: f32, width_px: f32) -> Fitted {
    let steps = [Step { size_px, lines: 20 }];
    let text = Text { text: title, style: style(language), steps: &steps, width_px, height_px: 4000.0 };
    fit_text(&mut FontBook::bundled().typesetter(), &text)
}

fn lines(fitted: &Fitted) -> Vec<String> {
    fitted.lines_text().into_iter().map(str::to_owned).collect()
}

/// What it costs to break a title behind `before`; nothing where it cannot break there.
fn cost(title: &str, before: &str, language: &str) -> Option<f32> {
    let read = Title::read(title, &[], language);
    assert!(read.text.starts_with(before), "{} begins with {before}", read.text);
    read.breaks.iter().find(|place| place.end == before.len()).map(|place| place.cost)
}

/// Whether breaking behind `better` hurts less than breaking behind `worse`.
fn better(title: &str, language: &str, better: &str, worse: &str) -> bool {
    let of = |before| cost(title, before, language).unwrap_or(f32::INFINITY);
    of(better) < of(worse)
}
