//! The planes of a JPEG: brightness, and blue and red against it, which may be sampled less often.

use super::Pixels;
use super::color::{mixed, mixed_in_squares, rgb};
use crate::paint::focus::Crop;
use crate::paint::scale::{self, Filter, Levels};
use crate::scene::Picture;

/// Samples of one kind, in rows from the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plane {
    pub width: usize,
    pub height: usize,
    /// From the beginning of one row to that of the next.
    pub stride: usize,
    pub samples: Vec<u8>,
}

impl Plane {
    #[inline]
    fn at(&self, x: usize, y: usize) -> u8 {
        let (x, y) = (x.min(self.width.saturating_sub(1)), y.min(self.height.saturating_sub(1)));
        self.samples.get(y * self.stride + x).copied().unwrap_or_default()
    }

    /// The samples of each row, without what stands behind them.
    pub fn rows(&self) -> impl Iterator<Item = &[u8]> {
        let rows = self.samples.chunks(self.stride.max(1)).take(self.height);
        rows.map(|row| row.get(..self.width).unwrap_or_default())
    }
}

/// A picture in sRGB's numbers, not yet mixed to red, green and blue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planes {
    /// As large as the picture.
    pub luma: Plane,
    /// Blue and red; nothing in a grey picture.
    pub chroma: Option<[Plane; 2]>,
    /// How many pixels of the picture one sample of chroma stands for, across and down.
    pub sampling: (usize, usize),
}

/// A picture whose shorter side is as long as this may have one colour for two by two of its pixels.
const LEAST_IN_SQUARES_PX: u32 = 128;

impl Planes {
    /// Blue and red of a part of the picture in a new size.
    fn colors(&self, chroma: &[Plane; 2], crop: Crop, size: (usize, usize)) -> [Vec<u8>; 2] {
        let (across, down) = (self.sampling.0 as f64, self.sampling.1 as f64);
        let crop = Crop {
            left: crop.left / across,
            top: crop.top / down,
            width: crop.width / across,
            height: crop.height / down,
        };
        chroma.each_ref().map(|plane| scale::plane(plane, crop, size, Levels::Numbers, Filter::Triangle))
    }

    /// The whole picture.
    pub fn to_picture(&self) -> Picture {
        let (width_px, height_px) = self.size_px();
        let whole = Crop { left: 0.0, top: 0.0, width: f64::from(width_px), height: f64::from(height_px) };
        let empty = Picture { width_px, height_px, rgb: Vec::new(), alpha: None };
        self.scaled(whole, width_px, height_px).unwrap_or(empty)
    }
}

impl Pixels for Planes {
    fn size_px(&self) -> (u32, u32) {
        (self.luma.width as u32, self.luma.height as u32)
    }

    fn pixel(&self, x: usize, y: usize) -> [u8; 4] {
        let luma = self.luma.at(x, y);
        let [red, green, blue] = match &self.chroma {
            Some([blue, red]) => {
                let (x, y) = (x / self.sampling.0, y / self.sampling.1);
                rgb(luma, blue.at(x, y), red.at(x, y))
            }
            None => [luma; 3],
        };
        [red, green, blue, u8::MAX]
    }

    fn scaled(&self, crop: Crop, width_px: u32, height_px: u32) -> Option<Picture> {
        let crop = scale::inside(self.size_px(), crop)?;
        if width_px == 0 || height_px == 0 {
            return None;
        }
        let size = (width_px as usize, height_px as usize);
        let is_smaller = crop.width > f64::from(width_px) || crop.height > f64::from(height_px);
        let levels = if is_smaller { Levels::Light } else { Levels::Numbers };
        let luma = scale::plane(&self.luma, crop, size, levels, Filter::CatmullRom);
        let rgb = match &self.chroma {
            None => luma.iter().flat_map(|&luma| [luma; 3]).collect(),
            // Colour that is kept in squares stays so: most cards are written with no more of it. In something small it would be seen.
            Some(chroma)
                if is_smaller
                    && self.sampling == (2, 2)
                    && width_px.min(height_px) >= LEAST_IN_SQUARES_PX =>
            {
                let (columns, rows) = (size.0.div_ceil(2), size.1.div_ceil(2));
                let crop = Crop {
                    width: crop.width * (2 * columns) as f64 / size.0 as f64,
                    height: crop.height * (2 * rows) as f64 / size.1 as f64,
                    ..crop
                };
                let [blue, red] = self.colors(chroma, crop, (columns, rows));
                mixed_in_squares(&luma, &blue, &red, size.0)
            }
            Some(chroma) => {
                let [blue, red] = self.colors(chroma, crop, size);
                mixed(&luma, &blue, &red)
            }
        };
        Some(Picture { width_px, height_px, rgb, alpha: None })
    }
}
