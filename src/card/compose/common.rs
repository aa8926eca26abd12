//! What a card's two schemes have in common, so that trying the second costs little.

use super::Composer;
use crate::card::Card;
use crate::card::backdrop;
use crate::card::layout::{Placed, lay_out};
use crate::card::theme::{Fit, Node};
use crate::paint::{self, oklch};
use crate::scene::{Color, PlacedPicture, Rect};
use crate::typeset::Typesetter;
use std::rc::Rc;

/// Made when first asked for, and kept.
#[derive(Default)]
pub struct Common {
    accent: Option<Color>,
    layout: Option<(Node, Rc<[Placed]>)>,
    covers: Vec<(InBox, Vec<PlacedPicture>)>,
}

/// All that decides how a cover stands in a box.
#[derive(PartialEq)]
pub struct InBox {
    pub rect: Rect,
    pub fit: Fit,
    pub radius_px: f32,
    pub texts: Vec<Rect>,
}

impl Common {
    /// The brand's colour; else the cover's, else one of the post's own.
    pub fn accent(&mut self, card: &Card<'_>) -> Color {
        *self.accent.get_or_insert_with(|| {
            let of_cover = || card.cover.as_ref().and_then(|cover| paint::accent(&*cover.photo));
            card.accent.or_else(of_cover).unwrap_or_else(|| oklch(0.7, 0.15, backdrop::hue(card.seed)))
        })
    }

    /// The boxes of a theme at their places, from the last to be asked for if they are the same.
    pub fn layout(
        &mut self,
        root: Node,
        composer: &Composer<'_>,
        typesetter: &mut Typesetter,
    ) -> Rc<[Placed]> {
        if let Some((_, placed)) = self.layout.as_ref().filter(|(known, _)| *known == root) {
            return Rc::clone(placed);
        }
        let placed = lay_out(&root, composer.theme, composer.frame, &composer.content, typesetter);
        let placed: Rc<[Placed]> = placed.into();
        self.layout = Some((root, Rc::clone(&placed)));
        placed
    }

    /// The pictures that make up a cover in a box.
    pub fn cover(
        &mut self,
        place: InBox,
        make: impl FnOnce(&InBox) -> Vec<PlacedPicture>,
    ) -> Vec<PlacedPicture> {
        if let Some((_, made)) = self.covers.iter().find(|(known, _)| *known == place) {
            return made.clone();
        }
        let made = make(&place);
        self.covers.push((place, made.clone()));
        made
    }
}
