//! What a card's two schemes have in common, so that trying the second costs little.

use super::Composer;
use crate::card::layout::{Placed, lay_out};
use crate::card::theme::{Fit, Node};
use crate::scene::{Color, PlacedPicture, Rect};
use crate::typeset::Typesetter;
use std::cell::OnceCell;
use std::rc::Rc;

/// Made when first asked for, and kept.
#[derive(Default)]
pub struct Common {
    pub accent: Rc<OnceCell<Color>>,
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
