//! What a PNG's chunks say about colours and orientation (PNG, third edition).

use super::finish::Colors;
use super::turn;
use crate::paint::space::{Curve, Primaries, Shaped, Space};
use image::metadata::Orientation;

/// The chunks that `image` does not hand on.
#[derive(Clone, Debug, Default)]
pub struct Chunks {
    is_srgb: bool,
    has_profile: bool,
    /// The exponent of encoding, times 100,000.
    gamma: Option<u32>,
    /// White, red, green and blue, times 100,000.
    primaries: Option<[u32; 8]>,
    /// Numbers of ITU-T H.273.
    cicp: Option<[u8; 4]>,
    pub orientation: Option<Orientation>,
}

/// Reads the chunks of a file, behind the pixels too.
pub fn chunks(bytes: &[u8]) -> Chunks {
    let mut found = Chunks::default();
    let mut rest = bytes.get(8..).unwrap_or_default();
    while let [a, b, c, d, name @ ..] = rest {
        let length = u32::from_be_bytes([*a, *b, *c, *d]) as usize;
        let Some((name, data)) = name.split_first_chunk::<4>() else { break };
        let Some(body) = data.get(..length) else { break };
        match name {
            b"sRGB" => found.is_srgb = true,
            b"iCCP" => found.has_profile = true,
            b"gAMA" => found.gamma = words::<1>(body).map(|[gamma]| gamma),
            b"cHRM" => found.primaries = words::<8>(body),
            b"cICP" => found.cicp = body.first_chunk::<4>().copied(),
            b"eXIf" => found.orientation = turn::of_exif(body),
            b"IEND" => break,
            _ => {}
        }
        rest = data.get(length + 4..).unwrap_or_default();
    }
    found
}

fn words<const N: usize>(body: &[u8]) -> Option<[u32; N]> {
    let words = body.as_chunks::<4>().0.first_chunk::<N>()?;
    Some(words.map(u32::from_be_bytes))
}

impl Chunks {
    /// What the picture's colours are: the first of cICP, iCCP, sRGB, and gAMA with cHRM that is there.
    ///
    /// `profile` is the one of iCCP; where that cannot be unpacked, what is said otherwise still holds.
    pub fn colors(&self, profile: Option<Vec<u8>>, notices: &mut Vec<String>) -> Colors {
        if let Some(space) =
            self.cicp.and_then(|[primaries, transfer, ..]| Space::of_cicp(primaries, transfer))
        {
            return Colors::Space(space);
        }
        match profile {
            Some(profile) => return Colors::Profile(profile),
            None if self.has_profile => {
                notices.push("has a colour profile that cannot be unpacked; it is ignored".to_owned());
            }
            None => {}
        }
        if self.is_srgb {
            return Colors::Unsaid;
        }
        self.measured().map_or(Colors::Unsaid, Colors::Space)
    }

    /// gAMA and cHRM, where they say something else than sRGB.
    fn measured(&self) -> Option<Space> {
        let curve = match self.gamma {
            // The standard's own value for sRGB, however it was rounded.
            None | Some(45_000..=46_000 | 0) => Curve::Srgb,
            Some(gamma) => Curve::Gamma(100_000.0 / gamma as f32),
        };
        let primaries = self.primaries.map_or(Primaries::SRGB, |numbers| {
            let [white_x, white_y, red_x, red_y, green_x, green_y, blue_x, blue_y] =
                numbers.map(|number| f64::from(number) / 100_000.0);
            Primaries {
                red: (red_x, red_y),
                green: (green_x, green_y),
                blue: (blue_x, blue_y),
                white: (white_x, white_y),
            }
        });
        Shaped::new(&curve, &primaries).map(Space::of_shape)
    }
}
