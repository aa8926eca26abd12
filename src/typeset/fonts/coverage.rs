//! The characters that a family has, as ranges.

/// Characters in ranges that rise and never touch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage(Vec<(u32, u32)>);

impl Coverage {
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// From what `fonts/coverage.txt` holds: numbers and ranges in hexadecimal, with spaces between.
    pub fn parse(text: &str) -> Self {
        let number = |text: &str| u32::from_str_radix(text, 16).ok();
        let range = |part: &str| match part.split_once('-') {
            Some((first, last)) => Some((number(first)?, number(last)?)),
            None => number(part).map(|only| (only, only)),
        };
        Self(text.split_whitespace().filter_map(range).collect())
    }

    /// Of characters in any order.
    pub fn of(characters: impl IntoIterator<Item = u32>) -> Self {
        let mut all: Vec<u32> = characters.into_iter().collect();
        all.sort_unstable();
        let mut ranges: Vec<(u32, u32)> = Vec::new();
        for c in all {
            match ranges.last_mut() {
                Some((_, last)) if c <= last.saturating_add(1) => *last = c,
                _ => ranges.push((c, c)),
            }
        }
        Self(ranges)
    }

    pub fn has(&self, c: char) -> bool {
        let c = u32::from(c);
        let after = self.0.partition_point(|(first, _)| *first <= c);
        after.checked_sub(1).and_then(|at| self.0.get(at)).is_some_and(|(_, last)| c <= *last)
    }

    /// What either has.
    pub fn or(&self, other: &Self) -> Self {
        Self::of(self.0.iter().chain(&other.0).flat_map(|&(first, last)| first..=last))
    }
}
