//! Dates and lengths as each language writes them (Unicode CLDR).

mod reading;
#[cfg(test)]
mod tests;
mod writing;

use chrono::NaiveDate;
use writing::with_writing;

/// The date in a language (BCP 47), in its long form and in the calendar of its readers: the Persian one in Persian, the
/// Buddhist one in Thai. Where the language is not known, as in ISO 8601.
pub fn date_text(date: NaiveDate, language: &str) -> String {
    with_writing(language, |writing| writing.date(date))
        .flatten()
        .unwrap_or_else(|| date.format("%Y-%m-%d").to_string())
}

/// How long a post takes to read: `5 min read`, `5 Min.`, `5分`.
pub fn reading_text(minutes: u32, language: &str) -> String {
    let number = minutes.to_string();
    let number = with_writing(language, |writing| writing.digits(&number)).unwrap_or(number);
    reading::pattern(language).replace("{0}", &number)
}
