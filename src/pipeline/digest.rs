//! Digests of what feeds are made from, by which a build knows what need not be made again.

use crate::model::{Attachment, Author, Post};
use blake3::Hasher;

/// The digest of several parts, in hexadecimal.
pub fn of(parts: &[&[u8]]) -> String {
    let mut hasher = Hasher::new();
    for part in parts {
        put(&mut hasher, part);
    }
    hasher.finalize().to_hex().to_string()
}

/// A digest of parts that come one after the other.
#[derive(Clone, Default)]
pub struct Digest(Vec<u8>);

impl Digest {
    /// How many characters tell two apart.
    const CHARS: usize = 32;

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

    /// With how many there are, so that no two lists run into each other.
    pub fn texts<'a>(self, parts: impl ExactSizeIterator<Item = &'a str>) -> Self {
        let counted = self.bytes(&(parts.len() as u64).to_le_bytes());
        parts.fold(counted, Self::text)
    }

    /// In hexadecimal.
    pub fn hex(&self) -> String {
        let hash = blake3::hash(&self.0).to_hex();
        hash.get(..Self::CHARS).unwrap_or_default().to_owned()
    }
}

/// Of everything that a feed says of a post.
pub fn of_post(post: &Post, attachments: &[Attachment], image: Option<&str>, content: &[u8; 32]) -> [u8; 32] {
    let mut hasher = Hasher::new();
    option(&mut hasher, image);
    // The path says in what a body is written, and what is told of it names the path.
    for text in [&post.path, &post.url, &post.id, &post.title, &post.language] {
        put(&mut hasher, text.as_bytes());
    }
    for text in [&post.summary, &post.excerpt, &post.external_url, &post.rights] {
        option(&mut hasher, text.as_deref());
    }
    put(&mut hasher, post.published.to_rfc3339().as_bytes());
    option(&mut hasher, post.updated.map(|date| date.to_rfc3339()).as_deref());
    for tag in &post.tags {
        put(&mut hasher, tag.as_bytes());
    }
    put(&mut hasher, b"authors");
    // The picture's file is for cards; feeds name its address.
    for Author { name, email, url, avatar, avatar_file: _ } in &post.authors {
        put(&mut hasher, name.as_bytes());
        for text in [email, url, avatar] {
            option(&mut hasher, text.as_deref());
        }
    }
    put(&mut hasher, b"attachments");
    for attachment in attachments {
        put(&mut hasher, format!("{attachment:?}").as_bytes());
    }
    put(&mut hasher, content);
    *hasher.finalize().as_bytes()
}

/// With its length before it, so that no two lists of parts run into the same bytes.
fn put(hasher: &mut Hasher, part: &[u8]) {
    hasher.update(&(part.len() as u64).to_le_bytes()).update(part);
}

fn option(hasher: &mut Hasher, text: Option<&str>) {
    put(hasher, &[u8::from(text.is_some())]);
    put(hasher, text.unwrap_or_default().as_bytes());
}
