//! From a block's frequencies to as many pixels as the smaller picture has (ITU-T T.81, A.3.3).
//!
//! Eight by eight numbers say how much of each cosine is in a block. The first of them alone are the block at a lower
//! resolution: the inverse transform of the lowest four by four gives four by four pixels, with all that can be seen at that size.

/// The greatest number of pixels or frequencies on a side.
const SIDE: usize = 8;

/// Cosines: for each frequency its value at each of `n` pixels, scaled so that the transform keeps lengths.
pub type Basis = [[f32; SIDE]; SIDE];

/// The cosines for `n` pixels: 1, 2, 4 or 8. Frequencies that so few pixels cannot show are zero.
pub fn basis(n: usize) -> Basis {
    let mut basis = [[0.0; SIDE]; SIDE];
    for (frequency, row) in basis.iter_mut().enumerate().take(n) {
        let scale = if frequency == 0 { 1.0 / n as f64 } else { 2.0 / n as f64 };
        for (pixel, value) in row.iter_mut().enumerate().take(n) {
            let angle = (2 * pixel + 1) as f64 * frequency as f64 * std::f64::consts::PI / (2 * n) as f64;
            *value = (libm::cos(angle) * scale.sqrt()) as f32;
        }
    }
    basis
}

/// What the quantization must be multiplied by, so that the frequencies of eight by eight pixels are those of fewer.
pub fn scale(across: usize, down: usize) -> f32 {
    ((across * down) as f32).sqrt() / SIDE as f32
}

/// Where the block's pixels go.
pub struct Target<'a> {
    pub plane: &'a mut [u8],
    /// Of the block's first pixel.
    pub offset: usize,
    /// From one line to the next.
    pub stride: usize,
}

/// The inverse transform of the lowest `N` by `N` frequencies to `W` by `H` pixels.
///
/// Products are added in one order, in single precision, so that the result is the same on every machine.
pub fn inverse<const N: usize, const W: usize, const H: usize>(
    frequencies: &[f32; 64],
    across: &Basis,
    down: &Basis,
    target: Target<'_>,
) {
    let mut lines = [[0.0_f32; N]; H];
    for (row, cosines) in frequencies.as_chunks::<SIDE>().0.iter().zip(down).take(N) {
        let Some(row) = row.first_chunk::<N>() else { return };
        for (line, cosine) in lines.iter_mut().zip(cosines) {
            line.iter_mut().zip(row).for_each(|(sum, frequency)| *sum += frequency * cosine);
        }
    }
    let rows = target.plane.get_mut(target.offset..).unwrap_or_default().chunks_mut(target.stride);
    for (row, line) in rows.zip(&lines) {
        // Half a step more, since what is behind the point is cut off.
        let mut pixels = [128.5_f32; W];
        for (frequency, cosines) in line.iter().zip(across) {
            pixels.iter_mut().zip(cosines).for_each(|(sum, cosine)| *sum += frequency * cosine);
        }
        if let Some(row) = row.first_chunk_mut::<W>() {
            *row = pixels.map(|value| value as u8);
        }
    }
}

/// A block of one brightness.
pub fn flat<const W: usize, const H: usize>(mean: f32, across: &Basis, down: &Basis, target: Target<'_>) {
    let constant = mean * across.first().map_or(0.0, |row| row[0]) * down.first().map_or(0.0, |row| row[0]);
    let value = (constant + 128.5) as u8;
    let rows = target.plane.get_mut(target.offset..).unwrap_or_default().chunks_mut(target.stride);
    for row in rows.take(H) {
        if let Some(row) = row.first_chunk_mut::<W>() {
            *row = [value; W];
        }
    }
}
