//! Which of HTML's tags in a title are meant as such.

use super::Edit;
use std::ops::Range;

/// Elements that mark words in a line (HTML, section 4.5) and are found in titles; `C<T>` and `<div>` are not of them.
const MARKING: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "mark", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var",
];

/// How Chinese and Japanese are read, and the brackets around it; it stands above the line, where a card has no room.
const ABOVE: &[&str] = &["rp", "rt"];

/// Finds pairs of tags.
#[derive(Default)]
pub struct Tags {
    /// Names and places of those that are not closed yet.
    open: Vec<(String, Range<usize>)>,
    pub edits: Vec<Edit>,
}

impl Tags {
    /// Takes the next tag.
    pub fn take(&mut self, source: &str, range: Range<usize>) {
        let tag = source.get(range.clone()).unwrap_or_default();
        if tag.starts_with("<!--") {
            self.edits.push((range, String::new()));
            return;
        }
        let inside = tag.trim_start_matches('<');
        let name = inside.trim_start_matches('/');
        let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        let name = name.get(..end).unwrap_or_default().to_ascii_lowercase();
        match name.as_str() {
            "br" | "wbr" if !speaks_of_it(source, &range) => {
                self.edits.push((range, if name == "br" { " ".to_owned() } else { String::new() }));
            }
            "img" if tag.contains("src") => self.edits.push((range, String::new())),
            _ if !MARKING.contains(&name.as_str()) => {}
            _ if inside.starts_with('/') => self.close(source, &name, range),
            _ => self.open.push((name, range)),
        }
    }

    fn close(&mut self, source: &str, name: &str, range: Range<usize>) {
        let Some(at) = self.open.iter().rposition(|(open, _)| open == name) else { return };
        let Some((_, start)) = self.open.drain(at..).next() else { return };
        let inner = source.get(start.end..range.start).unwrap_or_default();
        // "`<b>` and `</b>`", "`<b>…</b>`" speak of the tags.
        let speaks_of_them =
            matches!(inner.trim(), "" | "…" | "...") || inner.starts_with(' ') && inner.ends_with(' ');
        if speaks_of_them {
            return;
        }
        if ABOVE.contains(&name) {
            self.edits.push((start.start..range.end, String::new()));
            return;
        }
        self.edits.push((start, String::new()));
        self.edits.push((range, String::new()));
    }
}

/// "The `<br>` tag" has spaces around it, which a line that is broken there can do without.
fn speaks_of_it(source: &str, range: &Range<usize>) -> bool {
    let before = source.get(..range.start).is_some_and(|text| text.ends_with(' '));
    let after = source.get(range.end..).is_some_and(|text| text.starts_with(' '));
    before && after && source.get(range.clone()).is_some_and(|tag| !tag.contains('/'))
}
