//! Writes texts as YAML.

/// A scalar that is read back as the same text: plain where that is safe, else in quotes.
pub fn text(text: &str) -> String {
    let first = text.chars().next().is_some_and(char::is_alphabetic);
    let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '_' | '-' | '.' | '/' | ',' | '(' | ')');
    let address = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let is_plain = first && address.unwrap_or(text).chars().all(plain) && text.trim() == text;
    const WORDS: &[&str] = &["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    if is_plain && !WORDS.iter().any(|word| word.eq_ignore_ascii_case(text)) {
        return text.to_owned();
    }
    // JSON's strings are YAML's, but for characters that end lines in YAML; a text cannot fail to become one.
    let quoted = serde_json::to_string(text).unwrap_or_default();
    let mut safe = String::with_capacity(quoted.len());
    for c in quoted.chars() {
        match c {
            '\u{7F}'..='\u{9F}' | '\u{2028}' | '\u{2029}' | '\u{FEFF}' => {
                safe.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

    use super::text;

    #[test]
    fn every_text_is_read_back_as_it_was() {
        for original in [
            "plain",
            "two words",
            "https://a.example.org/b",
            "a: b",
            "# no comment",
            "- item",
            "yes",
            "Null",
            "1.10",
            "2024-01-01",
            "é à",
            "\"quoted\"",
            "'single'",
            "back\\slash",
            " space ",
            "*star",
            "&and",
            "!tag",
            "%",
            "@",
            "`",
            "{a}",
            "[a]",
            "a #b",
            "emoji 🎉",
            "tab\there",
            "line\nbreak",
            "",
            "~",
            "http://x: y",
            "\u{85}\u{2028}",
            "0x1F",
            ".inf",
            "a:",
        ] {
            let read: serde_json::Value = serde_yaml::from_str(&format!("key: {}", text(original))).unwrap();
            assert_eq!(read["key"], serde_json::Value::from(original), "{}", text(original));
        }
    }
}
