//! Finds the best quality whose file keeps to a limit, with few files written.

/// From the best that is worth its bytes to the worst that still looks right.
pub struct Range {
    pub best: u8,
    pub worst: u8,
}

/// The best quality of the range whose file is no longer than the limit, with its file; where even the worst is longer, that.
///
/// # Errors
/// What `write` says.
pub fn best(
    range: &Range,
    limit_bytes: usize,
    mut write: impl FnMut(u8) -> Result<Vec<u8>, String>,
) -> Result<(u8, Vec<u8>), String> {
    let best = write(range.best)?;
    if best.len() <= limit_bytes {
        return Ok((range.best, best));
    }
    let (mut high, mut over) = (range.best, best.len());
    let mut low: Option<(u8, Vec<u8>)> = None;
    loop {
        let guess = match &low {
            Some((low, under)) => between((*low, under.len()), (high, over), limit_bytes),
            None => below((high, over), limit_bytes).max(range.worst),
        };
        let tried = write(guess)?;
        if tried.len() <= limit_bytes {
            low = Some((guess, tried));
        } else if guess == range.worst {
            return Ok((guess, tried));
        } else {
            (high, over) = (guess, tried.len());
        }
        if let Some(found) = low.take_if(|(low, _)| high - *low <= 1) {
            return Ok(found);
        }
    }
}

/// So much the length falls where the steps of quantisation grow, both by their logarithms: measured on photos between 95 and 60.
const FALL: f64 = 0.8;

/// The quality at which the file is likely to be of the limit's length, where one is known that is longer: the steps are as 100 less
/// the quality, on libjpeg's scale from 50 on.
fn below((high, over): (u8, usize), limit: usize) -> u8 {
    let times = over as f64 / limit.max(1) as f64;
    let steps = (100.0 - f64::from(high)).max(1.0) * libm::pow(times, 1.0 / FALL);
    let guess = (100.0 - steps).clamp(0.0, 100.0);
    (libm::floor(guess) as u8).min(high - 1)
}

/// The quality at which the file is likely to be of the limit's length: the logarithm of the length rises with quality nearly in a
/// line, if a little faster towards the best, so that the true one lies a little above.
fn between((low, under): (u8, usize), (high, over): (u8, usize), limit: usize) -> u8 {
    let log = |length: usize| libm::log(length.max(1) as f64);
    let share = (log(limit) - log(under)) / (log(over) - log(under));
    let guess = f64::from(low) + f64::from(high - low) * share;
    (libm::ceil(guess) as u8).clamp(low + 1, high - 1)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::{Range, best};

    /// The quality that is found, and after how many files.
    fn found(length: impl Fn(u8) -> usize, limit: usize) -> (u8, usize) {
        let mut written = 0;
        let write = |quality: u8| {
            written += 1;
            Ok(vec![0; length(quality)])
        };
        let (quality, bytes) = best(&Range { best: 93, worst: 40 }, limit, write).unwrap();
        assert_eq!(bytes.len(), length(quality));
        (quality, written)
    }

    #[test]
    fn the_best_quality_within_the_limit_is_found_with_few_files() {
        for fall in [0.5, 0.8, 1.1] {
            let length = |quality: u8| (1e6 * libm::pow(100.0 - f64::from(quality), -fall)) as usize;
            for limit in (length(40)..length(95)).step_by(1_999) {
                let (quality, written) = found(length, limit);
                let right = (40..=93).rev().find(|&quality| length(quality) <= limit).unwrap();
                assert_eq!(quality, right, "{fall} {limit}");
                assert!(written <= 7, "{fall} {limit}: {written}");
                assert!(written <= 4 || fall != 0.8, "{limit}: {written}");
            }
        }
    }

    #[test]
    fn what_fits_at_no_quality_is_written_at_the_worst() {
        assert_eq!(found(|quality| 1_000 + usize::from(quality), 900).0, 40);
    }
}
