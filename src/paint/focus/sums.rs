//! Sums over rectangles of a grid, each by four numbers (Crow's summed-area table).

/// Sums of all cells above and to the left.
#[derive(Clone, Debug)]
pub struct Sums {
    width: usize,
    height: usize,
    /// One row and one column more than cells.
    values: Vec<f64>,
}

impl Sums {
    /// Of a grid's cells, row by row.
    pub fn new(width: usize, height: usize, cells: impl Iterator<Item = f32>) -> Self {
        let row_length = width + 1;
        let mut values = vec![0.0; row_length];
        values.reserve(row_length * height);
        let mut in_row = 0.0;
        for (index, cell) in cells.enumerate() {
            if index % width == 0 {
                values.push(0.0);
                in_row = 0.0;
            }
            in_row += f64::from(cell);
            let above = values.get(values.len() - row_length).copied().unwrap_or_default();
            values.push(in_row + above);
        }
        Self { width, height, values }
    }

    fn at(&self, x: usize, y: usize) -> f64 {
        self.values.get(y * (self.width + 1) + x).copied().unwrap_or_default()
    }

    /// The mean of the cells around one, as far as they lie on the grid.
    pub fn mean_around(&self, x: usize, y: usize, radius: usize) -> f32 {
        let (left, top) = (x.saturating_sub(radius), y.saturating_sub(radius));
        let (right, bottom) = ((x + radius + 1).min(self.width), (y + radius + 1).min(self.height));
        let sum = self.at(right, bottom) - self.at(left, bottom) - self.at(right, top) + self.at(left, top);
        let count = ((right - left) * (bottom - top)).max(1);
        (sum / count as f64) as f32
    }

    /// The sum over a rectangle whose sides may lie within cells.
    pub fn over(&self, left: f32, top: f32, right: f32, bottom: f32) -> f32 {
        if right <= left || bottom <= top {
            return 0.0;
        }
        let sum = self.between(right, bottom) - self.between(left, bottom) - self.between(right, top)
            + self.between(left, top);
        sum as f32
    }

    pub fn whole(&self) -> f32 {
        self.at(self.width, self.height) as f32
    }

    /// Linear between the corners of cells.
    fn between(&self, x: f32, y: f32) -> f64 {
        let (x, y) = (x.clamp(0.0, self.width as f32), y.clamp(0.0, self.height as f32));
        let (left, top) = (x as usize, y as usize);
        let (right, bottom) = ((left + 1).min(self.width), (top + 1).min(self.height));
        let (across, down) = (f64::from(x - left as f32), f64::from(y - top as f32));
        let upper = self.at(left, top) * (1.0 - across) + self.at(right, top) * across;
        let lower = self.at(left, bottom) * (1.0 - across) + self.at(right, bottom) * across;
        upper * (1.0 - down) + lower * down
    }
}
