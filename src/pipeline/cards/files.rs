//! The files of cards: their names, their bytes, their facts.

use crate::diag::Diagnostic;
use crate::model::{CardFile, CardSize, DrawnCard, Post, SiteFacts};
use crate::paint::{self, Encoding, FileFormat};
use crate::plan::CardPlan;
use crate::scene::Picture;

/// A file system takes names of 255 bytes; the suffix and a temporary name need room.
const NAME_LIMIT_BYTES: usize = 180;

/// What a picture of a post is for.
pub struct Purpose<'a> {
    /// `og`, `square`, `16x9`.
    pub name: &'a str,
    /// What stands in the file's name behind the post's path; nothing for the main card.
    pub suffix: String,
    pub alt: String,
    pub contrast: Option<f32>,
}

/// Writes a picture in the plan's format, within its limit where that can be had.
///
/// # Errors
/// What the encoder says, of the post.
pub fn encoded(
    plan: &CardPlan,
    facts: &SiteFacts,
    post: &Post,
    picture: &Picture,
    purpose: Purpose<'_>,
    said: &mut Vec<Diagnostic>,
) -> Result<DrawnCard, Diagnostic> {
    let encoded = paint::encode(picture, &plan.encoding).map_err(|reason| {
        Diagnostic::error("card-failed", format!("the card cannot be drawn: {reason}")).in_file(&post.path)
    })?;
    said.extend(over_limit(&encoded, &plan.encoding).map(|diagnostic| diagnostic.in_file(&post.path)));
    let hash = blake3::hash(&encoded.bytes).to_hex().to_string();
    let mut name = format!("{}{}", path_of(&post.url_path), purpose.suffix);
    if plan.hash_names {
        name = format!("{name}.{}", hash.get(..10).unwrap_or_default());
    }
    let path = format!("cards/{name}.{}", plan.encoding.format.extension());
    let file = CardFile {
        name: purpose.name.to_owned(),
        url: facts.address_of(&path),
        path,
        width_px: picture.width_px,
        height_px: picture.height_px,
        length_bytes: encoded.bytes.len() as u64,
        media_type: plan.encoding.format.media_type(),
        alt: purpose.alt,
        hash,
        contrast: purpose.contrast,
    };
    Ok(DrawnCard { file, bytes: encoded.bytes })
}

/// Says that a file is longer than it may be.
pub fn over_limit(encoded: &paint::Encoded, encoding: &Encoding) -> Option<Diagnostic> {
    if encoded.within_limit {
        return None;
    }
    let (size, limit) = (encoded.bytes.len() / 1000, encoding.limit_bytes / 1000);
    let message = format!("the card has {size} KB, and the limit is {limit} KB");
    let hint = match encoding.format {
        FileFormat::Png => "a photo is better written as JPEG: `cards: {format: jpeg}`",
        FileFormat::Jpeg | FileFormat::WebP => {
            "raise the limit (`cards: {limit: 600 KB}`) or draw a smaller size"
        }
    };
    Some(Diagnostic::warning("card-large", message).hint(hint))
}

/// What the card of a post shows, for those who cannot see it.
pub fn alt(post: &Post, title: &str) -> String {
    match post.cover.as_ref().and_then(|cover| cover.alt.as_deref()) {
        Some(alt) => format!("{title}: {alt}"),
        None => title.to_owned(),
    }
}

/// Behind the post's path, for all but the main size.
pub fn suffix(size: &CardSize, is_main: bool) -> String {
    if is_main { String::new() } else { format!(".{}", size.name) }
}

/// The post's path, with names that no file system takes shortened to what tells them apart.
pub fn path_of(url_path: &str) -> String {
    if url_path.is_empty() {
        return "index".to_owned();
    }
    let short = |part: &str| {
        let safe: String = part.chars().map(|c| if c.is_control() || c == '\\' { '-' } else { c }).collect();
        if safe.len() <= NAME_LIMIT_BYTES {
            return safe;
        }
        let hash = blake3::hash(part.as_bytes()).to_hex();
        let mut kept = String::new();
        for c in safe.chars() {
            if kept.len() + c.len_utf8() > NAME_LIMIT_BYTES - 17 {
                break;
            }
            kept.push(c);
        }
        format!("{kept}-{}", hash.get(..16).unwrap_or_default())
    };
    url_path.split('/').map(short).collect::<Vec<_>>().join("/")
}
