mod container;
mod hostile;
mod part;
mod refused;
mod right;
mod turned;
mod vector;

use super::{Cover, CoverError, SvgFonts, cover};
use std::path::PathBuf;

/// A picture of `tests/pictures`.
fn file(name: &str) -> Vec<u8> {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "pictures", name].iter().collect();
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn decoded(bytes: &[u8]) -> Result<Cover, CoverError> {
    cover(bytes, (48, 32), &SvgFonts::default())
}

/// Red, green, blue and alpha of a pixel.
fn at(cover: &Cover, x: u32, y: u32) -> [u8; 4] {
    let picture = &cover.picture;
    let index = (y * picture.width_px + x) as usize;
    let [red, green, blue] = picture.rgb.as_chunks::<3>().0[index];
    [red, green, blue, picture.alpha.as_ref().map_or(255, |alpha| alpha[index])]
}
