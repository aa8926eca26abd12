//! Between a post's pictures as this build has them and as the next one remembers them.

use super::files::alt;
use crate::diag::{Diagnostic, Severity};
use crate::model::{CardFile, CardWish, Cover, Post, PostMedia, SiteFacts, WrittenFile};
use crate::pipeline::remote::RemoteCovers;
use crate::sink::Sink;
use crate::store::{CardRecord, CardRemark, PictureRecord, RemarkPlace, Role};
use std::borrow::Cow;

/// What can be said of cards and is remembered: a code that comes back from a file has lost its lifetime.
const CODES: [&str; 7] = [
    "card-large",
    "card-unreadable",
    "cover-changed",
    "cover-unreadable",
    "font-family-unknown",
    "font-unreadable",
    "title-cut",
];
const MEDIA_TYPES: [&str; 6] =
    ["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif", "image/svg+xml"];

/// The name of a kind of pictures that was remembered.
pub fn media_type(name: &str) -> Option<&'static str> {
    MEDIA_TYPES.into_iter().find(|known| *known == name)
}

/// The digests of the bytes of a card that the post brings along and of its cover; nothing where one is not to be had now.
/// `get` gives that of a file.
pub fn covers(
    post: &Post,
    remote: &RemoteCovers,
    is_drawn: bool,
    get: impl Fn(&str) -> Option<String>,
) -> Option<Vec<String>> {
    let finished = match &post.card {
        CardWish::Finished(finished) => Some(get(finished.file.as_ref().unwrap_or(&finished.source))?),
        CardWish::Draw | CardWish::None => None,
    };
    let cover = match post.cover.as_deref() {
        Some(Cover { file: Some(file), .. }) => Some(get(file)?),
        Some(cover) => match cover.remote_url().filter(|_| remote.are_allowed()) {
            Some(url) => Some(remote.digest(url, is_drawn)?),
            None => None,
        },
        None => None,
    };
    Some(finished.into_iter().chain(cover).collect())
}

/// The record with the stamps of now, where all of its pictures stand there and all of its words can be said again.
pub fn standing<'r>(record: &'r CardRecord, sink: &dyn Sink) -> Option<Cow<'r, CardRecord>> {
    let is_known = |remark: &CardRemark| CODES.contains(&remark.code.as_str());
    if !record.remarks.iter().all(is_known)
        || record.pictures.iter().any(|picture| media_type(&picture.media_type).is_none())
    {
        return None;
    }
    let mut record = Cow::Borrowed(record);
    for at in 0..record.pictures.len() {
        let picture = record.pictures.get(at)?;
        let stamp = sink.has(&picture.path, &picture.file)?;
        if picture.file.stamp != Some(stamp)
            && let Some(picture) = record.to_mut().pictures.get_mut(at)
        {
            picture.file.stamp = Some(stamp);
        }
    }
    Some(record)
}

/// The pictures that a record tells of, as if they had been drawn now.
pub fn recalled(record: &CardRecord, facts: &SiteFacts, post: &Post) -> Vec<(Role, CardFile)> {
    let file = |picture: &PictureRecord| {
        let file = CardFile {
            name: picture.name.clone(),
            path: picture.path.clone(),
            url: facts.address_of(&picture.path),
            width_px: picture.width_px,
            height_px: picture.height_px,
            length_bytes: picture.file.length_bytes,
            media_type: media_type(&picture.media_type)?,
            alt: alt_of(post, picture.role),
            hash: picture.file.hash.clone(),
            contrast: picture.contrast,
        };
        Some((picture.role, file))
    };
    record.pictures.iter().filter_map(file).collect()
}

/// What a picture of a post shows, for those who cannot see it.
pub fn alt_of(post: &Post, role: Role) -> String {
    let of_cover = || post.cover.as_ref().and_then(|cover| cover.alt.clone());
    match (role, &post.card) {
        (Role::Photo, _) => of_cover().unwrap_or_default(),
        (Role::Finished, CardWish::Finished(card)) => {
            card.alt.clone().unwrap_or_else(|| alt(post, &post.card_title))
        }
        _ => alt(post, &post.card_title),
    }
}

/// Pictures in their places.
pub fn put_in_place(files: Vec<(Role, CardFile)>, media: &mut PostMedia) {
    for (role, file) in files {
        match role {
            Role::Main | Role::Finished => media.card = Some(file),
            Role::OtherCard => media.other_cards.push(file),
            Role::Photo => media.photos.push(file),
        }
    }
}

/// The pictures as the next build may know them; nothing where one could not be made or written, so that it is tried again.
pub fn pictures(files: &[(Role, CardFile)], sink: &dyn Sink) -> Vec<PictureRecord> {
    let record = |(role, file): &(Role, CardFile)| PictureRecord {
        role: *role,
        name: file.name.clone(),
        path: file.path.clone(),
        width_px: file.width_px,
        height_px: file.height_px,
        media_type: file.media_type.to_owned(),
        contrast: file.contrast,
        file: WrittenFile {
            length_bytes: file.length_bytes,
            hash: file.hash.clone(),
            stamp: sink.stamp(&file.path),
        },
    };
    files.iter().map(record).collect()
}

/// Diagnostics as the next build may say them; nothing where one is not to be said again without having looked.
pub fn remarks(said: &[Diagnostic], post: Option<&Post>) -> Option<Vec<CardRemark>> {
    said.iter().map(|diagnostic| remark(diagnostic, post)).collect()
}

fn remark(diagnostic: &Diagnostic, post: Option<&Post>) -> Option<CardRemark> {
    if diagnostic.severity == Severity::Error || !CODES.contains(&diagnostic.code) {
        return None;
    }
    let of_cover = post.and_then(|post| post.cover.as_ref()?.at.as_ref());
    let of_card = post.and_then(|post| match &post.card {
        CardWish::Finished(finished) => finished.at.as_ref(),
        CardWish::Draw | CardWish::None => None,
    });
    let at = match (&diagnostic.location, post, &diagnostic.path) {
        (None, Some(post), Some(path)) if *path == post.path => RemarkPlace::Post,
        (None, None, Some(path)) => RemarkPlace::File(path.clone()),
        (None, None, None) => RemarkPlace::Site,
        (Some(at), ..) if diagnostic.code == "card-unreadable" && Some(at) == of_card => RemarkPlace::Card,
        (Some(at), ..) if Some(at) == of_cover => RemarkPlace::Cover,
        _ => return None,
    };
    Some(CardRemark {
        code: diagnostic.code.to_owned(),
        message: diagnostic.message.clone(),
        label: diagnostic.label.clone(),
        hint: diagnostic.hint.clone(),
        at,
    })
}

/// What a remark says now.
pub fn said(remark: &CardRemark, post: Option<&Post>) -> Option<Diagnostic> {
    let code = CODES.into_iter().find(|known| *known == remark.code)?;
    let mut diagnostic = Diagnostic::warning(code, remark.message.clone());
    diagnostic.label.clone_from(&remark.label);
    diagnostic.hint.clone_from(&remark.hint);
    let of_post = |diagnostic: Diagnostic| match post {
        Some(post) => diagnostic.in_file(&post.path),
        None => diagnostic,
    };
    Some(match &remark.at {
        RemarkPlace::Site => diagnostic,
        RemarkPlace::File(path) => diagnostic.in_file(path),
        RemarkPlace::Post => of_post(diagnostic),
        RemarkPlace::Cover => {
            let at = post.and_then(|post| post.cover.as_ref()?.at.clone());
            of_post(diagnostic).at_if(at)
        }
        RemarkPlace::Card => {
            let at = post.and_then(|post| match &post.card {
                CardWish::Finished(finished) => finished.at.clone(),
                CardWish::Draw | CardWish::None => None,
            });
            of_post(diagnostic).at_if(at)
        }
    })
}
