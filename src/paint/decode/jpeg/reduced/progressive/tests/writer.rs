//! Writes the data of a scan (T.81, F.1.2 and G.1.2).

/// Eight with codes of four bits, 64 of eight, the others of twelve: too long to be looked up.
pub fn symbols() -> Vec<u8> {
    let mut all: Vec<u8> = (0..16).flat_map(|run| (0..11).map(move |size| run << 4 | size)).collect();
    all.sort_by_key(|symbol| ((symbol & 15) + (symbol >> 4), *symbol));
    // A common one among the long.
    let common = all.remove(2);
    all.push(common);
    all
}

/// The data of a scan.
#[derive(Default)]
pub struct Writer {
    bytes: Vec<u8>,
    bits: u64,
    count: u32,
    restart: usize,
    mcus: usize,
    means: [i32; 3],
    /// Blocks that end in a row, and the bits of their coefficients.
    run: u32,
    pending: Vec<u32>,
    symbols: Option<Vec<u8>>,
}

impl Writer {
    pub fn new(restart: usize) -> Self {
        Self { restart, ..Self::default() }
    }

    pub fn put(&mut self, bits: u32, count: u32) {
        for shift in (0..count).rev() {
            self.bits = self.bits << 1 | u64::from(bits >> shift & 1);
            self.count += 1;
            if self.count == 8 {
                self.bytes.push(self.bits as u8);
                if self.bits as u8 == 0xFF {
                    self.bytes.push(0);
                }
                (self.bits, self.count) = (0, 0);
            }
        }
    }

    pub fn start_mcu(&mut self) {
        if self.restart > 0 && self.mcus > 0 && self.mcus.is_multiple_of(self.restart) {
            self.end_interval();
            self.bytes.extend([0xFF, 0xD0 + ((self.mcus / self.restart - 1) % 8) as u8]);
            self.means = [0; 3];
        }
        self.mcus += 1;
    }

    fn end_interval(&mut self) {
        self.end_run();
        while self.count > 0 {
            self.put(1, 1);
        }
    }

    pub fn finish(mut self) -> Vec<u8> {
        self.end_interval();
        self.bytes
    }

    fn symbol(&mut self, symbol: u8) {
        let symbols = self.symbols.get_or_insert_with(symbols);
        match symbols.iter().position(|&other| other == symbol).unwrap() as u32 {
            at @ 0..8 => self.put(at, 4),
            at @ 8..72 => self.put((8 << 4) + at - 8, 8),
            at => self.put((((8 << 4) + 64) << 4) + at - 72, 12),
        }
    }

    fn value(&mut self, value: i32) {
        let size = 32 - value.unsigned_abs().leading_zeros();
        self.put((if value < 0 { value - 1 } else { value }) as u32, size);
    }

    pub fn mean(&mut self, component: usize, mean: i32) {
        let difference = mean - self.means[component];
        self.means[component] = mean;
        self.put(32 - difference.unsigned_abs().leading_zeros(), 4);
        self.value(difference);
    }

    pub fn first(&mut self, block: &[i32; 64], first: usize, last: usize, bit: u32) {
        let mut zeros = 0;
        for &value in &block[first..=last] {
            let value = value.signum() * (value.abs() >> bit);
            if value == 0 {
                zeros += 1;
                continue;
            }
            self.end_run();
            while zeros > 15 {
                self.symbol(0xF0);
                zeros -= 16;
            }
            self.symbol(zeros << 4 | (32 - value.unsigned_abs().leading_zeros()) as u8);
            self.value(value);
            zeros = 0;
        }
        if zeros > 0 {
            self.run += 1;
        }
    }

    pub fn further(&mut self, block: &[i32; 64], first: usize, last: usize, bit: u32) {
        let magnitude = |place: usize| block[place].unsigned_abs() >> bit;
        let is_positive = |place: usize| block[place] > 0;
        let last_new = (first..=last).rev().find(|&place| magnitude(place) == 1).unwrap_or(0);
        let mut zeros = 0;
        let mut own = Vec::new();
        for place in first..=last {
            if magnitude(place) == 0 {
                zeros += 1;
                continue;
            }
            while zeros > 15 && place <= last_new {
                self.end_run();
                self.symbol(0xF0);
                own.drain(..).for_each(|bit| self.put(bit, 1));
                zeros -= 16;
            }
            if magnitude(place) > 1 {
                own.push(magnitude(place) & 1);
                continue;
            }
            self.end_run();
            self.symbol(zeros << 4 | 1);
            self.put(u32::from(is_positive(place)), 1);
            own.drain(..).for_each(|bit| self.put(bit, 1));
            zeros = 0;
        }
        if zeros > 0 || !own.is_empty() {
            self.run += 1;
            self.pending.append(&mut own);
        }
    }

    pub fn end_run(&mut self) {
        if self.run > 0 {
            let size = 31 - self.run.leading_zeros();
            self.symbol((size as u8) << 4);
            self.put(self.run, size);
            self.run = 0;
            std::mem::take(&mut self.pending).into_iter().for_each(|bit| self.put(bit, 1));
        }
    }
}
