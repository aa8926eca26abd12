//! Chooses 256 colours for a picture that has more: median cut, then k-means, both in OKLab.

use super::colors::{Colors, MOST};
use super::lab::{self, Lab};

/// Colours are counted by their highest five bits: 32,768 kinds are enough to choose 256.
const KINDS: usize = 1 << 15;
/// After three rounds the colours move by less than a byte.
const ROUNDS: usize = 3;

/// Pixels whose colours are nearly the same.
#[derive(Clone, Copy, Default)]
struct Kind {
    sums: [u64; 3],
    count: u64,
    lab: Lab,
}

impl Kind {
    fn mean(&self) -> [u8; 3] {
        let count = self.count.max(1);
        self.sums.map(|sum| ((sum + count / 2) / count) as u8)
    }

    fn add(&mut self, other: &Self) {
        for (sum, more) in self.sums.iter_mut().zip(other.sums) {
            *sum += more;
        }
        self.count += other.count;
    }
}

/// At most 256 colours that stand for all.
pub fn of(rgb: &[u8]) -> Colors {
    let kinds = kinds(rgb);
    let mut colors: Vec<[u8; 3]> = boxes(kinds.clone()).iter().map(|kinds| whole(kinds).mean()).collect();
    for _ in 0..ROUNDS {
        colors = moved(&colors, &kinds);
    }
    Colors::of(colors)
}

fn kinds(rgb: &[u8]) -> Vec<Kind> {
    let mut kinds = vec![Kind::default(); KINDS];
    for &pixel in rgb.as_chunks::<3>().0 {
        let place = pixel.iter().fold(0, |place, &byte| place << 5 | usize::from(byte >> 3));
        if let Some(kind) = kinds.get_mut(place) {
            kind.add(&Kind { sums: pixel.map(u64::from), count: 1, lab: Lab::default() });
        }
    }
    kinds.retain(|kind| kind.count > 0);
    for kind in &mut kinds {
        kind.lab = lab::of(kind.mean());
    }
    kinds
}

fn whole(kinds: &[Kind]) -> Kind {
    kinds.iter().fold(Kind::default(), |mut whole, kind| {
        whole.add(kind);
        whole
    })
}

/// Cuts the box whose colours differ most, across its longest side at its mean, until there are enough.
fn boxes(all: Vec<Kind>) -> Vec<Vec<Kind>> {
    let mut boxes = vec![(spread(&all), all)];
    while boxes.len() < MOST {
        let widest = boxes.iter().enumerate().max_by(|(_, (a, _)), (_, (b, _))| a.error.total_cmp(&b.error));
        let Some((at, (spread_of, _))) = widest.filter(|(_, (_, kinds))| kinds.len() > 1) else { break };
        let (axis, middle) = (spread_of.axis, spread_of.mean);
        let (_, kinds) = boxes.swap_remove(at);
        let (below, above): (Vec<Kind>, Vec<Kind>) =
            kinds.into_iter().partition(|kind| along(kind, axis) < middle);
        if below.is_empty() || above.is_empty() {
            // All lie on one point but for rounding: not to be cut again.
            let left = [below, above].concat();
            boxes.push((Spread { error: 0.0, axis, mean: middle }, left));
            if boxes.iter().all(|(spread, _)| spread.error <= 0.0) {
                break;
            }
            continue;
        }
        boxes.extend([below, above].map(|kinds| (spread(&kinds), kinds)));
    }
    boxes.into_iter().map(|(_, kinds)| kinds).collect()
}

/// How far the colours of a box lie apart along the axis on which they do most.
struct Spread {
    /// The sum of the squares of their distances from the mean, over all pixels.
    error: f64,
    axis: usize,
    mean: f32,
}

fn spread(kinds: &[Kind]) -> Spread {
    let count: f64 = kinds.iter().map(|kind| kind.count as f64).sum();
    let on = |axis: usize| {
        let sum: f64 = kinds.iter().map(|kind| f64::from(along(kind, axis)) * kind.count as f64).sum();
        let mean = sum / count.max(1.0);
        let square = |kind: &Kind| {
            let apart = f64::from(along(kind, axis)) - mean;
            apart * apart * kind.count as f64
        };
        Spread { error: kinds.iter().map(square).sum(), axis, mean: mean as f32 }
    };
    let [lightness, red, yellow] = [on(0), on(1), on(2)];
    let wider = |a: Spread, b: Spread| if b.error > a.error { b } else { a };
    wider(wider(lightness, red), yellow)
}

fn along(kind: &Kind, axis: usize) -> f32 {
    kind.lab.get(axis).copied().unwrap_or_default()
}

/// Each colour becomes the mean of the pixels to which it is the nearest.
fn moved(colors: &[[u8; 3]], kinds: &[Kind]) -> Vec<[u8; 3]> {
    let labs: Vec<Lab> = colors.iter().map(|&color| lab::of(color)).collect();
    let mut near = vec![Kind::default(); colors.len()];
    for kind in kinds {
        if let Some(mean) = near.get_mut(nearest(&labs, kind.lab)) {
            mean.add(kind);
        }
    }
    near.iter().zip(colors).map(|(mean, &color)| if mean.count > 0 { mean.mean() } else { color }).collect()
}

/// The number of the nearest colour, the first of those equally near.
pub fn nearest(labs: &[Lab], to: Lab) -> usize {
    let mut found = (f32::INFINITY, 0);
    for (number, &lab) in labs.iter().enumerate() {
        let apart = lab::apart(lab, to);
        if apart < found.0 {
            found = (apart, number);
        }
    }
    found.1
}
