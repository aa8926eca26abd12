//! Makes the slugs of Hexo: `slugize` of `hexo-util`.

use super::letters::{HEXO, is_javascript_space, replaced};

/// `filename_case` of the site's configuration: 1 and 2 are lower and upper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Case {
    #[default]
    Kept,
    Lower,
    Upper,
}

/// Latin letters lose their accents, and what is no letter, digit or sign of another script becomes
/// one `separator`.
pub fn slug(text: &str, separator: char, case: Case) -> String {
    let mut out = String::with_capacity(text.len());
    for c in replaced(text, &HEXO).chars().filter(|c| *c > '\u{1F}') {
        let special = is_javascript_space(c) || "~`!@#$%^&*()-_+=[]{}|\\;:\"'<>,.?/".contains(c);
        if !special {
            out.push(c);
        } else if !out.ends_with(separator) {
            out.push(separator);
        }
    }
    let slug = out.trim_matches(separator);
    match case {
        Case::Kept => slug.to_owned(),
        Case::Lower => slug.to_lowercase(),
        Case::Upper => slug.to_uppercase(),
    }
}
