//! What is said of a file that cannot be read as a post.

use super::Outcome;
use crate::diag::{Diagnostic, Location};
use crate::site::encoding::NotText;
use crate::site::front_matter::{self, NoFront};

/// Says why a file without a readable front matter is left out.
pub fn no_front(error: NoFront, text: &str, said: &mut Vec<Diagnostic>) -> Outcome {
    match error {
        NoFront::None => return Outcome::Excluded("no front matter"),
        NoFront::Unterminated { line } => {
            let excerpt = text.lines().nth(line.saturating_sub(1) as usize).unwrap_or_default();
            let excerpt: String = excerpt.chars().take(160).collect();
            let width = u32::try_from(excerpt.chars().count()).unwrap_or(1).max(1);
            said.push(
                Diagnostic::error("front-matter-unterminated", "the front matter does not end")
                    .at(Location { file: None, line, column: 1, width, excerpt })
                    .label("opened here")
                    .hint("close it with a line that holds nothing but the same fence"),
            );
        }
        NoFront::Code { line } => said.push(
            Diagnostic::error("front-matter-code", "the front matter is code, which is never run")
                .at(Location { file: None, line, column: 1, width: 3, excerpt: "---js".to_owned() })
                .hint("write it as YAML, TOML or JSON"),
        ),
    }
    Outcome::Excluded("unreadable")
}

/// Where the text ends to be one.
pub fn not_text(error: NotText) -> Diagnostic {
    let place = Location { line: error.line, column: error.column, width: 1, ..Location::default() };
    Diagnostic::error("encoding-invalid", "the post is not UTF-8")
        .at(place)
        .label(format!("byte 0x{:02X}", error.byte))
        .hint("save it as UTF-8")
}

/// Where a byte of a text stands.
pub fn place(text: &str, at: usize) -> Location {
    let head = text.get(..at).unwrap_or_default();
    let start = head.rfind('\n').map_or(0, |newline| newline + 1);
    let column = head.get(start..).map_or(0, |line| line.chars().count()) + 1;
    let excerpt = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    Location {
        file: None,
        line: front_matter::newlines(head) + 1,
        column: u32::try_from(column).unwrap_or(u32::MAX),
        width: 1,
        excerpt: excerpt.chars().take(160).collect(),
    }
}
