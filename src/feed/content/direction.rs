//! The direction of writing: content that runs from the right says so itself.

use super::dom::Node;

/// Languages that are written from the right unless a script says otherwise.
const LANGUAGES: &[&str] = &[
    "ar", "arc", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "khw", "ks", "lrc", "mzn", "nqo", "pnb", "ps",
    "sd", "skr", "syr", "ug", "ur", "yi",
];

/// Scripts that run from the right (Unicode's bidirectional classes R and AL), by their ISO 15924 codes.
const SCRIPTS: &[&str] =
    &["adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa", "yezi"];

/// Whether a language, as a BCP 47 tag, is written from right to left.
pub fn is_rtl(language: &str) -> bool {
    let language = language.to_ascii_lowercase();
    let mut subtags = language.split(['-', '_']);
    let primary = subtags.next().unwrap_or_default();
    let script = subtags
        .take_while(|subtag| subtag.len() > 1)
        .find(|subtag| subtag.len() == 4 && subtag.chars().all(|character| character.is_ascii_alphabetic()));
    match script {
        Some(script) => SCRIPTS.contains(&script),
        None => LANGUAGES.contains(&primary),
    }
}

/// Wraps everything into one element with its direction, where the language runs from the right.
///
/// Readers do not pass a feed's language on to the page that shows an entry.
pub fn wrap(root: &Node, language: &str) {
    if !is_rtl(language) || is_wrapped(root) {
        return;
    }
    let wrapper = root.tree.new_element("div");
    wrapper.set_attr("dir", "rtl");
    wrapper.set_attr("lang", language);
    while let Some(child) = root.first_child() {
        wrapper.append_child(&child);
    }
    root.append_child(&wrapper);
}

/// Whether one element with this direction holds everything already.
fn is_wrapped(root: &Node) -> bool {
    let mut children =
        root.children().into_iter().filter(|child| child.is_element() || child.is_nonempty_text());
    let first = children.next();
    children.next().is_none()
        && first.is_some_and(|first| first.has_name("div") && first.attr("dir").as_deref() == Some("rtl"))
}
