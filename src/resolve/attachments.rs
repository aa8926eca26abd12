//! The files that a post brings along: their public addresses, types and lengths.

use crate::diag::Diagnostic;
use crate::model::{Attachment, Field, RawEnclosure, RawPost, SiteFacts};
use url::Url;

/// The media types of the endings that enclosures have, as registered with IANA.
const TYPES: &[(&str, &str)] = &[
    ("mp3", "audio/mpeg"),
    ("m4a", "audio/mp4"),
    ("aac", "audio/aac"),
    ("ogg", "audio/ogg"),
    ("oga", "audio/ogg"),
    ("opus", "audio/ogg"),
    ("flac", "audio/flac"),
    ("wav", "audio/vnd.wave"),
    ("mp4", "video/mp4"),
    ("m4v", "video/mp4"),
    ("webm", "video/webm"),
    ("mov", "video/quicktime"),
    ("pdf", "application/pdf"),
    ("epub", "application/epub+zip"),
    ("zip", "application/zip"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("png", "image/png"),
    ("webp", "image/webp"),
    ("gif", "image/gif"),
    ("svg", "image/svg+xml"),
];

/// The public address of a file that a post names, where it has one.
pub fn address(site: &SiteFacts, source: &str, file: Option<&str>) -> Option<String> {
    let served = file.and_then(|file| file.strip_prefix(&site.out)?.strip_prefix('/'));
    if let Some(path) = served {
        return Some(site.address_of(path));
    }
    // A file beside its post goes where the framework's build puts it, which is not known here.
    if file.is_some() && !source.starts_with('/') { None } else { site.absolute(source) }
}

/// What can be told of every enclosure exactly, as RSS demands; the rest is said and left out.
pub fn enclosures(raw: &RawPost, site: &SiteFacts, say: &mut impl FnMut(Diagnostic)) -> Vec<Attachment> {
    raw.enclosures.iter().filter_map(|field| enclosure(raw, field, site).map_err(&mut *say).ok()).collect()
}

fn enclosure(raw: &RawPost, field: &Field<RawEnclosure>, site: &SiteFacts) -> Result<Attachment, Diagnostic> {
    let found = &field.value;
    let missing = |code, message: String, hint: &str| {
        Diagnostic::warning(code, message).at(raw.place(field)).label("left out of the feeds").hint(hint)
    };
    let file = found.file.as_ref().map(|(file, _)| file.as_str());
    if let (None, Some(first)) = (file, found.looked_for.first()) {
        let message = format!("the enclosure is not at `{}`", site.shown(first));
        return Err(missing("enclosure-missing", message, "put the file there"));
    }
    let url = address(site, &found.source, file).ok_or_else(|| {
        let message = format!("the public address of `{}` is not known", found.source);
        missing("enclosure-unserved", message, "put the file into the directory that is served")
    })?;
    let length = found.file.as_ref().map(|(_, length)| *length).or(found.length_bytes);
    let length_bytes = length.ok_or_else(|| {
        let message = format!("how long `{}` is, is not known", found.source);
        missing("enclosure-length", message, "write `enclosure: {url: …, length: 1234567, type: audio/mpeg}`")
    })?;
    let media_type = found.media_type.clone().or_else(|| type_of(&url)).ok_or_else(|| {
        let message = format!("the media type of `{}` is not known", found.source);
        missing("enclosure-type", message, "write `enclosure: {url: …, type: audio/mpeg}`")
    })?;
    Ok(Attachment {
        url,
        media_type,
        length_bytes,
        width_px: None,
        height_px: None,
        duration_s: found.duration_s,
        title: found.title.clone(),
    })
}

fn type_of(url: &str) -> Option<String> {
    let path = Url::parse(url).ok()?.path().to_ascii_lowercase();
    let (_, ending) = path.rsplit_once('.')?;
    TYPES.iter().find(|(known, _)| *known == ending).map(|(_, name)| (*name).to_owned())
}
