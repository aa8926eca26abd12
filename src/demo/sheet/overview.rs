//! One picture of a few cards in every theme, for pages about themes.

use super::Shown;
use crate::paint::{self, Crop, Encoding, FileFormat};
use crate::scene::{Color, Fill, Item, Paint, Picture, PlacedPicture, Scene};
use std::sync::Arc;

/// Its file, beside the page.
pub const FILE: &str = "themes.jpg";

/// Of the sheet's posts: with a cover and a long title, without a cover, and from the right.
const POSTS: [usize; 3] = [0, 4, 22];
/// A page on GitHub is 830 pixels wide, and fine screens show two for one.
const CARD_WIDTH_PX: u32 = 540;
const GAP_PX: u32 = 14;
const CORNER_PX: f32 = 10.0;
const BEHIND: Color = Color { red: 0.87, green: 0.87, blue: 0.88, alpha: 1.0 };
/// What a README may weigh.
const LIMIT_BYTES: usize = 390_000;

/// A card as the overview shows it; nothing for posts that it leaves out.
pub fn small(post: usize, card: &Picture) -> Option<Arc<Picture>> {
    let whole =
        Crop { left: 0.0, top: 0.0, width: f64::from(card.width_px), height: f64::from(card.height_px) };
    let height_px = CARD_WIDTH_PX * card.height_px / card.width_px.max(1);
    let small = || paint::scaled(card, whole, CARD_WIDTH_PX, height_px).map(Arc::new);
    POSTS.contains(&post).then(small).flatten()
}

/// The overview's file; nothing where no card is on it.
pub fn bytes(shown: &[Shown]) -> Option<Vec<u8>> {
    let cards: Vec<&Arc<Picture>> = shown.iter().filter_map(|card| card.small.as_ref()).collect();
    let rows = cards.chunks(POSTS.len());
    let height = |row: &[&Arc<Picture>]| row.iter().map(|card| card.height_px).max().unwrap_or(0) + GAP_PX;
    let across = POSTS.len() as u32;
    let width_px = across * (CARD_WIDTH_PX + GAP_PX) + GAP_PX;
    let height_px = rows.clone().map(height).sum::<u32>() + GAP_PX;
    let mut items = vec![Item::Fill(Fill::whole(Paint::Solid(BEHIND)))];
    let mut top = GAP_PX;
    for row in rows {
        for (card, column) in row.iter().zip(0..across) {
            items.push(Item::Picture(PlacedPicture {
                picture: Arc::clone(card),
                left: (GAP_PX + column * (CARD_WIDTH_PX + GAP_PX)) as i32,
                top: top as i32,
                radius_px: CORNER_PX,
            }));
        }
        top += height(row);
    }
    if cards.is_empty() {
        return None;
    }
    let picture = paint::paint(&Scene { width_px, height_px, items });
    let encoding = Encoding { format: FileFormat::Jpeg, limit_bytes: LIMIT_BYTES };
    paint::encode(&picture, &encoding).ok().map(|encoded| encoded.bytes)
}
