//! The documents of a channel: which there are, and the writing of those that have changed.

use super::{Remarks, Trip};
use crate::diag::Diagnostic;
use crate::feed::{self, Channel, Entry, Feed, Page};
use crate::model::{Artifact, WrittenFile};
use crate::pipeline::content::Rendered;
use crate::pipeline::digest;
use crate::store::ChannelState;

/// The files of a document by their paths.
pub type Files = Vec<(String, WrittenFile)>;

/// A document before it is rendered.
pub struct Document {
    page: Page,
    previous: Option<u32>,
    next: Option<u32>,
    /// Places in the site's order, newest first.
    posts: Vec<usize>,
}

/// A document as it was written.
#[derive(Default)]
pub struct Written {
    pub name: String,
    pub digest: String,
    pub files: Files,
    pub remarks: Remarks,
    pub said: Vec<Diagnostic>,
}

impl Trip<'_> {
    pub fn rendered(&self, posts: &[usize]) -> Vec<Rendered> {
        posts.iter().filter_map(|&at| Some(self.contents.of(self.site.posts.get(at)?))).collect()
    }

    pub fn entries<'e>(&'e self, posts: &[usize], rendered: &'e [Rendered]) -> Vec<Entry<'e>> {
        posts
            .iter()
            .zip(rendered)
            .filter_map(|(&at, rendered)| {
                Some(Entry {
                    post: self.site.posts.get(at)?,
                    attachments: self.attachments.get(at)?,
                    image: self.images.get(at).copied().flatten(),
                    content: rendered.html.as_deref(),
                })
            })
            .collect()
    }

    fn shell<'s>(
        &'s self,
        channel: &'s Channel,
        page: Page,
        previous: Option<u32>,
        next: Option<u32>,
    ) -> Feed<'s> {
        Feed {
            site: &self.site.facts,
            channel,
            page,
            previous,
            next,
            hubs: &self.settings.hubs,
            stylesheet: self.stylesheet.as_deref(),
            entries: Vec::new(),
        }
    }

    /// The documents of a channel: the current one, then the archives from the oldest.
    pub fn documents(&self, channel: &Channel, archives: &[Option<u32>], current: &[usize]) -> Vec<Document> {
        let last = archives.iter().flatten().max().copied().unwrap_or(0);
        let mut pages: Vec<Document> = (1..=last)
            .map(|number| Document {
                page: Page::Archive(number),
                previous: number.checked_sub(1).filter(|&number| number > 0),
                // Later archives learn of no next one: they never change but with their posts.
                next: Some(2).filter(|_| number == 1 && last > 1),
                posts: Vec::new(),
            })
            .collect();
        for (&at, archive) in channel.posts.iter().zip(archives) {
            let index = archive.and_then(|number| usize::try_from(number.checked_sub(1)?).ok());
            if let Some(page) = index.and_then(|index| pages.get_mut(index)) {
                page.posts.push(at);
            }
        }
        let newest = current.iter().filter_map(|&place| channel.posts.get(place).copied()).collect();
        let first = Document {
            page: Page::Current,
            previous: Some(last).filter(|&last| last > 0),
            next: None,
            posts: newest,
        };
        std::iter::once(first).chain(pages).collect()
    }

    pub fn document(&self, channel: &Channel, document: &Document, old: Option<&ChannelState>) -> Written {
        let name = format!("{:?}", document.page);
        let links = format!("{:?} {:?} {name}", document.previous, document.next);
        let facts =
            format!("{} {:?} {links}", self.rule, (&channel.title, &channel.language, &channel.files));
        let digests =
            document.posts.iter().filter_map(|&at| self.digests.get(at)).map(|digest| digest.as_slice());
        let parts: Vec<&[u8]> = std::iter::once(facts.as_bytes()).chain(digests).collect();
        let mut written = Written { name, digest: digest::of(&parts), ..Written::default() };
        if let Some(files) = old.and_then(|old| self.standing(channel, document.page, &written, old)) {
            written.files = files;
            return written;
        }
        let rendered = self.rendered(&document.posts);
        let shell = self.shell(channel, document.page, document.previous, document.next);
        let feed = Feed { entries: self.entries(&document.posts, &rendered), ..shell };
        for artifact in feed::write(&feed) {
            let put = artifact.and_then(|artifact| self.sink.put(&artifact).map(|_| artifact));
            match put {
                Ok(artifact) => {
                    let hash = blake3::hash(&artifact.bytes).to_hex().to_string();
                    written.said.extend(self.too_large(document.page, &artifact));
                    let stamp = self.sink.stamp(&artifact.path);
                    let length_bytes = artifact.bytes.len() as u64;
                    written.files.push((artifact.path, WrittenFile { length_bytes, hash, stamp }));
                }
                Err(error) => written.said.push(error),
            }
        }
        let remarks =
            document.posts.iter().copied().zip(rendered.into_iter().map(|rendered| rendered.remarks));
        written.remarks.extend(remarks.filter(|(_, remarks)| !remarks.is_empty()));
        written
    }

    /// Posts stay in their archive, even where they have grown or the room has shrunk.
    fn too_large(&self, page: Page, artifact: &Artifact) -> Option<Diagnostic> {
        let budget = self.settings.budget_bytes;
        let is_large = page != Page::Current && artifact.bytes.len() > budget;
        is_large.then(|| {
            let (size, limit) = (artifact.bytes.len() >> 10, budget >> 10);
            Diagnostic::warning("archive-large", format!("`{}` has {size} KB, more than {limit} KB", artifact.path))
                .hint("its posts were pinned to it when feeds held less of them: without `archives` in syndicard.lock they are paged anew")
        })
    }

    /// The files of a document that stand there as the last build wrote them, from the same.
    fn standing(&self, channel: &Channel, page: Page, new: &Written, old: &ChannelState) -> Option<Files> {
        if old.pages.get(&new.name) != Some(&new.digest) {
            return None;
        }
        let paths = channel.files.iter().map(|file| file.path(page));
        let files: Vec<(String, &WrittenFile)> =
            paths.map(|path| Some((path.clone(), old.files.get(&path)?))).collect::<Option<_>>()?;
        self.all_stand(files.into_iter())
    }

    /// The files with their stamps of now, where all of them stand there as they were written.
    pub fn all_stand<'f>(&self, files: impl Iterator<Item = (String, &'f WrittenFile)>) -> Option<Files> {
        files
            .map(|(path, file)| {
                let stamp = self.sink.has(&path, file)?;
                Some((path, WrittenFile { stamp: Some(stamp), ..file.clone() }))
            })
            .collect()
    }
}
