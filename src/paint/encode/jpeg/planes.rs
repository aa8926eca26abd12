//! The three planes of JFIF: luma, and blue and red against it.

use crate::scene::Picture;

/// Sides are filled up to whole blocks of 4:2:0 with the last pixel of each row and column.
const BLOCK_PX: usize = 16;

/// The mean square, over both chroma planes, of what 4:2:0 takes from a block, from which on it is seen.
///
/// It was found with 28 cards. White text over photos and over our own backdrops loses up to 46 and differs by less than 0.025 in
/// OKLab, which nobody sees; coloured words and lines lose from 73 (over a photo) to 1,074 and differ by 0.03 to 0.15.
const SEEN: u32 = 64;

/// Planes of one size, in rows from the top.
pub struct Planes {
    /// A multiple of 16.
    pub width: usize,
    /// Y, Cb and Cr.
    pub all: [Vec<u8>; 3],
}

impl Planes {
    pub fn of(picture: &Picture) -> Self {
        let (width, height) = (picture.width_px as usize, picture.height_px as usize);
        let (full_width, full_height) = (width.next_multiple_of(BLOCK_PX), height.next_multiple_of(BLOCK_PX));
        let mut all: [Vec<u8>; 3] = std::array::from_fn(|_| vec![0; full_width * full_height]);
        let [luma, blue, red] = &mut all;
        let rows = luma.chunks_exact_mut(full_width).zip(blue.chunks_exact_mut(full_width));
        let rows = rows.zip(red.chunks_exact_mut(full_width));
        for (((luma, blue), red), row) in rows.zip(picture.rgb.chunks_exact(width * 3)) {
            let places = luma.iter_mut().zip(blue.iter_mut()).zip(red.iter_mut());
            for (((y, cb), cr), &rgb) in places.zip(row.as_chunks::<3>().0) {
                [*y, *cb, *cr] = ycbcr(rgb);
            }
            for plane in [luma, blue, red] {
                let last = plane.get(width - 1).copied().unwrap_or_default();
                plane.iter_mut().skip(width).for_each(|value| *value = last);
            }
        }
        for plane in &mut all {
            for row in height..full_height {
                plane.copy_within((row - 1) * full_width..row * full_width, row * full_width);
            }
        }
        Self { width: full_width, all }
    }

    /// Whether 4:2:0 would be seen to smear colour in the hundredth of the picture where it loses most.
    ///
    /// A mean over the picture would not do: coloured words are a small part of it.
    pub fn needs_full_chroma(&self) -> bool {
        let [_, blue, red] = &self.all;
        let rows = |plane: &[u8]| losses(plane, self.width);
        let mut lost: Vec<u32> = rows(blue).into_iter().zip(rows(red)).map(|(a, b)| a + b).collect();
        let rank = lost.len() * 99 / 100;
        let (_, &mut strong, _) = lost.select_nth_unstable(rank);
        strong > SEEN * (BLOCK_PX * BLOCK_PX) as u32
    }

    /// The same planes with the chroma of each two by two pixels averaged.
    pub fn halved(&self) -> Self {
        let [luma, blue, red] = &self.all;
        Self { width: self.width, all: [luma.clone(), half(blue, self.width), half(red, self.width)] }
    }
}

/// Rec. 601 in the full range (JFIF 1.02), in steps of 1/65536.
fn ycbcr([red, green, blue]: [u8; 3]) -> [u8; 3] {
    let (red, green, blue) = (i32::from(red), i32::from(green), i32::from(blue));
    let rounded = |sum: i32| (sum + (1 << 15)) >> 16;
    // The coefficients of each difference have the sum zero, so that it stays below 128 but for its rounding.
    let chroma = |sum: i32| (rounded(sum) + 128).min(255) as u8;
    [
        rounded(19_595 * red + 38_470 * green + 7_471 * blue) as u8,
        chroma(-11_059 * red - 21_709 * green + 32_768 * blue),
        chroma(32_768 * red - 27_439 * green - 5_329 * blue),
    ]
}

/// For each block, the sum of the squares of what is lost when two by two values become their mean.
fn losses(plane: &[u8], width: usize) -> Vec<u32> {
    let mut lost = Vec::with_capacity(plane.len() / (BLOCK_PX * BLOCK_PX));
    for band in plane.chunks_exact(width * BLOCK_PX) {
        let mut sums = vec![0_u32; width / BLOCK_PX];
        for pair in band.chunks_exact(width * 2) {
            let (upper, lower) = pair.split_at(width);
            let blocks = upper.as_chunks::<BLOCK_PX>().0.iter().zip(lower.as_chunks::<BLOCK_PX>().0);
            for (sum, (upper, lower)) in sums.iter_mut().zip(blocks) {
                *sum += quads(upper, lower).map(lost_of).sum::<u32>();
            }
        }
        lost.extend(sums);
    }
    lost
}

fn lost_of(quad: [u32; 4]) -> u32 {
    let sum: u32 = quad.iter().sum();
    let squares: u32 = quad.iter().map(|value| value * value).sum();
    squares - sum * sum / 4
}

fn half(plane: &[u8], width: usize) -> Vec<u8> {
    let mut halved = Vec::with_capacity(plane.len() / 4);
    for pair in plane.chunks_exact(width * 2) {
        let (upper, lower) = pair.split_at(width);
        // Rounding up and down in turn, so that the plane as a whole gets no brighter.
        let halves = quads(upper, lower).zip([1, 2].into_iter().cycle());
        halved.extend(halves.map(|(quad, half)| ((quad.iter().sum::<u32>() + half) / 4) as u8));
    }
    halved
}

fn quads<'a>(upper: &'a [u8], lower: &'a [u8]) -> impl Iterator<Item = [u32; 4]> + 'a {
    let pairs = upper.as_chunks::<2>().0.iter().zip(lower.as_chunks::<2>().0);
    pairs.map(|(&[a, b], &[c, d])| [a, b, c, d].map(u32::from))
}
