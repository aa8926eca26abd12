//! A frame of AV1.

use super::bits;
use super::meta::damaged;
use super::property::Cicp;
use crate::paint::decode::{CoverError, LIMIT_PIXELS, check_size};
use re_rav1d::dav1d::{self, Decoder, PixelLayout, PlanarImageComponent, Settings};

/// Samples in planes: brightness, and two of colour.
#[derive(Clone, Debug)]
pub struct Frame {
    pub width: usize,
    pub height: usize,
    /// 8, 10 or 12.
    pub bits: u32,
    /// How many halvings of width and height the planes of colour have; nothing where there are none.
    pub halved: Option<(u32, u32)>,
    /// Rows without gaps.
    pub planes: [Vec<u16>; 3],
    /// What the stream itself says of its colours.
    pub cicp: Cicp,
}

impl Frame {
    /// Width and height of a plane.
    pub fn plane_size(&self, index: usize) -> (usize, usize) {
        match self.halved {
            _ if index == 0 => (self.width, self.height),
            None => (0, 0),
            Some((x, y)) => (halved(self.width, x), halved(self.height, y)),
        }
    }
}

pub fn halved(length: usize, times: u32) -> usize {
    (length + (1 << times) - 1) >> times
}

/// Decodes the first frame of a stream, on this thread alone.
pub fn decode(stream: &[u8]) -> Result<Frame, CoverError> {
    let cicp = bits::colors(stream).ok_or_else(|| damaged("its stream has no sequence header"))?;
    let mut settings = Settings::new();
    settings.set_n_threads(1);
    settings.set_max_frame_delay(1);
    settings.set_all_layers(false);
    settings.set_frame_size_limit(u32::try_from(LIMIT_PIXELS).unwrap_or(u32::MAX));
    let mut decoder =
        Decoder::with_settings(&settings).map_err(|_| CoverError::new("the AV1 decoder does not start"))?;
    let picture = first(&mut decoder, stream).ok_or_else(|| damaged("its AV1 stream cannot be decoded"))?;
    check_size(picture.width(), picture.height())?;
    let bits = picture.bits_per_component().map_or(8, |bits| bits.0 as u32);
    let halved = match picture.pixel_layout() {
        PixelLayout::I400 => None,
        PixelLayout::I420 => Some((1, 1)),
        PixelLayout::I422 => Some((1, 0)),
        PixelLayout::I444 => Some((0, 0)),
    };
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let mut frame = Frame { width, height, bits, halved, planes: Default::default(), cicp };
    let components = [PlanarImageComponent::Y, PlanarImageComponent::U, PlanarImageComponent::V];
    let count = if halved.is_some() { 3 } else { 1 };
    for (index, component) in components.into_iter().enumerate().take(count) {
        let size = frame.plane_size(index);
        let plane = copied(&picture, component, size).ok_or_else(|| damaged("a plane is too small"))?;
        if let Some(slot) = frame.planes.get_mut(index) {
            *slot = plane;
        }
    }
    Ok(frame)
}

fn first(decoder: &mut Decoder, stream: &[u8]) -> Option<dav1d::Picture> {
    let mut sent = decoder.send_data(stream.to_vec(), None, None, None);
    // Each round either takes more of the data or gives a picture.
    for _ in 0..64 {
        if sent.is_err_and(|error| !error.is_again()) {
            return None;
        }
        match decoder.get_picture() {
            Ok(picture) => return Some(picture),
            Err(error) if error.is_again() => sent = decoder.send_pending_data(),
            Err(_) => return None,
        }
    }
    None
}

fn copied(
    picture: &dav1d::Picture,
    component: PlanarImageComponent,
    (width, height): (usize, usize),
) -> Option<Vec<u16>> {
    let stride = picture.stride(component) as usize;
    let is_wide = picture.bit_depth() > 8;
    let plane = picture.plane(component);
    let mut samples = Vec::with_capacity(width * height);
    for row in plane.chunks_exact(stride).take(height) {
        if is_wide {
            let row = row.as_chunks::<2>().0.get(..width)?;
            samples.extend(row.iter().map(|&pair| u16::from_ne_bytes(pair)));
        } else {
            samples.extend(row.get(..width)?.iter().map(|&byte| u16::from(byte)));
        }
    }
    (samples.len() == width * height).then_some(samples)
}
