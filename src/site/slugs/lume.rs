//! Makes the slugs of Lume's plugin `slugify_urls`.

use super::letters::{is_letter, runs_replaced, taken_apart};

/// A path or a text with the plugin's default options; without the plugin Lume leaves names as they
/// are.
pub fn slug(text: &str) -> String {
    let decoded = percent_encoding::percent_decode_str(text).decode_utf8();
    let text = letters(&decoded.unwrap_or(text.into())).to_lowercase();
    let segments: Vec<String> = text.split('/').map(segment).collect();
    segments.join("/")
}

/// Hyphens go at either end, and several become one; a segment of nothing else keeps one.
fn segment(text: &str) -> String {
    let trimmed = text.trim_matches('-');
    if trimmed.is_empty() {
        return if text.is_empty() { "" } else { "-" }.to_owned();
    }
    runs_replaced(trimmed, '-', |c| c != '-')
}

/// Whether a mark is one of those that Latin letters bear.
fn is_accent(c: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&c)
}

fn letters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let replaced = match c {
            'Ð' | 'Đ' => "D",
            'ð' | 'đ' => "d",
            'ø' => "o",
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            _ => "",
        };
        if !replaced.is_empty() {
            out.push_str(replaced);
        } else if c.is_ascii_alphanumeric() || matches!(c, '/' | '-') {
            out.push(c);
        } else {
            let plain: String = taken_apart(&c.to_string()).chars().filter(|c| !is_accent(*c)).collect();
            if !plain.chars().any(is_letter) {
                out.push('-');
            } else if plain.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-')) {
                out.push_str(&plain);
            }
        }
    }
    out
}
