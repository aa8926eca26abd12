//! Cards as they look: small pictures, each a claim that can be false, and each looked at by whoever blessed it.
//!
//! `tests/cards/<claim>.png` is what must be painted; no channel of a pixel may differ by more than 1. Where one does, what was
//! painted and where it differs stand in `tests/out/`. `BLESS=1` takes what is painted now.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod cases;

use cases::{Case, cases};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use syndicard::card::{built_in, compose};
use syndicard::scene::Picture;
use syndicard::typeset::FontBook;

/// What machines may round otherwise.
const TOLERANCE: u8 = 1;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

fn is_blessing() -> bool {
    std::env::var_os("BLESS").is_some()
}

#[test]
fn every_card_looks_as_it_did_when_somebody_looked_at_it() {
    let mut typesetter = FontBook::bundled().typesetter();
    let mut wrong = Vec::new();
    for case in cases() {
        let theme = built_in(case.theme).unwrap().unwrap();
        let composed = compose(&case.post.card(), &theme, &mut typesetter);
        assert!(composed.contrast >= 4.5 && !composed.title_cut, "{}", case.claim);
        let actual = composed.pixels();
        let expected = folder("cards").join(format!("{}.png", case.claim));
        if is_blessing() {
            bless(&expected, &actual);
        } else if let Err(reason) = compare(&case, &actual, &expected) {
            wrong.push(reason);
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_picture_belongs_to_a_claim() {
    let claims: Vec<String> = cases().into_iter().map(|case| format!("{}.png", case.claim)).collect();
    let known: BTreeSet<String> = claims.iter().cloned().collect();
    assert_eq!(known.len(), claims.len(), "a claim is made twice");
    for entry in fs::read_dir(folder("cards")).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        let is_known = !name.ends_with(".png") || known.contains(&name);
        assert!(is_known, "no claim is called {name}: delete it");
    }
}

/// Writes what is painted now, where it is other than what stands there.
fn bless(expected: &Path, actual: &Picture) {
    if differences(actual, expected).is_ok_and(|apart| apart.iter().all(|&apart| apart <= TOLERANCE)) {
        return;
    }
    write(expected, actual);
}

fn compare(case: &Case, actual: &Picture, expected: &Path) -> Result<(), String> {
    let apart = differences(actual, expected);
    if apart.as_ref().is_ok_and(|apart| apart.iter().all(|&apart| apart <= TOLERANCE)) {
        return Ok(());
    }
    let painted = folder("out").join(format!("{}.png", case.claim));
    write(&painted, actual);
    let shown = format!("tests/out/{}.png", case.claim);
    let apart = apart.map_err(|reason| format!("{}: {reason}; what is painted is {shown}", case.claim))?;
    let count = apart.chunks_exact(3).filter(|pixel| pixel.iter().any(|&apart| apart > TOLERANCE)).count();
    let most = apart.iter().max().copied().unwrap_or(0);
    // Eight times as strong, so that it is seen.
    let rgb = apart.iter().map(|apart| apart.saturating_mul(8)).collect();
    let difference = Picture { rgb, alpha: None, ..*actual };
    write(&folder("out").join(format!("{}.difference.png", case.claim)), &difference);
    Err(format!(
        "{}: {count} pixels differ, by {most} at most; what is painted is {shown}, where it differs \
         tests/out/{}.difference.png",
        case.claim, case.claim
    ))
}

/// By how much each channel differs, or why they cannot be compared.
fn differences(actual: &Picture, expected: &Path) -> Result<Vec<u8>, String> {
    let blessed = image::open(expected).map_err(|error| error.to_string())?.to_rgb8();
    if blessed.dimensions() != (actual.width_px, actual.height_px) {
        let ((width, height), now) = (blessed.dimensions(), (actual.width_px, actual.height_px));
        return Err(format!("it is {} × {}, and was {width} × {height}", now.0, now.1));
    }
    Ok(blessed.as_raw().iter().zip(&actual.rgb).map(|(a, b)| a.abs_diff(*b)).collect())
}

fn write(path: &Path, picture: &Picture) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut bytes = Vec::new();
    PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::Adaptive)
        .write_image(&picture.rgb, picture.width_px, picture.height_px, ExtendedColorType::Rgb8)
        .unwrap();
    fs::write(path, bytes).unwrap();
}
