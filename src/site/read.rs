//! Reads the posts of a collection, each by itself and in parallel.

use super::encoding::mojibake::{self, Repair, Verdict};
use super::encoding::{self, NotText};
use super::fields;
use super::front_matter::{self, NoFront};
use super::{Config, RepairMode, Root, Survey, body, cover};
use crate::diag::{Diagnostic, Location};
use crate::disk::{self, ReadError};
use crate::model::{ContentHash, Excluded, RawPost, Repaired};
use ignore::WalkBuilder;
use rayon::prelude::*;

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

/// Reads every file of the survey's collection.
pub fn posts(root: &Root, survey: &Survey, config: &Config, said: &mut Vec<Diagnostic>) -> Posts {
    let paths = walk(root, survey, said);
    let read: Vec<(String, Vec<Diagnostic>, Outcome)> = paths
        .into_par_iter()
        .map(|path| {
            let mut said = Vec::new();
            let outcome = one(root, survey, config, &path, &mut said);
            for diagnostic in &mut said {
                diagnostic.path = Some(path.clone());
            }
            (path, said, outcome)
        })
        .collect();
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
fn walk(root: &Root, survey: &Survey, said: &mut Vec<Diagnostic>) -> Vec<String> {
    let start = root.path(&survey.collection.directory);
    let out = root.path(&survey.out);
    let mut paths = Vec::new();
    let walk = WalkBuilder::new(&start)
        .require_git(false)
        .sort_by_file_name(Ord::cmp)
        .filter_entry(move |entry| {
            let name = entry.file_name().to_string_lossy();
            entry.path() != out && (entry.depth() == 0 || !LEFT_OUT.contains(&name.as_ref()))
        })
        .build();
    for entry in walk {
        match entry {
            Ok(entry) if entry.depth() > 0 => {
                let path = root.relative(entry.path());
                let name = path.rsplit('/').next().unwrap_or(&path);
                let Some((stem, extension)) = name.rsplit_once('.') else { continue };
                let wanted = survey.collection.extensions.contains(&extension);
                if wanted && !NO_POSTS.contains(&stem) {
                    paths.push(path);
                }
            }
            Ok(_) => {}
            Err(error) => said.push(Diagnostic::error("directory-unreadable", error.to_string())),
        }
    }
    paths
}

fn one(root: &Root, survey: &Survey, config: &Config, path: &str, said: &mut Vec<Diagnostic>) -> Outcome {
    let unreadable = Outcome::Excluded("unreadable");
    let bytes = match disk::read(&root.path(path), POST_LIMIT_BYTES) {
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
    match judge(config, &text) {
        Verdict::Sound => parse(root, survey, path, &text, said),
        Verdict::Confirmed(repair) if config.repair == RepairMode::Report => {
            said.push(
                Diagnostic::warning(
                    "encoding-suspect",
                    format!("the text looks as if it had been read as {}", repair.encoding),
                )
                .hint("set `encoding: {repair: auto}` to have it repaired"),
            );
            parse(root, survey, path, &text, said)
        }
        Verdict::Confirmed(repair) => repaired(root, survey, path, &text, &repair, said),
        Verdict::Suspect(repair) => {
            let outcome = parse(root, survey, path, &text, said);
            // Whether the other reading is believed depends on the site's other posts.
            let other = repaired(root, survey, path, &text, &repair, &mut Vec::new());
            match (outcome, other) {
                (Outcome::Post(mut post), Outcome::Post(other)) if config.repair == RepairMode::Auto => {
                    post.if_repaired = Some(other);
                    Outcome::Post(post)
                }
                (outcome, _) => outcome,
            }
        }
    }
}

fn judge(config: &Config, text: &str) -> Verdict {
    if config.repair == RepairMode::Off { Verdict::Sound } else { mojibake::judge(text) }
}

fn not_text(error: NotText) -> Diagnostic {
    let place = Location { line: error.line, column: error.column, width: 1, excerpt: String::new() };
    Diagnostic::error("encoding-invalid", "the post is not UTF-8")
        .at(place)
        .label(format!("byte 0x{:02X}", error.byte))
        .hint("save it as UTF-8")
}

fn repaired(
    root: &Root,
    survey: &Survey,
    path: &str,
    text: &str,
    repair: &Repair,
    said: &mut Vec<Diagnostic>,
) -> Outcome {
    let outcome = parse(root, survey, path, &repair.text, said);
    let Outcome::Post(mut post) = outcome else { return outcome };
    let unrestored = repair.unrestored.iter().map(|&at| place(text, at)).collect();
    post.repaired = Some(Repaired { encoding: repair.encoding, restored: repair.restored, unrestored });
    Outcome::Post(post)
}

/// Where a byte of a text stands.
fn place(text: &str, at: usize) -> Location {
    let head = text.get(..at).unwrap_or_default();
    let start = head.rfind('\n').map_or(0, |newline| newline + 1);
    let column = head.get(start..).map_or(0, |line| line.chars().count()) + 1;
    let excerpt = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    Location {
        line: front_matter::newlines(head) + 1,
        column: u32::try_from(column).unwrap_or(u32::MAX),
        width: 1,
        excerpt: excerpt.chars().take(160).collect(),
    }
}

fn parse(root: &Root, survey: &Survey, path: &str, text: &str, said: &mut Vec<Diagnostic>) -> Outcome {
    let fenced = match front_matter::split(text) {
        Ok(fenced) => fenced,
        Err(NoFront::None) => return Outcome::Excluded("no front matter"),
        Err(NoFront::Unterminated { line }) => {
            let excerpt = text.lines().nth(line.saturating_sub(1) as usize).unwrap_or_default();
            let excerpt: String = excerpt.chars().take(160).collect();
            let width = u32::try_from(excerpt.chars().count()).unwrap_or(1).max(1);
            said.push(
                Diagnostic::error("front-matter-unterminated", "the front matter does not end")
                    .at(Location { line, column: 1, width, excerpt })
                    .label("opened here")
                    .hint("close it with a line that holds nothing but the same fence"),
            );
            return Outcome::Excluded("unreadable");
        }
        Err(NoFront::Code { line }) => {
            said.push(
                Diagnostic::error("front-matter-code", "the front matter is code, which is never run")
                    .at(Location { line, column: 1, width: 3, excerpt: "---js".to_owned() })
                    .hint("write it as YAML, TOML or JSON"),
            );
            return Outcome::Excluded("unreadable");
        }
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
        route: route(survey, path),
        first_heading: body.first_heading,
        links: body.links,
        sample: body.sample,
        reading_minutes: body.reading_minutes,
        ..RawPost::default()
    };
    fields::fill(&mut post, &front, survey.keys, &survey.people, said);
    post.lines = front.lines;
    if post.authors.is_none() {
        let author = survey.default_author.as_ref().and_then(|id| survey.people.get(id));
        post.default_author = author.cloned();
    }
    let origin = survey.facts.url.as_deref();
    for field in [&mut post.cover, &mut post.finished_card].into_iter().flatten() {
        cover::find(root, &survey.out, origin, path, &mut field.value);
    }
    for author in post.authors.iter_mut().flat_map(|field| &mut field.value) {
        cover::find_avatar(root, &survey.out, origin, path, author);
    }
    for field in &mut post.enclosures {
        cover::find_enclosure(root, &survey.out, origin, path, &mut field.value);
    }
    post.folder = folder(survey, path);
    post.content_hash = content_hash(post.title.as_ref().map_or("", |title| &title.value), fenced.body);
    Outcome::Post(Box::new(post))
}

/// What stands in a file's body, and what says that it is still the same after a move.
fn content_hash(title: &str, body: &str) -> ContentHash {
    let mut hasher = blake3::Hasher::new();
    hasher.update(title.as_bytes()).update(b"\0").update(body.as_bytes());
    let mut hash = ContentHash::default();
    hasher.finalize_xof().fill(&mut hash);
    hash
}

/// The first folder below the posts' own, unless that is the post's bundle.
fn folder(survey: &Survey, path: &str) -> Option<String> {
    let (folder, rest) = below(survey, path).split_once('/')?;
    let is_bundle = !rest.contains('/') && rest.starts_with("index.");
    (!is_bundle).then(|| folder.to_owned())
}

fn below<'a>(survey: &Survey, path: &'a str) -> &'a str {
    path.strip_prefix(&survey.collection.directory).unwrap_or(path).trim_start_matches('/')
}

fn route(survey: &Survey, path: &str) -> String {
    let below = below(survey, path);
    let stem = below.rsplit_once('.').map_or(below, |(stem, _)| stem);
    (survey.collection.route)(stem)
}
