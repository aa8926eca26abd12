//! Turns pictures upright.

use crate::paint::photo::{Plane, Planes};
use crate::scene::Picture;
use image::metadata::Orientation;

/// Whether width and height change places.
pub fn swaps(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}

/// The orientation of an Exif block, which some write with the name that JPEG puts before it.
pub fn of_exif(block: &[u8]) -> Option<Orientation> {
    Orientation::from_exif_chunk(block.strip_prefix(b"Exif\0\0").unwrap_or(block))
}

/// The picture as it is to be seen.
pub fn upright(picture: Picture, orientation: Orientation) -> Picture {
    if orientation == Orientation::NoTransforms {
        return picture;
    }
    let (width, height) = (picture.width_px as usize, picture.height_px as usize);
    let rgb = turned(picture.rgb.as_chunks::<3>().0, width, height, orientation);
    let alpha = picture.alpha.map(|alpha| turned(&alpha, width, height, orientation));
    let (width_px, height_px) = if swaps(orientation) {
        (picture.height_px, picture.width_px)
    } else {
        (picture.width_px, picture.height_px)
    };
    Picture { width_px, height_px, rgb: rgb.into_flattened(), alpha }
}

/// Planes as they are to be seen; they come back as they were where samples of chroma, which stand for several pixels, would
/// get between those.
pub fn upright_planes(planes: Planes, orientation: Orientation) -> Result<Planes, Planes> {
    if orientation == Orientation::NoTransforms {
        return Ok(planes);
    }
    let (across, down) = planes.sampling;
    if !planes.luma.width.is_multiple_of(across) || !planes.luma.height.is_multiple_of(down) {
        return Err(planes);
    }
    let upright = |plane: Plane| {
        let (width, height) = (plane.width, plane.height);
        let samples: Vec<u8> = plane.rows().flatten().copied().collect();
        let samples = turned(&samples, width, height, orientation);
        let (width, height) = if swaps(orientation) { (height, width) } else { (width, height) };
        Plane { width, height, stride: width, samples }
    };
    let sampling = if swaps(orientation) { (down, across) } else { (across, down) };
    let chroma = planes.chroma.map(|chroma| chroma.map(upright));
    Ok(Planes { luma: upright(planes.luma), chroma, sampling })
}

/// A part of a picture that lies inside of it.
pub fn cut(picture: &Picture, left: u32, top: u32, width: u32, height: u32) -> Picture {
    let part = |bytes: &[u8], channels: usize| -> Vec<u8> {
        let row_bytes = picture.width_px as usize * channels;
        let (start, end) = (left as usize * channels, (left + width) as usize * channels);
        let rows = bytes.chunks_exact(row_bytes.max(1)).skip(top as usize).take(height as usize);
        rows.flat_map(|row| row.get(start..end).unwrap_or_default()).copied().collect()
    };
    Picture {
        width_px: width,
        height_px: height,
        rgb: part(&picture.rgb, 3),
        alpha: picture.alpha.as_deref().map(|alpha| part(alpha, 1)),
    }
}

/// Rows and columns in blocks, so that a turned row does not fetch a line of memory for every pixel.
const BLOCK: usize = 32;

fn turned<T: Copy + Default>(pixels: &[T], width: usize, height: usize, orientation: Orientation) -> Vec<T> {
    let mut out = vec![T::default(); pixels.len()];
    let (new_width, new_height) = if swaps(orientation) { (height, width) } else { (width, height) };
    let (right, below) = (width.saturating_sub(1), height.saturating_sub(1));
    // Where the first pixel of the new picture comes from, and how far the next ones lie across and down.
    let wide = width as isize;
    let (start, across, down) = match orientation {
        Orientation::NoTransforms => (0, 1, wide),
        Orientation::FlipHorizontal => (right, -1, wide),
        Orientation::Rotate180 => (below * width + right, -1, -wide),
        Orientation::FlipVertical => (below * width, 1, -wide),
        Orientation::Rotate90FlipH => (0, wide, 1),
        Orientation::Rotate90 => (below * width, -wide, 1),
        Orientation::Rotate270FlipH => (below * width + right, -wide, -1),
        Orientation::Rotate270 => (right, wide, -1),
    };
    for top in (0..new_height).step_by(BLOCK) {
        for left in (0..new_width).step_by(BLOCK) {
            let count = BLOCK.min(new_width - left);
            for y in top..(top + BLOCK).min(new_height) {
                let first = y * new_width + left;
                let row = out.get_mut(first..first + count).unwrap_or_default();
                let mut from = start.wrapping_add_signed(y as isize * down + left as isize * across);
                for pixel in row {
                    *pixel = pixels.get(from).copied().unwrap_or_default();
                    from = from.wrapping_add_signed(across);
                }
            }
        }
    }
    out
}
