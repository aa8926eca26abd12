//! The id of an entry in a collection.

use crate::site::inherit::Layers;
use crate::site::slugs::github;

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
    github::path(stem)
}
