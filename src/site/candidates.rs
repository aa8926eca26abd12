//! Finds the files that may be posts: those of the framework's collections, or of the places that the settings name.

use super::Root;
use super::collection::Collection;
use super::config::PostsSetting;
use super::frameworks::Survey;
use crate::diag::Diagnostic;
use crate::model::Excluded;
use ignore::{DirEntry, WalkBuilder, WalkState};
use std::sync::Mutex;

/// Folders that hold copies, templates and examples.
const LEFT_OUT: &[&str] =
    &["node_modules", "scaffolds", "archetypes", "themes", "fixtures", "vendor", "target", "dist"];
/// Files that speak to developers.
const NO_POSTS: &[&str] =
    &["README", "CHANGELOG", "CONTRIBUTING", "LICENSE", "CODE_OF_CONDUCT", "CLAUDE", "AGENTS"];
/// What people write posts in: of such a file they wonder why it is none.
const TEXTS: &[&str] = &[
    "md", "mdx", "markdown", "mdown", "mkd", "rst", "org", "adoc", "asciidoc", "textile", "qmd", "rmd",
    "ipynb",
];

/// Where posts are looked for.
pub struct Place<'a> {
    pub collection: &'a Collection,
    /// The directory from which a post's path counts, relative to the site.
    pub base: &'a str,
    /// Its number among the places of the site.
    pub number: u16,
    /// What the settings say of it.
    pub setting: Option<&'a PostsSetting>,
}

/// A file that may be a post.
pub struct Candidate<'a> {
    pub path: String,
    pub place: &'a Place<'a>,
}

impl<'a> Place<'a> {
    /// The places of a site. Of a directory that the settings name, the collection that holds it tells how it is read, else the first.
    pub fn all(survey: &'a Survey, settings: &'a [PostsSetting]) -> Vec<Self> {
        let collections = &survey.collections;
        if settings.is_empty() {
            let whole = |(number, collection): (u16, &'a Collection)| Self {
                collection,
                base: &collection.directory,
                number,
                setting: None,
            };
            return (0..).zip(collections).map(whole).collect();
        }
        let place = |(number, setting): (u16, &'a PostsSetting)| {
            let holders = collections.iter().filter(|found| is_within(&setting.directory, &found.directory));
            let holder = holders.max_by_key(|found| found.directory.len());
            let collection = holder.or_else(|| collections.first())?;
            // Of a whole folder of Markdown, the directory that holds the posts says nothing of their addresses.
            let is_known = holder.is_some_and(|found| found.posts_only || !found.directory.is_empty());
            let base = if is_known { &collection.directory } else { &setting.directory };
            Some(Self { collection, base, number, setting: Some(setting) })
        };
        (0..).zip(settings).filter_map(place).collect()
    }

    /// Where to begin.
    pub fn directory(&self) -> &'a str {
        self.setting.map_or(&self.collection.directory, |setting| &setting.directory)
    }

    /// A path as it counts from the base.
    pub fn below<'p>(&self, path: &'p str) -> &'p str {
        path.strip_prefix(self.base).unwrap_or(path).trim_start_matches('/')
    }

    /// A path as it counts from the directory that the settings name.
    pub fn below_setting<'p>(&self, path: &'p str) -> &'p str {
        path.strip_prefix(self.directory()).unwrap_or(path).trim_start_matches('/')
    }

    /// Why a file is no candidate; nothing where it is one.
    fn refuses(&self, path: &str) -> Option<&'static str> {
        let (stem, extension) = name_of(path);
        if let Some(reason) = self.setting.and_then(|setting| setting.refuses(self.below_setting(path))) {
            return Some(reason);
        }
        if !self.collection.reads(extension) {
            return Some("extension not read");
        }
        let chosen = self.setting.is_some_and(|setting| setting.include.is_some());
        if !self.collection.posts_only && !chosen && NO_POSTS.contains(&stem) {
            return Some("for developers");
        }
        let accepts = self.collection.accepts.as_ref().filter(|_| self.setting.is_none());
        let accepted = accepts.is_none_or(|accepts| accepts(self.collection.below(path)));
        (!accepted).then_some("not among the posts")
    }
}

fn is_within(directory: &str, outer: &str) -> bool {
    outer.is_empty()
        || directory.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// A file's name without its extension, and the extension.
fn name_of(path: &str) -> (&str, &str) {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').unwrap_or((name, ""))
}

fn is_text(extension: &str) -> bool {
    TEXTS.iter().any(|text| extension.eq_ignore_ascii_case(text))
}

/// All candidates, each once, and the texts beside them that are none.
pub fn all<'a>(
    root: &Root,
    survey: &Survey,
    places: &'a [Place<'a>],
    said: &mut Vec<Diagnostic>,
) -> (Vec<Candidate<'a>>, Vec<Excluded>) {
    let mut found: Vec<Candidate<'a>> = Vec::new();
    let mut passed: Vec<Excluded> = Vec::new();
    for place in places {
        for path in files(root, survey, place, said) {
            match place.refuses(&path) {
                Some(reason) => passed.push(Excluded { path, reason }),
                None => found.push(Candidate { path, place }),
            }
        }
    }
    // Sorting is stable: of two places that hold one file, the first has it.
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found.dedup_by(|later, first| later.path == first.path);
    passed.sort_by(|a, b| a.path.cmp(&b.path));
    passed.dedup_by(|later, first| later.path == first.path);
    passed.retain(|file| found.binary_search_by(|known| known.path.cmp(&file.path)).is_err());
    (found, passed)
}

/// Whether there is any candidate at all.
pub fn any(root: &Root, survey: &Survey, settings: &[PostsSetting]) -> bool {
    let files = |place: &Place<'_>| {
        let entries = walk(root, survey, place).into_iter().flat_map(|builder| builder.build());
        let mut paths = entries.filter_map(|entry| candidate(root, place, entry)?.ok());
        paths.any(|path| place.refuses(&path).is_none())
    };
    Place::all(survey, settings).iter().any(files)
}

/// The files of a place, in any order: its folders are read in parallel.
fn files(root: &Root, survey: &Survey, place: &Place<'_>, said: &mut Vec<Diagnostic>) -> Vec<String> {
    let Some(mut builder) = walk(root, survey, place) else { return Vec::new() };
    let found = Mutex::new(Vec::new());
    builder.threads(rayon::current_num_threads()).build_parallel().run(|| {
        Box::new(|entry| {
            if let (Some(path), Ok(mut found)) = (candidate(root, place, entry), found.lock()) {
                found.push(path);
            }
            WalkState::Continue
        })
    });
    let mut paths = Vec::new();
    for path in found.into_inner().unwrap_or_default() {
        match path {
            Ok(path) => paths.push(path),
            Err(error) => said.push(Diagnostic::error("directory-unreadable", error.to_string())),
        }
    }
    paths
}

/// Walks the folders of a place; what `.gitignore` leaves out is left out.
fn walk(root: &Root, survey: &Survey, place: &Place<'_>) -> Option<WalkBuilder> {
    let start = root.path(place.directory());
    let out = root.path(&survey.out);
    let posts_only = place.collection.posts_only;
    start.is_dir().then(|| {
        let mut builder = WalkBuilder::new(&start);
        builder.require_git(false).filter_entry(move |entry| {
            let name = entry.file_name().to_string_lossy();
            let left_out = name == "node_modules" || !posts_only && LEFT_OUT.contains(&name.as_ref());
            entry.depth() == 0 || entry.path() != out && !left_out
        });
        builder
    })
}

/// The path of what was met, where it may be a post, or a text of which one wonders why it is none.
fn candidate(
    root: &Root,
    place: &Place<'_>,
    entry: Result<DirEntry, ignore::Error>,
) -> Option<Result<String, ignore::Error>> {
    let entry = match entry {
        Ok(entry) if entry.depth() == 0 => return None,
        Ok(entry) => entry,
        Err(error) => return Some(Err(error)),
    };
    let path = root.relative(entry.path());
    let extension = name_of(&path).1;
    // A folder with the name of a post is said to be one.
    let wanted = place.collection.reads(extension)
        || is_text(extension) && entry.file_type().is_some_and(|kind| kind.is_file());
    wanted.then_some(Ok(path))
}
