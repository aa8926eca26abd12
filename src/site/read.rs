//! Reads the posts of a collection, each by itself and in parallel.

mod file;
mod memory;
mod text;
mod wrong;

use memory::Memory;

use super::candidates::{self, Candidate, Place};
use super::cover::Search;
use super::frameworks::{Exported, Survey};
use super::names::Names;
use super::permalink::{Permalink, Unaddressed};
use super::{Config, Root};
use crate::diag::Diagnostic;
use crate::model::{ContentHash, Depth, Excluded, RawPost, Stamp};
use file::File;
use rayon::prelude::*;
use std::borrow::Cow;
use std::sync::Arc;

/// A post larger than this is no post.
pub const POST_LIMIT_BYTES: u64 = 32 << 20;

/// What was read, in order of path.
#[derive(Debug, Default)]
pub struct Posts {
    /// Where they were looked for, and by which extensions.
    pub folders: Vec<(String, &'static [&'static str])>,
    #[allow(clippy::vec_box, reason = "a box is let go by itself")]
    pub posts: Vec<Box<RawPost>>,
    pub excluded: Vec<Excluded>,
    /// What to remember of the files, where that is something else than before.
    pub remember: Option<Vec<u8>>,
}

/// How much is to be read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'a> {
    pub depth: Depth,
    /// What was remembered the last time.
    pub memory: &'a [u8],
    /// The present by the times that files bear, where this time is to be remembered as well.
    pub moment: Option<Stamp>,
}

/// What became of one file.
enum Outcome {
    Post(Box<RawPost>),
    Excluded(&'static str),
    /// It has nothing for this name in the pattern of its address.
    Unaddressed {
        pattern: Permalink,
        name: String,
    },
}

/// A file by its path, with what there is to say of it, what became of it, and its record.
type One<'m> = (String, Vec<Diagnostic>, Outcome, Option<Cow<'m, [u8]>>);

/// Reads every file of the survey's collections, or of the places that the settings name, and takes the posts of an export; a file that
/// stands in two places belongs to the first.
pub fn posts(
    root: &Root,
    survey: &Survey,
    exported: Vec<Exported>,
    config: &Config,
    asked: &Asked<'_>,
    said: &mut Vec<Diagnostic>,
) -> Posts {
    let places = Place::all(survey, &config.posts);
    let (files, passed) = candidates::all(root, survey, &places, said);
    let names = Names::of(&config.keys, survey.keys);
    let default_author = survey.default_author.as_ref().and_then(|id| survey.people.get(id));
    let default_author = default_author.cloned().map(Arc::new);
    let memory = &Memory::of(asked.memory);
    let mut read: Vec<One<'_>> = files
        .into_par_iter()
        .map(|Candidate { path, place }| {
            let mut said = Vec::new();
            let (names, default_author, path_of) = (&names, &default_author, &path);
            let file =
                File { root, survey, config, names, default_author, asked, memory, place, path: path_of };
            let (outcome, record) = file.read(&mut said);
            let said = said.into_iter().map(|diagnostic| diagnostic.in_file(path.as_str())).collect();
            (path, said, outcome, record)
        })
        .collect();
    let kept = read.iter().filter_map(|(path, _, _, record)| Some((path.as_str(), record.as_deref()?)));
    let remember = asked.moment.and_then(|_| memory.with(&kept.collect::<Vec<_>>()));
    read.extend(exported.into_iter().map(|exported| {
        let outcome = match exported.outcome {
            Ok(mut post) => {
                search(root, survey).files(&mut post);
                Outcome::Post(post)
            }
            Err(reason) => Outcome::Excluded(reason),
        };
        (exported.path, Vec::new(), outcome, None)
    }));
    read.sort_by(|a, b| a.0.cmp(&b.0));
    let folders =
        places.iter().map(|place| (place.directory().to_owned(), place.collection.extensions)).collect();
    let mut posts = Posts { folders, posts: Vec::with_capacity(read.len()), excluded: passed, remember };
    let mut unaddressed = Unaddressed::default();
    for (path, diagnostics, outcome, _) in read {
        said.extend(diagnostics);
        match outcome {
            Outcome::Post(post) => posts.posts.push(post),
            Outcome::Excluded(reason) => posts.excluded.push(Excluded { path, reason }),
            Outcome::Unaddressed { pattern, name } => {
                unaddressed.add(&pattern, &name, &path);
                posts.excluded.push(Excluded { path, reason: "no address" });
            }
        }
    }
    unaddressed.say(&posts.posts, said);
    posts
}

/// Where the files are that posts name.
fn search<'a>(root: &'a Root, survey: &'a Survey) -> Search<'a> {
    let Survey { out, assets, facts, .. } = survey;
    Search { root, out, assets, origin: facts.url.as_deref() }
}

/// What stands in a file's body, and what says that it is still the same after a move.
pub fn content_hash(title: &str, body: &str) -> ContentHash {
    // In one piece, of which several blocks are hashed at a time.
    let whole = blake3::hash(&[title.as_bytes(), b"\0", body.as_bytes()].concat());
    let mut hash = ContentHash::default();
    hash.iter_mut().zip(whole.as_bytes()).for_each(|(to, byte)| *to = *byte);
    hash
}
