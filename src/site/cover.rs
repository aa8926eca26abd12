//! Finds the file behind the picture or the recording that a post or a site names.

#[cfg(test)]
mod tests;

use super::root::Root;
use crate::model::{Author, RawCover, RawEnclosure, RawPost};
use percent_encoding::percent_decode_str;

/// Directories that frameworks serve at the root, tried after the site's own.
const SERVED: &[&str] = &["public", "static", "", "assets"];

/// Paths that begin so stand in this directory: `/` in `static`, `@/` in `src`, `{static}/` in `content`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    pub prefix: String,
    /// Relative to the site.
    pub directory: String,
}

impl Asset {
    pub fn new(prefix: &str, directory: &str) -> Self {
        Self { prefix: prefix.to_owned(), directory: directory.to_owned() }
    }
}

/// Where files are looked for.
#[derive(Clone, Copy)]
pub struct Search<'a> {
    pub root: &'a Root,
    /// The directory served at the root.
    pub out: &'a str,
    /// The site's own address, so that a file given with it is found.
    pub origin: Option<&'a str>,
    pub assets: &'a [Asset],
}

impl Search<'_> {
    /// Finds every file that a post names.
    pub fn files(&self, post: &mut RawPost) {
        for field in [&mut post.cover, &mut post.finished_card].into_iter().flatten() {
            self.cover(&post.path, &mut field.value);
        }
        for author in post.authors.iter_mut().flat_map(|field| &mut field.value) {
            self.avatar(&post.path, author);
        }
        for field in &mut post.enclosures {
            self.enclosure(&post.path, &mut field.value);
        }
    }

    /// Looks for the file: in the directory of its prefix and in the served ones for `/x`, beside the post and then there for `x`.
    pub fn cover(&self, post_path: &str, cover: &mut RawCover) {
        cover.looked_for = self.places(post_path, &cover.source);
        if let Some(at) = cover.looked_for.iter().position(|file| self.root.is_file(file)) {
            cover.file = Some(cover.looked_for.swap_remove(at));
            cover.looked_for = Vec::new();
        }
    }

    /// Looks for the picture of an author likewise, unless it was found before.
    pub fn avatar(&self, post_path: &str, author: &mut Author) {
        if let (None, Some(avatar)) = (&author.avatar_file, &author.avatar) {
            author.avatar_file = self.file(post_path, avatar);
        }
    }

    /// The file of a picture that is looked for likewise.
    pub fn file(&self, post_path: &str, source: &str) -> Option<String> {
        self.places(post_path, source).into_iter().find(|file| self.root.is_file(file))
    }

    /// Looks for the file of an enclosure likewise, and takes its length.
    pub fn enclosure(&self, post_path: &str, found: &mut RawEnclosure) {
        found.looked_for = self.places(post_path, &found.source);
        found.file =
            found.looked_for.iter().find_map(|file| Some((file.clone(), self.root.length_bytes(file)?)));
    }

    /// Where a file may be, the likeliest first; nowhere for another host's.
    fn places(&self, post_path: &str, source: &str) -> Vec<String> {
        let Some(path) = local_path(source, self.origin) else { return Vec::new() };
        let beside = post_path.rsplit_once('/').map_or("", |(directory, _)| directory);
        let mut places: Vec<String> = Vec::new();
        let mut place = |directory: &str, path: &str| {
            if let Some(file) = join(directory, path).filter(|file| !places.contains(file)) {
                places.push(file);
            }
        };
        if !path.starts_with('/') {
            place(beside, &path);
        }
        for asset in self.assets {
            if let Some(rest) = path.strip_prefix(&asset.prefix) {
                place(&asset.directory, rest);
            }
        }
        for served in std::iter::once(self.out).chain(SERVED.iter().copied()) {
            place(served, &path);
        }
        places
    }
}

/// The path of a picture on this site, decoded; nothing for another host's.
fn local_path(source: &str, origin: Option<&str>) -> Option<String> {
    let own = origin.and_then(|origin| source.strip_prefix(origin.trim_end_matches('/')));
    let path = own.filter(|path| path.starts_with('/')).unwrap_or(source);
    let has_scheme = path.split_once(':').is_some_and(|(scheme, _)| {
        scheme.len() > 1 && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    if has_scheme || path.starts_with("//") {
        return None;
    }
    let path = path.split(['?', '#']).next().unwrap_or(path);
    Some(percent_decode_str(path).decode_utf8_lossy().into_owned())
}

/// A path below the site's root; nothing where `..` would leave it.
fn join(directory: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in directory.split('/').chain(path.split(['/', '\\'])) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            other => parts.push(other),
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}
