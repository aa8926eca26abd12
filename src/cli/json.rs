//! What programs read: the contract of `list` and of the diagnostics.

use rayon::prelude::*;
use serde::Serialize;
use std::io::{self, Write};
use syndicard::diag::{Diagnostic, Severity};
use syndicard::diff::{Change, Difference, Finding, Kind};
use syndicard::feed::published::PublishedItem;
use syndicard::model::{Explained, Explanation, Post, Site, SiteFacts};
use syndicard::pipeline::{Listing, Report};

/// A diagnostic as programs get it.
#[derive(Serialize)]
struct Said<'a> {
    severity: Severity,
    code: &'a str,
    path: Option<&'a str>,
    line: Option<u32>,
    column: Option<u32>,
    message: &'a str,
    hint: Option<&'a str>,
}

impl<'a> From<&'a Diagnostic> for Said<'a> {
    fn from(diagnostic: &'a Diagnostic) -> Self {
        Self {
            severity: diagnostic.severity,
            code: diagnostic.code,
            path: diagnostic.path.as_deref(),
            line: diagnostic.location.as_ref().map(|at| at.line),
            column: diagnostic.location.as_ref().map(|at| at.column),
            message: &diagnostic.message,
            hint: diagnostic.hint.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct SiteJson<'a> {
    framework: &'a str,
    title: &'a str,
    url: &'a str,
    language: &'a str,
    authors: Vec<&'a str>,
    /// Where the site was found, below the directory that was asked for; empty for that itself.
    directory: &'a str,
    out: String,
}

#[derive(Serialize)]
struct PostJson<'a> {
    path: String,
    url: &'a str,
    id: &'a str,
    title: &'a str,
    published: String,
    updated: Option<String>,
    summary: Option<&'a str>,
    tags: &'a [String],
    authors: Vec<&'a str>,
    language: &'a str,
    translations: Vec<TranslationJson<'a>>,
    cover: Option<&'a str>,
    cover_file: Option<String>,
    cover_alt: Option<&'a str>,
}

#[derive(Serialize)]
struct TranslationJson<'a> {
    language: &'a str,
    url: &'a str,
}

#[derive(Serialize)]
struct ExcludedJson<'a> {
    path: String,
    reason: &'a str,
}

#[derive(Serialize)]
struct ReportJson<'a> {
    version: u32,
    out: &'a str,
    feeds: Vec<&'a str>,
    cards: Vec<&'a str>,
    written: usize,
    unchanged: usize,
    removed: usize,
    diagnostics: Vec<Said<'a>>,
}

#[derive(Serialize)]
struct DifferenceJson<'a> {
    version: u32,
    same: usize,
    findings: Vec<FindingJson<'a>>,
    /// What became of the ids of all that returns, where it is one and the same; else, null.
    pattern: Option<&'a [Change]>,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    kind: Kind,
    old: Option<ItemJson<'a>>,
    new: Option<ItemJson<'a>>,
}

#[derive(Serialize)]
struct ItemJson<'a> {
    id: &'a str,
    id_given: bool,
    link: Option<&'a str>,
    title: Option<&'a str>,
    published: Option<String>,
    updated: Option<String>,
}

#[derive(Serialize)]
struct ExplanationJson<'a> {
    version: u32,
    path: &'a str,
    excluded: Option<&'a str>,
    facts: Vec<FactJson>,
    diagnostics: Vec<Said<'a>>,
}

#[derive(Serialize)]
struct FactJson {
    name: &'static str,
    value: Option<String>,
    rule: String,
    file: Option<String>,
    line: Option<u32>,
    text: Option<String>,
}

/// `list --format json`, into this stream.
pub fn listing(listing: &Listing, stream: impl Write) {
    // Whoever reads it may have gone.
    let _ = write_listing(listing, stream);
}

/// The posts become JSON some thousands at a time, so that a large site needs no second copy of itself, and on all threads.
fn write_listing(listing: &Listing, mut stream: impl Write) -> io::Result<()> {
    const AT_A_TIME: usize = 8192;
    const FOR_A_THREAD: usize = 64;
    let Site { facts, posts, excluded } = &listing.site;
    let site = SiteJson {
        framework: facts.framework,
        title: &facts.title,
        // Without the slash, as people write the address of a site.
        url: facts.url.as_str().trim_end_matches('/'),
        language: &facts.language,
        authors: facts.authors.iter().map(|author| author.name.as_str()).collect(),
        directory: facts.below.trim_end_matches('/'),
        out: facts.shown(&facts.out),
    };
    write!(stream, "{{\n  \"version\": 1,\n  \"site\": {},\n  \"posts\": [", pretty_at(1, &site))?;
    let mut before = "";
    for chunk in posts.chunks(AT_A_TIME) {
        let texts: Vec<String> = chunk.par_chunks(FOR_A_THREAD).map(|posts| items(posts, facts)).collect();
        for text in texts {
            stream.write_all(before.as_bytes())?;
            stream.write_all(text.as_bytes())?;
            before = ",";
        }
    }
    let end = if posts.is_empty() { "" } else { "\n  " };
    let excluded: Vec<ExcludedJson<'_>> = excluded
        .iter()
        .map(|file| ExcludedJson { path: facts.shown(&file.path), reason: file.reason })
        .collect();
    let said: Vec<Said<'_>> = listing.diagnostics.iter().map(Said::from).collect();
    let (excluded, said) = (pretty_at(1, &excluded), pretty_at(1, &said));
    writeln!(stream, "{end}],\n  \"excluded\": {excluded},\n  \"diagnostics\": {said}\n}}")
}

/// Posts as they stand in the list, without its brackets.
fn items(posts: &[Post], facts: &SiteFacts) -> String {
    #[derive(Serialize)]
    struct List<'a> {
        posts: Vec<PostJson<'a>>,
    }
    const BEFORE: &str = "{\n  \"posts\": [";
    const AFTER: &str = "\n  ]\n}";
    let mut text = pretty(&List { posts: posts.iter().map(|entry| post(entry, facts)).collect() });
    text.truncate(text.len().saturating_sub(AFTER.len()));
    text.drain(..BEFORE.len().min(text.len()));
    text
}

/// A value as it stands so deep in a document; no text holds a line break that is not escaped.
fn pretty_at(depth: usize, value: &impl Serialize) -> String {
    pretty(value).replace('\n', &format!("\n{}", "  ".repeat(depth)))
}

fn post<'a>(post: &'a Post, facts: &SiteFacts) -> PostJson<'a> {
    let cover = post.cover.as_ref();
    PostJson {
        path: facts.shown(&post.path),
        url: &post.url,
        id: &post.id,
        title: &post.title,
        published: post.published.to_rfc3339(),
        updated: post.updated.map(|updated| updated.to_rfc3339()),
        summary: post.summary.as_deref(),
        tags: &post.tags,
        authors: post.authors.iter().map(|author| author.name.as_str()).collect(),
        language: &post.language,
        translations: post
            .translations
            .iter()
            .map(|(language, url)| TranslationJson { language, url })
            .collect(),
        cover: cover.map(|cover| cover.source.as_str()),
        cover_file: cover.and_then(|cover| cover.file.as_deref()).map(|file| facts.shown(file)),
        cover_alt: cover.and_then(|cover| cover.alt.as_deref()),
    }
}

/// `build --format json`.
pub fn report(report: &Report) -> String {
    pretty(&ReportJson {
        version: 1,
        out: &report.out,
        feeds: report.feeds.iter().map(|feed| feed.path.as_str()).collect(),
        cards: report.cards.iter().flatten().map(|card| card.path.as_str()).collect(),
        written: report.written,
        unchanged: report.unchanged,
        removed: report.removed,
        diagnostics: report.diagnostics.iter().map(Said::from).collect(),
    })
}

/// `diff --format json`.
pub fn difference(difference: &Difference) -> String {
    pretty(&DifferenceJson {
        version: 1,
        same: difference.same,
        findings: difference.findings.iter().map(finding).collect(),
        pattern: difference.pattern.as_ref().map(|pattern| pattern.changes.as_slice()),
    })
}

fn finding(finding: &Finding) -> FindingJson<'_> {
    FindingJson {
        kind: finding.kind,
        old: finding.old.as_ref().map(item),
        new: finding.new.as_ref().map(item),
    }
}

fn item(item: &PublishedItem) -> ItemJson<'_> {
    ItemJson {
        id: &item.id,
        id_given: item.id_given,
        link: item.link.as_deref(),
        title: item.title.as_deref(),
        published: item.published.map(|date| date.to_rfc3339()),
        updated: item.updated.map(|date| date.to_rfc3339()),
    }
}

/// `list --explain … --format json`.
pub fn explanation(explanation: &Explanation) -> String {
    let fact = |fact: &'_ Explained| FactJson {
        name: fact.name,
        value: Some(fact.value.clone()).filter(|value| !value.is_empty()),
        rule: fact.rule.clone(),
        file: fact.origin.as_ref().map(|origin| origin.file.clone()),
        line: fact.origin.as_ref().map(|origin| origin.line),
        text: fact.origin.as_ref().map(|origin| origin.text.clone()),
    };
    pretty(&ExplanationJson {
        version: 1,
        path: &explanation.path,
        excluded: explanation.excluded.as_deref(),
        facts: explanation.facts.iter().map(fact).collect(),
        diagnostics: explanation.diagnostics.iter().map(Said::from).collect(),
    })
}

fn pretty(value: &impl Serialize) -> String {
    // Texts and numbers alone cannot fail to become JSON.
    serde_json::to_string_pretty(value).unwrap_or_default()
}
