use super::{rgba, scaled};
use crate::paint::Crop;
use crate::scene::Picture;

fn picture(width: u32, height: u32, pixel: impl Fn(u32, u32) -> [u8; 3]) -> Picture {
    let rgb =
        (0..height).flat_map(|y| (0..width).map(move |x| (x, y))).flat_map(|(x, y)| pixel(x, y)).collect();
    Picture { width_px: width, height_px: height, rgb, alpha: None }
}

fn whole(picture: &Picture) -> Crop {
    Crop { left: 0.0, top: 0.0, width: f64::from(picture.width_px), height: f64::from(picture.height_px) }
}

#[test]
fn a_picture_in_its_own_size_stays_what_it_is() {
    let noise = picture(37, 23, |x, y| [(x * 71 + y * 13) as u8, (x * y) as u8, (y * 91) as u8]);
    assert_eq!(scaled(&noise, whole(&noise), 37, 23).unwrap(), noise);
}

#[test]
fn one_colour_stays_that_colour_in_every_size() {
    let flat = picture(97, 61, |_, _| [13, 130, 250]);
    for (width, height) in [(300, 200), (97, 20), (40, 25), (7, 5), (1, 1), (120, 10)] {
        let scaled = scaled(&flat, whole(&flat), width, height).unwrap();
        assert_eq!((scaled.width_px, scaled.height_px), (width, height));
        assert!(
            scaled.rgb.as_chunks::<3>().0.iter().all(|&pixel| pixel == [13, 130, 250]),
            "{width}×{height}"
        );
    }
}

#[test]
fn fine_black_and_white_becomes_the_grey_that_is_seen_from_afar() {
    let board = picture(256, 256, |x, y| [if (x + y) % 2 == 0 { 255 } else { 0 }; 3]);
    for size in [128, 100, 64, 20] {
        let scaled = scaled(&board, whole(&board), size, size).unwrap();
        let middle = scaled.rgb[((size / 2 * size + size / 2) * 3) as usize];
        // Half of the light is 188 in sRGB; the mean of the numbers would be 128.
        assert!(middle.abs_diff(188) <= 2, "{size}: {middle}");
    }
}

#[test]
fn a_crop_shows_its_part_and_nothing_else() {
    let halves = picture(200, 100, |x, _| if x < 100 { [255, 0, 0] } else { [0, 0, 255] });
    for (left, color) in [(0.0, [255, 0, 0]), (104.0, [0, 0, 255])] {
        let crop = Crop { left, top: 10.0, width: 96.0, height: 48.0 };
        for (width, height) in [(48, 24), (192, 96)] {
            let scaled = scaled(&halves, crop, width, height).unwrap();
            let pixels = scaled.rgb.as_chunks::<3>().0;
            assert_eq!(pixels[(height / 2 * width + width / 2) as usize], color);
            assert_eq!(pixels[(height / 2 * width + 2) as usize], color);
        }
    }
}

#[test]
fn edges_stand_where_they_stood() {
    let halves = picture(400, 40, |x, _| if x < 100 { [0; 3] } else { [255; 3] });
    for (width, by) in [(200, 2.0), (90, 400.0 / 90.0), (57, 400.0 / 57.0), (800, 0.5)] {
        let scaled = scaled(&halves, whole(&halves), width, 10).unwrap();
        let row: Vec<u8> =
            scaled.rgb.as_chunks::<3>().0[..width as usize].iter().map(|pixel| pixel[0]).collect();
        let edge = row.iter().position(|&value| value > 127).unwrap() as f64 * by;
        assert!((edge - 100.0).abs() <= by, "{width}: {edge}");
    }
}

#[test]
fn what_cannot_be_seen_does_not_colour_what_can() {
    // Green where it is transparent, which must not shine through at the edge.
    let mut cut = picture(64, 64, |x, _| if x < 32 { [200, 30, 30] } else { [0, 255, 0] });
    cut.alpha = Some((0..64 * 64).map(|index| if index % 64 < 32 { 255 } else { 0 }).collect());
    for size in [17, 30, 100] {
        let scaled = scaled(&cut, whole(&cut), size, size).unwrap();
        let alpha = scaled.alpha.unwrap();
        for (pixel, alpha) in scaled.rgb.as_chunks::<3>().0.iter().zip(alpha) {
            // Of the faintest pixels the colour is rounded away.
            assert!(
                alpha < 16 || (pixel[0].abs_diff(200) < 10 && pixel[1] < 50),
                "{size}: {pixel:?} {alpha}"
            );
        }
    }
}

#[test]
fn a_crop_beside_the_picture_gives_nothing() {
    let flat = picture(10, 10, |_, _| [9; 3]);
    let beside = Crop { left: 20.0, top: 0.0, width: 5.0, height: 5.0 };
    assert_eq!(scaled(&flat, beside, 5, 5), None);
    assert_eq!(scaled(&flat, whole(&flat), 0, 5), None);
    let over = Crop { left: -5.0, top: -5.0, width: 30.0, height: 30.0 };
    assert!(scaled(&flat, over, 5, 5).is_some());
}

#[test]
fn one_pixel_can_be_made_large_and_a_large_picture_one_pixel() {
    let one = picture(1, 1, |_, _| [1, 2, 3]);
    assert_eq!(scaled(&one, whole(&one), 3, 2).unwrap().rgb, [1, 2, 3].repeat(6));
    let large = picture(3000, 2, |x, _| [if x < 1500 { 0 } else { 255 }; 3]);
    assert!(scaled(&large, whole(&large), 1, 1).unwrap().rgb[0].abs_diff(188) <= 2);
}

#[test]
fn pixels_with_alpha_between_them_are_scaled_too() {
    let pixels = [200, 100, 50, 255].repeat(64);
    assert_eq!(rgba(pixels.clone(), 8, 8, 4, 2), Some([200, 100, 50, 255].repeat(8)));
    assert_eq!(rgba(pixels, 9, 8, 4, 2), None);
}
