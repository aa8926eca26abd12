//! `syndicard.json`: what was published, for a site's templates, for other programs, and for the next build.

use crate::disk;
use crate::model::{Artifact, CardFile, Post, PostMedia, PublishedFeed, Site};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Its name, where the settings give no other.
pub const MANIFEST: &str = "syndicard.json";

/// A site of 100,000 posts has about 60 MB of it.
const LIMIT_BYTES: u64 = 512 << 20;

#[derive(Serialize)]
struct Manifest<'a> {
    version: u32,
    /// Our mark.
    generator: &'static str,
    site: SiteEntry<'a>,
    feeds: &'a [PublishedFeed],
    /// For the head of every page.
    discovery: Vec<String>,
    /// The style sheet, the list of feeds and the subscribe page, where there are such.
    files: &'a [String],
    posts: Vec<PostEntry<'a>>,
    /// Cards that no post asks for any more, by their paths: since when.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    kept: &'a BTreeMap<String, String>,
}

#[derive(Serialize)]
struct SiteEntry<'a> {
    title: &'a str,
    url: &'a str,
    language: &'a str,
}

#[derive(Serialize)]
struct PostEntry<'a> {
    path: &'a str,
    url: &'a str,
    id: &'a str,
    title: &'a str,
    language: &'a str,
    /// The same post in other languages, for `hreflang` links.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    translations: Vec<TranslationEntry<'a>>,
    card: Option<CardEntry<'a>>,
    /// The card in the other sizes that the settings ask for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    other_cards: Vec<CardEntry<'a>>,
    /// Clean crops of the cover, for JSON-LD.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    photos: Vec<CardEntry<'a>>,
}

#[derive(Serialize)]
struct TranslationEntry<'a> {
    language: &'a str,
    url: &'a str,
}

#[derive(Serialize)]
struct CardEntry<'a> {
    name: &'a str,
    path: &'a str,
    url: &'a str,
    width: u32,
    height: u32,
    bytes: u64,
    media_type: &'static str,
    alt: &'a str,
    hash: &'a str,
    /// WCAG 2, to two places.
    contrast: Option<f64>,
}

/// The manifest of a build; `media` stand in the order of the site's posts, and `files` are those besides feeds and cards.
pub fn manifest(
    path: &str,
    site: &Site,
    feeds: &[PublishedFeed],
    files: &[String],
    media: &[PostMedia],
    kept: &BTreeMap<String, String>,
) -> Artifact {
    let manifest = Manifest {
        version: 1,
        generator: "Syndicard",
        site: SiteEntry {
            title: &site.facts.title,
            url: site.facts.url.as_str(),
            language: &site.facts.language,
        },
        feeds,
        discovery: feeds.iter().filter(|feed| feed.main).map(PublishedFeed::discovery).collect(),
        files,
        posts: Vec::new(),
        kept,
    };
    // Texts and numbers alone cannot fail to become JSON.
    let mut text = serde_json::to_string_pretty(&manifest).unwrap_or_default();
    text.push('\n');
    Artifact { path: path.to_owned(), bytes: with_posts(&text, site, media) }
}

/// A manifest without posts, with posts: they become JSON on all threads.
fn with_posts(text: &str, site: &Site, media: &[PostMedia]) -> Vec<u8> {
    #[derive(Serialize)]
    struct List<'a> {
        posts: Vec<PostEntry<'a>>,
    }
    /// No text of the manifest holds it, since a line break in a text is escaped.
    const NONE: &str = "\n  \"posts\": []";
    const BEFORE: &str = "{\n  \"posts\": [";
    const AFTER: &str = "\n  ]\n}";
    const FOR_A_THREAD: usize = 128;
    let Some((head, tail)) = text.split_once(NONE).filter(|_| !site.posts.is_empty()) else {
        return text.as_bytes().to_vec();
    };
    let parts = site.posts.par_chunks(FOR_A_THREAD).zip(media.par_chunks(FOR_A_THREAD));
    let parts: Vec<String> = parts
        .map(|(posts, media)| {
            let posts = posts.iter().zip(media).map(|(post, media)| post_entry(post, media)).collect();
            serde_json::to_string_pretty(&List { posts }).unwrap_or_default()
        })
        .collect();
    let items = parts.iter().filter_map(|part| part.strip_prefix(BEFORE)?.strip_suffix(AFTER));
    let mut bytes = Vec::with_capacity(text.len() + parts.iter().map(String::len).sum::<usize>());
    bytes.extend_from_slice(head.as_bytes());
    bytes.extend_from_slice(b"\n  \"posts\": [");
    for (number, item) in items.enumerate() {
        if number > 0 {
            bytes.push(b',');
        }
        bytes.extend_from_slice(item.as_bytes());
    }
    bytes.extend_from_slice(b"\n  ]");
    bytes.extend_from_slice(tail.as_bytes());
    bytes
}

fn post_entry<'a>(post: &'a Post, media: &'a PostMedia) -> PostEntry<'a> {
    PostEntry {
        path: &post.path,
        url: &post.url,
        id: &post.id,
        title: &post.title,
        language: &post.language,
        translations: post
            .translations
            .iter()
            .map(|(language, url)| TranslationEntry { language, url })
            .collect(),
        card: media.card.as_ref().map(card_entry),
        other_cards: media.other_cards.iter().map(card_entry).collect(),
        photos: media.photos.iter().map(card_entry).collect(),
    }
}

fn card_entry(card: &CardFile) -> CardEntry<'_> {
    CardEntry {
        name: &card.name,
        path: &card.path,
        url: &card.url,
        width: card.width_px,
        height: card.height_px,
        bytes: card.length_bytes,
        media_type: card.media_type,
        alt: &card.alt,
        hash: &card.hash,
        contrast: card.contrast.map(|contrast| (f64::from(contrast) * 100.0).round() / 100.0),
    }
}

#[derive(Deserialize)]
struct Previous {
    generator: String,
    #[serde(default)]
    feeds: Vec<PreviousFeed>,
    #[serde(default)]
    files: Vec<String>,
    #[serde(default)]
    posts: Vec<PreviousPost>,
    #[serde(default)]
    kept: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct PreviousPost {
    card: Option<PreviousFile>,
    #[serde(default)]
    other_cards: Vec<PreviousFile>,
    #[serde(default)]
    photos: Vec<PreviousFile>,
}

#[derive(Deserialize)]
struct PreviousFile {
    path: String,
}

/// A feed as the previous build wrote it.
#[derive(Clone, Debug, Deserialize)]
pub struct PreviousFeed {
    pub path: String,
    pub url: String,
    #[serde(default)]
    pub hash: String,
    #[serde(default)]
    pub hubs: Vec<String>,
    #[serde(default)]
    pub archives: Vec<String>,
}

fn previous(out: &Path, manifest: &str) -> Option<Previous> {
    let bytes = disk::read(&out.join(manifest), LIMIT_BYTES).ok()?;
    let previous: Previous = serde_json::from_slice(&bytes).ok()?;
    (previous.generator == "Syndicard").then_some(previous)
}

/// The feeds that the previous manifest names; nothing where there is no such manifest.
pub fn known_feeds(out: &Path, manifest: &str) -> Option<Vec<PreviousFeed>> {
    previous(out, manifest).map(|previous| previous.feeds)
}

/// What the previous manifest names as ours.
#[derive(Clone, Debug, Default)]
pub struct KnownFiles {
    pub paths: BTreeSet<String>,
    /// Those of them that are cards: since when no post asks for it, in RFC 3339, where none does.
    pub cards: BTreeMap<String, Option<String>>,
}

/// The files that the previous manifest names; none where there is no such manifest.
pub fn known_files(out: &Path, manifest: &str) -> KnownFiles {
    let Some(previous) = previous(out, manifest) else { return KnownFiles::default() };
    let of_post = |post: PreviousPost| post.card.into_iter().chain(post.other_cards).chain(post.photos);
    let kept = previous.kept.into_iter().map(|(path, since)| (path, Some(since)));
    let asked = previous.posts.into_iter().flat_map(of_post).map(|file| (file.path, None));
    let cards: BTreeMap<String, Option<String>> = kept.chain(asked).collect();
    let feeds = previous.feeds.into_iter().flat_map(|feed| std::iter::once(feed.path).chain(feed.archives));
    let others = feeds.chain(previous.files).chain([manifest.to_owned()]);
    KnownFiles { paths: others.chain(cards.keys().cloned()).collect(), cards }
}
