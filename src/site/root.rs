//! A site's directory, in which every path is relative and written with `/`.

use super::encoding;
use crate::disk;
use ignore::WalkBuilder;
use std::collections::BTreeMap;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// Configuration and author files are small; what is larger is something else.
const SMALL_BYTES: u64 = 4 << 20;

/// The directory that holds a site.
#[derive(Clone, Debug)]
pub struct Root {
    directory: PathBuf,
    /// The bodies of the posts of an export, once they were asked for.
    bodies: Arc<OnceLock<Result<Bodies, String>>>,
    /// What stands before its paths for whoever asked for a directory above: empty, or ending in `/`.
    prefix: String,
}

/// HTML by the path of its post.
pub type Bodies = BTreeMap<String, String>;

impl Root {
    /// A site in this directory, which may be absent: then it has no files.
    pub fn new(directory: impl Into<PathBuf>) -> Self {
        Self { directory: directory.into(), prefix: String::new(), bodies: Arc::default() }
    }

    /// A site in a folder of this directory.
    pub fn below(&self, folder: &str) -> Self {
        // `./website` and `website` are one, but not as beginnings of a path.
        let here = self.directory == Path::new(".");
        let directory = if here { PathBuf::from(folder) } else { self.path(folder) };
        Self { directory, prefix: format!("{}{folder}/", self.prefix), bodies: Arc::default() }
    }

    /// What stands before a path of this site for whoever asked for a directory above it: empty, or ending in `/`.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// Where a file is on this machine.
    pub fn path(&self, relative: &str) -> PathBuf {
        if MAIN_SEPARATOR == '/' && !relative.is_empty() {
            return self.directory.join(relative.trim_start_matches('/'));
        }
        relative
            .split('/')
            .filter(|part| !part.is_empty())
            .fold(self.directory.clone(), |path, part| path.join(part))
    }

    /// The bodies of an export's posts, which `read` gives the first time.
    ///
    /// # Errors
    /// What `read` said.
    pub fn bodies(&self, read: impl FnOnce() -> Result<Bodies, String>) -> Result<&Bodies, String> {
        self.bodies.get_or_init(read).as_ref().map_err(Clone::clone)
    }

    pub fn is_file(&self, relative: &str) -> bool {
        self.path(relative).is_file()
    }

    /// The length of a regular file.
    pub fn length_bytes(&self, relative: &str) -> Option<u64> {
        let found = std::fs::metadata(self.path(relative)).ok()?;
        found.is_file().then_some(found.len())
    }

    pub fn is_dir(&self, relative: &str) -> bool {
        self.path(relative).is_dir()
    }

    /// A small text file, or nothing where it is missing or not text.
    pub fn text(&self, relative: &str) -> Option<String> {
        encoding::decode(disk::read(&self.path(relative), SMALL_BYTES).ok()?).ok()
    }

    /// The files directly in a directory that have one of these extensions, in order of name.
    pub fn files(&self, relative: &str, extensions: &[&str]) -> Vec<String> {
        let Ok(entries) = std::fs::read_dir(self.path(relative)) else { return Vec::new() };
        let mut files: Vec<String> = entries
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter(|name| {
                name.rsplit_once('.').is_some_and(|(_, extension)| extensions.contains(&extension))
            })
            .map(|name| format!("{relative}/{name}"))
            .collect();
        files.sort();
        files
    }

    /// The files below a directory that have one of these extensions, in order of path; dependencies are left out.
    pub fn tree(&self, relative: &str, extensions: &[&str]) -> Vec<String> {
        // Pages and settings stand higher, and a link to an ancestor must end somewhere.
        const DEPTH: usize = 12;
        const FILES: usize = 20_000;
        let mut files = Vec::new();
        let mut folders = vec![(relative.trim_matches('/').to_owned(), 0)];
        while let Some((folder, depth)) = folders.pop() {
            files.extend(
                self.files(&folder, extensions).into_iter().map(|file| file.trim_matches('/').to_owned()),
            );
            if depth < DEPTH && files.len() < FILES {
                let names = self.folders(&folder);
                let inside = names.iter().filter(|name| *name != "node_modules" && *name != ".git");
                folders.extend(
                    inside.map(|name| (format!("{folder}/{name}").trim_matches('/').to_owned(), depth + 1)),
                );
            }
        }
        files.sort();
        files
    }

    /// The names of the folders in a folder, in order.
    pub fn folders(&self, relative: &str) -> Vec<String> {
        let Ok(entries) = std::fs::read_dir(self.path(relative)) else { return Vec::new() };
        let folders = entries.filter_map(Result::ok).filter(|entry| entry.path().is_dir());
        let mut names: Vec<String> =
            folders.filter_map(|entry| entry.file_name().into_string().ok()).collect();
        names.sort();
        names
    }

    /// Every file below a folder, relative to the site, in order; what `.gitignore` leaves out is left out, and what is hidden.
    pub fn files_below(&self, relative: &str) -> Vec<String> {
        let start = self.path(relative);
        if !start.is_dir() {
            return Vec::new();
        }
        let walk = WalkBuilder::new(&start).require_git(false).sort_by_file_name(Ord::cmp).build();
        let files =
            walk.filter_map(Result::ok).filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()));
        files.map(|entry| self.relative(entry.path())).collect()
    }

    /// Whether a path of this machine lies in the site.
    pub fn holds(&self, path: &Path) -> bool {
        path.starts_with(&self.directory)
    }

    /// A path of this machine as one relative to the site, with `/`.
    pub fn relative(&self, path: &Path) -> String {
        let inside = path.strip_prefix(&self.directory).unwrap_or(path);
        let is_plain = |text: &&str| !text.split('/').any(|part| matches!(part, "" | "."));
        if MAIN_SEPARATOR == '/'
            && let Some(text) = inside.to_str().filter(is_plain)
        {
            return text.to_owned();
        }
        let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        parts.join("/")
    }
}
