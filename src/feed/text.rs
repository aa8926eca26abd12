//! Characters: which may stand in a feed, and how plain text becomes HTML.

/// Whether XML 1.0 has no place for a character, not even as a reference (section 2.2, `Char`).
pub fn is_forbidden(character: char) -> bool {
    !matches!(character, '\t' | '\n' | '\r' | '\u{20}'..='\u{FFFD}' | '\u{10000}'..)
}

/// Whether a character is a C1 control, which XML 1.0 allows and advises against.
pub fn is_doubtful(character: char) -> bool {
    matches!(character, '\u{80}'..='\u{9F}')
}

/// The text without what XML forbids.
pub fn clean(text: &str) -> String {
    text.chars().filter(|&character| !is_forbidden(character)).collect()
}

/// The characters that are `meant`, as `U+XXXX`, each once and in order of their numbers.
pub fn named(texts: &[&str], meant: fn(char) -> bool) -> String {
    let mut found: Vec<char> =
        texts.iter().flat_map(|text| text.chars()).filter(|&character| meant(character)).collect();
    found.sort_unstable();
    found.dedup();
    let names: Vec<String> =
        found.into_iter().map(|character| format!("U+{:04X}", u32::from(character))).collect();
    names.join(", ")
}

/// Plain text as HTML that shows it.
pub fn html(plain: &str) -> String {
    // The ampersand goes first, or the entities would be escaped too.
    plain.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
