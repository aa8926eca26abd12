//! Where the frame may stand, and how good a place is.

use super::super::swatch::ramp;
use super::salience::Salience;
use super::{CLOSER, Crop, Focus};
use crate::scene::Rect;

/// Less than this of the frame is too little for a subject.
const LEAST_FREE: f32 = 0.12;
/// What counts of a subject under text.
const UNDER_TEXT: f32 = 0.3;
/// How much a place is worth that needs no reason.
const HABIT: f32 = 0.35;
/// What it costs to cut through something that stands out.
const CUT: f32 = 0.5;
/// How much more that is above, and half as much less below, where there are people: heads may not be cut, legs may.
const HEADS: f32 = 0.7;
/// How much it is worth that the subject stands in the middle of what is free.
const BALANCE: f32 = 0.25;
/// How wide the strip is along the frame's edges in which things count as cut, as a part of its sides.
const STRIP: f32 = 0.04;

/// What of the frame is free of text.
#[derive(Clone, Copy, Debug)]
pub struct Free {
    avoid: Option<Rect>,
    /// The middle of the largest free part.
    centre: (f32, f32),
}

impl Free {
    pub fn new(avoid: Option<Rect>) -> Self {
        let all = Self { avoid: None, centre: (0.5, 0.5) };
        let Some(avoid) = avoid else { return all };
        let part = |value: f32| if value.is_finite() { value.clamp(0.0, 1.0) } else { 0.0 };
        let avoid = Rect {
            left: part(avoid.left),
            top: part(avoid.top),
            right: part(avoid.right),
            bottom: part(avoid.bottom),
        };
        if avoid.width() <= 0.0 || avoid.height() <= 0.0 {
            return all;
        }
        let parts = [
            Rect { left: 0.0, top: 0.0, right: 1.0, bottom: avoid.top },
            Rect { left: 0.0, top: avoid.bottom, right: 1.0, bottom: 1.0 },
            Rect { left: 0.0, top: 0.0, right: avoid.left, bottom: 1.0 },
            Rect { left: avoid.right, top: 0.0, right: 1.0, bottom: 1.0 },
        ];
        let area = |rect: &Rect| rect.width() * rect.height();
        let Some(largest) = parts.into_iter().max_by(|a, b| area(a).total_cmp(&area(b))) else { return all };
        if area(&largest) < LEAST_FREE {
            return all;
        }
        let centre = ((largest.left + largest.right) / 2.0, (largest.top + largest.bottom) / 2.0);
        Self { avoid: Some(avoid), centre }
    }

    /// Whether there is no text, or so much that no place is better than another.
    pub fn is_all(&self) -> bool {
        self.avoid.is_none()
    }

    fn covers(&self, x: f32, y: f32) -> bool {
        self.avoid.is_some_and(|avoid| {
            (avoid.left..=avoid.right).contains(&x) && (avoid.top..=avoid.bottom).contains(&y)
        })
    }
}

/// The frame with a point as near as can be to the middle of what is free.
pub fn around(whole: Crop, (width, height): (f64, f64), wish: Focus, free: &Free) -> Crop {
    let part = |value: f32| if value.is_finite() { f64::from(value.clamp(0.0, 1.0)) } else { 0.5 };
    let (x, y) = (part(wish.x) * width, part(wish.y) * height);
    let mut last = whole;
    for closer in CLOSER {
        let size = (whole.width / closer, whole.height / closer);
        let left = (x - f64::from(free.centre.0) * size.0).clamp(0.0, width - size.0);
        let top = (y - f64::from(free.centre.1) * size.1).clamp(0.0, height - size.1);
        let crop = Crop { left, top, width: size.0, height: size.1 };
        if !free.covers(((x - left) / size.0) as f32, ((y - top) / size.1) as f32) {
            return crop;
        }
        if closer == 1.0 {
            last = crop;
        }
    }
    // No closeness that is worth it brings the point out from under the text.
    last
}

/// Places of a frame of one size, evenly over the picture.
pub fn places((width, height): (f64, f64), size: (f64, f64)) -> impl Iterator<Item = Crop> {
    let (across, down) = ((width - size.0).max(0.0), (height - size.1).max(0.0));
    // As fine as the cells that are looked at.
    let longer = width.max(height);
    let steps = |slack: f64| (slack / longer * 96.0).ceil() as u32;
    let (columns, rows) = (steps(across), steps(down));
    let share = |index: u32, count: u32| f64::from(index) / f64::from(count.max(1));
    (0..=rows).flat_map(move |row| {
        (0..=columns).map(move |column| Crop {
            left: across * share(column, columns),
            top: down * share(row, rows),
            width: size.0,
            height: size.1,
        })
    })
}

/// Judges places by what stands out.
pub struct Score<'a> {
    salience: &'a Salience,
    size: (f64, f64),
    free: &'a Free,
}

impl<'a> Score<'a> {
    pub fn new(salience: &'a Salience, size: (f64, f64), free: &'a Free) -> Self {
        Self { salience, size, free }
    }

    /// From about minus one to one.
    pub fn of(&self, crop: &Crop) -> f32 {
        let seen = self.seen(crop);
        self.salience.confidence * seen - HABIT * self.unusual(crop)
    }

    fn seen(&self, crop: &Crop) -> f32 {
        let share = |left: f32, top: f32, right: f32, bottom: f32| self.over(crop, left, top, right, bottom);
        let inside = share(0.0, 0.0, 1.0, 1.0);
        let under =
            self.free.avoid.map_or(0.0, |avoid| share(avoid.left, avoid.top, avoid.right, avoid.bottom));
        // Only the sides that do not lie on the picture's own edge cut anything.
        let (width, height) = self.size;
        // Upright pictures mostly show somebody.
        let heads = self.salience.skin.max(ramp((height / width) as f32, 0.85, 1.1));
        let mut cut = 0.0;
        if crop.left > 0.5 {
            cut += CUT * share(-STRIP, 0.0, STRIP, 1.0);
        }
        if crop.left + crop.width < width - 0.5 {
            cut += CUT * share(1.0 - STRIP, 0.0, 1.0 + STRIP, 1.0);
        }
        if crop.top > 0.5 {
            cut += (CUT + HEADS * heads) * share(0.0, -2.0 * STRIP, 1.0, STRIP);
        }
        if crop.top + crop.height < height - 0.5 {
            cut += (CUT - HEADS * heads / 2.0) * share(0.0, 1.0 - STRIP, 1.0, 1.0 + STRIP);
        }
        inside - (1.0 - UNDER_TEXT) * under - cut + BALANCE * self.balance(crop)
    }

    /// How evenly what stands out lies around the middle of what is free: zero at best, less otherwise.
    fn balance(&self, crop: &Crop) -> f32 {
        let (x, y) = self.free.centre;
        let difference = |low: f32, high: f32| {
            let both = low + high;
            if both > 0.0 { (low - high).abs() / both } else { 0.0 }
        };
        let across = difference(self.over(crop, 0.0, 0.0, x, 1.0), self.over(crop, x, 0.0, 1.0, 1.0));
        let down = difference(self.over(crop, 0.0, 0.0, 1.0, y), self.over(crop, 0.0, y, 1.0, 1.0));
        -(across + down) / 2.0
    }

    /// How far from the middle a place is; of upright pictures, from a little above it, where heads are.
    fn unusual(&self, crop: &Crop) -> f32 {
        let (width, height) = self.size;
        let across = position(crop.left, width - crop.width, 0.5);
        let usual = if height > 0.9 * width { 0.33 } else { 0.45 };
        let down = position(crop.top, height - crop.height, usual);
        // By the pixels that are moved, not by the part of the slack.
        let weight = |slack: f64, side: f64| (slack / side) as f32;
        across * across * weight(width - crop.width, width)
            + down * down * weight(height - crop.height, height)
    }

    /// The sum over a part of the frame, which is given from 0 to 1.
    fn over(&self, crop: &Crop, left: f32, top: f32, right: f32, bottom: f32) -> f32 {
        let (width, height) = self.size;
        let x = |part: f32| {
            ((crop.left + f64::from(part) * crop.width) / width) as f32 * self.salience.width as f32
        };
        let y = |part: f32| {
            ((crop.top + f64::from(part) * crop.height) / height) as f32 * self.salience.height as f32
        };
        let [sum] = self.salience.sums.over(x(left), y(top), x(right), y(bottom));
        sum
    }
}

/// From -1 to 1 or so: how far along its slack something is, against where it usually is.
fn position(offset: f64, slack: f64, usual: f64) -> f32 {
    if slack < 0.5 { 0.0 } else { ((offset / slack - usual) * 2.0) as f32 }
}
