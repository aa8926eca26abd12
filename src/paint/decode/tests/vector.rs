use super::{at, decoded};
use crate::paint::{SvgFonts, cover, facts};
use std::sync::Arc;

pub const DRAWING: &str = r##"<?xml version="1.0"?>
<!-- A drawing. -->
<svg xmlns="http://www.w3.org/2000/svg" width="48" height="32" viewBox="0 0 48 32">
  <defs><linearGradient id="g"><stop offset="0" stop-color="#00f"/><stop offset="1" stop-color="#f00"/></linearGradient>
  <filter id="f"><feGaussianBlur stdDeviation="2"/></filter><clipPath id="c"><circle cx="9" cy="9" r="8"/></clipPath></defs>
  <style>.a { fill: #14c814 }</style>
  <rect width="24" height="32" fill="#dc1414"/><rect class="a" x="24" width="24" height="16"/>
  <g opacity="0.5" transform="rotate(5)"><path d="M24 16 h24 v16 h-24 z" fill="url(#g)" filter="url(#f)"/></g>
  <use href="#c"/><circle cx="9" cy="9" r="8" clip-path="url(#c)" stroke="#fff" stroke-dasharray="2 1"/>
</svg>"##;

fn svg(body: &str) -> String {
    format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">{body}</svg>"#)
}

/// The binary's own Inter, that for text before that for titles.
fn inter() -> SvgFonts {
    let path: std::path::PathBuf = [env!("CARGO_MANIFEST_DIR"), "fonts", "inter"].iter().collect();
    let mut files: Vec<_> = std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|end| end == "woff2"));
    files.sort();
    SvgFonts::new(
        files
            .into_iter()
            .map(|file| wuff::decompress_woff2(&std::fs::read(file).unwrap()).unwrap())
            .map(|bytes| -> Arc<dyn AsRef<[u8]> + Send + Sync> { Arc::new(bytes) }),
    )
}

#[test]
fn a_drawing_is_drawn_so_large_that_it_fills_what_is_wanted() {
    let plain = svg(
        r##"<rect width="20" height="20" fill="#dc1414"/><rect x="20" width="20" height="20" fill="#1414dc"/>"##,
    );
    let picture = cover(plain.as_bytes(), (1200, 630), &SvgFonts::default()).unwrap().picture;
    assert_eq!((picture.width_px, picture.height_px), (1260, 630));
    assert_eq!(picture.alpha, None);
    assert_eq!(picture.rgb[..3], [220, 20, 20]);
    assert_eq!(picture.rgb[1259 * 3..1260 * 3], [20, 20, 220]);
}

#[test]
fn what_a_drawing_leaves_open_shows_through() {
    let cover =
        decoded(svg(r##"<rect width="20" height="20" fill="#dc1414" fill-opacity="0.5"/>"##).as_bytes())
            .unwrap();
    let (left, right) = (at(&cover, 8, 16), at(&cover, 56, 16));
    assert!(left[0].abs_diff(220) <= 1 && left[3].abs_diff(128) <= 1, "{left:?}");
    assert_eq!(right[3], 0);
}

#[test]
fn references_to_elsewhere_are_not_followed_and_are_said() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pictures/rgba.png");
    for (body, name) in [
        (format!(r#"<image href="{folder}" width="40" height="20"/>"#), "rgba.png"),
        (
            r#"<image href="https://example.org/a.png" width="40" height="20"/>"#.to_owned(),
            "https://example.org/a.png",
        ),
        (r#"<use href="other.svg#part"/>"#.to_owned(), "other.svg#part"),
        (r#"<rect width="9" height="9" fill="url(paint.svg#p)"/>"#.to_owned(), "paint.svg#p"),
        ("<style>@import 'https://example.org/a.css';</style>".to_owned(), "https://example.org/a.css"),
        ("<style>@font-face { src: url(\"f.woff2\") }</style>".to_owned(), "f.woff2"),
    ] {
        let cover = decoded(svg(&body).as_bytes()).unwrap();
        let said = cover.notices.join("\n");
        assert!(
            said.contains(&name.chars().take(20).collect::<String>()) || said.contains(name),
            "{name}: {said}"
        );
        assert!(said.contains("not followed"), "{said}");
        if body.contains("<image") {
            assert!(cover.picture.alpha.unwrap().iter().all(|&alpha| alpha == 0), "{name}");
        }
    }
}

#[test]
fn html_within_a_drawing_is_said_not_to_be_drawn() {
    let cover = decoded(svg(r#"<foreignObject width="40" height="20"><p xmlns="http://www.w3.org/1999/xhtml">Text</p></foreignObject>"#).as_bytes());
    assert!(cover.unwrap().notices[0].contains("foreignObject"));
}

#[test]
fn a_picture_that_a_drawing_carries_is_upright_and_in_srgb() {
    let data = base64(&super::file("p3.jpg"));
    let body = format!(r#"<image href="data:image/jpeg;base64,{data}" width="30" height="20"/>"#);
    let cover = decoded(svg(&body).as_bytes()).unwrap();
    assert_eq!(cover.notices, [""; 0]);
    let [red, green, blue, _] = at(&cover, 8, 8);
    assert!(red.abs_diff(0xF0) < 6 && green < 6 && blue < 6, "{red} {green} {blue}");
}

#[test]
fn a_picture_that_a_drawing_carries_and_that_is_not_read_is_said() {
    let body = format!(
        r#"<image href="data:image/jpeg;base64,{}" width="30" height="20"/>"#,
        base64(b"BM no picture")
    );
    let notices = decoded(svg(&body).as_bytes()).unwrap().notices;
    assert!(notices[0].contains("BMP"), "{notices:?}");
}

#[test]
fn text_is_set_in_the_fonts_that_are_handed_in() {
    let text =
        svg(r##"<text x="2" y="16" font-size="18" font-family="Inter Variable" fill="#000">Ii</text>"##);
    let cover = cover(text.as_bytes(), (400, 200), &inter()).unwrap();
    assert_eq!(cover.notices, [""; 0]);
    assert!(cover.picture.alpha.unwrap().contains(&255));
}

#[test]
fn bold_text_is_heavier() {
    let ink = |weight: &str| -> u64 {
        let text = svg(&format!(r##"<text x="2" y="16" font-size="18" font-weight="{weight}">Ill</text>"##));
        let alpha = cover(text.as_bytes(), (400, 200), &inter()).unwrap().picture.alpha.unwrap();
        alpha.into_iter().map(u64::from).sum()
    };
    assert!(ink("bold") * 10 > ink("normal") * 11, "{} {}", ink("bold"), ink("normal"));
    assert_eq!(ink("bold"), ink("700"));
}

#[test]
fn text_that_cannot_be_set_is_said() {
    let text = svg("<text x='2' y='16' font-size='18'>A\u{4E2D}</text>");
    let notices = cover(text.as_bytes(), (400, 200), &inter()).unwrap().notices;
    assert!(notices[0].contains("`\u{4E2D}` (U+4E2D)") && !notices[0].contains("`A`"), "{notices:?}");
    let notices = decoded(text.as_bytes()).unwrap().notices;
    assert!(notices[0].contains("no font is there"), "{notices:?}");
}

#[test]
fn a_font_that_is_not_there_is_said() {
    let text = svg("<text x='2' y='16' font-family='Comic Neue, Inter'>A</text>");
    let notices = cover(text.as_bytes(), (400, 200), &inter()).unwrap().notices;
    assert!(notices[0].contains("`Comic Neue`"), "{notices:?}");
}

#[test]
fn drawings_that_grow_beyond_measure_are_refused() {
    let laughs = "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\">]>".to_owned()
        + &svg(&format!("<text>{}</text>", "&a;".repeat(4000)));
    let deep = svg(&("<g>".repeat(2000) + &"</g>".repeat(2000)));
    let broken = svg("<g>");
    let sizeless = r#"<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>"#.to_owned();
    for (drawing, words) in
        [(laughs, "entities"), (deep, "nested"), (broken, "well-formed"), (sizeless, "no size")]
    {
        let reason = decoded(drawing.as_bytes()).unwrap_err().reason();
        assert!(reason.contains(words), "{words}: {reason}");
    }
}

#[test]
fn drawings_that_would_take_minutes_or_gigabytes_are_refused() {
    let mut many = r#"<defs><g id="a0"><rect width="40" height="20" opacity=".5"/></g>"#.to_owned();
    for level in 1..6 {
        many += &format!(r#"<g id="a{level}" opacity=".9">"#);
        many += &format!(r##"<use href="#a{}"/>"##, level - 1).repeat(10);
        many += "</g>";
    }
    many += r##"</defs><use href="#a5"/>"##;
    let mut deep = r#"<defs><g id="a0"><rect width="40" height="20"/></g>"#.to_owned();
    for level in 1..300 {
        deep += &format!(r##"<g id="a{level}" opacity=".9"><use href="#a{}"/></g>"##, level - 1);
    }
    deep += r##"</defs><use href="#a299"/>"##;
    let filter = |primitive: &str| {
        format!(r##"<filter id="f">{primitive}</filter><rect width="40" height="20" filter="url(#f)"/>"##)
    };
    for drawing in [
        many,
        deep,
        filter(r#"<feTurbulence baseFrequency=".3" numOctaves="1000"/>"#),
        filter(r#"<feMorphology radius="15"/>"#),
    ] {
        let reason = cover(svg(&drawing).as_bytes(), (1200, 630), &SvgFonts::default()).unwrap_err().reason();
        assert!(reason.contains("more layers and filters"), "{reason}");
    }
    let usual =
        filter(r#"<feTurbulence baseFrequency=".3" numOctaves="4"/><feGaussianBlur stdDeviation="3"/>"#);
    assert!(decoded(svg(&usual).as_bytes()).is_ok());
}

#[test]
fn the_root_tells_the_size() {
    for (root, size) in [
        (r#"width="120" height="63""#, (120, 63)),
        (r#"viewBox="0 0 300 150""#, (300, 150)),
        (r#"width="100%" height="100%" viewBox="0,0,300.4,150""#, (300, 150)),
        (r#"stroke-width="9" width='1in' height='2cm'"#, (96, 76)),
    ] {
        let drawing =
            format!(r#"<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" {root}></svg>"#);
        let facts = facts(drawing.as_bytes()).unwrap();
        assert_eq!(
            (facts.media_type, facts.width_px, facts.height_px),
            ("image/svg+xml", size.0, size.1),
            "{root}"
        );
    }
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let word =
            chunk.iter().fold(0_u32, |word, &byte| word << 8 | u32::from(byte)) << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let digit = DIGITS[(word >> (18 - 6 * place) & 63) as usize] as char;
            text.push(if place > chunk.len() { '=' } else { digit });
        }
    }
    text
}
