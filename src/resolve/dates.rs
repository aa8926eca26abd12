//! Reads a date as people write them.

mod clock;
mod day;
mod names;
mod offset;
mod path;
#[cfg(test)]
mod tests;
mod tokens;

use chrono::{DateTime, Datelike, Duration, FixedOffset, NaiveDateTime, NaiveTime, TimeZone};
use chrono_tz::Tz;

use clock::Clock;
use day::Parts;
use offset::Stated;
pub use path::in_path;
use tokens::Tokens;

/// A moment as a post gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// With the offset that was written, or the one of the site's zone at that moment.
    pub at: DateTime<FixedOffset>,
    /// No time of day was written, so `at` is midnight.
    pub day_only: bool,
}

/// Why a text is not a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotADate {
    /// Short enough to stand under a caret, such as `month 13`.
    pub label: String,
    /// What to write instead, with an example near to what was written.
    pub hint: String,
}

/// More characters than any date has; JavaScript's long form with its zone's name takes about 70.
const LIMIT_CHARS: usize = 200;

/// Reads `text` as a date, with a time of day and an offset where it has them; without an offset
/// it is local time in `zone`.
pub fn read(text: &str, zone: Tz) -> Result<Written, NotADate> {
    let mut parts = Parts::default();
    let mut clock = None;
    moment(text, zone, &mut parts, &mut clock).map_err(|label| NotADate { label, hint: hint(&parts, clock) })
}

/// The same; what was understood before an error stays in `parts` and `clock` for the hint.
fn moment(text: &str, zone: Tz, parts: &mut Parts, clock: &mut Option<Clock>) -> Result<Written, String> {
    if text.chars().nth(LIMIT_CHARS).is_some() {
        return Err("no date in this text".to_owned());
    }
    let mut tokens = Tokens::of(text);
    tokens.skip_weekday();
    parts.read(&mut tokens)?;
    tokens.skip_weekday();
    *clock = clock::read(&mut tokens);
    let mut stated = offset::read(&mut tokens, clock.is_some())?;
    if parts.year.is_none() {
        // `Mon Nov 25 20:23:46 2024 +0100`, as git and C's `ctime` write it.
        parts.read_year(&mut tokens);
        stated = match stated {
            None => offset::read(&mut tokens, clock.is_some())?,
            some => some,
        };
    }
    let day = parts.checked()?;
    let time = clock.map_or(Ok(NaiveTime::MIN), Clock::checked)?;
    tokens.finish()?;

    let local = day.and_time(time);
    let at = match stated {
        Some(Stated::Offset(offset)) => offset.from_local_datetime(&local).earliest(),
        Some(Stated::Zone(own)) => in_zone(local, own),
        None => in_zone(local, zone),
    };
    // RFC 2822 has no year beyond 9999, in UTC either, and chrono panics there.
    at.filter(|at| (0..=9999).contains(&at.naive_utc().year()))
        .map(|at| Written { at, day_only: clock.is_none() })
        .ok_or_else(|| "too far in time".to_owned())
}

/// The moment at which clocks in `zone` show `local`: the earlier where they show it twice, the
/// first one after the gap where they never do.
fn in_zone(local: NaiveDateTime, zone: Tz) -> Option<DateTime<FixedOffset>> {
    let shown = zone.from_local_datetime(&local).earliest().or_else(|| after_gap(local, zone))?;
    // Before standard time, zones have offsets such as +00:09:21, which no feed format can say:
    // the clock's face stays, the offset is cut to whole minutes.
    let seconds = shown.fixed_offset().offset().local_minus_utc();
    let offset = FixedOffset::east_opt(seconds - seconds % 60)?;
    offset.from_local_datetime(&shown.naive_local()).earliest()
}

/// The first second after the gap in `zone` that holds `local`.
fn after_gap(local: NaiveDateTime, zone: Tz) -> Option<DateTime<Tz>> {
    // Samoa left out a whole day in 2011, so a gap can last 24 hours.
    let (mut inside, mut outside) = (0, 25 * 60 * 60);
    while outside - inside > 1 {
        let middle = (inside + outside) / 2;
        let later = local.checked_add_signed(Duration::seconds(middle))?;
        match zone.from_local_datetime(&later).earliest() {
            None => inside = middle,
            Some(_) => outside = middle,
        }
    }
    let later = local.checked_add_signed(Duration::seconds(outside))?;
    zone.from_local_datetime(&later).earliest()
}

fn hint(parts: &Parts, clock: Option<Clock>) -> String {
    let day = parts.example();
    match clock {
        Some(clock) if parts.checked().is_ok() => {
            format!("write it as `{day} {}`", clock.example())
        }
        _ => format!("write it as `{day}`"),
    }
}
