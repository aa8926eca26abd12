use super::thinned;
use ab_glyph::{OutlineCurve, Point, point};

/// A closed contour of straight lines.
fn contour(points: &[(f32, f32)]) -> Vec<OutlineCurve> {
    let at = |index: usize| point(points[index % points.len()].0, points[index % points.len()].1);
    (0..points.len()).map(|index| OutlineCurve::Line(at(index), at(index + 1))).collect()
}

/// A square with its lower left corner at one number and its upper right one at another, against the clock.
fn square(from: f32, to: f32) -> Vec<(f32, f32)> {
    vec![(from, from), (to, from), (to, to), (from, to)]
}

fn reversed(mut points: Vec<(f32, f32)>) -> Vec<(f32, f32)> {
    points.reverse();
    points
}

/// The least and the greatest number on each axis.
fn bounds(curves: &[OutlineCurve]) -> (Point, Point) {
    let mut all = curves.iter().map(|curve| match curve {
        OutlineCurve::Line(a, _) | OutlineCurve::Quad(a, ..) | OutlineCurve::Cubic(a, ..) => *a,
    });
    let first = all.next().unwrap();
    all.fold((first, first), |(low, high), at| {
        (point(low.x.min(at.x), low.y.min(at.y)), point(high.x.max(at.x), high.y.max(at.y)))
    })
}

#[test]
fn a_square_becomes_smaller_on_every_side_whichever_way_it_runs() {
    for points in [square(0.0, 100.0), reversed(square(0.0, 100.0))] {
        assert_eq!(bounds(&thinned(&contour(&points), 8.0)), (point(8.0, 8.0), point(92.0, 92.0)));
    }
}

#[test]
fn the_hole_of_a_ring_becomes_wider() {
    let outer = contour(&square(0.0, 100.0));
    let inner = contour(&reversed(square(30.0, 70.0)));
    let ring = thinned(&[outer, inner].concat(), 5.0);
    assert_eq!(bounds(&ring[..4]), (point(5.0, 5.0), point(95.0, 95.0)));
    assert_eq!(bounds(&ring[4..]), (point(25.0, 25.0), point(75.0, 75.0)));
}

#[test]
fn an_edge_shorter_than_the_way_does_not_turn_the_contour_inside_out() {
    let thin = contour(&[(0.0, 0.0), (100.0, 0.0), (100.0, 1.0), (0.0, 1.0)]);
    let (low, high) = bounds(&thinned(&thin, 20.0));
    assert!(low.x >= 0.0 && high.x <= 100.0, "{low:?} {high:?}");
}

#[test]
fn points_that_lie_on_each_other_stay_where_they_can_not_be_moved() {
    let dot = contour(&[(5.0, 5.0), (5.0, 5.0)]);
    assert_eq!(bounds(&thinned(&dot, 2.0)), (point(5.0, 5.0), point(5.0, 5.0)));
}
