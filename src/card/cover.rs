//! The cover in its box: cropped around its subject, or whole before a blurred copy of itself.

use super::theme::Fit;
use crate::paint::{self, Crop, Focus, Photo, Pixels};
use crate::scene::{Picture, PlacedPicture, Rect};
use std::sync::Arc;

/// A post's picture.
#[derive(Clone, Debug)]
pub struct Cover {
    pub photo: Arc<Photo>,
    /// The point to be seen, where the post names it.
    pub focus: Option<Focus>,
}

/// A picture that must grow more than this to fill its box would be blown up badly.
const MOST_GROWTH: f32 = 1.8;
/// What grows by itself, before a blurred copy, grows no more than this.
const MOST_WHOLE_GROWTH: f32 = 1.5;
/// A crop keeps at least this share of a picture; a banner or a long screenshot is shown whole instead.
const LEAST_KEPT: f32 = 0.3;
/// So much of a picture lets something through that it is a drawing or a mark, which is not cropped.
const DRAWING: f32 = 0.08;
/// The blurred copy is made small, since it is soft.
const BACKING_SCALE: u32 = 8;
/// Space around a picture that is shown whole, in the theme's pixels.
const AROUND_PX: f32 = 36.0;
const CORNER_PX: f32 = 14.0;
/// Twice a card of 4096 by 4096 pixels.
const MOST_PIXELS: u64 = 1 << 25;

impl Cover {
    /// Whether a picture is too small or of too different a shape to fill a box of this size.
    pub fn is_small(&self, width: f32, height: f32) -> bool {
        let (own_width, own_height) = self.photo.size_px();
        let (own_width, own_height) = (own_width.max(1) as f32, own_height.max(1) as f32);
        let (wider, higher) = (width / own_width, height / own_height);
        let kept = wider.min(higher) / wider.max(higher);
        wider.max(higher) > MOST_GROWTH || kept < LEAST_KEPT || self.is_drawing()
    }

    fn is_drawing(&self) -> bool {
        let Some(alpha) = self.photo.alpha() else { return false };
        let seen_through = alpha.iter().filter(|&&alpha| alpha < 128).count();
        seen_through as f32 > DRAWING * alpha.len() as f32
    }

    /// The pictures that make up the cover in a box; `texts` are the boxes of text that will stand above it.
    pub fn placed(
        &self,
        rect: Rect,
        fit: Fit,
        radius_px: f32,
        texts: &[Rect],
        unit: f32,
    ) -> Vec<PlacedPicture> {
        let frame = whole_pixels(&rect);
        if fit == Fit::Contain {
            return self.whole(rect, unit, radius_px).into_iter().collect();
        }
        let avoid = covered(&rect, texts);
        if !self.is_small(rect.width(), rect.height()) {
            let shape = rect.width() / rect.height();
            let crop = paint::crop(&*self.photo, shape, self.focus, avoid.map(|text| shares(&rect, &text)));
            return scaled(&*self.photo, crop, frame, radius_px).into_iter().collect();
        }
        let backing = (!self.is_drawing()).then(|| self.backing(frame, radius_px)).flatten();
        let room = avoid.map_or(rect, |text| largest_rest(&rect, &text));
        let around = AROUND_PX * unit;
        let room = Rect {
            left: room.left + around,
            top: room.top + around,
            right: room.right - around,
            bottom: room.bottom - around,
        };
        let corner = if self.is_drawing() { 0.0 } else { CORNER_PX * unit };
        backing.into_iter().chain(self.whole(room, unit, corner)).collect()
    }

    /// The whole picture in the middle of a room.
    fn whole(&self, room: Rect, unit: f32, radius_px: f32) -> Option<PlacedPicture> {
        let (own_width, own_height) = self.photo.size_px();
        let (own_width, own_height) = (own_width as f32, own_height as f32);
        if room.width() < 8.0 || room.height() < 8.0 || own_width < 1.0 || own_height < 1.0 {
            return None;
        }
        let growth =
            (room.width() / own_width).min(room.height() / own_height).min(MOST_WHOLE_GROWTH * unit.max(1.0));
        let (width, height) = (own_width * growth, own_height * growth);
        let left = f32::midpoint(room.left, room.right) - width / 2.0;
        let top = f32::midpoint(room.top, room.bottom) - height / 2.0;
        let rect = Rect { left, top, right: left + width, bottom: top + height };
        scaled(&*self.photo, everything(&*self.photo), whole_pixels(&rect), radius_px)
    }

    /// A soft, enlarged copy.
    fn backing(&self, frame: Frame, radius_px: f32) -> Option<PlacedPicture> {
        let (width, height) = (frame.width.div_ceil(BACKING_SCALE), frame.height.div_ceil(BACKING_SCALE));
        let crop =
            paint::crop(&*self.photo, frame.width as f32 / frame.height.max(1) as f32, self.focus, None);
        let small = self.photo.opaque().scaled(crop, width, height)?;
        let soft = paint::blurred(&small, width as f32 / 24.0);
        let soft = dimmed(soft);
        scaled(&soft, everything(&soft), frame, radius_px)
    }
}

/// A little darker than the picture itself, so that this stands out.
fn dimmed(mut picture: Picture) -> Picture {
    picture.rgb.iter_mut().for_each(|byte| *byte = (u16::from(*byte) * 4 / 5) as u8);
    picture
}

/// A box in whole pixels.
#[derive(Clone, Copy)]
struct Frame {
    left: i32,
    top: i32,
    width: u32,
    height: u32,
}

fn whole_pixels(rect: &Rect) -> Frame {
    let (left, top) = (rect.left.round() as i32, rect.top.round() as i32);
    let (right, bottom) = (rect.right.round() as i32, rect.bottom.round() as i32);
    let side = |from: i32, to: i32| u32::try_from(to - from).unwrap_or(0).max(1);
    Frame { left, top, width: side(left, right), height: side(top, bottom) }
}

fn everything(picture: &impl Pixels) -> Crop {
    let (width, height) = picture.size_px();
    Crop { left: 0.0, top: 0.0, width: f64::from(width), height: f64::from(height) }
}

/// Nothing in a box that is larger than any card.
fn scaled(picture: &impl Pixels, crop: Crop, frame: Frame, radius_px: f32) -> Option<PlacedPicture> {
    if u64::from(frame.width) * u64::from(frame.height) > MOST_PIXELS {
        return None;
    }
    let picture = Arc::new(picture.scaled(crop, frame.width, frame.height)?);
    Some(PlacedPicture { picture, left: frame.left, top: frame.top, radius_px })
}

/// A picture scaled to a box, whole; for logos, faces and art.
pub fn fitted(picture: &Picture, rect: &Rect, fit: Fit, radius_px: f32) -> Option<PlacedPicture> {
    let (width, height) = (picture.width_px as f32, picture.height_px as f32);
    if fit == Fit::Cover {
        let crop = paint::crop(picture, rect.width() / rect.height().max(1.0), None, None);
        return scaled(picture, crop, whole_pixels(rect), radius_px);
    }
    let growth = (rect.width() / width.max(1.0)).min(rect.height() / height.max(1.0));
    let left = f32::midpoint(rect.left, rect.right) - width * growth / 2.0;
    let top = f32::midpoint(rect.top, rect.bottom) - height * growth / 2.0;
    let inner = Rect { left, top, right: left + width * growth, bottom: top + height * growth };
    scaled(picture, everything(picture), whole_pixels(&inner), radius_px)
}

/// The part of a box that texts cover; nothing where they cover none of it, or so much that there is no choice.
fn covered(rect: &Rect, texts: &[Rect]) -> Option<Rect> {
    let mut union: Option<Rect> = None;
    for text in texts {
        let part = Rect {
            left: text.left.max(rect.left),
            top: text.top.max(rect.top),
            right: text.right.min(rect.right),
            bottom: text.bottom.min(rect.bottom),
        };
        if part.width() <= 0.0 || part.height() <= 0.0 {
            continue;
        }
        union = Some(union.map_or(part, |union| Rect {
            left: union.left.min(part.left),
            top: union.top.min(part.top),
            right: union.right.max(part.right),
            bottom: union.bottom.max(part.bottom),
        }));
    }
    let share = |text: &Rect| text.width() * text.height() / (rect.width() * rect.height());
    union.filter(|text| share(text) < 0.75)
}

/// A part of a box, in shares of it.
fn shares(rect: &Rect, part: &Rect) -> Rect {
    let (width, height) = (rect.width(), rect.height());
    Rect {
        left: (part.left - rect.left) / width,
        top: (part.top - rect.top) / height,
        right: (part.right - rect.left) / width,
        bottom: (part.bottom - rect.top) / height,
    }
}

/// The largest of the strips around a text.
fn largest_rest(rect: &Rect, text: &Rect) -> Rect {
    let strips = [
        Rect { bottom: text.top, ..*rect },
        Rect { top: text.bottom, ..*rect },
        Rect { right: text.left, ..*rect },
        Rect { left: text.right, ..*rect },
    ];
    // A strip is worth what a picture can be high and wide in it.
    let worth = |strip: &Rect| strip.width().min(1.6 * strip.height()).max(0.0);
    strips.into_iter().max_by(|a, b| worth(a).total_cmp(&worth(b))).unwrap_or(*rect)
}
