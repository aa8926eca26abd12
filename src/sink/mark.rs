//! The mark by which a file is known to be ours, even where a build was killed before it wrote its manifest.

/// Feeds and the manifest name their generator, and pictures carry a comment near their beginning.
pub fn is_ours(path: &str, bytes: &[u8]) -> bool {
    let holds = |bytes: &[u8], mark: &[u8]| bytes.windows(mark.len()).any(|window| window == mark);
    match path.rsplit('.').next() {
        Some("xml") => holds(bytes, b">Syndicard"),
        Some("json") => holds(bytes, b"\"_syndicard\"") || holds(bytes, b"\"generator\": \"Syndicard"),
        Some("opml") => holds(bytes, b"<!-- Syndicard"),
        Some("css") => bytes.starts_with(b"/* Syndicard"),
        Some("html") => holds(bytes, b"<meta name=\"generator\" content=\"Syndicard"),
        Some("jpg" | "png") => holds(bytes.get(..256).unwrap_or(bytes), b"Syndicard"),
        _ => false,
    }
}
