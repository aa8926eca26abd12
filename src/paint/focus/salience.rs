//! What stands out from a picture.
//!
//! A cell stands out by its colour against its surroundings, near and far (Itti, Koch and Niebur 1998, with Achanta's
//! differences in a perceptual space), by detail, since photographers put the subject in focus, and by the colour of
//! skin. What is like the edges of the picture is its ground (Zhu et al. 2014).

use super::super::swatch::{Swatch, ramp};
use super::sums::Sums;

/// How far each cell stands out.
#[derive(Clone, Debug)]
pub struct Salience {
    pub width: usize,
    pub height: usize,
    pub sums: Sums,
    /// Whether there is a subject at all, from 0 to 1.
    pub confidence: f32,
}

/// Radii of surroundings, as parts of the longer side.
const SURROUNDINGS: [f32; 3] = [0.08, 0.16, 0.32];
/// Weights of the four signs, each of which is brought to a mean of one half of its strongest.
const CONTRAST: f32 = 1.0;
const GROUND: f32 = 0.8;
const DETAIL: f32 = 0.7;
const SKIN: f32 = 0.6;

impl Salience {
    pub fn of(swatch: &Swatch) -> Self {
        let (width, height) = (swatch.width, swatch.height);
        let lab = [0, 1, 2].map(|axis| {
            Sums::new(width, height, swatch.cells.iter().map(move |cell| cell.lab.get(axis).copied().unwrap_or_default()))
        });
        let grid = Grid { swatch, lab };
        let signs = [
            (normal(grid.contrast()), CONTRAST),
            (normal(grid.ground()), GROUND),
            (normal(grid.detail()), DETAIL),
            (grid.skin(), SKIN),
        ];
        let mut cells = vec![0.0_f32; width * height];
        for (sign, weight) in &signs {
            cells.iter_mut().zip(sign).for_each(|(cell, value)| *cell += weight * value);
        }
        for (index, (cell, swatch)) in cells.iter_mut().zip(&swatch.cells).enumerate() {
            *cell *= swatch.alpha * central(index % width, width) * central(index / width, height);
            // What stands out a little does so by chance; squared, it counts for little.
            *cell *= *cell;
        }
        let confidence = concentration(&cells);
        Self { width, height, sums: Sums::new(width, height, cells.into_iter()), confidence }
    }
}

/// A mild pull towards the middle: 1 there, and three quarters at the edge.
fn central(at: usize, count: usize) -> f32 {
    let offset = (at as f32 + 0.5) / count as f32 * 2.0 - 1.0;
    1.0 - 0.25 * offset * offset
}

struct Grid<'a> {
    swatch: &'a Swatch,
    lab: [Sums; 3],
}

impl Grid<'_> {
    fn each(&self, value: impl Fn(usize, usize, [f32; 3]) -> f32) -> Vec<f32> {
        let width = self.swatch.width;
        let cells = self.swatch.cells.iter().enumerate();
        cells.map(|(index, cell)| value(index % width, index / width, cell.lab)).collect()
    }

    fn radius(&self, part: f32) -> usize {
        let longer = self.swatch.width.max(self.swatch.height) as f32;
        ((part * longer + 0.5) as usize).max(1)
    }

    fn mean_around(&self, x: usize, y: usize, radius: usize) -> [f32; 3] {
        [0, 1, 2].map(|axis: usize| self.lab.get(axis).map_or(0.0, |sums| sums.mean_around(x, y, radius)))
    }

    /// The difference of a few cells from their surroundings.
    fn contrast(&self) -> Vec<f32> {
        let radii = SURROUNDINGS.map(|part| self.radius(part));
        self.each(|x, y, _| {
            let centre = self.mean_around(x, y, 1);
            radii.iter().map(|&radius| distance(centre, self.mean_around(x, y, radius))).sum()
        })
    }

    /// The difference from the nearest of eight stretches along the edges.
    fn ground(&self) -> Vec<f32> {
        let (width, height) = (self.swatch.width, self.swatch.height);
        let (right, bottom) = (width - 1, height - 1);
        let radius = self.radius(0.1);
        let stretches = [
            (0, 0), (width / 2, 0), (right, 0), (0, height / 2), (right, height / 2), (0, bottom), (width / 2, bottom),
            (right, bottom),
        ]
        .map(|(x, y)| self.mean_around(x, y, radius));
        self.each(|x, y, _| {
            let centre = self.mean_around(x, y, 1);
            stretches.iter().map(|&stretch| distance(centre, stretch)).fold(f32::INFINITY, f32::min)
        })
    }

    /// Differences between neighbours, spread a little.
    fn detail(&self) -> Vec<f32> {
        let (width, height) = (self.swatch.width, self.swatch.height);
        let lightness = |x: usize, y: usize| {
            self.swatch.cells.get(y.min(height - 1) * width + x.min(width - 1)).map_or(0.0, |cell| cell.lab[0])
        };
        let edges = self.each(|x, y, [here, ..]| {
            (here - lightness(x + 1, y)).abs() + (here - lightness(x, y + 1)).abs()
        });
        let sums = Sums::new(width, height, edges.into_iter());
        let radius = self.radius(0.025);
        self.each(|x, y, _| sums.mean_around(x, y, radius).sqrt())
    }

    /// Skin, which counts for less the more of the picture is of its colour: then it is sand, or wood.
    fn skin(&self) -> Vec<f32> {
        let (width, height) = (self.swatch.width, self.swatch.height);
        let sums = Sums::new(width, height, self.swatch.cells.iter().map(|cell| cell.skin()));
        let share = sums.whole() / (width * height) as f32;
        let trust = ramp(share, 0.45, 0.12);
        self.each(|x, y, _| trust * sums.mean_around(x, y, 1))
    }
}

fn distance(a: [f32; 3], b: [f32; 3]) -> f32 {
    let [x, y, z] = [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
    // Colour differs by smaller numbers than lightness.
    (x * x + 4.0 * (y * y + z * z)).sqrt()
}

/// Brings the upper tenth to one.
fn normal(mut values: Vec<f32>) -> Vec<f32> {
    let mut sorted = values.clone();
    sorted.sort_by(f32::total_cmp);
    let strong = sorted.get(sorted.len() * 19 / 20).copied().unwrap_or_default();
    // Below a step that the eye hardly sees there is nothing to bring up.
    let strong = strong.max(0.03);
    values.iter_mut().for_each(|value| *value = (*value / strong).min(1.5));
    values
}

/// How much of the whole the strongest fifth has: 0 where it is as in noise, 1 where the rest is ground.
fn concentration(cells: &[f32]) -> f32 {
    let mut sorted = cells.to_vec();
    sorted.sort_by(|a, b| b.total_cmp(a));
    let whole: f32 = sorted.iter().sum();
    let strongest: f32 = sorted.iter().take(sorted.len().div_ceil(5)).sum();
    // On average a cell of a flat picture stands out by less than this.
    let is_flat = whole / (cells.len().max(1) as f32) < 0.02;
    if is_flat { 0.0 } else { ramp(strongest / whole, 0.28, 0.45) }
}
