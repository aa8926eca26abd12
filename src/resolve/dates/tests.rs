mod refused;

use super::*;
use chrono_tz::{America, Europe, Pacific};

/// The date as RFC 3339 has it, read in Paris.
fn paris(text: &str) -> String {
    match read(text, Europe::Paris) {
        Ok(written) => written.at.to_rfc3339(),
        Err(error) => format!("{}; {}", error.label, error.hint),
    }
}

#[track_caller]
fn all_read_as(expected: &str, texts: &[&str]) {
    for text in texts {
        assert_eq!(paris(text), expected, "{text}");
    }
}

#[test]
fn a_day_is_midnight_in_the_site_s_zone() {
    all_read_as(
        "2022-09-12T00:00:00+02:00",
        &[
            "2022-09-12",
            " 2022-09-12\n",
            "'2022-09-12'",
            "2022-9-12",
            "2022/09/12",
            "2022.09.12",
            "20220912",
            "2022–09–12",
            "2022 09 12",
            "２０２２年９月１２日",
            "2022年9月12日",
            "2022년 9월 12일",
            "2022. 9. 12.",
            "Sep 12, 2022",
            "Sept 12, 2022",
            "Sept. 12, 2022",
            "September 12, 2022",
            "september 12 2022",
            "SEPTEMBER 12TH, 2022",
            "September 12th, 2022",
            "Sep 12 2022",
            "Mon Sep 12 2022",
            "Monday, September 12, 2022",
            "12 Sep 2022",
            "12 September, 2022",
            "12th of September 2022",
            "12-Sep-2022",
            "2022-Sep-12",
            "2022 September 12",
            "12. September 2022",
            "12 septembre 2022",
            "12 de septiembre de 2022",
            "09/12/2022",
            "9/12/2022",
            "9-12-2022",
            "12.9.2022",
            "2022-09-12 Mon",
            "2022-09-12 (Mon)",
            "<2022-09-12 Mon>",
            "Mon, 12 Sep 22",
        ],
    );
    assert_eq!(read("2022-09-12", Europe::Paris).map(|written| written.day_only), Ok(true));
    assert_eq!(read("2022-09-12 0:00", Europe::Paris).map(|written| written.day_only), Ok(false));
}

#[test]
fn a_time_without_offset_is_in_the_site_s_zone() {
    all_read_as(
        "2016-06-13T02:05:00+02:00",
        &[
            "2016-6-13 2:05:00",
            "2016-06-13 02:05",
            "2016-06-13T02:05",
            "2016-06-13t02:05:00",
            "20160613T020500",
            "20160613T0205",
            "2016-06-13, 2:05 AM",
            "2016-06-13 - 02:05",
            "2016-06-13 Mon 02:05",
            "June 13, 2016 at 2:05 a.m.",
            "June 13th, 2016 2:05am",
            "6/13/2016, 2:05:00\u{202F}AM",
            "13 Jun 2016 02:05:00",
            "Mon Jun 13 02:05:00 2016",
            "2016-06-13 02:05 Europe/Paris",
            "2016-06-13T02:05[Europe/Paris]",
        ],
    );
    assert_eq!(paris("2016-06-13 02:05:00.25"), "2016-06-13T02:05:00.250+02:00");
}

#[test]
fn an_offset_that_is_written_is_kept() {
    for (text, expected) in [
        ("2021-08-07T15:32:14.999Z", "2021-08-07T15:32:14.999+00:00"),
        ("2021-08-07T15:32:14Z", "2021-08-07T15:32:14+00:00"),
        ("2021-08-07T15:32:14-05:00", "2021-08-07T15:32:14-05:00"),
        ("2021-08-07T15:32:14+0530", "2021-08-07T15:32:14+05:30"),
        ("2021-08-07 15:32:14 -0400", "2021-08-07T15:32:14-04:00"),
        ("2021-08-07 15:32:14 +05:30", "2021-08-07T15:32:14+05:30"),
        ("2021-08-07 15:32:14 +8", "2021-08-07T15:32:14+08:00"),
        ("2021-08-07 15:32:14−0400", "2021-08-07T15:32:14-04:00"),
        ("2021-08-07 15:32 GMT+8", "2021-08-07T15:32:00+08:00"),
        ("2021-08-07 15:32 UTC", "2021-08-07T15:32:00+00:00"),
        ("2021-08-07 15:32 GMT", "2021-08-07T15:32:00+00:00"),
        ("2021-08-07 3:32 PM PST", "2021-08-07T15:32:00-08:00"),
        ("1979-05-27T00:32:00.999999-07:00", "1979-05-27T00:32:00.999999-07:00"),
        ("1979-05-27 07:32:00Z", "1979-05-27T07:32:00+00:00"),
        ("20210304T101112Z", "2021-03-04T10:11:12+00:00"),
        ("2021-08-07T15:32+09:00[Asia/Tokyo]", "2021-08-07T15:32:00+09:00"),
        ("2021-08-07 15:32 America/New_York", "2021-08-07T15:32:00-04:00"),
        ("Tue, 12 Sep 2023 10:00:00 +0200", "2023-09-12T10:00:00+02:00"),
        ("12 Sep 2023 10:00:00 EST", "2023-09-12T10:00:00-05:00"),
        ("Mon Nov 25 20:23:46 +0000 2024", "2024-11-25T20:23:46+00:00"),
        ("Mon Nov 25 20:23:46 GMT 2024", "2024-11-25T20:23:46+00:00"),
        ("Mon Nov 25 20:23:46 2024 +0100", "2024-11-25T20:23:46+01:00"),
        ("2021-08-07Z", "2021-08-07T00:00:00+00:00"),
        ("2021-08-07-05:00", "2021-08-07T00:00:00-05:00"),
        ("2021-08-07T15:32:14-00:00", "2021-08-07T15:32:14+00:00"),
        ("Tue Sep 12 2023 00:00:00 GMT+0200 (Central European Summer Time)", "2023-09-12T00:00:00+02:00"),
    ] {
        assert_eq!(paris(text), expected, "{text}");
    }
}

#[test]
fn a_wrong_weekday_is_tolerated() {
    assert_eq!(paris("Fri, 12 Sep 2023 10:00:00 GMT"), "2023-09-12T10:00:00+00:00");
}

#[test]
fn months_and_days_of_numbers_follow_their_marks() {
    assert_eq!(paris("03/04/2023"), "2023-03-04T00:00:00+01:00");
    assert_eq!(paris("13/4/2023"), "2023-04-13T00:00:00+02:00");
    assert_eq!(paris("03/13/2023"), "2023-03-13T00:00:00+01:00");
    assert_eq!(paris("03.04.2023"), "2023-04-03T00:00:00+02:00");
    assert_eq!(paris("03.13.2023"), "2023-03-13T00:00:00+01:00");
}

#[test]
fn clocks_of_twelve_hours_turn_at_noon() {
    assert_eq!(paris("2023-01-02 12:30 AM"), "2023-01-02T00:30:00+01:00");
    assert_eq!(paris("2023-01-02 12:30 PM"), "2023-01-02T12:30:00+01:00");
    assert_eq!(paris("2023-01-02 11 p.m."), "2023-01-02T23:00:00+01:00");
    assert_eq!(paris("2023-01-02 13:30 PM"), "2023-01-02T13:30:00+01:00");
    assert_eq!(paris("2023-01-02 13:30 AM"), "hour 13 am; write it as `2023-01-02 12:30 am`");
}

#[test]
fn a_leap_second_is_the_second_before() {
    assert_eq!(paris("2016-12-31T23:59:60Z"), "2016-12-31T23:59:59+00:00");
}

#[test]
fn a_time_in_a_gap_is_the_moment_after_it() {
    let at = |text, zone| read(text, zone).map(|written| written.at.to_rfc3339());
    let after = |text: &str| Ok(text.to_owned());
    assert_eq!(at("2023-03-26 02:30", Europe::Paris), after("2023-03-26T03:00:00+02:00"));
    assert_eq!(at("2018-11-04", America::Sao_Paulo), after("2018-11-04T01:00:00-02:00"));
    assert_eq!(at("2011-12-30", Pacific::Apia), after("2011-12-31T00:00:00+14:00"));
}

#[test]
fn a_time_that_comes_twice_is_the_earlier() {
    assert_eq!(paris("2023-10-29 02:30"), "2023-10-29T02:30:00+02:00");
}

#[test]
fn offsets_before_standard_time_are_cut_to_minutes() {
    assert_eq!(paris("1850-05-06"), "1850-05-06T00:00:00+00:09");
}
