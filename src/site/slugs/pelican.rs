//! Makes the slugs of Pelican: `pelican.utils.slugify` with the default substitutions.

use super::letters::{ascii, compatible, is_python_space, is_python_word, runs_replaced, without_tags};
use regex::Regex;

/// What the site's configuration says of slugs.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// `SLUGIFY_USE_UNICODE`.
    pub unicode: bool,
    /// `SLUGIFY_PRESERVE_CASE`.
    pub keep_case: bool,
}

/// The slug of a title, with the default of `SLUG_REGEX_SUBSTITUTIONS`.
pub fn slug(title: &str, options: Options) -> String {
    let text = letters(title, options);
    let kept = |c: &char| *c == '-' || is_python_word(*c) || is_python_space(*c);
    let text: String = text.chars().filter(kept).collect();
    let slug = runs_replaced(text.trim_matches(is_python_space), '-', |c| c != '-' && !is_python_space(c));
    if options.keep_case { slug } else { slug.to_lowercase() }
}

/// The slug of a title, with `SLUG_REGEX_SUBSTITUTIONS` of the site's own: patterns and what stands for what they match.
pub fn slug_by(title: &str, options: Options, substitutions: &[(Regex, String)]) -> String {
    let text = substitutions.iter().fold(letters(title, options), |text, (pattern, replacement)| {
        pattern.replace_all(&text, replacement.as_str()).into_owned()
    });
    let slug = if options.keep_case { text } else { text.to_lowercase() };
    slug.trim_matches(is_python_space).to_owned()
}

/// The text in the letters that a slug may have.
fn letters(title: &str, options: Options) -> String {
    let text = compatible(&entities(&without_tags(title)));
    if options.unicode { text } else { ascii(&text) }
}

/// The text with the entities undone that people and Markdown write in titles.
fn entities(text: &str) -> String {
    const KNOWN: [(&str, &str); 8] = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&nbsp;", " "),
        ("&ndash;", "–"),
        ("&mdash;", "—"),
        ("&amp;", "&"),
    ];
    if !text.contains('&') {
        return text.to_owned();
    }
    KNOWN.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}
