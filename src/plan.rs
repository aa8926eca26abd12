//! The checked choices: what to build, from where, to where.

use crate::diag::Diagnostic;
use crate::site::{self, Config, Framework, Root};
use chrono::{DateTime, FixedOffset};
use std::path::PathBuf;

/// What the person at the desk asked for.
#[derive(Clone, Debug)]
pub struct Choices {
    /// The site's directory.
    pub site: PathBuf,
    /// The directory served at the root, where it is not the framework's own.
    pub out: Option<PathBuf>,
    /// The present moment; what is later is in the future.
    pub now: DateTime<FixedOffset>,
    /// Whether files that others wrote may be overwritten.
    pub force: bool,
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            site: PathBuf::from("."),
            out: None,
            now: DateTime::<chrono::Utc>::MAX_UTC.fixed_offset(),
            force: false,
        }
    }
}

/// Choices and configuration, checked.
pub struct Plan {
    pub(crate) root: Root,
    pub(crate) framework: &'static Framework,
    pub(crate) config: Config,
    pub(crate) out: Option<PathBuf>,
    pub(crate) now: DateTime<FixedOffset>,
    pub(crate) force: bool,
    /// What is to be said about the configuration.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl Plan {
    /// Finds the framework and reads the site's settings.
    pub fn new(choices: Choices) -> Self {
        let root = Root::new(choices.site);
        let configured = site::configure(&root);
        Self {
            framework: site::detect(&root),
            root,
            config: configured.value,
            out: choices.out,
            now: choices.now,
            force: choices.force,
            diagnostics: configured.diagnostics,
        }
    }
}
