//! What a fill is filled with, in linear light.

use super::rings::Rings;
use super::soft::CELL_PX;
use crate::paint::color::channel_to_linear;
use crate::scene::{Color, Paint, Stop};
use std::ops::Range;
use wide::f32x4;

/// Red, green and blue in linear light, and alpha.
pub type Light = [f32; 4];

/// A paint, ready to be asked for its colour at a point.
pub enum Ink {
    Solid(Light),
    Linear { from: (f32, f32), along: (f32, f32), length: f32, stops: Vec<(f32, Light)> },
    Radial { centre: (f32, f32), radii: (f32, f32), stops: Vec<(f32, Light)> },
    Rings(Rings),
}

impl Ink {
    pub fn of(paint: &Paint) -> Self {
        match paint {
            Paint::Solid(color) => Self::Solid(linear(*color)),
            Paint::Linear { from, to, stops } => {
                let (dx, dy) = (to.0 - from.0, to.1 - from.1);
                let square = (dx * dx + dy * dy).max(f32::EPSILON);
                let along = (dx / square, dy / square);
                Self::Linear { from: *from, along, length: square.sqrt(), stops: linear_stops(stops) }
            }
            Paint::Radial { centre, radii, stops } => {
                Self::Radial { centre: *centre, radii: *radii, stops: linear_stops(stops) }
            }
            Paint::Rings { centre, gap_px, width_px, reach_px, color } => Self::Rings(Rings {
                centre: *centre,
                gap: gap_px.max(1.0),
                half_width: width_px / 2.0,
                reach: reach_px.max(1.0),
                color: linear(*color),
            }),
        }
    }

    #[inline]
    pub fn at(&self, x: f32, y: f32) -> Light {
        match self {
            Self::Solid(color) => *color,
            Self::Linear { from, along, stops, .. } => {
                between(stops, (x - from.0) * along.0 + (y - from.1) * along.1)
            }
            Self::Radial { centre, radii, stops } => {
                let (dx, dy) = ((x - centre.0) / radii.0, (y - centre.1) / radii.1);
                between(stops, (dx * dx + dy * dy).sqrt())
            }
            Self::Rings(rings) => rings.at(x, y),
        }
    }

    /// The same of four points at a height.
    #[inline(always)]
    pub fn at_four(&self, x: f32x4, y: f32) -> [f32x4; 4] {
        match self {
            Self::Solid(color) => splat(color),
            Self::Linear { from, along, stops, .. } => {
                between_four(stops, (x - from.0) * along.0 + (y - from.1) * along.1)
            }
            Self::Radial { centre, radii, stops } => {
                let (dx, dy) = ((x - centre.0) / radii.0, (y - centre.1) / radii.1);
                between_four(stops, (dx * dx + dy * dy).sqrt())
            }
            Self::Rings(rings) => {
                let [a, b, c, d] = x.to_array();
                let points = [rings.at(a, y), rings.at(b, y), rings.at(c, y), rings.at(d, y)];
                f32x4::transpose(points.map(f32x4::new))
            }
        }
    }

    /// The one colour of all the points at a height; nothing where there are several.
    pub fn along_row(&self, y: f32) -> Option<Light> {
        match self {
            Self::Solid(color) => Some(*color),
            Self::Linear { from, along, .. } if along.0 == 0.0 => Some(self.at(from.0, y)),
            _ => None,
        }
    }

    /// Whether nothing shows through, anywhere.
    pub fn is_opaque(&self) -> bool {
        match self {
            Self::Solid([.., alpha]) => *alpha >= 1.0,
            Self::Linear { stops, .. } | Self::Radial { stops, .. } => {
                !stops.is_empty() && stops.iter().all(|(_, [.., alpha])| *alpha >= 1.0)
            }
            Self::Rings(_) => false,
        }
    }

    /// Whether its colour runs nearly straight from one node of the soft fills' grid to the next.
    pub fn is_soft(&self) -> bool {
        let are_apart = |stops: &[(f32, Light)], px: f32| {
            stops.iter().zip(stops.iter().skip(1)).all(|(a, b)| (b.0 - a.0) * px >= CELL_PX as f32)
        };
        match self {
            Self::Solid(_) => true,
            Self::Linear { length, stops, .. } => are_apart(stops, *length),
            Self::Radial { radii, stops, .. } => are_apart(stops, radii.0.abs().min(radii.1.abs())),
            Self::Rings(_) => false,
        }
    }

    /// The columns of a row in which there may be something, in order.
    pub fn columns(&self, y: usize, width: usize) -> Vec<Range<usize>> {
        match self {
            Self::Rings(rings) => rings.columns(y, width),
            Self::Solid(_) | Self::Linear { .. } | Self::Radial { .. } => std::iter::once(0..width).collect(),
        }
    }
}

fn linear(color: Color) -> Light {
    [channel_to_linear(color.red), channel_to_linear(color.green), channel_to_linear(color.blue), color.alpha]
}

fn linear_stops(stops: &[Stop]) -> Vec<(f32, Light)> {
    stops.iter().map(|stop| (stop.offset, linear(stop.color))).collect()
}

#[inline]
fn between(stops: &[(f32, Light)], at: f32) -> Light {
    let mut before: Option<&(f32, Light)> = None;
    for stop in stops {
        if at <= stop.0 {
            let Some(low) = before else { return stop.1 };
            let share = (at - low.0) / (stop.0 - low.0).max(f32::EPSILON);
            let mut mixed = low.1;
            for (value, high) in mixed.iter_mut().zip(stop.1) {
                *value += (high - *value) * share;
            }
            return mixed;
        }
        before = Some(stop);
    }
    before.map_or([0.0; 4], |last| last.1)
}

fn splat([red, green, blue, alpha]: &Light) -> [f32x4; 4] {
    [f32x4::splat(*red), f32x4::splat(*green), f32x4::splat(*blue), f32x4::splat(*alpha)]
}

/// The same as [`between`] for four places: what each stop adds, as far as it is reached.
#[inline(always)]
fn between_four(stops: &[(f32, Light)], at: f32x4) -> [f32x4; 4] {
    let mut mixed = splat(&stops.first().map_or([0.0; 4], |first| first.1));
    for (low, high) in stops.iter().zip(stops.iter().skip(1)) {
        let share = (at - low.0) * (1.0 / (high.0 - low.0).max(f32::EPSILON));
        let share = share.fast_max(f32x4::ZERO).fast_min(f32x4::ONE);
        for (mixed, (from, to)) in mixed.iter_mut().zip(low.1.iter().zip(high.1)) {
            *mixed += share * (to - from);
        }
    }
    mixed
}
