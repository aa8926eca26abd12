//! Reads a site: which framework it is, its facts, its posts and its pictures.
//!
//! Nothing is guessed here: what a file says goes into a [`Source`], and `resolve` decides what it means.

mod article;
mod body;
mod card_wish;
#[allow(dead_code, reason = "for the frameworks that come next")]
mod code;
mod config;
mod cover;
mod encoding;
mod fields;
mod folder;
pub mod fonts;
mod front_matter;
#[allow(dead_code, reason = "for the frameworks that come next")]
mod literals;
mod next_tailwind;
mod read;
mod reading;
mod root;
#[allow(dead_code, reason = "for the frameworks that come next")]
mod slugs;
pub mod themes;

pub use article::{Markup, article, built_page};
pub use config::{Config, FILE as SETTINGS_FILE, RepairMode};
pub use root::Root;

use crate::diag::{Diagnostic, Warned};
use crate::disk::{self, ReadError};
use crate::model::{Author, Facts, Source};
use fields::Keys;
use std::collections::BTreeMap;
use std::path::Path;

/// A picture's file may be this large; a 100 megapixel photo is about 60 MB.
const COVER_LIMIT_BYTES: u64 = 128 << 20;

/// A way of keeping a site in files.
pub struct Framework {
    /// As `--framework` and the manifest name it.
    pub name: &'static str,
    /// Whether its pages show `$x$` as a formula.
    pub math: bool,
    /// Whether a directory is such a site.
    detect: fn(&Root) -> bool,
    /// Where everything is in such a site.
    survey: fn(&Root, &mut Vec<Diagnostic>) -> Survey,
}

/// Every framework, the surest first; the last takes whatever is left.
pub const FRAMEWORKS: &[&Framework] = &[&next_tailwind::FRAMEWORK, &folder::FRAMEWORK];

/// What a framework's files say about the site.
struct Survey {
    facts: Facts,
    /// Authors by the ids that posts use.
    people: BTreeMap<String, Author>,
    /// Who writes where a post names nobody.
    default_author: Option<String>,
    collection: Collection,
    /// The directory served at the root.
    out: String,
    keys: &'static Keys,
}

/// Where posts stand and what address each gets.
struct Collection {
    /// Relative to the site; empty for the root itself.
    directory: String,
    extensions: &'static [&'static str],
    /// From the path below `directory`, without its extension, to the address below the site's root.
    route: fn(&str) -> String,
    /// Whether every file here is meant as a post.
    posts_only: bool,
}

/// Finds the framework of a directory.
pub fn detect(root: &Root) -> &'static Framework {
    FRAMEWORKS.iter().copied().find(|framework| (framework.detect)(root)).unwrap_or(&folder::FRAMEWORK)
}

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
        survey.collection.directory.clone_from(directory);
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
        posts_only: survey.collection.posts_only,
    };
    Warned { value: source, diagnostics: said }
}

/// Finds the files of the site's logo and of its authors' pictures.
fn find_pictures(root: &Root, survey: &mut Survey) {
    let Survey { facts, people, out, .. } = survey;
    let origin = facts.url.as_deref();
    for author in people.values_mut().chain(&mut facts.authors) {
        cover::find_avatar(root, out, origin, "", author);
    }
    let mut pictures = [&facts.logo, &facts.icon].into_iter().flatten();
    facts.logo_file = pictures.find_map(|source| cover::file(root, out, origin, "", source));
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
