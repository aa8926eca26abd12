//! Makes the slugs of Eleventy's filters, `slugify` and the older `slug`.

use icu_properties::CodePointSetData;
use icu_properties::props::Diacritic;

use super::letters::{
    ELEVENTY, ELEVENTY_SEVERAL, SLUGIFY, composed, decomposed, is_javascript_space, replaced, runs_replaced,
};

/// The filter `slugify`: `@sindresorhus/slugify` 2, which Eleventy asks not to part `camelCase`.
pub fn slugify(text: &str) -> String {
    let mut text = composed(text);
    for (from, to) in ELEVENTY_SEVERAL.iter() {
        if text.contains(from) {
            text = text.replace(from, to);
        }
    }
    let diacritics = CodePointSetData::new::<Diacritic>();
    let text = decomposed(&replaced(&text, &ELEVENTY));
    let text: String = text.chars().filter(|c| !diacritics.contains(*c)).collect();
    let text = without_contractions(&composed(&text).to_lowercase());
    let slug = runs_replaced(&text, '-', |c| c.is_ascii_lowercase() || c.is_ascii_digit());
    slug.trim_matches('-').to_owned()
}

/// `don't` and `it's`, where a word ends behind them, lose their apostrophe.
fn without_contractions(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let at = |index: usize| characters.get(index).copied();
    let is_apostrophe = |index: usize| {
        let before = index.checked_sub(1).and_then(at).is_some_and(|c| c.is_ascii_alphanumeric());
        at(index) == Some('\'')
            && before
            && matches!(at(index + 1), Some('t' | 's'))
            && at(index + 2).is_none_or(is_javascript_space)
    };
    let kept = characters.iter().enumerate().filter(|(index, _)| !is_apostrophe(*index));
    kept.map(|(_, c)| *c).collect()
}

/// The filter `slug`: the package `slugify` in lower case.
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut push = |c: char| {
        // A hyphen counts as a space, so that several become one.
        let c = if c == '-' { ' ' } else { c };
        if c.is_ascii_alphanumeric() || "_$*+~.()'\"!:@".contains(c) || is_javascript_space(c) {
            out.push(c);
        }
    };
    for c in composed(text).chars() {
        match SLUGIFY.get(&c) {
            Some(replacement) => replacement.chars().for_each(&mut push),
            None => push(c),
        }
    }
    let slug = runs_replaced(out.trim_matches(is_javascript_space), '-', |c| !is_javascript_space(c));
    slug.to_lowercase()
}
