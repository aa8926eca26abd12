//! `syndicard.lock`: a line for each post, in order of path, so that git can merge it and people can read it.

#[cfg(test)]
mod tests;

use crate::diag::{Diagnostic, Location, Warned};
use crate::disk::{self, ReadError};
use crate::model::{ContentHash, Ledger, LedgerLine};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// Its name, in the site's root.
pub const LEDGER: &str = "syndicard.lock";

/// A site of 100,000 posts has about 20 MB of it.
const LIMIT_BYTES: u64 = 256 << 20;

const HEAD: &str = "# The id that feed readers know each post by, and the archive that holds it.\n\
                    # Written by `syndicard build`: commit it with the site. After a merge, keep the lines of both sides.\n";

/// The marks that git leaves around what it could not merge.
const MARKS: &[&str] = &["<<<<<<<", "=======", ">>>>>>>", "|||||||"];

#[derive(Serialize, Deserialize)]
struct Line<'a> {
    path: Cow<'a, str>,
    id: Cow<'a, str>,
    content: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    archives: BTreeMap<Cow<'a, str>, u32>,
}

/// The ledger of a site; empty where there is none.
///
/// # Errors
/// When it cannot be read: then no post may be given an id, or readers would see every one again.
pub fn read_ledger(site: &Path) -> Result<Warned<Ledger>, Diagnostic> {
    let failed = |reason: String| {
        Diagnostic::error("ledger-unreadable", format!("the ledger of ids cannot be read: {reason}"))
            .in_file(LEDGER)
    };
    let bytes = match disk::read(&site.join(LEDGER), LIMIT_BYTES) {
        Ok(bytes) => bytes,
        Err(ReadError::Io(error)) if error.kind() == io::ErrorKind::NotFound => {
            return Ok(Warned::silent(Ledger::default()));
        }
        Err(error) => return Err(failed(error.reason())),
    };
    let text = String::from_utf8(bytes).map_err(|_| failed("it is not UTF-8".to_owned()))?;
    parse(&text)
}

/// Two lines for one post are reported, and the first stands. A line that cannot be read is an error: without it, a post
/// would get another id.
fn parse(text: &str) -> Result<Warned<Ledger>, Diagnostic> {
    let lines: Vec<&str> = text.lines().collect();
    let parsed: Vec<Parsed> = lines
        .par_iter()
        .map(|line| {
            let empty = line.trim().is_empty() || line.starts_with('#');
            let skipped = empty || MARKS.iter().any(|mark| line.starts_with(mark));
            (!skipped).then(|| serde_json::from_str(line).map(entry))
        })
        .collect();
    if is_in_order(&parsed) {
        // As it was written, so that a map is made of it at once.
        let lines = parsed.into_iter().flatten().filter_map(Result::ok).collect();
        return Ok(Warned::silent(with_possible_archives(Ledger { lines })));
    }
    let mut said = Vec::new();
    let mut ledger = Ledger::default();
    for (number, (text, line)) in lines.iter().zip(parsed).enumerate() {
        let place = || Location {
            file: None,
            line: u32::try_from(number + 1).unwrap_or(u32::MAX),
            column: 1,
            width: 1,
            excerpt: text.chars().take(160).collect(),
        };
        match line {
            None => {}
            Some(Err(error)) => {
                let message = format!("the line cannot be read: {error}");
                return Err(Diagnostic::error("ledger-line-invalid", message)
                    .in_file(LEDGER)
                    .at(place())
                    .label("nothing is built, so that no post gets another id")
                    .hint(
                        "take the line from the last commit, or delete it if its post was never published",
                    ));
            }
            Some(Ok((path, line))) => match ledger.lines.get(&path) {
                Some(known) if known.id != line.id => {
                    let message = format!("`{path}` has two ids");
                    let label = format!("the first stands: {}", known.id);
                    let conflict = Diagnostic::warning("ledger-conflict", message);
                    said.push(conflict.in_file(LEDGER).at(place()).label(label));
                }
                Some(_) => {}
                None => {
                    ledger.lines.insert(path, line);
                }
            },
        }
    }
    Ok(Warned { value: with_possible_archives(ledger), diagnostics: said })
}

/// Nothing for what is no line.
type Parsed = Option<Result<(String, LedgerLine), serde_json::Error>>;

/// Whether every line can be read, and none has the path of another.
fn is_in_order(parsed: &[Parsed]) -> bool {
    let lines = || parsed.iter().flatten();
    let paths = lines().filter_map(|line| Some(&line.as_ref().ok()?.0));
    lines().all(Result::is_ok) && paths.is_sorted_by(|a, b| a < b)
}

/// No archive has a number that posts could not have filled.
fn with_possible_archives(mut ledger: Ledger) -> Ledger {
    let most = u32::try_from(ledger.lines.len()).unwrap_or(u32::MAX);
    for line in ledger.lines.values_mut() {
        line.archives.retain(|_, number| (1..=most).contains(number));
    }
    ledger
}

fn entry(line: Line<'_>) -> (String, LedgerLine) {
    let archives = line.archives.into_iter().map(|(feed, number)| (feed.into_owned(), number)).collect();
    let content = hash(&line.content).unwrap_or_default();
    (line.path.into_owned(), LedgerLine { id: line.id.into_owned(), content, archives })
}

fn hash(text: &str) -> Option<ContentHash> {
    let mut hash = ContentHash::default();
    for (at, byte) in hash.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(at * 2..at * 2 + 2)?, 16).ok()?;
    }
    Some(hash)
}

fn bytes(ledger: &Ledger) -> Vec<u8> {
    let lines: Vec<Vec<u8>> = ledger.lines.par_iter().map(|(path, line)| written(path, line)).collect();
    std::iter::once(HEAD.as_bytes()).chain(lines.iter().map(Vec::as_slice)).collect::<Vec<_>>().concat()
}

fn written(path: &str, line: &LedgerLine) -> Vec<u8> {
    let content = line.content.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    let content: String = content.filter_map(|figure| char::from_digit(u32::from(figure), 16)).collect();
    let line = Line {
        path: path.into(),
        id: line.id.as_str().into(),
        content: content.into(),
        archives: line.archives.iter().map(|(feed, number)| (feed.as_str().into(), *number)).collect(),
    };
    // Texts and numbers alone cannot fail to become JSON.
    let mut bytes = serde_json::to_vec(&line).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// Writes the ledger, unless the file holds the same already.
///
/// # Errors
/// What the system says; the old file then stands as it was.
pub fn write_ledger(site: &Path, ledger: &Ledger) -> Result<(), Diagnostic> {
    let path = site.join(LEDGER);
    let bytes = bytes(ledger);
    if disk::read(&path, LIMIT_BYTES).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    disk::write(&path, &bytes).map_err(|error| {
        Diagnostic::error("write-failed", format!("the ledger of ids cannot be written: {error}"))
            .in_file(LEDGER)
    })
}
