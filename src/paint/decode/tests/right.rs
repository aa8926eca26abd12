use super::{at, decoded, file};
use crate::paint::facts;

/// A line of `expected.txt`: what an independent decoder made of a file.
struct Expected {
    name: String,
    size: (u32, u32),
    tolerance: u8,
    points: Vec<(u32, u32, [u8; 4])>,
}

fn expected() -> Vec<Expected> {
    let text = String::from_utf8(file("expected.txt")).unwrap();
    text.lines().map(line).collect()
}

fn line(line: &str) -> Expected {
    let mut words = line.split(' ');
    let name = words.next().unwrap().to_owned();
    let (width, height) = words.next().unwrap().split_once('x').unwrap();
    let tolerance = words.next().unwrap().parse().unwrap();
    let points = words.map(|word| {
        let (place, color) = word.split_once('=').unwrap();
        let (x, y) = place.split_once(',').unwrap();
        let color = u32::from_str_radix(color, 16).unwrap().to_be_bytes();
        (x.parse().unwrap(), y.parse().unwrap(), color)
    });
    Expected {
        name,
        size: (width.parse().unwrap(), height.parse().unwrap()),
        tolerance,
        points: points.collect(),
    }
}

/// Decodes the files whose names end so, and tells where they differ.
fn differences(is_meant: impl Fn(&str) -> bool) -> Vec<String> {
    let expected: Vec<Expected> =
        expected().into_iter().filter(|expected| is_meant(&expected.name)).collect();
    assert!(!expected.is_empty());
    let mut found = Vec::new();
    for Expected { name, size, tolerance, points } in expected {
        let cover = match decoded(&file(&name)) {
            Ok(cover) => cover,
            Err(error) => {
                found.push(format!("{name}: {}", error.reason()));
                continue;
            }
        };
        if (cover.picture.width_px, cover.picture.height_px) != size {
            found.push(format!("{name}: {}×{}", cover.picture.width_px, cover.picture.height_px));
            continue;
        }
        for (x, y, color) in points {
            let seen = at(&cover, x, y);
            // What cannot be seen at all has no colour.
            let channels = if color[3] == 0 { 3..4 } else { 0..4 };
            if channels.into_iter().any(|channel| seen[channel].abs_diff(color[channel]) > tolerance) {
                found.push(format!("{name} at {x},{y}: {seen:?} instead of {color:?}"));
            }
        }
    }
    found
}

fn assert_same(is_meant: impl Fn(&str) -> bool) {
    let found = differences(is_meant);
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn every_exif_orientation_is_turned_upright() {
    assert_same(|name| name.starts_with("exif-"));
}

#[test]
fn every_kind_of_jpeg_has_the_pixels_of_libjpeg_and_lcms() {
    assert_same(|name| name.ends_with(".jpg"));
}

#[test]
fn every_kind_of_png_has_the_pixels_of_pillow_and_lcms() {
    assert_same(|name| name.ends_with(".png"));
}

#[test]
fn webp_and_gif_have_the_pixels_of_pillow() {
    assert_same(|name| name.ends_with(".webp") || name.ends_with(".gif"));
}

#[test]
fn every_kind_of_avif_has_the_pixels_of_libavif() {
    assert_same(|name| name.ends_with(".avif"));
}

#[test]
fn alpha_is_there_only_where_something_shows_through() {
    for (name, has_alpha) in [
        ("rgba.png", true),
        ("opaque-rgba.png", false),
        ("sixteen.png", false),
        ("lossy-alpha.webp", true),
        ("lossy.webp", false),
        ("transparent.gif", true),
        ("animated.gif", false),
        ("alpha.avif", true),
        ("eight-420.avif", false),
        ("grey.jpg", false),
    ] {
        assert_eq!(decoded(&file(name)).unwrap().picture.alpha.is_some(), has_alpha, "{name}");
    }
}

#[test]
fn a_profile_that_cannot_be_used_is_ignored_and_said() {
    for (name, words) in [
        ("broken-profile.jpg", "colour profile that is damaged"),
        ("wrong-profile.jpg", "another kind of picture"),
    ] {
        let notices = decoded(&file(name)).unwrap().notices;
        assert!(notices.iter().any(|notice| notice.contains(words)), "{name}: {notices:?}");
    }
}

#[test]
fn nothing_is_said_of_pictures_in_order() {
    for name in ["p3.jpg", "cmyk-adobe.jpg", "rgba.png", "prophoto-sixteen.png", "lossy.webp", "alpha.avif"] {
        assert_eq!(decoded(&file(name)).unwrap().notices, [""; 0], "{name}");
    }
}

#[test]
fn light_beyond_white_is_mapped_into_the_range_and_said() {
    let cover = decoded(&file("pq.avif")).unwrap();
    assert!(cover.notices.iter().any(|notice| notice.contains("HDR")), "{:?}", cover.notices);
    // Six numbers of PQ in BT.2020: the greatest are far beyond white, the least are black.
    let [red, green, blue, _] = at(&cover, 8, 24);
    assert!(red > 250 && green > 250 && blue > 250, "{red} {green} {blue}");
    let [red, green, blue, _] = at(&cover, 40, 24);
    assert!(red < 24 && green < 24 && blue < 24, "{red} {green} {blue}");
}

#[test]
fn the_first_bytes_tell_the_size_as_it_is_shown() {
    for Expected { name, size, .. } in expected() {
        let bytes = file(&name);
        let facts = facts(&bytes).unwrap_or_else(|| panic!("{name}"));
        assert_eq!((facts.width_px, facts.height_px), size, "{name}");
        let ending = name.rsplit('.').next().unwrap().replace("jpg", "jpeg");
        assert_eq!(facts.media_type, format!("image/{ending}"), "{name}");
    }
}
