//! Draws the card of every post, in parallel, each written as soon as it is there.

use super::Progress;
use super::covers::Covers;
use crate::card::{self, Card};
use crate::diag::{Diagnostic, Warned};
use crate::model::{
    Artifact, Attachment, CardFile, CardWish, Cover, DrawnCard, MediaType, Post, PostMedia, Site, SiteFacts,
};
use crate::paint::{self, Encoding, FileFormat};
use crate::plan::Plan;
use crate::scene::Picture;
use crate::sink::Sink;
use crate::site::{self, fonts};
use crate::typeset::{FontBook, Typesetter, noto_family};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// What every platform shows whole (`og:image`).
pub const WIDTH_PX: u32 = 1200;
pub const HEIGHT_PX: u32 = 630;

/// Below this WhatsApp shows the preview at once.
pub const LIMIT_BYTES: usize = 300_000;

/// A file system takes names of 255 bytes; the suffix and a temporary name need room.
const NAME_LIMIT_BYTES: usize = 180;

/// The cards and the facts of the covers, in the order of the posts.
pub fn draw(plan: &Plan, site: &Site, sink: &dyn Sink, progress: &dyn Progress) -> Warned<Vec<PostMedia>> {
    let wanted = || site.posts.iter().filter(|post| post.card == CardWish::Draw);
    let mut said = Vec::new();
    let texts: Vec<(&str, String)> =
        wanted().map(|post| (post.path.as_str(), all_text(post, &site.facts))).collect();
    let book = fonts(plan, &texts, &mut said);
    let covers = Covers::new(WIDTH_PX, HEIGHT_PX, &book);
    progress.start(texts.len());
    let drawn: Vec<(PostMedia, Vec<Diagnostic>)> = site
        .posts
        .par_iter()
        .map_init(
            || book.typesetter(),
            |typesetter, post| {
                let cover = post.cover.as_ref().and_then(|cover| described_cover(plan, cover));
                let mut said = Vec::new();
                let card = match post.card {
                    CardWish::None => None,
                    CardWish::Draw => {
                        let card = one(plan, &site.facts, post, &covers, typesetter, sink, &mut said);
                        progress.drawn();
                        card
                    }
                };
                (PostMedia { card, cover }, said)
            },
        )
        .collect();
    progress.finish();
    let mut media = Vec::with_capacity(drawn.len());
    for (of_post, diagnostics) in drawn {
        media.push(of_post);
        said.extend(diagnostics);
    }
    Warned { value: media, diagnostics: said }
}

/// A cover as feeds attach it: only where all of its facts are known.
fn described_cover(plan: &Plan, cover: &Cover) -> Option<Attachment> {
    let (url, file) = (cover.url.as_ref()?, cover.file.as_ref()?);
    let (head, length_bytes) = site::cover_head(&plan.root, file).ok()?;
    let facts = paint::facts(&head)?;
    Some(Attachment {
        url: url.clone(),
        media_type: facts.media_type.to_owned(),
        length_bytes,
        width_px: Some(facts.width_px),
        height_px: Some(facts.height_px),
        duration_s: None,
        title: cover.alt.clone(),
    })
}

/// Everything that a card may show, so that its fonts can be found beforehand.
fn all_text(post: &Post, facts: &SiteFacts) -> String {
    format!("{} {} {}", post.title, facts.title, card::date_text(post.published.date_naive(), &post.language))
}

/// The binary's fonts, the site's, and the machine's for what those lack.
fn fonts(plan: &Plan, texts: &[(&str, String)], said: &mut Vec<Diagnostic>) -> FontBook {
    let named = |files: Vec<fonts::FontFile>| files.into_iter().map(|font| (font.name, font.bytes)).collect();
    let of_site = fonts::of_site(&plan.root, said);
    let mut book = FontBook::bundled().with_site(named(of_site), said);
    let all: String = texts.iter().map(|(_, text)| text.as_str()).collect();
    let missing = book.missing(&all);
    if missing.is_empty() {
        return book;
    }
    if plan.config.system_fonts {
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
            said.push(missing_glyphs(&missing).in_file(*path));
        }
    }
    book
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

fn one(
    plan: &Plan,
    facts: &SiteFacts,
    post: &Post,
    covers: &Covers,
    typesetter: &mut Typesetter,
    sink: &dyn Sink,
    said: &mut Vec<Diagnostic>,
) -> Option<CardFile> {
    let cover = post.cover.as_ref().and_then(|cover| picture(plan, post, cover, covers, said));
    let card = Card {
        title: &post.title,
        site_name: &facts.title,
        date: Some(card::date_text(post.published.date_naive(), &post.language)),
        language: &post.language,
        seed: &post.id,
        cover,
        width_px: WIDTH_PX,
        height_px: HEIGHT_PX,
    };
    let composed = card::compose(&card, typesetter);
    if composed.title_cut {
        said.push(
            Diagnostic::warning("title-cut", "the title is too long for its card and is cut")
                .in_file(&post.path)
                .hint("a title of up to 150 characters fits"),
        );
    }
    let pixels = paint::paint(&composed.scene);
    let failed = |reason: String| {
        Diagnostic::error("card-failed", format!("the card cannot be drawn: {reason}")).in_file(&post.path)
    };
    let encoding = Encoding { format: FileFormat::Jpeg, limit_bytes: LIMIT_BYTES };
    let bytes = match paint::encode(&pixels, &encoding) {
        Ok(encoded) => encoded.bytes,
        Err(reason) => {
            said.push(failed(reason));
            return None;
        }
    };
    let drawn = described(plan, facts, post, composed.contrast, bytes);
    match sink.put(&Artifact { path: drawn.file.path.clone(), bytes: drawn.bytes }) {
        Ok(_) => Some(drawn.file),
        Err(error) => {
            said.push(error);
            None
        }
    }
}

fn picture(
    plan: &Plan,
    post: &Post,
    cover: &Cover,
    covers: &Covers,
    said: &mut Vec<Diagnostic>,
) -> Option<Picture> {
    let file = cover.file.as_ref()?;
    let mut unreadable = |reason: String, hint: Option<&str>| {
        let message = format!("the cover `{file}` cannot be used: {reason}");
        let diagnostic = Diagnostic::warning("cover-unreadable", message)
            .in_file(&post.path)
            .at_if(cover.at.clone())
            .label("the card is drawn without it");
        said.push(match hint {
            Some(hint) => diagnostic.hint(hint),
            None => diagnostic,
        });
    };
    let bytes = match site::cover_bytes(&plan.root, file) {
        Ok(bytes) => bytes,
        Err(error) => {
            unreadable(error.reason(), None);
            return None;
        }
    };
    match covers.prepare(&bytes) {
        Ok(prepared) => {
            said.extend(prepared.notices.into_iter().map(|notice| {
                Diagnostic::warning("cover-changed", format!("the cover `{file}` {notice}"))
                    .in_file(&post.path)
                    .at_if(cover.at.clone())
            }));
            Some(prepared.picture)
        }
        Err(error) => {
            unreadable(error.reason(), error.advice());
            None
        }
    }
}

fn described(plan: &Plan, facts: &SiteFacts, post: &Post, contrast: f32, bytes: Vec<u8>) -> DrawnCard {
    let hash = blake3::hash(&bytes).to_hex().to_string();
    let mut name = path_of(&post.url_path);
    if plan.config.hash_names {
        name = format!("{name}.{}", hash.get(..10).unwrap_or_default());
    }
    let path = format!("cards/{name}.jpg");
    let alt = match post.cover.as_ref().and_then(|cover| cover.alt.as_deref()) {
        Some(alt) => format!("{}: {alt}", post.title),
        None => post.title.clone(),
    };
    let file = CardFile {
        url: facts.address_of(&path),
        path,
        width_px: WIDTH_PX,
        height_px: HEIGHT_PX,
        length_bytes: bytes.len() as u64,
        media_type: MediaType::Jpeg,
        alt,
        hash,
        contrast: Some(contrast),
    };
    DrawnCard { file, bytes }
}

/// The post's path, with names that no file system takes shortened to what tells them apart.
fn path_of(url_path: &str) -> String {
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
