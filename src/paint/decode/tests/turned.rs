use crate::paint::decode::turn::{upright, upright_planes};
use crate::paint::photo::{Plane, Planes};
use image::metadata::Orientation;

fn plane(width: usize, height: usize, seed: usize) -> Plane {
    let samples = (0..width * height).map(|at| (at % width * 9 + at / width * seed % 200) as u8).collect();
    Plane { width, height, stride: width, samples }
}

fn planes(width: usize, height: usize, sampling: (usize, usize)) -> Planes {
    let chroma = |seed| plane(width.div_ceil(sampling.0), height.div_ceil(sampling.1), seed);
    Planes { luma: plane(width, height, 5), chroma: Some([chroma(7), chroma(11)]), sampling }
}

#[test]
fn planes_are_turned_as_their_pixels_are() {
    for sampling in [(1, 1), (2, 1), (1, 2), (2, 2)] {
        for exif in 1..=8 {
            let orientation = Orientation::from_exif(exif).unwrap();
            let expected = upright(planes(12, 8, sampling).to_picture(), orientation);
            let actual = upright_planes(planes(12, 8, sampling), orientation).unwrap().to_picture();
            assert_eq!((actual.width_px, actual.height_px), (expected.width_px, expected.height_px));
            let most = actual.rgb.iter().zip(&expected.rgb).map(|(a, b)| a.abs_diff(*b)).max();
            assert!(most <= Some(1), "{sampling:?} {exif}: {most:?}");
        }
    }
}

#[test]
fn a_sample_that_would_stand_between_pixels_is_not_turned() {
    let odd = planes(13, 8, (2, 2));
    assert_eq!(upright_planes(odd.clone(), Orientation::Rotate90), Err(odd.clone()));
    assert_eq!(upright_planes(odd.clone(), Orientation::NoTransforms), Ok(odd));
}
