//! Makes the paths of Nuxt Content.

use super::eleventy;

/// The path of a file, of its path without extension: ordering numbers (`1.`), `index` and `.draft`
/// go, and each part is a slug (`path-meta` of Nuxt Content 3; 2 has the same rules).
pub fn path(path: &str) -> String {
    let parts: Vec<String> = path.split('/').map(|part| eleventy::slug(refined(part))).collect();
    parts.join("/").trim_end_matches('/').to_owned()
}

fn refined(part: &str) -> &str {
    let part = part.rsplit(':').next().unwrap_or(part);
    if is_version(part) {
        return part;
    }
    let name = match part.split_once('.') {
        Some((number, name)) if !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => part,
    };
    let name = if matches!(name, "index" | "index.draft") { "" } else { name };
    name.strip_suffix(".draft").unwrap_or(name)
}

/// `1`, `1.2.3` and `1.x` are versions, which keep their numbers.
fn is_version(part: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    part.strip_suffix(".x").unwrap_or(part).split('.').all(digits)
}
