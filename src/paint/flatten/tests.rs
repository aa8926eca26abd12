use super::flattened;
use crate::scene::Picture;

#[test]
fn what_shows_through_is_the_ground_and_halves_are_mixed_in_light() {
    let rgb = [[200, 30, 30], [0, 0, 0], [255, 255, 255], [255, 255, 255]].concat();
    let picture = Picture { width_px: 4, height_px: 1, rgb, alpha: Some(vec![255, 0, 128, 1]) };
    let seen = flattened(&picture, [0, 0, 0]);
    assert_eq!(seen.alpha, None);
    assert_eq!(seen.rgb[..6], [200, 30, 30, 0, 0, 0]);
    // Half of the light of white is 188 in sRGB.
    assert!(seen.rgb[6].abs_diff(188) <= 1, "{:?}", seen.rgb);
    assert_eq!(flattened(&picture, [9, 80, 250]).rgb[3..6], [9, 80, 250]);
}

#[test]
fn an_opaque_picture_stays_what_it_is() {
    let picture = Picture { width_px: 1, height_px: 1, rgb: vec![1, 2, 3], alpha: None };
    assert_eq!(flattened(&picture, [255; 3]), picture);
}
