//! The colours and gradients that boxes are filled with.

use super::Composer;
use crate::card::theme::{FillSpec, Gradient, Toward};
use crate::scene::{Paint, Rect, Stop};

impl Composer<'_> {
    pub(super) fn paint(&self, fill: &FillSpec, rect: &Rect) -> Paint {
        match fill {
            FillSpec::Color(spec) => Paint::Solid(self.color(spec)),
            FillSpec::Gradient(Gradient { colors, toward }) => {
                let last = colors.len().saturating_sub(1).max(1) as f32;
                let stops = colors.iter().enumerate();
                let stops =
                    stops.map(|(at, spec)| Stop { offset: at as f32 / last, color: self.color(spec) });
                gradient(rect, *toward, self.content.rtl, stops.collect())
            }
        }
    }
}

/// A gradient over a box; where the text runs from the right, start and end change sides.
pub fn gradient(rect: &Rect, toward: Toward, rtl: bool, stops: Vec<Stop>) -> Paint {
    let (x, y) = (f32::midpoint(rect.left, rect.right), f32::midpoint(rect.top, rect.bottom));
    let (start, end) = if rtl { (rect.right, rect.left) } else { (rect.left, rect.right) };
    match toward {
        Toward::Bottom => Paint::Linear { from: (x, rect.top), to: (x, rect.bottom), stops },
        Toward::Top => Paint::Linear { from: (x, rect.bottom), to: (x, rect.top), stops },
        Toward::End => Paint::Linear { from: (start, y), to: (end, y), stops },
        Toward::Start => Paint::Linear { from: (end, y), to: (start, y), stops },
        Toward::BottomEnd => Paint::Linear { from: (start, rect.top), to: (end, rect.bottom), stops },
        Toward::TopEnd => Paint::Linear { from: (start, rect.bottom), to: (end, rect.top), stops },
        Toward::Rim => {
            Paint::Radial { centre: (x, y), radii: (rect.width() * 0.72, rect.height() * 0.72), stops }
        }
    }
}
