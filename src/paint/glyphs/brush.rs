//! The colours and gradients of `COLR`.

use super::colored::Colored;
use resvg::tiny_skia::{
    self, GradientStop, LinearGradient, Point, RadialGradient, Shader, SpreadMode, SweepGradient, Transform,
};
use skrifa::color::{Brush, ColorStop, Extend};

/// The palette entry that stands for the colour of the text (OpenType, `COLR`).
const FOREGROUND: u16 = 0xFFFF;

/// `tiny-skia` leaves a sweep unscaled where it begins at 0 or is as long as a turn; so far from that nothing is seen.
const BESIDE_DEGREES: f32 = 1e-3;

/// What a brush paints with, in the units of the font; nothing where it paints nothing.
pub fn shader(colored: &Colored<'_>, brush: &Brush<'_>, transform: Transform) -> Option<Shader<'static>> {
    match brush {
        Brush::Solid { palette_index, alpha } => {
            Some(Shader::SolidColor(color(colored, *palette_index, *alpha)?))
        }
        Brush::LinearGradient { p0, p1, color_stops, extend } => LinearGradient::new(
            Point::from_xy(p0.x, p0.y),
            Point::from_xy(p1.x, p1.y),
            gradient(&stops(colored, color_stops)),
            spread(*extend),
            transform,
        ),
        Brush::RadialGradient { c0, r0, c1, r1, color_stops, extend } => {
            let cone = Cone { from: (c0.x, c0.y, *r0), to: (c1.x, c1.y, *r1) };
            let (cone, stops) = truncated(cone, stops(colored, color_stops))?;
            RadialGradient::new(
                Point::from_xy(cone.from.0, cone.from.1),
                cone.from.2,
                Point::from_xy(cone.to.0, cone.to.1),
                cone.to.2,
                gradient(&stops),
                spread(*extend),
                transform,
            )
        }
        Brush::SweepGradient { c0, start_angle, end_angle, color_stops, extend } => {
            let (mut start, mut end) = (*start_angle, *end_angle);
            if start == 0.0 && end != 360.0 {
                start += BESIDE_DEGREES;
            }
            if end - start == 360.0 && start != 0.0 {
                end += BESIDE_DEGREES;
            }
            // The angles are clockwise, where the font's axes go up.
            let upright = Transform::from_row(1.0, 0.0, 0.0, -1.0, 0.0, 2.0 * c0.y);
            SweepGradient::new(
                Point::from_xy(c0.x, c0.y),
                start,
                end,
                gradient(&stops(colored, color_stops)),
                spread(*extend),
                transform.pre_concat(upright),
            )
        }
    }
}

fn color(colored: &Colored<'_>, palette_index: u16, alpha: f32) -> Option<tiny_skia::Color> {
    let color = match palette_index {
        FOREGROUND => colored.foreground,
        index => *colored.palette.get(usize::from(index))?,
    };
    let unit = |value: f32| value.clamp(0.0, 1.0);
    tiny_skia::Color::from_rgba(
        unit(color.red),
        unit(color.green),
        unit(color.blue),
        unit(color.alpha * alpha),
    )
}

type Stops = Vec<(f32, tiny_skia::Color)>;

fn stops(colored: &Colored<'_>, stops: &[ColorStop]) -> Stops {
    let known =
        stops.iter().filter_map(|stop| Some((stop.offset, color(colored, stop.palette_index, stop.alpha)?)));
    known.collect()
}

fn gradient(stops: &Stops) -> Vec<GradientStop> {
    stops.iter().map(|&(offset, color)| GradientStop::new(offset, color)).collect()
}

fn spread(extend: Extend) -> SpreadMode {
    match extend {
        Extend::Repeat => SpreadMode::Repeat,
        Extend::Reflect => SpreadMode::Reflect,
        _ => SpreadMode::Pad,
    }
}

/// Two circles, each by its centre and radius.
#[derive(Clone, Copy)]
struct Cone {
    from: (f32, f32, f32),
    to: (f32, f32, f32),
}

impl Cone {
    fn at(&self, t: f32) -> (f32, f32, f32) {
        let mix = |a: f32, b: f32| a + (b - a) * t;
        (mix(self.from.0, self.to.0), mix(self.from.1, self.to.1), mix(self.from.2, self.to.2).max(0.0))
    }
}

/// Only the part of a cone whose circles are real: the stops of the others are cut away.
fn truncated(cone: Cone, stops: Stops) -> Option<(Cone, Stops)> {
    let (from, to) = (cone.from.2, cone.to.2);
    if from < 0.0 && to < 0.0 {
        return None;
    }
    if from >= 0.0 && to >= 0.0 {
        return Some((cone, stops));
    }
    let zero = from / (from - to);
    let (first, last) = if from < 0.0 { (zero, 1.0) } else { (0.0, zero) };
    let moved = |offset: f32| ((offset - first) / (last - first)).clamp(0.0, 1.0);
    // A stop outside gives its colour to the edge, as a line that is cut there nearly does.
    let stops = stops.into_iter().map(|(offset, color)| (moved(offset), color)).collect();
    Some((Cone { from: cone.at(first), to: cone.at(last) }, stops))
}
