//! What was read of each file, kept for the next time: a file that is as it was need not be opened.
//!
//! Only what a file itself says is kept. What other files make of it (settings, what it inherits, where its pictures are) is found anew.
//! After the first line, which names the program's version, come the records in order of path: the lengths of path and data in four bytes
//! each, the path, a check of eight bytes, and the data. What does not pass its check is read from its file.

#[cfg(test)]
mod tests;

use super::file::sample_of_the_summarized;
use crate::disk;
use crate::model::{ContentHash, Header, RawPost, SourceLines, Stamp};
use crate::site::Root;
use crate::site::body::Body;
use crate::site::front_matter::{Entry, Front, Value};
use serde::{Deserialize, Serialize};

const FIRST_LINE: &str = concat!("syndicard posts 1 ", env!("CARGO_PKG_VERSION"), "\n");
const CHECK_BYTES: usize = 8;

/// The records of the last build.
pub struct Memory<'a> {
    /// By path.
    records: Vec<(&'a str, &'a [u8])>,
}

/// What a file said.
pub struct Recalled {
    pub front: Front,
    pub body: Body,
    /// The title that was hashed, with the body.
    pub title: String,
    pub content_hash: ContentHash,
    /// Whether the body's sample is a short one, as there was a summary.
    pub has_summary: bool,
}

impl<'a> Memory<'a> {
    /// Takes what was kept, as far as it is whole.
    pub fn of(bytes: &'a [u8]) -> Self {
        let mut records = Vec::new();
        let mut rest = bytes.strip_prefix(FIRST_LINE.as_bytes()).unwrap_or_default();
        while let Some((path, record, after)) = split(rest) {
            records.push((path, record));
            rest = after;
        }
        if !records.is_sorted_by(|a, b| a.0 < b.0) {
            records.clear();
        }
        Self { records }
    }

    /// What a file said, if it is as it was, and its record.
    pub fn recall(&self, root: &Root, path: &str, header: Header) -> Option<(Recalled, &'a [u8])> {
        let at = self.records.binary_search_by(|(known, _)| (*known).cmp(path)).ok()?;
        let &(path, record) = self.records.get(at)?;
        let (check, data) = record.split_at_checked(CHECK_BYTES)?;
        if check != check_of(path, data) {
            return None;
        }
        let kept: Kept<'_> = postcard::from_bytes(data).ok()?;
        if kept.header != header || disk::stamp(&root.path(path)).map(Stamp::from) != Some(kept.stamp) {
            return None;
        }
        Some((kept.recalled()?, record))
    }

    /// What to keep for the next time, of the records in order of path; nothing where that is what stands there.
    pub fn with(&self, records: &[(&str, &[u8])]) -> Option<Vec<u8>> {
        if records == self.records {
            return None;
        }
        let mut bytes = FIRST_LINE.as_bytes().to_vec();
        for (path, record) in records {
            for length in [path.len(), record.len()] {
                bytes.extend(u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes());
            }
            bytes.extend_from_slice(path.as_bytes());
            bytes.extend_from_slice(record);
        }
        Some(bytes)
    }
}

/// The path and the record with which some bytes begin, and what follows.
fn split(bytes: &[u8]) -> Option<(&str, &[u8], &[u8])> {
    let (path_length, bytes) = bytes.split_first_chunk::<4>()?;
    let (record_length, bytes) = bytes.split_first_chunk::<4>()?;
    let length = |bytes: &[u8; 4]| usize::try_from(u32::from_le_bytes(*bytes)).ok();
    let (path, bytes) = bytes.split_at_checked(length(path_length)?)?;
    let (record, rest) = bytes.split_at_checked(length(record_length)?)?;
    Some((std::str::from_utf8(path).ok()?, record, rest))
}

fn check_of(path: &str, data: &[u8]) -> [u8; CHECK_BYTES] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(path.as_bytes()).update(b"\0").update(data);
    let mut check = [0; CHECK_BYTES];
    check.iter_mut().zip(hasher.finalize().as_bytes()).for_each(|(to, byte)| *to = *byte);
    check
}

/// The record of a post whose fields, hash and sample are whole.
pub fn record(stamp: Stamp, front: &Front, body: &Body, post: &RawPost) -> Option<Vec<u8>> {
    let has_summary = post.summary.is_some();
    let text = front.lines.text();
    let kept = Kept {
        stamp,
        header: post.header,
        first_line: front.lines.first,
        text,
        entries: front.entries.iter().map(|entry| KeptEntry::of(entry, text)).collect(),
        first_heading: body.first_heading.as_deref(),
        links: body.links.iter().map(String::as_str).collect(),
        sample: if has_summary { sample_of_the_summarized(&body.sample) } else { &body.sample },
        reading_minutes: body.reading_minutes,
        title: post.title.as_ref().map_or("", |title| &title.value),
        content_hash: post.content_hash,
        has_summary,
    };
    let data = postcard::to_stdvec(&kept).ok()?;
    let mut record = check_of(&post.path, &data).to_vec();
    record.extend(data);
    Some(record)
}

/// A file as it is kept: most texts are parts of the front matter's, and need not be kept twice.
#[derive(Serialize, Deserialize)]
struct Kept<'a> {
    stamp: Stamp,
    header: Header,
    first_line: u32,
    text: &'a str,
    #[serde(borrow)]
    entries: Vec<KeptEntry<'a>>,
    first_heading: Option<&'a str>,
    #[serde(borrow)]
    links: Vec<&'a str>,
    sample: &'a str,
    reading_minutes: Option<u32>,
    title: &'a str,
    content_hash: ContentHash,
    has_summary: bool,
}

#[derive(Serialize, Deserialize)]
struct KeptEntry<'a> {
    #[serde(borrow)]
    key: Part<'a>,
    #[serde(borrow)]
    value: KeptValue<'a>,
    line: u32,
    column: u32,
    width: u32,
}

/// A text, by its place in the front matter's where it stands there.
#[derive(Serialize, Deserialize)]
enum Part<'a> {
    Within { start: u32, length: u32 },
    Other(&'a str),
}

#[derive(Serialize, Deserialize)]
enum KeptValue<'a> {
    Null,
    Text(#[serde(borrow)] Part<'a>),
    List(#[serde(borrow)] Vec<KeptValue<'a>>),
    Map(#[serde(borrow)] Vec<(Part<'a>, KeptValue<'a>)>),
}

impl<'a> Part<'a> {
    fn of(part: &'a str, text: &str) -> Self {
        let found =
            text.find(part).and_then(|start| u32::try_from(start).ok()).zip(u32::try_from(part.len()).ok());
        found.map_or(Self::Other(part), |(start, length)| Self::Within { start, length })
    }

    fn text(&self, text: &str) -> Option<String> {
        match self {
            Self::Other(part) => Some((*part).to_owned()),
            Self::Within { start, length } => {
                let start = usize::try_from(*start).ok()?;
                text.get(start..start.checked_add(usize::try_from(*length).ok()?)?).map(str::to_owned)
            }
        }
    }
}

impl<'a> KeptValue<'a> {
    fn of(value: &'a Value, text: &str) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Text(part) => Self::Text(Part::of(part, text)),
            Value::List(items) => Self::List(items.iter().map(|item| Self::of(item, text)).collect()),
            Value::Map(pairs) => {
                let pair = |(key, value): &'a (String, Value)| (Part::of(key, text), Self::of(value, text));
                Self::Map(pairs.iter().map(pair).collect())
            }
        }
    }

    fn value(&self, text: &str) -> Option<Value> {
        Some(match self {
            Self::Null => Value::Null,
            Self::Text(part) => Value::Text(part.text(text)?),
            Self::List(items) => {
                Value::List(items.iter().map(|item| item.value(text)).collect::<Option<_>>()?)
            }
            Self::Map(pairs) => {
                let pair = |(key, value): &(Part<'_>, Self)| Some((key.text(text)?, value.value(text)?));
                Value::Map(pairs.iter().map(pair).collect::<Option<_>>()?)
            }
        })
    }
}

impl<'a> KeptEntry<'a> {
    fn of(entry: &'a Entry, text: &str) -> Self {
        let Entry { key, value, line, column, width } = entry;
        Self {
            key: Part::of(key, text),
            value: KeptValue::of(value, text),
            line: *line,
            column: *column,
            width: *width,
        }
    }

    fn entry(&self, text: &str) -> Option<Entry> {
        let Self { key, value, line, column, width } = self;
        let (key, value) = (key.text(text)?, value.value(text)?);
        Some(Entry { key, value, line: *line, column: *column, width: *width })
    }
}

impl Kept<'_> {
    fn recalled(self) -> Option<Recalled> {
        let entries =
            self.entries.iter().map(|entry| entry.entry(self.text)).collect::<Option<Vec<Entry>>>()?;
        Some(Recalled {
            front: Front { entries, lines: SourceLines::of(self.text, self.first_line) },
            body: Body {
                first_heading: self.first_heading.map(str::to_owned),
                links: self.links.into_iter().map(str::to_owned).collect(),
                sample: self.sample.to_owned(),
                reading_minutes: self.reading_minutes,
            },
            title: self.title.to_owned(),
            content_hash: self.content_hash,
            has_summary: self.has_summary,
        })
    }
}
