//! Dates whose year has two digits, as Python's `dateutil` reads them for Pelican and Nikola.

use crate::model::Field;

/// Writes the year of a date out, where it has two digits: `28/05/14` is `2014-05-28`, and `06/12/14` is the 12th of June.
pub fn spell_out(field: &mut Option<Field<String>>) {
    if let Some(field) = field
        && let Some(text) = spelled_out(&field.value)
    {
        field.value = text;
    }
}

fn spelled_out(text: &str) -> Option<String> {
    let text = text.trim();
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let (day, rest) = text.split_at_checked(end)?;
    let separator = day.chars().find(|c| !c.is_ascii_digit()).filter(|c| "/-.".contains(*c))?;
    let parts: Vec<&str> = day.split(separator).collect();
    let [first, second, third] = parts.as_slice() else { return None };
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 2);
    let (first, second, third) = (number(first)?, number(second)?, number(third)?);
    // `dateutil.parser._ymd.resolve_ymd`, with the day neither first nor the year.
    let (year, month, day) = match first {
        32.. => (first, second, third),
        13..=31 => (third, second, first),
        _ => (third, first, second),
    };
    let year = if year < 70 { 2000 + year } else { 1900 + year };
    Some(format!("{year}-{month:02}-{day:02}{rest}"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

    use super::spelled_out;

    #[test]
    fn the_month_comes_first_unless_it_cannot() {
        let written = |text: &str| spelled_out(text).unwrap();
        assert_eq!(written("06/12/14 12:45:13 UTC-03:00"), "2014-06-12 12:45:13 UTC-03:00");
        assert_eq!(written("28/05/14"), "2014-05-28");
        assert_eq!(written("99-01-02"), "1999-01-02");
    }

    #[test]
    fn other_dates_stay_as_they_are() {
        for text in ["2014-05-28", "28/05/2014", "May 28, 14", "", "1/2", "a/b/c"] {
            assert_eq!(spelled_out(text), None, "{text}");
        }
    }
}
