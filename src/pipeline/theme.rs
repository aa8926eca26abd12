//! Themes of cards: what there is, and a beginning of one's own.

use crate::card::BUILT_IN;
use crate::diag::Diagnostic;
use crate::model::Artifact;
use crate::plan;
use crate::sink::{Directory, Sink};
use crate::site::{self, themes};
use std::path::Path;

/// A theme that can be asked for.
#[derive(Clone, Debug)]
pub struct ThemeEntry {
    pub name: String,
    pub about: String,
    /// Whether it is the site's own.
    pub is_own: bool,
}

/// Every theme, the site's own first; those that are wrong are said.
pub fn theme_list(site: &Path) -> (Vec<ThemeEntry>, Vec<Diagnostic>) {
    let root = site::open(site).value.root;
    let own = themes::names(&root);
    let mut entries = Vec::new();
    let mut said = Vec::new();
    for name in plan::theme_names(&root) {
        let is_own = own.contains(&name);
        match plan::theme(&root, &name) {
            Some(Ok(theme)) => entries.push(ThemeEntry { name, about: theme.about, is_own }),
            Some(Err(error)) => said.push(error),
            None => {}
        }
    }
    (entries, said)
}

/// Writes a theme of the site's own, as a copy of one of the binary's; gives the path of its file, relative to the directory that was named.
///
/// # Errors
/// When the name is no name, there is no theme to begin from, or there is one of that name already.
pub fn theme_new(site: &Path, name: &str, from: &str) -> Result<String, Diagnostic> {
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    if !is_name {
        return Err(Diagnostic::error("theme-name", format!("`{name}` is no name for a theme"))
            .hint("take letters, figures and hyphens"));
    }
    let root = site::open(site).value.root;
    let Some(begun) = BUILT_IN.iter().find(|theme| theme.name == from) else {
        return Err(plan::theme_unknown(&root, from));
    };
    let folder = format!("{}/{name}", themes::FOLDER);
    let file = format!("{folder}/{}", themes::FILE);
    if root.is_file(&file) {
        return Err(
            Diagnostic::error("theme-exists", format!("there is a theme `{name}` already")).in_file(file)
        );
    }
    let sink = Directory::new(root.path(""), root.path("").display().to_string(), false);
    let yaml = Artifact { path: file.clone(), bytes: begun.yaml.as_bytes().to_vec() };
    sink.put(&yaml)?;
    for (art, bytes) in begun.art {
        sink.put(&Artifact { path: format!("{folder}/{art}"), bytes: bytes.to_vec() })?;
    }
    Ok(format!("{}{file}", root.prefix()))
}
