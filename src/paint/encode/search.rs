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

/// The same where a length can be guessed for much less than a file is written: mostly one or two are. That the next better quality would
/// be longer than the limit is told by the guesses.
pub fn best_by_guess(
    range: &Range,
    limit_bytes: usize,
    guess: impl Fn(u8) -> f64,
    mut write: impl FnMut(u8) -> Vec<u8>,
) -> (u8, Vec<u8>) {
    let limit = limit_bytes as f64;
    let first = guess(range.best);
    let mut curve = Curve { quality: range.best, length: first, fall: FALL };
    if first > limit {
        let other = curve.best(range, limit).min(range.best - 1);
        curve.fall = (libm::log(first / guess(other)) / libm::log(steps(other) / steps(range.best))).max(0.1);
    }
    let (mut fit, mut too_long) = (None::<(u8, Vec<u8>)>, range.best + 1);
    loop {
        let quality = curve.best(range, limit).min(too_long - 1);
        if let Some(fit) = fit.take_if(|(known, _)| quality <= *known) {
            return fit;
        }
        let bytes = write(quality);
        curve = Curve { quality, length: bytes.len() as f64, ..curve };
        if bytes.len() <= limit_bytes {
            fit = Some((quality, bytes));
        } else if let Some(fit) = fit.take() {
            // One step is all that the curve is off by, once a length is known.
            return fit;
        } else if quality == range.worst {
            return (quality, bytes);
        } else {
            too_long = quality;
        }
    }
}

/// How a file's length falls with quality, from one that is known.
#[derive(Clone, Copy)]
struct Curve {
    quality: u8,
    length: f64,
    /// Of the length as the steps of quantisation grow, both by their logarithms.
    fall: f64,
}

impl Curve {
    /// The best quality whose file is no longer than the limit; the worst, where none is.
    fn best(&self, range: &Range, limit: f64) -> u8 {
        let most = limit / self.length.max(1.0);
        let fits = |quality: &u8| libm::pow(steps(self.quality) / steps(*quality), self.fall) <= most;
        (range.worst..=range.best).rev().find(fits).unwrap_or(range.worst)
    }
}

/// How coarse a quality is, on libjpeg's scale.
fn steps(quality: u8) -> f64 {
    let quality = f64::from(quality.clamp(1, 99));
    if quality < 50.0 { 5000.0 / quality } else { 200.0 - 2.0 * quality }
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

    use super::{Range, best, best_by_guess};

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
    fn with_guesses_one_or_two_files_are_enough() {
        let range = Range { best: 93, worst: 40 };
        for fall in [0.5, 0.8, 1.1] {
            let length = |quality: u8| (1e6 * libm::pow(100.0 - f64::from(quality), -fall)) as usize;
            for (limit, off) in
                (length(40)..length(95)).step_by(1_999).zip([0.9, 0.97, 1.0, 1.04, 1.1].iter().cycle())
            {
                let mut written = 0;
                let write = |quality: u8| {
                    written += 1;
                    vec![0; length(quality)]
                };
                let (quality, bytes) =
                    best_by_guess(&range, limit, |quality| length(quality) as f64 * off, write);
                assert_eq!(bytes.len(), length(quality));
                let right = (40..=93).rev().find(|&quality| length(quality) <= limit).unwrap();
                assert!(
                    bytes.len() <= limit && right - quality <= 1,
                    "{fall} {limit}: {quality}, not {right}"
                );
                assert!(written <= 3, "{fall} {limit}: {written}");
            }
        }
        let none = best_by_guess(&range, 900, |_| 1_000.0, |quality| vec![0; 1_000 + usize::from(quality)]);
        assert_eq!(none.0, 40);
    }

    #[test]
    fn what_fits_at_no_quality_is_written_at_the_worst() {
        assert_eq!(found(|quality| 1_000 + usize::from(quality), 900).0, 40);
    }
}
