//! From one file to a post, or to the reason why it is none.

use super::memory::{self, Memory, Recalled};
use super::{Asked, Outcome, content_hash, search, text, wrong};
use crate::diag::Diagnostic;
use crate::model::{Author, Depth, RawPost, Repaired, Stamp};
use crate::site::body::{self, Body, Wanted};
use crate::site::candidates::Place;
use crate::site::collection::Page;
use crate::site::encoding::mojibake::{self, Repair, Verdict};
use crate::site::fields;
use crate::site::frameworks::Survey;
use crate::site::front_matter::{self, Fenced, NoFront, Syntax};
use crate::site::inherit::Layers;
use crate::site::names::Names;
use crate::site::{Config, Markup, RepairMode, Root};
use std::borrow::Cow;
use std::sync::Arc;

/// Enough to recognise a language by, where several posts are looked at.
const SAMPLE_CHARS: usize = 160;

/// A file that may be a post.
pub struct File<'a, 'm> {
    pub root: &'a Root,
    pub survey: &'a Survey,
    pub config: &'a Config,
    pub names: &'a Names<'a>,
    pub default_author: &'a Option<Arc<Author>>,
    pub asked: &'a Asked<'a>,
    pub memory: &'a Memory<'m>,
    pub place: &'a Place<'a>,
    pub path: &'a str,
}

/// What became of a file, and its record for the next time, where it needs not be read again then.
pub type Read<'m> = (Outcome, Option<Cow<'m, [u8]>>);

impl<'m> File<'_, 'm> {
    pub fn read(&self, said: &mut Vec<Diagnostic>) -> Read<'m> {
        let header = self.place.collection.header;
        if let Some((recalled, record)) = self.memory.recall(self.root, self.path, header) {
            let mut own = Vec::new();
            if let Some(outcome) = self.recalled(recalled, &mut own) {
                said.extend(own);
                return (outcome, Some(record.into()));
            }
        }
        let (text, stamp) = match text::of(self.root, self.path, said) {
            Ok(read) => read,
            Err(outcome) => return (outcome, None),
        };
        match judge(self.config, &text) {
            Verdict::Sound => {
                let (outcome, record) = self.parse(&text, said, stamp.filter(|stamp| self.keeps(stamp)));
                (outcome, record.map(Cow::Owned))
            }
            Verdict::Confirmed(repair) if self.config.repair == RepairMode::Report => {
                said.push(
                    Diagnostic::warning(
                        "encoding-suspect",
                        format!("the text looks as if it had been read as {}", repair.encoding),
                    )
                    .hint("set `encoding: {repair: auto}` to have it repaired"),
                );
                (self.parse(&text, said, None).0, None)
            }
            Verdict::Confirmed(repair) => (self.repaired(&text, &repair, said), None),
            Verdict::Suspect(repair) => {
                let (outcome, _) = self.parse(&text, said, None);
                // Whether the other reading is believed depends on the site's other posts.
                let other = self.repaired(&text, &repair, &mut Vec::new());
                let outcome = match (outcome, other) {
                    (Outcome::Post(mut post), Outcome::Post(other))
                        if self.config.repair == RepairMode::Auto =>
                    {
                        post.if_repaired = Some(other);
                        Outcome::Post(post)
                    }
                    (outcome, _) => outcome,
                };
                (outcome, None)
            }
        }
    }

    /// Whether a record is to be made: only of what was read to the end, and found to be sound, and can change no more without another
    /// stamp. A notebook's lines are not those of its file.
    fn keeps(&self, stamp: &Stamp) -> bool {
        self.asked.depth == Depth::Bodies
            && self.asked.moment.is_some_and(|moment| stamp.is_before(&moment))
            && self.config.repair != RepairMode::Off
            && !self.path.ends_with(".ipynb")
    }

    fn repaired(&self, text: &str, repair: &Repair, said: &mut Vec<Diagnostic>) -> Outcome {
        let (outcome, _) = self.parse(&repair.text, said, None);
        let Outcome::Post(mut post) = outcome else { return outcome };
        let unrestored = repair.unrestored.iter().map(|&at| wrong::place(text, at)).collect();
        post.repaired =
            Some(Box::new(Repaired { encoding: repair.encoding, restored: repair.restored, unrestored }));
        Outcome::Post(post)
    }

    /// Reads a text; where the file's stamp is given, and nothing is to be said of it, a record is made.
    fn parse(
        &self,
        text: &str,
        said: &mut Vec<Diagnostic>,
        stamp: Option<Stamp>,
    ) -> (Outcome, Option<Vec<u8>>) {
        let collection = self.place.collection;
        let before = said.len();
        let fenced = match front_matter::split_as(text, collection.header) {
            Ok(fenced) => fenced,
            Err(NoFront::None) if collection.header.is_optional() => {
                Fenced { syntax: Syntax::Yaml, text: "", first_line: 1, body: text }
            }
            Err(error) => return (wrong::no_front(error, text, said), None),
        };
        let front = match front_matter::read(&fenced, said) {
            Ok(front) => front,
            Err(error) => {
                said.push(error);
                return (Outcome::Excluded("unreadable"), None);
            }
        };
        let stamp = stamp.filter(|_| said.len() == before);
        let layers = Layers { own: &front, inherited: collection.inheritance.of(self.path) };
        let mut post = self.begun(&layers, said);
        let markup = Markup::of(self.path, collection.header);
        let wanted = self.wanted(&post);
        let body = body::read(fenced.body, markup, wanted);
        let kept = stamp.map(|stamp| (stamp, body.clone()));
        take(&mut post, body);
        if let Err(outcome) = self.ruled(&mut post, &layers, Some(fenced.body)) {
            return (outcome, None);
        }
        if !wanted.links && !post.route_rule.is_sure {
            post.links = body::read(fenced.body, markup, Wanted::LINKS).links;
        }
        if self.asked.depth == Depth::Bodies {
            post.content_hash = content_hash(title(&post), fenced.body);
        }
        let record = kept.and_then(|(stamp, body)| memory::record(stamp, &front, &body, &post));
        self.trim(&mut post);
        post.lines = front.lines;
        (Outcome::Post(Box::new(post)), record)
    }

    /// The post of a file that was not opened; nothing where it has to be, after all.
    fn recalled(&self, recalled: Recalled, said: &mut Vec<Diagnostic>) -> Option<Outcome> {
        let Recalled { front, body, title: hashed, content_hash, has_summary } = recalled;
        let layers = Layers { own: &front, inherited: self.place.collection.inheritance.of(self.path) };
        let mut post = self.begun(&layers, said);
        take(&mut post, body);
        if let Err(outcome) = self.ruled(&mut post, &layers, None) {
            return Some(outcome);
        }
        // Other keys may have other meanings now: the hash was that of another title, and the sample is too short.
        if title(&post) != hashed || has_summary && post.summary.is_none() {
            return None;
        }
        post.content_hash = content_hash;
        self.trim(&mut post);
        post.lines = front.lines;
        Some(Outcome::Post(Box::new(post)))
    }

    /// A post whose own fields are filled in.
    fn begun(&self, layers: &Layers<'_>, said: &mut Vec<Diagnostic>) -> RawPost {
        let Place { collection, setting, .. } = self.place;
        let mut post = RawPost {
            path: self.path.to_owned(),
            header: collection.header,
            collection: self.place.number,
            is_post: collection.posts_only,
            folder: folder(self.place.below(self.path)),
            ..RawPost::default()
        };
        fields::fill(&mut post, layers, self.names, &self.survey.people, said);
        if post.language.is_none() {
            post.language = setting.and_then(|setting| setting.language.clone());
        }
        post
    }

    /// What the body is looked into for.
    fn wanted(&self, post: &RawPost) -> Wanted {
        if self.asked.depth == Depth::Bodies {
            return Wanted::ALL;
        }
        Wanted {
            heading: title(post).is_empty(),
            links: !self.asks_no_links(),
            sample: self.survey.facts.language.is_none(),
            minutes: false,
        }
    }

    /// Whether links tell nothing of where the site is.
    fn asks_no_links(&self) -> bool {
        self.survey.facts.url.is_some() && self.place.collection.posts_only
    }

    /// Gives a post what the framework and the settings make of it.
    fn ruled(&self, post: &mut RawPost, layers: &Layers<'_>, read: Option<&str>) -> Result<(), Outcome> {
        let &Self { root, survey, path, .. } = self;
        let Place { collection, setting, .. } = self.place;
        let page = Page {
            root,
            path,
            below: self.place.below(path),
            fields: layers,
            read,
            header: collection.header,
        };
        (collection.rule)(&page, post).map_err(Outcome::Excluded)?;
        if let Some(pattern) = setting.and_then(|setting| setting.url.as_ref()) {
            let own = Page { below: self.place.below_setting(path), ..page };
            let given = pattern.give(&own, post);
            given.map_err(|name| Outcome::Unaddressed { pattern: pattern.clone(), name })?;
        }
        if post.authors.is_none() && post.default_author.is_none() {
            post.default_author.clone_from(self.default_author);
        }
        search(root, survey).files(post);
        Ok(())
    }

    /// Of 100,000 posts nothing is kept that nobody will ask for.
    fn trim(&self, post: &mut RawPost) {
        if post.summary.is_some() {
            post.sample = sample_of_the_summarized(&post.sample).to_owned();
        }
        if post.route_rule.is_sure {
            // Only where its site is can still be asked of its links.
            let is_known = self.asks_no_links();
            post.links.retain(|link| !is_known && !link.starts_with('/'));
        }
    }
}

fn take(post: &mut RawPost, body: Body) {
    post.first_heading = body.first_heading;
    post.links = body.links;
    post.sample = body.sample;
    post.reading_minutes = body.reading_minutes;
}

fn title(post: &RawPost) -> &str {
    post.title.as_ref().map_or("", |title| &title.value)
}

/// So much of a sample is kept where a summary makes an excerpt needless.
pub fn sample_of_the_summarized(sample: &str) -> &str {
    let end = sample.char_indices().nth(SAMPLE_CHARS).map_or(sample.len(), |(at, _)| at);
    sample.get(..end).unwrap_or(sample)
}

fn judge(config: &Config, text: &str) -> Verdict {
    if config.repair == RepairMode::Off { Verdict::Sound } else { mojibake::judge(text) }
}

/// The first folder of a path below the posts' own, unless that is the post's bundle.
fn folder(below: &str) -> Option<String> {
    let (folder, rest) = below.split_once('/')?;
    let is_bundle = !rest.contains('/') && rest.starts_with("index.");
    (!is_bundle).then(|| folder.to_owned())
}
