//! The place on a cover that no crop may cut off.

#[cfg(test)]
mod tests;

/// What a part of the text says, in shares of the picture.
#[derive(Clone, Copy)]
enum Part {
    FromLeft(f32),
    FromTop(f32),
    /// The first of two is from the left, as in CSS (`object-position`).
    Either(f32),
}

const NAMES: &[(&str, Part)] = &[
    ("left", Part::FromLeft(0.0)),
    ("right", Part::FromLeft(1.0)),
    ("top", Part::FromTop(0.0)),
    ("bottom", Part::FromTop(1.0)),
    ("center", Part::Either(0.5)),
    ("centre", Part::Either(0.5)),
    ("middle", Part::Either(0.5)),
];

/// Shares of the width from the left and of the height from the top; nothing where the text leaves it to us.
///
/// # Errors
/// What is wrong, in a few words.
pub fn read(text: &str) -> Result<Option<(f32, f32)>, String> {
    let text = text.trim().trim_start_matches(['[', '(']).trim_end_matches([']', ')']);
    // Hugo's anchors and themes have these for a subject that is found by itself.
    if text.is_empty() || text.eq_ignore_ascii_case("smart") || text.eq_ignore_ascii_case("auto") {
        return Ok(None);
    }
    let mut parts = Vec::new();
    for word in text.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty()) {
        if word.starts_with(|c: char| c.is_alphabetic()) {
            names(word, &mut parts)?
        } else {
            parts.push(share(word)?)
        }
    }
    match parts.as_slice() {
        [Part::FromLeft(x)] => Ok(Some((*x, 0.5))),
        [Part::FromTop(y)] => Ok(Some((0.5, *y))),
        [Part::Either(share)] if *share == 0.5 => Ok(Some((0.5, 0.5))),
        [Part::Either(_)] => Err("one number of two".to_owned()),
        [Part::FromLeft(x) | Part::Either(x), Part::FromTop(y) | Part::Either(y)]
        | [Part::FromTop(y) | Part::Either(y), Part::FromLeft(x)]
        | [Part::FromTop(y), Part::Either(x)] => Ok(Some((*x, *y))),
        [_, _] => Err("twice the same direction".to_owned()),
        _ => Err(format!("{} parts instead of two", parts.len())),
    }
}

/// `top`, `top-left`, `BottomRight`.
fn names(word: &str, parts: &mut Vec<Part>) -> Result<(), String> {
    let lower = word.to_ascii_lowercase();
    let mut rest = lower.as_str();
    while !rest.is_empty() {
        let known = NAMES.iter().find_map(|(name, part)| Some((rest.strip_prefix(name)?, *part)));
        let (after, part) = known.ok_or_else(|| format!("`{word}` is no such place"))?;
        parts.push(part);
        rest = after.trim_start_matches(['-', '_']);
    }
    Ok(())
}

/// `0.3` or `30%`.
fn share(word: &str) -> Result<Part, String> {
    let (number, whole) = word.strip_suffix('%').map_or((word, 1.0), |number| (number, 100.0));
    let share = number.parse::<f32>().map_err(|_| format!("`{word}` is no number"))? / whole;
    if (0.0..=1.0).contains(&share) {
        return Ok(Part::Either(share));
    }
    Err(format!("`{word}` is not between 0 and {}", if whole > 1.0 { "100%" } else { "1" }))
}
