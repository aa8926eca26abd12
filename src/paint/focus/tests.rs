use super::{Crop, Focus, crop};
use crate::scene::{Picture, Rect};

const WIDE: f32 = 1200.0 / 630.0;

/// Soft ground with a strong disc on it.
fn disc(width: u32, height: u32, (x, y): (u32, u32), radius: u32) -> Picture {
    let mut rgb = Vec::new();
    for row in 0..height {
        for column in 0..width {
            let distance = column.abs_diff(x).pow(2) + row.abs_diff(y).pow(2);
            let ground = 150 + (row * 30 / height) as u8;
            rgb.extend(if distance < radius * radius { [200, 40, 30] } else { [ground, ground + 5, ground] });
        }
    }
    Picture { width_px: width, height_px: height, rgb, alpha: None }
}

fn flat(width: u32, height: u32) -> Picture {
    Picture { width_px: width, height_px: height, rgb: vec![128; (width * height * 3) as usize], alpha: None }
}

fn holds(crop: &Crop, (x, y): (f64, f64), radius: f64) -> bool {
    crop.left <= x - radius
        && crop.left + crop.width >= x + radius
        && crop.top <= y - radius
        && crop.top + crop.height >= y + radius
}

fn assert_inside(crop: &Crop, picture: &Picture, shape: f32) {
    let (width, height) = (f64::from(picture.width_px), f64::from(picture.height_px));
    assert!(crop.left >= 0.0 && crop.top >= 0.0, "{crop:?}");
    assert!(crop.left + crop.width <= width + 1e-6 && crop.top + crop.height <= height + 1e-6, "{crop:?}");
    assert!((crop.width / crop.height / f64::from(shape) - 1.0).abs() < 1e-6, "{crop:?}");
}

#[test]
fn the_subject_stays_in_the_frame_wherever_it_is() {
    for x in [40, 100, 200, 300, 360] {
        let picture = disc(400, 200, (x, 100), 30);
        let crop = crop(&picture, 1.0, None, None);
        assert_inside(&crop, &picture, 1.0);
        assert!(holds(&crop, (f64::from(x), 100.0), 30.0), "{x}: {crop:?}");
    }
    for y in [40, 150, 300, 460] {
        let picture = disc(300, 500, (150, y), 30);
        let crop = crop(&picture, WIDE, None, None);
        assert_inside(&crop, &picture, WIDE);
        assert!(holds(&crop, (150.0, f64::from(y)), 30.0), "{y}: {crop:?}");
    }
}

#[test]
fn where_nothing_stands_out_the_middle_is_shown() {
    let sideways = crop(&flat(400, 200), 1.0, None, None);
    assert!((sideways.left - 100.0).abs() < 4.0, "{sideways:?}");
    let level = crop(&flat(400, 300), WIDE, None, None);
    assert!((level.top - 45.0).abs() < 8.0, "{level:?}");
}

#[test]
fn of_upright_pictures_a_little_more_of_the_top_is_shown() {
    let crop = crop(&flat(300, 500), WIDE, None, None);
    let slack = 500.0 - crop.height;
    assert!(crop.top > 0.2 * slack && crop.top < 0.42 * slack, "{crop:?}");
}

#[test]
fn the_subject_is_kept_clear_of_the_text() {
    let lower = Rect { left: 0.0, top: 0.5, right: 1.0, bottom: 1.0 };
    let picture = disc(300, 400, (150, 220), 30);
    let found = crop(&picture, WIDE, None, Some(lower));
    assert_inside(&found, &picture, WIDE);
    assert!(holds(&found, (150.0, 220.0), 30.0), "{found:?}");
    assert!((220.0 + 30.0 - found.top) / found.height <= 0.52, "{found:?}");
    let left = Rect { left: 0.0, top: 0.0, right: 0.5, bottom: 1.0 };
    let picture = disc(500, 200, (250, 100), 25);
    let found = crop(&picture, WIDE, None, Some(left));
    assert!((250.0 - 25.0 - found.left) / found.width >= 0.48, "{found:?}");
}

#[test]
fn the_frame_comes_closer_only_for_the_sake_of_text() {
    let picture = disc(1200, 630, (600, 500), 60);
    let shape = 1200.0 / 630.0;
    assert!((crop(&picture, shape, None, None).width - 1200.0).abs() < 1e-3);
    let upper = Rect { left: 0.0, top: 0.0, right: 1.0, bottom: 0.5 };
    // It stands clear already.
    assert!((crop(&picture, shape, None, Some(upper)).width - 1200.0).abs() < 1e-3);
}

#[test]
fn a_wish_is_followed_against_what_stands_out() {
    let picture = disc(400, 200, (60, 100), 30);
    let found = crop(&picture, 1.0, Some(Focus { x: 0.9, y: 0.5 }), None);
    assert!((found.left - 200.0).abs() < 1e-6, "{found:?}");
    let found = crop(&picture, 1.0, Some(Focus { x: 0.5, y: 0.5 }), None);
    assert!((found.left - 100.0).abs() < 1e-6, "{found:?}");
}

#[test]
fn a_wish_is_brought_out_from_under_the_text() {
    let lower = Rect { left: 0.0, top: 0.5, right: 1.0, bottom: 1.0 };
    let picture = flat(400, 400);
    let found = crop(&picture, WIDE, Some(Focus { x: 0.5, y: 0.5 }), Some(lower));
    assert_inside(&found, &picture, WIDE);
    let seen = (200.0 - found.top) / found.height;
    assert!((seen - 0.25).abs() < 0.01, "{seen}");
    // A picture of the frame's shape gives no room, except by coming closer.
    let tight = crop(&flat(1200, 630), WIDE, Some(Focus { x: 0.5, y: 0.55 }), Some(lower));
    assert!(tight.width < 1199.0 && (0.55 * 630.0 - tight.top) / tight.height < 0.5, "{tight:?}");
}

#[test]
fn what_makes_no_sense_gives_a_frame_all_the_same() {
    let picture = disc(300, 200, (100, 100), 30);
    let nowhere = Rect { left: f32::NAN, top: 2.0, right: -1.0, bottom: 0.5 };
    let everywhere = Rect { left: 0.0, top: 0.0, right: 1.0, bottom: 1.0 };
    for avoid in [None, Some(nowhere), Some(everywhere), Some(Rect::default())] {
        for shape in [1.0, WIDE, 0.01, 100.0] {
            assert_inside(&crop(&picture, shape, None, avoid), &picture, shape);
            let wish = Focus { x: f32::NAN, y: 7.0 };
            assert_inside(&crop(&picture, shape, Some(wish), avoid), &picture, shape);
        }
    }
    for shape in [f32::NAN, 0.0, -1.0, f32::INFINITY] {
        let found = crop(&picture, shape, None, None);
        assert!(found.width > 0.0 && found.height > 0.0, "{shape}: {found:?}");
    }
    for (width, height) in [(1, 1), (1, 500), (500, 1), (2, 3)] {
        assert_inside(&crop(&flat(width, height), WIDE, None, None), &flat(width, height), WIDE);
    }
}
