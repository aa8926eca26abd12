//! The facts that stand at the head of a post, as text with their places.

mod bounds;
mod closed;
mod code;
mod fence;
mod json;
mod keys;
mod org;
#[cfg(test)]
mod tests;
mod toml;
mod value;
mod yaml;

pub use fence::{Fenced, NoFront, Syntax, newlines, split};
pub use value::{Entry, Front, Value};

use crate::diag::Diagnostic;
use crate::model::{Header, SourceLines};

/// Splits a file whose fields stand as `header` says.
///
/// # Errors
/// When there is no front matter where one must be, it does not end, or it is code.
pub fn split_as(text: &str, header: Header) -> Result<Fenced<'_>, NoFront> {
    match header {
        Header::Fences | Header::Optional => split(text),
        Header::Closed => closed::split_closed(text),
    }
}

/// Reads the front matter's entries; what is said names no file yet.
///
/// # Errors
/// When nothing of it can be read.
pub fn read(fenced: &Fenced<'_>, said: &mut Vec<Diagnostic>) -> Result<Front, Diagnostic> {
    let lines = SourceLines::of(fenced.text, fenced.first_line);
    bounds::check(fenced, &lines)?;
    let entries = match fenced.syntax {
        Syntax::Yaml => yaml::read(fenced.text, fenced.first_line, &lines, said),
        Syntax::Toml => toml::read(fenced.text, fenced.first_line, &lines)?,
        Syntax::Json => json::read(fenced.text, fenced.first_line, &lines)?,
        Syntax::Org => org::read(fenced.text, fenced.first_line),
        Syntax::Code => code::read(fenced.text, fenced.first_line, &lines)?,
        // On one line with its first pair, so that places stay.
        Syntax::Pairs => json::read(&format!("{{{}}}", fenced.text), fenced.first_line, &lines)?,
    };
    Ok(Front { entries: first_of_each(entries, &lines, said), lines })
}

/// A key given twice: the first stands.
fn first_of_each(entries: Vec<Entry>, lines: &SourceLines, said: &mut Vec<Diagnostic>) -> Vec<Entry> {
    let mut kept: Vec<Entry> = Vec::with_capacity(entries.len());
    for entry in entries {
        match kept.iter().find(|old| old.key == entry.key) {
            None => kept.push(entry),
            Some(old) => said.push(
                Diagnostic::warning("key-duplicate", format!("`{}` is given twice", entry.key))
                    .at(lines.location(entry.line, entry.column, entry.width))
                    .label(format!("the one in line {} stands", old.line))
                    .hint("take one of them out"),
            ),
        }
    }
    kept
}
