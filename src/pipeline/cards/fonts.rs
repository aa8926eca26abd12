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

/// Gathers the fonts for a text; what no font has is said.
pub fn book(wanted: Wanted<'_>, text: &str, said: &mut Vec<Diagnostic>) -> FontBook {
    let mut book = with_site(wanted.of_site, wanted.preferred, said);
    let mut missing = book.missing(text);
    if !missing.is_empty() && wanted.of_machine {
        let found = fonts::of_machine(&missing);
        said.extend(found.iter().map(|font| of_machine(&font.name)));
        book = with_machine(book, found, said);
        missing = book.missing(text);
    }
    if !missing.is_empty() {
        said.push(missing_glyphs(&missing.into_iter().collect()));
    }
    book
}

/// The binary's fonts and the site's.
pub fn with_site(
    of_site: Vec<FontFile>,
    preferred: &[(Family, model::Field<String>)],
    said: &mut Vec<Diagnostic>,
) -> FontBook {
    let mut book = FontBook::bundled().with_site(named(of_site), said);
    for (kind, family) in preferred {
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
    book
}

/// These fonts, and after them some of the machine's.
pub fn with_machine(book: FontBook, of_machine: Vec<FontFile>, said: &mut Vec<Diagnostic>) -> FontBook {
    book.with_machine(named(of_machine), said)
}

fn named(files: Vec<FontFile>) -> Vec<(String, Vec<u8>)> {
    files.into_iter().map(|font| (font.name, font.bytes)).collect()
}

/// Says that a font of the machine is used.
pub fn of_machine(name: &str) -> Diagnostic {
    Diagnostic::warning("font-of-machine", format!("a font of this machine is used: {name}"))
        .hint("copy it into the site's `fonts/` folder, so that cards look the same everywhere")
}

/// Names the characters that no font has, and what has them.
pub fn missing_glyphs(missing: &BTreeSet<char>) -> Diagnostic {
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
