//! Blurs pictures.

use super::light::Light;
use crate::scene::Picture;

/// The picture blurred in linear light, by three means of moving windows, which come near to a Gaussian curve.
///
/// Beyond its edges the picture goes on as it ends. The result is dithered.
pub fn blurred(picture: &Picture, sigma_px: f32) -> Picture {
    let mut light = Light::of(picture);
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
    if low % 2 == 0 {
        low = low.saturating_sub(1);
    }
    let length = low as f32;
    let count = (12.0 * sigma * sigma - 3.0 * length * length - 12.0 * length - 9.0) / (-4.0 * length - 4.0);
    let count = (count + 0.5).max(0.0) as usize;
    let radius = low / 2;
    [0, 1, 2].map(|index| if index < count { radius } else { radius + 1 })
}

/// Divides by a number of samples, rounding to the nearest.
fn mean(sum: u32, length: u32) -> u16 {
    ((sum + length / 2) / length) as u16
}

fn along_rows(light: &mut Light, radius: usize) {
    let channels = light.channels;
    let mut line: Vec<u16> = Vec::new();
    for row in light.values.chunks_exact_mut(light.width * channels) {
        line.clear();
        line.extend_from_slice(row);
        for channel in 0..channels {
            let at = |index: usize| line.get(index * channels + channel).copied().map_or(0, u32::from);
            let last = light.width - 1;
            let mut sum: u32 = (radius as u32 + 1) * at(0);
            sum += (1..=radius).map(|index| at(index.min(last))).sum::<u32>();
            for (index, pixel) in row.chunks_exact_mut(channels).enumerate() {
                if let Some(value) = pixel.get_mut(channel) {
                    *value = mean(sum, 2 * radius as u32 + 1);
                }
                sum += at((index + radius + 1).min(last));
                sum -= at(index.saturating_sub(radius));
            }
        }
    }
}

fn along_columns(light: &mut Light, radius: usize) {
    let row_length = light.width * light.channels;
    let source = light.values.clone();
    let row = |index: usize| {
        let index = index.min(light.height - 1);
        source.get(index * row_length..(index + 1) * row_length).unwrap_or_default()
    };
    let mut sums: Vec<u32> = row(0).iter().map(|&value| (radius as u32 + 1) * u32::from(value)).collect();
    for index in 1..=radius {
        sums.iter_mut().zip(row(index)).for_each(|(sum, &value)| *sum += u32::from(value));
    }
    for (index, out) in light.values.chunks_exact_mut(row_length).enumerate() {
        let (next, last) = (row(index + radius + 1), row(index.saturating_sub(radius)));
        for (((value, sum), &next), &last) in out.iter_mut().zip(&mut sums).zip(next).zip(last) {
            *value = mean(*sum, 2 * radius as u32 + 1);
            *sum = *sum + u32::from(next) - u32::from(last);
        }
    }
}
