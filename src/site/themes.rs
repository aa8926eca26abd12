//! The site's own themes of cards: folders in `card-themes/`.

use super::root::Root;
use crate::disk;
use crate::model::ThemeFiles;
use std::path::Path;

/// The folder, below the site's root; `themes/` is taken by Hugo and others.
pub const FOLDER: &str = "card-themes";
/// The file that makes a folder a theme.
pub const FILE: &str = "theme.yaml";
const ART: &[&str] = &["svg", "png", "jpg", "jpeg", "webp", "gif", "avif"];
const LIMIT_BYTES: u64 = 1 << 20;
const ART_LIMIT_BYTES: u64 = 20 << 20;

/// The names of the site's themes, in order.
pub fn names(root: &Root) -> Vec<String> {
    let folders = root.folders(FOLDER).into_iter();
    folders.filter(|name| root.is_file(&format!("{FOLDER}/{name}/{FILE}"))).collect()
}

/// The files of a theme; nothing where the site has none of this name.
pub fn read(root: &Root, name: &str) -> Option<ThemeFiles> {
    // A name is no path: it must not lead out of the folder.
    if name.is_empty() || name.contains(['/', '\\']) || name.starts_with('.') {
        return None;
    }
    let folder = format!("{FOLDER}/{name}");
    let files = read_folder(&root.path(&folder))?;
    Some(ThemeFiles { path: format!("{folder}/{FILE}"), ..files })
}

/// The files of a theme in a folder.
pub fn read_folder(folder: &Path) -> Option<ThemeFiles> {
    let path = folder.join(FILE);
    let yaml = String::from_utf8(disk::read(&path, LIMIT_BYTES).ok()?).ok()?;
    let root = Root::new(folder);
    let art = root.files(".", ART).into_iter().filter_map(|file| {
        let bytes = disk::read(&root.path(&file), ART_LIMIT_BYTES).ok()?;
        Some((file.trim_start_matches("./").to_owned(), bytes))
    });
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Some(ThemeFiles { name, path: path.display().to_string(), yaml, art: art.collect() })
}
