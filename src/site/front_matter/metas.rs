//! The title and the `<meta>` elements at the head of an HTML page (Pelican's `HTMLReader`).

use super::bounds;
use super::fence::{self, Fenced, Syntax};
use super::lines;
use super::value::{Entry, Value};

/// Splits a page: its head is all before `<body>`; a page without one, or with whole style sheets in it, is all body.
pub fn split(text: &str) -> Fenced<'_> {
    let Some(start) = find(text, "<body").filter(|start| *start <= bounds::LIMIT_BYTES) else {
        return Fenced { syntax: Syntax::Metas, text: "", first_line: 1, body: text };
    };
    let (head, rest) = text.split_at_checked(start).unwrap_or((text, ""));
    let inside = rest.split_once('>').map_or("", |(_, inside)| inside);
    let body = find(inside, "</body").and_then(|end| inside.get(..end)).unwrap_or(inside);
    Fenced { syntax: Syntax::Metas, text: head, first_line: 1, body }
}

/// The entries.
pub fn read(text: &str, first_line: u32) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find('<')).map(|found| at + found) {
        at = start + 1;
        let rest = text.get(at..).unwrap_or_default();
        let found = if starts(rest, "title") {
            let inside = rest.split_once('>').map_or("", |(_, inside)| inside);
            let title = inside.split('<').next().unwrap_or_default();
            Some(("title".to_owned(), title))
        } else if starts(rest, "meta") {
            let tag = rest.split('>').next().unwrap_or_default();
            attribute(tag, "name")
                .zip(attribute(tag, "content"))
                .map(|(name, value)| (name.to_lowercase(), value))
        } else {
            None
        };
        let Some((key, value)) = found else { continue };
        let text_value = Value::Text(unescaped(value.trim()));
        let value = if matches!(key.as_str(), "tags" | "keywords" | "authors") {
            lines::listed(&text_value)
        } else {
            text_value
        };
        // Pelican knows tags by the name that HTML has for them, too.
        let key = if key == "keywords" { "tags".to_owned() } else { key };
        let line = first_line + fence::newlines(text.get(..start).unwrap_or_default());
        entries.push(Entry { key, value, line, column: 1, width: 1 });
    }
    entries
}

/// The value of a quoted attribute.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let at = find(tag, &format!(" {name}="))?;
    let rest = tag.get(at + name.len() + 2..)?;
    let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    rest.get(1..)?.split(quote).next()
}

fn starts(text: &str, name: &str) -> bool {
    text.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name))
}

/// Where a piece of markup begins, without regard to case.
fn find(text: &str, piece: &str) -> Option<usize> {
    let first = piece.chars().next()?;
    text.match_indices(first)
        .map(|(at, _)| at)
        .find(|&at| text.get(at..).is_some_and(|rest| starts(rest, piece)))
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

    use super::*;

    #[test]
    fn the_head_gives_fields_and_the_body_the_text() {
        let page = "<html><head>\n<title>A &amp; B</title>\n<meta name=\"date\" content=\"2012-07-09\" />\n<META NAME='x' content='no'>\n</head><body class=\"a\">Text</BODY></html>";
        let fenced = split(page);
        assert_eq!(fenced.body, "Text");
        let found: Vec<(String, u32)> =
            read(fenced.text, 1).into_iter().map(|entry| (entry.key, entry.line)).collect();
        assert_eq!(found, [("title".to_owned(), 2), ("date".to_owned(), 3), ("x".to_owned(), 4)]);
        assert_eq!(split("no page").body, "no page");
    }
}
