//! One language's dates and digits, kept so that they are looked up once and not for every post.

use chrono::{Datelike, NaiveDate};
use icu_datetime::fieldsets::{D, YMD};
use icu_datetime::input::Date;
use icu_datetime::preferences::CalendarAlgorithm;
use icu_datetime::{DateTimeFormatter, DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter};
use std::cell::RefCell;

/// More languages than any site has; a folder of nonsense must not fill the memory.
const KEPT: usize = 64;

/// Codes that ISO 639 gave up or that CLDR knows by another: what is written, and what is meant.
const OTHER_CODES: &[(&str, &str)] = &[("in", "id"), ("iw", "he"), ("ji", "yi"), ("mo", "ro"), ("tl", "fil")];

/// How a language writes.
pub struct Writing {
    dates: DateTimeFormatter<YMD>,
    /// The digit nought; the others follow it (Unicode, section 4.6).
    nought: char,
}

thread_local! {
    static WRITINGS: RefCell<Vec<(String, Option<Writing>)>> = const { RefCell::new(Vec::new()) };
}

/// What `make` makes of a language's writing; nothing for a language that CLDR does not know.
pub fn with_writing<T>(language: &str, make: impl FnOnce(&Writing) -> T) -> Option<T> {
    WRITINGS.with_borrow_mut(|writings| {
        if !writings.iter().any(|(known, _)| known == language) {
            if writings.len() >= KEPT {
                writings.clear();
            }
            writings.push((language.to_owned(), Writing::of(language)));
        }
        let writing = writings.iter().find(|(known, _)| known == language)?.1.as_ref()?;
        Some(make(writing))
    })
}

impl Writing {
    /// Of a BCP 47 tag; subtags that cannot be read are left out.
    fn of(language: &str) -> Option<Self> {
        let mut tag = language;
        let preferences = loop {
            match preferences(tag) {
                Some(preferences) => break preferences,
                None => tag = tag.rsplit_once('-')?.0,
            }
        };
        let dates = DateTimeFormatter::try_new(preferences, YMD::long()).ok()?;
        let root = DateTimeFormatter::try_new(DateTimeFormatterPreferences::default(), YMD::long()).ok()?;
        // What CLDR does not know it writes as its root does: `2026 M02 11`.
        let sample = Date::try_new_iso(2026, 2, 11).ok()?;
        if dates.format(&sample).to_string() == root.format(&sample).to_string() {
            return None;
        }
        let days = FixedCalendarDateTimeFormatter::try_new(preferences, D::short()).ok()?;
        let first = days.format(&Date::try_new_gregorian(2026, 2, 1).ok()?).to_string();
        let one = first.chars().find(|c| c.is_numeric())?;
        Some(Self { dates, nought: char::from_u32(u32::from(one) - 1)? })
    }

    /// The long form of a date; nothing for years that no calendar is computed for.
    pub fn date(&self, date: NaiveDate) -> Option<String> {
        let month = u8::try_from(date.month()).ok()?;
        let day = u8::try_from(date.day()).ok()?;
        let date = Date::try_new_iso(date.year(), month, day).ok()?;
        // Few fonts have the narrow no-break space.
        Some(self.dates.format(&date).to_string().replace('\u{202F}', "\u{A0}"))
    }

    /// A number with the language's digits.
    pub fn digits(&self, number: &str) -> String {
        let digit = |c: char| Some(u32::from(self.nought) + c.to_digit(10)?).and_then(char::from_u32);
        number.chars().map(|c| digit(c).unwrap_or(c)).collect()
    }
}

/// What CLDR is asked for by a tag, where it is one.
fn preferences(tag: &str) -> Option<DateTimeFormatterPreferences> {
    let (primary, rest) = tag.split_once('-').map_or((tag, None), |(primary, rest)| (primary, Some(rest)));
    let primary = primary.to_ascii_lowercase();
    let meant = OTHER_CODES.iter().find(|(old, _)| *old == primary).map_or(primary.as_str(), |(_, new)| new);
    let locale = match (meant, rest) {
        // CLDR takes `en` for that of the United States; who writes no region writes for the world.
        ("en", None) => "en-001".parse(),
        (meant, None) => meant.parse(),
        (meant, Some(rest)) => format!("{meant}-{rest}").parse(),
    };
    let locale = locale.ok()?;
    let (Ok(mut preferences) | Err(mut preferences)) =
        DateTimeFormatterPreferences::from_locale_strict(&locale);
    // A region's own calendar, where its language has words for it: Pashto, or English in Thailand, would get
    // the root's abbreviations of eras.
    if preferences.calendar_algorithm.is_none() && !matches!(meant, "fa" | "th") {
        preferences.calendar_algorithm = Some(CalendarAlgorithm::Gregory);
    }
    Some(preferences)
}
