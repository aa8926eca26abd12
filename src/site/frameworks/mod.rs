//! The ways of keeping a site in files: one file each, none of which knows another.

mod astro;
mod docusaurus;
mod eleventy;
mod folder;
mod gatsby;
mod ghost_export;
mod hexo;
mod hugo;
mod jekyll;
mod lume;
mod mkdocs;
mod next_app;
mod next_tailwind;
mod nikola;
mod nuxt_content;
mod pelican;
mod quarto;
mod quartz;
#[cfg(test)]
mod sample;
mod svelte_kit;
mod vitepress;
mod wordpress_export;
mod zola;

use super::collection::Collection;
use super::cover::Asset;
use super::fields::Keys;
use super::root::Root;
use crate::diag::Diagnostic;
use crate::model::{Author, Facts, RawPost, RouteClock};
use std::collections::BTreeMap;

/// A way of keeping a site in files.
pub struct Framework {
    /// As the manifest names it.
    pub name: &'static str,
    /// As people name it.
    pub title: &'static str,
    /// Whether its pages show `$x$` as a formula.
    pub math: bool,
    /// The file or directory, relative to the root, by which a site of this kind shows itself; nothing where it is another's.
    pub(super) detect: fn(&Root) -> Option<String>,
    /// Where everything is in such a site.
    pub(super) survey: fn(&Root, &mut Vec<Diagnostic>) -> Survey,
}

/// Every framework, the surest first; the last takes whatever is left.
pub const FRAMEWORKS: &[&Framework] = &[
    &next_tailwind::FRAMEWORK,
    &eleventy::FRAMEWORK,
    &hexo::FRAMEWORK,
    &hugo::FRAMEWORK,
    &jekyll::FRAMEWORK,
    &zola::FRAMEWORK,
    &astro::FRAMEWORK,
    &docusaurus::FRAMEWORK,
    &vitepress::FRAMEWORK,
    &nuxt_content::FRAMEWORK,
    &gatsby::FRAMEWORK,
    &svelte_kit::FRAMEWORK,
    &next_app::FRAMEWORK,
    &mkdocs::FRAMEWORK,
    &pelican::FRAMEWORK,
    &quarto::FRAMEWORK,
    &nikola::FRAMEWORK,
    &quartz::FRAMEWORK,
    &lume::FRAMEWORK,
    &ghost_export::FRAMEWORK,
    &wordpress_export::FRAMEWORK,
    &folder::FRAMEWORK,
];

/// What a framework's files say about the site.
pub struct Survey {
    pub facts: Facts,
    /// Authors by the ids that posts use.
    pub people: BTreeMap<String, Author>,
    /// Who writes where a post names nobody.
    pub default_author: Option<String>,
    pub collections: Vec<Collection>,
    /// The directory served at the root.
    pub out: String,
    /// Where pictures are beside the post's own folder and the served directory.
    pub assets: Vec<Asset>,
    pub keys: &'static Keys,
    /// Whether posts whose date is still to come are published all the same.
    pub publishes_future: bool,
    /// The clock by which the framework tells a post's day.
    pub clock: RouteClock,
    /// The posts of an export, which stand in no file of their own.
    pub exported: Vec<Exported>,
}

/// A post that an export gives, or why it is left out.
pub struct Exported {
    /// The export with the post's slug: `export.json#my-post`.
    pub path: String,
    pub outcome: Result<Box<RawPost>, &'static str>,
}

impl Survey {
    /// A site of which nothing is known but where its posts are.
    pub fn of(collections: Vec<Collection>, out: &str, keys: &'static Keys) -> Self {
        Self {
            facts: Facts::default(),
            people: BTreeMap::new(),
            default_author: None,
            collections,
            out: out.to_owned(),
            assets: Vec::new(),
            keys,
            publishes_future: false,
            clock: RouteClock::Own,
            exported: Vec::new(),
        }
    }
}

/// The framework of a directory, and the file that shows it.
pub fn detect(root: &Root) -> (&'static Framework, String) {
    let mut found = FRAMEWORKS.iter().filter_map(|framework| Some((*framework, (framework.detect)(root)?)));
    found.next().unwrap_or((&folder::FRAMEWORK, String::new()))
}

/// The framework of this name.
pub fn named(name: &str) -> Option<&'static Framework> {
    FRAMEWORKS.iter().find(|framework| framework.name == name).copied()
}

/// Whether this is the one that takes whatever is left.
pub fn is_any(framework: &Framework) -> bool {
    framework.name == folder::FRAMEWORK.name
}

/// Any Markdown below the site, for places of posts of which no framework knows how they are read.
pub fn any_collection() -> Collection {
    folder::posts()
}
