//! What is said of a theme that cannot be used, at the line that is to blame.

use crate::diag::{Diagnostic, Location};
use crate::model::ThemeFiles;

/// The error, with what the parser expected as its hint.
pub fn wrong(files: &ThemeFiles, place: Option<(u32, u32)>, message: &str) -> Diagnostic {
    let (message, known) = message.split_once(", expected one of ").unwrap_or((message, ""));
    let mut diagnostic =
        Diagnostic::error("theme-wrong", format!("the theme `{}` cannot be used: {message}", files.name))
            .in_file(&files.path);
    if !known.is_empty() {
        diagnostic = diagnostic.hint(format!("write one of {known}"));
    }
    let Some((line, column)) = place else { return diagnostic };
    let excerpt = files.yaml.lines().nth(line.saturating_sub(1) as usize).unwrap_or_default().to_owned();
    diagnostic.at(Location { line, column, width: 1, excerpt, ..Location::default() })
}

/// The line and column of a name where it is a whole word.
pub fn find(yaml: &str, name: &str) -> Option<(u32, u32)> {
    let part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    for (number, line) in yaml.lines().enumerate() {
        for (at, _) in line.match_indices(name) {
            let before = line.get(..at).unwrap_or_default();
            let after = line.get(at + name.len()..).unwrap_or_default();
            if !before.ends_with(part) && !after.starts_with(part) && !before.contains('#') {
                return Some((number as u32 + 1, before.chars().count() as u32 + 1));
            }
        }
    }
    None
}
