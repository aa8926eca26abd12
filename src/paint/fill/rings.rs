//! Rings around a point, each as far from the next, which fade towards their reach.

use super::area::clipped;
use super::ink::Light;
use super::{Rows, dithered, middle, over, whole};
use crate::paint::color::Curve;
use std::ops::Range;

/// Pixels whose distances are found together.
const LANES: usize = 8;
/// One pixel of softness on each side, of which half is the ring's own, keeps a ring smooth.
const SOFT_PX: f32 = 0.5;
/// A hair for rounding.
const SPARE_PX: f32 = 0.01;
/// Between two rings there must be so many pixels, or one may belong to both in a row that runs along them.
const BETWEEN_PX: f32 = 6.0;

pub struct Rings {
    pub centre: (f32, f32),
    /// From one ring's middle to the next; the first is as far from the centre.
    pub gap: f32,
    pub half_width: f32,
    pub reach: f32,
    pub color: Light,
}

impl Rings {
    /// The colour at a point.
    #[inline]
    pub fn at(&self, x: f32, y: f32) -> Light {
        let (dx, dy) = (x - self.centre.0, y - self.centre.1);
        let distance = (dx * dx + dy * dy).sqrt();
        let number = whole(distance / self.gap + 0.5);
        let [red, green, blue, _] = self.color;
        let number = if number > 1.0 { number } else { 1.0 };
        [red, green, blue, self.alpha(distance, number * self.gap)]
    }

    /// How much of it is seen so far from the centre, where the nearest ring has a radius.
    #[inline(always)]
    fn alpha(&self, distance: f32, radius: f32) -> f32 {
        let cover = (self.half_width + SOFT_PX - (distance - radius).abs()).clamp(0.0, 1.0);
        let fade = (1.0 - distance / self.reach).clamp(0.0, 1.0);
        let [.., alpha] = self.color;
        alpha * cover * fade
    }

    /// How far a ring's last pixel may be from its middle.
    fn thick(&self) -> f32 {
        self.half_width + SOFT_PX + SPARE_PX
    }

    /// The radii of the rings that a row meets, in order; `dy` is how far it is from the centre.
    fn radii(&self, dy: f32) -> impl Iterator<Item = f32> {
        let first = ((dy.abs() - self.thick()) / self.gap).ceil().max(1.0) as usize;
        let last = ((self.reach + self.thick()) / self.gap) as usize;
        (first..=last).map(|number| number as f32 * self.gap)
    }

    /// How far from the centre's column a ring begins and ends in a row.
    fn across(&self, radius: f32, dy: f32) -> (f32, f32) {
        let across = |radius: f32| (radius * radius - dy * dy).max(0.0).sqrt();
        (across((radius - self.thick()).max(0.0)), across(radius + self.thick()))
    }

    /// The columns of a row in which there may be something.
    pub fn columns(&self, y: usize, width: usize) -> Vec<Range<usize>> {
        let dy = middle(y) - self.centre.1;
        self.radii(dy).flat_map(|radius| self.arcs(self.across(radius, dy), width)).collect()
    }

    /// The columns of a ring in a row: to the left of the centre, and to its right. Those that would touch are one.
    fn arcs(&self, (inner, outer): (f32, f32), width: usize) -> [Range<usize>; 2] {
        let column =
            |from: f32, to: f32| clipped(self.centre.0 + from - 0.5, self.centre.0 + to - 0.5, width);
        if inner < 2.0 {
            [column(-outer, outer), 0..0]
        } else {
            [column(-outer, -inner), column(inner, outer)]
        }
    }

    /// Whether each pixel belongs to one ring at most.
    pub fn are_apart(&self) -> bool {
        self.gap - 2.0 * self.thick() >= BETWEEN_PX
    }

    /// Lays rings that are apart over rows.
    pub fn draw(&self, rows: &mut Rows<'_>) {
        let curve = Curve::srgb();
        let width = rows.width;
        for (y, row) in rows.each() {
            let dy = middle(y) - self.centre.1;
            for radius in self.radii(dy) {
                for columns in self.arcs(self.across(radius, dy), width) {
                    let pixels = row.get_mut(columns.clone()).unwrap_or_default();
                    self.draw_arc(pixels, columns.start, (y, dy), radius, curve);
                }
            }
        }
    }

    #[inline(always)]
    fn draw_arc(&self, arc: &mut [[u8; 3]], left: usize, (y, dy): (usize, f32), radius: f32, curve: Curve) {
        let [red, green, blue, _] = self.color;
        for (pixels, left) in arc.chunks_mut(LANES).zip((left..).step_by(LANES)) {
            let mut alphas = [0.0_f32; LANES];
            for (alpha, lane) in alphas.iter_mut().zip(0_u8..) {
                let dx = middle(left) + f32::from(lane) - self.centre.0;
                *alpha = self.alpha((dx * dx + dy * dy).sqrt(), radius);
            }
            for ((pixel, alpha), x) in pixels.iter_mut().zip(alphas).zip(left..) {
                if alpha > 0.0 {
                    let [r, g, b] = *pixel;
                    let mut light = [curve.to_linear(r), curve.to_linear(g), curve.to_linear(b)];
                    over(&mut light, [red, green, blue, alpha]);
                    *pixel = dithered(curve, light, x, y);
                }
            }
        }
    }
}
