use super::cover;
use crate::scene::Picture;
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

/// A picture with a red, a green, a blue and a white quarter.
fn quarters(width: u32, height: u32) -> Picture {
    let mut rgb = Vec::new();
    for y in 0..height {
        for x in 0..width {
            rgb.extend(match (x * 2 < width, y * 2 < height) {
                (true, true) => [220, 20, 20],
                (false, true) => [20, 200, 20],
                (true, false) => [20, 20, 220],
                (false, false) => [240, 240, 240],
            });
        }
    }
    Picture { width_px: width, height_px: height, rgb, alpha: None }
}

fn jpeg(picture: &Picture, planar: bool) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 92);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.set_optimized_huffman_tables(planar);
    encoder.encode(&picture.rgb, picture.width_px as u16, picture.height_px as u16, ColorType::Rgb).unwrap();
    bytes
}

fn at(picture: &Picture, x: u32, y: u32) -> [u8; 3] {
    let index = ((y * picture.width_px + x) * 3) as usize;
    picture.rgb[index..index + 3].try_into().unwrap()
}

fn near(a: [u8; 3], b: [u8; 3]) -> bool {
    a.iter().zip(b).all(|(a, b)| a.abs_diff(b) < 24)
}

#[test]
fn a_baseline_jpeg_of_separate_planes_comes_out_right() {
    let bytes = jpeg(&quarters(320, 160), true);
    assert!(super::jpeg::head(&bytes).unwrap().is_planar_baseline);
    let picture = cover(&bytes, 320, 160).unwrap();
    for (x, y, color) in
        [(40, 40, [220, 20, 20]), (280, 40, [20, 200, 20]), (40, 120, [20, 20, 220]), (280, 120, [240; 3])]
    {
        assert!(near(at(&picture, x, y), color), "{x},{y}: {:?}", at(&picture, x, y));
    }
}

#[test]
fn every_exif_orientation_is_turned_upright() {
    // The colour of the upper left corner once the picture is upright, by the value of the tag.
    let expected = [
        [220, 20, 20],
        [20, 200, 20],
        [240; 3],
        [20, 20, 220],
        [220, 20, 20],
        [20, 20, 220],
        [240; 3],
        [20, 200, 20],
    ];
    let plain = jpeg(&quarters(200, 200), false);
    for (orientation, color) in (1_u8..=8).zip(expected) {
        let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
        exif.extend([orientation, 0, 0, 0, 0, 0, 0, 0]);
        let mut bytes = plain[..2].to_vec();
        bytes.extend([0xFF, 0xE1]);
        bytes.extend((exif.len() as u16 + 2).to_be_bytes());
        bytes.extend(exif);
        bytes.extend(&plain[2..]);
        let picture = cover(&bytes, 200, 200).unwrap();
        assert!(near(at(&picture, 20, 20), color), "{orientation}: {:?}", at(&picture, 20, 20));
    }
}

#[test]
fn a_truncated_jpeg_is_refused_aloud() {
    let bytes = jpeg(&quarters(320, 160), false);
    for length in [3, 200, bytes.len() / 2, bytes.len() - 2] {
        assert!(cover(&bytes[..length], 320, 160).unwrap_err().reason().contains("truncated"), "{length}");
    }
}

#[test]
fn a_picture_that_claims_too_many_pixels_is_refused_before_it_is_decoded() {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    png.extend(100_000_u32.to_be_bytes());
    png.extend(100_000_u32.to_be_bytes());
    png.extend([8, 2, 0, 0, 0]);
    let crc = super::encode::crc32(&png[12..]);
    png.extend(crc.to_be_bytes());
    png.extend(b"\0\0\0\0IDAT\x35\xaf\x06\x1e");
    let reason = cover(&png, 1200, 630).unwrap_err().reason();
    assert!(reason.contains("100000×100000"), "{reason}");
}

#[test]
fn what_is_no_picture_is_named() {
    for (bytes, word) in [
        (&b""[..], "empty"),
        (b"<svg xmlns=''/>", "SVG"),
        (b"\0\0\0\x1cftypavif", "AVIF"),
        (b"hello, world", "no JPEG"),
    ] {
        assert!(cover(bytes, 10, 10).unwrap_err().reason().contains(word), "{word}");
    }
}

#[test]
fn a_transparent_png_stands_on_the_dark() {
    let mut bytes = Vec::new();
    let pixels = image::RgbaImage::from_pixel(8, 8, image::Rgba([255, 255, 255, 0]));
    pixels.write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Png).unwrap();
    assert_eq!(at(&cover(&bytes, 8, 8).unwrap(), 4, 4), [27, 31, 36]);
}

#[test]
fn vector_instructions_scale_to_the_same_bytes() {
    use fast_image_resize::{
        CpuExtensions, FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer, images::Image,
    };
    let mut state = 7_u32;
    let noise: Vec<u8> = (0..(617 * 411 * 3))
        .map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        })
        .collect();
    let source = Image::from_vec_u8(617, 411, noise, PixelType::U8x3).unwrap();
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom));
    let scaled = |extensions: CpuExtensions| {
        let mut target = Image::new(120, 63, PixelType::U8x3);
        let mut resizer = Resizer::new();
        // Each is one that this machine has: the first is what it would choose by itself.
        unsafe { resizer.set_cpu_extensions(extensions) };
        resizer.resize(&source, &mut target, &options).unwrap();
        target.into_vec()
    };
    assert_eq!(scaled(Resizer::new().cpu_extensions()), scaled(CpuExtensions::None));
}
