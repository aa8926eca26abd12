//! Clean crops of a cover, without text, as search engines want them in a page's JSON-LD.

use super::files::Purpose;
use crate::card::Cover;
use crate::model::Post;
use crate::paint::{self, Pixels};
use crate::scene::Picture;

/// The shapes that Google asks for, width to height.
const SHAPES: [(&str, u32, u32); 3] = [("16x9", 16, 9), ("4x3", 4, 3), ("1x1", 1, 1)];
/// Large previews begin at 1200 pixels; more than 1600 is only weight.
pub const WIDEST_PX: u32 = 1600;
/// A smaller picture is of no use there (Google asks for 50,000 pixels at the least).
const NARROWEST_PX: u32 = 320;
/// Where a cover is transparent.
const BEHIND: [u8; 3] = [255, 255, 255];

/// The crops that a cover is large enough for, each around its subject.
pub fn crops<'a>(post: &'a Post, cover: &Cover) -> Vec<(Picture, Purpose<'a>)> {
    let whole = cover.photo.flattened(BEHIND);
    let crop = |&(name, across, down): &(&'static str, u32, u32)| {
        let crop = paint::crop(&*whole, across as f32 / down as f32, cover.focus, None);
        let width = (crop.width as u32).min(WIDEST_PX);
        if width < NARROWEST_PX {
            return None;
        }
        let picture = whole.scaled(crop, width, width * down / across)?;
        let alt = post.cover.as_ref().and_then(|cover| cover.alt.clone()).unwrap_or_default();
        let purpose = Purpose { name, suffix: format!(".photo-{name}"), alt, contrast: None };
        Some((picture, purpose))
    };
    SHAPES.iter().filter_map(crop).collect()
}
