//! The mark by which a file is known to be ours, even where a build was killed before it wrote its manifest.

/// Feeds and the manifest name their generator, and pictures say what made them.
pub fn is_ours(path: &str, bytes: &[u8]) -> bool {
    let holds = |bytes: &[u8], mark: &[u8]| bytes.windows(mark.len()).any(|window| window == mark);
    match path.rsplit('.').next() {
        Some("jpg" | "jpeg" | "png") => holds(bytes.get(..256).unwrap_or(bytes), b"Syndicard"),
        // Its Exif stands behind the pixels.
        Some("webp") => holds(bytes.get(bytes.len().saturating_sub(256)..).unwrap_or(bytes), b"Syndicard"),
        Some("css") => bytes.starts_with(b"/* Syndicard"),
        // Feeds, lists and pages can have any ending.
        _ => TEXT_MARKS.iter().any(|mark| holds(bytes, mark)),
    }
}

/// Of RSS and Atom, JSON Feed, the manifest, the list of feeds, and pages.
const TEXT_MARKS: &[&[u8]] = &[
    b">Syndicard",
    b"\"_syndicard\"",
    b"\"generator\": \"Syndicard",
    b"<!-- Syndicard",
    b"<meta name=\"generator\" content=\"Syndicard",
];
