//! Cards that posts bring along: they are published as they are.

use super::Sources;
use super::files::path_of;
use super::recall::alt_of;
use crate::diag::Diagnostic;
use crate::model::{CardFile, Cover, DrawnCard, Post};
use crate::paint;
use crate::plan::Plan;
use crate::store::Role;

/// What platforms take as a preview.
const TAKEN: [(&str, &str); 4] =
    [("image/jpeg", "jpg"), ("image/png", "png"), ("image/webp", "webp"), ("image/gif", "gif")];

/// The card of a post that brings its own.
///
/// # Errors
/// Why it cannot be used; then a card is drawn.
pub fn card(
    plan: &Plan,
    post: &Post,
    finished: &Cover,
    sources: &Sources<'_>,
    address: impl Fn(&str) -> String,
) -> Result<DrawnCard, Diagnostic> {
    let shown = finished.file.as_deref().unwrap_or(&finished.source);
    let unusable = |reason: String| {
        Diagnostic::warning("card-unreadable", format!("the card `{shown}` cannot be used: {reason}"))
            .in_file(&post.path)
            .at_if(finished.at.clone())
            .label("one is drawn instead")
    };
    let bytes = sources.bytes(shown).map_err(|error| unusable(error.reason()))?;
    let facts =
        paint::facts(&bytes).ok_or_else(|| unusable("it is no picture that can be read".to_owned()))?;
    let taken = TAKEN.iter().find(|(media_type, _)| *media_type == facts.media_type);
    let (media_type, extension) = taken.ok_or_else(|| {
        unusable(format!("platforms take no {}", facts.media_type)).hint("save it as JPEG or PNG")
    })?;
    let hash = blake3::hash(&bytes).to_hex().to_string();
    let mut name = path_of(&post.url_path);
    if plan.cards.hash_names {
        name = format!("{name}.{}", hash.get(..10).unwrap_or_default());
    }
    let path = format!("cards/{name}.{extension}");
    let file = CardFile {
        name: "og".to_owned(),
        url: address(&path),
        path,
        width_px: facts.width_px,
        height_px: facts.height_px,
        length_bytes: bytes.len() as u64,
        media_type,
        alt: alt_of(post, Role::Finished),
        hash,
        contrast: None,
    };
    Ok(DrawnCard { file, bytes })
}
