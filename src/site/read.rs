//! Reads the posts of a collection, each by itself and in parallel.

use super::candidates::{self, Candidate, Place};
use super::collection::Page;
use super::cover::Search;
use super::encoding::mojibake::{self, Repair, Verdict};
use super::encoding::{self, NotText};
use super::fields;
use super::frameworks::{Exported, Survey};
use super::front_matter::{self, Fenced, NoFront, Syntax};
use super::inherit::Layers;
use super::names::Names;
use super::permalink::{Permalink, Unaddressed};
use super::{Config, Markup, RepairMode, Root, body, notebook};
use crate::diag::{Diagnostic, Location};
use crate::disk::{self, ReadError};
use crate::model::{Author, ContentHash, Excluded, RawPost, Repaired};
use rayon::prelude::*;
use std::sync::Arc;

/// A post larger than this is no post.
pub const POST_LIMIT_BYTES: u64 = 32 << 20;

/// Enough to recognise a language by, where several posts are looked at.
const SAMPLE_CHARS: usize = 160;

/// What was read, in order of path.
#[derive(Debug, Default)]
pub struct Posts {
    /// Where they were looked for, and by which extensions.
    pub folders: Vec<(String, &'static [&'static str])>,
    #[allow(clippy::vec_box, reason = "a box is let go by itself")]
    pub posts: Vec<Box<RawPost>>,
    pub excluded: Vec<Excluded>,
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

/// Reads every file of the survey's collections, or of the places that the settings name, and takes the posts of an export; a file that
/// stands in two places belongs to the first.
pub fn posts(
    root: &Root,
    survey: &Survey,
    exported: Vec<Exported>,
    config: &Config,
    said: &mut Vec<Diagnostic>,
) -> Posts {
    let places = Place::all(survey, &config.posts);
    let (files, passed) = candidates::all(root, survey, &places, said);
    let names = Names::of(&config.keys, survey.keys);
    let default_author = survey.default_author.as_ref().and_then(|id| survey.people.get(id));
    let default_author = default_author.cloned().map(Arc::new);
    let mut read: Vec<(String, Vec<Diagnostic>, Outcome)> = files
        .into_par_iter()
        .map(|Candidate { path, place }| {
            let mut said = Vec::new();
            let file =
                File { root, survey, config, names: &names, default_author: &default_author, place, path: &path };
            let outcome = file.read(&mut said);
            let said = said.into_iter().map(|diagnostic| diagnostic.in_file(path.as_str())).collect();
            (path, said, outcome)
        })
        .collect();
    read.extend(exported.into_iter().map(|exported| {
        let outcome = match exported.outcome {
            Ok(mut post) => {
                search(root, survey).files(&mut post);
                Outcome::Post(post)
            }
            Err(reason) => Outcome::Excluded(reason),
        };
        (exported.path, Vec::new(), outcome)
    }));
    read.sort_by(|a, b| a.0.cmp(&b.0));
    let folders =
        places.iter().map(|place| (place.directory().to_owned(), place.collection.extensions)).collect();
    let mut posts = Posts { folders, posts: Vec::with_capacity(read.len()), excluded: passed };
    let mut unaddressed = Unaddressed::default();
    for (path, diagnostics, outcome) in read {
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

/// A file that may be a post.
struct File<'a> {
    root: &'a Root,
    survey: &'a Survey,
    config: &'a Config,
    names: &'a Names<'a>,
    default_author: &'a Option<Arc<Author>>,
    place: &'a Place<'a>,
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
        let text = if self.path.ends_with(".ipynb") {
            let Some(page) = notebook::markdown(&text) else {
                said.push(
                    Diagnostic::error("notebook-invalid", "the file is no Jupyter notebook")
                        .hint("a notebook is JSON with `cells`"),
                );
                return unreadable;
            };
            page
        } else {
            text
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
        post.repaired =
            Some(Box::new(Repaired { encoding: repair.encoding, restored: repair.restored, unrestored }));
        Outcome::Post(post)
    }

    fn parse(&self, text: &str, said: &mut Vec<Diagnostic>) -> Outcome {
        let &Self { root, survey, path, .. } = self;
        let Place { collection, setting, .. } = self.place;
        let below = self.place.below(path);
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
        let body = body::read(fenced.body, Markup::of(path, collection.header));
        let mut post = RawPost {
            path: path.to_owned(),
            header: collection.header,
            collection: self.place.number,
            is_post: collection.posts_only,
            first_heading: body.first_heading,
            links: body.links,
            sample: body.sample,
            reading_minutes: body.reading_minutes,
            folder: folder(below),
            ..RawPost::default()
        };
        let layers = Layers { own: &front, inherited: collection.inheritance.of(path) };
        fields::fill(&mut post, &layers, self.names, &survey.people, said);
        if post.language.is_none() {
            post.language = setting.and_then(|setting| setting.language.clone());
        }
        let page = Page { root, path, below, fields: &layers, body: fenced.body };
        if let Err(reason) = (collection.rule)(&page, &mut post) {
            return Outcome::Excluded(reason);
        }
        if let Some(pattern) = setting.and_then(|setting| setting.url.as_ref()) {
            let own = Page { below: self.place.below_setting(path), ..page };
            if let Err(name) = pattern.give(&own, &mut post) {
                return Outcome::Unaddressed { pattern: pattern.clone(), name };
            }
        }
        post.lines = front.lines;
        if post.authors.is_none() && post.default_author.is_none() {
            post.default_author.clone_from(self.default_author);
        }
        search(root, survey).files(&mut post);
        // Of 100,000 posts nothing is kept that nobody will ask for.
        if post.summary.is_some() {
            post.sample = post.sample.chars().take(SAMPLE_CHARS).collect();
        }
        if post.route_rule.is_sure {
            // Only where its site is can still be asked of its links.
            let is_known = survey.facts.url.is_some() && collection.posts_only;
            post.links.retain(|link| !is_known && !link.starts_with('/'));
        }
        post.content_hash = content_hash(post.title.as_ref().map_or("", |title| &title.value), fenced.body);
        Outcome::Post(Box::new(post))
    }
}

/// Where the files are that posts name.
fn search<'a>(root: &'a Root, survey: &'a Survey) -> Search<'a> {
    let Survey { out, assets, facts, .. } = survey;
    Search { root, out, assets, origin: facts.url.as_deref() }
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
pub fn content_hash(title: &str, body: &str) -> ContentHash {
    // In one piece, of which several blocks are hashed at a time.
    let whole = blake3::hash(&[title.as_bytes(), b"\0", body.as_bytes()].concat());
    let mut hash = ContentHash::default();
    hash.iter_mut().zip(whole.as_bytes()).for_each(|(to, byte)| *to = *byte);
    hash
}

/// The first folder of a path below the posts' own, unless that is the post's bundle.
fn folder(below: &str) -> Option<String> {
    let (folder, rest) = below.split_once('/')?;
    let is_bundle = !rest.contains('/') && rest.starts_with("index.");
    (!is_bundle).then(|| folder.to_owned())
}
