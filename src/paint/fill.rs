//! Colours and gradients, mixed in linear light and dithered.

use super::color::{channel_to_linear, from_linear, to_linear};
use crate::scene::{Area, Color, Fill, Paint, Picture, Rect, Stop};

/// Mixes several fills in one pass.
pub fn draw(picture: &mut Picture, fills: &[&Fill]) {
    if fills.is_empty() {
        return;
    }
    let layers: Vec<Layer> = fills.iter().map(|fill| Layer::of(fill)).collect();
    let bounds = bounds(fills, picture);
    let width = picture.width_px as usize;
    for (y, row) in picture.rgb.chunks_exact_mut(width * 3).enumerate().take(bounds.bottom).skip(bounds.top) {
        let pixels = row.as_chunks_mut::<3>().0.iter_mut().enumerate();
        for (x, pixel) in pixels.take(bounds.right).skip(bounds.left) {
            let (cx, cy) = (x as f32 + 0.5, y as f32 + 0.5);
            let mut light = pixel.map(to_linear);
            let mut touched = false;
            for layer in &layers {
                let cover = layer.area.as_ref().map_or(1.0, |area| coverage(area, cx, cy));
                if cover <= 0.0 {
                    continue;
                }
                let [red, green, blue, alpha] = layer.ink.at(cx, cy);
                let alpha = alpha * cover;
                if alpha > 0.0 {
                    touched = true;
                    for (below, above) in light.iter_mut().zip([red, green, blue]) {
                        *below += (above - *below) * alpha;
                    }
                }
            }
            if touched {
                let noise = noise(x, y);
                *pixel = light.map(|light| (from_linear(light) + noise) as u8);
            }
        }
    }
}

/// The pixels that some fill may touch.
struct Bounds {
    left: usize,
    top: usize,
    right: usize,
    bottom: usize,
}

fn bounds(fills: &[&Fill], picture: &Picture) -> Bounds {
    let (width, height) = (picture.width_px as usize, picture.height_px as usize);
    let whole = Bounds { left: 0, top: 0, right: width, bottom: height };
    let mut bounds = Bounds { left: width, top: height, right: 0, bottom: 0 };
    for fill in fills {
        let Some(Area { rect, .. }) = fill.area else { return whole };
        bounds.left = bounds.left.min(rect.left.max(0.0) as usize);
        bounds.top = bounds.top.min(rect.top.max(0.0) as usize);
        bounds.right = bounds.right.max(rect.right.max(0.0).ceil() as usize);
        bounds.bottom = bounds.bottom.max(rect.bottom.max(0.0).ceil() as usize);
    }
    bounds
}

/// How much of the pixel around a point lies in an area, from 0 to 1.
pub(super) fn coverage(area: &Area, x: f32, y: f32) -> f32 {
    let full = (0.5 - distance(&area.rect, area.radius_px, x, y)).clamp(0.0, 1.0);
    let Some(stroke) = area.stroke_px else { return full };
    let Rect { left, top, right, bottom } = area.rect;
    let inner =
        Rect { left: left + stroke, top: top + stroke, right: right - stroke, bottom: bottom - stroke };
    if inner.width() <= 0.0 || inner.height() <= 0.0 {
        return full;
    }
    full - (0.5 - distance(&inner, (area.radius_px - stroke).max(0.0), x, y)).clamp(0.0, 1.0)
}

/// The signed distance from a point to the edge of a rounded rectangle; less than 0 inside.
fn distance(rect: &Rect, radius: f32, x: f32, y: f32) -> f32 {
    let (half_width, half_height) = (rect.width() / 2.0, rect.height() / 2.0);
    let radius = radius.clamp(0.0, half_width.min(half_height).max(0.0));
    let dx = (x - rect.left - half_width).abs() - half_width + radius;
    let dy = (y - rect.top - half_height).abs() - half_height + radius;
    let (outside_x, outside_y) = (dx.max(0.0), dy.max(0.0));
    (outside_x * outside_x + outside_y * outside_y).sqrt() + dx.max(dy).min(0.0) - radius
}

/// Interleaved gradient noise (Jimenez 2014), from 0 to 1: it rounds to the right mean and leaves no bands.
pub fn noise(x: usize, y: usize) -> f32 {
    let inner = 0.067_110_56 * x as f32 + 0.005_837_15 * y as f32;
    let outer = 52.982_918 * (inner - inner.floor());
    outer - outer.floor()
}

/// A fill with its colours in linear light.
struct Layer {
    ink: Ink,
    area: Option<Area>,
}

impl Layer {
    fn of(fill: &Fill) -> Self {
        Self { ink: Ink::of(&fill.paint), area: fill.area }
    }
}

enum Ink {
    Solid([f32; 4]),
    Linear { from: (f32, f32), along: (f32, f32), stops: Vec<(f32, [f32; 4])> },
    Radial { centre: (f32, f32), radii: (f32, f32), stops: Vec<(f32, [f32; 4])> },
    Rings { centre: (f32, f32), gap: f32, half_width: f32, reach: f32, color: [f32; 4] },
}

impl Ink {
    fn of(paint: &Paint) -> Self {
        match paint {
            Paint::Solid(color) => Self::Solid(linear(*color)),
            Paint::Linear { from, to, stops } => {
                let (dx, dy) = (to.0 - from.0, to.1 - from.1);
                let length = (dx * dx + dy * dy).max(f32::EPSILON);
                Self::Linear { from: *from, along: (dx / length, dy / length), stops: linear_stops(stops) }
            }
            Paint::Radial { centre, radii, stops } => {
                Self::Radial { centre: *centre, radii: *radii, stops: linear_stops(stops) }
            }
            Paint::Rings { centre, gap_px, width_px, reach_px, color } => Self::Rings {
                centre: *centre,
                gap: gap_px.max(1.0),
                half_width: width_px / 2.0,
                reach: reach_px.max(1.0),
                color: linear(*color),
            },
        }
    }

    fn at(&self, x: f32, y: f32) -> [f32; 4] {
        match self {
            Self::Solid(color) => *color,
            Self::Linear { from, along, stops } => {
                between(stops, (x - from.0) * along.0 + (y - from.1) * along.1)
            }
            Self::Radial { centre, radii, stops } => {
                let (dx, dy) = ((x - centre.0) / radii.0, (y - centre.1) / radii.1);
                between(stops, (dx * dx + dy * dy).sqrt())
            }
            Self::Rings { centre, gap, half_width, reach, color } => {
                let (dx, dy) = (x - centre.0, y - centre.1);
                let distance = (dx * dx + dy * dy).sqrt();
                let nearest = (distance / gap).round() * gap;
                // One pixel of softness on each side keeps the ring smooth.
                let cover = (half_width + 0.5 - (distance - nearest).abs()).clamp(0.0, 1.0);
                let fade = (1.0 - distance / reach).clamp(0.0, 1.0);
                let [red, green, blue, alpha] = *color;
                [red, green, blue, alpha * cover * fade]
            }
        }
    }
}

fn linear(color: Color) -> [f32; 4] {
    [channel_to_linear(color.red), channel_to_linear(color.green), channel_to_linear(color.blue), color.alpha]
}

fn linear_stops(stops: &[Stop]) -> Vec<(f32, [f32; 4])> {
    stops.iter().map(|stop| (stop.offset, linear(stop.color))).collect()
}

fn between(stops: &[(f32, [f32; 4])], at: f32) -> [f32; 4] {
    let mut before: Option<&(f32, [f32; 4])> = None;
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
