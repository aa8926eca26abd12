use super::super::tidy::tidy;
use super::fit_in;
use crate::typeset::FontBook;

#[test]
fn spaces_and_line_breaks_are_folded() {
    assert_eq!(tidy("  a \t\n b\r\n\r\nc\u{2003}d  ", &[]), "a b c d");
    assert_eq!(tidy("a \u{A0} b", &[]), "a\u{A0}b");
    assert_eq!(tidy("第3章\u{3000}夜", &[]), "第3章\u{3000}夜");
}

#[test]
fn control_characters_and_stand_ins_are_left_out() {
    assert_eq!(tidy("a\u{0}b\u{7}c\u{FEFF}d\u{FFFD}e\u{85}f", &[]), "abcde f");
}

#[test]
fn a_mark_without_a_letter_is_left_out() {
    assert_eq!(tidy("\u{301}a \u{301}b", &[]), "a b");
    assert_eq!(tidy("e\u{301}", &[]), "e\u{301}");
    assert_eq!(tidy("ကောင်း", &[]), "ကောင်း");
}

#[test]
fn emoji_sequences_flags_and_skin_tones_are_whole() {
    for whole in ["👩‍🚀", "🇩🇪", "👍🏽", "⚠️", "1️⃣", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"]
    {
        assert_eq!(tidy(whole, &[]), whole);
        let title = format!("a {whole} b");
        let read = super::Title::read(&title, &[], "en");
        let inside = |place: usize| place > 2 && place < 2 + whole.len();
        assert!(read.breaks.iter().chain(&read.inner).all(|place| !inside(place.start)), "{whole}");
    }
}

#[test]
fn what_no_font_has_is_left_out_as_people_see_it() {
    assert_eq!(tidy("Party 🎉 time", &['🎉']), "Party time");
    assert_eq!(tidy("Done 🎉!", &['🎉']), "Done!");
    assert_eq!(tidy("a 👍🏽 b", &['👍']), "a b");
    assert_eq!(tidy("a 👩‍🚀 b", &['🚀']), "a 👩 b");
    assert_eq!(tidy("1️⃣ b", &['\u{20E3}']), "1 b");
    assert_eq!(tidy("🇩🇪 b", &['🇪']), "b");
    assert_eq!(tidy("x\u{35B}y", &['\u{35B}']), "xy");
}

#[test]
fn joiners_of_persian_are_kept() {
    assert_eq!(tidy("برنامه‌نویسی", &[]), "برنامه‌نویسی");
}

#[test]
fn a_character_that_no_font_has_is_named_and_never_drawn() {
    let book = FontBook::bundled();
    assert_eq!(book.missing("ok \u{13000}\u{FE0F} éß"), ['\u{13000}']);
    let fitted = fit_in("Party \u{13000} time", "en");
    assert_eq!(fitted.lines_text(), ["Party time"]);
    let glyphs = fitted.block.lines.iter().flat_map(|line| &line.runs).flat_map(|run| &run.glyphs);
    assert!(glyphs.into_iter().all(|glyph| glyph.id != 0));
}

#[test]
fn a_title_of_nothing_has_no_lines() {
    for nothing in ["", "  \n", "\u{200B}\u{FEFF}", "\u{13000}"] {
        let fitted = fit_in(nothing, "en");
        assert!(
            !fitted.cut && fitted.lines_text().concat().trim_matches('\u{200B}').is_empty(),
            "{nothing:?}"
        );
    }
}
