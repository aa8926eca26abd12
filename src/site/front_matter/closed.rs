//! Front matter that only a closing fence ends, as Hexo has it (`hexo-front-matter`).

use super::fence::{Fenced, NoFront, Syntax, split};

/// Splits a file whose opening fence may be missing.
///
/// # Errors
/// When there is no front matter, it does not end, or it is code.
pub fn split_closed(text: &str) -> Result<Fenced<'_>, NoFront> {
    let opened = text.trim_start_matches('\n');
    if opened.starts_with(";;;") {
        return json(text, opened);
    }
    match split(text) {
        Err(NoFront::None) => open(text),
        split => split,
    }
}

/// `;;;` before and after.
fn json<'a>(text: &'a str, opened: &'a str) -> Result<Fenced<'a>, NoFront> {
    let (_, rest) = opened.split_once('\n').ok_or(NoFront::None)?;
    let fenced = open(rest)?;
    let line = super::newlines(text.get(..text.len() - rest.len()).unwrap_or_default());
    Ok(Fenced { first_line: fenced.first_line + line, ..fenced })
}

/// What stands before the first line that is a fence, if it begins with a key.
fn open(text: &str) -> Result<Fenced<'_>, NoFront> {
    let first = text.lines().next().unwrap_or_default();
    let (key, _) = first.split_once(':').ok_or(NoFront::None)?;
    let bare = key.trim().trim_matches('"');
    if bare.is_empty() || !bare.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-')) {
        return Err(NoFront::None);
    }
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let fence = line.trim_end();
        let is_fence = |mark: char| fence.len() >= 3 && fence.chars().all(|c| c == mark);
        if is_fence('-') || is_fence(';') {
            let syntax = if is_fence(';') { Syntax::Pairs } else { Syntax::Yaml };
            let head = text.get(..at).unwrap_or_default();
            let body = text.get(at + line.len()..).unwrap_or_default();
            return Ok(Fenced { syntax, text: head, first_line: 1, body });
        }
        at += line.len();
    }
    Err(NoFront::None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_opening_fence_may_be_missing() {
        let fenced = split_closed("title: A\ntags:\n- b\n---\nBody\n---\n").unwrap();
        assert_eq!(
            (fenced.text, fenced.body, fenced.syntax),
            ("title: A\ntags:\n- b\n", "Body\n---\n", Syntax::Yaml)
        );
        let fenced = split_closed("\"title\": \"A\"\n;;;\nBody").unwrap();
        assert_eq!((fenced.text, fenced.body, fenced.syntax), ("\"title\": \"A\"\n", "Body", Syntax::Pairs));
        let fenced = split_closed(";;;\n\"title\": \"A\"\n;;;\nBody").unwrap();
        assert_eq!((fenced.first_line, fenced.body), (2, "Body"));
    }

    #[test]
    fn prose_with_a_rule_is_no_front_matter() {
        assert_eq!(split_closed("Some words: more\n\n---\nEnd").unwrap_err(), NoFront::None);
        assert_eq!(split_closed("# Title\n\n---\n").unwrap_err(), NoFront::None);
    }
}
