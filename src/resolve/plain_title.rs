//! A title without the marks of Markdown and HTML, as a card shows it.
//!
//! Most titles were never meant as markup. A mark goes only where it can hardly be anything else: `C<T>`, `5*3*2` and
//! `__init__` are worth more whole than a lost emphasis is.

mod marks;
mod tags;
#[cfg(test)]
mod tests;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// In a heading nothing but inline marks are known: `1. First` is no list there.
const HEADING: &str = "# ";
/// Keeps number signs at a title's end, which would close the heading; of Unicode's private use.
const END: char = '\u{F8FF}';

/// The plain form of a title; one of which nothing would be left stays as it is.
pub fn of(title: &str) -> String {
    if !title.contains(['*', '_', '`', '[', '<', '&', '\\', '~']) {
        return title.to_owned();
    }
    let source = format!("{HEADING}{} {END}", title.replace(['\n', '\r'], " "));
    let plain = applied(&source, edits(&source));
    let plain = plain.strip_prefix(HEADING).unwrap_or(&plain);
    let plain = plain.strip_suffix(END).unwrap_or(plain).trim();
    if plain.is_empty() { title.to_owned() } else { plain.to_owned() }
}

/// What takes the place of a part of the title.
type Edit = (Range<usize>, String);

/// A link or a picture that has begun.
struct Link {
    is_one: bool,
    /// Where the last part of its text ends.
    text_end: usize,
}

fn edits(source: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut tags = tags::Tags::default();
    let mut links: Vec<Link> = Vec::new();
    let mut text_end = 0;
    for (event, range) in Parser::new_ext(source, Options::ENABLE_STRIKETHROUGH).into_offset_iter() {
        let mut begun = None;
        match event {
            Event::Text(text) => {
                edits.extend(marks::escape(source, &range, text_end));
                if source.get(range.clone()) != Some(&text) {
                    edits.push((range.clone(), text.replace(['\n', '\r'], " ")));
                }
                text_end = range.end;
            }
            Event::Code(text) if marks::is_code(source, &range) => {
                edits.push((range.clone(), text.into_string()));
            }
            Event::Start(Tag::Emphasis) => edits.extend(marks::emphasis(source, &range, 1)),
            Event::Start(Tag::Strong | Tag::Strikethrough) => {
                edits.extend(marks::emphasis(source, &range, 2));
            }
            Event::Start(Tag::Link { link_type: LinkType::Autolink, dest_url, .. }) => {
                if dest_url.starts_with("http") {
                    edits.push((range.start..range.start + 1, String::new()));
                    edits.push((range.end - 1..range.end, String::new()));
                }
                begun = Some(Link { is_one: false, text_end: range.start });
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                let mark =
                    if source.get(range.clone()).is_some_and(|text| text.starts_with('!')) { 2 } else { 1 };
                let is_one = marks::is_link(source, &range, &dest_url);
                let text_start = range.start + mark;
                if is_one {
                    edits.push((range.start..text_start, String::new()));
                }
                begun = Some(Link { is_one, text_end: text_start });
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if let Some(link) = links.pop().filter(|link| link.is_one) {
                    edits.push((link.text_end..range.end, String::new()));
                }
            }
            Event::InlineHtml(_) => tags.take(source, range.clone()),
            _ => {}
        }
        if let Some(link) = links.last_mut() {
            link.text_end = link.text_end.max(range.end);
        }
        links.extend(begun);
    }
    edits.extend(tags.edits);
    edits
}

/// The text with its edits; of two that overlap, the one that begins first stands.
fn applied(source: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let mut text = String::with_capacity(source.len());
    let mut at = 0;
    for (range, replacement) in edits {
        if range.start < at {
            continue;
        }
        text.push_str(source.get(at..range.start).unwrap_or_default());
        text.push_str(&replacement);
        at = range.end;
    }
    text.push_str(source.get(at..).unwrap_or_default());
    // Where a tag or a comment stood between spaces, two are left; one of them is enough, and HTML shows no more.
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ")
}
