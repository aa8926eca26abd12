//! The sample site that the binary carries, and the page that shows what was made of it.

mod files;
mod page;
pub mod sheet;

use crate::diag::Diagnostic;
use crate::model::Artifact;
use crate::pipeline::Report;
use crate::sink::{Directory, Sink};
use std::path::Path;

/// Where the page stands in the sample site.
pub const PAGE: &str = "public/index.html";

/// Writes the sample site's files.
///
/// # Errors
/// When a file of somebody else is in the way: then nothing else is built.
pub fn write_site(directory: &Path, force: bool) -> Result<(), Diagnostic> {
    let sink = sink(directory, force);
    for (path, bytes) in files::FILES {
        sink.put(&Artifact { path: (*path).to_owned(), bytes: bytes.to_vec() })?;
    }
    Ok(())
}

/// Writes the page that shows the cards and names the feeds.
///
/// # Errors
/// When it cannot be written.
pub fn write_page(directory: &Path, report: &Report, force: bool) -> Result<(), Diagnostic> {
    let page = Artifact { path: PAGE.to_owned(), bytes: page::html(report).into_bytes() };
    sink(directory, force).put(&page).map(|_| ())
}

fn sink(directory: &Path, force: bool) -> Directory<'static> {
    Directory::new(directory.to_owned(), directory.display().to_string(), force)
}
