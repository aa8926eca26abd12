//! The pictures on cards: covers, the site's logo, the authors' faces.

use super::super::remote::RemoteCovers;
use super::Sources;
use crate::card::Cover;
use crate::diag::Diagnostic;
use crate::model::{self, CardSize, Post};
use crate::paint::{self, CoverError, Focus, Photo, SvgFonts};
use crate::scene::Picture;
use crate::site::{self, Root};
use crate::typeset::FontBook;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock};

/// A logo or a face is drawn no larger.
const SMALL_PX: u32 = 512;

/// Reads and decodes pictures for cards.
pub struct Pictures<'a> {
    root: &'a Root,
    remote_allowed: bool,
    /// What a cover has to fill.
    wanted: (u32, u32),
    /// Whether one picture is made of a cover, so that no more of it need be decoded than that shows.
    is_one: bool,
    book: FontBook,
    /// Few sites have drawings with text as covers, so that their fonts are looked for when one comes.
    svg_fonts: OnceLock<SvgFonts>,
    /// Logos and faces by their files, as many posts share them.
    shared: Mutex<BTreeMap<String, Option<Arc<Picture>>>>,
}

impl<'a> Pictures<'a> {
    /// `widest_px` is the width of the widest picture that is made of a cover beside the cards.
    pub fn new(
        root: &'a Root,
        sizes: &[CardSize],
        widest_px: u32,
        book: &FontBook,
        remote_allowed: bool,
    ) -> Self {
        let side = |of: fn(&CardSize) -> u32| sizes.iter().map(of).max().unwrap_or(1200).max(widest_px);
        Self {
            root,
            remote_allowed,
            is_one: sizes.len() == 1 && widest_px == 0,
            wanted: (side(|size| size.width_px), side(|size| size.height_px)),
            book: book.clone(),
            svg_fonts: OnceLock::new(),
            shared: Mutex::default(),
        }
    }

    /// Decodes a picture; what was not done as the file asks comes in a few words that follow on "the cover".
    ///
    /// # Errors
    /// When the bytes are no picture that can be read.
    pub fn decode(&self, bytes: &[u8]) -> Result<(Photo, Vec<String>), CoverError> {
        paint::photo(bytes, self.wanted, self.svg_fonts())
    }

    /// The cover of a post; one that cannot be used is said. One of another server is fetched where that is allowed.
    pub fn cover(
        &self,
        post: &Post,
        cover: &model::Cover,
        sources: &Sources<'_>,
        remote: &RemoteCovers,
        said: &mut Vec<Diagnostic>,
    ) -> Option<Cover> {
        let mut say =
            |diagnostic: Diagnostic| said.push(diagnostic.in_file(&post.path).at_if(cover.at.clone()));
        let shown = shown(cover);
        let changed =
            |notice: String| Diagnostic::warning("cover-changed", format!("the cover `{shown}` {notice}"));
        let bytes = match (&cover.file, cover.remote_url()) {
            (Some(file), _) => match sources.bytes(file) {
                Ok(bytes) => Arc::new(bytes),
                Err(error) => {
                    say(unusable(shown, &error.reason(), None));
                    return None;
                }
            },
            // That they are not fetched is said once for all of them.
            (None, Some(_)) if !self.remote_allowed => return None,
            (None, Some(url)) => match remote.get(url) {
                Ok(fetched) => {
                    fetched.notices.into_iter().for_each(|notice| say(changed(notice)));
                    fetched.bytes
                }
                Err(error) => {
                    say(unusable(shown, &error.reason, Some(error.hint)));
                    return None;
                }
            },
            (None, None) => return None,
        };
        let decoded = if self.is_one {
            paint::photo_in_part(&bytes, self.wanted, self.svg_fonts())
        } else {
            self.decode(&bytes)
        };
        match decoded {
            Ok((photo, notices)) => {
                notices.into_iter().for_each(|notice| say(changed(notice)));
                let focus = cover.focus.map(|(x, y)| Focus { x, y });
                Some(Cover { photo: Arc::new(photo), focus })
            }
            Err(error) => {
                say(unusable(shown, &error.reason(), error.advice()));
                None
            }
        }
    }

    fn svg_fonts(&self) -> &SvgFonts {
        self.svg_fonts.get_or_init(|| SvgFonts::new(self.book.text_faces()))
    }

    /// A small picture that many cards share; nothing where it cannot be read.
    pub fn shared(&self, file: &str) -> Option<Arc<Picture>> {
        let mut shared = self.shared.lock().ok()?;
        if let Some(known) = shared.get(file) {
            return known.clone();
        }
        let bytes = site::cover_bytes(self.root, file).ok();
        let cover = bytes.and_then(|bytes| paint::cover(&bytes, (SMALL_PX, SMALL_PX), self.svg_fonts()).ok());
        let picture = cover.map(|cover| Arc::new(cover.picture));
        shared.insert(file.to_owned(), picture.clone());
        picture
    }
}

/// A cover as its post names it, or as it was found.
fn shown(cover: &model::Cover) -> &str {
    cover.file.as_ref().unwrap_or(&cover.source)
}

fn unusable(shown: &str, reason: &str, hint: Option<&str>) -> Diagnostic {
    let message = format!("the cover `{shown}` cannot be used: {reason}");
    let diagnostic = Diagnostic::warning("cover-unreadable", message).label("the card is drawn without it");
    match hint {
        Some(hint) => diagnostic.hint(hint),
        None => diagnostic,
    }
}

/// What is said of a cover whose decoding was put off, and failed.
pub fn failed(post: &Post, cover: &model::Cover, error: &CoverError) -> Diagnostic {
    unusable(shown(cover), &error.reason(), error.advice()).in_file(&post.path).at_if(cover.at.clone())
}
