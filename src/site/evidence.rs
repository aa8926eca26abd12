//! Collects the addresses that stand in a site's sitemaps, in the feeds of other generators, and in the names of its built pages.

use super::Root;
use crate::model::Evidence;
use ignore::WalkBuilder;
use std::path::Path;

/// Where such files are kept, beside the served directory.
const PLACES: &[&str] = &["public", "static", "", "_site", "dist", "out", "build"];
/// How their names begin.
const NAMES: &[&str] = &["sitemap", "feed", "rss", "atom", "index"];
/// More files would say the same again.
const LIMIT_FILES: usize = 24;
/// More addresses in a file would not change what is inferred from them.
const LIMIT_ADDRESSES: usize = 20_000;

/// The evidence in a site; `html` is the directory of its built pages, where it was named.
pub fn collect(root: &Root, out: &str, html: Option<&Path>) -> Vec<Evidence> {
    let mut evidence: Vec<Evidence> = Vec::new();
    if let Some(directory) = html {
        let addresses = built_pages(directory);
        evidence.push(Evidence { file: directory.display().to_string(), addresses });
    }
    let out = out.trim_matches(['.', '/']);
    let mut places = vec![out];
    places.extend(PLACES.iter().filter(|place| **place != out));
    for file in places.iter().flat_map(|place| root.files(place, &["xml", "json"])).take(LIMIT_FILES * 8) {
        let name = file.rsplit('/').next().unwrap_or(&file);
        if evidence.len() >= LIMIT_FILES || !NAMES.iter().any(|start| name.starts_with(start)) {
            continue;
        }
        let file = file.trim_start_matches('/');
        let Some(text) = root.text(file).filter(|text| !is_ours(text)) else { continue };
        let addresses = addresses(&text);
        if !addresses.is_empty() {
            evidence.push(Evidence { file: format!("{}{file}", root.prefix()), addresses });
        }
    }
    evidence.retain(|found| !found.addresses.is_empty());
    evidence
}

/// What we wrote ourselves is no evidence for what we wrote.
fn is_ours(text: &str) -> bool {
    [">Syndicard", "\"_syndicard\"", "\"generator\": \"Syndicard"].iter().any(|mark| text.contains(mark))
}

fn addresses(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for (at, _) in text.match_indices("http") {
        let rest = text.get(at..).unwrap_or_default();
        let end = rest.find(|c: char| c.is_whitespace() || "<>\"'()[]\\`".contains(c)).unwrap_or(rest.len());
        let address = rest.get(..end).unwrap_or_default();
        if found.len() < LIMIT_ADDRESSES
            && (address.starts_with("https://") || address.starts_with("http://"))
        {
            found.push(address.replace("&amp;", "&"));
        }
    }
    found.sort();
    found.dedup();
    found
}

/// `/a/` for `a/index.html`, and `/a` for `a.html`.
fn built_pages(directory: &Path) -> Vec<String> {
    let walk = WalkBuilder::new(directory).standard_filters(false).sort_by_file_name(Ord::cmp).build();
    let mut found = Vec::new();
    for entry in walk.filter_map(Result::ok) {
        let Ok(inside) = entry.path().strip_prefix(directory) else { continue };
        let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        if let Some(page) = parts.join("/").strip_suffix(".html") {
            let page = page.strip_suffix("index").unwrap_or(page);
            found.push(format!("/{page}"));
        }
        if found.len() >= LIMIT_ADDRESSES {
            break;
        }
    }
    found
}
