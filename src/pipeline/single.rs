//! One card, with no site.

use super::cards::{Dress, Pictures, Wanted, book, over_limit};
use crate::card::{self, Cover, SchemeChoice, Theme};
use crate::diag::Diagnostic;
use crate::model::{Artifact, CardSize};
use crate::paint::{self, Encoding, FileFormat, Photo};
use crate::plan;
use crate::scene::{Color, Picture};
use crate::sink::{Directory, Sink};
use crate::site::{self, Root};
use chrono::NaiveDate;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What to draw, and where to write it.
#[derive(Clone, Debug)]
pub struct CardRequest<'a> {
    pub title: &'a str,
    pub site_name: &'a str,
    pub date: Option<NaiveDate>,
    /// BCP 47.
    pub language: &'a str,
    pub authors: &'a [String],
    pub tags: &'a [String],
    pub section: Option<&'a str>,
    pub cover: Option<&'a Path>,
    pub logo: Option<&'a Path>,
    pub avatars: &'a [PathBuf],
    /// A theme of the binary or of `card-themes/` here, or a theme's folder.
    pub theme: &'a str,
    pub scheme: Option<SchemeChoice>,
    pub accent: Option<Color>,
    pub size: CardSize,
    pub square_safe: bool,
    pub limit_bytes: usize,
    /// A name that ends in `.jpg`, `.jpeg`, `.png` or `.webp`.
    pub output: &'a Path,
    pub force: bool,
}

/// Draws a card and writes it; what went wrong is returned.
pub fn card(request: &CardRequest<'_>) -> Vec<Diagnostic> {
    let mut said = Vec::new();
    let done = draw(request, &mut said);
    said.extend(done.err());
    said
}

fn draw(request: &CardRequest<'_>, said: &mut Vec<Diagnostic>) -> Result<(), Diagnostic> {
    let theme = theme(request.theme)?;
    let dress = Dress {
        title: request.title.to_owned(),
        site_name: request.site_name.to_owned(),
        date: request.date.map(|date| card::date_text(date, request.language)),
        authors: request.authors.to_vec(),
        tags: request.tags.to_vec(),
        section: request.section.map(str::to_owned),
        language: request.language.to_owned(),
        seed: request.title.to_owned(),
        accent: request.accent,
        scheme: request.scheme,
        square_safe: request.square_safe,
        ..Dress::default()
    };
    let wanted = Wanted { of_site: Vec::new(), preferred: &[], of_machine: true };
    let book = book(wanted, &dress.text(), said);
    let here = Root::new("");
    let pictures = Pictures::new(&here, std::slice::from_ref(&request.size), 0, &book, false);
    let picture = |path: &Path, said: &mut Vec<Diagnostic>| {
        read(path, &pictures, said).map(|photo| Arc::new(photo.into_picture()))
    };
    // Here a picture is what was asked for, so that a card without it is no card.
    let photo = request.cover.map(|path| read(path, &pictures, said)).transpose()?;
    let logo = request.logo.map(|path| picture(path, said)).transpose()?;
    let avatars: Result<Vec<Arc<Picture>>, Diagnostic> =
        request.avatars.iter().map(|path| picture(path, said)).collect();
    let dress = Dress { logo, avatars: avatars?, ..dress };
    let cover = photo.map(|photo| Cover { photo: Arc::new(photo), focus: None });
    let card = dress.card(cover, request.size.width_px, request.size.height_px);
    let composed = card::compose(&card, &theme, &mut book.typesetter());
    if composed.title_cut {
        said.push(Diagnostic::warning("title-cut", "the title is too long for its card and is cut"));
    }
    let extension = request.output.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let format = FileFormat::from_extension(extension).unwrap_or(FileFormat::Jpeg);
    let encoding = Encoding { format, limit_bytes: request.limit_bytes };
    let encoded = paint::encode(&composed.pixels(), &encoding)
        .map_err(|reason| Diagnostic::error("card-failed", format!("the card cannot be drawn: {reason}")))?;
    said.extend(over_limit(&encoded, &encoding));
    write(request, encoded.bytes)
}

/// A theme by its name, or by its folder where a path is given.
fn theme(name: &str) -> Result<Theme, Diagnostic> {
    let here = Root::new("");
    if name.contains(['/', '\\']) {
        let files = site::themes::read_folder(Path::new(name)).ok_or_else(|| {
            Diagnostic::error("theme-unknown", format!("there is no `{}` in it", site::themes::FILE))
                .in_file(name)
        })?;
        return Theme::parse(files);
    }
    plan::theme(&here, name).unwrap_or_else(|| Err(plan::theme_unknown(&here, name)))
}

fn read(path: &Path, pictures: &Pictures<'_>, said: &mut Vec<Diagnostic>) -> Result<Photo, Diagnostic> {
    let shown = path.display().to_string();
    let unreadable = |reason: String, hint: Option<&str>| {
        let message = format!("the picture cannot be used: {reason}");
        let diagnostic = Diagnostic::error("cover-unreadable", message).in_file(&shown);
        match hint {
            Some(hint) => diagnostic.hint(hint),
            None => diagnostic,
        }
    };
    let read =
        site::cover_bytes(&Root::new(""), &shown).or_else(|_| site::cover_bytes(&Root::new("/"), &shown));
    let bytes = read.map_err(|error| unreadable(error.reason(), None))?;
    let (photo, notices) =
        pictures.decode(&bytes).map_err(|error| unreadable(error.reason(), error.advice()))?;
    said.extend(
        notices.into_iter().map(|notice| {
            Diagnostic::warning("cover-changed", format!("the picture {notice}")).in_file(&shown)
        }),
    );
    Ok(photo)
}

fn write(request: &CardRequest<'_>, bytes: Vec<u8>) -> Result<(), Diagnostic> {
    let folder = request.output.parent().unwrap_or(Path::new(""));
    let name = request.output.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let shown = folder.display().to_string();
    let sink = Directory::new(folder.to_owned(), shown, request.force);
    sink.put(&Artifact { path: name, bytes }).map(|_| ())
}
