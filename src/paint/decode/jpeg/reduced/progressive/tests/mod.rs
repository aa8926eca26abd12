#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod encoder;
mod writer;

use super::super::tests::{SIDES, averaged, brightness, photo, psnr};
use super::super::{Side, reduced};
use super::{plan, script};
use encoder::{Picture, Spec};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

/// The script of libjpeg, which nearly all writers take over.
const USUAL: &[Spec] = &[
    (&[0, 1, 2], 0, 0, 0, 1),
    (&[0], 1, 5, 0, 2),
    (&[2], 1, 63, 0, 1),
    (&[1], 1, 63, 0, 1),
    (&[0], 6, 63, 0, 2),
    (&[0], 1, 63, 2, 1),
    (&[0, 1, 2], 0, 0, 1, 0),
    (&[2], 1, 63, 1, 0),
    (&[1], 1, 63, 1, 0),
    (&[0], 1, 63, 1, 0),
];

/// Bands alone, all bits at once.
const BANDS: &[Spec] = &[
    (&[0], 0, 0, 0, 0),
    (&[1, 2], 0, 0, 0, 0),
    (&[0], 1, 2, 0, 0),
    (&[0], 3, 24, 0, 0),
    (&[1], 1, 63, 0, 0),
    (&[0], 25, 63, 0, 0),
    (&[2], 1, 63, 0, 0),
];

/// Bits alone, and bands that cut across earlier ones.
const BITS: &[Spec] = &[
    (&[0], 0, 0, 0, 3),
    (&[1], 0, 0, 0, 0),
    (&[2], 0, 0, 0, 0),
    (&[0], 1, 63, 0, 3),
    (&[0], 0, 0, 3, 2),
    (&[0], 1, 7, 3, 2),
    (&[0], 8, 63, 3, 2),
    (&[0], 0, 0, 2, 1),
    (&[0], 1, 63, 2, 1),
    (&[0], 1, 1, 1, 0),
    (&[0], 2, 40, 1, 0),
    (&[0], 41, 63, 1, 0),
    (&[0], 0, 0, 1, 0),
    (&[1], 1, 63, 0, 0),
    (&[2], 1, 63, 0, 0),
];

const GREY: &[Spec] =
    &[(&[0], 0, 0, 0, 1), (&[0], 1, 63, 0, 2), (&[0], 1, 63, 2, 1), (&[0], 0, 0, 1, 0), (&[0], 1, 63, 1, 0)];

const SAMPLINGS: [(usize, usize); 4] = [(1, 1), (2, 1), (1, 2), (2, 2)];

#[test]
fn every_script_gives_what_one_scan_gives() {
    for (width, height) in [(97, 75), (33, 17), (16, 16), (1, 1), (3, 50)] {
        for sampling in SAMPLINGS {
            let picture = Picture::new(width, height, Some(sampling));
            let baseline = picture.baseline();
            for (name, script) in [("usual", USUAL), ("bands", BANDS), ("bits", BITS)] {
                let progressive = picture.progressive(script);
                for (side, _) in SIDES {
                    let expected = reduced(&baseline, side).unwrap();
                    let actual = reduced(&progressive, side).unwrap_or_else(|| panic!("{name} {side:?}"));
                    // Blocks that only fill up the last MCUs lack their frequencies.
                    assert_eq!(
                        actual.to_picture(),
                        expected.to_picture(),
                        "{name}, {width}×{height}, {sampling:?}, {side:?}"
                    );
                }
            }
        }
        let picture = Picture::new(width, height, None);
        for (side, _) in SIDES {
            let actual = reduced(&picture.progressive(GREY), side).unwrap();
            assert!(actual.chroma.is_none());
            assert_eq!(actual, reduced(&picture.baseline(), side).unwrap(), "{width}×{height}, {side:?}");
        }
    }
}

/// Another decoder's picture, averaged, is the same at every size.
fn assert_like_others(bytes: &[u8], least: f64, what: &str) {
    for (side, by) in SIDES {
        let small = reduced(bytes, side).unwrap_or_else(|| panic!("{what} {side:?}")).to_picture();
        let (width, height, expected) = averaged(bytes, by);
        assert_eq!((small.width_px, small.height_px), (width, height), "{what}");
        let similar = psnr(&brightness(&small.rgb), &brightness(&expected));
        assert!(similar > least, "{what} {side:?}: {similar:.1} dB");
    }
}

#[test]
fn other_decoders_see_the_same() {
    for sampling in SAMPLINGS {
        let picture = Picture::new(201, 151, Some(sampling));
        for (name, script) in [("usual", USUAL), ("bands", BANDS), ("bits", BITS)] {
            assert_like_others(&picture.progressive(script), 38.0, &format!("{name} {sampling:?}"));
        }
    }
    assert_like_others(&Picture::new(201, 151, None).progressive(GREY), 38.0, "grey");
}

#[test]
fn files_of_other_encoders_are_read() {
    for sampling in
        [SamplingFactor::F_1_1, SamplingFactor::F_2_1, SamplingFactor::F_1_2, SamplingFactor::F_2_2]
    {
        for scans in [2, 4, 9] {
            let mut bytes = Vec::new();
            let mut encoder = Encoder::new(&mut bytes, 92);
            encoder.set_sampling_factor(sampling);
            encoder.set_progressive_scans(scans);
            encoder.encode(&photo(320, 240), 320, 240, ColorType::Rgb).unwrap();
            assert_like_others(&bytes, 41.5, &format!("{sampling:?}, {scans} scans"));
        }
    }
}

#[test]
fn restart_markers_change_nothing() {
    for script in [USUAL, BITS] {
        let mut picture = Picture::new(97, 75, Some((2, 2)));
        let plain = picture.progressive(script);
        for restart in [1, 5, 7, 200] {
            picture.restart = restart;
            let marked = picture.progressive(script);
            assert!(marked.len() > plain.len() || restart == 200);
            for (side, _) in SIDES {
                assert_eq!(
                    reduced(&marked, side).unwrap(),
                    reduced(&plain, side).unwrap(),
                    "every {restart}"
                );
            }
        }
    }
}

fn wanted(specs: &[Spec], kept: u64) -> Option<Vec<bool>> {
    let bytes = Picture::new(16, 16, Some((2, 2))).progressive(specs);
    plan::wanted(&script::read(&bytes)?, kept)
}

#[test]
fn scans_that_a_size_does_not_need_are_passed_over() {
    let numbers = |wanted: Vec<bool>| -> Vec<usize> {
        (0..).zip(wanted).filter(|(_, wanted)| *wanted).map(|(number, _)| number).collect()
    };
    // The means alone, up to the second frequency across and down, and up to the fourth.
    let [eighth, quarter, half] = [1, 0b1_0111, 1 << 24 | 0b1111];
    assert_eq!(numbers(wanted(USUAL, eighth).unwrap()), [0, 6]);
    // The high frequencies say which places later bits belong to.
    assert_eq!(numbers(wanted(USUAL, quarter).unwrap()).len(), USUAL.len());
    assert_eq!(numbers(wanted(BANDS, eighth).unwrap()), [0, 1]);
    assert_eq!(numbers(wanted(BANDS, quarter).unwrap()), [0, 1, 2, 3, 4, 6]);
    assert_eq!(numbers(wanted(BANDS, half).unwrap()), [0, 1, 2, 3, 4, 6]);
    assert_eq!(numbers(wanted(BITS, half).unwrap()), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14]);
}

#[test]
fn what_is_passed_over_need_not_even_be_sound() {
    let picture = Picture::new(97, 75, Some((2, 2)));
    let bytes = picture.progressive(BANDS);
    let mut damaged = bytes.clone();
    let start = bytes.windows(3).rposition(|window| window == [0, 25, 63] || window == [25, 63, 0]).unwrap();
    damaged[start + 8] ^= 0x55;
    assert_eq!(reduced(&damaged, Side::Half), reduced(&bytes, Side::Half));
    assert_ne!(reduced(&damaged, Side::Whole), reduced(&bytes, Side::Whole));
}

#[test]
fn missing_last_bits_leave_a_coarser_picture() {
    let picture = Picture::new(201, 151, Some((2, 2)));
    let coarse = picture.progressive(&USUAL[..6]);
    for (side, _) in SIDES {
        let whole = reduced(&picture.baseline(), side).unwrap().to_picture();
        let coarse = reduced(&coarse, side).unwrap().to_picture();
        let similar = psnr(&coarse.rgb, &whole.rgb);
        assert!(similar > 35.0 && similar < 60.0, "{side:?}: {similar:.1} dB");
    }
}

#[test]
fn scans_in_an_order_that_the_standard_forbids_give_nothing() {
    let means: Spec = (&[0, 1, 2], 0, 0, 0, 1);
    let cases: [(&str, &[Spec]); 10] = [
        ("no scan", &[]),
        ("a component without means", &[(&[0, 1], 0, 0, 0, 0)]),
        ("frequencies before means", &[(&[0], 1, 63, 0, 0), means]),
        ("means twice", &[means, means]),
        ("later bits before earlier ones", &[means, (&[0], 1, 63, 1, 0)]),
        ("bits left out", &[means, (&[0], 1, 63, 0, 3), (&[0], 1, 63, 2, 1)]),
        ("two bits at once", &[means, (&[0], 1, 63, 0, 2), (&[0], 1, 63, 2, 0)]),
        ("a part of the band without earlier bits", &[means, (&[0], 1, 9, 0, 1), (&[0], 1, 10, 1, 0)]),
        ("frequencies of two components", &[means, (&[0, 1], 1, 63, 0, 0)]),
        ("means with frequencies", &[(&[0], 0, 5, 0, 0)]),
    ];
    for (what, specs) in cases {
        assert_eq!(wanted(specs, 1), None, "{what}");
    }
    assert!(wanted(&[means], 1).is_some());
}

#[test]
fn a_file_that_ends_early_gives_nothing() {
    for script in [USUAL, BANDS] {
        let bytes = Picture::new(97, 75, Some((2, 2))).progressive(script);
        for end in (0..bytes.len()).step_by(11) {
            assert_eq!(reduced(&bytes[..end], Side::Half), None, "cut at {end}");
        }
        // The end marker is there, but not all of the data before it.
        let mut short = bytes[..bytes.len() - 60].to_vec();
        short.extend([0xFF, 0xD9]);
        assert_eq!(reduced(&short, Side::Whole), None);
    }
}

#[test]
fn what_is_odd_is_left_to_others() {
    let mut picture = Picture::new(97, 75, Some((2, 2)));
    let plain = picture.progressive(USUAL);
    let end = plain.len() - 2;
    let frame = plain.windows(2).position(|pair| pair == [0xFF, 0xC2]).unwrap();
    let with = |at: usize, put: &[u8]| [&plain[..at], put, &plain[at..]].concat();
    let changed = |at: usize, byte: u8| {
        let mut bytes = plain.clone();
        bytes[at] = byte;
        bytes
    };
    picture.restart = 5;
    let mut marked = picture.progressive(USUAL);
    let [first, second] =
        [0xD0, 0xD1].map(|marker| marked.windows(2).position(|pair| pair == [0xFF, marker]).unwrap() + 1);
    marked.swap(first, second);
    for (what, bytes) in [
        ("a restart marker that was not announced", with(end, &[0xFF, 0xD0])),
        ("restart markers out of order", marked),
        ("the height at the end", with(end, &[0xFF, 0xDC, 0, 4, 0, 75])),
        ("arithmetic coding", changed(frame + 1, 0xCA)),
        ("twelve bits", changed(frame + 4, 12)),
        ("components out of order", picture.progressive(&[(&[1, 0, 2], 0, 0, 0, 0)])),
        ("a component that is not there", changed(frame + 10, 9)),
        ("two frames", with(frame, &plain[frame..frame + 19])),
    ] {
        assert_eq!(reduced(&bytes, Side::Half), None, "{what}");
    }
    assert!(reduced(&with(end, &[0xFF]), Side::Half).is_some(), "a fill byte");
}

#[test]
fn no_damage_makes_it_panic() {
    let mut picture = Picture::new(49, 41, Some((2, 2)));
    let mut chance = 7_u32;
    for (script, restart) in [(USUAL, 0), (BITS, 5), (BANDS, 3)] {
        picture.restart = restart;
        let bytes = picture.progressive(script);
        for _ in 0..1500 {
            let mut damaged = bytes.clone();
            for _ in 0..1 + chance % 4 {
                chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let at = (chance >> 8) as usize % damaged.len();
                damaged[at] = chance as u8;
            }
            let _ = [Side::Half, Side::Whole].map(|side| reduced(&damaged, side));
        }
    }
}
