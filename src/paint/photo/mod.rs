//! A picture as its file gives it: made into pixels only where they are needed, and only as many.

mod color;
mod planes;
#[cfg(test)]
mod tests;

pub use planes::{Plane, Planes};

use super::decode::{CoverError, Unread};
use super::focus::Crop;
use super::scale;
use crate::scene::Picture;
use std::borrow::Cow;

/// What can be looked at, and cut and scaled.
pub trait Pixels {
    /// Width and height, in pixels.
    fn size_px(&self) -> (u32, u32);

    /// Red, green and blue, and alpha, which must lie inside.
    fn pixel(&self, x: usize, y: usize) -> [u8; 4];

    /// A part of it in a new size; nothing where either has no pixels.
    fn scaled(&self, crop: Crop, width_px: u32, height_px: u32) -> Option<Picture>;
}

/// A picture with pixels, a JPEG's brightness and colours, or its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Photo {
    Pixels(Picture),
    Planes(Planes),
    /// A JPEG that is decoded when it is known what of it is shown.
    Unread(Unread),
}

impl From<Picture> for Photo {
    fn from(picture: Picture) -> Self {
        Self::Pixels(picture)
    }
}

impl Photo {
    /// All of its pixels.
    pub fn into_picture(self) -> Picture {
        match self {
            Self::Pixels(picture) => picture,
            Self::Planes(planes) => planes.to_picture(),
            Self::Unread(unread) => {
                let (width_px, height_px) = unread.size_px();
                let empty = Picture { width_px, height_px, rgb: Vec::new(), alpha: None };
                unread.whole().map_or(empty, |whole| whole.clone().into_picture())
            }
        }
    }

    /// Why it could not be decoded, where that was put off until it was needed.
    pub fn failure(&self) -> Option<&CoverError> {
        match self {
            Self::Unread(unread) => unread.failure(),
            Self::Pixels(_) | Self::Planes(_) => None,
        }
    }

    /// One byte of straight alpha for each pixel; nothing where it is opaque.
    pub fn alpha(&self) -> Option<&[u8]> {
        match self {
            Self::Pixels(picture) => picture.alpha.as_deref(),
            Self::Planes(_) | Self::Unread(_) => None,
        }
    }

    /// What can be seen where alpha is not looked at.
    pub fn opaque(&self) -> Cow<'_, Self> {
        match self {
            Self::Pixels(picture) if picture.alpha.is_some() => {
                Cow::Owned(Self::Pixels(Picture { rgb: picture.rgb.clone(), alpha: None, ..*picture }))
            }
            _ => Cow::Borrowed(self),
        }
    }

    /// Laid onto one colour, where something shows through.
    pub fn flattened(&self, behind: [u8; 3]) -> Cow<'_, Self> {
        match self {
            Self::Pixels(picture) if picture.alpha.is_some() => {
                Cow::Owned(Self::Pixels(super::flattened(picture, behind)))
            }
            _ => Cow::Borrowed(self),
        }
    }
}

impl Pixels for Photo {
    fn size_px(&self) -> (u32, u32) {
        match self {
            Self::Pixels(picture) => picture.size_px(),
            Self::Planes(planes) => planes.size_px(),
            Self::Unread(unread) => unread.size_px(),
        }
    }

    fn pixel(&self, x: usize, y: usize) -> [u8; 4] {
        match self {
            Self::Pixels(picture) => picture.pixel(x, y),
            Self::Planes(planes) => planes.pixel(x, y),
            Self::Unread(unread) => unread.pixel(x, y),
        }
    }

    fn scaled(&self, crop: Crop, width_px: u32, height_px: u32) -> Option<Picture> {
        match self {
            Self::Pixels(picture) => picture.scaled(crop, width_px, height_px),
            Self::Planes(planes) => planes.scaled(crop, width_px, height_px),
            Self::Unread(unread) => unread.scaled(crop, width_px, height_px),
        }
    }
}

impl Pixels for Picture {
    fn size_px(&self) -> (u32, u32) {
        (self.width_px, self.height_px)
    }

    fn pixel(&self, x: usize, y: usize) -> [u8; 4] {
        let at = y * self.width_px as usize + x;
        let [red, green, blue] = self.rgb.as_chunks::<3>().0.get(at).copied().unwrap_or_default();
        let alpha = self.alpha.as_ref().map_or(Some(u8::MAX), |alpha| alpha.get(at).copied());
        [red, green, blue, alpha.unwrap_or_default()]
    }

    fn scaled(&self, crop: Crop, width_px: u32, height_px: u32) -> Option<Picture> {
        scale::scaled(self, crop, width_px, height_px)
    }
}
