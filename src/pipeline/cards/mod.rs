//! Draws the cards of every post, in parallel, each written as soon as it is there.

mod dress;
mod files;
mod finished;
mod fonts;
mod photos;
mod pictures;

pub use dress::Dress;
pub use files::over_limit;
pub use fonts::{Wanted, book};
pub use pictures::Pictures;

use super::Progress;
use super::remote::RemoteCovers;
use crate::card::{self, Theme};
use crate::diag::{Diagnostic, Warned};
use crate::model::{Artifact, Attachment, CardFile, CardWish, Cover, DrawnCard, Post, PostMedia, Site};
use crate::paint;
use crate::plan::{self, Plan};
use crate::sink::Sink;
use crate::site;
use crate::typeset::Typesetter;
use files::{Purpose, alt, encoded, suffix};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// The cards and the facts of the covers, in the order of the posts.
pub fn draw(plan: &Plan, site: &Site, sink: &dyn Sink, progress: &dyn Progress) -> Warned<Vec<PostMedia>> {
    let mut said = Vec::new();
    let wanted = || site.posts.iter().filter(|post| post.card != CardWish::None);
    let texts: Vec<(&str, String)> =
        wanted().map(|post| (post.path.as_str(), Dress::of_post(plan, &site.facts, post).text())).collect();
    let fonts = Wanted {
        of_site: site::fonts::of_site(&plan.root, &mut said),
        preferred: &plan.cards.fonts,
        of_machine: plan.config.system_fonts,
    };
    let book = book(fonts, &texts, &mut said);
    let remote_allowed = plan.cards.remote_covers;
    let widest_px = if plan.cards.photos { photos::WIDEST_PX } else { 0 };
    let drawing = Drawing {
        plan,
        site,
        sink,
        pictures: Pictures::new(&plan.root, &plan.cards.sizes, widest_px, &book, remote_allowed),
        remote: RemoteCovers::new(&plan.root.path(""), plan.now.timestamp(), remote_allowed),
        themes: themes(plan, site, &mut said),
    };
    said.extend(remote_unasked(plan, site));
    progress.start(texts.len());
    paint::keep_freed();
    let drawn: Vec<(PostMedia, Vec<Diagnostic>)> = site
        .posts
        .par_iter()
        .map_init(
            || book.typesetter(),
            |typesetter, post| {
                let mut said = Vec::new();
                let mut media = PostMedia {
                    cover: post.cover.as_ref().and_then(|cover| described_cover(plan, cover)),
                    ..PostMedia::default()
                };
                if post.card != CardWish::None {
                    drawing.post(post, typesetter, &mut media, &mut said);
                    progress.drawn();
                }
                (media, said)
            },
        )
        .collect();
    progress.finish();
    let mut media = Vec::with_capacity(drawn.len());
    for (of_post, diagnostics) in drawn {
        media.push(of_post);
        said.extend(diagnostics);
    }
    Warned { value: media, diagnostics: said }
}

/// A cover as feeds attach it: only where all of its facts are known.
fn described_cover(plan: &Plan, cover: &Cover) -> Option<Attachment> {
    let (url, file) = (cover.url.as_ref()?, cover.file.as_ref()?);
    let (head, length_bytes) = site::cover_head(&plan.root, file).ok()?;
    let facts = paint::facts(&head)?;
    Some(Attachment {
        url: url.clone(),
        media_type: facts.media_type.to_owned(),
        length_bytes,
        width_px: Some(facts.width_px),
        height_px: Some(facts.height_px),
        duration_s: None,
        title: cover.alt.clone(),
    })
}

/// What all cards of a build have in common.
struct Drawing<'a> {
    plan: &'a Plan,
    site: &'a Site,
    sink: &'a dyn Sink,
    pictures: Pictures<'a>,
    remote: RemoteCovers,
    /// Those that posts name, by their names.
    themes: BTreeMap<String, Theme>,
}

/// The themes that posts ask for by name; one that is not there, or wrong, is said where it is named.
fn themes(plan: &Plan, site: &Site, said: &mut Vec<Diagnostic>) -> BTreeMap<String, Theme> {
    let mut themes = BTreeMap::new();
    for (post, wish) in site.posts.iter().filter_map(|post| Some((post, post.card_theme.as_ref()?))) {
        if themes.contains_key(&wish.name) {
            continue;
        }
        match plan::theme(&plan.root, &wish.name) {
            Some(Ok(theme)) => {
                themes.insert(wish.name.clone(), theme);
            }
            Some(Err(error)) => said.push(error),
            None => said.push(
                plan::theme_unknown(&plan.root, &wish.name)
                    .in_file(&post.path)
                    .at(wish.at.clone())
                    .label("the site's theme is used"),
            ),
        }
    }
    themes
}

/// Says once how many covers are on other servers, where they may not be fetched.
fn remote_unasked(plan: &Plan, site: &Site) -> Option<Diagnostic> {
    let is_remote = |post: &&Post| {
        post.card == CardWish::Draw && post.cover.as_ref().is_some_and(|cover| cover.remote_url().is_some())
    };
    let mut remote = site.posts.iter().filter(is_remote);
    let first = remote.next().filter(|_| !plan.cards.remote_covers)?;
    let more = remote.count();
    let message = match more {
        0 => "the cover is on another server, and is not fetched".to_owned(),
        more => {
            format!("the covers of this post and of {more} more are on other servers, and are not fetched")
        }
    };
    let at = first.cover.as_ref().and_then(|cover| cover.at.clone());
    Some(
        Diagnostic::warning("cover-remote", message)
            .in_file(&first.path)
            .at_if(at)
            .hint("allow it with `cards: {remote_covers: true}`"),
    )
}

impl Drawing<'_> {
    /// Draws a post's card in every size, and the clean crops of its cover.
    fn post(
        &self,
        post: &Post,
        typesetter: &mut Typesetter,
        media: &mut PostMedia,
        said: &mut Vec<Diagnostic>,
    ) {
        let facts = &self.site.facts;
        let mut is_finished = false;
        if let CardWish::Finished(finished) = &post.card {
            let card = finished::card(self.plan, post, finished, |path| facts.address_of(path));
            match card.and_then(|card| self.put(card)) {
                Ok(file) => {
                    media.card = Some(file);
                    is_finished = true;
                }
                Err(error) => said.push(error),
            }
        }
        let cover = post.cover.as_ref();
        let cover = cover.and_then(|cover| self.pictures.cover(post, cover, &self.remote, said));
        let wished = post.card_theme.as_ref().and_then(|wish| self.themes.get(&wish.name));
        let theme = wished.unwrap_or(&self.plan.cards.theme);
        let dress = Dress::of_post(self.plan, facts, post).with_pictures(theme, facts, post, &self.pictures);
        for (number, size) in self.plan.cards.sizes.iter().enumerate().skip(usize::from(is_finished)) {
            let card = dress.card(cover.clone(), size.width_px, size.height_px);
            let composed = card::compose(&card, theme, typesetter);
            if composed.title_cut {
                said.push(
                    Diagnostic::warning("title-cut", "the title is too long for its card and is cut")
                        .in_file(&post.path)
                        .hint("a title of up to 150 characters fits"),
                );
            }
            let purpose = Purpose {
                name: &size.name,
                suffix: suffix(size, number == 0),
                alt: alt(post, &dress.title),
                contrast: Some(composed.contrast),
            };
            let drawn = encoded(&self.plan.cards, facts, post, &composed.pixels(), purpose, said);
            let file = drawn.and_then(|drawn| self.put(drawn));
            match file {
                Ok(file) if number == 0 => media.card = Some(file),
                Ok(file) => media.other_cards.push(file),
                Err(error) => said.push(error),
            }
        }
        if let Some(cover) = cover.filter(|_| self.plan.cards.photos) {
            for (picture, purpose) in photos::crops(post, &cover) {
                let drawn = encoded(&self.plan.cards, facts, post, &picture, purpose, said);
                match drawn.and_then(|drawn| self.put(drawn)) {
                    Ok(file) => media.photos.push(file),
                    Err(error) => said.push(error),
                }
            }
        }
    }

    fn put(&self, drawn: DrawnCard) -> Result<CardFile, Diagnostic> {
        self.sink.put(&Artifact { path: drawn.file.path.clone(), bytes: drawn.bytes })?;
        Ok(drawn.file)
    }
}
