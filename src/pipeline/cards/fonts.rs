//! The fonts of a build: the binary's, the site's, and the machine's for what those lack.

use crate::diag::Diagnostic;
use crate::model;
use crate::site::fonts::{self, FontFile};
use crate::typeset::{Family, FontBook, noto_family};
use std::collections::BTreeSet;

/// What may be looked for beside the binary's fonts.
pub struct Wanted<'a> {
    pub of_site: Vec<FontFile>,
    /// Families that go before all others of their kind.
    pub preferred: &'a [(Family, model::Field<String>)],
    /// Whether the machine's fonts may fill what the others lack.
    pub of_machine: bool,
}

/// Gathers the fonts for these texts, each with the file of its post; what no font has is said of its post.
pub fn book(wanted: Wanted<'_>, texts: &[(&str, String)], said: &mut Vec<Diagnostic>) -> FontBook {
    let named = |files: Vec<FontFile>| files.into_iter().map(|font| (font.name, font.bytes)).collect();
    let mut book = FontBook::bundled().with_site(named(wanted.of_site), said);
    for (kind, family) in wanted.preferred {
        match book.clone().prefer(*kind, &family.value) {
            Ok(preferred) => book = preferred,
            Err(unknown) => said.push(
                Diagnostic::warning(
                    "font-family-unknown",
                    format!("no font is of the family `{}`", family.value),
                )
                .in_file(crate::site::SETTINGS_FILE)
                .label("not used")
                .hint(format!("the families are {}", unknown.known.join(", "))),
            ),
        }
    }
    let all: String = texts.iter().map(|(_, text)| text.as_str()).collect();
    let missing = book.missing(&all);
    if missing.is_empty() {
        return book;
    }
    if wanted.of_machine {
        let found = fonts::of_machine(&missing);
        for font in &found {
            said.push(
                Diagnostic::warning(
                    "font-of-machine",
                    format!("a font of this machine is used: {}", font.name),
                )
                .hint("copy it into the site's `fonts/` folder, so that cards look the same everywhere"),
            );
        }
        book = book.with_machine(named(found), said);
    }
    for (path, text) in texts {
        let missing: BTreeSet<char> = book.missing(text).into_iter().collect();
        if !missing.is_empty() {
            let diagnostic = missing_glyphs(&missing);
            said.push(if path.is_empty() { diagnostic } else { diagnostic.in_file(*path) });
        }
    }
    book
}

/// Names the characters that no font has, and what has them.
fn missing_glyphs(missing: &BTreeSet<char>) -> Diagnostic {
    let names: Vec<String> =
        missing.iter().take(8).map(|&c| format!("`{c}` (U+{:04X})", u32::from(c))).collect();
    let more = missing.len().saturating_sub(names.len());
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let mut families: Vec<String> = Vec::new();
    for family in missing.iter().filter_map(|&c| noto_family(c)) {
        if !families.contains(&family) {
            families.push(family);
        }
    }
    let hint = match families.as_slice() {
        [] => "put a font that has it into the site's `fonts/` folder".to_owned(),
        families => format!("put {} into the site's `fonts/` folder", families.join(" and ")),
    };
    Diagnostic::warning(
        "glyph-missing",
        format!("no font has {}{more}; the card is drawn without", names.join(", ")),
    )
    .hint(hint)
}
