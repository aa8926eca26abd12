//! Spaces that were measured: a grid of colours between curves, as printers have them.

use super::curve::{Curve, between};
use super::icc;
use super::matrix::{D50_TO_SRGB, single};
use super::{Bytes, Number};
use moxcms::{DataColorSpace, LutDataType, LutMultidimensionalType, LutStore, LutWarehouse, ToneReprCurve};

/// White under D50 (ICC.1:2022, 7.2.16).
const D50: [f32; 3] = [0.9642, 1.0, 0.8249];

/// How a table's three results name a colour.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Code {
    /// CIELAB, with 100 at 0xFF00, as sixteen bits had it before version 4.
    LabBefore4,
    Lab,
    /// Up to almost 2.
    Xyz,
}

/// Curves, a grid, curves, a matrix, curves.
#[derive(Clone, Debug)]
pub struct Table {
    before: Vec<Curve>,
    /// Along each channel, the first being the slowest.
    grid: Vec<usize>,
    /// Three numbers at each node, from 0 to 1; none where the channels go through as they are.
    nodes: Vec<f32>,
    between: Vec<Curve>,
    matrix: [[f32; 3]; 3],
    bias: [f32; 3],
    after: Vec<Curve>,
    code: Code,
    to_srgb: [[f32; 3]; 3],
}

impl Table {
    /// Nothing where the table does not lead from `channels` inks to a colour.
    pub fn new(table: &LutWarehouse, channels: usize, pcs: DataColorSpace) -> Option<Self> {
        let code = match pcs {
            DataColorSpace::Lab => Code::Lab,
            DataColorSpace::Xyz => Code::Xyz,
            _ => return None,
        };
        let table = match table {
            LutWarehouse::Lut(table) => Self::of_tables(table, code),
            LutWarehouse::Multidimensional(table) => Self::of_curves(table, code),
        }?;
        let size: usize = table.grid.iter().product::<usize>().checked_mul(3)?;
        let is_whole = if table.nodes.is_empty() { channels == 3 } else { table.nodes.len() == size };
        let fits = (table.grid.is_empty() || table.grid.len() == channels)
            && (table.before.is_empty() || table.before.len() == channels)
            && [&table.between, &table.after].iter().all(|curves| matches!(curves.len(), 0 | 3));
        (is_whole && fits).then_some(table)
    }

    /// `lut8Type` and `lut16Type`, whose matrix only counts where the input is XYZ.
    fn of_tables(table: &LutDataType, code: Code) -> Option<Self> {
        let channels = usize::from(table.num_input_channels);
        if table.num_output_channels != 3 {
            return None;
        }
        let code = match (&table.clut_table, code) {
            (LutStore::Store16(_), Code::Lab) => Code::LabBefore4,
            (_, code) => code,
        };
        let curves = |store: &LutStore, entries: u16| -> Vec<Curve> {
            unit(store)
                .chunks_exact(usize::from(entries).max(1))
                .map(|steps| Curve::Steps(steps.to_vec()))
                .collect()
        };
        Some(Self {
            before: curves(&table.input_table, table.num_input_table_entries),
            grid: vec![usize::from(table.num_clut_grid_points); channels],
            nodes: unit(&table.clut_table),
            between: Vec::new(),
            matrix: IDENTITY,
            bias: [0.0; 3],
            after: curves(&table.output_table, table.num_output_table_entries),
            code,
            to_srgb: single(D50_TO_SRGB),
        })
    }

    /// `lutAToBType`.
    fn of_curves(table: &LutMultidimensionalType, code: Code) -> Option<Self> {
        if table.num_output_channels != 3 {
            return None;
        }
        let channels = usize::from(table.num_input_channels);
        let nodes = table.clut.as_ref().map(unit).unwrap_or_default();
        let grid = if nodes.is_empty() {
            Vec::new()
        } else {
            table.grid_points.iter().take(channels).map(|&points| usize::from(points)).collect()
        };
        Some(Self {
            before: table.a_curves.iter().map(icc::curve).collect(),
            grid,
            nodes,
            between: table.m_curves.iter().map(stepped).collect(),
            matrix: single(table.matrix.v),
            bias: table.bias.v.map(|value| value as f32),
            after: table.b_curves.iter().map(stepped).collect(),
            code,
            to_srgb: single(D50_TO_SRGB),
        })
    }

    pub fn channels(&self) -> usize {
        if self.grid.is_empty() { 3 } else { self.grid.len() }
    }

    /// sRGB bytes of `channels()` numbers for each pixel; neighbours that are alike are computed once.
    pub fn to_srgb<N: Number>(&self, values: &[N]) -> Vec<u8> {
        let before: Vec<Vec<f32>> = self.before.iter().map(Curve::sampled::<N>).collect();
        let channels = self.channels();
        let mut rgb = Vec::with_capacity(values.len() / channels * 3);
        let mut last: Option<([f32; 4], [u8; 3])> = None;
        for pixel in values.chunks_exact(channels) {
            let mut inks = [0.0; 4];
            for (index, (ink, value)) in inks.iter_mut().zip(pixel).enumerate() {
                *ink = before.get(index).map_or_else(|| value.to_unit(), |curve| value.look_up(curve));
            }
            let bytes = match last {
                Some((same, bytes)) if same == inks => bytes,
                _ => self.color(inks),
            };
            last = Some((inks, bytes));
            rgb.extend(bytes);
        }
        rgb
    }

    fn color(&self, inks: [f32; 4]) -> [u8; 3] {
        let [a, b, c, _] = inks;
        let mut values = if self.nodes.is_empty() { [a, b, c] } else { self.at(inks) };
        curved(&self.between, &mut values);
        let [x, y, z] = values;
        for ((value, [a, b, c]), bias) in values.iter_mut().zip(self.matrix).zip(self.bias) {
            *value = a * x + b * y + c * z + bias;
        }
        curved(&self.after, &mut values);
        let [x, y, z] = self.xyz(values);
        let bytes = Bytes::new();
        self.to_srgb.map(|[a, b, c]| bytes.of_light(a * x + b * y + c * z))
    }

    /// Between the nodes around it: by tetrahedra of three channels, so that greys stay grey, and along the first of
    /// four by a line, as littlecms does.
    fn at(&self, inks: [f32; 4]) -> [f32; 3] {
        let mut axes = [Axis::default(); 4];
        let mut stride = 1;
        for ((axis, &points), ink) in axes.iter_mut().zip(&self.grid).zip(inks).rev() {
            *axis = Axis::new(points, ink, stride);
            stride *= points;
        }
        let [first, second, third, fourth] = axes;
        if self.grid.len() < 4 {
            return self.within(0, [first, second, third]);
        }
        let low = self.within(first.low, [second, third, fourth]);
        if first.share == 0.0 {
            return low;
        }
        let high = self.within(first.low + first.step, [second, third, fourth]);
        mix(low, high, first.share)
    }

    /// From the lowest corner to the highest along the axes, the one that reaches farthest first.
    fn within(&self, start: usize, axes: [Axis; 3]) -> [f32; 3] {
        let [a, b, c] = axes;
        let (a, b) = ordered(a, b);
        let (b, c) = ordered(b, c);
        let (a, b) = ordered(a, b);
        let mut node = start + a.low + b.low + c.low;
        let mut here = self.node(node);
        let mut color = here;
        for axis in [a, b, c] {
            node += axis.step;
            let next = self.node(node);
            for ((value, from), to) in color.iter_mut().zip(here).zip(next) {
                *value += axis.share * (to - from);
            }
            here = next;
        }
        color
    }

    fn node(&self, index: usize) -> [f32; 3] {
        self.nodes.as_chunks::<3>().0.get(index).copied().unwrap_or_default()
    }

    fn xyz(&self, [a, b, c]: [f32; 3]) -> [f32; 3] {
        let (lightness, a, b) = match self.code {
            Code::Xyz => return [a, b, c].map(|value| value * (1.0 + 32_767.0 / 32_768.0)),
            Code::LabBefore4 => {
                (a * 6_553_500.0 / 65_280.0, b * 65_535.0 / 256.0 - 128.0, c * 65_535.0 / 256.0 - 128.0)
            }
            Code::Lab => (a * 100.0, b * 255.0 - 128.0, c * 255.0 - 128.0),
        };
        let middle = (lightness + 16.0) / 116.0;
        let [x, y, z] = [middle + a / 500.0, middle, middle - b / 200.0].map(|value| {
            if value > 6.0 / 29.0 { value * value * value } else { (value - 4.0 / 29.0) * (108.0 / 841.0) }
        });
        [x * D50[0], y * D50[1], z * D50[2]]
    }
}

/// Where a number lies between the nodes of its channel.
#[derive(Clone, Copy, Debug, Default)]
struct Axis {
    /// How many nodes of the table lie before the lower one.
    low: usize,
    /// How many lie between the two.
    step: usize,
    /// How far it is from the lower to the higher.
    share: f32,
}

impl Axis {
    fn new(points: usize, ink: f32, stride: usize) -> Self {
        let last = points.saturating_sub(1);
        let at = ink.clamp(0.0, 1.0) * last as f32;
        let low = (at as usize).min(last);
        Self { low: low * stride, step: if low < last { stride } else { 0 }, share: at - low as f32 }
    }
}

/// The one that reaches farther before the other.
fn ordered(a: Axis, b: Axis) -> (Axis, Axis) {
    if a.share < b.share { (b, a) } else { (a, b) }
}

fn mix(low: [f32; 3], high: [f32; 3], share: f32) -> [f32; 3] {
    let mut mixed = low;
    for (value, high) in mixed.iter_mut().zip(high) {
        *value += share * (high - *value);
    }
    mixed
}

const IDENTITY: [[f32; 3]; 3] = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];

/// A curve of a profile at so many steps that lines between them do no harm: a power for each pixel would take long.
fn stepped(profile: &ToneReprCurve) -> Curve {
    match icc::curve(profile) {
        Curve::Gamma(1.0) => Curve::Gamma(1.0),
        Curve::Steps(steps) => Curve::Steps(steps),
        curve => Curve::Steps((0..=4096_u16).map(|step| curve.light(f32::from(step) / 4096.0)).collect()),
    }
}

fn curved(curves: &[Curve], values: &mut [f32; 3]) {
    for (value, curve) in values.iter_mut().zip(curves) {
        *value = match curve {
            Curve::Steps(steps) => between(steps, *value),
            _ => value.clamp(0.0, 1.0),
        };
    }
}

fn unit(store: &LutStore) -> Vec<f32> {
    match store {
        LutStore::Store8(values) => values.iter().map(|&value| f32::from(value) / 255.0).collect(),
        LutStore::Store16(values) => values.iter().map(|&value| f32::from(value) / 65_535.0).collect(),
    }
}
