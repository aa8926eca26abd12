//! A picture of which a part is decoded is what it is where all of it is.

use super::super::super::{Crop, Photo, Pixels};
use super::super::{SvgFonts, photo, photo_in_part};
use super::file;
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use std::sync::Arc;

const WANTED: (u32, u32) = (120, 63);

fn jpeg(width: u16, height: u16, sampling: SamplingFactor, restart: u16) -> Vec<u8> {
    let mut grain = 1_u32;
    let mut next = || {
        grain = grain.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (grain >> 27) as u8
    };
    let places = (0..u32::from(height)).flat_map(|y| (0..u32::from(width)).map(move |x| (x, y)));
    let pixels: Vec<u8> = places
        .flat_map(|(x, y)| {
            [(x / 2) as u8, (y / 2) as u8, ((x + y) / 4) as u8].map(|base| (base / 2).wrapping_add(next()))
        })
        .collect();
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 92);
    encoder.set_sampling_factor(sampling);
    if restart > 0 {
        encoder.set_restart_interval(restart);
    }
    encoder.encode(&pixels, width, height, ColorType::Rgb).unwrap();
    bytes
}

fn part(bytes: &[u8]) -> Photo {
    let photo = photo_in_part(&Arc::new(bytes.to_vec()), WANTED, &SvgFonts::default()).unwrap().0;
    assert!(matches!(photo, Photo::Unread(_)));
    photo
}

#[test]
fn a_part_has_the_pixels_that_it_has_in_the_whole() {
    for sampling in
        [SamplingFactor::F_1_1, SamplingFactor::F_2_1, SamplingFactor::F_1_2, SamplingFactor::F_2_2]
    {
        for (width, height, restart) in
            [(512, 384, 0), (333, 451, 0), (333, 451, 5), (1600, 1200, 0), (121, 64, 0)]
        {
            let bytes = jpeg(width, height, sampling, restart);
            let whole = photo(&bytes, WANTED, &SvgFonts::default()).unwrap().0;
            assert!(matches!(whole, Photo::Planes(_)));
            let (width, height) = (f64::from(whole.size_px().0), f64::from(whole.size_px().1));
            for share in [0.0, 0.3, 0.5, 0.99, 1.0] {
                for high in [width / 120.0 * 63.0, 20.0, 3.0] {
                    let high = high.min(height);
                    let crop = Crop { left: 0.0, top: (height - high) * share, width, height: high };
                    let expected = whole.scaled(crop, WANTED.0, WANTED.1);
                    let photo = part(&bytes);
                    assert_eq!(photo.size_px(), whole.size_px());
                    assert!(
                        photo.scaled(crop, WANTED.0, WANTED.1) == expected,
                        "{sampling:?} {width}×{height} {crop:?}"
                    );
                    // The second time, all of it is there.
                    assert!(photo.scaled(crop, WANTED.0, WANTED.1) == expected);
                    assert_eq!(photo.pixel(7, 5), whole.pixel(7, 5));
                    assert_eq!(photo.failure(), None);
                }
            }
        }
    }
}

#[test]
fn only_what_is_common_waits() {
    for name in ["progressive.jpg", "grey.jpg", "baseline-420.jpg"] {
        let bytes = Arc::new(file(name));
        let waits =
            matches!(photo_in_part(&bytes, WANTED, &SvgFonts::default()).unwrap().0, Photo::Unread(_));
        assert_eq!(waits, name == "baseline-420.jpg", "{name}");
    }
}

#[test]
fn damage_is_known_when_the_picture_is_needed() {
    let mut bytes = jpeg(512, 384, SamplingFactor::F_2_2, 0);
    // Without its Huffman tables, which now belong to some application, no decoder reads it.
    let scan = bytes.windows(2).position(|pair| pair == [0xFF, 0xDA]).unwrap();
    let tables: Vec<usize> = (0..scan).filter(|&at| bytes[at..].starts_with(&[0xFF, 0xC4])).collect();
    tables.into_iter().for_each(|at| bytes[at + 1] = 0xEF);
    let photo = part(&bytes);
    assert_eq!(photo.failure(), None);
    let all = Crop { left: 0.0, top: 0.0, width: 256.0, height: 192.0 };
    assert!(photo.scaled(all, WANTED.0, WANTED.1).is_none());
    assert!(photo.failure().is_some_and(|error| error.reason().contains("damaged")), "{:?}", photo.failure());
}
