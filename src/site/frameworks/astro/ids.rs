//! The id of an entry in a collection.

use crate::site::inherit::Layers;

/// How a collection makes its entries' ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdRule {
    /// Each part of the path is slugged; `index` stands for its folder.
    Slugged,
    /// The path as it is: the site has a function of its own.
    Path,
}

/// The id of an entry: its `slug`, else what its path below the collection gives.
///
/// Source: `getContentEntryIdAndSlug` and the `glob` loader's `generateIdDefault` in Astro.
pub fn of(rule: IdRule, stem: &str, fields: &Layers<'_>) -> String {
    if rule == IdRule::Path {
        return stem.to_owned();
    }
    if let Some(slug) = fields.own.get(&["slug"]).and_then(|entry| entry.value.text()) {
        let slug = slug.trim();
        if !slug.is_empty() {
            return slug.to_owned();
        }
    }
    slugged(stem)
}

/// A path with each part slugged, and without an `index` at its end.
pub fn slugged(path: &str) -> String {
    let parts: Vec<String> = path.split('/').map(slug).collect();
    let path = parts.join("/");
    path.strip_suffix("/index").unwrap_or(&path).to_owned()
}

/// As `github-slugger` does it: lower case, without punctuation and symbols, a hyphen for every space.
pub fn slug(text: &str) -> String {
    let is_kept = |c: &char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ' | '\u{203F}') || is_mark(*c);
    text.to_lowercase().chars().filter(is_kept).map(|c| if c == ' ' { '-' } else { c }).collect()
}

fn is_mark(c: char) -> bool {
    use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};
    c.general_category_group() == GeneralCategoryGroup::Mark
}
