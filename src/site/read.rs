//! Reads the posts of a collection, each by itself and in parallel.

use super::collection::{Collection, Page};
use super::cover::Search;
use super::encoding::mojibake::{self, Repair, Verdict};
use super::encoding::{self, NotText};
use super::fields;
use super::frameworks::Survey;
use super::front_matter::{self, Fenced, NoFront, Syntax};
use super::inherit::Layers;
use super::{Config, RepairMode, Root, body};
use crate::diag::{Diagnostic, Location};
use crate::disk::{self, ReadError};
use crate::model::{ContentHash, Excluded, RawPost, Repaired};
use ignore::WalkBuilder;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// A post larger than this is no post.
pub const POST_LIMIT_BYTES: u64 = 32 << 20;

/// Folders that hold copies, templates and examples.
const LEFT_OUT: &[&str] =
    &["node_modules", "scaffolds", "archetypes", "themes", "fixtures", "vendor", "target", "dist"];
/// Files that speak to developers.
const NO_POSTS: &[&str] =
    &["README", "CHANGELOG", "CONTRIBUTING", "LICENSE", "CODE_OF_CONDUCT", "CLAUDE", "AGENTS"];

/// What was read, in order of path.
#[derive(Debug, Default)]
pub struct Posts {
    pub posts: Vec<RawPost>,
    pub excluded: Vec<Excluded>,
}

/// What became of one file.
enum Outcome {
    Post(Box<RawPost>),
    Excluded(&'static str),
}

/// Reads every file of the survey's collections; a file that stands in two belongs to the first.
pub fn posts(root: &Root, survey: &Survey, config: &Config, said: &mut Vec<Diagnostic>) -> Posts {
    let mut known = BTreeSet::new();
    let mut files = Vec::new();
    for collection in &survey.collections {
        for path in walk(root, survey, collection, said) {
            if known.insert(path.clone()) {
                files.push((path, collection));
            }
        }
    }
    let mut read: Vec<(String, Vec<Diagnostic>, Outcome)> = files
        .into_par_iter()
        .map(|(path, collection)| {
            let mut said = Vec::new();
            let file = File { root, survey, config, collection, path: &path };
            let outcome = file.read(&mut said);
            let said = said.into_iter().map(|diagnostic| diagnostic.in_file(path.as_str())).collect();
            (path, said, outcome)
        })
        .collect();
    read.sort_by(|a, b| a.0.cmp(&b.0));
    let mut posts = Posts::default();
    for (path, diagnostics, outcome) in read {
        said.extend(diagnostics);
        match outcome {
            Outcome::Post(post) => posts.posts.push(*post),
            Outcome::Excluded(reason) => posts.excluded.push(Excluded { path, reason }),
        }
    }
    posts
}

/// The paths of all candidates, in order; what `.gitignore` leaves out is left out.
fn walk(root: &Root, survey: &Survey, collection: &Collection, said: &mut Vec<Diagnostic>) -> Vec<String> {
    let start = root.path(&collection.directory);
    if !start.is_dir() {
        return Vec::new();
    }
    let out = root.path(&survey.out);
    let posts_only = collection.posts_only;
    let mut paths = Vec::new();
    let walk = WalkBuilder::new(&start)
        .require_git(false)
        .sort_by_file_name(Ord::cmp)
        .filter_entry(move |entry| {
            let name = entry.file_name().to_string_lossy();
            let left_out = name == "node_modules" || !posts_only && LEFT_OUT.contains(&name.as_ref());
            entry.depth() == 0 || entry.path() != out && !left_out
        })
        .build();
    for entry in walk {
        match entry {
            Ok(entry) if entry.depth() > 0 => {
                let path = root.relative(entry.path());
                let name = path.rsplit('/').next().unwrap_or(&path);
                let Some((stem, extension)) = name.rsplit_once('.') else { continue };
                let wanted = collection.extensions.iter().any(|known| extension.eq_ignore_ascii_case(known))
                    && collection.accepts.as_ref().is_none_or(|accepts| accepts(collection.below(&path)));
                if wanted && (posts_only || !NO_POSTS.contains(&stem)) {
                    paths.push(path);
                }
            }
            Ok(_) => {}
            Err(error) => said.push(Diagnostic::error("directory-unreadable", error.to_string())),
        }
    }
    paths
}

/// A file that may be a post.
struct File<'a> {
    root: &'a Root,
    survey: &'a Survey,
    config: &'a Config,
    collection: &'a Collection,
    path: &'a str,
}

impl File<'_> {
    fn read(&self, said: &mut Vec<Diagnostic>) -> Outcome {
        let unreadable = Outcome::Excluded("unreadable");
        let bytes = match disk::read(&self.root.path(self.path), POST_LIMIT_BYTES) {
            Ok(bytes) => bytes,
            Err(ReadError::NotAFile) => {
                said.push(
                    Diagnostic::warning("not-a-file", "a directory has the name of a post")
                        .hint("rename it, so that nobody takes it for one"),
                );
                return Outcome::Excluded("not a file");
            }
            Err(error) => {
                said.push(Diagnostic::error(
                    "post-unreadable",
                    format!("the post cannot be read: {}", error.reason()),
                ));
                return unreadable;
            }
        };
        let text = match encoding::decode(bytes) {
            Ok(text) => text,
            Err(error) => {
                said.push(not_text(error));
                return unreadable;
            }
        };
        match judge(self.config, &text) {
            Verdict::Sound => self.parse(&text, said),
            Verdict::Confirmed(repair) if self.config.repair == RepairMode::Report => {
                said.push(
                    Diagnostic::warning(
                        "encoding-suspect",
                        format!("the text looks as if it had been read as {}", repair.encoding),
                    )
                    .hint("set `encoding: {repair: auto}` to have it repaired"),
                );
                self.parse(&text, said)
            }
            Verdict::Confirmed(repair) => self.repaired(&text, &repair, said),
            Verdict::Suspect(repair) => {
                let outcome = self.parse(&text, said);
                // Whether the other reading is believed depends on the site's other posts.
                let other = self.repaired(&text, &repair, &mut Vec::new());
                match (outcome, other) {
                    (Outcome::Post(mut post), Outcome::Post(other))
                        if self.config.repair == RepairMode::Auto =>
                    {
                        post.if_repaired = Some(other);
                        Outcome::Post(post)
                    }
                    (outcome, _) => outcome,
                }
            }
        }
    }

    fn repaired(&self, text: &str, repair: &Repair, said: &mut Vec<Diagnostic>) -> Outcome {
        let outcome = self.parse(&repair.text, said);
        let Outcome::Post(mut post) = outcome else { return outcome };
        let unrestored = repair.unrestored.iter().map(|&at| place(text, at)).collect();
        post.repaired = Some(Repaired { encoding: repair.encoding, restored: repair.restored, unrestored });
        Outcome::Post(post)
    }

    fn parse(&self, text: &str, said: &mut Vec<Diagnostic>) -> Outcome {
        let &Self { root, survey, collection, path, .. } = self;
        let fenced = match front_matter::split_as(text, collection.header) {
            Ok(fenced) => fenced,
            Err(NoFront::None) if collection.header.is_optional() => {
                Fenced { syntax: Syntax::Yaml, text: "", first_line: 1, body: text }
            }
            Err(error) => return no_front(error, text, said),
        };
        let front = match front_matter::read(&fenced, said) {
            Ok(front) => front,
            Err(error) => {
                said.push(error);
                return Outcome::Excluded("unreadable");
            }
        };
        let body = body::read(fenced.body);
        let mut post = RawPost {
            path: path.to_owned(),
            header: collection.header,
            is_post: collection.posts_only,
            first_heading: body.first_heading,
            links: body.links,
            sample: body.sample,
            reading_minutes: body.reading_minutes,
            folder: folder(collection.below(path)),
            ..RawPost::default()
        };
        let layers = Layers { own: &front, inherited: collection.inheritance.of(path) };
        fields::fill(&mut post, &layers, survey.keys, &survey.people, said);
        let page = Page { root, path, below: collection.below(path), fields: &layers };
        if let Err(reason) = (collection.rule)(&page, &mut post) {
            return Outcome::Excluded(reason);
        }
        post.lines = front.lines;
        if post.authors.is_none() && post.default_author.is_none() {
            let author = survey.default_author.as_ref().and_then(|id| survey.people.get(id));
            post.default_author = author.cloned();
        }
        self.find_files(&mut post);
        post.content_hash = content_hash(post.title.as_ref().map_or("", |title| &title.value), fenced.body);
        Outcome::Post(Box::new(post))
    }

    /// Finds the files that a post names.
    fn find_files(&self, post: &mut RawPost) {
        let Survey { out, assets, facts, .. } = self.survey;
        let search = Search { root: self.root, out, assets, origin: facts.url.as_deref() };
        for field in [&mut post.cover, &mut post.finished_card].into_iter().flatten() {
            search.cover(self.path, &mut field.value);
        }
        for author in post.authors.iter_mut().flat_map(|field| &mut field.value) {
            search.avatar(self.path, author);
        }
        for field in &mut post.enclosures {
            search.enclosure(self.path, &mut field.value);
        }
    }
}

/// Says why a file without a readable front matter is left out.
fn no_front(error: NoFront, text: &str, said: &mut Vec<Diagnostic>) -> Outcome {
    match error {
        NoFront::None => return Outcome::Excluded("no front matter"),
        NoFront::Unterminated { line } => {
            let excerpt = text.lines().nth(line.saturating_sub(1) as usize).unwrap_or_default();
            let excerpt: String = excerpt.chars().take(160).collect();
            let width = u32::try_from(excerpt.chars().count()).unwrap_or(1).max(1);
            said.push(
                Diagnostic::error("front-matter-unterminated", "the front matter does not end")
                    .at(Location { file: None, line, column: 1, width, excerpt })
                    .label("opened here")
                    .hint("close it with a line that holds nothing but the same fence"),
            );
        }
        NoFront::Code { line } => said.push(
            Diagnostic::error("front-matter-code", "the front matter is code, which is never run")
                .at(Location { file: None, line, column: 1, width: 3, excerpt: "---js".to_owned() })
                .hint("write it as YAML, TOML or JSON"),
        ),
    }
    Outcome::Excluded("unreadable")
}

fn judge(config: &Config, text: &str) -> Verdict {
    if config.repair == RepairMode::Off { Verdict::Sound } else { mojibake::judge(text) }
}

fn not_text(error: NotText) -> Diagnostic {
    let place = Location { line: error.line, column: error.column, width: 1, ..Location::default() };
    Diagnostic::error("encoding-invalid", "the post is not UTF-8")
        .at(place)
        .label(format!("byte 0x{:02X}", error.byte))
        .hint("save it as UTF-8")
}

/// Where a byte of a text stands.
fn place(text: &str, at: usize) -> Location {
    let head = text.get(..at).unwrap_or_default();
    let start = head.rfind('\n').map_or(0, |newline| newline + 1);
    let column = head.get(start..).map_or(0, |line| line.chars().count()) + 1;
    let excerpt = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    Location {
        file: None,
        line: front_matter::newlines(head) + 1,
        column: u32::try_from(column).unwrap_or(u32::MAX),
        width: 1,
        excerpt: excerpt.chars().take(160).collect(),
    }
}

/// What stands in a file's body, and what says that it is still the same after a move.
fn content_hash(title: &str, body: &str) -> ContentHash {
    let mut hasher = blake3::Hasher::new();
    hasher.update(title.as_bytes()).update(b"\0").update(body.as_bytes());
    let mut hash = ContentHash::default();
    hasher.finalize_xof().fill(&mut hash);
    hash
}

/// The first folder of a path below the posts' own, unless that is the post's bundle.
fn folder(below: &str) -> Option<String> {
    let (folder, rest) = below.split_once('/')?;
    let is_bundle = !rest.contains('/') && rest.starts_with("index.");
    (!is_bundle).then(|| folder.to_owned())
}
