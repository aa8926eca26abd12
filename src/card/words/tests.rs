use super::{date_text, reading_text};
use chrono::NaiveDate;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 2, 11).unwrap()
}

#[test]
fn a_region_decides_the_order_of_a_date() {
    for (language, text) in [
        ("en", "11 February 2026"),
        ("EN", "11 February 2026"),
        ("en-US", "February 11, 2026"),
        ("en-us", "February 11, 2026"),
        ("en-GB", "11 February 2026"),
        ("fr-CA", "11 février 2026"),
        ("pt", "11 de fevereiro de 2026"),
        ("zh-TW", "2026年2月11日"),
        ("ko", "2026년 2월 11일"),
        ("hu", "2026. február 11."),
    ] {
        assert_eq!(date_text(day(), language), text, "{language}");
    }
}

#[test]
fn a_date_is_in_the_calendar_of_those_who_read_it() {
    for (language, text) in [
        ("fa", "۲۲ بهمن ۱۴۰۴"),
        ("fa-AF", "۲۲ دلو ۱۴۰۴"),
        ("th", "11 กุมภาพันธ์ 2569"),
        ("ar", "11 فبراير 2026"),
        ("ar-EG", "١١ فبراير ٢٠٢٦"),
        ("ar-SA", "١١ فبراير ٢٠٢٦"),
        ("ja", "2026年2月11日"),
        ("he", "11 בפברואר 2026"),
        ("hi", "11 फ़रवरी, 2026"),
        ("my", "၂၀၂၆ ဖေဖော်ဝါရီ ၁၁"),
    ] {
        assert_eq!(date_text(day(), language), text, "{language}");
    }
}

#[test]
fn a_calendar_for_which_a_language_has_no_words_is_not_used() {
    assert_eq!(date_text(day(), "en-TH"), "February 11, 2026");
    assert!(!date_text(day(), "ps").contains("AP"));
}

#[test]
fn a_language_that_nobody_knows_writes_as_in_iso_8601() {
    for language in ["xx", "", "-", "tlh", "i-klingon", "not a language", "日本語"] {
        assert_eq!(date_text(day(), language), "2026-02-11", "{language}");
    }
    let far = NaiveDate::from_ymd_opt(200_000, 1, 2).unwrap();
    assert_eq!(date_text(far, "en"), "+200000-01-02");
}

#[test]
fn what_cannot_be_read_of_a_tag_is_left_out() {
    assert_eq!(date_text(day(), "de-nonsensical-subtag"), "11. Februar 2026");
    assert_eq!(date_text(day(), "tl"), date_text(day(), "fil"));
    assert_eq!(date_text(day(), "iw"), date_text(day(), "he"));
}

#[test]
fn a_date_holds_no_space_that_fonts_lack() {
    assert_eq!(date_text(day(), "ru"), "11 февраля 2026\u{A0}г.");
}

#[test]
fn languages_in_turn_do_not_take_each_other_s_words() {
    let languages: Vec<String> = ["en", "de", "ja", "xx"]
        .iter()
        .map(|tag| (*tag).to_owned())
        .chain((0..200).map(|n| format!("fr-x-a{n}")))
        .collect();
    let once: Vec<String> = languages.iter().map(|language| date_text(day(), language)).collect();
    let again: Vec<String> = languages.iter().map(|language| date_text(day(), language)).collect();
    assert_eq!(once, again);
    assert_eq!(once[..4], ["11 February 2026", "11. Februar 2026", "2026年2月11日", "2026-02-11"]);
    assert!(once[4..].iter().all(|text| text == "11 février 2026"));
}

#[test]
fn minutes_are_written_as_in_their_language() {
    for (language, text) in [
        ("en", "5 min read"),
        ("en-AU", "5 min read"),
        ("es", "5 min"),
        ("de", "5 Min."),
        ("ja", "5分"),
        ("zh-Hans-CN", "5分钟"),
        ("zh-Hant-HK", "5分鐘"),
        ("zh-TW", "5分鐘"),
        ("ru", "5 мин"),
        ("sr-Latn-RS", "5 min"),
        ("he", "5 דק׳"),
        ("ar", "5 د"),
        ("ar-EG", "٥ د"),
        ("fa", "۵ دقیقه"),
        ("mr", "५ मिनि"),
        ("xx", "5 min"),
        ("", "5 min"),
    ] {
        assert_eq!(reading_text(5, language), text, "{language}");
    }
    assert_eq!(reading_text(1203, "bn"), "১২০৩ মিনিট");
}
