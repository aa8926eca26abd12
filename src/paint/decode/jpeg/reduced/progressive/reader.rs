//! Reads one scan, a row of MCUs at a time (ITU-T T.81, A.2 and E.2).

use super::super::bits::Bits;
use super::band::{Band, Position};
use super::blocks::{Block, Kept, Strip};
use super::codes::Pass;
use super::data::Data;
use super::means::{self, Means};
use super::script::Scan;
use super::{first, further};

/// How far a scan was read.
pub struct Reader<'a> {
    kind: Kind,
    /// The components that it holds; several are interleaved.
    components: Vec<usize>,
    /// The lowest bit that it gives.
    bit: u32,
    data: &'a Data,
    position: Position<'a>,
    /// The number of the interval after this one.
    next_interval: usize,
    /// MCUs between two restart markers, and those that are left up to the next.
    restart_interval: usize,
    left: usize,
}

/// What the scan gives.
enum Kind {
    /// By component of the scan.
    Means(Vec<Means>),
    FurtherMeans,
    Frequencies(Band),
    FurtherFrequencies(Band),
}

impl<'a> Reader<'a> {
    /// Nothing where its tables are missing or wrong.
    pub fn new(scan: &Scan<'_>, data: &'a Data) -> Option<Self> {
        let kind = match (scan.first, scan.before) {
            (0, 0) => Kind::Means(scan.parts.iter().map(Means::new).collect::<Option<_>>()?),
            (0, _) => Kind::FurtherMeans,
            (_, 0) => Kind::Frequencies(Band::new(scan, Pass::First)?),
            _ => Kind::FurtherFrequencies(Band::new(scan, Pass::Further)?),
        };
        let restart_interval = if scan.restart_interval == 0 { usize::MAX } else { scan.restart_interval };
        Some(Self {
            kind,
            components: scan.parts.iter().map(|part| part.component).collect(),
            bit: scan.bit,
            data,
            position: Position { bits: Bits::of(data.interval(0)?), ended: 0 },
            next_interval: 1,
            restart_interval,
            left: restart_interval,
        })
    }

    /// Adds what it has for a row of MCUs to the strips of all components; nothing where the data is damaged.
    pub fn read<const M: usize>(&mut self, kept: &Kept, strips: &mut [Strip<M>], row: usize) -> Option<()> {
        if let &[component] = self.components.as_slice() {
            let strip = strips.get_mut(component)?;
            for line in 0..strip.down {
                self.read_blocks(kept, strip.own_blocks(row, line))?;
            }
        } else {
            self.read_mcus(strips)?;
        }
        // At once, so that a small file that claims to be a large picture does not take the time of one.
        (!self.position.bits.is_past_end()).then_some(())
    }

    /// Whether it ends where its data does.
    pub fn is_finished(&self) -> bool {
        self.is_whole() && self.next_interval == self.data.intervals()
    }

    /// Whether the data of this interval was enough, and not said to be for more.
    fn is_whole(&self) -> bool {
        !self.position.bits.is_past_end() && self.position.ended == 0
    }

    /// Blocks that follow each other: in a scan of one component, each is an MCU.
    fn read_blocks<const M: usize>(&mut self, kept: &Kept, mut blocks: &mut [Block<M>]) -> Option<()> {
        while !blocks.is_empty() {
            self.restart_where_due()?;
            let (now, later) = blocks.split_at_mut(self.left.min(blocks.len()));
            self.left -= now.len();
            let Position { bits, .. } = &mut self.position;
            match &mut self.kind {
                Kind::Means(means) => {
                    let means = means.first_mut()?;
                    now.iter_mut().try_for_each(|block| means.read(bits, self.bit, block))?;
                }
                Kind::FurtherMeans => {
                    now.iter_mut().for_each(|block| means::read_further(bits, self.bit, block));
                }
                Kind::Frequencies(band) => first::read(&mut self.position, band, kept, now)?,
                Kind::FurtherFrequencies(band) => further::read(&mut self.position, band, kept, now)?,
            }
            blocks = later;
        }
        Some(())
    }

    /// A row of MCUs of several components, which are means always.
    fn read_mcus<const M: usize>(&mut self, strips: &mut [Strip<M>]) -> Option<()> {
        let mcus = self.components.first().and_then(|&first| strips.get(first)).map(Strip::mcus)?;
        for mcu in 0..mcus {
            self.restart_where_due()?;
            self.left -= 1;
            let Position { bits, .. } = &mut self.position;
            for (number, &component) in self.components.iter().enumerate() {
                let strip = strips.get_mut(component)?;
                for line in 0..strip.down {
                    let mut blocks = strip.blocks_of_mcu(mcu, line).iter_mut();
                    match &mut self.kind {
                        Kind::Means(means) => {
                            let means = means.get_mut(number)?;
                            blocks.try_for_each(|block| means.read(bits, self.bit, block))?;
                        }
                        _ => blocks.for_each(|block| means::read_further(bits, self.bit, block)),
                    }
                }
            }
        }
        Some(())
    }

    /// Goes on to the next interval where this one is over; nothing where there is none, or this one was damaged.
    fn restart_where_due(&mut self) -> Option<()> {
        if self.left > 0 {
            return Some(());
        }
        if !self.is_whole() {
            return None;
        }
        self.position.bits = Bits::of(self.data.interval(self.next_interval)?);
        self.next_interval += 1;
        self.left = self.restart_interval;
        if let Kind::Means(means) = &mut self.kind {
            means.iter_mut().for_each(Means::restart);
        }
        Some(())
    }
}
