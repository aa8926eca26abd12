//! Sums over rectangles of a grid, each by four look-ups (Crow's summed-area table).

/// Sums of some values of all cells above and to the left.
#[derive(Clone, Debug)]
pub struct Sums<const N: usize> {
    width: usize,
    height: usize,
    /// One row and one column more than cells.
    values: Vec<[f64; N]>,
}

impl<const N: usize> Sums<N> {
    /// Of a grid's cells, row by row.
    pub fn new(width: usize, height: usize, cells: impl Iterator<Item = [f32; N]>) -> Self {
        let row_length = width + 1;
        let mut values = vec![[0.0; N]; row_length];
        values.reserve(row_length * height);
        let mut in_row = [0.0; N];
        for (index, cell) in cells.enumerate() {
            if index % width == 0 {
                values.push([0.0; N]);
                in_row = [0.0; N];
            }
            let above = values.get(values.len() - row_length).copied().unwrap_or([0.0; N]);
            let mut sum = above;
            for ((sum, in_row), cell) in sum.iter_mut().zip(&mut in_row).zip(cell) {
                *in_row += f64::from(cell);
                *sum += *in_row;
            }
            values.push(sum);
        }
        Self { width, height, values }
    }

    fn at(&self, x: usize, y: usize) -> [f64; N] {
        self.values.get(y * (self.width + 1) + x).copied().unwrap_or([0.0; N])
    }

    /// The mean of the cells around one, as far as they lie on the grid.
    pub fn mean_around(&self, x: usize, y: usize, radius: usize) -> [f32; N] {
        let (left, top) = (x.saturating_sub(radius), y.saturating_sub(radius));
        let (right, bottom) = ((x + radius + 1).min(self.width), (y + radius + 1).min(self.height));
        let part = 1.0 / ((right - left) * (bottom - top)).max(1) as f64;
        let sum =
            corners(self.at(right, bottom), self.at(left, bottom), self.at(right, top), self.at(left, top));
        sum.map(|sum| (sum * part) as f32)
    }

    /// The sum over a rectangle whose sides may lie within cells.
    pub fn over(&self, left: f32, top: f32, right: f32, bottom: f32) -> [f32; N] {
        if right <= left || bottom <= top {
            return [0.0; N];
        }
        let between = |x, y| self.between(x, y);
        let sum =
            corners(between(right, bottom), between(left, bottom), between(right, top), between(left, top));
        sum.map(|sum| sum as f32)
    }

    /// Linear between the corners of cells.
    fn between(&self, x: f32, y: f32) -> [f64; N] {
        let (x, y) = (x.clamp(0.0, self.width as f32), y.clamp(0.0, self.height as f32));
        let (left, top) = (x as usize, y as usize);
        let (right, bottom) = ((left + 1).min(self.width), (top + 1).min(self.height));
        let (across, down) = (f64::from(x - left as f32), f64::from(y - top as f32));
        let upper = mixed(self.at(left, top), self.at(right, top), across);
        mixed(upper, mixed(self.at(left, bottom), self.at(right, bottom), across), down)
    }
}

fn corners<const N: usize>(all: [f64; N], left: [f64; N], above: [f64; N], both: [f64; N]) -> [f64; N] {
    let mut sum = all;
    for (((sum, left), above), both) in sum.iter_mut().zip(left).zip(above).zip(both) {
        *sum = *sum - left - above + both;
    }
    sum
}

fn mixed<const N: usize>(from: [f64; N], to: [f64; N], share: f64) -> [f64; N] {
    let mut mixed = from;
    mixed.iter_mut().zip(to).for_each(|(value, to)| *value += (to - *value) * share);
    mixed
}
