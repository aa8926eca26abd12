//! Soft fills over a whole picture: mixed at the nodes of a grid, and drawn straight from node to node.
//!
//! What lies between two nodes differs from the truth by less than dithering does. A cell of which that does not hold, such as
//! one in which a glow has its middle, is mixed pixel by pixel.

use super::{Layer, Rows, dithered, middle, noise_of_eight};
use crate::paint::byte::{self, interleave};
use crate::paint::color::Curve;
use wide::bytemuck::cast;
use wide::{f32x4, i16x8, u8x16, u16x8};

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

/// The sRGB numbers, from 0 to 255, of one node: red, green and blue, and nothing.
type Node = f32x4;

/// Mixes layers that all cover every pixel, the lowest of which is opaque, and then lets be drawn what lies above them.
pub fn draw(rows: &mut Rows<'_>, layers: &[Layer], mut above: impl FnMut(&mut Rows<'_>)) {
    let curve = Curve::srgb();
    let width = rows.width;
    let columns = width.div_ceil(CELL_PX);
    let nodes = |y: usize| -> Vec<Node> {
        let mut nodes = Vec::with_capacity(2 * columns + 4);
        // To flatten what an iterator gives would be a call for each node.
        for node in (0..=2 * columns).step_by(4) {
            nodes.extend_from_slice(&four_nodes(curve, lights(layers, node * HALF_PX, HALF_PX, y)));
        }
        nodes
    };
    let mut upper = nodes(0);
    let mut noises = vec![[u16x8::ZERO; 2]; columns];
    for mut band in rows.bands(CELL_PX) {
        let top = band.top;
        let lower = nodes(top + CELL_PX);
        let cells = cells(&upper, &nodes(top + HALF_PX), &lower);
        for (y, row) in band.each() {
            let share = (y - top) as f32 / CELL_PX as f32;
            for (noise, x) in noises.as_flattened_mut().iter_mut().zip((0..).step_by(HALF_PX)) {
                *noise = noise_of_eight(x, y) >> 8;
            }
            let pixels = row.chunks_mut(CELL_PX);
            for (column, ((pixels, cell), noises)) in pixels.zip(&cells).zip(&noises).enumerate() {
                match cell.bend {
                    Bend::None => cell.draw(pixels, share, noises),
                    Bend::Slight => cell.draw_quarters(pixels, share, noises),
                    Bend::Strong => {
                        for (four, x) in pixels.chunks_mut(4).zip((column * CELL_PX..).step_by(4)) {
                            let [reds, greens, blues] = lights(layers, x, 1, y).map(f32x4::to_array);
                            let lights = reds.into_iter().zip(greens).zip(blues);
                            for ((pixel, ((red, green), blue)), x) in four.iter_mut().zip(lights).zip(x..) {
                                *pixel = dithered(curve, [red, green, blue], x, y);
                            }
                        }
                    }
                }
            }
        }
        above(&mut band);
        upper = lower;
    }
}

/// The linear light of four points in a row, so many pixels from one to the next.
#[inline(always)]
fn lights(layers: &[Layer], x: usize, step_px: usize, y: usize) -> [f32x4; 3] {
    let places = f32x4::splat(middle(x)) + f32x4::new([0.0, 1.0, 2.0, 3.0]) * step_px as f32;
    let mut light = [f32x4::ZERO; 3];
    for layer in layers {
        let [above @ .., alpha] = layer.ink.at_four(places, middle(y));
        for (below, above) in light.iter_mut().zip(above) {
            *below += (above - *below) * alpha;
        }
    }
    light
}

#[inline(always)]
fn four_nodes(curve: Curve, light: [f32x4; 3]) -> [Node; 4] {
    let mut numbers = [f32x4::ZERO; 4];
    for (numbers, light) in numbers.iter_mut().zip(light) {
        let [a, b, c, d] = light.to_array();
        *numbers = f32x4::new([
            curve.from_linear(a),
            curve.from_linear(b),
            curve.from_linear(c),
            curve.from_linear(d),
        ]);
    }
    f32x4::transpose(numbers)
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
        let mut most = f32x4::ZERO;
        for (from, to, node) in &sides {
            most = most.fast_max((between(from, to, 0.5) - *node).abs());
        }
        let off = most.to_array().into_iter().fold(0.0, f32::max);
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
    let ([first, second], mut channels) = (*noises, [u8x16::ZERO; 3]);
    let halves = Half::between(left, middle).zip(Half::between(middle, right));
    for (channel, (left, right)) in channels.iter_mut().zip(halves) {
        let [left, right]: [i16x8; 2] = cast([(left.eight() + first) >> 8, (right.eight() + second) >> 8]);
        *channel = u8x16::narrow_i16x8(left, right);
    }
    interleave(channels, cell);
}

/// One channel of half a row, which is never below 0 nor above 255 steps, so that with noise it stays within sixteen bits.
struct Half {
    from: u16,
    step: u16,
}

impl Half {
    /// Red, green and blue from one node to just before another.
    #[inline(always)]
    fn between(from: &Node, to: &Node) -> impl Iterator<Item = Self> {
        let firsts = (*from * PARTS).fast_trunc_int().to_array();
        let steps = ((*to - *from) * (PARTS / HALF_PX as f32)).fast_trunc_int().to_array();
        firsts.into_iter().zip(steps).map(|(from, step)| Self { from: from as u16, step: step as u16 })
    }

    #[inline(always)]
    fn eight(&self) -> u16x8 {
        u16x8::splat(self.from) + u16x8::new([0, 1, 2, 3, 4, 5, 6, 7]) * u16x8::splat(self.step)
    }
}

#[inline(always)]
fn between(from: &Node, to: &Node, share: f32) -> Node {
    *from + (*to - *from) * share
}
