//! The pictures of a card in their boxes: cover, mark, faces and art.

use super::Composer;
use super::common::{Common, InBox};
use crate::card::cover;
use crate::card::layout::{Placed, avatars_width};
use crate::card::theme::{Fit, PictureSource};
use crate::scene::{Picture, PlacedPicture, Rect};
use std::sync::Arc;

impl Composer<'_> {
    pub(super) fn pictures(
        &self,
        placed: &Placed,
        radius_px: f32,
        texts: &[Rect],
        common: &mut Common,
    ) -> Vec<PlacedPicture> {
        let (rect, unit) = (placed.rect, self.frame.unit);
        // A theme makes a box empty where it has no use for it.
        if rect.width() < 1.0 || rect.height() < 1.0 {
            return Vec::new();
        }
        let fit = placed.node.fit;
        match &placed.node.picture {
            None => Vec::new(),
            Some(PictureSource::Cover) => {
                let Some(cover) = &self.card.cover else { return Vec::new() };
                let place = InBox { rect, fit: fit.unwrap_or(Fit::Cover), radius_px, texts: texts.to_vec() };
                common.cover(place, |place| cover.placed(rect, place.fit, radius_px, texts, unit))
            }
            Some(PictureSource::Logo) => {
                let logo = self.content.logo();
                let fit = fit.unwrap_or(Fit::Contain);
                logo.and_then(|logo| cover::fitted(logo, &rect, fit, radius_px)).into_iter().collect()
            }
            Some(PictureSource::Avatars) => self.avatars(&rect),
            Some(PictureSource::Art(name)) => {
                let art = self.theme.art(name, self.text_color(placed), &rect);
                let fit = fit.unwrap_or(Fit::Contain);
                art.and_then(|art| cover::fitted(&art, &rect, fit, radius_px)).into_iter().collect()
            }
        }
    }

    /// Round, the first above the next.
    fn avatars(&self, rect: &Rect) -> Vec<PlacedPicture> {
        let avatars = self.content.avatars();
        let side = rect.height();
        let step = (avatars_width(2) - avatars_width(1)) * side;
        let placed = |(at, picture): (usize, &Arc<Picture>)| {
            let offset = at as f32 * step;
            let left = if self.content.rtl { rect.right - offset - side } else { rect.left + offset };
            let face = Rect { left, right: left + side, ..*rect };
            cover::fitted(picture, &face, Fit::Cover, side / 2.0)
        };
        let mut pictures: Vec<PlacedPicture> = avatars.iter().enumerate().filter_map(placed).collect();
        pictures.reverse();
        pictures
    }
}
