//! Paths as whoever asked for a site sees them, where the site was found below the directory that they named.

use crate::diag::Diagnostic;
use crate::site::SETTINGS_FILE;

/// Puts what stands before the site's paths before those that diagnostics name; `outside` is a directory that lies elsewhere.
pub fn from_above(said: &mut [Diagnostic], prefix: &str, outside: Option<&str>) {
    if prefix.is_empty() {
        return;
    }
    let settings = format!("{prefix}{SETTINGS_FILE}");
    for diagnostic in said {
        if let Some(path) =
            diagnostic.path.as_mut().filter(|path| !outside.is_some_and(|out| path.starts_with(out)))
        {
            path.insert_str(0, prefix);
        }
        for text in [Some(&mut diagnostic.message), diagnostic.hint.as_mut()].into_iter().flatten() {
            *text = text.replace(SETTINGS_FILE, &settings);
        }
    }
}
