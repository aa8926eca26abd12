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
    pub fn halved(self) -> Self {
        let [luma, blue, red] = self.all;
        Self { width: self.width, all: [luma, half(&blue, self.width), half(&red, self.width)] }
    }
}

/// Rec. 601 in the full range (JFIF 1.02), in steps of 1/4096: three sums in one number, each in 21 bits of its own.
///
/// None leaves its bits, as each difference has 128 added to it; so three multiplications do for nine.
#[inline(always)]
fn ycbcr([red, green, blue]: [u8; 3]) -> [u8; 3] {
    const RED: i64 = packed(1225, -691, 2048);
    const GREEN: i64 = packed(2404, -1357, -1715);
    const BLUE: i64 = packed(467, 2048, -333);
    // A half is added to round, but a hair less to a difference, so that it stays below 256.
    const ADDED: i64 = packed(2048, 128 * 4096 + 2047, 128 * 4096 + 2047);
    let sums = RED * i64::from(red) + GREEN * i64::from(green) + BLUE * i64::from(blue) + ADDED;
    [(sums >> 12) as u8, (sums >> 33) as u8, (sums >> 54) as u8]
}

const fn packed(luma: i64, blue: i64, red: i64) -> i64 {
    luma + (blue << 21) + (red << 42)
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

#[inline(always)]
fn lost_of(quad: [u32; 4]) -> u32 {
    let [a, b, c, d] = quad;
    let (sum, squares) = (a + b + c + d, a * a + b * b + c * c + d * d);
    squares - sum * sum / 4
}

fn half(plane: &[u8], width: usize) -> Vec<u8> {
    let mut halved = Vec::with_capacity(plane.len() / 4);
    for pair in plane.chunks_exact(width * 2) {
        let (upper, lower) = pair.split_at(width);
        // Rounding up and down in turn, so that the plane as a whole gets no brighter.
        let halves = quads(upper, lower).zip([1, 2].into_iter().cycle());
        halved.extend(halves.map(|([a, b, c, d], half)| ((a + b + c + d + half) / 4) as u8));
    }
    halved
}

#[inline(always)]
fn quads<'a>(upper: &'a [u8], lower: &'a [u8]) -> impl Iterator<Item = [u32; 4]> + 'a {
    let pairs = upper.as_chunks::<2>().0.iter().zip(lower.as_chunks::<2>().0);
    pairs.map(|(&[a, b], &[c, d])| [u32::from(a), u32::from(b), u32::from(c), u32::from(d)])
}
