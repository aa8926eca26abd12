//! The addresses of the site that stand somewhere in it.

use super::shape::Form;
use crate::model::{SiteFacts, Source};
use crate::resolve::address;
use percent_encoding::percent_decode_str;
use url::Url;

/// Where links between posts stand.
pub const LINKS: &str = "links between posts";

/// What stands below these is a list of posts, whatever its name is.
const LISTS: &[&str] = &[
    "tag",
    "tags",
    "category",
    "categories",
    "author",
    "authors",
    "topic",
    "topics",
    "page",
    "archive",
    "archives",
    "series",
    "search",
];

/// One address of the site.
pub struct Mention {
    /// Its path below the site's root, decoded.
    pub parts: Vec<String>,
    pub form: Form,
    /// Whether a program wrote it; people forget slashes.
    pub is_strong: bool,
    pub file: String,
}

pub struct Mentions {
    pub all: Vec<Mention>,
}

impl Mentions {
    /// All that stand in the site's files and in the links of its posts.
    pub fn of(source: &Source, facts: &SiteFacts) -> Self {
        let files = source
            .evidence
            .iter()
            .flat_map(|found| found.addresses.iter().map(|address| (address, true, found.file.as_str())));
        let links = source.posts.iter().flat_map(|post| &post.links).map(|link| (link, false, LINKS));
        let mention = |(address, is_strong, file): (&String, bool, &str)| {
            let (parts, form) = below_root(address, facts)?;
            let is_list = parts.iter().rev().skip(1).any(|part| LISTS.contains(&part.as_str()));
            (!is_list && !parts.is_empty()).then(|| Mention { parts, form, is_strong, file: file.to_owned() })
        };
        Self { all: files.chain(links).filter_map(mention).collect() }
    }
}

/// The parts of a path; a page's ending is none.
pub fn parts(path: &str) -> Vec<String> {
    let path = path.trim_matches('/');
    let path = path.strip_suffix("/index.html").or_else(|| path.strip_suffix(".html")).unwrap_or(path);
    path.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The path of an address below the site's root; nothing for another site's.
fn below_root(address: &str, facts: &SiteFacts) -> Option<(Vec<String>, Form)> {
    let root = facts.url.path();
    let path = if address.starts_with('/') {
        address.split(['?', '#']).next()?.to_owned()
    } else {
        let url = Url::parse(address).ok()?;
        if address::is_unknown(&facts.url) || url.host_str() != facts.url.host_str() {
            return None;
        }
        url.path().to_owned()
    };
    let below =
        path.strip_prefix(root).or_else(|| path.strip_prefix('/').filter(|_| address.starts_with('/')))?;
    let decoded = percent_decode_str(below).decode_utf8_lossy();
    Some((parts(&decoded), Form::of(&decoded)))
}

/// The ending that most of the addresses have; programs are believed before people.
pub fn form(mentions: &[&Mention]) -> Option<Form> {
    let count = |strong: bool| {
        [Form::Slash, Form::Html, Form::Bare].map(|form| {
            let same = mentions.iter().filter(|mention| mention.is_strong == strong && mention.form == form);
            (same.count(), form)
        })
    };
    let of = |strong: bool| {
        count(strong).into_iter().filter(|(count, _)| *count > 0).max_by_key(|(count, _)| *count)
    };
    // People leave slashes out; where all of them write one, it is meant.
    let weak = || {
        let forms = count(false);
        let all: usize = forms.iter().map(|(count, _)| count).sum();
        of(false).filter(|(count, form)| *count == all && all >= 2 && *form != Form::Bare)
    };
    of(true).or_else(weak).map(|(_, form)| form)
}
