//! Where content stands: its folders, and which of those are sections or bundles.

use super::config::Config;
use super::language::Language;
use crate::site::front_matter::Value;
use crate::site::root::Root;
use std::collections::BTreeSet;

/// Files that Hugo takes for pages, if a front matter stands in them.
pub const EXTENSIONS: &[&str] =
    &["md", "markdown", "mdown", "mkd", "html", "htm", "org", "adoc", "rst", "pandoc", "pdc"];

/// A folder of content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    /// Relative to the site.
    pub directory: String,
    /// The language of files that name none, by its key.
    pub language: String,
    /// Where it is mounted below the content; empty for the whole of it.
    pub mount: String,
}

/// What the folders hold.
#[derive(Debug, Default)]
pub struct Content {
    pub folders: Vec<Folder>,
    /// Folders with an `index` file, relative to the site: what else stands there belongs to that page.
    pub bundles: BTreeSet<String>,
    /// Files named `_index`, relative to the site.
    pub lists: Vec<String>,
    /// Folders with such a file.
    pub sections: BTreeSet<String>,
}

impl Content {
    pub fn of(root: &Root, config: &Config, languages: &[Language]) -> Self {
        let folders = folders(config, languages);
        let mut content = Self { folders: folders.clone(), ..Self::default() };
        for folder in &folders {
            for file in root.files_below(&folder.directory) {
                let (directory, name) = file.rsplit_once('/').unwrap_or(("", &file));
                if !name.rsplit_once('.').is_some_and(|(_, ending)| {
                    EXTENSIONS.iter().any(|known| ending.eq_ignore_ascii_case(known))
                }) {
                    continue;
                }
                if name.starts_with("index.") && directory != folder.directory {
                    content.bundles.insert(directory.to_owned());
                } else if name.starts_with("_index.") {
                    content.sections.insert(directory.to_owned());
                    content.lists.push(file);
                }
            }
        }
        content
    }

    /// Whether the file belongs to a page in its folder or above.
    pub fn is_part(&self, path: &str) -> bool {
        let (mut folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        // Of a bundle in a bundle, the outer one is the page.
        let own = name.starts_with("index.");
        if !own && self.bundles.contains(folder) {
            return true;
        }
        while let Some((above, _)) = folder.rsplit_once('/') {
            folder = above;
            if self.bundles.contains(folder) {
                return true;
            }
        }
        false
    }
}

/// The content's folders, the deeper before the one that holds it.
fn folders(config: &Config, languages: &[Language]) -> Vec<Folder> {
    let main = languages.first().map_or("en", |language| language.key.as_str());
    let mut folders = mounts(config, main);
    if folders.is_empty() {
        let all = config.text(&["contentDir"]).unwrap_or_else(|| "content".to_owned());
        for language in languages {
            let own = language.directory.as_ref().unwrap_or(&all);
            let directory = clean(own);
            if !folders.iter().any(|folder: &Folder| folder.directory == directory) {
                folders.push(Folder { directory, language: language.key.clone(), mount: String::new() });
            }
        }
    }
    folders.sort_by_key(|folder| std::cmp::Reverse(folder.directory.split('/').count()));
    folders
}

/// `module.mounts` whose target is the content.
fn mounts(config: &Config, main: &str) -> Vec<Folder> {
    let Some(Value::List(mounts)) = config.get(&["module", "mounts"]) else { return Vec::new() };
    let mounts = mounts.iter().filter_map(|mount| {
        let target = clean(mount.get(&["target"])?.text()?);
        let below = target.strip_prefix("content")?;
        if !(below.is_empty() || below.starts_with('/')) {
            return None;
        }
        let language = mount.get(&["lang"]).and_then(Value::text).map_or(main.to_owned(), str::to_lowercase);
        let directory = clean(mount.get(&["source"])?.text()?);
        Some(Folder { directory, language, mount: below.trim_matches('/').to_owned() })
    });
    mounts.collect()
}

fn clean(folder: &str) -> String {
    folder.trim().trim_start_matches("./").trim_matches('/').to_owned()
}
