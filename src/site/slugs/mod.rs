//! Stopgap until the real rules are merged.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    Lower,
    LowerAscii,
    Kept,
}

pub fn pymdownx(text: &str, separator: &str, case: Case) -> String {
    let kept: String = text.trim().chars().filter(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ')).collect();
    let kept = match case {
        Case::Lower => kept.to_lowercase(),
        Case::LowerAscii => kept.to_ascii_lowercase(),
        Case::Kept => kept,
    };
    kept.replace(' ', separator)
}

pub fn pelican(text: &str, unicode: bool, keeps_case: bool) -> String {
    let kept: String = text.chars().filter(|c| if unicode { c.is_alphanumeric() } else { c.is_ascii_alphanumeric() } || matches!(c, '_' | '-') || c.is_whitespace()).collect();
    let words: Vec<&str> = kept.split(|c: char| c.is_whitespace() || c == '-').filter(|w| !w.is_empty()).collect();
    let slug = words.join("-");
    if keeps_case { slug } else { slug.to_lowercase() }
}

pub fn nikola(text: &str, is_strict: bool) -> String {
    if !is_strict {
        return text.replace(['/', '\\', '?', '#', '"', '\'', '\r', '\n', '\t', '*', ':', '<', '>', '|'], "-");
    }
    let kept: String = text.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '+') || c.is_whitespace()).collect();
    let kept = kept.trim().to_lowercase();
    let words: Vec<&str> = kept.split(|c: char| c.is_whitespace() || c == '-').filter(|w| !w.is_empty()).collect();
    words.join("-")
}

pub fn quartz(text: &str) -> String {
    text.chars().map(|c| match c { c if c.is_whitespace() => "-".to_owned(), '&' => "-and-".to_owned(), '%' => "-percent".to_owned(), '?' | '#' => String::new(), c => c.to_string() }).collect()
}

pub fn lume(path: &str) -> String {
    let kept: String = path.chars().filter_map(|c| match c { '/' | '.' | '-' | '_' | '~' => Some(c), c if c.is_ascii_alphanumeric() => Some(c.to_ascii_lowercase()), c if c.is_whitespace() => Some('-'), _ => None }).collect();
    kept
}
