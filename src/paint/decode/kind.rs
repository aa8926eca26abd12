//! What a file is, by its first bytes and not by its name.

use super::CoverError;

/// What is decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Jpeg,
    Png,
    WebP,
    Gif,
    Avif,
    Svg,
}

const SAVE: &str = "save it as JPEG, PNG, WebP or AVIF";
/// As far as an XML declaration, a comment and a document type may reach before the first element.
const HEAD_BYTES: usize = 4096;

/// The kind of a file's bytes, of which the first few thousand suffice.
///
/// # Errors
/// Names what else it is, and what to do.
pub fn of(bytes: &[u8]) -> Result<Kind, CoverError> {
    match bytes {
        [0xFF, 0xD8, ..] => Ok(Kind::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Ok(Kind::Png),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok(Kind::WebP),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Ok(Kind::Gif),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => of_brands(bytes),
        [] => Err(CoverError::new("the file is empty")),
        _ => of_other(bytes),
    }
}

/// The container of ISO/IEC 14496-12 tells by its brands what is inside.
fn of_brands(bytes: &[u8]) -> Result<Kind, CoverError> {
    let length = bytes.first_chunk::<4>().map_or(0, |length| u32::from_be_bytes(*length) as usize);
    let end = length.clamp(8, 512).min(bytes.len());
    let brands = bytes.get(8..end).unwrap_or_default().as_chunks::<4>().0;
    let holds = |known: &[&[u8; 4]]| brands.iter().any(|brand| known.contains(&brand));
    if holds(&[b"avif", b"avis"]) {
        Ok(Kind::Avif)
    } else if holds(&[b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"]) {
        Err(unread("HEIC", "save it as JPEG; iPhones do so under Settings, Camera, Formats, Most Compatible"))
    } else if holds(&[b"crx "]) {
        Err(unread("a raw photograph", "develop it and save it as JPEG"))
    } else {
        Err(unread("a video", "save one of its pictures as JPEG, PNG, WebP or AVIF"))
    }
}

fn unread(name: &str, advice: &'static str) -> CoverError {
    CoverError::new(format!("it is {name}, which is not read")).hint(advice)
}

/// Files by their first bytes, of which none is read.
const MARKS: &[(&[u8], &str, &str)] = &[
    (b"\0\0\0\x0CJXL \r\n\x87\n", "JPEG XL", SAVE),
    (b"\xFF\x0A", "JPEG XL", SAVE),
    (b"\0\0\0\x0CjP  \r\n\x87\n", "JPEG 2000", SAVE),
    (b"\xFF\x4F\xFF\x51", "JPEG 2000", SAVE),
    (b"II*\0", "TIFF or a raw photograph", SAVE),
    (b"MM\0*", "TIFF or a raw photograph", SAVE),
    (b"II+\0", "TIFF", SAVE),
    (b"MM\0+", "TIFF", SAVE),
    (b"II\xBC", "JPEG XR", SAVE),
    (b"FUJIFILM", "a raw photograph", "develop it and save it as JPEG"),
    (b"8BPS", "a Photoshop document", SAVE),
    (b"gimp xcf", "a GIMP document", SAVE),
    (b"BM", "BMP", SAVE),
    (b"\0\0\x01\0", "an icon file (ICO)", SAVE),
    (b"%PDF", "PDF", "save the page as PNG, or the drawing as SVG"),
    (b"%!PS", "PostScript", "save it as SVG or PNG"),
    (b"\xC5\xD0\xD3\xC6", "PostScript", "save it as SVG or PNG"),
    (b"\x1F\x8B", "compressed with gzip, perhaps SVGZ", "decompress it"),
    (b"PK\x03\x04", "a ZIP archive", "take the picture out of it"),
    (b"\x1A\x45\xDF\xA3", "a video", "save one of its pictures as JPEG, PNG, WebP or AVIF"),
    (b"qoif", "QOI", SAVE),
    (b"DDS ", "DDS", SAVE),
    (b"\x76\x2F\x31\x01", "OpenEXR", SAVE),
    (b"#?RADIANCE", "Radiance HDR", SAVE),
];

fn of_other(bytes: &[u8]) -> Result<Kind, CoverError> {
    if bytes.iter().all(|&byte| byte == 0) {
        return Err(CoverError::new("the file holds nothing but zero bytes")
            .hint("copy it again; a sync or a download broke off"));
    }
    if let Some((_, name, advice)) = MARKS.iter().find(|(mark, ..)| bytes.starts_with(mark)) {
        return Err(unread(name, advice));
    }
    if let [b'P', b'1'..=b'7', b' ' | b'\t' | b'\r' | b'\n', ..] = bytes {
        return Err(unread("a Netpbm picture", SAVE));
    }
    let head = bytes.get(..bytes.len().min(HEAD_BYTES)).unwrap_or_default();
    of_text(&String::from_utf8_lossy(head))
}

fn of_text(head: &str) -> Result<Kind, CoverError> {
    let head = head.trim_start_matches('\u{FEFF}').trim_start();
    if head.starts_with("version https://git-lfs") {
        return Err(CoverError::new("it is a pointer of Git LFS, not the picture itself")
            .hint("run `git lfs pull`; in CI, let the checkout fetch LFS files"));
    }
    if head.contains("/annex/objects/") {
        return Err(CoverError::new("it is a pointer of git-annex, not the picture itself")
            .hint("run `git annex get` on it"));
    }
    if starts_element(head, "svg") {
        return Ok(Kind::Svg);
    }
    if starts_element(head, "html") || starts_element(head, "!doctype html") || starts_element(head, "head") {
        return Err(CoverError::new("it is a page in HTML, not a picture")
            .hint("open its address in a browser and save the picture itself"));
    }
    if head.starts_with('<') {
        return Err(CoverError::new("it is XML, not a picture")
            .hint("look into it: servers answer so when a picture is not found"));
    }
    if head.starts_with('{') || head.starts_with('[') {
        return Err(CoverError::new("it is JSON, not a picture")
            .hint("look into it: servers answer so when a picture is not found"));
    }
    Err(CoverError::new("it is no JPEG, PNG, WebP, GIF, AVIF or SVG").hint(SAVE))
}

/// Whether the first element is called so, behind declarations and comments.
fn starts_element(head: &str, name: &str) -> bool {
    let mut rest = head;
    loop {
        rest = rest.trim_start();
        let Some(inside) = rest.strip_prefix('<') else { return false };
        let is_named = inside.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
            || inside.split_once(':').is_some_and(|(prefix, local)| {
                prefix.chars().all(char::is_alphanumeric) && local.starts_with(name)
            });
        if is_named {
            return true;
        }
        let after = if inside.starts_with("!--") {
            inside.split_once("-->")
        } else if inside.starts_with('?') {
            inside.split_once("?>")
        } else if inside.starts_with('!') {
            // A document type may hold entities, in brackets.
            match inside.split_once('>') {
                Some((declared, _)) if declared.contains('[') => inside
                    .split_once("]>")
                    .or_else(|| inside.split_once(']').and_then(|(_, rest)| rest.split_once('>'))),
                other => other,
            }
        } else {
            None
        };
        match after {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
}
