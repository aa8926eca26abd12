use super::{decoded, file};
use crate::paint::facts;

fn reason(bytes: &[u8]) -> (String, String) {
    let error = decoded(bytes).unwrap_err();
    (error.reason(), error.advice().unwrap_or_default().to_owned())
}

#[test]
fn what_is_no_picture_is_named_with_what_to_do() {
    let lfs = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n";
    for (bytes, name, advice) in [
        (&lfs[..], "a pointer of Git LFS", "git lfs pull"),
        (b"../.git/annex/objects/x/y/SHA256E-s9--12.jpg", "a pointer of git-annex", "git annex get"),
        (b"<!DOCTYPE html>\n<html><head><title>Not found", "a page in HTML", "save the picture itself"),
        (b"\n <HTML lang=en>", "a page in HTML", "save the picture itself"),
        (b"<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>", "XML", "not found"),
        (b"{\"message\":\"Not Found\"}", "JSON", "not found"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC", "JPEG"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heix", "HEIC", "JPEG"),
        (b"\0\0\0\x18ftypisom\0\0\0\0isommp42", "a video", "save"),
        (b"\0\0\0\x18ftypcrx \0\0\0\0crx isom", "a raw photograph", "develop"),
        (b"\xFF\x0A\xFA\x1F", "JPEG XL", "save it as JPEG"),
        (b"\0\0\0\x0CJXL \r\n\x87\n", "JPEG XL", "save it as JPEG"),
        (b"\0\0\0\x0CjP  \r\n\x87\n", "JPEG 2000", "save it as JPEG"),
        (b"II*\0\x08\0\0\0", "TIFF", "save it as JPEG"),
        (b"MM\0*\0\0\0\x08", "TIFF", "save it as JPEG"),
        (b"BM\x36\0\0\0", "BMP", "save it as JPEG"),
        (b"8BPS\0\x01", "Photoshop", "save it as JPEG"),
        (b"%PDF-1.7\n", "PDF", "PNG"),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "PostScript", "SVG"),
        (b"\x1F\x8B\x08\0\0\0\0\0", "gzip", "decompress"),
        (b"PK\x03\x04\x14\0", "ZIP", "take the picture out"),
        (b"P6\n2 2\n255\n", "Netpbm", "save it as JPEG"),
        (b"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "zero bytes", "copy it again"),
        (b"", "empty", ""),
        (b"hello, world", "no JPEG, PNG, WebP, GIF, AVIF or SVG", "save it as"),
    ] {
        let (said, hint) = reason(bytes);
        assert!(said.contains(name), "{name}: {said}");
        assert!(hint.contains(advice), "{name}: {hint}");
        assert_eq!(facts(bytes), None, "{name}");
    }
}

#[test]
fn a_jpeg_that_is_not_read_is_named() {
    for (name, words) in [
        ("arithmetic.jpg", "arithmetic coding"),
        ("twelve-bits.jpg", "12 bits"),
        ("lossless.jpg", "lossless JPEG"),
        ("jpeg-ls.jpg", "JPEG-LS"),
    ] {
        let (said, advice) = reason(&file(name));
        assert!(said.contains(words), "{name}: {said}");
        assert!(advice.contains("save it"), "{name}: {advice}");
    }
}

#[test]
fn a_truncated_jpeg_is_refused_aloud() {
    for name in ["baseline-420.jpg", "progressive.jpg", "planar.jpg", "cmyk-adobe.jpg"] {
        let bytes = file(name);
        for length in [3, 200, bytes.len() / 2, bytes.len() - 2] {
            let (said, _) = reason(&bytes[..length]);
            assert!(said.contains("truncated"), "{name}, {length} bytes: {said}");
        }
    }
}

#[test]
fn other_truncated_pictures_are_refused_too() {
    for name in [
        "rgba.png",
        "interlaced.png",
        "lossy.webp",
        "lossless.webp",
        "animated.gif",
        "eight-420.avif",
        "grid.avif",
    ] {
        let bytes = file(name);
        for length in [16, bytes.len() / 2, bytes.len() * 3 / 4] {
            let (said, _) = reason(&bytes[..length]);
            assert!(said.contains("truncated") || said.contains("damaged"), "{name}, {length} bytes: {said}");
        }
    }
}

/// The check that ends each chunk of a PNG (ISO 3309).
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, &byte| {
        (0..8).fold(
            crc ^ u32::from(byte),
            |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 },
        )
    })
}

fn png_that_claims(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend([8, 2, 0, 0, 0]);
    let crc = crc32(&bytes[12..]);
    bytes.extend(crc.to_be_bytes());
    bytes.extend(b"\0\0\0\0IDAT\x35\xaf\x06\x1e");
    bytes
}

/// A file with two bytes changed wherever `from` stands.
fn claiming(name: &str, from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut bytes = file(name);
    let places: Vec<usize> = bytes
        .windows(from.len())
        .enumerate()
        .filter(|(_, window)| *window == from)
        .map(|(at, _)| at)
        .collect();
    assert!(!places.is_empty(), "{name}");
    for at in places {
        bytes[at..at + to.len()].copy_from_slice(to);
    }
    bytes
}

#[test]
fn a_picture_that_claims_too_many_pixels_is_refused_before_it_is_decoded() {
    for (name, bytes) in [
        ("png", png_that_claims(100_000, 100_000)),
        ("jpeg", claiming("baseline-420.jpg", &[0x11, 8, 0, 32, 0, 48], &[0x11, 8, 0xFF, 0xFF, 0xFF, 0xFF])),
        (
            "avif",
            claiming(
                "eight-420.avif",
                b"ispe\0\0\0\0\0\0\0\x30\0\0\0\x20",
                b"ispe\0\0\0\0\0\x30\0\0\0\x20\0\0",
            ),
        ),
        ("webp", claiming("animated.webp", &[47, 0, 0, 31, 0, 0], &[0xFF, 0x3F, 0, 0xFF, 0x3F, 0])),
        ("gif", claiming("animated.gif", b"GIF89a\x30\0\x20\0", b"GIF89a\xFF\xFF\xFF\xFF")),
    ] {
        let (said, advice) = reason(&bytes);
        assert!(said.contains("it claims") && said.contains("100 megapixels"), "{name}: {said}");
        assert_eq!(advice, "scale it down", "{name}");
    }
}

#[test]
fn a_jpeg_of_endless_scans_is_refused() {
    let bytes = file("progressive.jpg");
    let start = bytes.windows(2).rposition(|pair| pair == [0xFF, 0xDA]).unwrap();
    let mut many = bytes[..start].to_vec();
    for _ in 0..600 {
        many.extend(&bytes[start..bytes.len() - 2]);
    }
    many.extend([0xFF, 0xD9]);
    let (said, _) = reason(&many);
    assert!(said.contains("scans"), "{said}");
}
