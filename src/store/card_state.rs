//! What the last build made its cards from, so that the next one draws those that changed and no others.
//!
//! After a first line with the program's version come the records: each its length in four bytes, a check of eight, and the data. What was
//! damaged is not believed, and what stands before it is.

#[cfg(test)]
mod tests;

use crate::disk;
use crate::model::{Stamp, WrittenFile};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

/// Below the site's root; safe to delete: then every card is drawn again.
const FILE: &str = ".syndicard/cards";
/// A site of 100,000 posts has about 35 MB of it.
const LIMIT_BYTES: u64 = 512 << 20;
const CHECK_BYTES: usize = 8;
/// Its number is raised where the file's own form changes; which program draws stands in the keys of the cards.
const FIRST_LINE: &str = concat!("syndicard cards 2 ", env!("CARGO_PKG_VERSION"), "\n");

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

#[derive(Deserialize)]
enum Record {
    Post(String, CardRecord),
    Source(String, SourceRecord),
    Fonts(FontRecord),
}

/// The same before it is owned by anybody: in the same order.
#[derive(Serialize)]
enum RecordOf<'a> {
    Post(&'a str, &'a CardRecord),
    Source(&'a str, &'a SourceRecord),
    Fonts(&'a FontRecord),
}

impl CardState {
    /// What the last build left; nothing where it is missing or of another version, and all but what is damaged in it.
    pub fn read(site: &Path) -> Self {
        disk::read(&site.join(FILE), LIMIT_BYTES).ok().and_then(|bytes| parse(&bytes)).unwrap_or_default()
    }

    /// Keeps it for the next build, with the records of these posts for its own. Where it cannot be kept, that build only takes longer: so
    /// nothing is said.
    pub fn write_with(&self, posts: &[(&str, &CardRecord)], site: &Path) {
        if disk::write(&site.join(FILE), &self.bytes(posts)).is_ok() {
            // Git need not be told by hand.
            let _ = disk::write(&site.join(".syndicard/.gitignore"), b"*\n");
        }
    }

    fn bytes(&self, posts: &[(&str, &CardRecord)]) -> Vec<u8> {
        let mut posts = posts.to_vec();
        posts.par_sort_unstable_by_key(|(path, _)| *path);
        let posts = posts.into_par_iter().map(|(path, record)| framed(&RecordOf::Post(path, record)));
        let sources = self.sources.par_iter().map(|(path, record)| framed(&RecordOf::Source(path, record)));
        let records: Vec<Vec<u8>> = posts.chain(sources).collect();
        let mut bytes = FIRST_LINE.as_bytes().to_vec();
        bytes.extend(framed(&RecordOf::Fonts(&self.fonts)));
        records.iter().for_each(|record| bytes.extend_from_slice(record));
        bytes
    }
}

fn framed(record: &RecordOf<'_>) -> Vec<u8> {
    // Texts and numbers alone cannot fail to become bytes.
    let data = postcard::to_stdvec(record).unwrap_or_default();
    let length = u32::try_from(data.len()).unwrap_or(u32::MAX).to_le_bytes();
    [&length[..], &check(&data), &data].concat()
}

fn check(data: &[u8]) -> [u8; CHECK_BYTES] {
    let mut check = [0; CHECK_BYTES];
    check.iter_mut().zip(blake3::hash(data).as_bytes()).for_each(|(to, byte)| *to = *byte);
    check
}

fn parse(bytes: &[u8]) -> Option<CardState> {
    let mut rest = bytes.strip_prefix(FIRST_LINE.as_bytes())?;
    let mut framed = Vec::new();
    while let Some((check, data, after)) = split(rest) {
        framed.push((check, data));
        rest = after;
    }
    let sound =
        |(found, data): (&[u8], &[u8])| (check(data) == *found).then(|| postcard::from_bytes(data).ok())?;
    let records: Vec<Option<Record>> = framed.into_par_iter().map(sound).collect();
    let mut state = CardState::default();
    let (mut posts, mut sources) = (Vec::with_capacity(records.len()), Vec::new());
    for record in records.into_iter().flatten() {
        match record {
            Record::Post(path, record) => posts.push((path, record)),
            Record::Source(path, record) => sources.push((path, record)),
            Record::Fonts(record) => state.fonts = record,
        }
    }
    // In order, as they are, maps are made of them at once.
    state.posts = posts.into_iter().collect();
    state.sources = sources.into_iter().collect();
    Some(state)
}

/// The check and the data of the first record, and what follows.
fn split(bytes: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let (length, bytes) = bytes.split_first_chunk::<4>()?;
    let (check, bytes) = bytes.split_at_checked(CHECK_BYTES)?;
    let (data, rest) = bytes.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
    Some((check, data, rest))
}
