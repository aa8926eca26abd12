//! Slugs, as each framework makes them.
pub mod zola {
    //! Zola's.
    pub fn on(text: &str) -> String { let mut s = String::new(); for c in text.to_lowercase().chars() { if c.is_ascii_alphanumeric() { s.push(c); } else if !s.ends_with('-') && !s.is_empty() { s.push('-'); } } s.trim_end_matches('-').to_owned() }
    pub fn safe(text: &str) -> String { text.trim_end_matches([' ', '.']).replace(['<', '>', ':', '"', '/', '|', '?', '*'], "") }
}
pub mod hexo {
    //! Hexo's.
    pub fn slug(text: &str) -> String { let mut s = String::new(); for c in text.chars() { if c.is_control() { continue; } if c.is_whitespace() || "~`!@#$%^&*()-_+=[]{}|\\;:\"'<>,.?/".contains(c) { if !s.ends_with('-') { s.push('-'); } } else { s.push(c); } } s.trim_matches('-').to_owned() }
}
