//! From samples as a file holds them to an upright picture in sRGB.

use super::{Cover, turn};
use crate::paint::photo::{Photo, Planes};
use crate::paint::space::{self, Number, Space};
use crate::scene::Picture;
use image::metadata::Orientation;

/// What the samples of a pixel are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Model {
    Grey,
    Rgb,
    /// Cyan, magenta, yellow and black; the greatest number is full ink.
    Cmyk,
}

impl Model {
    fn channels(self) -> usize {
        match self {
            Self::Grey => 1,
            Self::Rgb => 3,
            Self::Cmyk => 4,
        }
    }
}

/// Samples of one depth.
#[derive(Clone, Debug)]
pub enum Samples {
    Eight(Vec<u8>),
    Sixteen(Vec<u16>),
    /// Grey, or brightness and colours that are to be mixed to red, green and blue.
    Planes(Planes),
}

/// What a file says about its colours.
#[derive(Clone, Debug)]
pub enum Colors {
    Unsaid,
    /// An ICC profile's bytes.
    Profile(Vec<u8>),
    Space(Space),
}

/// A decoded file, before its colours are sRGB and before it is turned.
#[derive(Clone, Debug)]
pub struct Decoded {
    pub width_px: u32,
    pub height_px: u32,
    pub model: Model,
    pub samples: Samples,
    /// Straight, one byte for each pixel.
    pub alpha: Option<Vec<u8>>,
    pub colors: Colors,
    pub orientation: Orientation,
    pub notices: Vec<String>,
}

/// Gives the picture its colours and turns it.
pub fn finish(decoded: Decoded) -> Cover {
    let (photo, notices) = photo(decoded);
    Cover { picture: photo.into_picture(), notices }
}

/// The same; planes that are sRGB's stay planes.
pub fn photo(decoded: Decoded) -> (Photo, Vec<String>) {
    let Decoded { width_px, height_px, model, samples, alpha, colors, orientation, mut notices } = decoded;
    let space = space(model, colors, &mut notices);
    let is_srgb = matches!(space, Some(Space::Srgb));
    let rgb = match samples {
        Samples::Planes(planes) if is_srgb => {
            let photo = match turn::upright_planes(planes, orientation) {
                Ok(planes) => Photo::Planes(planes),
                Err(planes) => Photo::Pixels(turn::upright(planes.to_picture(), orientation)),
            };
            return (photo, notices);
        }
        Samples::Planes(planes) if model == Model::Grey => {
            colored(model, space.as_ref(), &planes.luma.rows().flatten().copied().collect::<Vec<u8>>())
        }
        Samples::Planes(planes) => colored(model, space.as_ref(), &planes.to_picture().rgb),
        Samples::Eight(values) if model == Model::Rgb && is_srgb => values,
        Samples::Eight(values) => colored(model, space.as_ref(), &values),
        Samples::Sixteen(values) => colored(model, space.as_ref(), &values),
    };
    let alpha = alpha.filter(|alpha| alpha.iter().any(|&value| value != u8::MAX));
    let picture = turn::upright(Picture { width_px, height_px, rgb, alpha }, orientation);
    (Photo::Pixels(picture), notices)
}

/// The space of the samples; nothing for inks of which nothing is said.
fn space(model: Model, colors: Colors, notices: &mut Vec<String>) -> Option<Space> {
    let unsaid = match model {
        Model::Grey | Model::Rgb => Some(Space::Srgb),
        Model::Cmyk => None,
    };
    let space = match colors {
        Colors::Unsaid => return unsaid,
        Colors::Space(space) => space,
        Colors::Profile(bytes) => match space::of_profile(&bytes) {
            Ok(space) => space,
            Err(what) => {
                notices.push(format!("has a colour profile that {what}; it is ignored"));
                return unsaid;
            }
        },
    };
    // Grey with a profile of three channels means three alike.
    if space.channels() == model.channels() || (model == Model::Grey && space.channels() == 3) {
        return Some(space);
    }
    notices.push("has a colour profile for another kind of picture; it is ignored".to_owned());
    unsaid
}

fn colored<N: Number>(model: Model, space: Option<&Space>, values: &[N]) -> Vec<u8> {
    match space {
        None => values.as_chunks::<4>().0.iter().flat_map(|inks| mixed(inks.map(Number::to_byte))).collect(),
        Some(space) if model == Model::Grey && space.channels() == 3 => {
            let tripled: Vec<N> = values.iter().flat_map(|&value| [value; 3]).collect();
            space.to_srgb(&tripled)
        }
        Some(space) => space.to_srgb(values),
    }
}

/// Each ink lets through what it does not cover, as browsers have it where no profile says more.
fn mixed([cyan, magenta, yellow, black]: [u8; 4]) -> [u8; 3] {
    let light = 255 - u32::from(black);
    [cyan, magenta, yellow].map(|ink| {
        let seen = ((255 - u32::from(ink)) * light + 127) / 255;
        u8::try_from(seen).unwrap_or(u8::MAX)
    })
}

impl Samples {
    /// Divides out the alpha that samples were multiplied by.
    pub fn straighten(&mut self, channels: usize, alpha: &[u8]) {
        match self {
            Self::Eight(values) => straighten(values, channels, alpha),
            Self::Sixteen(values) => straighten(values, channels, alpha),
            // No file has planes and alpha.
            Self::Planes(_) => {}
        }
    }
}

fn straighten<N: Number>(samples: &mut [N], channels: usize, alpha: &[u8]) {
    for (pixel, &alpha) in samples.chunks_exact_mut(channels).zip(alpha) {
        pixel.iter_mut().for_each(|value| *value = value.divided(alpha));
    }
}
