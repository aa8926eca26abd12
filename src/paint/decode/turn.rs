//! Turns pictures upright.

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
const BLOCK: usize = 64;

fn turned<T: Copy + Default>(pixels: &[T], width: usize, height: usize, orientation: Orientation) -> Vec<T> {
    let mut out = vec![T::default(); pixels.len()];
    let new_width = if swaps(orientation) { height } else { width };
    for top in (0..height).step_by(BLOCK) {
        for left in (0..width).step_by(BLOCK) {
            for y in top..(top + BLOCK).min(height) {
                for x in left..(left + BLOCK).min(width) {
                    let (right, below) = (width - 1 - x, height - 1 - y);
                    let (new_x, new_y) = match orientation {
                        Orientation::NoTransforms => (x, y),
                        Orientation::FlipHorizontal => (right, y),
                        Orientation::Rotate180 => (right, below),
                        Orientation::FlipVertical => (x, below),
                        Orientation::Rotate90FlipH => (y, x),
                        Orientation::Rotate90 => (below, x),
                        Orientation::Rotate270FlipH => (below, right),
                        Orientation::Rotate270 => (y, right),
                    };
                    if let (Some(to), Some(from)) =
                        (out.get_mut(new_y * new_width + new_x), pixels.get(y * width + x))
                    {
                        *to = *from;
                    }
                }
            }
        }
    }
    out
}
