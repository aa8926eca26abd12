//! Colours and gradients, mixed in linear light and dithered.

use super::color::{channel_to_linear, from_linear, to_linear};
use crate::scene::{Color, Item, Paint, Picture, Stop};

/// Mixes several fills in one pass, so that the picture is rounded once.
pub fn draw(picture: &mut Picture, fills: &[Item]) {
    let layers: Vec<Layer> = fills
        .iter()
        .filter_map(|item| if let Item::Fill(paint) = item { Some(Layer::of(paint)) } else { None })
        .collect();
    let width = picture.width_px as usize;
    for (y, row) in picture.rgb.chunks_exact_mut(width * 3).enumerate() {
        for (x, pixel) in row.as_chunks_mut::<3>().0.iter_mut().enumerate() {
            let (cx, cy) = (x as f32 + 0.5, y as f32 + 0.5);
            let mut light = pixel.map(to_linear);
            let mut touched = false;
            for layer in &layers {
                let [red, green, blue, alpha] = layer.at(cx, cy);
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

/// Interleaved gradient noise (Jimenez 2014), from 0 to 1: it rounds to the right mean and leaves no bands.
fn noise(x: usize, y: usize) -> f32 {
    let inner = 0.067_110_56 * x as f32 + 0.005_837_15 * y as f32;
    let outer = 52.982_918 * (inner - inner.floor());
    outer - outer.floor()
}

/// A paint with its colours in linear light.
enum Layer {
    Solid([f32; 4]),
    Linear { from: (f32, f32), along: (f32, f32), stops: Vec<(f32, [f32; 4])> },
    Radial { centre: (f32, f32), radii: (f32, f32), stops: Vec<(f32, [f32; 4])> },
    Rings { centre: (f32, f32), gap: f32, half_width: f32, reach: f32, color: [f32; 4] },
}

impl Layer {
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
