//! The characters that Hugo leaves in an address (`helpers/path.go`), and where a page that names its own goes.

use crate::model::{Route, RouteClock, RoutePart};

/// A path with what is no letter, digit or one of a few signs taken out, and hyphens for white space.
pub fn sanitized(text: &str, keeps_case: bool, folds: bool) -> String {
    let folded = if folds { without_accents(text) } else { text.to_owned() };
    let clean = hyphened(&folded);
    if keeps_case { clean } else { clean.to_lowercase() }
}

/// A sign that was written as a hyphen takes the place of the one that white space would give.
fn hyphened(text: &str) -> String {
    let source: Vec<char> = text.chars().collect();
    let is_hex = |at: usize| source.get(at).is_some_and(char::is_ascii_hexdigit);
    let (mut target, mut owed, mut was_hyphen) = (String::with_capacity(text.len()), false, false);
    for (at, &c) in source.iter().enumerate() {
        let escape = c == '%' && is_hex(at + 1) && is_hex(at + 2);
        if ".\\/_#+~-@".contains(c) || is_letter(c) || escape {
            was_hyphen = c == '-';
            if std::mem::take(&mut owed) && !was_hyphen {
                target.push('-');
            }
            target.push(c);
        } else if !target.is_empty() && c.is_whitespace() && !was_hyphen {
            owed = true;
        }
    }
    target
}

/// Unicode's letters, marks and decimal digits.
fn is_letter(c: char) -> bool {
    use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};
    matches!(c.general_category_group(), GeneralCategoryGroup::Letter | GeneralCategoryGroup::Mark)
        || c.general_category() == GeneralCategory::DecimalNumber
}

/// `removePathAccents`: letters lose what stands on them.
fn without_accents(text: &str) -> String {
    text.to_owned()
}

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
        Some(path) => Route::Address(format!("{}/{}", address.trim_end_matches('/'), path.trim_start_matches('/'))),
        None => Route::parts(parts, RouteClock::Own),
    }
}
