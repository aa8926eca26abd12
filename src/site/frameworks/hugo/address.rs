//! From the pieces of a path to a page's route: a folder or a file, on the site or on its language's own.

use crate::model::{Route, RouteClock, RoutePart};

/// A page's own `url`, where a name behind a colon is written out before; below the language's folder unless it begins with `/`.
pub fn own(parts: Vec<RoutePart>, url: &str, prefix: &str) -> Vec<RoutePart> {
    let mut all = Vec::new();
    if !url.starts_with('/') && !prefix.is_empty() {
        all.push(RoutePart::Text(format!("{prefix}/")));
    }
    all.extend(parts);
    // Without a dot it is a folder, with one a file.
    if !url.contains('.') && !url.ends_with('/') {
        all.push(RoutePart::Text("/".to_owned()));
    }
    all
}

/// The route of a path that Hugo makes: a folder, or a file with its extension.
pub fn route(mut parts: Vec<RoutePart>, prefix: &str, is_ugly: bool) -> Vec<RoutePart> {
    if !prefix.is_empty() {
        parts.insert(0, RoutePart::Text(format!("{prefix}/")));
    }
    if let Some(RoutePart::Text(last)) = parts.last_mut() {
        let whole = last.trim_end_matches('/').len();
        last.truncate(whole);
    }
    parts.push(RoutePart::Text(if is_ugly { ".html" } else { "/" }.to_owned()));
    parts
}

/// A route on the site itself, or on the language's own.
pub fn at(address: Option<&str>, parts: Vec<RoutePart>) -> Route {
    let Some(address) = address else { return Route::parts(parts, RouteClock::Own) };
    let texts: Option<String> = parts
        .iter()
        .map(|part| match part {
            RoutePart::Text(text) => Some(text.as_str()),
            RoutePart::Date(_) | RoutePart::LowerDate(_) => None,
        })
        .collect();
    match texts {
        Some(path) => {
            Route::Address(format!("{}/{}", address.trim_end_matches('/'), path.trim_start_matches('/')))
        }
        None => Route::parts(parts, RouteClock::Own),
    }
}
