//! What Syndicard finds in a site must be what the site's own framework publishes.
//!
//! A site is a folder of `tests/frameworks/`: `site/` and `expected.json`, which `truth.py` wrote with the real framework; `known.json`
//! holds the differences that have a reason. `compare.py` asks the frameworks again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use chrono::{DateTime, NaiveDateTime};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// After all posts but those of 2099.
const NOW: &str = "2026-01-01T00:00:00Z";
const FIELDS: [&str; 7] = ["url", "title", "published", "tags", "authors", "language", "cover_file"];

/// A site, a path in it (none for the site itself) and a field, as `known.json` names them.
type Place = (String, String, String);

#[test]
fn posts_are_what_the_frameworks_publish() {
    let known = known();
    let mut seen = Vec::new();
    let mut wrong = Vec::new();
    for site in sites() {
        let name = site.file_name().unwrap().to_string_lossy().into_owned();
        let expected = json(&fs::read(site.join("expected.json")).unwrap());
        for (path, field, difference) in differences(&expected, &listing(&site.join("site"))) {
            let place = (name.clone(), path, field);
            if known.contains_key(&place) {
                seen.push(place);
            } else {
                wrong.push(format!("{name}: {}: {}: {difference}", place.1, place.2));
            }
        }
    }
    let gone = known.keys().filter(|place| !seen.contains(place));
    wrong.extend(gone.map(|place| format!("{place:?} no longer differs; take it out of known.json")));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/frameworks")
}

fn sites() -> Vec<PathBuf> {
    let entries = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut sites: Vec<PathBuf> = entries.filter(|path| path.join("expected.json").is_file()).collect();
    sites.sort();
    assert!(!sites.is_empty());
    sites
}

fn known() -> BTreeMap<Place, String> {
    let text = |entry: &Value, key: &str| entry[key].as_str().unwrap().to_owned();
    let known = json(&fs::read(folder().join("known.json")).unwrap());
    let entries = known.as_array().unwrap().iter();
    entries
        .map(|entry| {
            ((text(entry, "site"), text(entry, "path"), text(entry, "field")), text(entry, "reason"))
        })
        .collect()
}

fn listing(site: &Path) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_syndicard"))
        .args(["list", "--format", "json", "--now", NOW])
        .current_dir(site)
        .output()
        .unwrap();
    assert!(!output.stdout.is_empty(), "{}: {}", site.display(), String::from_utf8_lossy(&output.stderr));
    json(&output.stdout)
}

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

/// Every difference: the path (none for the site itself), the field, and what it is.
fn differences(expected: &Value, listing: &Value) -> Vec<(String, String, String)> {
    let mut all = Vec::new();
    let mut differs = |path: &str, field: &str, wanted: &Value, found: &Value| {
        all.push((path.to_owned(), field.to_owned(), format!("expected {wanted}, found {found}")));
    };
    if listing["site"]["framework"] != expected["framework"] {
        differs("", "framework", &expected["framework"], &listing["site"]["framework"]);
    }
    for (field, wanted) in expected["site"].as_object().unwrap() {
        if !same(field, wanted, &listing["site"][field]) {
            differs("", field, wanted, &listing["site"][field]);
        }
    }
    let path = |post: &Value| post["path"].as_str().unwrap().to_owned();
    let posts = listing["posts"].as_array().unwrap();
    let mut found: BTreeMap<String, &Value> = posts.iter().map(|post| (path(post), post)).collect();
    for wanted in expected["posts"].as_array().unwrap() {
        let Some(post) = found.remove(&path(wanted)) else {
            let excluded = listing["excluded"].as_array().unwrap().iter();
            let reason =
                excluded.filter(|file| file["path"] == wanted["path"]).map(|file| &file["reason"]).next();
            differs(&path(wanted), "found", &wanted["url"], reason.unwrap_or(&Value::Null));
            continue;
        };
        for field in FIELDS.into_iter().filter(|field| wanted.get(field).is_some()) {
            if !same(field, &wanted[field], &post[field]) {
                differs(&path(wanted), field, &wanted[field], &post[field]);
            }
        }
    }
    for (path, post) in found {
        differs(&path, "invented", &Value::Null, &post["url"]);
    }
    all
}

/// The rules of `fields.py`.
fn same(field: &str, expected: &Value, found: &Value) -> bool {
    if field == "authors" {
        return expected == found;
    }
    if field == "tags" {
        return sorted(expected) == sorted(found);
    }
    let (Some(expected), Some(found)) = (expected.as_str(), found.as_str()) else { return false };
    match field {
        "url" => decoded(expected) == decoded(found),
        "published" => same_time(expected, found),
        "language" => expected.replace('_', "-").eq_ignore_ascii_case(&found.replace('_', "-")),
        _ => expected.split_whitespace().eq(found.split_whitespace()),
    }
}

fn sorted(list: &Value) -> Vec<&str> {
    let mut words: Vec<&str> = list.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    words.sort_unstable();
    words
}

fn decoded(address: &str) -> String {
    percent_encoding::percent_decode_str(address).decode_utf8_lossy().into_owned()
}

/// One instant; a day without an hour is the same day in any zone, and a time without a zone is in the site's.
fn same_time(expected: &str, found: &str) -> bool {
    let is_midnight = matches!(expected.get(11..19), None | Some("00:00:00"));
    if is_midnight && expected.get(..10) == found.get(..10) {
        return true;
    }
    let found = DateTime::parse_from_rfc3339(found).unwrap();
    match DateTime::parse_from_rfc3339(expected) {
        Ok(expected) => expected == found,
        Err(_) => expected.parse::<NaiveDateTime>().is_ok_and(|expected| expected == found.naive_local()),
    }
}
