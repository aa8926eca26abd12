use super::{decoded, file};
use crate::paint::facts;
use std::path::PathBuf;

/// All pictures, and drawings that use many elements.
fn samples() -> Vec<(String, Vec<u8>)> {
    let folder: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "pictures"].iter().collect();
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.contains(".py") && !name.ends_with(".txt") && !name.ends_with(".md"))
        .collect();
    names.sort();
    let mut samples: Vec<(String, Vec<u8>)> =
        names.into_iter().map(|name| (name.clone(), file(&name))).collect();
    samples.push(("drawing".to_owned(), super::vector::DRAWING.as_bytes().to_vec()));
    samples
}

/// Whether a picture comes out, in which everything fits together; it does not matter here which.
fn holds(bytes: &[u8]) -> bool {
    let _ = facts(bytes);
    let Ok(cover) = decoded(bytes) else { return false };
    let pixels = cover.picture.width_px as usize * cover.picture.height_px as usize;
    assert_eq!(cover.picture.rgb.len(), pixels * 3);
    assert!(cover.picture.alpha.is_none_or(|alpha| alpha.len() == pixels));
    true
}

#[test]
fn no_truncation_of_any_picture_panics() {
    for (_, bytes) in samples() {
        let step = (bytes.len() / 60).max(1);
        for length in (0..bytes.len()).step_by(step) {
            holds(&bytes[..length]);
        }
    }
}

#[test]
fn no_changed_byte_of_any_picture_panics() {
    let mut state = 11_u32;
    let mut random = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state >> 16
    };
    for (_, bytes) in samples() {
        for round in 0..9 {
            let mut changed = bytes.clone();
            for _ in 0..=round % 3 {
                let at = random() as usize % changed.len();
                changed[at] = match round % 4 {
                    0 => 0,
                    1 => 0xFF,
                    2 => changed[at] ^ 1 << (random() % 8),
                    _ => random() as u8,
                };
            }
            holds(&changed);
        }
    }
}

#[test]
fn every_sample_that_is_expected_to_comes_out() {
    let expected = String::from_utf8(file("expected.txt")).unwrap();
    for (name, bytes) in samples() {
        if expected.lines().any(|line| line.starts_with(&format!("{name} "))) {
            assert!(holds(&bytes), "{name}");
        }
    }
}
