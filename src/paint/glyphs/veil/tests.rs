use super::Veil;
use crate::paint::glyphs::ink::Ink;
use crate::scene::{Color, Picture};

fn black() -> Picture {
    Picture { width_px: 4, height_px: 3, rgb: vec![0; 36], alpha: None }
}

#[test]
fn ink_that_lets_something_through_is_no_stronger_where_two_glyphs_touch() {
    let mut picture = black();
    let mut veil = Veil::over(&picture);
    veil.cover(1, 1, &[1.0, 1.0]);
    veil.cover(2, 1, &[0.5]);
    veil.lay_onto(&mut picture, &Ink::of(Color::WHITE.with_alpha(0.5)));
    let row: Vec<u8> = picture.rgb[12..24].iter().step_by(3).copied().collect();
    assert_eq!(row, [0, 128, 128, 0]);
}
