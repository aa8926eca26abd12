//! The fonts of a site and, where those lack a character, of the machine.

use super::root::Root;
use crate::diag::Diagnostic;
use crate::disk;
use crate::typeset::{Held, held};
use rayon::prelude::*;
use std::path::{Path, PathBuf};

/// Noto Sans CJK with all its faces is 20 MB; nothing in use is larger than this.
const FONT_LIMIT_BYTES: u64 = 64 << 20;

const EXTENSIONS: &[&str] = &["ttf", "otf", "ttc", "otc", "woff", "woff2"];

/// A font's file, and where it came from.
#[derive(Clone, Debug)]
pub struct FontFile {
    /// As a diagnostic names it.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The names of the fonts in the site's `fonts/` folder, relative to the site, in order.
pub fn names_of_site(root: &Root) -> Vec<String> {
    let loud: Vec<String> = EXTENSIONS.iter().map(|extension| extension.to_uppercase()).collect();
    let extensions: Vec<&str> = EXTENSIONS.iter().copied().chain(loud.iter().map(String::as_str)).collect();
    root.files("fonts", &extensions)
}

/// The fonts in the site's `fonts/` folder, in order of name; one that cannot be read is reported.
pub fn of_site(root: &Root, said: &mut Vec<Diagnostic>) -> Vec<FontFile> {
    let mut files = Vec::new();
    for name in names_of_site(root) {
        match disk::read(&root.path(&name), FONT_LIMIT_BYTES) {
            Ok(bytes) => files.push(FontFile { name, bytes }),
            Err(error) => {
                let message = format!("the font cannot be used: {}", error.reason());
                said.push(Diagnostic::warning("font-unreadable", message).in_file(name));
            }
        }
    }
    files
}

/// The fewest fonts of this machine that hold as many of `missing` as any do.
pub fn of_machine(missing: &[char]) -> Vec<FontFile> {
    chosen(font_paths(), missing)
}

/// Which font files this machine has, with their lengths and times: where that is as it was, the same are chosen. None is opened.
pub fn state_of_machine() -> String {
    let state = |path: &PathBuf| format!("{} {:?}\n", path.display(), disk::stamp(path));
    font_paths().iter().map(state).collect()
}

/// Fonts of this machine that were chosen before, by their names; one that is gone is left out.
pub fn of_machine_named<'a>(names: impl Iterator<Item = &'a str>) -> Vec<FontFile> {
    let read = |name: &str| Some((name.to_owned(), disk::read(Path::new(name), FONT_LIMIT_BYTES).ok()?));
    names.filter_map(read).map(|(name, bytes)| FontFile { name, bytes }).collect()
}

fn chosen(paths: Vec<PathBuf>, missing: &[char]) -> Vec<FontFile> {
    let mut wanted = missing.to_vec();
    let mut files = Vec::new();
    let candidates: Vec<(PathBuf, Vec<Held>)> = paths
        .into_par_iter()
        .filter_map(|path| {
            let faces = held(disk::read(&path, FONT_LIMIT_BYTES).ok()?, missing);
            (!faces.is_empty()).then_some((path, faces))
        })
        .collect();
    while !wanted.is_empty() {
        let faces = candidates.iter().flat_map(|(path, faces)| faces.iter().map(move |face| (path, face)));
        let best = faces
            .map(|(path, face)| {
                let count = face.characters.iter().filter(|c| wanted.contains(c)).count();
                (count, fitness(path, face), path, face)
            })
            .filter(|(count, ..)| *count > 0)
            .max_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then_with(|| b.2.cmp(a.2)));
        let Some((_, _, path, face)) = best else { break };
        wanted.retain(|c| !face.characters.contains(c));
        let name = path.display().to_string();
        if files.iter().any(|file: &FontFile| file.name == name) {
            continue;
        }
        if let Ok(bytes) = disk::read(path, FONT_LIMIT_BYTES) {
            files.push(FontFile { name, bytes });
        }
    }
    files
}

/// Titles are bold and upright, in a sans serif.
fn fitness(path: &Path, face: &Held) -> i32 {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().to_lowercase()).unwrap_or_default();
    let name = format!("{} {stem}", face.family.to_lowercase());
    let points = [
        ("sans", 2),
        ("emoji", 1),
        ("noto", 1),
        ("condensed", -2),
        ("serif", -2),
        ("mono", -2),
        ("display", -1),
        ("ui", -1),
        // Names of what stands in for everything with boxes that hold the number of a character.
        ("last", -8),
        ("unifont", -4),
    ];
    let by_name: i32 = points.iter().filter(|(word, _)| name.contains(word)).map(|(_, points)| points).sum();
    let by_weight = match face.weight {
        weight if weight < 350.0 => -2,
        weight if weight < 550.0 => 0,
        weight if weight < 650.0 => 1,
        weight if weight < 750.0 => 2,
        _ => 1,
    };
    let by_shape = if face.is_upright { 0 } else { -4 } + if face.is_normal_width { 0 } else { -2 };
    by_name + by_weight + by_shape
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
            extension.is_some_and(|extension| EXTENSIONS.contains(&extension.as_str()))
        })
        .collect();
    paths.sort();
    paths
}
