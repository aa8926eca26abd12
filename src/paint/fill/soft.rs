//! Soft fills over a whole picture: mixed at the nodes of a grid, and drawn straight from node to node.
//!
//! What lies between two nodes differs from the truth by less than dithering does. A cell across which it would not is
//! mixed pixel by pixel.

use super::{Layer, dithered, middle, noise, with_noise};
use crate::paint::color::Curve;
use crate::scene::Picture;

/// From one node to the next.
pub const CELL_PX: usize = 8;
/// So many of 255 steps apart, nothing between two nodes is more than about one step away from straight, be it that a gradient ends there.
const MOST_STEPS: f32 = 2.0;

/// The sRGB numbers, from 0 to 255, of one node.
type Node = [f32; 3];

/// Mixes layers that all cover every pixel, the lowest of which is opaque.
pub fn draw(picture: &mut Picture, layers: &[Layer]) {
    let curve = Curve::srgb();
    let width = picture.width_px as usize;
    let light = |x: usize, y: usize| {
        let mut light = [0.0; 3];
        for layer in layers {
            layer.mix(&mut light, middle(x), middle(y));
        }
        light
    };
    let nodes = |y: usize| -> Vec<Node> {
        (0..=width.div_ceil(CELL_PX))
            .map(|column| light(column * CELL_PX, y).map(|light| curve.from_linear(light)))
            .collect()
    };
    let mut upper = nodes(0);
    for (band, rows) in picture.rgb.chunks_mut((width * 3 * CELL_PX).max(3)).enumerate() {
        let lower = nodes((band + 1) * CELL_PX);
        for (line, row) in rows.chunks_exact_mut((width * 3).max(3)).enumerate() {
            let y = band * CELL_PX + line;
            let share = line as f32 / CELL_PX as f32;
            let corners = upper.iter().zip(&lower);
            let corners = corners.zip(upper.iter().zip(&lower).skip(1));
            let cells = row.as_chunks_mut::<3>().0.chunks_mut(CELL_PX);
            for (column, (cell, (left, right))) in cells.zip(corners).enumerate() {
                let start = column * CELL_PX;
                if is_straight([left.0, left.1, right.0, right.1]) {
                    straight(cell, between(left, share), between(right, share), (start, y));
                } else {
                    let places = cell.iter_mut().zip(start..);
                    places.for_each(|(pixel, x)| *pixel = dithered(curve, light(x, y), x, y));
                }
            }
        }
        upper = lower;
    }
}

fn is_straight(corners: [&Node; 4]) -> bool {
    let [a, b, c, d] = corners;
    let channels = a.iter().zip(b).zip(c.iter().zip(d));
    channels
        .into_iter()
        .all(|((a, b), (c, d))| a.max(*b).max(*c).max(*d) - a.min(*b).min(*c).min(*d) <= MOST_STEPS)
}

fn between((upper, lower): (&Node, &Node), share: f32) -> Node {
    let mut node = *upper;
    node.iter_mut().zip(lower).for_each(|(value, lower)| *value += (lower - *value) * share);
    node
}

/// Draws a row of a cell whose ends are known.
fn straight(cell: &mut [[u8; 3]], left: Node, right: Node, (start, y): (usize, usize)) {
    let mut noises = [0.0; CELL_PX];
    noises.iter_mut().zip(start..).for_each(|(value, x)| *value = noise(x, y));
    let mut channels = [[0_u8; CELL_PX]; 3];
    for ((channel, left), right) in channels.iter_mut().zip(left).zip(right) {
        let step = (right - left) / CELL_PX as f32;
        for (at, (byte, noise)) in channel.iter_mut().zip(noises).enumerate() {
            *byte = with_noise(left + step * at as f32, noise);
        }
    }
    let [red, green, blue] = channels;
    for (pixel, ((red, green), blue)) in cell.iter_mut().zip(red.into_iter().zip(green).zip(blue)) {
        *pixel = [red, green, blue];
    }
}
