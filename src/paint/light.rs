//! Pictures in linear light, in which pixels can be averaged without darkening.

use super::color::{from_linear, to_linear};
use super::fill::noise;
use super::space::byte_of_step;
use crate::scene::Picture;
use std::sync::LazyLock;

/// Linear light of each sRGB byte in 65,536 steps.
static STEPS: LazyLock<[u16; 256]> = LazyLock::new(|| {
    let mut table = [0; 256];
    for (value, byte) in table.iter_mut().zip(0..=u8::MAX) {
        *value = (to_linear(byte) * 65_535.0 + 0.5) as u16;
    }
    table
});

fn step(byte: u8) -> u16 {
    STEPS.get(usize::from(byte)).copied().unwrap_or_default()
}

/// Three channels of light, and a fourth of alpha by which they are multiplied where the picture is not opaque.
#[derive(Clone, Debug)]
pub struct Light {
    pub width: usize,
    pub height: usize,
    pub channels: usize,
    pub values: Vec<u16>,
}

/// Whole pixels of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    pub left: usize,
    pub top: usize,
    pub width: usize,
    pub height: usize,
}

impl Light {
    /// The light of a whole picture.
    pub fn of(picture: &Picture) -> Self {
        let (width, height) = (picture.width_px as usize, picture.height_px as usize);
        Self::shrunk(picture, Region { left: 0, top: 0, width, height }, 1)
    }

    /// The mean light of squares of `by` pixels in a region, of which those at the far edges may be cut.
    pub fn shrunk(picture: &Picture, region: Region, by: usize) -> Self {
        let (width, height) = (region.width.div_ceil(by), region.height.div_ceil(by));
        let channels = if picture.alpha.is_some() { 4 } else { 3 };
        let mut values = Vec::with_capacity(width * height * channels);
        let mut sums: Vec<u32> = vec![0; width * channels];
        for top in (0..region.height).step_by(by) {
            let rows = by.min(region.height - top);
            sums.fill(0);
            for y in region.top + top..region.top + top + rows {
                match &picture.alpha {
                    None => add_row(&mut sums, row(&picture.rgb, picture.width_px, y, &region, 3), by),
                    Some(alpha) => {
                        let rgb = row(&picture.rgb, picture.width_px, y, &region, 3);
                        add_row_of_alpha(&mut sums, rgb, row(alpha, picture.width_px, y, &region, 1), by);
                    }
                }
            }
            for (index, sum) in sums.chunks_exact(channels).enumerate() {
                let columns = by.min(region.width - index * by);
                let count = (columns * rows) as u32;
                values.extend(sum.iter().map(|sum| ((sum + count / 2) / count) as u16));
            }
        }
        Self { width, height, channels, values }
    }

    /// Back to sRGB, each value to the nearest byte.
    pub fn to_picture(&self) -> Picture {
        self.encoded(|value, _| byte_of_step(value))
    }

    /// Back to sRGB with noise instead of bands, for soft pictures.
    pub fn to_dithered_picture(&self) -> Picture {
        self.encoded(|value, noise| (from_linear(f32::from(value) / 65_535.0) + noise) as u8)
    }

    fn encoded(&self, byte: impl Fn(u16, f32) -> u8) -> Picture {
        let count = self.width * self.height;
        let mut rgb = Vec::with_capacity(count * 3);
        let mut alpha = Vec::with_capacity(if self.channels == 4 { count } else { 0 });
        for (index, pixel) in self.values.chunks_exact(self.channels).enumerate() {
            let noise = noise(index % self.width, index / self.width);
            match *pixel {
                [red, green, blue] => rgb.extend([red, green, blue].map(|value| byte(value, noise))),
                [red, green, blue, opacity] => {
                    let straight = |value: u16| {
                        let value = (u32::from(value) * 65_535).checked_div(u32::from(opacity)).unwrap_or_default();
                        byte(u16::try_from(value).unwrap_or(u16::MAX), noise)
                    };
                    rgb.extend([red, green, blue].map(straight));
                    alpha.push(((u32::from(opacity) + 128) / 257) as u8);
                }
                _ => {}
            }
        }
        let alpha = (self.channels == 4).then_some(alpha);
        Picture { width_px: self.width as u32, height_px: self.height as u32, rgb, alpha }
    }
}

fn row<'a>(bytes: &'a [u8], width_px: u32, y: usize, region: &Region, channels: usize) -> &'a [u8] {
    let start = (y * width_px as usize + region.left) * channels;
    bytes.get(start..start + region.width * channels).unwrap_or_default()
}

fn add_row(sums: &mut [u32], rgb: &[u8], by: usize) {
    for (sum, square) in sums.as_chunks_mut::<3>().0.iter_mut().zip(rgb.as_chunks::<3>().0.chunks(by)) {
        for &[red, green, blue] in square {
            sum[0] += u32::from(step(red));
            sum[1] += u32::from(step(green));
            sum[2] += u32::from(step(blue));
        }
    }
}

fn add_row_of_alpha(sums: &mut [u32], rgb: &[u8], alpha: &[u8], by: usize) {
    let squares = rgb.as_chunks::<3>().0.chunks(by).zip(alpha.chunks(by));
    for (sum, (square, opacities)) in sums.as_chunks_mut::<4>().0.iter_mut().zip(squares) {
        for (&pixel, &opacity) in square.iter().zip(opacities) {
            let opacity = u32::from(opacity);
            for (sum, byte) in sum.iter_mut().zip(pixel) {
                *sum += (u32::from(step(byte)) * opacity + 127) / 255;
            }
            sum[3] += opacity * 257;
        }
    }
}
