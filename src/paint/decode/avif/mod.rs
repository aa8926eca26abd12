//! AVIF: a picture of AV1 in the container of HEIF (AV1 Image File Format 1.1, ISO/IEC 23008-12).

mod bits;
mod boxes;
mod color;
mod frame;
mod grid;
mod meta;
mod property;

use super::finish::{Colors, Decoded, Model, finish};
use super::{Cover, CoverError, check_size, turn};
use crate::paint::space::Space;
use crate::scene::Picture;
use frame::Frame;
use image::metadata::Orientation;
use meta::{Container, Item};
use property::{Cicp, Property};

/// Width and height as they are shown, from the first bytes.
pub fn size(head: &[u8]) -> Option<(u32, u32)> {
    let container = meta::read(head).ok()?;
    let primary = container.primary().ok()?;
    let mut size = primary.size()?;
    for property in &primary.properties {
        match property {
            Property::Turn(quarters) if quarters % 2 == 1 => size = (size.1, size.0),
            Property::Aperture(aperture) => {
                size = aperture.inside(size).map_or(size, |(_, _, width, height)| (width, height));
            }
            _ => {}
        }
    }
    Some(size)
}

/// Decodes the primary picture.
pub fn decode(bytes: &[u8]) -> Result<Cover, CoverError> {
    let container = meta::read(bytes)?;
    let primary = container.primary()?;
    if let Some((width, height)) = primary.size() {
        check_size(width, height)?;
    }
    let frame = picture(&container, primary)?;
    let cicp = primary.cicp().unwrap_or(frame.cicp);
    let (model, mut samples) = color::samples(&frame, cicp)?;
    let alpha = alpha(&container, primary, &frame)?;
    if let Some(alpha) = alpha.as_ref().filter(|_| container.is_premultiplied(primary)) {
        samples.straighten(channels(model), alpha);
    }
    let mut notices = Vec::new();
    let colors = colors(primary, cicp, &mut notices);
    let mut cover = finish(Decoded {
        width_px: frame.width as u32,
        height_px: frame.height as u32,
        model,
        samples,
        alpha,
        colors,
        orientation: Orientation::NoTransforms,
        notices,
    });
    cover.picture = transformed(cover.picture, &primary.properties);
    Ok(cover)
}

fn channels(model: Model) -> usize {
    if model == Model::Grey { 1 } else { 3 }
}

/// A picture of one piece or of tiles.
fn picture(container: &Container, item: &Item) -> Result<Frame, CoverError> {
    match &item.kind {
        b"av01" => frame::decode(&container.data(item)?),
        b"grid" => grid::decode(container, item),
        b"tmap" => {
            Err(CoverError::new("its primary picture is a map of tones").hint("save it as an ordinary AVIF"))
        }
        _ => {
            Err(CoverError::new("its primary picture is not of AV1")
                .hint("save it as JPEG, PNG, WebP or AVIF"))
        }
    }
}

/// A profile says what the colours are before numbers do.
fn colors(primary: &Item, cicp: Cicp, notices: &mut Vec<String>) -> Colors {
    let profile = primary.properties.iter().find_map(|property| match property {
        Property::Profile(bytes) => Some(bytes.to_vec()),
        _ => None,
    });
    if let Some(profile) = profile {
        return Colors::Profile(profile);
    }
    match Space::of_cicp(cicp.primaries, cicp.transfer) {
        Some(space) => {
            if space.is_hdr() {
                notices.push("is HDR; its light is mapped into the range of sRGB".to_owned());
            }
            Colors::Space(space)
        }
        None => Colors::Unsaid,
    }
}

fn alpha(container: &Container, primary: &Item, frame: &Frame) -> Result<Option<Vec<u8>>, CoverError> {
    let Some(item) = container.alpha_of(primary) else { return Ok(None) };
    let alpha = picture(container, item)?;
    if (alpha.width, alpha.height) != (frame.width, frame.height) {
        return Err(CoverError::new("its alpha is of another size than its colours").hint("save it again"));
    }
    Ok(Some(color::luma_bytes(&alpha)))
}

/// Crops, turns and mirrors in the order of the properties.
fn transformed(mut picture: Picture, properties: &[Property]) -> Picture {
    for property in properties {
        picture = match property {
            // Counted against the clock.
            Property::Turn(1) => turn::upright(picture, Orientation::Rotate270),
            Property::Turn(2) => turn::upright(picture, Orientation::Rotate180),
            Property::Turn(3) => turn::upright(picture, Orientation::Rotate90),
            Property::Mirror(0) => turn::upright(picture, Orientation::FlipVertical),
            Property::Mirror(1) => turn::upright(picture, Orientation::FlipHorizontal),
            Property::Aperture(aperture) => match aperture.inside((picture.width_px, picture.height_px)) {
                Some((left, top, width, height)) => turn::cut(&picture, left, top, width, height),
                None => picture,
            },
            _ => picture,
        };
    }
    picture
}
