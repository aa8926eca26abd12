//! One card, with no site.

use super::cards::{HEIGHT_PX, LIMIT_BYTES, WIDTH_PX};
use super::covers::{Covers, Prepared};
use crate::card::{self, Card};
use crate::diag::Diagnostic;
use crate::model::Artifact;
use crate::paint::{self, Encoding, FileFormat};
use crate::sink::{Directory, Sink};
use crate::site::{self, Root, fonts};
use crate::typeset::FontBook;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::path::Path;

/// What to draw, and where to write it.
pub struct CardRequest<'a> {
    pub title: &'a str,
    pub site_name: &'a str,
    pub date: Option<NaiveDate>,
    /// BCP 47.
    pub language: &'a str,
    pub cover: Option<&'a Path>,
    /// A name that ends in `.jpg`, `.jpeg`, `.png` or `.webp`.
    pub output: &'a Path,
    pub force: bool,
}

/// Draws a card and writes it; what went wrong is returned.
pub fn card(request: &CardRequest<'_>) -> Vec<Diagnostic> {
    let mut said = Vec::new();
    let covers = Covers::new(WIDTH_PX, HEIGHT_PX, &FontBook::bundled());
    let cover = match request.cover.map(|path| cover(path, &covers)) {
        Some(Ok(Prepared { picture, notices })) => {
            let shown = request.cover.map(|path| path.display().to_string()).unwrap_or_default();
            said.extend(notices.into_iter().map(|notice| {
                Diagnostic::warning("cover-changed", format!("the cover {notice}")).in_file(&shown)
            }));
            Some(picture)
        }
        // Here the picture is what was asked for, so that a card without it is no card.
        Some(Err(error)) => return vec![error],
        None => None,
    };
    let date = request.date.map(|date| card::date_text(date, request.language));
    let text = format!("{} {} {}", request.title, request.site_name, date.as_deref().unwrap_or_default());
    let mut book = FontBook::bundled();
    let missing = book.missing(&text);
    if !missing.is_empty() {
        let found = fonts::of_machine(&missing);
        book = book.with_machine(found.into_iter().map(|font| (font.name, font.bytes)).collect(), &mut said);
    }
    let missing: BTreeSet<char> = book.missing(&text).into_iter().collect();
    if !missing.is_empty() {
        said.push(super::cards::missing_glyphs(&missing));
    }
    let composed = card::compose(
        &Card {
            title: request.title,
            site_name: request.site_name,
            date,
            language: request.language,
            seed: request.title,
            cover,
            width_px: WIDTH_PX,
            height_px: HEIGHT_PX,
        },
        &mut book.typesetter(),
    );
    if composed.title_cut {
        said.push(Diagnostic::warning("title-cut", "the title is too long for its card and is cut"));
    }
    let pixels = paint::paint(&composed.scene);
    let extension = request.output.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let format = FileFormat::from_extension(extension).unwrap_or(FileFormat::Jpeg);
    let bytes = paint::encode(&pixels, &Encoding { format, limit_bytes: LIMIT_BYTES });
    match bytes {
        Ok(encoded) => said.extend(write(request, encoded.bytes).err()),
        Err(reason) => {
            said.push(Diagnostic::error("card-failed", format!("the card cannot be drawn: {reason}")))
        }
    }
    said
}

fn cover(path: &Path, covers: &Covers) -> Result<Prepared, Diagnostic> {
    let shown = path.display().to_string();
    let unreadable = |reason: String, hint: Option<&str>| {
        let message = format!("the cover cannot be used: {reason}");
        let diagnostic = Diagnostic::error("cover-unreadable", message).in_file(&shown);
        match hint {
            Some(hint) => diagnostic.hint(hint),
            None => diagnostic,
        }
    };
    let read =
        site::cover_bytes(&Root::new(""), &shown).or_else(|_| site::cover_bytes(&Root::new("/"), &shown));
    let bytes = read.map_err(|error| unreadable(error.reason(), None))?;
    covers.prepare(&bytes).map_err(|error| unreadable(error.reason(), error.advice()))
}

fn write(request: &CardRequest<'_>, bytes: Vec<u8>) -> Result<(), Diagnostic> {
    let folder = request.output.parent().unwrap_or(Path::new(""));
    let name = request.output.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let shown = folder.display().to_string();
    let sink = Directory::new(folder.to_owned(), shown, BTreeSet::new(), request.force);
    sink.put(&Artifact { path: name, bytes }).map(|_| ())
}
