//! Gives the program a digest of everything that decides how its cards look, so that another program draws them anew.
#![allow(clippy::print_stdout, reason = "so a build script speaks to Cargo")]

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::Hasher;
use std::path::{Path, PathBuf};

/// The lock file stands for the libraries that shape, decode and encode.
const DECIDING: &[&str] = &[
    "src/card",
    "src/paint",
    "src/pipeline/cards",
    "src/scene.rs",
    "src/typeset",
    "assets/themes",
    "fonts",
    "Cargo.lock",
];

fn main() -> std::io::Result<()> {
    let mut files = Vec::new();
    for name in DECIDING {
        println!("cargo::rerun-if-changed={name}");
        walk(Path::new(name), &mut files)?;
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        hasher.write(file.to_string_lossy().replace('\\', "/").as_bytes());
        hasher.write(&fs::read(file)?);
    }
    println!("cargo::rustc-env=SYNDICARD_DRAWING={:016x}", hasher.finish());
    Ok(())
}

fn walk(path: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            walk(&entry?.path(), files)?;
        }
    } else if path.is_file() {
        files.push(path.to_owned());
    }
    Ok(())
}
