//! What makes a template a post: a tag, a glob in the configuration, or, where neither is used, a date.

use super::data::Data;
use super::settings::{Gathered, Settings};
use crate::site::fields;
use crate::site::front_matter;
use crate::site::glob;
use crate::site::root::Root;

/// Tags that starters give to every post.
const USUAL: &[&str] = &["post", "posts"];
/// Tags that sites give to every post, where they do not use those.
const OTHERS: &[&str] = &[
    "blog",
    "blogs",
    "blogpost",
    "blogposts",
    "blog-post",
    "blog-posts",
    "article",
    "articles",
    "writing",
    "writings",
    "essay",
    "essays",
    "journal",
    "entry",
    "entries",
    "news",
    "notes",
];
/// What a collection of posts is called in the configuration, in part.
const NAMES: &[&str] = &["post", "blog", "article", "writing", "essay", "journal", "entries", "news"];
/// Tags that group templates and say nothing to readers (`filterTagList` of the starter).
const SILENT: &[&str] = &["all", "nav", "post", "posts"];

#[derive(Debug, Default)]
pub struct Marks {
    tags: Vec<String>,
    globs: Vec<String>,
}

impl Marks {
    pub fn of(root: &Root, settings: &Settings, data: &Data) -> Self {
        let gathers = |gathered: &&Gathered| !gathered.globs.is_empty() || !gathered.tags.is_empty();
        let exact = settings.collections.iter().filter(|gathered| {
            USUAL.contains(&gathered.name.as_str()) || OTHERS.contains(&gathered.name.as_str())
        });
        let alike = settings.collections.iter().filter(|gathered| {
            let name = gathered.name.to_lowercase();
            NAMES.iter().any(|part| name.contains(part)) && !name.contains("tag") && !name.contains("categor")
        });
        let mut named: Vec<&Gathered> = exact.filter(gathers).collect();
        if named.is_empty() {
            named = alike.filter(gathers).collect();
        }
        let mut marks = Self::default();
        for gathered in named {
            marks.globs.extend(gathered.globs.iter().cloned());
            marks.tags.extend(gathered.tags.iter().cloned());
        }
        let of_folders = |list: &[&str]| data.tags.iter().any(|tag| list.contains(&tag.as_str()));
        let written = || written(root, &settings.input);
        let found = if of_folders(USUAL) {
            USUAL
        } else if of_folders(OTHERS) {
            OTHERS
        } else if !marks.globs.is_empty() || !marks.tags.is_empty() {
            &[]
        } else {
            let written = written();
            let has = |list: &[&str]| written.iter().any(|tag| list.contains(&tag.as_str()));
            if has(USUAL) {
                USUAL
            } else if has(OTHERS) {
                OTHERS
            } else {
                &[]
            }
        };
        let own = found
            .iter()
            .filter(|tag| found == USUAL || data.tags.is_empty() || data.tags.iter().any(|own| own == *tag));
        marks.tags.extend(own.map(|tag| (*tag).to_owned()));
        marks
    }

    /// Whether a template is a post, by its path and its tags; where nothing marks posts, by whether it is dated.
    pub fn holds(&self, path: &str, tags: &[String], is_dated: bool) -> bool {
        if self.tags.is_empty() && self.globs.is_empty() {
            return is_dated;
        }
        let (without, with): (Vec<&String>, Vec<&String>) =
            self.globs.iter().partition(|glob| glob.starts_with('!'));
        let fits = |glob: &&String| glob::matches(glob.trim_start_matches('!'), path);
        tags.iter().any(|tag| self.tags.contains(tag)) || with.iter().any(fits) && !without.iter().any(fits)
    }

    /// Whether a tag only says that a template is a post.
    pub fn is_silent(&self, tag: &str) -> bool {
        SILENT.contains(&tag) || self.tags.iter().any(|own| own == tag)
    }
}

/// The tags in the front matter of all templates.
fn written(root: &Root, input: &str) -> Vec<String> {
    let files = root.files_below(input).into_iter().filter(|file| {
        let ending = file.rsplit('.').next().unwrap_or_default();
        super::EXTENSIONS.contains(&ending) && !file.split('/').any(|name| name == "node_modules")
    });
    let mut tags: Vec<String> = files
        .filter_map(|file| {
            let text = root.text(&file)?;
            let front = front_matter::read(&front_matter::split(&text).ok()?, &mut Vec::new()).ok()?;
            front.get(&["tags"]).map(|entry| fields::tags(&entry.value))
        })
        .flatten()
        .collect();
    tags.sort();
    tags.dedup();
    tags
}
