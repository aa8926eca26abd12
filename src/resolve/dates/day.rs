//! Finds year, month and day among the pieces of a written date.

use chrono::{Datelike, NaiveDate};

use super::names;
use super::tokens::{Number, Token, Tokens};

/// What has been understood of a day; the numbers are as written, not yet checked.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Parts {
    pub year: Option<u64>,
    pub month: Option<u64>,
    pub day: Option<u64>,
}

/// What may stand right behind the number of a day.
const SUFFIXES: &[&str] = &["st", "nd", "rd", "th", "er", "º"];
/// Small words between day, month and year.
const LINKS: &[&str] = &["of", "the", "de", "del"];

impl Parts {
    /// Takes the pieces that make up a day. `Nov 25` is left without a year, which may come later.
    pub fn read(&mut self, tokens: &mut Tokens) -> Result<(), String> {
        match tokens.peek() {
            Some(Token::Number(_)) => self.number_first(tokens),
            Some(Token::Word(word)) => {
                let Some(month) = names::month(word) else {
                    return Err("no date in this text".to_owned());
                };
                self.month = Some(month);
                tokens.skip(1);
                separators(tokens);
                self.month_first(tokens)
            }
            Some(Token::Mark(_)) => Err("no date in this text".to_owned()),
            None => Err("nothing is written here".to_owned()),
        }
    }

    /// Takes a year that stands apart from its day.
    pub fn read_year(&mut self, tokens: &mut Tokens) {
        self.year = tokens.number().as_ref().map(named_year);
    }

    fn number_first(&mut self, tokens: &mut Tokens) -> Result<(), String> {
        let Some(first) = number_of_day(tokens) else {
            return Err("no date in this text".to_owned());
        };
        if first.len() == 8 && self.compact(&first) {
            return Ok(());
        }
        // Seconds since 1970 have ten digits, and a fraction at times.
        if first.len() > 6 {
            return Err("a bare number".to_owned());
        }
        separators(tokens);
        match tokens.peek() {
            Some(Token::Word(word)) => match names::month(word) {
                Some(month) => {
                    self.month = Some(month);
                    tokens.skip(1);
                    separators(tokens);
                    self.month_second(&first, tokens)
                }
                None if word.chars().count() > 20 => Err("no date in this text".to_owned()),
                None => Err(format!("`{word}` is not a month")),
            },
            Some(Token::Number(_)) => self.numbers_only(&first, tokens),
            Some(Token::Mark(_)) if first.len() <= 2 => Err("no date in this text".to_owned()),
            _ if first.len() == 4 => {
                self.year = Some(first.value);
                Err("no month".to_owned())
            }
            _ => Err("a bare number".to_owned()),
        }
    }

    /// `20210304`. Other eight-digit numbers are counts of something, not days.
    fn compact(&mut self, number: &Number) -> bool {
        let (year, month, day) = (number.part(0, 4), number.part(4, 2), number.part(6, 2));
        let found = Self { year: Some(year), month: Some(month), day: Some(day) };
        let likely = (1900..2100).contains(&year) && found.checked().is_ok();
        if likely {
            *self = found;
        }
        likely
    }

    /// `11 Oct 2023` or `2023 Oct 11`; the month has been taken.
    fn month_second(&mut self, first: &Number, tokens: &mut Tokens) -> Result<(), String> {
        if first.len() > 2 {
            self.year = Some(first.value);
            self.day = number_of_day(tokens).map(|day| day.value);
            return self.day.map(drop).ok_or_else(|| "no day".to_owned());
        }
        self.day = Some(first.value);
        self.year = number_of_day(tokens).as_ref().map(named_year);
        Ok(())
    }

    /// `Nov 18, 2021` or `Nov 18`; the month has been taken.
    fn month_first(&mut self, tokens: &mut Tokens) -> Result<(), String> {
        let Some(day) = number_of_day(tokens) else {
            return Err("no day".to_owned());
        };
        if day.len() > 2 {
            self.year = Some(day.value);
            return Err("no day".to_owned());
        }
        self.day = Some(day.value);
        let here = tokens.here();
        separators(tokens);
        self.year = number_of_day(tokens).as_ref().map(named_year);
        if self.year.is_none() {
            tokens.back(here);
        }
        Ok(())
    }

    /// `2022-09-12`, `03/13/2023`, `13/3/2023`, `7.8.2023`; the first number has been taken.
    fn numbers_only(&mut self, first: &Number, tokens: &mut Tokens) -> Result<(), String> {
        let Some(second) = number_of_day(tokens) else {
            return Err("no date in this text".to_owned());
        };
        let dotted = separators(tokens);
        let third = number_of_day(tokens);
        if first.len() > 2 {
            self.year = Some(first.value);
            self.month = Some(second.value);
            self.day = third.map(|day| day.value);
            return self.day.map(drop).ok_or_else(|| "no day".to_owned());
        }
        let Some(third) = third else {
            if second.len() > 2 {
                (self.year, self.month) = (Some(second.value), Some(first.value));
                return Err("no day".to_owned());
            }
            self.month_day(first, &second, dotted);
            return Err("no year".to_owned());
        };
        self.month_day(first, &second, dotted);
        if third.len() <= 2 {
            self.year = Some(2000 + third.value);
            return Err("a year of two digits".to_owned());
        }
        self.year = Some(third.value);
        Ok(())
    }

    /// With strokes and dashes the month comes first, as browsers read them, unless it cannot be
    /// one; with dots it comes second, as in every country that writes dots.
    fn month_day(&mut self, first: &Number, second: &Number, dotted: bool) {
        let swapped = first.value > 12 || (dotted && second.value <= 12);
        let (month, day) = if swapped { (second, first) } else { (first, second) };
        (self.month, self.day) = (Some(month.value), Some(day.value));
    }

    /// The day, if there is such a one.
    pub fn checked(&self) -> Result<NaiveDate, String> {
        let year = self.year.ok_or("no year")?;
        let month = self.month.ok_or("no month")?;
        let day = self.day.ok_or("no day")?;
        if !(1..=9999).contains(&year) {
            return Err(format!("year {year}"));
        }
        if !(1..=12).contains(&month) {
            return Err(format!("month {month}"));
        }
        date(year, month, day).ok_or_else(|| format!("{year:04}-{month:02} has no day {day}"))
    }

    /// A day near to what was written, as `2023-12-31`.
    pub fn example(&self) -> NaiveDate {
        let nothing = self.year.is_none() && self.month.is_none();
        let (other_month, other_day) = if nothing { (12, 31) } else { (1, 1) };
        let mut year = self.year.filter(|year| *year > 0).unwrap_or(2023);
        while year > 9999 {
            year /= 10;
        }
        let (mut month, mut day) = (self.month.unwrap_or(other_month), self.day.unwrap_or(other_day));
        if month > 12 && (1..=12).contains(&day) {
            (month, day) = (day, month);
        }
        let (month, day) = (month.clamp(1, 12), day.clamp(1, 31));
        (28..=day).rev().chain([day]).find_map(|day| date(year, month, day)).unwrap_or_default()
    }
}

fn date(year: u64, month: u64, day: u64) -> Option<NaiveDate> {
    let (year, month, day) =
        (i32::try_from(year).ok()?, u32::try_from(month).ok()?, u32::try_from(day).ok()?);
    NaiveDate::from_ymd_opt(year, month, day).filter(|date| date.year() > 0)
}

/// A number with the suffix and the unit behind it, unless it is the hour of a time of day.
fn number_of_day(tokens: &mut Tokens) -> Option<Number> {
    match tokens.peek_at(1) {
        Some(Token::Mark(':')) => return None,
        Some(Token::Word(word)) if ["am", "pm"].contains(&word.as_str()) => return None,
        _ => {}
    }
    let number = tokens.number()?;
    if !tokens.spaced_at(0) {
        tokens.word(SUFFIXES);
    }
    tokens.mark("日号號일");
    Some(number)
}

/// Takes what stands between the parts of a day, and tells whether there was a dot.
fn separators(tokens: &mut Tokens) -> bool {
    let mut dotted = false;
    // Two marks at most stand together, as in `Sept., 2025`.
    for _ in 0..2 {
        dotted |= tokens.mark("-/.,년月월年") == Some('.');
        tokens.word(LINKS);
    }
    dotted
}

/// A year behind a month's name; of two digits, as RFC 2822 section 4.3 reads them.
fn named_year(number: &Number) -> u64 {
    match (number.len(), number.value) {
        (2, value @ 0..50) => 2000 + value,
        (2, value) => 1900 + value,
        (_, value) => value,
    }
}
