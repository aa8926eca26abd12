//! How long a card stays where it was shared, once no post asks for it any more.

#[cfg(test)]
mod tests;

use chrono::{DateTime, FixedOffset, TimeDelta};

/// How long cards stay that no post asks for any more: what was shared before still names them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keep {
    /// They are removed at once.
    #[default]
    No,
    Days(u32),
    Forever,
}

impl Keep {
    /// `90 days`, `2 weeks`, `6 months`, `1 year`, `90`, `forever`, `false`; a month has 30 days, and a year 365.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        match text.as_str() {
            "forever" | "true" | "yes" | "on" | "always" => return Some(Self::Forever),
            "false" | "no" | "off" | "never" => return Some(Self::No),
            _ => {}
        }
        let digits = text.trim_end_matches(|c: char| !c.is_ascii_digit());
        let days = match text.get(digits.len()..)?.trim() {
            "" | "d" | "day" | "days" => 1,
            "w" | "week" | "weeks" => 7,
            "month" | "months" => 30,
            "y" | "year" | "years" => 365,
            _ => return None,
        };
        let days = digits.parse::<u32>().ok()?.checked_mul(days)?;
        Some(if days == 0 { Self::No } else { Self::Days(days) })
    }

    /// Whether a card that was last asked for at this time is still kept.
    pub fn holds(self, since: DateTime<FixedOffset>, now: DateTime<FixedOffset>) -> bool {
        match self {
            Self::No => false,
            Self::Days(days) => now.signed_duration_since(since) < TimeDelta::days(i64::from(days)),
            Self::Forever => true,
        }
    }
}
