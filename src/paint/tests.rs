//! What is painted has these bytes on every machine, whatever vector instructions it has. Where a change is meant to change pixels,
//! the numbers change with it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::{Crop, Encoding, FileFormat, Focus, Photo, Pixels, SvgFonts};
use crate::scene::{Area, Color, Fill, Item, Paint, Picture, Rect, Scene, Stop};

/// FNV-1a.
fn hash(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xCBF2_9CE4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3))
}

fn noise(width_px: u32, height_px: u32) -> Picture {
    let pixel = |x: u32, y: u32| [(x * x + 31 * y) as u8, (x * 7 + y * y) as u8, (x * y * 3) as u8];
    let places = (0..height_px).flat_map(|y| (0..width_px).map(move |x| (x, y)));
    Picture { width_px, height_px, rgb: places.flat_map(|(x, y)| pixel(x, y)).collect(), alpha: None }
}

/// Soft colours with edges, which keep their colour in squares.
fn photo() -> Picture {
    let pixel = |x: u32, y: u32| {
        let grain = (x * 7919 + y * 104_729) % 9;
        let ground = if (x / 24 + y / 40).is_multiple_of(2) { 60 } else { 130 };
        [ground + x / 8 + grain, ground + 20 + grain, ground + y / 5 + grain].map(|channel| channel as u8)
    };
    let places = (0..410).flat_map(|y| (0..601).map(move |x| (x, y)));
    Picture {
        width_px: 601,
        height_px: 410,
        rgb: places.flat_map(|(x, y)| pixel(x, y)).collect(),
        alpha: None,
    }
}

#[test]
fn pixels_in_new_sizes() {
    let crop = Crop { left: 3.4, top: 5.25, width: 190.5, height: 101.75 };
    let scaled = |width, height| hash(&super::scaled(&noise(211, 157), crop, width, height).unwrap().rgb);
    assert_eq!([scaled(61, 33), scaled(333, 180)], [18_129_577_365_566_580_266, 5_416_453_814_498_734_583]);
}

#[test]
fn fills() {
    let [ground, light] =
        [[0.1, 0.2, 0.5], [0.9, 0.6, 0.3]].map(|[red, green, blue]| Color { red, green, blue, alpha: 1.0 });
    let stops =
        |from: Color, to: Color| vec![Stop { offset: 0.0, color: from }, Stop { offset: 1.0, color: to }];
    let sky = Paint::Linear { from: (0.0, 0.0), to: (90.0, 200.0), stops: stops(ground, light) };
    let glow = Paint::Radial {
        centre: (210.0, 20.0),
        radii: (170.0, 120.0),
        stops: stops(light, light.with_alpha(0.0)),
    };
    let rings = Paint::Rings {
        centre: (240.0, 30.0),
        gap_px: 23.0,
        width_px: 1.5,
        reach_px: 160.0,
        color: Color::WHITE,
    };
    let scrim =
        Paint::Linear { from: (0.0, 60.0), to: (0.0, 200.0), stops: stops(ground.with_alpha(0.0), ground) };
    let rect = Rect { left: 20.5, top: 30.0, right: 150.0, bottom: 90.25 };
    let frame =
        Fill { paint: Paint::Solid(light), area: Some(Area { rect, radius_px: 9.0, stroke_px: Some(2.5) }) };
    let fills = [Fill::whole(sky), Fill::whole(glow), Fill::whole(rings), Fill::whole(scrim), frame];
    let scene = Scene { width_px: 301, height_px: 200, items: fills.map(Item::Fill).to_vec() };
    assert_eq!(hash(&super::paint(&scene).rgb), 7_487_323_117_285_297_442);
}

#[test]
fn jpegs_written_and_read() {
    let encode = |picture: &Picture, limit_bytes| {
        super::encode(picture, &Encoding { format: FileFormat::Jpeg, limit_bytes }).unwrap().bytes
    };
    let files = [encode(&photo(), 1_000_000), encode(&photo(), 30_000), encode(&noise(211, 157), 1_000_000)];
    assert_eq!(
        files.each_ref().map(|file| hash(file)),
        [14_517_248_322_191_864_433, 3_921_353_122_310_497_444, 9_676_988_385_129_472_180]
    );
    let decoded = |file: &[u8], wanted| super::photo(file, wanted, &SvgFonts::default()).unwrap().0;
    let whole = |file: &[u8], wanted| hash(&decoded(file, wanted).into_picture().rgb);
    let sizes = [(601, 410), (300, 205), (150, 100), (70, 50)];
    assert_eq!(
        sizes.map(|wanted| whole(&files[0], wanted)),
        [
            14_534_486_900_457_538_104,
            12_719_713_451_207_033_067,
            2_365_031_744_500_993_446,
            5_528_365_575_222_454_062
        ]
    );
    assert_eq!(whole(&files[2], (211, 157)), 15_935_918_287_883_623_892);
    // A part of it, smaller and larger.
    let photo = decoded(&files[0], (601, 410));
    assert!(matches!(photo, Photo::Planes(_)));
    let crop = super::crop(&photo, 1.9, Some(Focus { x: 0.4, y: 0.6 }), None);
    let scaled = |width, height| hash(&photo.scaled(crop, width, height).unwrap().rgb);
    assert_eq!(
        [scaled(301, 161), scaled(95, 50), scaled(760, 400)],
        [5_651_164_097_160_188_853, 5_237_435_502_153_216_878, 14_812_553_192_981_718_430]
    );
}
