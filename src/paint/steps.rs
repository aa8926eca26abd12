//! Pictures in sixteen bits, in which pixels can be averaged.

use super::color::{from_linear, to_linear};
use super::fill::noise;
use super::space::Bytes;
use crate::scene::Picture;
use std::sync::LazyLock;

/// What the steps stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    /// Linear light, in which averages are what the eye sees from afar.
    Light,
    /// The numbers of sRGB, which are even to the eye.
    Numbers,
}

/// Linear light of each sRGB byte.
static LIGHT: LazyLock<[u16; 256]> = LazyLock::new(|| {
    let mut table = [0; 256];
    for (value, byte) in table.iter_mut().zip(0..=u8::MAX) {
        *value = (to_linear(byte) * 65_535.0 + 0.5) as u16;
    }
    table
});

/// Each byte as a number of sixteen bits.
static NUMBERS: LazyLock<[u16; 256]> = LazyLock::new(|| {
    let mut table = [0; 256];
    for (value, byte) in table.iter_mut().zip(0..=u8::MAX) {
        *value = u16::from(byte) * 257;
    }
    table
});

impl Coding {
    fn table(self) -> &'static [u16; 256] {
        match self {
            Self::Light => &LIGHT,
            Self::Numbers => &NUMBERS,
        }
    }
}

/// The nearest byte of a number of sixteen bits.
fn byte_of_number(step: u16) -> u8 {
    ((u32::from(step) + 128) / 257) as u8
}

/// Three channels, and a fourth of alpha by which they are multiplied where the picture is not opaque.
#[derive(Clone, Debug)]
pub struct Steps {
    pub coding: Coding,
    pub width: usize,
    pub height: usize,
    pub channels: usize,
    /// Rows from the top.
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

impl Steps {
    /// A whole picture.
    pub fn of(picture: &Picture, coding: Coding) -> Self {
        let (width, height) = (picture.width_px as usize, picture.height_px as usize);
        Self::shrunk(picture, coding, Region { left: 0, top: 0, width, height }, 1)
    }

    /// The means of squares of `by` pixels in a region, of which those at the far edges may be cut.
    ///
    /// A square has no more than 256 pixels along each side.
    pub fn shrunk(picture: &Picture, coding: Coding, region: Region, by: usize) -> Self {
        let (width, height) = (region.width.div_ceil(by), region.height.div_ceil(by));
        let channels = if picture.alpha.is_some() { 4 } else { 3 };
        let table = coding.table();
        let mut values = Vec::with_capacity(width * height * channels);
        let mut sums: Vec<u32> = vec![0; width * channels];
        for top in (0..region.height).step_by(by) {
            let rows = by.min(region.height - top);
            sums.fill(0);
            for y in region.top + top..region.top + top + rows {
                let rgb = row(&picture.rgb, picture.width_px, y, &region, 3);
                match &picture.alpha {
                    None => add_row(&mut sums, table, rgb, by),
                    Some(alpha) => {
                        add_row_of_alpha(
                            &mut sums,
                            table,
                            rgb,
                            row(alpha, picture.width_px, y, &region, 1),
                            by,
                        );
                    }
                }
            }
            if by == 1 {
                values.extend(sums.iter().map(|&sum| sum as u16));
                continue;
            }
            let (full, cut) = sums.split_at(region.width / by * channels);
            let mean = Mean::new((by * rows) as u32);
            values.extend(full.iter().map(|&sum| mean.of(sum)));
            let mean = Mean::new((region.width % by * rows).max(1) as u32);
            values.extend(cut.iter().map(|&sum| mean.of(sum)));
        }
        Self { coding, width, height, channels, values }
    }

    /// Back to sRGB, each value to the nearest byte.
    pub fn to_picture(&self) -> Picture {
        let bytes = Bytes::new();
        match self.coding {
            Coding::Light => self.encoded(|value, _, _| bytes.of_step(value)),
            Coding::Numbers => self.encoded(|value, _, _| byte_of_number(value)),
        }
    }

    /// Light back to sRGB with noise instead of bands, for soft pictures.
    pub fn to_dithered_picture(&self) -> Picture {
        self.encoded(|value, x, y| (from_linear(f32::from(value) / 65_535.0) + noise(x, y)) as u8)
    }

    fn encoded(&self, byte: impl Fn(u16, usize, usize) -> u8) -> Picture {
        let count = self.width * self.height;
        let mut rgb = Vec::with_capacity(count * 3);
        let mut alpha = Vec::with_capacity(if self.channels == 4 { count } else { 0 });
        for (y, row) in self.values.chunks_exact(self.width * self.channels).enumerate() {
            if self.channels == 3 {
                for (x, pixel) in row.as_chunks::<3>().0.iter().enumerate() {
                    rgb.extend(pixel.map(|value| byte(value, x, y)));
                }
                continue;
            }
            for (x, &[red, green, blue, opacity]) in row.as_chunks::<4>().0.iter().enumerate() {
                rgb.extend([red, green, blue].map(|value| byte(straight(value, opacity), x, y)));
                alpha.push(byte_of_number(opacity));
            }
        }
        let alpha = (self.channels == 4).then_some(alpha);
        Picture { width_px: self.width as u32, height_px: self.height as u32, rgb, alpha }
    }
}

/// Divides sums by a count, by way of multiplying, which is many times as fast.
#[derive(Clone, Copy, Debug)]
pub struct Mean {
    half: u32,
    inverse: u64,
}

impl Mean {
    pub fn new(count: u32) -> Self {
        Self { half: count / 2, inverse: (1 << 40) / u64::from(count) + 1 }
    }

    /// To the nearest, for sums of samples of sixteen bits.
    pub fn of(self, sum: u32) -> u16 {
        ((u64::from(sum + self.half) * self.inverse) >> 40) as u16
    }
}

/// A value without the alpha that it was multiplied by.
fn straight(value: u16, opacity: u16) -> u16 {
    let straight = (u32::from(value) * 65_535 + u32::from(opacity) / 2).checked_div(u32::from(opacity));
    u16::try_from(straight.unwrap_or_default()).unwrap_or(u16::MAX)
}

fn row<'a>(bytes: &'a [u8], width_px: u32, y: usize, region: &Region, channels: usize) -> &'a [u8] {
    let start = (y * width_px as usize + region.left) * channels;
    bytes.get(start..start + region.width * channels).unwrap_or_default()
}

fn add_row(sums: &mut [u32], table: &[u16; 256], rgb: &[u8], by: usize) {
    let step = |byte: u8| table.get(usize::from(byte)).copied().map_or(0, u32::from);
    for (sum, square) in sums.as_chunks_mut::<3>().0.iter_mut().zip(rgb.as_chunks::<3>().0.chunks(by)) {
        for &[red, green, blue] in square {
            sum[0] += step(red);
            sum[1] += step(green);
            sum[2] += step(blue);
        }
    }
}

fn add_row_of_alpha(sums: &mut [u32], table: &[u16; 256], rgb: &[u8], alpha: &[u8], by: usize) {
    let squares = rgb.as_chunks::<3>().0.chunks(by).zip(alpha.chunks(by));
    for (sum, (square, opacities)) in sums.as_chunks_mut::<4>().0.iter_mut().zip(squares) {
        for (&pixel, &opacity) in square.iter().zip(opacities) {
            let opacity = u32::from(opacity);
            for (sum, byte) in sum.iter_mut().zip(pixel) {
                let step = table.get(usize::from(byte)).copied().map_or(0, u32::from);
                *sum += (step * opacity + 127) / 255;
            }
            sum[3] += opacity * 257;
        }
    }
}
