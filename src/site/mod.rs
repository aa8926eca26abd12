//! Reads a site: which framework it is, its facts, its posts and its pictures.
//!
//! Nothing is guessed here: what a file says goes into a [`Source`], and `resolve` decides what it means.

mod about;
mod anywhere;
mod article;
mod body;
mod candidates;
mod card_wish;
mod code;
mod collection;
mod config;
mod cover;
mod encoding;
mod evidence;
mod exports;
mod fields;
pub mod fonts;
mod frameworks;
mod front_matter;
mod glob;
mod inherit;
mod literals;
mod names;
mod notebook;
mod open;
mod page_files;
mod patterns;
mod permalink;
mod python;
mod read;
mod reading;
mod rollover;
mod root;
pub mod schema;
mod script;
mod short_years;
mod slugs;
pub mod themes;
mod walk;

pub use crate::disk::ReadError;
pub use article::{Markup, article, built_page};
pub use config::{Config, FILE as SETTINGS_FILE, RepairMode};
pub use frameworks::{FRAMEWORKS, Framework, detect, named as framework};
pub use open::{Opened, open};
pub use read::Asked;
pub use root::Root;

use crate::diag::Warned;
use crate::disk;
use crate::model::{Evidence, Source};
use cover::Search;
use frameworks::Survey;
use std::path::Path;

/// A picture's file may be this large; a 100 megapixel photo is about 60 MB.
const COVER_LIMIT_BYTES: u64 = 128 << 20;

/// Reads the settings in the site's `syndicard.yaml`, if there is one.
pub fn configure(root: &Root) -> Warned<Config> {
    config::read(root)
}

/// What tells the addresses of posts where no rule does: nothing is read where it is not needed. `html` is the directory of the
/// site's built pages.
pub fn evidence(root: &Root, source: &Source, html: Option<&Path>) -> Vec<Evidence> {
    let is_needed = source.facts.url.is_none() || source.posts.iter().any(|post| !post.route_rule.is_sure);
    if is_needed { evidence::collect(root, &source.out, html) } else { Vec::new() }
}

/// Whether there is such a file in the site.
pub fn is_file(root: &Root, path: &str) -> bool {
    root.is_file(path)
}

/// A line of a small text file, numbered from 1.
pub fn line(root: &Root, path: &str, number: u32) -> Option<String> {
    let at = usize::try_from(number.checked_sub(1)?).ok()?;
    root.text(path)?.lines().nth(at).map(|line| line.chars().take(160).collect())
}

/// The directory that a site serves at its root, relative to the site.
pub fn out(root: &Root, framework: &'static Framework, config: &Config) -> String {
    config.out.clone().unwrap_or_else(|| (framework.survey)(root, &mut Vec::new()).out)
}

/// Reads every post of a site.
pub fn read(
    root: &Root,
    framework: &'static Framework,
    config: &Config,
    asked: &Asked<'_>,
) -> Warned<Source> {
    let mut said = Vec::new();
    let mut survey = (framework.survey)(root, &mut said);
    apply(config, &mut survey);
    find_pictures(root, &mut survey);
    let exported = std::mem::take(&mut survey.exported);
    let posts = read::posts(root, &survey, exported, config, asked, &mut said);
    let cname = root.text("CNAME").or_else(|| root.text(&format!("{}/CNAME", survey.out)));
    let source = Source {
        framework: framework.name,
        below: root.prefix().to_owned(),
        facts: survey.facts,
        cname: cname.map(|text| text.trim().to_owned()).filter(|host| !host.is_empty()),
        out: survey.out,
        folders: posts.folders,
        posts: posts.posts,
        excluded: posts.excluded,
        evidence: Vec::new(),
        publishes_future: survey.publishes_future,
        clock: survey.clock,
        remember: posts.remember,
    };
    Warned { value: source, diagnostics: said }
}

/// What the site's owner decided stands before what its files say.
fn apply(config: &Config, survey: &mut Survey) {
    survey.facts = config.facts.clone().or(std::mem::take(&mut survey.facts));
    survey.people.extend(config.people.clone());
    survey.publishes_future = config.future.unwrap_or(survey.publishes_future);
    if let Some(out) = &config.out {
        survey.out.clone_from(out);
    }
    if survey.collections.is_empty() && !config.posts.is_empty() {
        survey.collections.push(frameworks::any_collection());
    }
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
