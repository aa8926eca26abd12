//! Lays a picture onto one colour.

#[cfg(test)]
mod tests;

use super::color::to_linear;
use super::space::Bytes;
use crate::scene::Picture;

/// The picture with `behind` where it lets something through, mixed in linear light.
pub fn flattened(picture: &Picture, behind: [u8; 3]) -> Picture {
    let Some(alpha) = &picture.alpha else { return picture.clone() };
    let bytes = Bytes::new();
    let ground = behind.map(to_linear);
    let mut rgb = Vec::with_capacity(picture.rgb.len());
    for (&pixel, &alpha) in picture.rgb.as_chunks::<3>().0.iter().zip(alpha) {
        match alpha {
            0 => rgb.extend(behind),
            u8::MAX => rgb.extend(pixel),
            alpha => {
                let share = f32::from(alpha) / 255.0;
                for (above, below) in pixel.into_iter().zip(ground) {
                    rgb.push(bytes.of_light(below + (to_linear(above) - below) * share));
                }
            }
        }
    }
    Picture { rgb, alpha: None, ..*picture }
}
