//! Makes the slugs of Astro: `github-slugger` on each segment of a path.

use super::letters::{is_connector, is_digit, is_mark};

/// A slug as `github-slugger` makes it: lower case, spaces to `-`, punctuation gone, letters of
/// every script kept.
pub fn slug(text: &str) -> String {
    let kept = |c: &char| {
        matches!(c, ' ' | '-') || c.is_alphabetic() || is_mark(*c) || is_digit(*c) || is_connector(*c)
    };
    text.to_lowercase().chars().filter(kept).map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// The id that Astro's content layer gives to a file, of its path without extension: each segment
/// a slug, without a last `index` (`packages/astro/src/content/utils.ts`).
pub fn path(path: &str) -> String {
    let segments: Vec<String> = path.split('/').map(slug).collect();
    let joined = segments.join("/");
    joined.strip_suffix("/index").map_or_else(|| joined.clone(), str::to_owned)
}
