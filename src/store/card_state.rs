//! What the last build made its cards from, so that the next one draws those that changed and no others.
//!
//! The file holds one record a line, each behind a digest of it: what was damaged is not believed, and the rest is.

#[cfg(test)]
mod tests;

use crate::disk;
use crate::model::{Stamp, WrittenFile};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

/// Below the site's root; safe to delete: then every card is drawn again.
const FILE: &str = ".syndicard/cards.jsonl";
/// A site of 100,000 posts has about 50 MB of it.
const LIMIT_BYTES: u64 = 512 << 20;
/// Of the digest before a line, in characters.
const CHECK_CHARS: usize = 16;
/// Raised where the file's own form changes; which program draws stands in the keys of the cards.
const FORM: u32 = 1;

/// What is known of the cards that were written.
#[derive(Debug, Default, PartialEq)]
pub struct CardState {
    /// By the path of the post.
    pub posts: BTreeMap<String, CardRecord>,
    /// By path, relative to the site: the files that cards were made from.
    pub sources: BTreeMap<String, SourceRecord>,
    pub fonts: FontRecord,
}

/// The pictures of one post as they were written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CardRecord {
    /// Digest of all that decides the pictures, but for the bytes of the cover and of a card that the post brings along.
    pub key: String,
    /// The digests of those bytes.
    pub covers: Vec<String>,
    pub pictures: Vec<PictureRecord>,
    pub remarks: Vec<CardRemark>,
    /// Digest of the words for which fonts were looked for.
    pub words: String,
    /// The characters among them that neither the binary's fonts nor the site's have.
    pub lacking: String,
}

/// What a picture of a post is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The card in the main size.
    Main,
    /// The card that the post brought along, in the place of that one.
    Finished,
    OtherCard,
    Photo,
}

/// One picture as it was written: what cannot be told without drawing it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PictureRecord {
    pub role: Role,
    pub name: String,
    /// Relative to the directory served at the site's root, with `/`.
    pub path: String,
    pub width_px: u32,
    pub height_px: u32,
    pub media_type: String,
    pub contrast: Option<f32>,
    pub file: WrittenFile,
}

/// Something to tell about a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardRemark {
    pub code: String,
    pub message: String,
    pub label: Option<String>,
    pub hint: Option<String>,
    pub at: RemarkPlace,
}

/// What a remark is about; lines and columns are those of today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RemarkPlace {
    Site,
    /// The file of this path.
    File(String),
    Post,
    /// Where the post names its cover.
    Cover,
    /// Where the post names the card that it brings along.
    Card,
}

/// A file that cards were made from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceRecord {
    /// Nothing where the file may have been changed since without another stamp: then it is read again.
    pub stamp: Option<Stamp>,
    /// BLAKE3 of the bytes, in hexadecimal, where they were read.
    pub hash: Option<String>,
    /// Whether its header was looked at.
    pub has_head: bool,
    /// What it is, where it is a picture whose header tells.
    pub facts: Option<SourceFacts>,
}

/// What a picture's header tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceFacts {
    pub media_type: String,
    pub width_px: u32,
    pub height_px: u32,
    /// Whether it can be decoded straight to a smaller size.
    pub is_scalable: bool,
    /// Whether its pixels come in several scans.
    pub is_progressive: bool,
}

/// What is known of fonts without opening any.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FontRecord {
    /// Digest of the site's fonts and of what the settings ask of them.
    pub site_key: String,
    /// What there is to say of those.
    pub site_remarks: Vec<CardRemark>,
    /// Digest of the characters that were looked for on this machine, and of the font files that it has.
    pub machine_key: String,
    /// The machine's fonts that were taken, with the digests of their bytes.
    pub machine: Vec<(String, String)>,
    /// The characters that these do not have, either.
    pub lacking: String,
    pub machine_remarks: Vec<CardRemark>,
}

#[derive(Serialize, Deserialize)]
struct Head {
    form: u32,
    version: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Line {
    Post(String, CardRecord),
    Source(String, SourceRecord),
    Fonts(FontRecord),
}

/// A line before it is owned by anybody.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum LineOf<'a> {
    Post(&'a str, &'a CardRecord),
    Source(&'a str, &'a SourceRecord),
    Fonts(&'a FontRecord),
}

impl CardState {
    /// What the last build left; nothing where it is missing or of another version, and all but what is damaged in it.
    pub fn read(site: &Path) -> Self {
        disk::read(&site.join(FILE), LIMIT_BYTES).ok().and_then(|bytes| parse(&bytes)).unwrap_or_default()
    }

    /// Keeps it for the next build. Where it cannot be kept, that build only takes longer: so nothing is said.
    pub fn write(&self, site: &Path) {
        if disk::write(&site.join(FILE), &self.bytes()).is_ok() {
            // Git need not be told by hand.
            let _ = disk::write(&site.join(".syndicard/.gitignore"), b"*\n");
        }
    }

    fn bytes(&self) -> Vec<u8> {
        let head = Head { form: FORM, version: env!("CARGO_PKG_VERSION").to_owned() };
        // Texts and numbers alone cannot fail to become JSON.
        let mut bytes = serde_json::to_vec(&head).unwrap_or_default();
        bytes.push(b'\n');
        let posts = self.posts.par_iter().map(|(path, record)| line(&LineOf::Post(path, record)));
        let sources = self.sources.par_iter().map(|(path, record)| line(&LineOf::Source(path, record)));
        let lines: Vec<Vec<u8>> = posts.chain(sources).collect();
        bytes.extend(line(&LineOf::Fonts(&self.fonts)));
        bytes.extend(lines.into_iter().flatten());
        bytes
    }
}

fn line(record: &LineOf<'_>) -> Vec<u8> {
    let json = serde_json::to_vec(record).unwrap_or_default();
    let mut line = check(&json).into_bytes();
    line.push(b' ');
    line.extend(json);
    line.push(b'\n');
    line
}

fn check(json: &[u8]) -> String {
    let hash = blake3::hash(json).to_hex();
    hash.get(..CHECK_CHARS).unwrap_or_default().to_owned()
}

fn parse(bytes: &[u8]) -> Option<CardState> {
    let mut lines = bytes.split(|&byte| byte == b'\n');
    let head: Head = serde_json::from_slice(lines.next()?).ok()?;
    if head.form != FORM || head.version != env!("CARGO_PKG_VERSION") {
        return None;
    }
    let lines: Vec<&[u8]> = lines.collect();
    let parsed: Vec<Option<Line>> = lines.into_par_iter().map(parse_line).collect();
    let mut state = CardState::default();
    for line in parsed.into_iter().flatten() {
        match line {
            Line::Post(path, record) => {
                state.posts.insert(path, record);
            }
            Line::Source(path, record) => {
                state.sources.insert(path, record);
            }
            Line::Fonts(record) => state.fonts = record,
        }
    }
    Some(state)
}

/// A line whose digest is right.
fn parse_line(line: &[u8]) -> Option<Line> {
    let (found, json) = line.split_at_checked(CHECK_CHARS)?;
    let json = json.strip_prefix(b" ")?;
    (check(json).as_bytes() == found).then(|| serde_json::from_slice(json).ok())?
}
