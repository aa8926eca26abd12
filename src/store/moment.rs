//! The present by the times that files bear, which no clock need be asked for.

use crate::disk;
use crate::model::Stamp;
use std::path::Path;

/// Below the site's root.
const FOLDER: &str = ".syndicard";

/// The stamp that a file written now bears; nothing where none can be written.
///
/// A file that bears an earlier one cannot be changed from now on without bearing another.
pub fn moment(site: &Path) -> Option<Stamp> {
    let file = disk::temporary(&site.join(FOLDER)).ok()?;
    stamp(file.path())
}

/// The stamp of a file.
pub fn stamp(file: &Path) -> Option<Stamp> {
    disk::stamp(file).map(Stamp::from)
}
