//! Makes the slugs of the blog of MkDocs Material: `pymdownx.slugs.slugify(case="lower")`.

use super::letters::{composed, is_python_space, is_python_word, without_tags};

/// Which letters become lower-case ones: `slugify(case=…)`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Case {
    #[default]
    Lower,
    LowerAscii,
    Kept,
}

/// The slug of a title as the blog makes it.
pub fn slug(title: &str) -> String {
    slug_as(title, "-", Case::Lower)
}

/// The slug of a title: dots and punctuation go, each space becomes the separator, letters of every script
/// stay.
pub fn slug_as(title: &str, separator: &str, case: Case) -> String {
    let text = without_tags(&composed(title));
    let text = text.trim_matches(is_python_space);
    let text = match case {
        Case::Lower => text.to_lowercase(),
        Case::LowerAscii => text.to_ascii_lowercase(),
        Case::Kept => text.to_owned(),
    };
    let kept: String = text.chars().filter(|c| matches!(c, '-' | ' ') || is_python_word(*c)).collect();
    kept.replace(' ', separator)
}
