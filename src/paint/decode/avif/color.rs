//! From brightness and colour differences to red, green and blue (ITU-T H.273, 8.3).

use super::frame::Frame;
use super::property::Cicp;
use crate::paint::decode::CoverError;
use crate::paint::decode::finish::{Model, Samples};
use crate::paint::space::Primaries;

/// How the planes make colours.
#[derive(Clone, Copy, Debug)]
enum Matrix {
    /// They are green, blue and red.
    Identity,
    YCgCo,
    /// By the share of red and of blue in brightness.
    Luma(f32, f32),
}

fn matrix(cicp: Cicp) -> Option<Matrix> {
    let (red, blue) = match cicp.matrix {
        0 => return Some(Matrix::Identity),
        1 => (0.2126, 0.0722),
        // What nothing is said of is as old television has it, in every reader.
        2 | 5 | 6 => (0.299, 0.114),
        4 => (0.30, 0.11),
        7 => (0.212, 0.087),
        8 => return Some(Matrix::YCgCo),
        9 => (0.2627, 0.0593),
        12 => {
            let (red, blue) = Primaries::of_cicp(cicp.primaries).unwrap_or(Primaries::SRGB).luma()?;
            (red as f32, blue as f32)
        }
        _ => return None,
    };
    Some(Matrix::Luma(red, blue))
}

/// The range of numbers: what is black, and how many steps there are to white; and to the strongest colour.
#[derive(Clone, Copy, Debug)]
struct Range {
    black: f32,
    white: f32,
    neutral: f32,
    strongest: f32,
}

impl Range {
    fn new(bits: u32, is_full: bool) -> Self {
        let scale = (1 << (bits - 8)) as f32;
        let neutral = 128.0 * scale;
        if is_full {
            let last = 256.0 * scale - 1.0;
            Self { black: 0.0, white: last, neutral, strongest: last }
        } else {
            Self { black: 16.0 * scale, white: 219.0 * scale, neutral, strongest: 224.0 * scale }
        }
    }

    fn luma(&self, sample: u16) -> f32 {
        (f32::from(sample) - self.black) / self.white
    }
}

/// Grey or colours, of eight bits where the frame has no more.
pub fn samples(frame: &Frame, cicp: Cicp) -> Result<(Model, Samples), CoverError> {
    let range = Range::new(frame.bits, cicp.is_full_range);
    let Some(halved) = frame.halved else {
        let [luma, ..] = &frame.planes;
        let units = luma.iter().map(|&sample| range.luma(sample));
        return Ok((
            Model::Grey,
            if frame.bits == 8 {
                Samples::Eight(units.map(byte).collect())
            } else {
                Samples::Sixteen(units.map(word).collect())
            },
        ));
    };
    let unread = |what: &str| {
        CoverError::new(format!("its colours are coded {what}, which is not read"))
            .hint("save it again as sRGB")
    };
    let matrix = matrix(cicp).ok_or_else(|| unread(&format!("by matrix {} of ITU-T H.273", cicp.matrix)))?;
    if matches!(matrix, Matrix::Identity) && halved != (0, 0) {
        return Err(unread("as RGB at half size"));
    }
    Ok((
        Model::Rgb,
        if frame.bits == 8 {
            Samples::Eight(colored(frame, matrix, &range, halved, byte))
        } else {
            Samples::Sixteen(colored(frame, matrix, &range, halved, word))
        },
    ))
}

fn byte(unit: f32) -> u8 {
    (unit * 255.0 + 0.5) as u8
}

/// A cast cuts off what lies beyond the type.
fn word(unit: f32) -> u16 {
    (unit * 65_535.0 + 0.5) as u16
}

fn colored<T: Copy + Default>(
    frame: &Frame,
    matrix: Matrix,
    range: &Range,
    halved: (u32, u32),
    number: impl Fn(f32) -> T,
) -> Vec<T> {
    let [luma, first, second] = &frame.planes;
    let size = frame.plane_size(1);
    let mut values = vec![T::default(); frame.width * frame.height * 3];
    let (mut u, mut v) = (Row::default(), Row::default());
    let rows = values.chunks_exact_mut(frame.width * 3).zip(luma.chunks_exact(frame.width));
    for (y, (values, luma)) in rows.enumerate() {
        u.read(first, size, halved, y, frame.width);
        v.read(second, size, halved, y, frame.width);
        let pixels = values.as_chunks_mut::<3>().0.iter_mut();
        for (((pixel, &luma), &u), &v) in pixels.zip(luma).zip(&u.full).zip(&v.full) {
            *pixel = color(matrix, range, luma, u, v).map(&number);
        }
    }
    values
}

fn color(matrix: Matrix, range: &Range, luma: u16, first: f32, second: f32) -> [f32; 3] {
    let y = range.luma(luma);
    let (u, v) = ((first - range.neutral) / range.strongest, (second - range.neutral) / range.strongest);
    match matrix {
        Matrix::Identity => {
            let [blue, red] = [first, second].map(|sample| (sample - range.black) / range.white);
            [red, y, blue]
        }
        Matrix::YCgCo => [y - u + v, y + u, y - u - v],
        Matrix::Luma(red, blue) => {
            let green = 1.0 - red - blue;
            let r = y + 2.0 * (1.0 - red) * v;
            let b = y + 2.0 * (1.0 - blue) * u;
            [r, (y - red * r - blue * b) / green, b]
        }
    }
}

/// A row of a plane of colour at full width, linear between samples whose centres lie between pixels.
#[derive(Default)]
struct Row {
    samples: Vec<f32>,
    full: Vec<f32>,
}

impl Row {
    fn read(
        &mut self,
        plane: &[u16],
        (columns, rows): (usize, usize),
        (x, y): (u32, u32),
        row: usize,
        width: usize,
    ) {
        let line = |row: usize| plane.get(row * columns..(row + 1) * columns).unwrap_or_default();
        let (near, far) = if y == 0 { (row, row) } else { neighbours(row, rows) };
        let both = line(near).iter().zip(line(far));
        self.samples.clear();
        self.samples.extend(both.map(|(&near, &far)| 0.75 * f32::from(near) + 0.25 * f32::from(far)));
        if x == 0 {
            std::mem::swap(&mut self.samples, &mut self.full);
            return;
        }
        let at = |column: usize| self.samples.get(column).copied().unwrap_or_default();
        self.full.clear();
        self.full.extend((0..width).map(|pixel| {
            let (near, far) = neighbours(pixel, columns);
            0.75 * at(near) + 0.25 * at(far)
        }));
    }
}

/// The sample that covers a pixel where there are half as many, and the next one on the pixel's side.
fn neighbours(pixel: usize, count: usize) -> (usize, usize) {
    let near = pixel / 2;
    let far = if pixel.is_multiple_of(2) {
        near.saturating_sub(1)
    } else {
        (near + 1).min(count.saturating_sub(1))
    };
    (near, far)
}

/// Brightness as bytes, which is what alpha is.
pub fn luma_bytes(frame: &Frame) -> Vec<u8> {
    let range = Range::new(frame.bits, frame.cicp.is_full_range);
    let [luma, ..] = &frame.planes;
    luma.iter().map(|&sample| byte(range.luma(sample))).collect()
}
