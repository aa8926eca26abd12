//! Days that are in no calendar, which JavaScript counts on into the next month.

use chrono::{Days, NaiveDate};

/// `2017-02-29` as `2017-03-01`, as `js-yaml` and `Date` read it; nothing for days that exist, and for what is no date.
pub fn of(date: &str) -> Option<String> {
    let (day, rest) = date.split_at_checked(10)?;
    let mut parts = day.split('-');
    let (year, month, day) =
        (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse::<u32>().ok()?);
    if day > 31 || NaiveDate::from_ymd_opt(year, month, day).is_some() {
        return None;
    }
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let rolled = first.checked_add_days(Days::new(u64::from(day.checked_sub(1)?)))?;
    Some(format!("{rolled}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_too_many_is_the_first_of_the_next_month() {
        assert_eq!(of("2017-02-29").as_deref(), Some("2017-03-01"));
        assert_eq!(of("2021-04-31T10:00:00Z").as_deref(), Some("2021-05-01T10:00:00Z"));
        for other in ["2021-04-30", "2021-13-01", "2021-04-32", "2021-04-00", "yesterday, I", ""] {
            assert_eq!(of(other), None, "{other}");
        }
    }
}
