//! Finds the time of day among the pieces of a written date.

use chrono::NaiveTime;

use super::tokens::{Number, Token, Tokens};

/// A time of day; the numbers are as written, not yet checked.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Clock {
    hour: u64,
    minute: u64,
    second: u64,
    nanosecond: u32,
    half: Option<Half>,
}

/// Of the day, on a clock of twelve hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Half {
    Am,
    Pm,
}

/// Takes the pieces of a time of day, if they come next.
pub(super) fn read(tokens: &mut Tokens) -> Option<Clock> {
    let here = tokens.here();
    while tokens.mark(",.@").is_some() {}
    // ` - 10:00` is a dash before a time, ` -10:00` an offset.
    if tokens.spaced_at(1) && tokens.spaced_at(0) {
        tokens.mark("-");
    }
    let after_t = tokens.word(&["t"]);
    tokens.word(&["at", "um", "à", "às"]);
    let clock = numbers(tokens, after_t);
    if clock.is_none() {
        tokens.back(here);
    }
    clock
}

fn numbers(tokens: &mut Tokens, after_t: bool) -> Option<Clock> {
    let first = tokens.number()?;
    let mut clock = Clock { hour: first.value, ..Clock::default() };
    if matches!(tokens.peek_at(1), Some(Token::Number(_))) && tokens.mark(":").is_some() {
        clock.minute = tokens.number()?.value;
        if matches!(tokens.peek_at(1), Some(Token::Number(_))) && tokens.mark(":").is_some() {
            clock.second = tokens.number()?.value;
            clock.nanosecond = fraction(tokens);
        }
        clock.half = half(tokens);
        return Some(clock);
    }
    clock.half = half(tokens);
    if clock.half.is_some() {
        return Some(clock);
    }
    // ISO 8601's basic form, `20210304T101112Z`.
    if !after_t || ![2, 4, 6].contains(&first.len()) {
        return None;
    }
    clock.hour = first.part(0, 2);
    clock.minute = first.part(2, 2);
    clock.second = first.part(4, 2);
    clock.nanosecond = fraction(tokens);
    Some(clock)
}

/// The digits behind the second, in nanoseconds; what is finer is cut off.
fn fraction(tokens: &mut Tokens) -> u32 {
    let point = matches!(tokens.peek(), Some(Token::Mark('.' | ',')));
    let digits = matches!(tokens.peek_at(1), Some(Token::Number(_))) && !tokens.spaced_at(1);
    if !point || !digits {
        return 0;
    }
    tokens.skip(1);
    tokens.number().map_or(0, |number| nanoseconds(&number))
}

fn nanoseconds(number: &Number) -> u32 {
    let digits = number.digits.chars().chain(std::iter::repeat('0')).take(9);
    digits.fold(0, |sum, digit| sum * 10 + digit.to_digit(10).unwrap_or(0))
}

/// `AM`, `pm`, `p.m.`
fn half(tokens: &mut Tokens) -> Option<Half> {
    let here = tokens.here();
    let (am, pm) = (tokens.word(&["am", "a"]), tokens.word(&["pm", "p"]));
    let half = match (am, pm) {
        (true, false) => Half::Am,
        (false, true) => Half::Pm,
        _ => {
            tokens.back(here);
            return None;
        }
    };
    while tokens.mark(".").is_some() || tokens.word(&["m"]) {}
    Some(half)
}

impl Clock {
    /// The time, if there is such a one. A leap second counts as the second before it.
    pub fn checked(self) -> Result<NaiveTime, String> {
        let hour = match (self.half, self.hour) {
            (None, hour) => hour,
            (Some(Half::Am), 12) => 0,
            (Some(Half::Am), hour @ 13..) => return Err(format!("hour {hour} am")),
            (Some(Half::Pm), hour @ 0..12) => hour + 12,
            // Programs that print a clock of 24 hours with `PM` behind it mean the 24 hours.
            (Some(_), hour) => hour,
        };
        if hour > 23 {
            return Err(format!("hour {hour}"));
        }
        if self.minute > 59 {
            return Err(format!("minute {}", self.minute));
        }
        if self.second > 60 {
            return Err(format!("second {}", self.second));
        }
        time(hour, self.minute, self.second.min(59), self.nanosecond).ok_or_else(|| format!("hour {hour}"))
    }

    /// A time near to what was written, as `23:59`.
    pub fn example(self) -> String {
        let hour = self.hour.min(if self.half.is_some() { 12 } else { 23 });
        let half = match self.half {
            None => "",
            Some(Half::Am) => " am",
            Some(Half::Pm) => " pm",
        };
        format!("{hour:02}:{:02}{half}", self.minute.min(59))
    }
}

fn time(hour: u64, minute: u64, second: u64, nanosecond: u32) -> Option<NaiveTime> {
    let (hour, minute) = (u32::try_from(hour).ok()?, u32::try_from(minute).ok()?);
    NaiveTime::from_hms_nano_opt(hour, minute, u32::try_from(second).ok()?, nanosecond)
}
