//! Whatever bytes a JPEG has, our decoder does not panic, and shows what `image` shows.
//!
//! Ours gives a half, a quarter or an eighth of the size, made of each block's low frequencies; the other gives all pixels. Both have the
//! same mean over a block, so the mean brightness of squares of sixteen pixels is compared, which are whole blocks in every sampling. Colour is
//! interpolated over their edges, further where fewer pixels are left: only its mean over all squares is compared.
#![no_main]

use image::codecs::jpeg::JpegDecoder;
use image::{DynamicImage, RgbImage};
use libfuzzer_sys::fuzz_target;
use std::io::Cursor;
use std::panic;
use syndicard::paint::{self, SvgFonts};

/// Larger ones say nothing more and take long.
const LIMIT_SIDE: u32 = 256;
const SQUARE: u32 = 16;
/// In levels of 255: rounding, and what interpolated colour brings over the edge of what is compared.
const LIMIT_MEAN: f64 = 4.0;
/// Where more of the pixels than this are cut off at black or white, means differ with good reason: ours are cut off after they are taken.
const LIMIT_CLIPPED: f64 = 0.01;

fuzz_target!(|bytes: &[u8]| {
    // A file that says its size wrongly large would only test the allocator.
    let Some((width, height)) = size(bytes) else { return };
    let ours = [2, 4, 8].map(|by| (by, ours(bytes, (width / by, height / by), (width, height))));
    if ours.iter().all(|(_, ours)| ours.is_none()) {
        return;
    }
    let Some(whole) = theirs(bytes).filter(has_room) else { return };
    for (by, ours) in ours.iter().filter_map(|(by, ours)| Some((by, ours.as_ref()?))) {
        let error = difference(ours, &whole);
        assert!(error <= LIMIT_MEAN, "at 1/{by} the means differ by {error:.2}");
    }
});

fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let facts = paint::facts(bytes).filter(|facts| facts.media_type == "image/jpeg")?;
    let sides = 1..=LIMIT_SIDE;
    (sides.contains(&facts.width_px) && sides.contains(&facts.height_px))
        .then_some((facts.width_px, facts.height_px))
}

/// What `image` makes of pictures that are grey or in the usual colours; nothing where it panics, which it does on some damaged files.
fn theirs(bytes: &[u8]) -> Option<RgbImage> {
    let aborting = panic::take_hook();
    panic::set_hook(Box::new(|_| ()));
    let decoded = panic::catch_unwind(|| {
        let decoder = JpegDecoder::new(Cursor::new(bytes)).ok()?;
        DynamicImage::from_decoder(decoder).ok().map(DynamicImage::into_rgb8)
    });
    panic::set_hook(aborting);
    decoded.ok().flatten()
}

/// What we make of it at a part of its size; nothing where we refuse it, or where a library decoded it, at its whole size.
///
/// Files that say more about their colours are left out: the other decoder does not listen.
fn ours(bytes: &[u8], wanted: (u32, u32), whole: (u32, u32)) -> Option<RgbImage> {
    if [&b"ICC_PROFILE"[..], b"Exif", b"Adobe"].iter().any(|words| holds(bytes, words)) || names_rgb(bytes) {
        return None;
    }
    let picture = paint::cover(bytes, wanted, &SvgFonts::default()).ok()?.picture;
    let is_whole = (picture.width_px, picture.height_px) == whole;
    RgbImage::from_raw(picture.width_px, picture.height_px, picture.rgb).filter(|_| !is_whole)
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

/// Whether components are called R, G and B, which means that they are no brightness and colours.
fn names_rgb(bytes: &[u8]) -> bool {
    bytes.windows(7).any(|window| matches!(window, [b'R', _, _, b'G', _, _, b'B']))
}

/// Whether hardly anything is cut off at black or white.
fn has_room(picture: &RgbImage) -> bool {
    let clipped = picture.as_raw().iter().filter(|&&level| level == 0 || level == 255).count();
    clipped as f64 <= LIMIT_CLIPPED * picture.as_raw().len() as f64
}

/// How far the means over squares are apart, on average; of whole squares only.
/// The mean difference of the squares' brightness, or the difference of all their colour, whichever is greater.
fn difference(ours: &RgbImage, whole: &RgbImage) -> f64 {
    // Turned or of another shape is not what is compared here.
    let reduced = |by: u32| (whole.width().div_ceil(by), whole.height().div_ceil(by));
    let by = [2, 4, 8].into_iter().find(|&by| ours.dimensions() == reduced(by));
    let by = by.unwrap_or_else(|| panic!("{:?} is no part of {:?}", ours.dimensions(), whole.dimensions()));
    let (columns, rows) = (whole.width() / SQUARE, whole.height() / SQUARE);
    let squares = (0..rows).flat_map(|row| (0..columns).map(move |column| (column, row)));
    let mut brightness = 0.0;
    let mut colors = [0.0; 3];
    let mut count = 0.0_f64;
    for (column, row) in squares {
        let [one, other] = [(ours, SQUARE / by), (whole, SQUARE)]
            .map(|(picture, side)| mean(picture, column * side, row * side, side));
        let differences = [one[0] - other[0], one[1] - other[1], one[2] - other[2]];
        colors.iter_mut().zip(differences).for_each(|(sum, difference)| *sum += difference);
        let [red, green, blue] = differences;
        brightness += (0.299 * red + 0.587 * green + 0.114 * blue).abs();
        count += 1.0;
    }
    let color = colors.map(f64::abs).into_iter().fold(0.0, f64::max);
    brightness.max(color) / count.max(1.0)
}

fn mean(picture: &RgbImage, left: u32, top: u32, side: u32) -> [f64; 3] {
    let mut sums = [0.0; 3];
    for (x, y) in (0..side).flat_map(|y| (0..side).map(move |x| (left + x, top + y))) {
        sums.iter_mut().zip(picture.get_pixel(x, y).0).for_each(|(sum, level)| *sum += f64::from(level));
    }
    sums.map(|sum| sum / f64::from(side * side))
}
