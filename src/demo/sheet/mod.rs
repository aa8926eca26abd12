//! Contact sheets: every theme with posts that are hard on cards, in several sizes.

mod covers;
mod overview;
mod page;
mod posts;

use crate::card::{Cover, SchemeChoice, Theme, compose};
use crate::diag::Diagnostic;
use crate::model::{Artifact, CardSize};
use crate::paint::{self, Encoding, FileFormat};
use crate::pipeline::Dress;
use crate::plan;
use crate::scene::Picture;
use crate::sink::{Directory, Sink};
use crate::site;
use crate::typeset::{FontBook, Typesetter};
use chrono::NaiveDate;
use posts::{HardCover, HardPost, POSTS};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What the sheet shows, and where it is written.
pub struct SheetRequest<'a> {
    /// Where the site's own themes are looked for.
    pub site: &'a Path,
    /// The themes' names; all, where there are none.
    pub themes: &'a [String],
    pub sizes: &'a [CardSize],
    pub scheme: Option<SchemeChoice>,
    pub square_safe: bool,
    pub out: PathBuf,
    pub force: bool,
}

/// The page that shows the cards.
pub const PAGE: &str = "index.html";
/// The sheet's own site.
const SITE: &str = "Slack Water";
const LIMIT_BYTES: usize = 300_000;

/// One card of the sheet, as the page shows it.
struct Shown {
    theme: String,
    size: CardSize,
    title: &'static str,
    path: String,
    contrast: f32,
    cut: bool,
    /// In the first size, where the overview shows it.
    small: Option<Arc<Picture>>,
}

/// Draws the sheet; what went wrong is returned, with the number of cards.
pub fn write(request: &SheetRequest<'_>) -> (usize, Vec<Diagnostic>) {
    let mut said = Vec::new();
    let root = site::open(request.site).value.root;
    let names = if request.themes.is_empty() { plan::theme_names(&root) } else { request.themes.to_vec() };
    let mut themes = Vec::new();
    for name in names {
        match plan::theme(&root, &name) {
            Some(Ok(theme)) => themes.push(theme),
            Some(Err(error)) => said.push(error),
            None => said.push(plan::theme_unknown(&root, &name)),
        }
    }
    let drawing = Drawing::new(request);
    let wanted: Vec<(&Theme, &CardSize, (usize, &HardPost))> = themes
        .iter()
        .flat_map(|theme| request.sizes.iter().map(move |size| (theme, size)))
        .flat_map(|(theme, size)| POSTS.iter().enumerate().map(move |post| (theme, size, post)))
        .collect();
    let drawn: Vec<Result<Shown, Diagnostic>> = wanted
        .par_iter()
        .map_init(
            || drawing.book.typesetter(),
            |typesetter, &(theme, size, post)| drawing.card(theme, size, post, typesetter),
        )
        .collect();
    let mut shown = Vec::with_capacity(drawn.len());
    for card in drawn {
        match card {
            Ok(card) => shown.push(card),
            Err(error) => said.push(error),
        }
    }
    if let Some(bytes) = overview::bytes(&shown) {
        said.extend(drawing.sink.put(&Artifact { path: overview::FILE.to_owned(), bytes }).err());
    }
    let page = Artifact { path: PAGE.to_owned(), bytes: page::html(&themes, &shown).into_bytes() };
    said.extend(drawing.sink.put(&page).err());
    (shown.len(), said)
}

struct Drawing<'a> {
    request: &'a SheetRequest<'a>,
    book: FontBook,
    covers: BTreeMap<HardCover, Cover>,
    logo: Arc<Picture>,
    face: Option<Arc<Picture>>,
    sink: Directory<'a>,
}

impl<'a> Drawing<'a> {
    fn new(request: &'a SheetRequest<'a>) -> Self {
        let shown = request.out.display().to_string();
        Self {
            request,
            book: FontBook::bundled(),
            covers: covers::all(),
            logo: Arc::new(covers::mark()),
            face: covers::sample("paper-valley.webp").map(Arc::new),
            sink: Directory::new(request.out.clone(), shown, request.force),
        }
    }

    fn card(
        &self,
        theme: &Theme,
        size: &CardSize,
        (number, post): (usize, &HardPost),
        typesetter: &mut Typesetter,
    ) -> Result<Shown, Diagnostic> {
        let dress = self.dress(post, number);
        let card = dress.card(self.covers.get(&post.cover).cloned(), size.width_px, size.height_px);
        let composed = compose(&card, theme, typesetter);
        let (contrast, cut) = (composed.contrast, composed.title_cut);
        let encoding = Encoding { format: FileFormat::Jpeg, limit_bytes: LIMIT_BYTES };
        let picture = composed.pixels();
        let is_main = self.request.sizes.first() == Some(size);
        let small = is_main.then(|| overview::small(number, &picture)).flatten();
        let encoded = paint::encode(&picture, &encoding).map_err(|reason| {
            Diagnostic::error("card-failed", format!("the card cannot be drawn: {reason}"))
        })?;
        let path = format!("{}/{}/{:02}.jpg", theme.name, size.name, number + 1);
        self.sink.put(&Artifact { path: path.clone(), bytes: encoded.bytes })?;
        Ok(Shown {
            theme: theme.name.clone(),
            size: size.clone(),
            title: post.title,
            path,
            contrast,
            cut,
            small,
        })
    }

    /// Logos and faces come and go, so that cards are seen with and without.
    fn dress(&self, post: &HardPost, number: usize) -> Dress {
        let date = NaiveDate::from_ymd_opt(2026, 2, 11);
        Dress {
            title: post.title.to_owned(),
            site_name: SITE.to_owned(),
            host: "slackwater.example".to_owned(),
            date: date.map(|date| crate::card::date_text(date, post.language)),
            authors: vec!["Ada Moreno".to_owned()],
            tags: vec!["rust".to_owned(), "weather".to_owned()],
            section: (number % 4 != 1).then(|| "Notes".to_owned()),
            reading_time: Some(crate::card::reading_text(7, post.language)),
            language: post.language.to_owned(),
            seed: post.title.to_owned(),
            logo: number.is_multiple_of(3).then(|| Arc::clone(&self.logo)),
            avatars: self.face.iter().filter(|_| number.is_multiple_of(2)).cloned().collect(),
            scheme: self.request.scheme,
            square_safe: self.request.square_safe,
            ..Dress::default()
        }
    }
}
