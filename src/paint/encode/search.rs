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
    let (mut low, mut under) = (range.worst, write(range.worst)?);
    while under.len() <= limit_bytes && high - low > 1 {
        let guess = between((low, under.len()), (high, over), limit_bytes);
        let tried = write(guess)?;
        if tried.len() <= limit_bytes {
            (low, under) = (guess, tried);
        } else {
            (high, over) = (guess, tried.len());
        }
    }
    Ok((low, under))
}

/// The quality at which the file is likely to be of the limit's length: the logarithm of the length rises with quality nearly in a
/// line, if a little faster towards the best, so that the true one lies a little above.
fn between((low, under): (u8, usize), (high, over): (u8, usize), limit: usize) -> u8 {
    let log = |length: usize| libm::log(length.max(1) as f64);
    let share = (log(limit) - log(under)) / (log(over) - log(under));
    let guess = f64::from(low) + f64::from(high - low) * share;
    (libm::ceil(guess) as u8).clamp(low + 1, high - 1)
}
