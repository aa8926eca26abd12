//! Takes weight off an outline: every edge moves inwards by the same length.

#[cfg(test)]
mod tests;

use ab_glyph::{OutlineCurve, Point, point};

/// Where two edges meet in an angle sharper than this, the corner would run away, so that it stays.
const SHARPEST: f32 = 0.0625;

/// The contours of a glyph, each edge moved inwards by `by`, in the outline's own units (up is positive).
pub fn thinned(curves: &[OutlineCurve], by: f32) -> Vec<OutlineCurve> {
    // The outer contours decide: in TrueType they run with the clock, in CFF against it.
    let area: f32 = curves.iter().map(|curve| area(&control_points(curve))).sum();
    let to_the_left = if area > 0.0 { by } else { -by };
    let mut thinned = Vec::with_capacity(curves.len());
    let mut rest = curves;
    while !rest.is_empty() {
        let (contour, after) = rest.split_at(contour_len(rest).min(rest.len()));
        let points: Vec<Point> = contour.iter().flat_map(own_points).collect();
        rebuild(contour, &moved(&points, to_the_left), &mut thinned);
        rest = after;
    }
    thinned
}

fn control_points(curve: &OutlineCurve) -> Vec<Point> {
    match *curve {
        OutlineCurve::Line(a, b) => vec![a, b],
        OutlineCurve::Quad(a, b, c) => vec![a, b, c],
        OutlineCurve::Cubic(a, b, c, d) => vec![a, b, c, d],
    }
}

/// Those but the last, with which the next curve begins.
fn own_points(curve: &OutlineCurve) -> Vec<Point> {
    let mut points = control_points(curve);
    points.pop();
    points
}

/// Twice the area to the left of a way, as far as this part of the way decides it.
fn area(points: &[Point]) -> f32 {
    points.iter().zip(points.iter().skip(1)).map(|(a, b)| a.x * b.y - b.x * a.y).sum()
}

/// How many curves the first contour has: each begins where the one before it ends.
fn contour_len(curves: &[OutlineCurve]) -> usize {
    let joined = |(one, next): &(&OutlineCurve, &OutlineCurve)| {
        control_points(one).last() == control_points(next).first()
    };
    curves.iter().zip(curves.iter().skip(1)).take_while(joined).count() + 1
}

/// The points of a closed contour, each moved so that both of its edges come `to_the_left` by the length.
fn moved(points: &[Point], to_the_left: f32) -> Vec<Point> {
    let count = points.len();
    let at = |index: usize| points.get(index % count).copied().unwrap_or_default();
    // The nearest point in a direction that is not the same one.
    let other = |index: usize, step: usize| {
        (1..count).map(|far| at(index + far * step)).find(|other| *other != at(index))
    };
    let place = |index: usize| {
        let here = at(index);
        let (Some(before), Some(ahead)) = (other(index, count - 1), other(index, 1)) else { return here };
        let ((in_x, in_y, in_length), (out_x, out_y, out_length)) = (unit(before, here), unit(here, ahead));
        let turn = 1.0 + in_x * out_x + in_y * out_y;
        if turn <= SHARPEST {
            return here;
        }
        // No further than the shorter edge is long, or the contour would cross itself.
        let most = in_length.min(out_length);
        let length = (to_the_left / turn).clamp(-most, most);
        point(here.x - (in_y + out_y) * length, here.y + (in_x + out_x) * length)
    };
    (0..count).map(place).collect()
}

/// The direction from one point to another, and how far it is.
fn unit(from: Point, to: Point) -> (f32, f32, f32) {
    let (x, y) = (to.x - from.x, to.y - from.y);
    let length = (x * x + y * y).sqrt();
    (x / length, y / length, length)
}

/// The curves of a contour with other points.
fn rebuild(contour: &[OutlineCurve], points: &[Point], rebuilt: &mut Vec<OutlineCurve>) {
    let count = points.len().max(1);
    let mut first = 0;
    for curve in contour {
        let at = |step: usize| points.get((first + step) % count).copied().unwrap_or_default();
        let (curve, used) = match curve {
            OutlineCurve::Line(..) => (OutlineCurve::Line(at(0), at(1)), 1),
            OutlineCurve::Quad(..) => (OutlineCurve::Quad(at(0), at(1), at(2)), 2),
            OutlineCurve::Cubic(..) => (OutlineCurve::Cubic(at(0), at(1), at(2), at(3)), 3),
        };
        rebuilt.push(curve);
        first += used;
    }
}
