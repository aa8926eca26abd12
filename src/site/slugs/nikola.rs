//! Makes the slugs of Nikola: `nikola.utils.slugify`.

use super::letters::{ascii, is_python_space, is_python_word, runs_replaced};

/// The slug of a title, tag or category; with `USE_SLUGIFY = False` see [`disarmed`].
pub fn slug(text: &str) -> String {
    let kept = |c: &char| matches!(c, '+' | '-') || is_python_word(*c) || is_python_space(*c);
    let text: String = ascii(text).chars().filter(kept).collect();
    let text = text.trim_matches(is_python_space).to_lowercase();
    runs_replaced(&text, '-', |c| c != '-' && !is_python_space(c))
}

/// What `USE_SLUGIFY = False` leaves: only what breaks addresses and file names is replaced.
pub fn disarmed(text: &str) -> String {
    text.chars().map(|c| if "/\\?#\"'\r\n\t*:<>|".contains(c) { '-' } else { c }).collect()
}
