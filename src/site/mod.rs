//! Reads a site: which framework it is, its facts, its posts and its pictures.
//!
//! Nothing is guessed here: what a file says goes into a [`Source`], and `resolve` decides what it means.

mod about;
mod anywhere;
mod article;
mod body;
mod card_wish;
mod code;
mod collection;
mod config;
mod cover;
mod encoding;
mod fields;
pub mod fonts;
mod frameworks;
mod front_matter;
mod inherit;
mod literals;
mod page_files;
mod patterns;
mod read;
mod reading;
mod rollover;
mod root;
mod script;
mod slugs;
pub mod themes;

pub use article::{Markup, article, built_page};
pub use config::{Config, FILE as SETTINGS_FILE, RepairMode};
pub use frameworks::{FRAMEWORKS, Framework, detect};
pub use root::Root;

use crate::diag::Warned;
use crate::disk::{self, ReadError};
use crate::model::Source;
use cover::Search;
use frameworks::Survey;
use std::path::Path;

/// A picture's file may be this large; a 100 megapixel photo is about 60 MB.
const COVER_LIMIT_BYTES: u64 = 128 << 20;

/// Reads the settings in the site's `syndicard.yaml`, if there is one.
pub fn configure(root: &Root) -> Warned<Config> {
    config::read(root)
}

/// The directory that a site serves at its root, relative to the site.
pub fn out(root: &Root, framework: &'static Framework, config: &Config) -> String {
    config.out.clone().unwrap_or_else(|| (framework.survey)(root, &mut Vec::new()).out)
}

/// Reads every post of a site.
pub fn read(root: &Root, framework: &'static Framework, config: &Config) -> Warned<Source> {
    let mut said = Vec::new();
    let mut survey = (framework.survey)(root, &mut said);
    survey.facts = config.facts.clone().or(survey.facts);
    if let Some(out) = &config.out {
        survey.out.clone_from(out);
    }
    if let Some(directory) = &config.posts {
        survey.collections.truncate(1);
        if let Some(posts) = survey.collections.first_mut() {
            posts.directory.clone_from(directory);
        }
    }
    find_pictures(root, &mut survey);
    let posts = read::posts(root, &survey, config, &mut said);
    let cname = root.text("CNAME").or_else(|| root.text(&format!("{}/CNAME", survey.out)));
    let source = Source {
        framework: framework.name,
        facts: survey.facts,
        cname: cname.map(|text| text.trim().to_owned()).filter(|host| !host.is_empty()),
        out: survey.out,
        posts: posts.posts,
        excluded: posts.excluded,
        publishes_future: survey.publishes_future,
    };
    Warned { value: source, diagnostics: said }
}

/// Finds the files of the site's logo and of its authors' pictures.
fn find_pictures(root: &Root, survey: &mut Survey) {
    let Survey { facts, people, out, assets, .. } = survey;
    let origin = facts.url.clone();
    let search = Search { root, out, assets, origin: origin.as_deref() };
    for author in people.values_mut().chain(&mut facts.authors) {
        search.avatar("", author);
    }
    let mut pictures = [&facts.logo, &facts.icon].into_iter().flatten();
    facts.logo_file = pictures.find_map(|source| search.file("", source));
}

/// The bytes of a cover that was found before.
///
/// # Errors
/// When it is gone, too large, or not readable.
pub fn cover_bytes(root: &Root, file: &str) -> Result<Vec<u8>, ReadError> {
    picture_bytes(&root.path(file))
}

/// Where a picture's header ends at the latest: EXIF and colour profiles come before a JPEG's frame.
const HEADER_BYTES: u64 = 512 << 10;

/// The beginning of a cover that was found before, and the length of the whole.
///
/// # Errors
/// As for [`cover_bytes`].
pub fn cover_head(root: &Root, file: &str) -> Result<(Vec<u8>, u64), ReadError> {
    disk::head(&root.path(file), HEADER_BYTES)
}

/// The bytes of a picture anywhere on this machine.
///
/// # Errors
/// As for [`cover_bytes`].
pub fn picture_bytes(file: &Path) -> Result<Vec<u8>, ReadError> {
    disk::read(file, COVER_LIMIT_BYTES)
}
