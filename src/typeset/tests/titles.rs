//! Real titles of real languages, in the boxes of three themes.

use super::super::breaks::Title;
use super::{HEIGHT, WIDTH, fit_box, style};
use crate::typeset::{Fitted, FontBook};

/// A photo card, a square and the half of a card.
const BOXES: [(f32, f32); 3] = [(WIDTH, HEIGHT), (1000.0, 700.0), (500.0, 500.0)];
/// What begins no line in any language.
const NOT_FIRST: &str = ",.;:!?)]}»”’…–—、。，．：；！？」』）》】ー々ゃゅょっャュョッ،؟؛।ๆฯ";

fn titles() -> Vec<(&'static str, &'static str)> {
    let table = include_str!("../../../tests/data/titles.tsv");
    table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t')).collect()
}

/// Every title in a box, with what of it the fonts have.
fn each(width: f32, height: f32) -> Vec<(&'static str, String, Fitted)> {
    let book = FontBook::bundled();
    let set = |(language, title): (&'static str, &'static str)| {
        let shown = Title::read(title, &book.missing(title), language).text;
        (language, shown, fit_box(title, &style(language), width, height))
    };
    titles().into_iter().map(set).collect()
}

#[test]
fn there_are_titles_enough_in_languages_enough() {
    let mut languages: Vec<&str> = titles().iter().map(|(language, _)| *language).collect();
    languages.sort_unstable();
    languages.dedup();
    assert!(titles().len() >= 200 && languages.len() >= 30, "{} {}", titles().len(), languages.len());
}

#[test]
fn no_real_title_is_cut_or_loses_a_letter() {
    for (width, height) in BOXES {
        for (_, shown, fitted) in each(width, height) {
            assert!(!fitted.cut, "{width}: {:?}", fitted.lines_text());
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            assert_eq!(letters(&fitted.lines_text().concat()), letters(&shown));
        }
    }
}

#[test]
fn no_real_title_leaves_its_box() {
    for (width, height) in BOXES {
        for (_, shown, fitted) in each(width, height) {
            let block = &fitted.block;
            assert!(block.trimmed_height() <= height + 0.6, "{shown}: {}", block.trimmed_height());
            for line in &block.lines {
                let (left, right) =
                    (line.left + line.hangs.0.max(0.0), line.left + line.width - line.hangs.1.max(0.0));
                assert!(left >= -2.0 && right <= width + 2.0, "{shown}: {left} {right}");
            }
        }
    }
}

#[test]
fn no_line_of_a_real_title_begins_with_a_mark_that_ends_something() {
    for (width, height) in BOXES {
        for (_, shown, fitted) in each(width, height) {
            for line in fitted.lines_text() {
                // A `’` begins a line where it stands for a letter, a `.` where it begins a name.
                if !line.contains(char::is_alphanumeric) {
                    continue;
                }
                let word = line.chars().nth(1).is_some_and(char::is_alphabetic);
                let begins_word = line.starts_with(['’', '.', '»']) && word;
                assert!(
                    begins_word || !line.starts_with(|c| NOT_FIRST.contains(c)),
                    "{width}: {shown}: {line}"
                );
            }
        }
    }
}

#[test]
fn a_lone_short_word_in_the_last_line_is_rare() {
    // Narrow boxes force some; a card's width forces none.
    for ((width, height), most) in BOXES.into_iter().zip([0, 0, 9]) {
        let mut widows = Vec::new();
        for (language, _, fitted) in each(width, height) {
            let lines = fitted.lines_text();
            let (Some(last), Some(line)) = (lines.last(), fitted.block.lines.last()) else { continue };
            let spaced = !["th", "km", "lo", "my", "ja", "zh-Hans", "zh-Hant"].contains(&language);
            if spaced && lines.len() > 1 && !last.contains(' ') && line.width < 0.5 * fitted.block.width() {
                widows.push((*last).to_owned());
            }
        }
        assert!(widows.len() <= most, "{width}: {widows:?}");
    }
}

#[test]
fn few_lines_of_real_titles_end_on_an_article_or_a_preposition() {
    // Where a line holds two words, one in ten cannot do otherwise.
    for ((width, height), most) in BOXES.into_iter().zip([0.03, 0.03, 0.11]) {
        let mut ends = Vec::new();
        let mut all = 0;
        for (language, shown, fitted) in each(width, height) {
            let read = Title::read(&shown, &[], language);
            let mut at = 0;
            for line in fitted.lines_text().iter().rev().skip(1).rev() {
                all += 1;
                at += shown.get(at..).and_then(|rest| rest.find(line.trim_end_matches('-'))).unwrap_or(0)
                    + line.len();
                let place = read.breaks.iter().find(|place| place.end == at);
                if place.is_some_and(|place| (12.0..30.0).contains(&place.cost)) {
                    ends.push((*line).to_owned());
                }
            }
        }
        assert!(ends.len() as f32 <= most * all as f32, "{width}: {} of {all}: {ends:?}", ends.len());
    }
}

#[test]
fn no_glyph_of_a_real_title_is_a_box() {
    for (_, shown, fitted) in each(WIDTH, HEIGHT) {
        let glyphs = fitted.block.lines.iter().flat_map(|line| &line.runs).flat_map(|run| &run.glyphs);
        assert!(glyphs.into_iter().all(|glyph| glyph.id != 0), "{shown}");
    }
}

#[test]
fn a_title_is_set_alike_twice() {
    let once = |_| {
        format!(
            "{:?}",
            each(500.0, 500.0).into_iter().map(|(_, _, fitted)| fitted.block.lines).collect::<Vec<_>>()
        )
    };
    let [first, second] = [1, 2].map(once);
    // Fonts are told apart by numbers that each book gives anew.
    let without_ids = |text: String| {
        text.split("FontHandle(")
            .map(|part| part.split_once(", face").map_or(part, |(_, rest)| rest).to_owned())
            .collect::<String>()
    };
    assert!(without_ids(first) == without_ids(second));
}
