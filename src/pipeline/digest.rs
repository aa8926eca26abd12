//! Digests of what feeds are made from, by which a build knows what need not be made again.

use crate::model::{Attachment, Author, Post};
use blake3::Hasher;
use chrono::{DateTime, FixedOffset};

/// The digest of several parts, in hexadecimal.
pub fn of(parts: &[&[u8]]) -> String {
    let mut hasher = Hasher::new();
    for part in parts {
        put(&mut hasher, part);
    }
    hasher.finalize().to_hex().to_string()
}

/// A digest of parts that come one after the other: they are gathered first, since many short ones are hashed faster as one.
pub struct Digest(Vec<u8>);

impl Default for Digest {
    fn default() -> Self {
        Self::with_capacity(1024)
    }
}

impl Digest {
    /// How many characters tell two apart.
    const CHARS: usize = 32;

    /// With room for parts of so many bytes.
    pub fn with_capacity(bytes: usize) -> Self {
        Self(Vec::with_capacity(bytes))
    }

    /// With its length before it, so that no two lists of parts run into the same bytes.
    pub fn bytes(mut self, part: &[u8]) -> Self {
        self.0.extend_from_slice(&(part.len() as u64).to_le_bytes());
        self.0.extend_from_slice(part);
        self
    }

    pub fn text(self, part: &str) -> Self {
        self.bytes(part.as_bytes())
    }

    pub fn option(self, part: Option<&str>) -> Self {
        match part {
            Some(part) => self.text("some").text(part),
            None => self.text("none"),
        }
    }

    pub fn number(mut self, part: Option<u64>) -> Self {
        self.0.push(u8::from(part.is_some()));
        self.0.extend_from_slice(&part.unwrap_or_default().to_le_bytes());
        self
    }

    fn date(mut self, date: DateTime<FixedOffset>) -> Self {
        self.0.extend_from_slice(&date.timestamp().to_le_bytes());
        self.0.extend_from_slice(&date.timestamp_subsec_nanos().to_le_bytes());
        self.0.extend_from_slice(&date.offset().local_minus_utc().to_le_bytes());
        self
    }

    /// With how many there are, so that no two lists run into each other.
    pub fn texts<'a>(self, parts: impl ExactSizeIterator<Item = &'a str>) -> Self {
        let counted = self.bytes(&(parts.len() as u64).to_le_bytes());
        parts.fold(counted, Self::text)
    }

    /// In bytes.
    pub fn whole(&self) -> [u8; 32] {
        *blake3::hash(&self.0).as_bytes()
    }

    /// In hexadecimal.
    pub fn hex(&self) -> String {
        let hash = blake3::hash(&self.0).to_hex();
        hash.get(..Self::CHARS).unwrap_or_default().to_owned()
    }
}

/// Of everything that a feed says of a post.
pub fn of_post(post: &Post, attachments: &[Attachment], image: Option<&str>, content: &[u8; 32]) -> [u8; 32] {
    let mut digest = Digest::default().option(image);
    // The path says in what a body is written, and what is told of it names the path.
    for text in [&post.path, &post.url, &post.id, &post.title, &post.language] {
        digest = digest.text(text);
    }
    for text in [&post.summary, &post.excerpt, &post.external_url, &post.rights] {
        digest = digest.option(text.as_deref());
    }
    digest = digest.date(post.published).number(post.updated.map(|_| 1));
    digest = post.updated.into_iter().fold(digest, Digest::date);
    digest = digest.texts(post.tags.iter().map(String::as_str)).number(Some(post.authors.len() as u64));
    // The picture's file is for cards; feeds name its address.
    for Author { name, email, url, avatar, avatar_file: _ } in &post.authors {
        digest = digest.text(name);
        for text in [email, url, avatar] {
            digest = digest.option(text.as_deref());
        }
    }
    digest = digest.number(Some(attachments.len() as u64));
    // Taken apart, so that nobody adds a fact and forgets it here.
    for Attachment { url, media_type, length_bytes, width_px, height_px, duration_s, title } in attachments {
        digest = digest.text(url).text(media_type).number(Some(*length_bytes));
        digest = digest.number(width_px.map(u64::from)).number(height_px.map(u64::from));
        digest = digest.number(*duration_s).option(title.as_deref());
    }
    digest.bytes(content).whole()
}

/// With its length before it, so that no two lists of parts run into the same bytes.
fn put(hasher: &mut Hasher, part: &[u8]) {
    hasher.update(&(part.len() as u64).to_le_bytes()).update(part);
}
