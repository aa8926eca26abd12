//! Characters and markup: which characters may stand in a feed, how plain text becomes HTML, and what both XML formats share.

use super::content::is_rtl;
use super::{Feed, FeedFile, Page, media};
use std::collections::BTreeMap;

/// RFC 5005.
const HISTORY_NAMESPACE: &str = "http://purl.org/syndication/history/1.0";

/// They stand for `<` and `&` until the document is written: XML forbids them, so that no text holds them after cleaning.
const LESS: char = '\u{1}';
const AMPERSAND: char = '\u{2}';

/// Whether XML 1.0 has no place for a character, not even as a reference (section 2.2, `Char`), or advises against it and
/// no reader can show it: the C1 controls, which are mostly Windows-1252 read as Latin-1.
pub fn is_forbidden(character: char) -> bool {
    let is_char = matches!(character, '\t' | '\n' | '\r' | '\u{20}'..='\u{FFFD}' | '\u{10000}'..);
    !is_char || matches!(character, '\u{7F}'..='\u{9F}')
}

/// A look at the bytes, which nearly all texts pass: what is forbidden is a control, or begins with 0xC2 or 0xEF.
fn may_hold_forbidden(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, 0..=8 | 11 | 12 | 14..=31 | 0x7F | 0xC2 | 0xEF))
}

/// The text without what XML forbids.
pub fn clean(text: &str) -> String {
    if !may_hold_forbidden(text) {
        return text.to_owned();
    }
    text.chars().filter(|&character| !is_forbidden(character)).collect()
}

/// The characters that XML forbids, as `U+XXXX`, each once and in order of their numbers.
pub fn forbidden(texts: &[&str]) -> String {
    let suspect = texts.iter().filter(|text| may_hold_forbidden(text));
    let mut found: Vec<char> =
        suspect.flat_map(|text| text.chars()).filter(|&character| is_forbidden(character)).collect();
    found.sort_unstable();
    found.dedup();
    let names: Vec<String> =
        found.into_iter().map(|character| format!("U+{:04X}", u32::from(character))).collect();
    names.join(", ")
}

/// Plain text as HTML that shows it, in its direction.
pub fn directed(plain: &str, language: &str) -> String {
    let html = html(plain);
    if is_rtl(language) { format!("<p dir=\"rtl\" lang=\"{language}\">{html}</p>") } else { html }
}

/// Plain text as HTML that shows it.
pub fn html(plain: &str) -> String {
    // The ampersand goes first, or the entities would be escaped too.
    plain.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Plain text for an element whose markup readers guess: `<` and `&` become hexadecimal references, which the RSS Advisory
/// Board's profile recommends because more readers take them for characters than `&lt;` and `&amp;`.
/// [`finished`] puts the references in.
pub fn referenced(plain: &str) -> String {
    plain.replace('&', AMPERSAND.encode_utf8(&mut [0; 4])).replace('<', LESS.encode_utf8(&mut [0; 4]))
}

/// A written document with its references, its style sheet, one declaration and a last line end.
pub fn finished(written: Vec<u8>, stylesheet: Option<&str>) -> Vec<u8> {
    let body = written.strip_prefix(b"<?xml version=\"1.0\" encoding=\"utf-8\"?>").unwrap_or(&written);
    let body = body.trim_ascii_start();
    let mut bytes = Vec::with_capacity(written.len() + 256);
    bytes.extend_from_slice(b"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    if let Some(href) = stylesheet {
        let href = html(href).replace('"', "&quot;");
        bytes.extend_from_slice(format!("<?xml-stylesheet type=\"text/css\" href=\"{href}\"?>\n").as_bytes());
    }
    let mut rest = body;
    while let Some(at) = memchr::memchr2(1, 2, rest) {
        let (text, mark) = rest.split_at_checked(at).unwrap_or((rest, &[]));
        bytes.extend_from_slice(text);
        bytes.extend_from_slice(if mark.starts_with(&[1]) { b"&#x3C;" } else { b"&#x26;" });
        rest = mark.get(1..).unwrap_or_default();
    }
    bytes.extend_from_slice(rest);
    bytes.push(b'\n');
    bytes
}

/// The prefixes that neither crate declares by itself: those of generic extensions.
pub fn namespaces(feed: &Feed) -> BTreeMap<String, String> {
    let media = feed.entries.iter().any(|entry| !entry.attachments.is_empty());
    let media = media.then_some(("media", media::NAMESPACE));
    let history = matches!(feed.page, Page::Archive(_)).then_some(("fh", HISTORY_NAMESPACE));
    media.into_iter().chain(history).map(|(prefix, uri)| (prefix.to_owned(), uri.to_owned())).collect()
}

/// The links of a feed to itself, its hubs and its archives, with their relations and media types.
pub fn links(feed: &Feed, file: &FeedFile) -> Vec<(&'static str, String, Option<&'static str>)> {
    let media_type = Some(file.format.media_type);
    let mut links = vec![("self", feed.address(file, feed.page), media_type)];
    links.extend(feed.hubs.iter().map(|hub| ("hub", hub.clone(), None)));
    if feed.page != Page::Current {
        links.push(("current", feed.address(file, Page::Current), media_type));
    }
    let archive = |number: u32| feed.address(file, Page::Archive(number));
    links.extend(feed.previous.map(|number| ("prev-archive", archive(number), media_type)));
    links.extend(feed.next.map(|number| ("next-archive", archive(number), media_type)));
    links
}
