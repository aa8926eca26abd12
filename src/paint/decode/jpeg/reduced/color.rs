//! From planes of brightness and colour to the pixels of a picture (JFIF 1.02, which takes ITU-R BT.601 in full range).

use super::scan::Plane;
use super::segments::File;
use super::{Reduced, Side};

/// Cuts the planes to the picture and mixes them.
pub fn picture(file: &File<'_>, side: Side, planes: Vec<Plane>) -> Option<Reduced> {
    let width = (file.width_px * side.pixels()).div_ceil(8);
    let height = (file.height_px * side.pixels()).div_ceil(8);
    let mut planes = planes.into_iter();
    let grey = planes.next()?;
    let lines = |plane: &Plane| plane.stride;
    let samples: Vec<u8> = match (planes.next(), planes.next()) {
        (Some(blue), Some(red)) => {
            let mut samples = Vec::with_capacity(width * height * 3);
            let rows = grey.samples.chunks_exact(lines(&grey)).take(height);
            let colors = blue.samples.chunks_exact(lines(&blue)).zip(red.samples.chunks_exact(lines(&red)));
            for (grey, (blue, red)) in rows.zip(colors) {
                let pixels = grey.iter().zip(blue.iter().zip(red)).take(width);
                samples.extend(pixels.flat_map(|(&grey, (&blue, &red))| rgb(grey, blue, red)));
            }
            samples
        }
        _ => grey
            .samples
            .chunks_exact(lines(&grey))
            .take(height)
            .flat_map(|row| row.iter().take(width))
            .copied()
            .collect(),
    };
    let is_grey = file.components.len() == 1;
    Some(Reduced {
        width_px: u32::try_from(width).ok()?,
        height_px: u32::try_from(height).ok()?,
        is_grey,
        samples,
    })
}

/// In fixed point of 16 bits.
#[inline(always)]
fn rgb(grey: u8, blue: u8, red: u8) -> [u8; 3] {
    let (grey, blue, red) = (i32::from(grey) * 65_536 + 32_768, i32::from(blue) - 128, i32::from(red) - 128);
    let channels = [grey + 91_881 * red, grey - 22_554 * blue - 46_802 * red, grey + 116_130 * blue];
    channels.map(|channel| (channel >> 16).clamp(0, 255) as u8)
}
