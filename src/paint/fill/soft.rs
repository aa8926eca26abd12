//! Soft fills over a whole picture: mixed at the nodes of a grid, and drawn straight from node to node.
//!
//! What lies between two nodes differs from the truth by less than dithering does. A cell of which that does not hold, such as
//! one in which a glow has its middle, is mixed pixel by pixel.

use super::{Layer, dithered, middle, noise_of_eight, over};
use crate::paint::byte::{self, interleave};
use crate::paint::color::Curve;
use crate::scene::Picture;
use wide::bytemuck::cast;
use wide::{i16x8, u8x16, u16x8};

/// From one node to the next.
pub const CELL_PX: usize = byte::PIXELS;
const HALF_PX: usize = CELL_PX / 2;
/// How far what lies halfway between two corners of a cell, or in its middle, may be from their mean, in steps of 255.
const MOST_STEPS: f32 = 0.5;
/// The same, where each quarter of the cell is drawn for itself: of what bends, a half as long is off by a quarter as much, and of
/// what has a corner, by a half.
const MOST_STEPS_IN_QUARTERS: f32 = 1.0;
/// What is drawn is counted in parts of a step, which fit sixteen bits with the noise that is added.
const PARTS: f32 = 256.0;

/// The sRGB numbers, from 0 to 255, of one node.
type Node = [f32; 3];

/// Mixes layers that all cover every pixel, the lowest of which is opaque.
pub fn draw(picture: &mut Picture, layers: &[Layer]) {
    let curve = Curve::srgb();
    let width = picture.width_px as usize;
    let light = |x: f32, y: f32| {
        let mut light = [0.0; 3];
        layers.iter().filter_map(|layer| layer.at(x, y)).for_each(|above| over(&mut light, above));
        light
    };
    let node = |x: f32, y: f32| {
        let [red, green, blue] = light(x, y);
        [curve.from_linear(red), curve.from_linear(green), curve.from_linear(blue)]
    };
    let columns = width.div_ceil(CELL_PX);
    let nodes = |y: usize| -> Vec<Node> {
        (0..=2 * columns).map(|column| node(middle(column * HALF_PX), middle(y))).collect()
    };
    let mut upper = nodes(0);
    let mut noises = vec![[u16x8::ZERO; 2]; columns];
    for (band, rows) in picture.rgb.chunks_mut((width * 3 * CELL_PX).max(3)).enumerate() {
        let top = band * CELL_PX;
        let lower = nodes(top + CELL_PX);
        let cells = cells(&upper, &nodes(top + HALF_PX), &lower);
        for (y, row) in (top..).zip(rows.chunks_exact_mut((width * 3).max(3))) {
            let share = (y - top) as f32 / CELL_PX as f32;
            for (noise, x) in noises.as_flattened_mut().iter_mut().zip((0..).step_by(HALF_PX)) {
                *noise = noise_of_eight(x, y) >> 8;
            }
            let pixels = row.as_chunks_mut::<3>().0.chunks_mut(CELL_PX);
            for (column, ((pixels, cell), noises)) in pixels.zip(&cells).zip(&noises).enumerate() {
                match cell.bend {
                    Bend::None => cell.draw(pixels, share, noises),
                    Bend::Slight => cell.draw_quarters(pixels, share, noises),
                    Bend::Strong => {
                        let places = pixels.iter_mut().zip(column * CELL_PX..);
                        places.for_each(|(pixel, x)| {
                            *pixel = dithered(curve, light(middle(x), middle(y)), x, y);
                        });
                    }
                }
            }
        }
        upper = lower;
    }
}

/// What lies between four nodes.
struct Cell {
    /// At its corners and halfway between them, in rows from the top.
    nodes: [[Node; 3]; 3],
    bend: Bend,
}

/// How far a cell is from being straight.
enum Bend {
    None,
    /// Its quarters are straight.
    Slight,
    Strong,
}

/// The cells of a row, from the nodes at their corners and halfway between them.
fn cells(upper: &[Node], middle: &[Node], lower: &[Node]) -> Vec<Cell> {
    let rows = upper.windows(3).zip(middle.windows(3)).zip(lower.windows(3)).step_by(2);
    let cell = |((upper, middle), lower): ((&[Node], &[Node]), &[Node])| {
        let (&[a, b, c], &[d, e, f], &[g, h, i]) = (upper, middle, lower) else { return None };
        let sides =
            [(a, c, b), (a, g, d), (c, i, f), (g, i, h), (between(&a, &c, 0.5), between(&g, &i, 0.5), e)];
        let off = |(from, to, node): &(Node, Node, Node)| {
            let mean = between(from, to, 0.5);
            mean.iter().zip(node).map(|(mean, value)| (mean - value).abs()).fold(0.0, f32::max)
        };
        let off = sides.iter().map(off).fold(0.0, f32::max);
        let bend = match off {
            ..=MOST_STEPS => Bend::None,
            ..=MOST_STEPS_IN_QUARTERS => Bend::Slight,
            _ => Bend::Strong,
        };
        Some(Cell { nodes: [[a, b, c], [d, e, f], [g, h, i]], bend })
    };
    rows.filter_map(cell).collect()
}

impl Cell {
    /// Draws a row of the cell, `share` of the way down.
    #[inline(always)]
    fn draw(&self, cell: &mut [[u8; 3]], share: f32, noises: &[u16x8; 2]) {
        let [[a, _, b], _, [c, _, d]] = &self.nodes;
        let (left, right) = (between(a, c, share), between(b, d, share));
        draw_row(cell, [&left, &between(&left, &right, 0.5), &right], noises);
    }

    /// The same, from each node to the next.
    #[inline(always)]
    fn draw_quarters(&self, cell: &mut [[u8; 3]], share: f32, noises: &[u16x8; 2]) {
        let [upper, middle, lower] = &self.nodes;
        let ([a, b, c], [d, e, f], share) =
            if share < 0.5 { (upper, middle, 2.0 * share) } else { (middle, lower, 2.0 * share - 1.0) };
        draw_row(cell, [&between(a, d, share), &between(b, e, share), &between(c, f, share)], noises);
    }
}

/// Draws a row of a cell straight from its left end to its middle, and on to its right end, as far as there are pixels.
#[inline(always)]
fn draw_row(cell: &mut [[u8; 3]], [left, middle, right]: [&Node; 3], noises: &[u16x8; 2]) {
    let mut channels = [u8x16::ZERO; 3];
    for ((channel, left), (middle, right)) in channels.iter_mut().zip(left).zip(middle.iter().zip(right)) {
        let [first, second] = noises;
        let halves = [eight(*left, *middle) + *first, eight(*middle, *right) + *second];
        let [first, second]: [i16x8; 2] = cast(halves.map(|half| half >> 8));
        *channel = u8x16::narrow_i16x8(first, second);
    }
    interleave(channels, cell);
}

/// Eight numbers from one to just before another. They are never below 0 nor above 255 steps, so that with noise they stay within sixteen
/// bits.
#[inline(always)]
fn eight(from: f32, to: f32) -> u16x8 {
    let step = ((to - from) * (PARTS / HALF_PX as f32)) as i16 as u16;
    u16x8::splat((from * PARTS) as u16) + u16x8::new([0, 1, 2, 3, 4, 5, 6, 7]) * u16x8::splat(step)
}

#[inline(always)]
fn between(from: &Node, to: &Node, share: f32) -> Node {
    let mut node = *from;
    node.iter_mut().zip(to).for_each(|(value, to)| *value += (to - *value) * share);
    node
}
