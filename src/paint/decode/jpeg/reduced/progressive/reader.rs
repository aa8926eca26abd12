//! Reads one scan, a row of MCUs at a time.

use super::super::bits::Bits;
use super::super::huffman::Differences;
use super::blocks::Strip;
use super::codes::{Pass, Symbols};
use super::data::Data;
use super::passes::{self, Band};
use super::script::{Part, Scan};

/// A position in a scan.
pub struct Reader<'a> {
    data: &'a Data,
    /// The components that it holds; several are interleaved.
    components: Vec<usize>,
    kind: Kind,
    bit: u32,
    bits: Bits<'a>,
    /// The interval after this one, the MCUs of each, and those that are left of this one.
    next_interval: usize,
    restart_interval: usize,
    left: usize,
    /// The blocks, from the next on, in which no frequency comes any more.
    ended: usize,
}

/// What the scan gives.
enum Kind {
    /// With the mean of the block before, by component of the scan.
    Means(Vec<(Differences, i32)>),
    FurtherMeans,
    Frequencies(Symbols, Band),
    FurtherFrequencies(Symbols, Band),
}

impl<'a> Reader<'a> {
    /// Nothing where its tables are missing or wrong.
    pub fn new(scan: &Scan<'_>, data: &'a Data) -> Option<Self> {
        let band = Band { first: scan.first, last: scan.last, bit: scan.bit };
        let symbols = |pass| Symbols::new(scan.parts.first()?.codes?, pass);
        let kind = match (scan.first, scan.before) {
            (0, 0) => {
                let differences = |part: &Part<'_>| {
                    let codes = part.codes?;
                    Some((Differences::new(codes.counts, codes.symbols)?, 0))
                };
                Kind::Means(scan.parts.iter().map(differences).collect::<Option<_>>()?)
            }
            (0, _) => Kind::FurtherMeans,
            (_, 0) => Kind::Frequencies(symbols(Pass::First)?, band),
            _ => Kind::FurtherFrequencies(symbols(Pass::Further)?, band),
        };
        Some(Self {
            data,
            components: scan.parts.iter().map(|part| part.component).collect(),
            kind,
            bit: scan.bit,
            bits: Bits::of(data.interval(0)?),
            next_interval: 1,
            restart_interval: if scan.restart_interval == 0 { usize::MAX } else { scan.restart_interval },
            left: if scan.restart_interval == 0 { usize::MAX } else { scan.restart_interval },
            ended: 0,
        })
    }

    /// Adds what it has for a row of MCUs, of all components.
    pub fn read<const M: usize>(&mut self, strips: &mut [Strip<M>], mcu_row: usize) -> Option<()> {
        match *self.components.as_slice() {
            [component] => {
                let strip = strips.get_mut(component)?;
                for line in 0..strip.down {
                    if let Some(blocks) = strip.own_row(mcu_row, line) {
                        self.read_blocks(blocks)?;
                    }
                }
                Some(())
            }
            _ => self.read_mcus(strips),
        }
    }

    /// Whether it ended with its data.
    pub fn is_finished(&self) -> bool {
        !self.bits.is_past_end() && self.ended == 0 && self.next_interval == self.data.intervals()
    }

    fn read_blocks<const M: usize>(&mut self, mut blocks: &mut [super::blocks::Block<M>]) -> Option<()> {
        while !blocks.is_empty() {
            self.restart_where_due()?;
            let (now, later) = blocks.split_at_mut(self.left.min(blocks.len()));
            self.left -= now.len();
            match &mut self.kind {
                Kind::Means(tables) => {
                    let (differences, mean) = tables.first_mut()?;
                    for block in now {
                        passes::mean(&mut self.bits, differences, mean, self.bit, block)?;
                    }
                }
                Kind::FurtherMeans => {
                    now.iter_mut().for_each(|block| passes::further_mean(&mut self.bits, self.bit, block))
                }
                Kind::Frequencies(symbols, band) => {
                    passes::frequencies(&mut self.bits, symbols, &mut self.ended, *band, now)?
                }
                Kind::FurtherFrequencies(symbols, band) => {
                    passes::further_frequencies(&mut self.bits, symbols, &mut self.ended, *band, now)?
                }
            }
            blocks = later;
        }
        Some(())
    }

    /// Several components' means.
    fn read_mcus<const M: usize>(&mut self, strips: &mut [Strip<M>]) -> Option<()> {
        let &first = self.components.first()?;
        let mcus = strips.get(first).map(|strip| strip.stride / strip.across)?;
        for mcu in 0..mcus {
            self.restart_where_due()?;
            self.left -= 1;
            for (number, &component) in self.components.iter().enumerate() {
                let strip = strips.get_mut(component)?;
                for line in 0..strip.down {
                    let start = line * strip.stride + mcu * strip.across;
                    for block in strip.blocks.get_mut(start..start + strip.across)? {
                        match &mut self.kind {
                            Kind::Means(tables) => {
                                let (differences, mean) = tables.get_mut(number)?;
                                passes::mean(&mut self.bits, differences, mean, self.bit, block)?;
                            }
                            _ => passes::further_mean(&mut self.bits, self.bit, block),
                        }
                    }
                }
            }
        }
        Some(())
    }

    /// Goes on to the next interval where this one is over; nothing where there is none, or this one was too short.
    fn restart_where_due(&mut self) -> Option<()> {
        if self.left > 0 {
            return Some(());
        }
        if self.bits.is_past_end() || self.ended > 0 {
            return None;
        }
        self.bits = Bits::of(self.data.interval(self.next_interval)?);
        self.next_interval += 1;
        self.left = self.restart_interval;
        if let Kind::Means(tables) = &mut self.kind {
            tables.iter_mut().for_each(|(_, mean)| *mean = 0);
        }
        Some(())
    }
}
