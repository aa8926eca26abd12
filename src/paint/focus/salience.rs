//! What stands out from a picture.
//!
//! A cell stands out by its colour against its surroundings, near and far (Itti, Koch and Niebur 1998, in a
//! perceptual space as Achanta and others have it), by being unlike the picture's edges, which are ground (Zhu and
//! others 2014), and by detail, since photographers put the subject in focus. Skin counts on its own, so that a small
//! face weighs as much as a large coat.

use super::super::swatch::{Swatch, ramp};
use super::sums::Sums;

/// How far each cell stands out.
#[derive(Clone, Debug)]
pub struct Salience {
    pub width: usize,
    pub height: usize,
    /// Of cells that come to one.
    pub sums: Sums<1>,
    /// Whether there is a subject at all, from 0 to 1.
    pub confidence: f32,
    /// Whether there is skin, from 0 to 1.
    pub skin: f32,
}

/// Radii of surroundings, as parts of the longer side.
const SURROUNDINGS: [f32; 3] = [0.08, 0.16, 0.32];
/// Weights of the signs.
const CONTRAST: f32 = 1.0;
const GROUND: f32 = 0.8;
const DETAIL: f32 = 0.7;
/// How much of the whole skin may have.
const SKIN: f32 = 0.5;

impl Salience {
    pub fn of(swatch: &Swatch) -> Self {
        let (width, height) = (swatch.width, swatch.height);
        let lab = Sums::new(width, height, swatch.cells.iter().map(|cell| cell.lab));
        let grid = Grid { swatch, lab };
        let detail = normal(grid.detail(), 0.12);
        let signs = [(normal(grid.contrast(), 0.15), CONTRAST), (normal(grid.ground(), 0.1), GROUND)];
        let mut cells: Vec<f32> = detail.iter().map(|value| DETAIL * value).collect();
        for (sign, weight) in &signs {
            cells.iter_mut().zip(sign).for_each(|(cell, value)| *cell += weight * value);
        }
        for (index, (cell, swatch)) in cells.iter_mut().zip(&swatch.cells).enumerate() {
            *cell *= swatch.alpha * central(index % width, width) * central(index / width, height);
            // What stands out a little does so by chance; squared, it counts for little.
            *cell *= *cell;
        }
        let (mut skin, trust) = grid.skin(&detail);
        let confidence = concentration(&cells).max(trust);
        let mut cells = grid.spread(&cells);
        let share = SKIN * trust;
        scale_to(&mut cells, 1.0 - share);
        scale_to(&mut skin, share);
        let sums = Sums::new(width, height, cells.iter().zip(skin).map(|(cell, skin)| [cell + skin]));
        Self { width, height, sums, confidence, skin: trust }
    }
}

/// A mild pull towards the middle: 1 there, and three quarters at the edge.
fn central(at: usize, count: usize) -> f32 {
    let offset = (at as f32 + 0.5) / count as f32 * 2.0 - 1.0;
    1.0 - 0.25 * offset * offset
}

struct Grid<'a> {
    swatch: &'a Swatch,
    lab: Sums<3>,
}

impl Grid<'_> {
    fn each(&self, value: impl Fn(usize, usize, [f32; 3]) -> f32) -> Vec<f32> {
        let rows = self.swatch.cells.chunks_exact(self.swatch.width).enumerate();
        rows.flat_map(|(y, row)| row.iter().enumerate().map(move |(x, cell)| (x, y, cell.lab)))
            .map(|(x, y, lab)| value(x, y, lab))
            .collect()
    }

    fn radius(&self, part: f32) -> usize {
        let longer = self.swatch.width.max(self.swatch.height) as f32;
        ((part * longer + 0.5) as usize).max(1)
    }

    /// The difference of a few cells from their surroundings.
    fn contrast(&self) -> Vec<f32> {
        let radii = SURROUNDINGS.map(|part| self.radius(part));
        self.each(|x, y, _| {
            let centre = self.lab.mean_around(x, y, 1);
            radii.iter().map(|&radius| distance(centre, self.lab.mean_around(x, y, radius))).sum()
        })
    }

    /// The difference from the nearest of eight stretches along the edges.
    fn ground(&self) -> Vec<f32> {
        let (width, height) = (self.swatch.width, self.swatch.height);
        let (right, bottom) = (width - 1, height - 1);
        let radius = self.radius(0.1);
        let (centre, middle) = (width / 2, height / 2);
        let upper = [(0, 0), (centre, 0), (right, 0), (0, middle)];
        let lower = [(right, middle), (0, bottom), (centre, bottom), (right, bottom)];
        let stretches = [upper, lower].map(|places| places.map(|(x, y)| self.lab.mean_around(x, y, radius)));
        self.each(|x, y, _| {
            let here = self.lab.mean_around(x, y, 1);
            stretches.iter().flatten().map(|&stretch| distance(here, stretch)).fold(f32::INFINITY, f32::min)
        })
    }

    /// Differences between neighbours, spread a little.
    fn detail(&self) -> Vec<f32> {
        let (width, height) = (self.swatch.width, self.swatch.height);
        let lightness = |x: usize, y: usize| {
            self.swatch
                .cells
                .get(y.min(height - 1) * width + x.min(width - 1))
                .map_or(0.0, |cell| cell.lab[0])
        };
        let edges = self
            .each(|x, y, [here, ..]| (here - lightness(x + 1, y)).abs() + (here - lightness(x, y + 1)).abs());
        let sums = Sums::new(width, height, edges.into_iter().map(|edge| [edge]));
        let radius = self.radius(0.025);
        self.each(|x, y, _| {
            let [mean] = sums.mean_around(x, y, radius);
            mean.sqrt()
        })
    }

    /// Skin in patches as large as faces are, with what is above them, as heads have hair; and how far to trust that
    /// it is skin: not where much of the picture is of its colour, which is sand then, or wood, nor at the edges.
    fn skin(&self, detail: &[f32]) -> (Vec<f32>, f32) {
        let (width, height) = (self.swatch.width, self.swatch.height);
        let found = self
            .swatch
            .cells
            .iter()
            .zip(detail)
            .map(|(cell, detail)| [cell.skin() * (0.4 + 0.6 * detail.min(1.0))]);
        let sums = Sums::new(width, height, found);
        let radius = self.radius(0.03);
        let patches = self.each(|x, y, _| {
            let [mean] = sums.mean_around(x, y, radius);
            ramp(mean, 0.2, 0.5)
        });
        let share = patches.iter().sum::<f32>() / (width * height) as f32;
        let sums = Sums::new(width, height, patches.iter().map(|&patch| [patch]));
        // Faces stand free of the edges.
        let (right, bottom) = (width as f32, height as f32);
        let [free] = sums.over(0.1 * right, 0.05 * bottom, 0.9 * right, 0.95 * bottom);
        let free = free / (patches.iter().sum::<f32>() + 1e-6);
        let trust = ramp(share, 0.002, 0.01) * ramp(share, 0.3, 0.12) * ramp(free, 0.6, 0.85);
        let above = self.radius(0.05);
        let cells = self.each(|x, y, _| {
            let ([here], [below]) =
                (sums.mean_around(x, y, 1), sums.mean_around(x, (y + above).min(height - 1), 1));
            here + 0.5 * below
        });
        (cells, trust)
    }

    /// Half of it where it is and half around it, since a subject is more than what stands out of it.
    fn spread(&self, cells: &[f32]) -> Vec<f32> {
        let (width, height) = (self.swatch.width, self.swatch.height);
        let sums = Sums::new(width, height, cells.iter().map(|&cell| [cell]));
        let radius = self.radius(0.05);
        let around = self.each(|x, y, _| {
            let [mean] = sums.mean_around(x, y, radius);
            mean
        });
        cells.iter().zip(around).map(|(cell, around)| (cell + around) / 2.0).collect()
    }
}

fn distance(a: [f32; 3], b: [f32; 3]) -> f32 {
    let [x, y, z] = [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
    // Colour differs by smaller numbers than lightness.
    (x * x + 4.0 * (y * y + z * z)).sqrt()
}

fn scale_to(cells: &mut [f32], sum: f32) {
    let whole: f32 = cells.iter().sum();
    let gain = if whole > 0.0 { sum / whole } else { 0.0 };
    cells.iter_mut().for_each(|cell| *cell *= gain);
}

/// Brings the value that one cell in fifty exceeds to one.
///
/// `least` is a difference that the eye passes over; from below it nothing is brought up.
fn normal(mut values: Vec<f32>, least: f32) -> Vec<f32> {
    let gain = 1.0 / exceeded(&values, 0.02).max(least);
    values.iter_mut().for_each(|value| *value = (*value * gain).min(1.5));
    values
}

/// The value that only this part of the cells exceeds.
fn exceeded(values: &[f32], part: f32) -> f32 {
    let mut ranked = values.to_vec();
    let place = (ranked.len() as f32 * (1.0 - part)) as usize;
    if place >= ranked.len() {
        return 0.0;
    }
    *ranked.select_nth_unstable_by(place, f32::total_cmp).1
}

/// How much of the whole the strongest fifth has: 0 where it is as in noise, 1 where the rest is ground.
fn concentration(cells: &[f32]) -> f32 {
    // All signs together come to 2.5 where something stands out by each, and are squared.
    if exceeded(cells, 0.01) < 0.5 {
        return 0.0;
    }
    let least = exceeded(cells, 0.2);
    let strongest: f32 = cells.iter().filter(|&&cell| cell >= least).sum();
    let whole: f32 = cells.iter().sum();
    ramp(strongest / whole, 0.3, 0.5)
}
