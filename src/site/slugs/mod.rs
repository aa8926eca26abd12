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
