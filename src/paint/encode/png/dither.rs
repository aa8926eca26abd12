//! Hands what a pixel loses to its neighbours (Floyd and Steinberg, 1976), so that no bands are seen.

use super::colors::Colors;
use super::lab::{self, Lab};
use super::palette::nearest;

/// Of the loss, so that a colour that the palette lacks does not grow into a pattern.
const HANDED_ON: f32 = 0.875;
/// The nearest colour is looked for once for each kind of this many bits a channel, four bytes wide.
const BITS: u32 = 6;

/// For each pixel the number of its colour.
pub fn places(rgb: &[u8], width: usize, colors: &Colors) -> Vec<u8> {
    let labs: Vec<Lab> = colors.all().iter().map(|&color| lab::of(color)).collect();
    let mut known: Vec<Option<u8>> = vec![None; 1 << (3 * BITS)];
    let mut places = Vec::with_capacity(rgb.len() / 3);
    // One pixel more on either side takes what falls off the edge.
    let mut losses = vec![[0.0_f32; 3]; width + 2];
    for row in rgb.as_chunks::<3>().0.chunks(width) {
        let mut below = vec![[0.0; 3]; width + 2];
        let mut right = [0.0; 3];
        for (column, pixel) in row.iter().enumerate() {
            let handed = losses.get(column + 1).copied().unwrap_or_default();
            let wanted = sum(sum(pixel.map(f32::from), handed), right).map(|value| value.clamp(0.0, 255.0));
            let place = cached(&mut known, &labs, wanted.map(|value| (value + 0.5) as u8));
            places.push(place);
            let taken = colors.all().get(usize::from(place)).copied().unwrap_or_default().map(f32::from);
            let loss = sum(wanted, taken.map(|value| -value)).map(|value| value * HANDED_ON / 16.0);
            right = loss.map(|value| value * 7.0);
            for (at, share) in [(column, 3.0), (column + 1, 5.0), (column + 2, 1.0)] {
                if let Some(into) = below.get_mut(at) {
                    *into = sum(*into, loss.map(|value| value * share));
                }
            }
        }
        losses = below;
    }
    places
}

fn sum([a, b, c]: [f32; 3], [x, y, z]: [f32; 3]) -> [f32; 3] {
    [a + x, b + y, c + z]
}

fn cached(known: &mut [Option<u8>], labs: &[Lab], color: [u8; 3]) -> u8 {
    let drop = 8 - BITS;
    let kind = color.iter().fold(0, |kind, &byte| kind << BITS | usize::from(byte >> drop));
    let Some(place) = known.get_mut(kind) else { return 0 };
    *place.get_or_insert_with(|| nearest(labs, lab::of(color)) as u8)
}
