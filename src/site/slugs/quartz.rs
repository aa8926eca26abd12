//! Makes the paths of Quartz: `slugifyFilePath` of version 4.

use super::letters::is_javascript_space;

/// The path of a file, of its path without extension: case and letters stay, spaces become `-`,
/// `&` and `%` words, and `?` and `#` go; a last `_index` is an `index`.
pub fn path(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for c in path.trim_start_matches('/').chars() {
        match c {
            c if is_javascript_space(c) => out.push('-'),
            '&' => out.push_str("-and-"),
            '%' => out.push_str("-percent"),
            '?' | '#' => {}
            c => out.push(c),
        }
    }
    let path = out.strip_suffix('/').unwrap_or(&out);
    match path.strip_suffix("_index") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => format!("{folder}index"),
        _ => path.to_owned(),
    }
}
