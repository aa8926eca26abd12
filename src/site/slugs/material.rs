//! Makes the slugs of the blog of MkDocs Material: `pymdownx.slugs.slugify(case="lower")`.

use super::letters::{composed, is_python_space, is_python_word, without_tags};

/// The slug of a title: dots and punctuation go, each space becomes a `-`, letters of every script
/// stay.
pub fn slug(title: &str) -> String {
    let text = without_tags(&composed(title));
    let text = text.trim_matches(is_python_space).to_lowercase();
    let kept = text.chars().filter(|c| matches!(c, '-' | ' ') || is_python_word(*c));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}
