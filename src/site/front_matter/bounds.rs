//! Refuses front matter that no parser should see.
//!
//! Flow nesting a million deep hangs or crashes the YAML parsers, and ten thousand deep takes 0.2 s.

use super::fence::Fenced;
use crate::diag::Diagnostic;
use crate::model::SourceLines;

/// Far above any real front matter; the largest of 16,164 real ones had 12 KB.
pub const LIMIT_BYTES: usize = 256 * 1024;
/// No real one nests deeper than six.
const LIMIT_DEPTH: usize = 64;

/// Checks size and nesting.
///
/// # Errors
/// When one of them is over its limit, at the place where it is.
pub fn check(fenced: &Fenced<'_>, lines: &SourceLines) -> Result<(), Diagnostic> {
    if fenced.text.len() > LIMIT_BYTES {
        let message = format!("the front matter is larger than {} KiB", LIMIT_BYTES >> 10);
        let longest = fenced.text.lines().enumerate().max_by_key(|(_, line)| line.len());
        let line = longest.map_or(0, |(index, _)| u32::try_from(index).unwrap_or(0));
        return Err(Diagnostic::error("front-matter-too-large", message)
            .at(lines.location(fenced.first_line + line, 1, 1))
            .label("the longest line")
            .hint("move long text into the body"));
    }
    for (line, text) in (fenced.first_line..).zip(fenced.text.lines()) {
        if let Some(column) = runs_deep(text) {
            return Err(too_deep(lines, line, column));
        }
    }
    match nests_deep(fenced.text) {
        Some(line) => Err(too_deep(lines, fenced.first_line + line, 1)),
        None => Ok(()),
    }
}

fn too_deep(lines: &SourceLines, line: u32, column: u32) -> Diagnostic {
    Diagnostic::error(
        "front-matter-too-deep",
        format!("the front matter nests deeper than {LIMIT_DEPTH} levels"),
    )
    .at(lines.location(line, column, 1))
    .label("opened here")
}

/// `- - - - …`: block sequences opened in one line.
fn runs_deep(line: &str) -> Option<u32> {
    let indicators = line.split_ascii_whitespace().take_while(|word| matches!(*word, "-" | "?" | ":"));
    (indicators.take(LIMIT_DEPTH + 1).count() > LIMIT_DEPTH).then_some(1)
}

/// Brackets and braces, quoted or not: a count that errs on the safe side begins anew at each top-level key.
fn nests_deep(text: &str) -> Option<u32> {
    let (mut depth, mut line, mut line_start) = (0_usize, 0_u32, true);
    for byte in text.bytes() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ if line_start && byte.is_ascii_alphabetic() => depth = 0,
            _ => {}
        }
        if depth > LIMIT_DEPTH {
            return Some(line);
        }
        line_start = byte == b'\n';
        line += u32::from(line_start);
    }
    None
}
