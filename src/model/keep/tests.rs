#![allow(clippy::unwrap_used)]

use super::*;

#[test]
fn lengths_of_time_are_read_as_people_write_them() {
    for (text, keep) in [
        ("90", Some(Keep::Days(90))),
        ("90 days", Some(Keep::Days(90))),
        ("1 Day", Some(Keep::Days(1))),
        ("2weeks", Some(Keep::Days(14))),
        ("6 months", Some(Keep::Days(180))),
        ("1 year", Some(Keep::Days(365))),
        ("0", Some(Keep::No)),
        ("false", Some(Keep::No)),
        ("forever", Some(Keep::Forever)),
        ("true", Some(Keep::Forever)),
        ("", None),
        ("soon", None),
        ("-3 days", None),
        ("3 fortnights", None),
        ("99999999999 years", None),
    ] {
        assert_eq!(Keep::parse(text), keep, "{text}");
    }
}

#[test]
fn a_card_is_kept_until_its_days_are_over() {
    let at = |text| DateTime::parse_from_rfc3339(text).unwrap();
    let since = at("2026-01-01T12:00:00Z");
    assert!(Keep::Days(2).holds(since, at("2026-01-03T11:59:59Z")));
    assert!(!Keep::Days(2).holds(since, at("2026-01-03T12:00:00Z")));
    assert!(Keep::Forever.holds(since, at("2999-01-01T00:00:00Z")));
    assert!(!Keep::No.holds(since, since));
}
