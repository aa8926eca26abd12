//! Spaces of three curves and a matrix.

use super::curve::Curve;
use super::{Bytes, Number, hdr};

/// Rows of a matrix.
pub type Rows = [[f64; 3]; 3];

/// XYZ under D50, as profiles have it, to linear sRGB: the inverse of IEC 61966-2-1's matrix after Bradford.
pub const D50_TO_SRGB: Rows = [
    [3.133_856_1, -1.616_866_7, -0.490_614_6],
    [-0.978_768_4, 1.916_141_5, 0.033_454_0],
    [0.071_945_3, -0.228_991_4, 1.405_242_7],
];

/// XYZ under D65 to linear sRGB (IEC 61966-2-1).
const D65_TO_SRGB: Rows = [
    [3.240_969_941_9, -1.537_383_177_6, -0.498_610_760_3],
    [-0.969_243_636_3, 1.875_967_501_5, 0.041_555_057_4],
    [0.055_630_079_7, -0.203_976_958_9, 1.056_971_514_2],
];

/// The cone responses of Bradford's transform.
const BRADFORD: Rows = [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]];

/// A space whose channels are shaped by curves and mixed by a matrix.
#[derive(Clone, Debug)]
pub struct Shaped {
    pub curves: [Curve; 3],
    /// From the space's own light to that of sRGB.
    pub to_srgb: [[f32; 3]; 3],
    /// Whether light may exceed that of white, and is to be mapped into the range.
    pub is_hdr: bool,
}

impl Shaped {
    /// A space by its primaries; nothing where they span none.
    pub fn new(curve: &Curve, primaries: &Primaries) -> Option<Self> {
        Some(Self {
            curves: [curve.clone(), curve.clone(), curve.clone()],
            to_srgb: single(primaries.to_srgb()?),
            is_hdr: matches!(curve, Curve::Pq | Curve::Hlg),
        })
    }

    /// A space by the columns of a profile: what each channel is in XYZ under D50.
    pub fn of_columns(curves: [Curve; 3], columns: Rows) -> Self {
        Self { curves, to_srgb: single(times(&D50_TO_SRGB, &columns)), is_hdr: false }
    }

    /// sRGB bytes of three numbers for each pixel.
    pub fn to_srgb<N: Number>(&self, values: &[N]) -> Vec<u8> {
        let [red, green, blue] = &self.curves;
        let reds = red.sampled::<N>();
        let (greens, blues) = (green.sampled::<N>(), blue.sampled::<N>());
        let bytes = Bytes::new();
        let mut rgb = vec![0; values.len()];
        let pixels = rgb.as_chunks_mut::<3>().0.iter_mut().zip(values.as_chunks::<3>().0);
        for (pixel, &[red, green, blue]) in pixels {
            let light = [red.look_up(&reds), green.look_up(&greens), blue.look_up(&blues)];
            let mut mixed = self.to_srgb.map(|[r, g, b]| r * light[0] + g * light[1] + b * light[2]);
            if self.is_hdr {
                mixed = hdr::mapped(mixed);
            }
            *pixel = mixed.map(|light| bytes.of_light(light));
        }
        rgb
    }
}

/// Chromaticities (CIE 1931 x and y) of a space's three lights and its white.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Primaries {
    pub red: (f64, f64),
    pub green: (f64, f64),
    pub blue: (f64, f64),
    pub white: (f64, f64),
}

const D65: (f64, f64) = (0.3127, 0.3290);

impl Primaries {
    pub const SRGB: Self = Self { red: (0.64, 0.33), green: (0.30, 0.60), blue: (0.15, 0.06), white: D65 };
    pub const DISPLAY_P3: Self =
        Self { red: (0.680, 0.320), green: (0.265, 0.690), blue: (0.150, 0.060), white: D65 };
    pub const BT2020: Self =
        Self { red: (0.708, 0.292), green: (0.170, 0.797), blue: (0.131, 0.046), white: D65 };

    /// By their number in ITU-T H.273, where they are other than those of BT.709.
    pub fn of_cicp(number: u8) -> Option<Self> {
        Some(match number {
            4 => Self { red: (0.67, 0.33), green: (0.21, 0.71), blue: (0.14, 0.08), white: (0.310, 0.316) },
            5 => Self { red: (0.64, 0.33), green: (0.29, 0.60), blue: (0.15, 0.06), white: D65 },
            6 | 7 => Self { red: (0.630, 0.340), green: (0.310, 0.595), blue: (0.155, 0.070), white: D65 },
            9 => Self::BT2020,
            11 => Self { white: (0.314, 0.351), ..Self::DISPLAY_P3 },
            12 => Self::DISPLAY_P3,
            22 => Self { red: (0.630, 0.340), green: (0.295, 0.605), blue: (0.155, 0.077), white: D65 },
            _ => return None,
        })
    }

    /// The share of red and of blue in luminance.
    pub fn luma(&self) -> Option<(f64, f64)> {
        let [_, [red, _, blue], _] = self.to_xyz()?;
        Some((red, blue))
    }

    /// From this space's light to that of sRGB, with Bradford's transform between the whites.
    fn to_srgb(self) -> Option<Rows> {
        let mut to_xyz = self.to_xyz()?;
        if self.white != D65 {
            let from = apply(&BRADFORD, xyz(self.white)?);
            let to = apply(&BRADFORD, xyz(D65)?);
            let gain = diagonal([to[0] / from[0], to[1] / from[1], to[2] / from[2]]);
            to_xyz = times(&times(&times(&inverse(&BRADFORD)?, &gain), &BRADFORD), &to_xyz);
        }
        Some(times(&D65_TO_SRGB, &to_xyz)).filter(|rows| rows.iter().flatten().all(|value| value.is_finite()))
    }

    fn to_xyz(self) -> Option<Rows> {
        let (red, green, blue) = (xyz(self.red)?, xyz(self.green)?, xyz(self.blue)?);
        let columns = [[red[0], green[0], blue[0]], [red[1], green[1], blue[1]], [red[2], green[2], blue[2]]];
        let strengths = apply(&inverse(&columns)?, xyz(self.white)?);
        Some(times(&columns, &diagonal(strengths)))
    }
}

/// XYZ of a chromaticity, with a luminance of 1.
fn xyz((x, y): (f64, f64)) -> Option<[f64; 3]> {
    (y > 1e-6).then(|| [x / y, 1.0, (1.0 - x - y) / y])
}

fn diagonal([a, b, c]: [f64; 3]) -> Rows {
    [[a, 0.0, 0.0], [0.0, b, 0.0], [0.0, 0.0, c]]
}

fn apply(rows: &Rows, [x, y, z]: [f64; 3]) -> [f64; 3] {
    rows.map(|[a, b, c]| a * x + b * y + c * z)
}

fn times(left: &Rows, right: &Rows) -> Rows {
    let [top, middle, bottom] = right;
    left.map(|[a, b, c]| {
        let mut row = [0.0; 3];
        for (value, ((x, y), z)) in row.iter_mut().zip(top.iter().zip(middle).zip(bottom)) {
            *value = a * x + b * y + c * z;
        }
        row
    })
}

/// By cofactors; nothing where there is none.
fn inverse(&[[a, b, c], [d, e, f], [g, h, i]]: &Rows) -> Option<Rows> {
    let (first, second, third) = (e * i - f * h, f * g - d * i, d * h - e * g);
    let determinant = a * first + b * second + c * third;
    if determinant.abs() < 1e-9 {
        return None;
    }
    let rows = [
        [first, c * h - b * i, b * f - c * e],
        [second, a * i - c * g, c * d - a * f],
        [third, b * g - a * h, a * e - b * d],
    ];
    Some(rows.map(|row| row.map(|value| value / determinant)))
}

pub fn single(rows: Rows) -> [[f32; 3]; 3] {
    rows.map(|row| row.map(|value| value as f32))
}
