//! Blurs pictures.

#[cfg(test)]
mod tests;

use super::steps::{Coding, Mean, Steps};
use crate::scene::Picture;

/// The picture blurred in linear light, by three means of moving windows, which come near to a Gaussian curve.
///
/// Beyond its edges the picture goes on as it ends. The result is dithered.
pub fn blurred(picture: &Picture, sigma_px: f32) -> Picture {
    if picture.rgb.is_empty() {
        return picture.clone();
    }
    let mut light = Steps::of(picture, Coding::Light);
    for radius in radii(sigma_px) {
        if radius > 0 {
            along_rows(&mut light, radius);
            along_columns(&mut light, radius);
        }
    }
    light.to_dithered_picture()
}

/// Half the windows' lengths, so that their variances sum up to that of the Gaussian curve.
fn radii(sigma_px: f32) -> [usize; 3] {
    let sigma = if sigma_px.is_finite() { sigma_px.clamp(0.0, 400.0) } else { 0.0 };
    let ideal = (4.0 * sigma * sigma + 1.0).sqrt();
    // An odd length, and how many of the three windows take it rather than the next.
    let mut low = ideal as usize;
    if low.is_multiple_of(2) {
        low = low.saturating_sub(1);
    }
    let length = low as f32;
    let count = (12.0 * sigma * sigma - 3.0 * length * length - 12.0 * length - 9.0) / (-4.0 * length - 4.0);
    let count = (count + 0.5).max(0.0) as usize;
    let radius = low / 2;
    [0, 1, 2].map(|index| if index < count { radius } else { radius + 1 })
}

fn along_rows(light: &mut Steps, radius: usize) {
    for row in light.values.chunks_exact_mut(light.width * light.channels) {
        if light.channels == 4 {
            along_row(row.as_chunks_mut::<4>().0, radius);
        } else {
            along_row(row.as_chunks_mut::<3>().0, radius);
        }
    }
}

fn along_row<const N: usize>(row: &mut [[u16; N]], radius: usize) {
    let line = row.to_vec();
    let last = line.len() - 1;
    let at = |index: usize| line.get(index.min(last)).copied().unwrap_or([0; N]).map(u32::from);
    let mean = Mean::new(2 * radius as u32 + 1);
    let mut sums = at(0).map(|value| value * (radius as u32 + 1));
    for index in 1..=radius {
        sums.iter_mut().zip(at(index)).for_each(|(sum, value)| *sum += value);
    }
    for (index, pixel) in row.iter_mut().enumerate() {
        *pixel = sums.map(|sum| mean.of(sum));
        let (next, gone) = (at(index + radius + 1), at(index.saturating_sub(radius)));
        for ((sum, next), gone) in sums.iter_mut().zip(next).zip(gone) {
            *sum = *sum + next - gone;
        }
    }
}

fn along_columns(light: &mut Steps, radius: usize) {
    let row_length = light.width * light.channels;
    let source = light.values.clone();
    let row = |index: usize| {
        let index = index.min(light.height - 1);
        source.get(index * row_length..(index + 1) * row_length).unwrap_or_default()
    };
    let mean = Mean::new(2 * radius as u32 + 1);
    let mut sums: Vec<u32> = row(0).iter().map(|&value| (radius as u32 + 1) * u32::from(value)).collect();
    for index in 1..=radius {
        sums.iter_mut().zip(row(index)).for_each(|(sum, &value)| *sum += u32::from(value));
    }
    for (index, out) in light.values.chunks_exact_mut(row_length).enumerate() {
        let (next, gone) = (row(index + radius + 1), row(index.saturating_sub(radius)));
        for (((value, sum), &next), &gone) in out.iter_mut().zip(&mut sums).zip(next).zip(gone) {
            *value = mean.of(*sum);
            *sum = *sum + u32::from(next) - u32::from(gone);
        }
    }
}
