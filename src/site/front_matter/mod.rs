//! The facts that stand at the head of a post, as text with their places.

mod bounds;
mod closed;
mod code;
mod docinfo;
mod dotted;
mod exports;
mod fence;
mod json;
mod keys;
mod lines;
mod metas;
mod org;
mod plain;
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
        Header::Closed => closed::split_closed(text),
        Header::Fences | Header::Optional | Header::Export => split(text),
        Header::Lines => Ok(lines::split(text)),
        Header::Docinfo => Ok(docinfo::split(text)),
        Header::Dotted => dotted::split(text),
        Header::Metas => Ok(metas::split(text)),
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
        Syntax::Exports => exports::read(fenced.text),
        Syntax::Lines => lines::read(fenced.text, fenced.first_line),
        Syntax::Docinfo => docinfo::read(fenced.text, fenced.first_line),
        Syntax::Dotted => dotted::read(fenced.text, fenced.first_line),
        Syntax::Metas => metas::read(fenced.text, fenced.first_line),
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
