//! The posts that an export holds, all in one file, with their bodies as HTML.

pub mod ghost;
pub mod wordpress;

use super::root::{Bodies, Root};
use crate::disk;

/// Exports are larger than any post: all posts with their revisions and comments stand in one.
const LIMIT_BYTES: u64 = 512 << 20;
/// By its beginning an export is told from other files of its kind.
const HEAD_BYTES: u64 = 64 << 10;

/// A post's body, by the path that names the export and the post: `export.json#my-post`.
///
/// The export is read once for a site, since every one of its posts may be asked for.
///
/// # Errors
/// A few words: the export is gone, or holds that post no more.
pub fn body(root: &Root, path: &str) -> Result<String, String> {
    let (file, _) = path.rsplit_once('#').ok_or_else(|| "it stands in no export".to_owned())?;
    let bodies = root.bodies(|| read(root, file))?;
    bodies.get(path).cloned().ok_or_else(|| "the export holds it no more".to_owned())
}

/// The bodies of all exports that are of one kind with this one.
fn read(root: &Root, file: &str) -> Result<Bodies, String> {
    if file.ends_with(".json") { ghost::bodies(root) } else { wordpress::bodies(root) }
}

/// The files directly in the site that have this extension and whose beginning holds one of these texts.
fn files(root: &Root, extension: &str, marks: &[&str]) -> Vec<String> {
    let mut files = root.files("", &[extension]);
    files.retain(|file| {
        let head = disk::head(&root.path(file), HEAD_BYTES).map(|(head, _)| head).unwrap_or_default();
        marks.iter().any(|mark| memchr::memmem::find(&head, mark.as_bytes()).is_some())
    });
    files.iter().map(|file| file.trim_start_matches('/').to_owned()).collect()
}
