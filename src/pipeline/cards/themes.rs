//! The themes that posts name.

use crate::card::Theme;
use crate::diag::Diagnostic;
use crate::model::Site;
use crate::plan::{self, Plan};
use std::collections::BTreeMap;

/// The themes that posts ask for by name; one that is not there, or wrong, is said where it is named.
pub fn wished(plan: &Plan, site: &Site, said: &mut Vec<Diagnostic>) -> BTreeMap<String, Theme> {
    let mut themes = BTreeMap::new();
    for (post, wish) in site.posts.iter().filter_map(|post| Some((post, post.card_theme.as_ref()?))) {
        if themes.contains_key(&wish.name) {
            continue;
        }
        match plan::theme(&plan.root, &wish.name) {
            Some(Ok(theme)) => {
                themes.insert(wish.name.clone(), theme);
            }
            Some(Err(error)) => said.push(error),
            None => said.push(
                plan::theme_unknown(&plan.root, &wish.name)
                    .in_file(&post.path)
                    .at(wish.at.clone())
                    .label("the site's theme is used"),
            ),
        }
    }
    themes
}
