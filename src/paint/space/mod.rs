//! Colour spaces: from the numbers in a file to sRGB.
//!
//! `moxcms` reads the profiles. What it would compute with them depends on whether the machine fuses
//! multiplication and addition, so the arithmetic is done here.

mod curve;
mod hdr;
mod icc;
mod matrix;
mod table;
#[cfg(test)]
mod tests;

pub use curve::Curve;
pub use icc::of_profile;
pub use matrix::{Primaries, Shaped};

use super::color::from_linear;
use std::sync::LazyLock;
use table::Table;

/// What the numbers of a picture mean.
#[derive(Clone, Debug)]
pub enum Space {
    /// IEC 61966-2-1, or so near to it that no byte would change by more than two, as between the makers of its profiles.
    Srgb,
    /// Grey by a curve.
    Grey(Curve),
    /// Three curves and a matrix.
    Shaped(Shaped),
    /// Measured colours at the nodes of a grid, for three or four inks.
    Table(Box<Table>),
}

impl Space {
    /// How many numbers each pixel has.
    pub fn channels(&self) -> usize {
        match self {
            Self::Grey(_) => 1,
            Self::Srgb | Self::Shaped(_) => 3,
            Self::Table(table) => table.channels(),
        }
    }

    /// sRGB bytes of pixels, whose numbers run from 0 to the greatest of their kind.
    ///
    /// `values` holds `channels()` numbers for each pixel.
    pub fn to_srgb<N: Number>(&self, values: &[N]) -> Vec<u8> {
        match self {
            Self::Srgb => values.iter().map(|value| value.to_byte()).collect(),
            Self::Grey(curve) => {
                let light = curve.sampled::<N>();
                let bytes = Bytes::new();
                values.iter().flat_map(|value| [bytes.of_light(value.look_up(&light)); 3]).collect()
            }
            Self::Shaped(shaped) => shaped.to_srgb(values),
            Self::Table(table) => table.to_srgb(values),
        }
    }

    /// A space of curves and a matrix.
    pub fn of_shape(shaped: Shaped) -> Self {
        Self::Shaped(shaped).simplified()
    }

    /// The space of ITU-T H.273's numbers for primaries and transfer; nothing where both are left open.
    ///
    /// The curves that were made for television count as sRGB's: on screens they are shown so.
    pub fn of_cicp(primaries: u8, transfer: u8) -> Option<Self> {
        let curve = match transfer {
            4 => Curve::Gamma(2.2),
            5 => Curve::Gamma(2.8),
            8 => Curve::Gamma(1.0),
            16 => Curve::Pq,
            18 => Curve::Hlg,
            2 if primaries == 2 => return None,
            _ => Curve::Srgb,
        };
        Shaped::new(&curve, &Primaries::of_cicp(primaries).unwrap_or(Primaries::SRGB)).map(Self::of_shape)
    }

    /// Whether light beyond white is mapped into the range.
    pub fn is_hdr(&self) -> bool {
        matches!(self, Self::Shaped(shaped) if shaped.is_hdr)
    }

    /// The same space, or plain sRGB where nobody could tell them apart.
    fn simplified(self) -> Self {
        if self.channels() != 3 {
            return self;
        }
        let steps = [0_u8, 26, 51, 102, 153, 204, 255];
        let mut probe: Vec<u8> = (0..=255).flat_map(|grey| [grey; 3]).collect();
        for red in steps {
            probe.extend(
                steps.iter().flat_map(|&green| steps.iter().flat_map(move |&blue| [red, green, blue])),
            );
        }
        let same = self.to_srgb(&probe).iter().zip(&probe).all(|(&a, &b)| a.abs_diff(b) <= 2);
        if same { Self::Srgb } else { self }
    }
}

/// A sample of eight or sixteen bits.
pub trait Number: Copy {
    const STEPS: usize;

    /// From 0 to 1.
    fn to_unit(self) -> f32;

    /// The nearest of 256 steps.
    fn to_byte(self) -> u8;

    /// The value for this number in a table of `STEPS` entries.
    fn look_up(self, table: &[f32]) -> f32;

    /// The number without the alpha that it was multiplied by.
    fn divided(self, alpha: u8) -> Self;
}

impl Number for u8 {
    const STEPS: usize = 256;

    fn to_unit(self) -> f32 {
        f32::from(self) / 255.0
    }

    fn to_byte(self) -> u8 {
        self
    }

    fn look_up(self, table: &[f32]) -> f32 {
        table.get(usize::from(self)).copied().unwrap_or_default()
    }

    fn divided(self, alpha: u8) -> Self {
        let alpha = u32::from(alpha);
        let straight = (u32::from(self) * 255 + alpha / 2).checked_div(alpha).unwrap_or_default();
        Self::try_from(straight).unwrap_or(Self::MAX)
    }
}

impl Number for u16 {
    const STEPS: usize = 65_536;

    fn to_unit(self) -> f32 {
        f32::from(self) / 65_535.0
    }

    fn to_byte(self) -> u8 {
        u8::try_from((u32::from(self) + 128) / 257).unwrap_or(u8::MAX)
    }

    fn look_up(self, table: &[f32]) -> f32 {
        table.get(usize::from(self)).copied().unwrap_or_default()
    }

    fn divided(self, alpha: u8) -> Self {
        let alpha = u32::from(alpha);
        let straight = (u32::from(self) * 255 + alpha / 2).checked_div(alpha).unwrap_or_default();
        Self::try_from(straight).unwrap_or(Self::MAX)
    }
}

/// sRGB bytes of linear light in 65,536 even steps: off by a twentieth of a byte at the worst.
static BYTES: LazyLock<Box<[u8; 65_536]>> = LazyLock::new(|| {
    let mut table = Box::new([0; 65_536]);
    for (byte, step) in table.iter_mut().zip(0..=u16::MAX) {
        *byte = (from_linear(step.to_unit()) + 0.5) as u8;
    }
    table
});

/// From linear light to sRGB's bytes.
#[derive(Clone, Copy)]
pub struct Bytes(&'static [u8; 65_536]);

impl Bytes {
    pub fn new() -> Self {
        Self(&BYTES)
    }

    /// The byte of linear light; what lies beyond 0 and 1 is cut off.
    pub fn of_light(self, light: f32) -> u8 {
        // A cast cuts off what lies beyond the type.
        self.of_step((light * 65_535.0 + 0.5) as u16)
    }

    /// The byte of linear light in 65,536 steps.
    pub fn of_step(self, step: u16) -> u8 {
        self.0.get(usize::from(step)).copied().unwrap_or_default()
    }
}
