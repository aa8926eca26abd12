//! The address that a framework's rule gives a post, while the post's date is not known yet.

use chrono::format::{Item, StrftimeItems};
use chrono::{DateTime, FixedOffset, NaiveDateTime, Utc};
use chrono_tz::Tz;
use std::fmt::Write as _;
use std::sync::Arc;

/// Where a post is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// A path below the site's root, decoded; a slash at its end stays.
    Path { parts: Vec<RoutePart>, clock: RouteClock },
    /// A whole address that the post itself names.
    Address(String),
}

/// A piece of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoutePart {
    Text(String),
    /// The day of publication in this form, as `strftime` writes it: `%Y`, `%m`, `%-d`, `%B`. Names are English.
    Date(String),
    /// The same in lower case, as `%B` stands in many addresses.
    LowerDate(String),
}

/// By which clock a date is written into an address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RouteClock {
    /// The one that the post's date was written by.
    #[default]
    Own,
    /// That of the site's zone.
    Site,
    Utc,
}

/// What gave a post its address, for those who ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouteRule {
    /// In words, such as ``permalinks.posts is `/:year/:slug/` ``.
    pub text: Arc<str>,
    /// Where it stands, relative to the site, with the line, from 1; nothing for a convention.
    pub place: Option<(Arc<str>, u32)>,
    /// Whether the rule stands in files or is the framework's own; else it is a guess, to be held against evidence.
    pub is_sure: bool,
    /// Whether a guess that nothing speaks against needs no word.
    pub is_usual: bool,
}

impl Default for RouteRule {
    fn default() -> Self {
        Self::convention("the path of the file")
    }
}

impl RouteRule {
    /// A rule of the framework itself.
    pub fn convention(text: &str) -> Self {
        Self { text: text.into(), place: None, is_sure: true, is_usual: true }
    }

    /// A rule that stands in a file of the site.
    pub fn stated(text: &str, file: &str, line: u32) -> Self {
        Self { text: text.into(), place: Some((file.into(), line)), is_sure: true, is_usual: true }
    }

    /// What is usual where the site's code decides, which is never run.
    pub fn guess(text: &str) -> Self {
        Self { text: text.into(), place: None, is_sure: false, is_usual: false }
    }

    /// What anybody would take for the address where there is no framework.
    pub fn usual(text: &str) -> Self {
        Self { is_usual: true, ..Self::guess(text) }
    }
}

impl Default for Route {
    fn default() -> Self {
        Self::path(String::new())
    }
}

impl Route {
    /// A path in which no date stands.
    pub fn path(path: impl Into<String>) -> Self {
        Self::Path { parts: vec![RoutePart::Text(path.into())], clock: RouteClock::Own }
    }

    /// A path in pieces.
    pub fn parts(parts: Vec<RoutePart>, clock: RouteClock) -> Self {
        Self::Path { parts, clock }
    }

    /// The path of a pattern such as `/:year/:month/:title/`. `value` says what stands for a name (without its colon);
    /// for none, the name itself stays.
    pub fn pattern(
        pattern: &str,
        clock: RouteClock,
        value: &mut dyn FnMut(&str) -> Option<RoutePart>,
    ) -> Self {
        let mut parts = Vec::new();
        let mut text = String::new();
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once(':') {
            text.push_str(before);
            let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(after.len());
            let (name, tail) = after.split_at_checked(end).unwrap_or((after, ""));
            match value(name) {
                Some(RoutePart::Text(value)) => text.push_str(&value),
                Some(date) => {
                    parts.push(RoutePart::Text(std::mem::take(&mut text)));
                    parts.push(date);
                }
                None => {
                    text.push(':');
                    text.push_str(name);
                }
            }
            rest = tail;
        }
        text.push_str(rest);
        parts.push(RoutePart::Text(text));
        Self::Path { parts, clock }
    }

    /// The path for a post of this date; nothing for a whole address.
    pub fn at(&self, date: DateTime<FixedOffset>, zone: Tz) -> Option<String> {
        let Self::Path { parts, clock } = self else { return None };
        let local = match clock {
            RouteClock::Own => date.naive_local(),
            RouteClock::Site => date.with_timezone(&zone).naive_local(),
            RouteClock::Utc => date.with_timezone(&Utc).naive_local(),
        };
        let mut path = String::new();
        for part in parts {
            match part {
                RoutePart::Text(text) => path.push_str(text),
                RoutePart::Date(form) => path.push_str(&written(local, form)),
                RoutePart::LowerDate(form) => path.push_str(&written(local, form).to_lowercase()),
            }
        }
        Some(path)
    }

    /// The path where no date stands in it, for comparing it with links.
    pub fn undated(&self) -> Option<&str> {
        match self {
            Self::Path { parts, .. } => match parts.as_slice() {
                [RoutePart::Text(text)] => Some(text),
                _ => None,
            },
            Self::Address(_) => None,
        }
    }
}

/// A date in a form; the form itself where it is none.
fn written(local: NaiveDateTime, form: &str) -> String {
    let items = StrftimeItems::new(form);
    let mut text = String::new();
    if items.clone().any(|item| matches!(item, Item::Error)) {
        text.push_str(form);
    } else {
        // A date has every part but an offset; where one is asked for, nothing is written.
        let _ = write!(text, "{}", local.format_with_items(items));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_leaves_the_date_open_until_it_is_known() {
        let mut value = |name: &str| match name {
            "year" => Some(RoutePart::Date("%Y".to_owned())),
            "i_month" => Some(RoutePart::Date("%-m".to_owned())),
            "title" => Some(RoutePart::Text("a:b".to_owned())),
            _ => None,
        };
        let route = Route::pattern("/:year/:i_month/:title/:what.html", RouteClock::Own, &mut value);
        let date = DateTime::parse_from_rfc3339("2021-03-04T23:30:00-05:00").unwrap();
        assert_eq!(route.at(date, Tz::UTC).as_deref(), Some("/2021/3/a:b/:what.html"));
        assert_eq!(route.undated(), None);
    }

    #[test]
    fn each_clock_gives_its_own_day() {
        let date = DateTime::parse_from_rfc3339("2021-03-04T23:30:00-05:00").unwrap();
        let day = |clock| {
            let route = Route::parts(vec![RoutePart::Date("%d".to_owned())], clock);
            route.at(date, Tz::Europe__Madrid).unwrap()
        };
        assert_eq!([RouteClock::Own, RouteClock::Utc, RouteClock::Site].map(day), ["04", "05", "05"]);
    }

    #[test]
    fn a_form_that_is_no_date_stays_as_it_is() {
        let date = DateTime::parse_from_rfc3339("2021-03-04T00:00:00Z").unwrap();
        let route = Route::parts(vec![RoutePart::Date("%Q%z".to_owned())], RouteClock::Own);
        assert_eq!(route.at(date, Tz::UTC).as_deref(), Some("%Q%z"));
    }
}
