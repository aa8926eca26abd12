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
            let blocks = luma.as_chunks_mut::<BLOCK_PX>().0.iter_mut();
            let blocks = blocks.zip(blue.as_chunks_mut::<BLOCK_PX>().0.iter_mut());
            let blocks = blocks.zip(red.as_chunks_mut::<BLOCK_PX>().0.iter_mut());
            for (((luma, blue), red), pixels) in blocks.zip(row.as_chunks::<3>().0.chunks(BLOCK_PX)) {
                [*luma, *blue, *red] = ycbcr(pixels);
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

/// Rec. 601 in the full range (JFIF 1.02), for up to sixteen pixels at once.
///
/// Numbers of sixteen bits, of which eight are behind the point: processors multiply eight of them at a time and keep the upper half.
#[inline(always)]
fn ycbcr(pixels: &[[u8; 3]]) -> [[u8; BLOCK_PX]; 3] {
    let mut channels = [[0_u16; BLOCK_PX]; 3];
    let [red, green, blue] = &mut channels;
    for (((pixel, red), green), blue) in pixels.iter().zip(red).zip(green).zip(blue) {
        let [r, g, b] = *pixel;
        (*red, *green, *blue) = (u16::from(r) << 8, u16::from(g) << 8, u16::from(b) << 8);
    }
    let mut planes = [[0_u8; BLOCK_PX]; 3];
    let [luma, cb, cr] = &mut planes;
    let [red, green, blue] = channels;
    let places = luma.iter_mut().zip(cb).zip(cr);
    for (((y, cb), cr), ((&r, &g), &b)) in places.zip(red.iter().zip(&green).zip(&blue)) {
        // What the products lose by being cut off is half a part each.
        let light = part(r, 0.299) + part(g, 0.587) + part(b, 0.114);
        *y = ((light + 129) >> 8) as u8;
        // A hair less than a half, so that the strongest blue and red stay below 256.
        let middle = 128 * 256 + 127;
        *cb = ((middle + (b >> 1) - part(r, 0.168_736) - part(g, 0.331_264)) >> 8) as u8;
        *cr = ((middle + (r >> 1) - part(g, 0.418_688) - part(b, 0.081_312)) >> 8) as u8;
    }
    planes
}

/// A share of a number.
#[inline(always)]
fn part(number: u16, share: f64) -> u16 {
    let share = (share * 65_536.0 + 0.5) as u32;
    ((u32::from(number) * share) >> 16) as u16
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
    let mut halved = vec![0; plane.len() / 4];
    let rows = plane.chunks_exact(width * 2).zip(halved.chunks_exact_mut(width / 2));
    for (pair, into) in rows {
        let (upper, lower) = pair.split_at(width);
        let blocks = upper.as_chunks::<BLOCK_PX>().0.iter().zip(lower.as_chunks::<BLOCK_PX>().0);
        for ((upper, lower), into) in blocks.zip(into.as_chunks_mut::<{ BLOCK_PX / 2 }>().0) {
            // Two bytes as one number: the even ones are its lower halves.
            let pairs = |row: &[u8; BLOCK_PX]| -> [u16; BLOCK_PX / 2] {
                let mut pairs = [0; BLOCK_PX / 2];
                for (pair, bytes) in pairs.iter_mut().zip(row.as_chunks::<2>().0) {
                    let both = u16::from_le_bytes(*bytes);
                    *pair = (both & 0xFF) + (both >> 8);
                }
                pairs
            };
            let sums = pairs(upper).into_iter().zip(pairs(lower));
            for ((into, (upper, lower)), half) in into.iter_mut().zip(sums).zip(ROUNDING) {
                *into = ((upper + lower + half) >> 2) as u8;
            }
        }
    }
    halved
}

/// Up and down in turn, so that the plane as a whole gets no brighter.
const ROUNDING: [u16; BLOCK_PX / 2] = [1, 2, 1, 2, 1, 2, 1, 2];

#[inline(always)]
fn quads<'a>(upper: &'a [u8], lower: &'a [u8]) -> impl Iterator<Item = [u32; 4]> + 'a {
    let pairs = upper.as_chunks::<2>().0.iter().zip(lower.as_chunks::<2>().0);
    pairs.map(|(&[a, b], &[c, d])| [u32::from(a), u32::from(b), u32::from(c), u32::from(d)])
}
