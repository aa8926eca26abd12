use super::super::*;
use super::paris;
use chrono_tz::{America, Asia, Europe, Pacific};

#[test]
fn what_is_wrong_is_said_with_an_example() {
    for (text, expected) in [
        ("2023-13-40", "month 13; write it as `2023-12-31`"),
        ("2023-13-07", "month 13; write it as `2023-07-13`"),
        ("2023-00-07", "month 0; write it as `2023-01-07`"),
        ("2023-02-31", "2023-02 has no day 31; write it as `2023-02-28`"),
        ("2024-02-30", "2024-02 has no day 30; write it as `2024-02-29`"),
        ("Feb 29, 2023", "2023-02 has no day 29; write it as `2023-02-28`"),
        ("2023-06-00", "2023-06 has no day 0; write it as `2023-06-01`"),
        ("2023-05-06 25:00", "hour 25; write it as `2023-05-06 23:00`"),
        ("2023-05-06 24:00", "hour 24; write it as `2023-05-06 23:00`"),
        ("2023-05-06T10:60:00Z", "minute 60; write it as `2023-05-06 10:59`"),
        ("2023-05-06T10:10:61Z", "second 61; write it as `2023-05-06 10:10`"),
        ("2023-05-06T10:10:00+25:00", "offset +25:00; write it as `2023-05-06 10:10`"),
        ("10000-01-02", "year 10000; write it as `1000-01-02`"),
        ("0000-01-02", "year 0; write it as `2023-01-02`"),
        ("9999-12-31T23:00:00-05:00", "too far in time; write it as `9999-12-31 23:00`"),
        ("1694476800", "a bare number; write it as `2023-12-31`"),
        ("1694476800000", "a bare number; write it as `2023-12-31`"),
        ("1694476800.5", "a bare number; write it as `2023-12-31`"),
        ("12345678", "a bare number; write it as `2023-12-31`"),
        ("42", "a bare number; write it as `2023-12-31`"),
        ("2023", "no month; write it as `2023-01-01`"),
        ("2023-08", "no day; write it as `2023-08-01`"),
        ("March 2021", "no day; write it as `2021-03-01`"),
        ("03/2021", "no day; write it as `2021-03-01`"),
        ("Nov 18", "no year; write it as `2023-11-18`"),
        ("18 Nov", "no year; write it as `2023-11-18`"),
        ("November 18 at 10:00", "no year; write it as `2023-11-18`"),
        ("3/13/23", "a year of two digits; write it as `2023-03-13`"),
        ("18 Foo 2023", "`foo` is not a month; write it as `2023-12-31`"),
        ("2023-08-07 to 2023-08-09", "`to` after the date; write it as `2023-08-07`"),
        ("2023-08-07-09", "`-09` after the date; write it as `2023-08-07`"),
        ("2023/08/07 (Mon) 10:00", "`(Mon)` after the date; write it as `2023-08-07`"),
        ("2023-08-07 10:00 IST", "`IST` after the date; write it as `2023-08-07 10:00`"),
        ("", "nothing is written here; write it as `2023-12-31`"),
        ("  ", "nothing is written here; write it as `2023-12-31`"),
        ("yesterday", "no date in this text; write it as `2023-12-31`"),
        ("{{ date }}", "no date in this text; write it as `2023-12-31`"),
        ("10:30", "no date in this text; write it as `2023-12-31`"),
        ("true", "no date in this text; write it as `2023-12-31`"),
    ] {
        assert_eq!(paris(text), expected, "{text}");
    }
}

#[test]
fn labels_stay_short() {
    for text in ["2023-01-02 x".to_owned() + &"y".repeat(100), "9".repeat(190) + "-1-1", "1".repeat(5000)] {
        let Err(error) = read(&text, Asia::Tokyo) else { unreachable!("{text} is no date") };
        assert!(error.label.chars().count() < 50, "{}", error.label);
    }
}

#[test]
fn nothing_panics() {
    let pieces: Vec<&str> = "2023|-|/|.|:| |T|Z|+|12|31|0|99|10000|Nov|Sept.|th|Mon,|GMT|am\
        |p.m.|年|月|日|[|]|(|)|Europe/Paris|\u{301}|é|𝟙|\0|'|1|2|18446744073709551616|-0400|0530|9999|Feb|29|of|@|,|٣"
        .split('|')
        .collect();
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap_or(0)
    };
    let mut dates = 0;
    for _ in 0..100_000 {
        let end: String =
            (0..random(12)).map(|_| pieces.get(random(pieces.len())).copied().unwrap_or_default()).collect();
        let text =
            ["", "2023-03-26T02:30", "12 Nov 2023 "].get(random(3)).copied().unwrap_or_default().to_owned()
                + &end;
        let zone =
            [Europe::Paris, Pacific::Apia, America::Sao_Paulo].get(random(3)).copied().unwrap_or(Asia::Tokyo);
        if let Ok(written) = read(&text, zone) {
            assert!(!written.at.to_utc().to_rfc2822().is_empty());
            assert!(!written.at.to_rfc2822().is_empty());
            dates += 1;
        }
        in_path(&text);
    }
    assert!(dates > 100, "{dates}");
}
