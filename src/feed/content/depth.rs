//! How deeply markup nests, known before a parser spends time on it.

use super::dom::Node;

/// The deepest nesting that is rendered. Real pages stay below 60; readers' own parsers stop at 512 (as Blink does).
pub const LIMIT: usize = 256;

/// The most attributes that one tag may have: a parser compares each with all before it.
const ATTRIBUTES_LIMIT: usize = 1_000;

const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];
/// Elements whose end tag is left out so often that a missing one says nothing about depth.
const OFTEN_OPEN: &[&str] =
    &["p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "rt", "rp", "colgroup"];
/// Elements that an end tag does not reach through (HTML, "has an element in scope").
const SCOPES: &[&str] =
    &["table", "caption", "template", "marquee", "object", "applet", "svg", "math", "select"];
/// Elements that can be closed out of order, while those opened since stay open.
const FORMATTING: &[&str] =
    &["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];
/// Elements that close whatever was opened inside them.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "button",
    "center",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "main",
    "menu",
    "nav",
    "ol",
    "pre",
    "section",
    "summary",
    "ul",
];

/// Whether HTML nests less deeply than [`LIMIT`], judged from its tags alone.
///
/// A parser's time grows with the square of the depth, so this comes before it. Where an end tag's effect is in
/// doubt it is taken to close nothing.
pub fn is_bounded(html: &str) -> bool {
    let mut open: Vec<String> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = rest.get(at + 1..).unwrap_or_default();
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.find("-->").and_then(|end| comment.get(end + 3..)).unwrap_or_default();
            continue;
        }
        let closes = rest.starts_with('/');
        let tag = rest.strip_prefix('/').unwrap_or(rest);
        if !tag.starts_with(|first: char| first.is_ascii_alphabetic()) {
            continue;
        }
        let (length, attributes) = tag_length(tag);
        if attributes > ATTRIBUTES_LIMIT {
            return false;
        }
        let inside = tag.get(..length).unwrap_or(tag);
        rest = tag.get(length..).unwrap_or_default();
        let name = inside
            .split(|character: char| character.is_ascii_whitespace() || character == '/' || character == '>')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        let name = name.as_str();
        if closes {
            close(&mut open, name);
        } else if matches!(name, "script" | "style" | "textarea" | "title") {
            rest = after_raw_text(rest, name);
        } else if !VOID.contains(&name) && !OFTEN_OPEN.contains(&name) {
            open.push(name.to_owned());
            // The implied elements of tables and lists deepen the tree, too; `of` counts them exactly.
            if open.len() > LIMIT {
                return false;
            }
        }
    }
    true
}

/// The bytes of a tag up to its `>`, and how many attributes it can have at most.
fn tag_length(tag: &str) -> (usize, usize) {
    let mut quote = None;
    let mut attributes = 0;
    let mut previous = b' ';
    for (at, byte) in tag.bytes().enumerate() {
        match quote {
            Some(open) if byte == open => quote = None,
            Some(_) => {}
            None if byte == b'>' => return (at + 1, attributes),
            // Elsewhere a quote is part of a name or of a value without quotes.
            None if matches!(byte, b'"' | b'\'') && previous == b'=' => quote = Some(byte),
            None if byte.is_ascii_whitespace() || byte == b'/' => attributes += 1,
            None => {}
        }
        if !byte.is_ascii_whitespace() {
            previous = byte;
        }
    }
    (tag.len(), attributes)
}

fn close(open: &mut Vec<String>, name: &str) {
    for at in (0..open.len()).rev() {
        let Some(candidate) = open.get(at) else { return };
        if candidate == name {
            if FORMATTING.contains(&name) {
                open.remove(at);
            } else {
                open.truncate(at);
            }
            return;
        }
        let is_scope = SCOPES.contains(&candidate.as_str()) && !SCOPES.contains(&name);
        let is_closed_by_blocks_only = BLOCKS.contains(&candidate.as_str())
            && !BLOCKS.contains(&name)
            && !SCOPES.contains(&name)
            && !FORMATTING.contains(&name);
        if is_scope || is_closed_by_blocks_only {
            return;
        }
    }
}

/// What follows the end of an element that holds no tags.
fn after_raw_text<'a>(rest: &'a str, name: &str) -> &'a str {
    let end = rest.match_indices("</").find(|(at, _)| {
        let found = rest.get(at + 2..at + 2 + name.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(name))
    });
    end.and_then(|(at, _)| rest.get(at..)).unwrap_or_default()
}

/// How many elements stand inside each other at most, below a node.
pub fn of(root: &Node) -> usize {
    let mut deepest = 0;
    let mut level = 0;
    let mut node = *root;
    loop {
        if let Some(child) = node.first_child() {
            level += 1;
            deepest = deepest.max(level);
            node = child;
            continue;
        }
        loop {
            if level == 0 {
                return deepest;
            }
            if let Some(sibling) = node.next_sibling() {
                node = sibling;
                break;
            }
            let Some(parent) = node.parent() else { return deepest };
            node = parent;
            level -= 1;
        }
    }
}

/// A text as paragraphs without any markup, for what nests beyond the limit: its words are not lost.
pub fn flat(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        words.push_str(before);
        let name = tag.get(1..).unwrap_or_default();
        let is_tag =
            name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '/' || first == '!');
        match tag.find('>').filter(|_| is_tag) {
            Some(end) => rest = tag.get(end + 1..).unwrap_or_default(),
            None => {
                words.push_str("&lt;");
                rest = name;
            }
        }
    }
    words.push_str(rest);
    let paragraphs = words.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
    // References such as `&amp;` keep their meaning, so the ampersand is not escaped.
    paragraphs.map(|paragraph| format!("<p>{}</p>\n", paragraph.replace('>', "&gt;"))).collect()
}
