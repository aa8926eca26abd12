//! Finds the offset from UTC among the pieces of a written date.

use chrono::FixedOffset;
use chrono_tz::Tz;

use super::tokens::{Token, Tokens};

/// What a date says about its place on the globe.
#[derive(Clone, Copy, Debug)]
pub(super) enum Stated {
    Offset(FixedOffset),
    Zone(Tz),
}

/// Abbreviations with one meaning, in hours: those of RFC 2822 section 4.3, then Europe's and
/// Japan's. `IST` and `BST` have several and are not read.
const ABBREVIATIONS: &[(&str, i32)] = &[
    ("z", 0),
    ("gmt", 0),
    ("utc", 0),
    ("ut", 0),
    ("est", -5),
    ("edt", -4),
    ("cst", -6),
    ("cdt", -5),
    ("mst", -7),
    ("mdt", -6),
    ("pst", -8),
    ("pdt", -7),
    ("wet", 0),
    ("west", 1),
    ("cet", 1),
    ("cest", 2),
    ("eet", 2),
    ("eest", 3),
    ("jst", 9),
];

/// Takes the pieces of an offset, if they come next. Behind a bare day it must have its minutes:
/// `2023-08-07-09` is not a day at nine hours west.
pub(super) fn read(tokens: &mut Tokens, after_clock: bool) -> Result<Option<Stated>, String> {
    if let Some(zone) = named_zone(tokens) {
        return Ok(Some(Stated::Zone(zone)));
    }
    let Some(hours) = abbreviation(tokens) else {
        return Ok(signed(tokens, after_clock)?.map(Stated::Offset));
    };
    let further = if hours == 0 { signed(tokens, true)? } else { None };
    let offset = further.or_else(|| FixedOffset::east_opt(hours * 3600));
    Ok(offset.map(Stated::Offset))
}

fn abbreviation(tokens: &mut Tokens) -> Option<i32> {
    let Some(Token::Word(word)) = tokens.peek() else {
        return None;
    };
    let found = ABBREVIATIONS.iter().find(|(name, _)| name == word);
    let hours = found.map(|(_, hours)| *hours)?;
    tokens.skip(1);
    Some(hours)
}

/// `Europe/Paris`, also in square brackets.
fn named_zone(tokens: &mut Tokens) -> Option<Tz> {
    let rest = tokens.rest();
    let name = rest.strip_prefix('[').unwrap_or(rest);
    let name = name.split(|c: char| c.is_whitespace() || c == ']').next()?;
    let zone = name.contains('/').then(|| name.parse().ok()).flatten()?;
    tokens.skip_bytes(name.len() + if rest.starts_with('[') { 2 } else { 0 });
    Some(zone)
}

/// `-0400`, `+05:30`, `+8`.
fn signed(tokens: &mut Tokens, hours_alone: bool) -> Result<Option<FixedOffset>, String> {
    let here = tokens.here();
    let Some(sign) = tokens.mark("+-") else {
        return Ok(None);
    };
    if tokens.spaced_at(0) {
        tokens.back(here);
        return Ok(None);
    }
    let Some(number) = tokens.number() else {
        tokens.back(here);
        return Ok(None);
    };
    let colon = matches!(tokens.peek_at(1), Some(Token::Number(_))) && tokens.mark(":").is_some();
    let minutes = if colon { tokens.number().map(|minutes| minutes.value) } else { None };
    let (hours, minutes) = match (number.len(), minutes) {
        (1 | 2, Some(minutes)) => (number.value, minutes),
        (1 | 2, None) if hours_alone => (number.value, 0),
        (3, None) if hours_alone => (number.part(0, 1), number.part(1, 2)),
        (4, None) => (number.part(0, 2), number.part(2, 2)),
        _ => {
            tokens.back(here);
            return Ok(None);
        }
    };
    let seconds = i32::try_from(hours.saturating_mul(60).saturating_add(minutes))
        .ok()
        .filter(|_| hours < 24 && minutes < 60)
        .map(|minutes| minutes * if sign == '-' { -60 } else { 60 });
    match seconds.and_then(FixedOffset::east_opt) {
        Some(offset) => Ok(Some(offset)),
        None => Err(format!("offset {sign}{hours:02}:{minutes:02}")),
    }
}
