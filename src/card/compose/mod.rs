//! From a card and a theme to a scene: places first, then what is behind the text, then ink that can be read there.

mod conditions;
mod fills;
mod inks;
mod pictures;
mod scrim;

pub use conditions::holds;
pub use inks::runs;

use super::content::Content;
use super::layout::{Frame, Placed, lay_out};
use super::legible::Ink;
use super::theme::{ColorSpec, Length, Palette, SchemeChoice, Theme};
use super::{Card, Composed, backdrop};
use crate::paint::{self, oklch};
use crate::scene::{Area, Color, Fill, Item, Paint, Picture, Rect, Scene};
use crate::typeset::Typesetter;

/// A scrim this weak is not worth turning a card from dark to light for.
const WEAK: f32 = 0.45;
/// A light card is for photos that are light already: with a scrim like fog they would look washed out.
const AS_IT_IS: f32 = 0.12;
/// Places a card.
pub fn compose(card: &Card<'_>, theme: &Theme, typesetter: &mut Typesetter) -> Composed {
    let choice = card.scheme.unwrap_or(theme.scheme);
    match choice {
        SchemeChoice::Dark => Composer::new(card, theme, true).compose(typesetter),
        SchemeChoice::Light => Composer::new(card, theme, false).compose(typesetter),
        SchemeChoice::Auto => {
            let dark = Composer::new(card, theme, true).compose(typesetter);
            if dark.scrim < WEAK {
                return dark;
            }
            let light = Composer::new(card, theme, false).compose(typesetter);
            if light.scrim < AS_IT_IS { light } else { dark }
        }
    }
}

struct Composer<'a> {
    card: &'a Card<'a>,
    theme: &'a Theme,
    content: Content<'a>,
    frame: Frame,
    is_dark: bool,
    accent: Color,
    /// All that was laid, from the first to the last, and how many of them the ground shows.
    items: Vec<Item>,
    ground: Picture,
    shown: usize,
    scrim: f32,
}

impl<'a> Composer<'a> {
    fn new(card: &'a Card<'a>, theme: &'a Theme, is_dark: bool) -> Self {
        let frame = Frame::of(card.width_px, card.height_px);
        let of_cover = || card.cover.as_ref().and_then(|cover| paint::accent(&*cover.photo));
        let accent = card.accent.or_else(of_cover).unwrap_or_else(|| {
            let hue = backdrop::hue(card.seed);
            oklch(0.7, 0.15, hue)
        });
        let size = card.width_px as usize * card.height_px as usize * 3;
        let ground =
            Picture { width_px: card.width_px, height_px: card.height_px, rgb: vec![0; size], alpha: None };
        Self {
            card,
            theme,
            content: Content::of(card),
            frame,
            is_dark,
            accent,
            items: Vec::new(),
            ground,
            shown: 0,
            scrim: 0.0,
        }
    }

    fn compose(mut self, typesetter: &mut Typesetter) -> Composed {
        let root =
            self.theme.root.resolve(&|condition| holds(&self.content, self.frame, self.is_dark, condition));
        let placed = root.map(|root| lay_out(&root, self.theme, self.frame, &self.content, typesetter));
        let placed = placed.unwrap_or_default();
        let behind = if self.is_dark { Color::BLACK } else { Color::WHITE };
        self.lay([Item::Fill(Fill::whole(Paint::Solid(behind)))]);
        let texts: Vec<Rect> =
            placed.iter().filter_map(|placed| placed.text.as_ref()).map(|text| text.rect).collect();
        let inks: Vec<Ink> = placed.iter().flat_map(|placed| self.inks(placed)).collect();
        for placed in &placed {
            self.lay_box(placed, &texts, &inks);
        }
        let mut contrast = 21.0_f32;
        let mut glyphs = Vec::new();
        let mut title_cut = false;
        for placed in &placed {
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
        spec.resolve(&Palette { scheme: self.theme.colors(self.is_dark), accent: self.accent })
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

    fn lay_box(&mut self, placed: &Placed, texts: &[Rect], inks: &[Ink]) {
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
        let pictures = self.pictures(placed, radius, texts);
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
