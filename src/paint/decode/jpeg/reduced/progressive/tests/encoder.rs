//! Writes coefficients as a file in one scan, or in the scans of any script (T.81, annexes F and G).

use super::super::super::tests::photo;
use super::writer::{Writer, symbols};

/// A scan: its components, from which place to which, the bit of the scans before, and its own.
pub type Spec = (&'static [usize], usize, usize, u32, u32);

/// A picture as coefficients.
pub struct Picture {
    width: usize,
    height: usize,
    /// Blocks of each MCU across and down, and the blocks of all MCUs in rows, by component.
    components: Vec<(usize, usize, Vec<[i32; 64]>)>,
    /// MCUs between two restart markers.
    pub restart: usize,
}

const ZIGZAG: [usize; 64] = [
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7,
    14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39,
    46, 53, 60, 61, 54, 47, 55, 62, 63,
];

fn step(place: usize) -> i32 {
    2 + place as i32 / 6
}

impl Picture {
    /// The test photo; `sampling` is the blocks of brightness in each MCU, nothing for grey.
    pub fn new(width: usize, height: usize, sampling: Option<(usize, usize)>) -> Self {
        let pixels = photo(width as u16, height as u16);
        let most = sampling.unwrap_or((1, 1));
        let mut components = Vec::new();
        for number in 0..if sampling.is_some() { 3 } else { 1 } {
            let (across, down) = if number == 0 { most } else { (1, 1) };
            let (scale_x, scale_y) = (most.0 / across, most.1 / down);
            let columns = width.div_ceil(8 * most.0) * across;
            let rows = height.div_ceil(8 * most.1) * down;
            let sample = |x: usize, y: usize| {
                let (x, y) = ((x * scale_x).min(width - 1), (y * scale_y).min(height - 1));
                let at = (y * width + x) * 3;
                let [r, g, b] = [0, 1, 2].map(|channel| f64::from(pixels[at + channel]));
                let luma = 0.299 * r + 0.587 * g + 0.114 * b;
                [luma - 128.0, (b - luma) / 1.772, (r - luma) / 1.402][number]
            };
            let blocks = (0..rows * columns).map(|at| {
                let (top, left) = (at / columns * 8, at % columns * 8);
                block(|x, y| sample(left + x, top + y))
            });
            components.push((across, down, blocks.collect()));
        }
        Self { width, height, components, restart: 0 }
    }

    fn columns(&self, component: usize) -> usize {
        self.mcus().0 * self.components[component].0
    }

    fn mcus(&self) -> (usize, usize) {
        let (across, down, _) = self.components[0];
        (self.width.div_ceil(8 * across), self.height.div_ceil(8 * down))
    }

    /// The blocks of a scan by MCU (A.2).
    fn order(&self, scanned: &[usize]) -> Vec<Vec<(usize, usize)>> {
        if let &[component] = scanned {
            let (across, down, _) = self.components[component];
            let (most_across, most_down, _) = self.components[0];
            let own_columns = (self.width * across).div_ceil(most_across).div_ceil(8);
            let own_rows = (self.height * down).div_ceil(most_down).div_ceil(8);
            let at = |row: usize, column: usize| (component, row * self.columns(component) + column);
            return (0..own_rows)
                .flat_map(|row| (0..own_columns).map(move |column| vec![at(row, column)]))
                .collect();
        }
        let (mcus_across, mcus_down) = self.mcus();
        let mut order = Vec::new();
        for (y, x) in (0..mcus_down).flat_map(|y| (0..mcus_across).map(move |x| (y, x))) {
            let mut mcu = Vec::new();
            for &component in scanned {
                let (across, down, _) = self.components[component];
                for line in y * down..(y + 1) * down {
                    let start = line * self.columns(component);
                    mcu.extend((x * across..(x + 1) * across).map(|column| (component, start + column)));
                }
            }
            order.push(mcu);
        }
        order
    }

    /// All in one scan.
    pub fn baseline(&self) -> Vec<u8> {
        let all: Vec<usize> = (0..self.components.len()).collect();
        let mut bytes = self.head(0xC0);
        scan_header(&mut bytes, &all, 0, 63, 0, 0);
        let mut writer = Writer::new(self.restart);
        for mcu in self.order(&all) {
            writer.start_mcu();
            for (component, at) in mcu {
                let block = &self.components[component].2[at];
                writer.mean(component, block[0]);
                writer.first(block, 1, 63, 0);
                writer.end_run();
            }
        }
        bytes.extend(writer.finish());
        bytes.extend([0xFF, 0xD9]);
        bytes
    }

    /// In the scans of a script.
    pub fn progressive(&self, script: &[Spec]) -> Vec<u8> {
        let mut bytes = self.head(0xC2);
        for &(scanned, first, last, before, bit) in script {
            scan_header(&mut bytes, scanned, first, last, before, bit);
            let mut writer = Writer::new(self.restart);
            for mcu in self.order(scanned) {
                writer.start_mcu();
                for (component, at) in mcu {
                    let block = &self.components[component].2[at];
                    match (first, before) {
                        (0, 0) => writer.mean(component, block[0] >> bit),
                        (0, _) => writer.put((block[0] >> bit & 1) as u32, 1),
                        (_, 0) => writer.first(block, first, last, bit),
                        _ => writer.further(block, first, last, bit),
                    }
                }
            }
            bytes.extend(writer.finish());
        }
        bytes.extend([0xFF, 0xD9]);
        bytes
    }

    fn head(&self, process: u8) -> Vec<u8> {
        let mut bytes = vec![0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0];
        bytes.extend((0..64).map(|place| step(place) as u8));
        let count = self.components.len();
        bytes.extend([0xFF, process, 0, 8 + 3 * count as u8, 8]);
        bytes.extend((self.height as u16).to_be_bytes());
        bytes.extend((self.width as u16).to_be_bytes());
        bytes.push(count as u8);
        for (name, (across, down, _)) in (1..).zip(&self.components) {
            bytes.extend([name, (across << 4 | down) as u8, 0]);
        }
        bytes.extend([0xFF, 0xC4, 0, 19 + 12, 0, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        bytes.extend(0..12);
        let symbols = symbols();
        bytes.extend([0xFF, 0xC4, 0, 19 + symbols.len() as u8, 0x10]);
        bytes.extend([0, 0, 0, 8, 0, 0, 0, 64, 0, 0, 0, symbols.len() as u8 - 72, 0, 0, 0, 0]);
        bytes.extend(symbols);
        if self.restart > 0 {
            bytes.extend([0xFF, 0xDD, 0, 4, 0, self.restart as u8]);
        }
        bytes
    }
}

fn scan_header(bytes: &mut Vec<u8>, scanned: &[usize], first: usize, last: usize, before: u32, bit: u32) {
    bytes.extend([0xFF, 0xDA, 0, 6 + 2 * scanned.len() as u8, scanned.len() as u8]);
    bytes.extend(scanned.iter().flat_map(|&component| [component as u8 + 1, 0]));
    bytes.extend([first as u8, last as u8, (before << 4 | bit) as u8]);
}

/// The transform as the standard writes it (A.3.3), in steps.
fn block(sample: impl Fn(usize, usize) -> f64) -> [i32; 64] {
    let mut block = [0; 64];
    let cosine = |x: usize, u: usize| ((2 * x + 1) as f64 * u as f64 * std::f64::consts::PI / 16.0).cos();
    let scale = |u: usize| if u == 0 { std::f64::consts::FRAC_1_SQRT_2 } else { 1.0 };
    for (place, &at) in ZIGZAG.iter().enumerate() {
        let (v, u) = (at / 8, at % 8);
        let places = (0..64).map(|at| (at % 8, at / 8));
        let sum: f64 = places.map(|(x, y)| sample(x, y) * cosine(x, u) * cosine(y, v)).sum();
        block[place] = (sum * scale(u) * scale(v) / 4.0 / f64::from(step(place))).round() as i32;
    }
    block
}
