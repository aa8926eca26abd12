//! Channels: the posts that are published together, in one or more formats.

use super::{FORMATS, Format, endonyms, format, text};
use crate::model::{By, FeedSet, FeedSettings, Field, Post, Site};
use std::collections::{BTreeMap, BTreeSet};

/// One feed of the site, whatever its format.
#[derive(Clone, Debug)]
pub struct Channel {
    /// The folder of its files: empty for the main feed, else with a slash at its end.
    pub folder: String,
    pub title: String,
    /// BCP 47.
    pub language: String,
    pub files: Vec<FeedFile>,
    /// How many posts its current document holds at the most.
    pub limit: Option<usize>,
    /// The places of its posts in the site's order, newest first.
    pub posts: Vec<usize>,
}

/// A channel in one format.
#[derive(Clone, Debug)]
pub struct FeedFile {
    pub format: &'static Format,
    /// Of the current document: relative to the directory served at the site's root.
    pub path: String,
}

/// Which of a channel's documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The one that readers subscribe to.
    Current,
    /// One that changes only with its posts (RFC 5005, section 4), counted from 1, the oldest.
    Archive(u32),
}

impl std::fmt::Debug for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl FeedFile {
    /// The path of one of the documents.
    pub fn path(&self, page: Page) -> String {
        let Page::Archive(number) = page else { return self.path.clone() };
        let (stem, ending) = self.path.rsplit_once('.').unwrap_or((&self.path, "xml"));
        format!("{stem}-archive-{number}.{ending}")
    }
}

impl Channel {
    /// As the ledger names it: the folder as an address has it.
    pub fn key(&self) -> String {
        format!("/{}", self.folder)
    }
}

/// Every channel that the settings ask for, the main one first, then each set's by name. What belongs in no feed is in none.
pub fn channels(site: &Site, settings: &FeedSettings) -> Vec<Channel> {
    let main = Channel {
        folder: String::new(),
        title: site.facts.title.clone(),
        language: site.facts.language.replace('_', "-"),
        files: files(&settings.formats, settings, ""),
        limit: settings.limit,
        posts: (0..).zip(&site.posts).filter(|(_, post)| post.in_feeds).map(|(at, _)| at).collect(),
    };
    let sets = settings.sets.iter().flat_map(|set| of_set(site, settings, set));
    std::iter::once(main).chain(sets).filter(|channel| !channel.files.is_empty()).collect()
}

fn files(formats: &[Field<String>], settings: &FeedSettings, folder: &str) -> Vec<FeedFile> {
    let wanted: Vec<&'static Format> = match formats {
        [] => FORMATS.to_vec(),
        names => names.iter().filter_map(|name| format(&name.value)).collect(),
    };
    let file = |format: &'static Format| {
        let named = settings.paths.iter().find(|(name, _)| name.value == format.name);
        let name = named.map_or(format.file, |(_, path)| path.as_str());
        // In a folder of its own a feed needs no more than the file's name.
        let name = if folder.is_empty() { name } else { name.rsplit('/').next().unwrap_or(name) };
        FeedFile { format, path: format!("{folder}{name}") }
    };
    wanted.into_iter().map(file).collect()
}

/// A channel for each name that the set is about.
fn of_set(site: &Site, settings: &FeedSettings, set: &FeedSet) -> Vec<Channel> {
    let mut slugs = BTreeSet::new();
    gathered(site, set)
        .into_iter()
        .map(|(key, (name, posts))| {
            let (mut slug, is_whole) = slug(&key);
            if !is_whole || slugs.contains(&slug) {
                // `C` and `C?` would have one address; the name itself tells them apart for ever.
                let hash = blake3::hash(key.as_bytes()).to_hex();
                slug = format!("{slug}-{}", hash.get(..6).unwrap_or_default())
                    .trim_start_matches('-')
                    .to_owned();
            }
            slugs.insert(slug.clone());
            let shown = if set.by == By::Language { endonyms::of(&name) } else { name };
            let folder = format!("{}/", set.path.replace("{name}", &slug).trim_matches('/'));
            let formats = if set.formats.is_empty() { &settings.formats } else { &set.formats };
            let languages: BTreeSet<&str> =
                posts.iter().filter_map(|&at| Some(site.posts.get(at)?.language.as_str())).collect();
            // A feed whose posts are all in another language is in that language.
            let only = languages.first().copied().filter(|_| languages.len() == 1);
            Channel {
                title: text::clean(&set.title.replace("{name}", &shown).replace("{site}", &site.facts.title)),
                language: only.unwrap_or(&site.facts.language).to_owned(),
                files: files(formats, settings, &folder),
                limit: set.limit.or(settings.limit),
                posts,
                folder,
            }
        })
        .collect()
}

/// The posts of each name; names that differ in case only are one, and show as they sort first.
fn gathered(site: &Site, set: &FeedSet) -> BTreeMap<String, (String, Vec<usize>)> {
    let only: BTreeSet<String> = set.only.iter().map(|name| name.to_lowercase()).collect();
    let mut found: BTreeMap<String, (String, Vec<usize>)> = BTreeMap::new();
    for (at, post) in site.posts.iter().enumerate().filter(|(_, post)| post.in_feeds) {
        for name in names(post, set.by) {
            let key = name.to_lowercase();
            if !only.is_empty() && !only.contains(&key) {
                continue;
            }
            let (shown, posts) = found.entry(key).or_insert_with(|| (name.to_owned(), Vec::new()));
            if name < shown.as_str() {
                name.clone_into(shown);
            }
            if posts.last() != Some(&at) {
                posts.push(at);
            }
        }
    }
    found
}

fn names(post: &Post, by: By) -> Vec<&str> {
    match by {
        By::Tag => post.tags.iter().map(String::as_str).collect(),
        By::Author => post.authors.iter().map(|author| author.name.as_str()).collect(),
        By::Section => post.section.as_deref().into_iter().collect(),
        By::Series => post.series.as_deref().into_iter().collect(),
        By::Language => vec![&post.language],
    }
}

/// A file system takes names of 255 bytes; a hash follows where a name was cut.
const SLUG_LIMIT_BYTES: usize = 160;

/// A name as a folder, and whether it is there as a whole: letters and digits of any script stay, `C++` too, and white space
/// becomes one hyphen.
fn slug(name: &str) -> (String, bool) {
    let (mut slug, mut is_whole) = (String::new(), true);
    for c in name.chars() {
        if slug.len() > SLUG_LIMIT_BYTES {
            is_whole = false;
            break;
        }
        match c {
            '#' => slug.push_str("-sharp"),
            c if c.is_alphanumeric() || matches!(c, '+' | '_' | '.' | '-') || is_mark(c) => slug.push(c),
            c => {
                is_whole &= c.is_whitespace();
                if !slug.is_empty() && !slug.ends_with('-') {
                    slug.push('-');
                }
            }
        }
    }
    let trimmed = slug.trim_matches(['-', '.']);
    (trimmed.to_owned(), is_whole && !trimmed.is_empty() && trimmed == slug)
}

/// Vowel signs of Indic scripts and the like, which `is_alphanumeric` leaves out.
fn is_mark(c: char) -> bool {
    use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};
    c.general_category_group() == GeneralCategoryGroup::Mark
}
