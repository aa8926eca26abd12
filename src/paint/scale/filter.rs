//! The filters between pixels.
//!
//! They are polynomials, so their weights are the same on every machine; those of Lanczos need a sine.

use super::super::steps::Steps;

/// How far the sharper filter reaches, in pixels of the coarser picture.
pub const REACH: f64 = 2.0;

/// How much a pixel counts by its distance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// Sharp (Catmull and Rom 1974).
    CatmullRom,
    /// Soft, in a straight line: enough for colours, which the eye sees less sharply, and twice as fast.
    Triangle,
}

impl Filter {
    fn reach(self) -> f64 {
        match self {
            Self::CatmullRom => REACH,
            Self::Triangle => 1.0,
        }
    }

    fn weight(self, distance: f64) -> f64 {
        let x = distance.abs();
        match self {
            Self::CatmullRom if x < 1.0 => (1.5 * x - 2.5) * x * x + 1.0,
            Self::CatmullRom if x < 2.0 => ((-0.5 * x + 2.5) * x - 4.0) * x + 2.0,
            Self::Triangle if x < 1.0 => 1.0 - x,
            Self::CatmullRom | Self::Triangle => 0.0,
        }
    }
}

/// For each new pixel along a side, the old ones that it is mixed from.
#[derive(Clone, Debug)]
pub struct Taps {
    starts: Vec<usize>,
    /// As many for each new pixel.
    count: usize,
    weights: Vec<f32>,
}

impl Taps {
    /// `pixels` new ones from a stretch of `limit` old ones, which begins at `from` and is `length` long.
    pub fn new(filter: Filter, from: f64, length: f64, pixels: u32, limit: usize) -> Self {
        let ratio = length / f64::from(pixels);
        let widened = ratio.max(1.0);
        let reach = filter.reach() * widened;
        let count = ((2.0 * reach).ceil() as usize).clamp(1, limit.max(1));
        let mut taps = Self { starts: Vec::new(), count, weights: Vec::new() };
        for pixel in 0..pixels {
            let centre = from + (f64::from(pixel) + 0.5) * ratio;
            // The first whose middle is within reach.
            let start = ((centre - reach - 0.5).ceil().max(0.0) as usize).min(limit.saturating_sub(count));
            let distances = (start..start + count).map(|index| (index as f64 + 0.5 - centre) / widened);
            let weights: Vec<f64> = distances.map(|distance| filter.weight(distance)).collect();
            let sum: f64 = weights.iter().sum();
            taps.starts.push(start);
            taps.weights.extend(weights.iter().map(|weight| (weight / sum) as f32));
        }
        taps
    }

    /// The first old pixel that is needed, and the one behind the last.
    pub fn reach(&self) -> (usize, usize) {
        let last = self.starts.last().map_or(0, |start| start + self.count);
        (self.starts.first().copied().unwrap_or_default(), last)
    }

    pub fn each(&self) -> impl Iterator<Item = (usize, &[f32])> {
        self.starts.iter().copied().zip(self.weights.chunks_exact(self.count))
    }
}

/// Mixes rows first and then what is left of them.
pub fn resampled(source: &Steps, across: &Taps, down: &Taps) -> Steps {
    let (width, height) = (across.starts.len(), down.starts.len());
    let mut values = Vec::with_capacity(width * height * source.channels);
    let row_length = source.width * source.channels;
    let mut sums = vec![0.0_f32; row_length];
    // Four lanes for three channels too: processors add four at once.
    let mut pixels = vec![[0.0_f32; 4]; source.width];
    for (start, weights) in down.each() {
        sums.fill(0.0);
        let rows = source.values.get(start * row_length..).unwrap_or_default().chunks_exact(row_length);
        for (row, &weight) in rows.zip(weights) {
            sums.iter_mut().zip(row).for_each(|(sum, &value)| *sum += weight * f32::from(value));
        }
        for (pixel, sums) in pixels.iter_mut().zip(sums.chunks_exact(source.channels)) {
            pixel.iter_mut().zip(sums).for_each(|(value, &sum)| *value = sum);
        }
        for (start, weights) in across.each() {
            let mut mixed = [0.0_f32; 4];
            for (pixel, &weight) in pixels.get(start..).unwrap_or_default().iter().zip(weights) {
                mixed.iter_mut().zip(pixel).for_each(|(sum, value)| *sum += weight * value);
            }
            if source.channels == 4 {
                mixed = within_alpha(mixed);
            }
            // A cast cuts off what lies beyond the type.
            let [first, second, third, fourth] = mixed.map(|sum| (sum + 0.5) as u16);
            if source.channels == 4 {
                values.extend([first, second, third, fourth]);
            } else {
                values.extend([first, second, third]);
            }
        }
    }
    Steps { coding: source.coding, width, height, channels: source.channels, values }
}

/// Where the filter overshoots, colours are not to be lighter for it than their alpha can be.
fn within_alpha(mixed: [f32; 4]) -> [f32; 4] {
    let [.., alpha] = mixed;
    if alpha > 65_535.0 { mixed.map(|value| value * (65_535.0 / alpha)) } else { mixed }
}
