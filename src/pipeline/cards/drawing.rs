//! Draws the pictures of one post, each written as soon as it is there.

use super::files::{Purpose, encoded, suffix};
use super::keys::Keys;
use super::pictures::{self, Pictures};
use super::recall::alt_of;
use super::{Dress, Sources, finished, photos};
use crate::card;
use crate::diag::Diagnostic;
use crate::model::{Artifact, CardFile, CardWish, DrawnCard, Post, Site};
use crate::pipeline::remote::RemoteCovers;
use crate::plan::Plan;
use crate::sink::Sink;
use crate::store::Role;
use crate::typeset::Typesetter;

/// What all cards of a build have in common.
pub struct Drawing<'a> {
    pub plan: &'a Plan,
    pub site: &'a Site,
    pub sink: &'a dyn Sink,
    pub sources: &'a Sources<'a>,
    pub remote: &'a RemoteCovers,
    pub keys: &'a Keys<'a>,
    pub pictures: Pictures<'a>,
}

/// The pictures of a post.
#[derive(Default)]
pub struct Drawn {
    pub files: Vec<(Role, CardFile)>,
    pub said: Vec<Diagnostic>,
}

impl Drawing<'_> {
    /// Draws a post's card in every size, and the clean crops of its cover.
    pub fn post(&self, post: &Post, typesetter: &mut Typesetter) -> Drawn {
        let facts = &self.site.facts;
        let mut drawn = Drawn::default();
        let mut is_finished = false;
        if let CardWish::Finished(finished) = &post.card {
            let card = finished::card(self.plan, post, finished, self.sources, |path| facts.address_of(path));
            match card.and_then(|card| self.put(card)) {
                Ok(file) => {
                    drawn.files.push((Role::Finished, file));
                    is_finished = true;
                }
                Err(error) => drawn.said.push(error),
            }
        }
        let mut cover = post
            .cover
            .as_ref()
            .and_then(|cover| self.pictures.cover(post, cover, self.sources, self.remote, &mut drawn.said));
        let theme = self.keys.theme(post);
        let dress = Dress::of_post(self.plan, facts, post).with_pictures(theme, facts, post, &self.pictures);
        for (number, size) in self.plan.cards.sizes.iter().enumerate().skip(usize::from(is_finished)) {
            let card = dress.card(cover.clone(), size.width_px, size.height_px);
            let mut composed = card::compose(&card, theme, typesetter);
            // Where decoding was put off until now, what is wrong with a cover is known only now.
            if let (Some(named), Some(error)) =
                (&post.cover, cover.as_ref().and_then(|cover| cover.photo.failure()))
            {
                drawn.said.push(pictures::failed(post, named, error));
                cover = None;
                composed = card::compose(&dress.card(None, size.width_px, size.height_px), theme, typesetter);
            }
            if composed.title_cut {
                drawn.said.push(
                    Diagnostic::warning("title-cut", "the title is too long for its card and is cut")
                        .in_file(&post.path)
                        .hint("a title of up to 150 characters fits"),
                );
            }
            let role = if number == 0 { Role::Main } else { Role::OtherCard };
            let purpose = Purpose {
                name: &size.name,
                suffix: suffix(size, number == 0),
                alt: alt_of(post, role),
                contrast: Some(composed.contrast),
            };
            let card = encoded(&self.plan.cards, facts, post, &composed.pixels(), purpose, &mut drawn.said);
            self.keep(&mut drawn, role, card);
        }
        if let Some(cover) = cover.filter(|_| self.plan.cards.photos) {
            for (picture, purpose) in photos::crops(post, &cover) {
                let photo = encoded(&self.plan.cards, facts, post, &picture, purpose, &mut drawn.said);
                self.keep(&mut drawn, Role::Photo, photo);
            }
        }
        drawn
    }

    fn keep(&self, drawn: &mut Drawn, role: Role, card: Result<DrawnCard, Diagnostic>) {
        match card.and_then(|card| self.put(card)) {
            Ok(file) => drawn.files.push((role, file)),
            Err(error) => drawn.said.push(error),
        }
    }

    fn put(&self, drawn: DrawnCard) -> Result<CardFile, Diagnostic> {
        self.sink.put(&Artifact { path: drawn.file.path.clone(), bytes: drawn.bytes })?;
        Ok(drawn.file)
    }
}
