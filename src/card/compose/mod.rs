//! From a card and a theme to a scene: places first, then what is behind the text, then ink that can be read there.

mod common;
mod conditions;
mod fills;
mod inks;
mod pictures;
mod scrim;

pub use conditions::holds;
pub use inks::runs;

use super::content::Content;
use super::layout::{Frame, Placed};
use super::legible::Ink;
use super::theme::{ColorSpec, Fit, Length, Palette, PictureSource, SchemeChoice, Theme};
use super::{Card, Composed, backdrop};
use crate::paint::{self, oklch};
use crate::scene::{Area, Color, Fill, Item, Paint, Picture, Rect, Scene};
use crate::typeset::Typesetter;
use common::Common;
use std::cell::OnceCell;
use std::rc::Rc;

/// A scrim this weak is not worth turning a card from dark to light for.
const WEAK: f32 = 0.45;
/// A light card is for photos that are light already: with a scrim like fog they would look washed out.
const AS_IT_IS: f32 = 0.12;
/// Places a card.
pub fn compose(card: &Card<'_>, theme: &Theme, typesetter: &mut Typesetter) -> Composed {
    let common = &mut Common::default();
    let is_light = match card.scheme.unwrap_or(theme.scheme) {
        SchemeChoice::Light => true,
        SchemeChoice::Dark | SchemeChoice::Auto => false,
    };
    let mut first = Composer::new(card, theme, !is_light, common);
    let placed = first.lay_out(common, typesetter);
    first.lay_boxes(&placed, common);
    let first = first.ink(&placed);
    if card.scheme.unwrap_or(theme.scheme) != SchemeChoice::Auto || first.scrim < WEAK {
        return first;
    }
    let mut light = Composer::new(card, theme, false, common);
    let placed = light.lay_out(common, typesetter);
    light.lay_boxes(&placed, common);
    // Most need more than that before any text is looked at.
    if light.scrim >= AS_IT_IS {
        return first;
    }
    let light = light.ink(&placed);
    if light.scrim < AS_IT_IS { light } else { first }
}

struct Composer<'a> {
    card: &'a Card<'a>,
    theme: &'a Theme,
    content: Content<'a>,
    frame: Frame,
    is_dark: bool,
    accent: Rc<OnceCell<Color>>,
    /// All that was laid, from the first to the last, and how many of them the ground shows.
    items: Vec<Item>,
    ground: Picture,
    shown: usize,
    scrim: f32,
}

impl<'a> Composer<'a> {
    fn new(card: &'a Card<'a>, theme: &'a Theme, is_dark: bool, common: &mut Common) -> Self {
        // Its pixels come when they are painted: until then a cover is decoded, which needs the memory.
        let ground = paint::unpainted(card.width_px, card.height_px);
        Self {
            card,
            theme,
            content: Content::of(card),
            frame: Frame::of(card.width_px, card.height_px),
            is_dark,
            accent: Rc::clone(&common.accent),
            items: Vec::new(),
            ground,
            shown: 0,
            scrim: 0.0,
        }
    }

    fn lay_out(&self, common: &mut Common, typesetter: &mut Typesetter) -> Rc<[Placed]> {
        let holds = |condition| holds(&self.content, self.frame, self.is_dark, condition);
        let root = self.theme.root.resolve(&holds);
        root.map(|root| common.layout(root, self, typesetter)).unwrap_or_default()
    }

    /// Lays all but the texts.
    fn lay_boxes(&mut self, placed: &[Placed], common: &mut Common) {
        let behind = if self.is_dark { Color::BLACK } else { Color::WHITE };
        self.lay([Item::Fill(Fill::whole(Paint::Solid(behind)))]);
        let texts: Vec<Rect> =
            placed.iter().filter_map(|placed| placed.text.as_ref()).map(|text| text.rect).collect();
        let inks: Vec<Ink> = placed.iter().flat_map(|placed| self.inks(placed)).collect();
        // What lies behind a cover that fills the card is never seen.
        let lowest = placed.iter().rposition(|placed| self.is_filled_by_cover(placed)).unwrap_or(0);
        for placed in placed.iter().skip(lowest) {
            self.lay_box(placed, &texts, &inks, common);
        }
    }

    fn is_filled_by_cover(&self, placed: &Placed) -> bool {
        let (rect, node) = (&placed.rect, &placed.node);
        let (width, height) = (self.card.width_px as f32, self.card.height_px as f32);
        let is_whole = rect.left <= 0.0 && rect.top <= 0.0 && rect.right >= width && rect.bottom >= height;
        let is_cover = node.picture == Some(PictureSource::Cover) && node.fit != Some(Fit::Contain);
        let cover = self.card.cover.as_ref().filter(|_| is_whole && is_cover && node.radius.is_none());
        cover.is_some_and(|cover| {
            cover.photo.alpha().is_none() && !cover.is_small(rect.width(), rect.height())
        })
    }

    /// Finds the texts' inks.
    fn ink(mut self, placed: &[Placed]) -> Composed {
        let mut contrast = 21.0_f32;
        let mut glyphs = Vec::new();
        let mut title_cut = false;
        for placed in placed {
            let Some(text) = &placed.text else { continue };
            let (color, reached) = self.readable_color(placed, text);
            contrast = contrast.min(reached);
            glyphs.extend(runs(text, color).map(Item::Glyphs));
            title_cut |= text.is_title && text.cut;
        }
        self.painted();
        let mut items = self.items;
        items.extend(glyphs.iter().cloned());
        Composed {
            scene: Scene { width_px: self.card.width_px, height_px: self.card.height_px, items },
            ground: self.ground,
            glyphs,
            contrast,
            scrim: self.scrim,
            title_cut,
            is_dark: self.is_dark,
        }
    }

    fn color(&self, spec: &ColorSpec) -> Color {
        spec.resolve(&Palette { scheme: self.theme.colors(self.is_dark), accent: &|| self.accent() })
    }

    /// The brand's colour; else the cover's, else one of the post's own.
    fn accent(&self) -> Color {
        let card = self.card;
        *self.accent.get_or_init(|| {
            let of_cover = || card.cover.as_ref().and_then(|cover| paint::accent(&*cover.photo));
            card.accent.or_else(of_cover).unwrap_or_else(|| oklch(0.7, 0.15, backdrop::hue(card.seed)))
        })
    }

    /// Adds items above all that was laid before.
    fn lay(&mut self, items: impl IntoIterator<Item = Item>) {
        self.items.extend(items);
    }

    /// All that was laid so far, painted. Only what is looked at is painted, so that what a cover hides never is.
    fn painted(&mut self) -> &Picture {
        paint::paint_items(&mut self.ground, self.items.get(self.shown..).unwrap_or_default());
        self.shown = self.items.len();
        &self.ground
    }

    fn lay_box(&mut self, placed: &Placed, texts: &[Rect], inks: &[Ink], common: &mut Common) {
        let node = &placed.node;
        let radius = node.radius.map_or(0.0, |radius| match radius {
            Length::Px(px) => px * self.frame.unit,
            Length::Share(share) => share * placed.rect.width().min(placed.rect.height()),
        });
        let area = |stroke_px| Some(Area { rect: placed.rect, radius_px: radius, stroke_px });
        if let Some(fill) = &node.fill {
            let paint = self.paint(fill, &placed.rect);
            self.lay([Item::Fill(Fill { paint, area: area(None) })]);
        }
        if node.backdrop == Some(true) {
            let seeded = backdrop::paint(self.card.seed, &placed.rect);
            self.lay(seeded.into_iter().map(|paint| Item::Fill(Fill { paint, area: area(None) })));
        }
        let pictures = self.pictures(placed, radius, texts, common);
        self.lay(pictures.into_iter().map(Item::Picture));
        if let Some(toward) = node.scrim {
            self.lay_scrim(&placed.rect, toward, inks);
        }
        if let Some(border) = &node.border {
            let paint = Paint::Solid(self.color(&border.color));
            self.lay([Item::Fill(Fill { paint, area: area(Some(border.width * self.frame.unit)) })]);
        }
    }
}
