//! Covers that nobody would choose to write on.

use super::pixels::drawn;
use crate::scene::Picture;

const WIDTH_PX: u32 = 760;
const HEIGHT_PX: u32 = 620;

/// Skin from the darkest to the lightest of the Fitzpatrick scale, as photos show it.
const SKIN: [[u8; 3]; 6] =
    [[45, 34, 30], [92, 56, 40], [141, 85, 36], [198, 134, 66], [224, 172, 105], [255, 219, 172]];
const SATURATED: [[u8; 3]; 7] =
    [[255, 0, 0], [255, 220, 0], [0, 200, 0], [0, 220, 255], [0, 0, 255], [255, 0, 255], [255, 120, 0]];

/// All of them, with their names.
pub fn all() -> Vec<(&'static str, Picture)> {
    let picture = |color: &dyn Fn(u32, u32) -> [u8; 3]| drawn(WIDTH_PX, HEIGHT_PX, color);
    let checked =
        |side: u32| picture(&|x, y| if (x / side + y / side).is_multiple_of(2) { [255; 3] } else { [0; 3] });
    let level = |at: u32, of: u32| (at * 255 / (of - 1)) as u8;
    vec![
        ("white", picture(&|_, _| [255; 3])),
        ("black", picture(&|_, _| [0; 3])),
        ("middle grey", picture(&|_, _| [119; 3])),
        ("noise", picture(&noise)),
        ("a fine checkerboard", checked(3)),
        ("a coarse checkerboard", checked(44)),
        ("a page of text", picture(&page)),
        ("from black to white", picture(&|x, _| [level(x, WIDTH_PX); 3])),
        ("from white to black", picture(&|_, y| [255 - level(y, HEIGHT_PX); 3])),
        ("from black down to white", picture(&|_, y| [level(y, HEIGHT_PX); 3])),
        ("faces", picture(&faces)),
        ("saturated stripes", picture(&|x, y| SATURATED[((x + y) / 60) as usize % SATURATED.len()])),
        ("yellow", picture(&|_, _| [255, 235, 0])),
        ("blue", picture(&|_, _| [0, 0, 255])),
    ]
}

fn noise(x: u32, y: u32) -> [u8; 3] {
    let mixed = x.wrapping_mul(0x9E37_79B1) ^ y.wrapping_mul(0x85EB_CA77);
    let mixed = (mixed ^ mixed >> 15).wrapping_mul(0x2C1B_3C6D);
    [(mixed >> 24) as u8, (mixed >> 16) as u8, (mixed >> 8) as u8]
}

/// Dark strokes in lines on paper.
fn page(x: u32, y: u32) -> [u8; 3] {
    let in_line = y % 26 < 14;
    let in_stroke = (x * 7 + (y / 26) * 13) % 17 < 8 && !(x / 50 + y / 26).is_multiple_of(5);
    if in_line && in_stroke { [20; 3] } else { [250, 248, 243] }
}

/// Round patches of skin before a bright window and a dark coat.
fn faces(x: u32, y: u32) -> [u8; 3] {
    let (column, row) = (x / 127, y / 155);
    let (dx, dy) = (i64::from(x % 127) - 63, i64::from(y % 155) - 77);
    if dx * dx * 3 + dy * dy * 2 < 9000 {
        SKIN[((column + 2 * row) % 6) as usize]
    } else if (column + row) % 2 == 0 {
        [238, 242, 250]
    } else {
        [24, 26, 34]
    }
}
