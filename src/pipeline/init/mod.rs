//! Writes the settings of a site as they were detected.

mod settings;
#[cfg(test)]
mod tests;
mod yaml;

use super::shown;
use crate::diag::Diagnostic;
use crate::model::{Artifact, Depth};
use crate::plan::Plan;
use crate::sink::{Directory, Sink};
use crate::site::SETTINGS_FILE;
use crate::site::schema::schema;
use crate::{resolve, store};
use settings::Detected;

/// Where the schema is written if nothing else is said; the folder is ours.
const SCHEMA: &str = ".syndicard/schema.json";

/// What is wanted.
#[derive(Clone, Debug, Default)]
pub struct InitRequest {
    /// Whether the settings that are there may be overwritten.
    pub force: bool,
    /// Whether the settings are composed only, and nothing written.
    pub dry_run: bool,
    /// Where the schema is written, relative to the site, or the address at which it is already.
    pub schema: Option<String>,
}

/// What was composed.
#[derive(Clone, Debug)]
pub struct Initiated {
    /// The settings' file, as whoever asked for the site sees it.
    pub file: String,
    pub text: String,
    pub diagnostics: Vec<Diagnostic>,
}

/// Composes the settings, and writes them unless they are only wanted to be seen.
///
/// # Errors
/// When the site is not one, settings are there already, or a file cannot be written.
pub fn init(plan: &Plan, request: &InitRequest) -> Result<Initiated, Diagnostic> {
    if let Some(stop) = plan.diagnostics.iter().find(|diagnostic| diagnostic.stops) {
        return Err(stop.clone());
    }
    let prefix = plan.root.prefix();
    let file = format!("{prefix}{SETTINGS_FILE}");
    if plan.root.is_file(SETTINGS_FILE) && !request.force && !request.dry_run {
        return Err(Diagnostic::error("settings-exist", format!("there are settings already, in `{file}`"))
            .hint("overwrite them with `--force`, or see what would be written with `--dry-run`"));
    }
    let mut said = Vec::new();
    let source = super::read(plan, Depth::Bodies, &super::remembered(plan), None, &mut said);
    let facts = source.facts.clone();
    let (folders, future) = (source.folders.clone(), source.publishes_future);
    let ledger = store::read_ledger(&plan.root.path("")).map(|read| read.value).unwrap_or_default();
    let site = resolve::site(source, &ledger, plan.now).tell(&mut said);
    let schema_place = request.schema.as_deref().unwrap_or(SCHEMA);
    let text = settings::compose(&Detected {
        site: &site,
        facts: &facts,
        folders: &folders,
        future,
        shown_by: &plan.shown_by,
        said: &said,
        schema: schema_place,
    });
    if !request.dry_run {
        let sink = Directory::new(plan.root.path(""), prefix.trim_end_matches('/').to_owned(), true);
        if !schema_place.contains("://") {
            sink.put(&Artifact { path: schema_place.to_owned(), bytes: schema().into_bytes() })?;
        }
        sink.put(&Artifact { path: SETTINGS_FILE.to_owned(), bytes: text.clone().into_bytes() })?;
    }
    shown::from_above(&mut said, prefix, None);
    Diagnostic::sort(&mut said);
    Ok(Initiated { file, text, diagnostics: said })
}
