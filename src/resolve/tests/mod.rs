//! Small sites on disk, read and resolved.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod below;
mod evidence;
mod explain;
mod order;
mod overrides;
mod translations;

use crate::diag::Diagnostic;
use crate::model::{Ledger, Site, Source};
use crate::site;
use chrono::{DateTime, FixedOffset};
use std::fs;
use tempfile::TempDir;

/// A site of these files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    folder
}

fn read(files: &[(&str, &str)]) -> (Source, Vec<Diagnostic>) {
    let folder = folder(files);
    let mut said = Vec::new();
    let opened = site::open(folder.path()).tell(&mut said);
    let mut source =
        site::read(&opened.root, opened.framework, &opened.config, &crate::site::Asked::default())
            .tell(&mut said);
    source.evidence = site::evidence(&opened.root, &source, None);
    (source, said)
}

/// The site that these files make, and what is said of it.
fn listed(files: &[(&str, &str)]) -> (Site, Vec<Diagnostic>) {
    let (source, mut said) = read(files);
    let now: DateTime<FixedOffset> = DateTime::parse_from_rfc3339("2026-01-01T00:00:00Z").unwrap();
    let site = super::site(source, &Ledger::default(), now).tell(&mut said);
    (site, said)
}

/// Each post's path and address, in order of path.
fn addresses(site: &Site) -> Vec<(&str, &str)> {
    let mut all: Vec<_> = site.posts.iter().map(|post| (post.path.as_str(), post.url.as_str())).collect();
    all.sort_unstable();
    all
}

fn excluded(site: &Site) -> Vec<(&str, &str)> {
    site.excluded.iter().map(|file| (file.path.as_str(), file.reason)).collect()
}

/// The only diagnostic of this code.
fn only<'a>(said: &'a [Diagnostic], code: &str) -> &'a Diagnostic {
    let found: Vec<_> = said.iter().filter(|diagnostic| diagnostic.code == code).collect();
    assert_eq!(found.len(), 1, "{said:#?}");
    found[0]
}
