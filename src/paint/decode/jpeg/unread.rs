//! A JPEG that is decoded when it is known what of it is shown.
//!
//! A card is wider than most photos: a third of a photo lies above and below what is seen. What is below is never read then, and what is
//! above is read but not drawn.

use super::reduced::{Side, reduced_rows};
use super::{check_size, head, side, turn};
use crate::guard;
use crate::paint::decode::{CoverError, LIMIT_BYTES, SvgFonts, photo};
use crate::paint::focus::Crop;
use crate::paint::photo::{Photo, Pixels};
use crate::paint::scale;
use crate::paint::space::{self, Space};
use crate::scene::Picture;
use image::metadata::Orientation;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// The bytes of an upright baseline JPEG in sRGB, and what was made of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    bytes: Arc<Vec<u8>>,
    wanted: (u32, u32),
    side: Side,
    /// Of the picture at a part of its size.
    size: (u32, u32),
    /// Set when one part was asked for; for the next all of it is decoded.
    part: OnceLock<()>,
    whole: OnceLock<Result<Box<Photo>, CoverError>>,
}

impl Unread {
    /// Nothing where the file is of another kind, which is for others to decode or to refuse.
    pub fn new(bytes: &Arc<Vec<u8>>, wanted: (u32, u32)) -> Option<Self> {
        if bytes.len() > LIMIT_BYTES || !bytes.starts_with(&[0xFF, 0xD8]) {
            return None;
        }
        let head = head(bytes);
        let frame = head.frame.filter(|frame| frame.process == 0xC0 && frame.bits == 8)?;
        check_size(frame.width_px, frame.height_px).ok()?;
        let is_upright =
            head.exif.and_then(turn::of_exif).is_none_or(|turned| turned == Orientation::NoTransforms);
        let is_color = frame.components == 3 && !head.is_rgb();
        let is_srgb =
            head.profile.as_ref().is_none_or(|profile| matches!(space::of_profile(profile), Ok(Space::Srgb)));
        if !(is_upright && is_color && is_srgb && head.is_complete && head.scans == 1) {
            return None;
        }
        let side = side(&frame, wanted);
        let reduced = |length: u32| length.div_ceil(8 / side as u32);
        Some(Self {
            bytes: Arc::clone(bytes),
            wanted,
            side,
            size: (reduced(frame.width_px), reduced(frame.height_px)),
            part: OnceLock::new(),
            whole: OnceLock::new(),
        })
    }

    /// All of it, decoded now if it was not before; nothing where that cannot be.
    pub fn whole(&self) -> Option<&Photo> {
        let decoded =
            || photo(&self.bytes, self.wanted, &SvgFonts::default()).map(|(photo, _)| Box::new(photo));
        self.whole.get_or_init(decoded).as_deref().ok()
    }

    /// Why it could not be decoded, where that was tried.
    pub fn failure(&self) -> Option<&CoverError> {
        self.whole.get()?.as_ref().err()
    }

    /// The rows that a part is made from.
    fn rows(&self, crop: Crop, height_px: u32) -> Range<usize> {
        // As far as the filters reach, with two rows of colours more.
        let reach = scale::REACH * (crop.height / f64::from(height_px)).max(1.0) + 6.0;
        let last = (crop.top + crop.height + reach).clamp(0.0, f64::from(self.size.1));
        (crop.top - reach).max(0.0) as usize..last.ceil() as usize
    }
}

impl Pixels for Unread {
    fn size_px(&self) -> (u32, u32) {
        self.size
    }

    fn pixel(&self, x: usize, y: usize) -> [u8; 4] {
        let Some(whole) = self.whole() else { return [0; 4] };
        let (width, height) = whole.size_px();
        let place = |at: usize, own: u32, size: u32| at * own as usize / size.max(1) as usize;
        whole.pixel(place(x, width, self.size.0), place(y, height, self.size.1))
    }

    fn scaled(&self, crop: Crop, width_px: u32, height_px: u32) -> Option<Picture> {
        if self.whole.get().is_none() && self.part.set(()).is_ok() {
            let rows = self.rows(crop, height_px);
            let planes = guard::caught(|| reduced_rows(&self.bytes, self.side, &rows)).flatten();
            if let Some(planes) = planes {
                return planes.scaled(crop, width_px, height_px);
            }
        }
        let whole = self.whole()?;
        // Another decoder gives it in its own size.
        let ratio = |own: u32, size: u32| f64::from(own) / f64::from(size);
        let (across, down) = (ratio(whole.size_px().0, self.size.0), ratio(whole.size_px().1, self.size.1));
        let crop = Crop {
            left: crop.left * across,
            top: crop.top * down,
            width: crop.width * across,
            height: crop.height * down,
        };
        whole.scaled(crop, width_px, height_px)
    }
}
