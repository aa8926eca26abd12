//! Soft fills over a whole picture: mixed at the nodes of a grid, and drawn straight from node to node.
//!
//! What lies between two nodes differs from the truth by less than dithering does. A cell of which that does not hold, such as
//! one in which a glow has its middle, is mixed pixel by pixel.

use super::{Layer, dithered, middle, noise_parts, over};
use crate::paint::byte::interleave;
use crate::paint::color::Curve;
use crate::scene::Picture;

/// From one node to the next.
pub const CELL_PX: usize = 16;
/// How far the middle of a cell may be from the mean of its corners, in steps of 255.
const MOST_STEPS: f32 = 1.0;
/// What is drawn is counted in parts of a step, which fit sixteen bits with the noise that is added.
const PARTS: f32 = 256.0;

/// The sRGB numbers, from 0 to 255, of one node.
type Node = [f32; 3];
/// One channel of a row of a cell.
type Row<N> = [N; CELL_PX];

/// From one pixel of a cell to the next.
const PLACES: Row<u16> = {
    let mut places = [0; CELL_PX];
    let mut at = 0;
    while at < CELL_PX {
        places[at] = at as u16;
        at += 1;
    }
    places
};

/// Mixes layers that all cover every pixel, the lowest of which is opaque.
pub fn draw(picture: &mut Picture, layers: &[Layer]) {
    let curve = Curve::srgb();
    let width = picture.width_px as usize;
    let light = |x: f32, y: f32| {
        let mut light = [0.0; 3];
        layers.iter().filter_map(|layer| layer.at(x, y)).for_each(|above| over(&mut light, above));
        light
    };
    let node = |x: f32, y: f32| light(x, y).map(|light| curve.from_linear(light));
    let cells = width.div_ceil(CELL_PX);
    let nodes = |y: usize| -> Vec<Node> {
        (0..=cells).map(|column| node(middle(column * CELL_PX), middle(y))).collect()
    };
    let half = CELL_PX as f32 / 2.0;
    let mut upper = nodes(0);
    let mut noises: Vec<Row<u16>> = vec![[0; CELL_PX]; cells];
    for (band, rows) in picture.rgb.chunks_mut((width * 3 * CELL_PX).max(3)).enumerate() {
        let top = band * CELL_PX;
        let lower = nodes(top + CELL_PX);
        let corners = upper.iter().zip(&lower);
        let corners: Vec<Corners> = corners
            .clone()
            .zip(corners.skip(1))
            .map(|((a, c), (b, d))| Corners { left: (*a, *c), right: (*b, *d) })
            .collect();
        let is_straight = |(column, corners): (usize, &Corners)| {
            corners.are_straight(node(middle(column * CELL_PX) + half, middle(top) + half))
        };
        let straight: Vec<bool> = corners.iter().enumerate().map(is_straight).collect();
        for (y, row) in (top..).zip(rows.chunks_exact_mut((width * 3).max(3))) {
            let share = (y - top) as f32 / CELL_PX as f32;
            for (column, noises) in noises.iter_mut().enumerate() {
                let places = noises.iter_mut().zip(PLACES);
                places
                    .for_each(|(value, at)| *value = noise_parts(column * CELL_PX + usize::from(at), y) >> 8);
            }
            let cells = row.as_chunks_mut::<3>().0.chunks_mut(CELL_PX);
            let known = corners.iter().zip(&noises).zip(&straight);
            for (column, (cell, ((corners, noises), is_straight))) in cells.zip(known).enumerate() {
                if *is_straight {
                    corners.draw(cell, share, noises);
                } else {
                    let places = cell.iter_mut().zip(column * CELL_PX..);
                    places.for_each(|(pixel, x)| {
                        *pixel = dithered(curve, light(middle(x), middle(y)), x, y);
                    });
                }
            }
        }
        upper = lower;
    }
}

/// The nodes around a cell, each side from the top.
struct Corners {
    left: (Node, Node),
    right: (Node, Node),
}

impl Corners {
    /// Whether what lies between them is nearly on a straight way; tried in the middle, where it is furthest from one.
    fn are_straight(&self, centre: Node) -> bool {
        let means = between(
            &between(&self.left.0, &self.left.1, 0.5),
            &between(&self.right.0, &self.right.1, 0.5),
            0.5,
        );
        means.iter().zip(centre).all(|(mean, value)| (mean - value).abs() <= MOST_STEPS)
    }

    /// Draws a row of the cell, `share` of the way down.
    fn draw(&self, cell: &mut [[u8; 3]], share: f32, noises: &Row<u16>) {
        let left = between(&self.left.0, &self.left.1, share);
        let right = between(&self.right.0, &self.right.1, share);
        let mut channels: [Row<u8>; 3] = [[0; CELL_PX]; 3];
        for ((channel, left), right) in channels.iter_mut().zip(left).zip(right) {
            // Never below 0 nor above 255 steps, so that with noise it stays within sixteen bits.
            let first = (left * PARTS) as u16;
            let step = ((right - left) * (PARTS / CELL_PX as f32)) as i16 as u16;
            for ((byte, at), noise) in channel.iter_mut().zip(PLACES).zip(noises) {
                *byte = (first.wrapping_add(step.wrapping_mul(at)).wrapping_add(*noise) >> 8) as u8;
            }
        }
        interleave(&channels, cell);
    }
}

fn between(from: &Node, to: &Node, share: f32) -> Node {
    let mut node = *from;
    node.iter_mut().zip(to).for_each(|(value, to)| *value += (to - *value) * share);
    node
}
