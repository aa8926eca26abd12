//! Which files count: those that a build may read, and none that it writes.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};
use syndicard::pipeline::Report;

/// What others wrote, wherever it lies.
const DEPENDENCIES: &str = "node_modules";
/// What a site's own build makes, directly in the site.
const BUILT: &[&str] = &["vendor", "target", "dist", "_site", "output", "resources"];
/// The only folder whose name begins with a dot that holds what a build reads: VitePress has its settings there.
const DOTTED: &str = ".vitepress";
/// What VitePress makes in it.
const OF_DOTTED: &[&str] = &["cache", "dist"];
/// Written at the end of a build, and never the beginning of one.
const LEDGER: &str = "syndicard.lock";

/// The files that count.
pub struct Wanted {
    pub site: PathBuf,
    /// The directory of built pages, which may lie anywhere.
    pub html: Option<PathBuf>,
    /// The directory that is written into, and what was written there.
    out: PathBuf,
    written: BTreeSet<String>,
}

impl Wanted {
    /// Of a site, and of its built pages where whole posts are taken from them.
    pub fn of(site: &Path, html: Option<&Path>) -> Self {
        let html = html.map(whole);
        Self { site: whole(site), html, out: PathBuf::new(), written: BTreeSet::new() }
    }

    /// From now on, what a build wrote does not count.
    pub fn leave_out(&mut self, report: &Report) {
        let out = whole(&report.directory);
        if self.out != out {
            self.written.clear();
            self.out = out;
        }
        // What was written before may have been removed now.
        self.written.extend(report.files.iter().cloned());
    }

    /// Whether a change of this file, or of this folder, calls for a build.
    pub fn counts(&self, path: &Path) -> bool {
        if self.is_written(path) {
            return false;
        }
        if self.html.as_ref().is_some_and(|html| path.starts_with(html)) {
            return true;
        }
        let Ok(below) = path.strip_prefix(&self.site) else { return false };
        let names: Vec<&str> = below.components().filter_map(name).collect();
        let Some((file, folders)) = names.split_last() else { return true };
        let is_built = names.first().is_some_and(|first| BUILT.contains(first));
        let is_foreign = |name: &&str| name.starts_with('.') && *name != DOTTED || *name == DEPENDENCIES;
        let of_dotted =
            names.first() == Some(&DOTTED) && names.get(1).is_some_and(|inner| OF_DOTTED.contains(inner));
        !is_built
            && !of_dotted
            && !folders.iter().any(is_foreign)
            && !is_passing(file)
            && below != Path::new(LEDGER)
    }

    /// Whether what is in this folder may count.
    pub fn enters(&self, folder: &Path) -> bool {
        let inside = folder.join("file");
        self.counts(&inside)
    }

    /// Whether a build wrote it, or something in it.
    fn is_written(&self, path: &Path) -> bool {
        let Some(below) = path.strip_prefix(&self.out).ok().filter(|_| !self.out.as_os_str().is_empty())
        else {
            return false;
        };
        let names: Vec<&str> = below.components().filter_map(name).collect();
        let path = names.join("/");
        let folder = format!("{path}/");
        let inside =
            self.written.range(folder.clone()..).next().is_some_and(|next| next.starts_with(&folder));
        !path.is_empty() && (self.written.contains(&path) || inside)
    }
}

/// As the system names it, so that what it tells of can be compared.
fn whole(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

fn name(component: Component<'_>) -> Option<&str> {
    match component {
        Component::Normal(name) => name.to_str(),
        _ => None,
    }
}

/// What editors and programs lay down for a moment, and folders that file managers describe.
fn is_passing(file: &str) -> bool {
    let begins = [".syndicard", ".#", ".git"].iter().any(|start| file.starts_with(start));
    let ends = ["~", ".swp", ".swx", ".tmp", ".crdownload", ".part"].iter().any(|end| file.ends_with(end));
    begins || ends || matches!(file, ".DS_Store" | "4913" | "Thumbs.db")
}
