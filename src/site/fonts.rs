//! The fonts of a site and, where those lack a character, of the machine.

use super::root::Root;
use crate::disk;
use rayon::prelude::*;
use skrifa::{FontRef, MetadataProvider};
use std::path::{Path, PathBuf};

/// Noto Sans CJK with all its faces is 20 MB; nothing in use is larger than this.
const FONT_LIMIT_BYTES: u64 = 64 << 20;

/// A font's file, and where it came from.
#[derive(Clone, Debug)]
pub struct FontFile {
    /// As a diagnostic names it.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The fonts in the site's `fonts/` folder, in order of name.
pub fn of_site(root: &Root) -> Vec<FontFile> {
    root.files("fonts", &["ttf", "otf", "ttc"])
        .into_iter()
        .filter_map(|name| {
            let bytes = disk::read(&root.path(&name), FONT_LIMIT_BYTES).ok()?;
            Some(FontFile { name, bytes })
        })
        .collect()
}

/// The fewest fonts of this machine that hold as many of `missing` as any do.
pub fn of_machine(missing: &[char]) -> Vec<FontFile> {
    let mut wanted = missing.to_vec();
    let mut chosen = Vec::new();
    let candidates: Vec<(PathBuf, Vec<char>)> = font_paths()
        .into_par_iter()
        .filter_map(|path| {
            let held = held(&disk::read(&path, FONT_LIMIT_BYTES).ok()?, missing);
            (!held.is_empty()).then_some((path, held))
        })
        .collect();
    while !wanted.is_empty() {
        let best = candidates
            .iter()
            .map(|(path, held)| {
                (held.iter().filter(|c| wanted.contains(c)).count(), fitness(path), path, held)
            })
            .filter(|(count, ..)| *count > 0)
            .max_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then_with(|| b.2.cmp(a.2)));
        let Some((_, _, path, held)) = best else { break };
        wanted.retain(|c| !held.contains(c));
        if let Ok(bytes) = disk::read(path, FONT_LIMIT_BYTES) {
            chosen.push(FontFile { name: path.display().to_string(), bytes });
        }
    }
    chosen
}

/// Which of these characters the first face of a font maps.
fn held(bytes: &[u8], wanted: &[char]) -> Vec<char> {
    let Ok(font) = FontRef::from_index(bytes, 0) else { return Vec::new() };
    let map = font.charmap();
    wanted.iter().copied().filter(|&c| map.map(c).is_some()).collect()
}

/// Titles are bold and upright, in a sans serif.
fn fitness(path: &Path) -> i32 {
    let name = path.file_stem().map(|stem| stem.to_string_lossy().to_lowercase()).unwrap_or_default();
    let points = [
        ("bold", 2),
        ("sans", 2),
        ("emoji", 1),
        ("noto", 1),
        ("semibold", -1),
        ("condensed", -2),
        ("italic", -4),
        ("oblique", -4),
        ("serif", -2),
        ("mono", -2),
        ("light", -2),
        ("thin", -2),
        ("display", -1),
        ("ui", -1),
    ];
    points.iter().filter(|(word, _)| name.contains(word)).map(|(_, points)| points).sum()
}

/// Every font file of this machine, in order, so that the choice does not hang on the directory's.
fn font_paths() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = [
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        "/Library/Fonts",
        "/System/Library/Fonts",
        "C:\\Windows\\Fonts",
    ]
    .into_iter()
    .map(PathBuf::from)
    .collect();
    if let Some(home) = std::env::home_dir() {
        folders.extend([".local/share/fonts", ".fonts", "Library/Fonts"].map(|folder| home.join(folder)));
    }
    let mut paths: Vec<PathBuf> = folders
        .iter()
        .filter(|folder| folder.is_dir())
        .flat_map(|folder| ignore::WalkBuilder::new(folder).standard_filters(false).build())
        .filter_map(|entry| Some(entry.ok()?.into_path()))
        .filter(|path| {
            let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
            matches!(extension.as_deref(), Some("ttf" | "otf" | "ttc"))
        })
        .collect();
    paths.sort();
    paths
}
