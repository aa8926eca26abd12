//! Parts of a text that should come from one font: words of one script, and emoji.

use super::emoji::is_emoji;
use super::is_seen;
use std::ops::Range;
use unicode_script::{Script, UnicodeScript};
use unicode_segmentation::UnicodeSegmentation;

/// A part of a text without spaces, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    pub range: Range<usize>,
    pub kind: RunKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunKind {
    Emoji,
    /// Letters of one script, with the signs that stand beside them; Japanese is one script.
    Script(Script),
}

/// The parts of a text, from its start; white space and the signs of ASCII belong to none.
pub fn runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (at, cluster) in text.grapheme_indices(true) {
        let range = at..at + cluster.len();
        let Some(kind) = kind(cluster) else { continue };
        match runs.last_mut() {
            Some(last) if last.range.end == at && joins(last.kind, kind) => {
                last.range.end = range.end;
                if is_neutral(last.kind) {
                    last.kind = kind;
                }
            }
            _ => runs.push(Run { range, kind }),
        }
    }
    runs
}

fn kind(cluster: &str) -> Option<RunKind> {
    if is_emoji(cluster) {
        return Some(RunKind::Emoji);
    }
    let first = cluster.chars().find(|&c| is_seen(c))?;
    if first.is_ascii() && !first.is_ascii_alphabetic() {
        return None;
    }
    Some(RunKind::Script(match first.script() {
        Script::Hiragana | Script::Katakana | Script::Bopomofo => Script::Han,
        Script::Inherited | Script::Unknown => Script::Common,
        script => script,
    }))
}

fn joins(before: RunKind, after: RunKind) -> bool {
    let emoji = (before == RunKind::Emoji, after == RunKind::Emoji);
    emoji == (true, true)
        || emoji == (false, false) && (before == after || is_neutral(before) || is_neutral(after))
}

fn is_neutral(kind: RunKind) -> bool {
    kind == RunKind::Script(Script::Common)
}

/// The parts of a run that are letters of its script, without the signs that many fonts have.
pub fn letters(text: &str, run: &Run) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let inside = text.get(run.range.clone()).unwrap_or_default();
    for (at, cluster) in inside.grapheme_indices(true) {
        let is_sign = cluster.chars().next().is_some_and(|c| c.script() == Script::Common);
        let at = run.range.start + at;
        match parts.last_mut() {
            _ if is_sign => {}
            Some(last) if last.end == at => last.end += cluster.len(),
            _ => parts.push(at..at + cluster.len()),
        }
    }
    parts
}
