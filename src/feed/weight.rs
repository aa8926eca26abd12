//! How much room an entry takes in a document, without writing it.

use super::Entry;
use crate::model::{Attachment, Author, Post};

/// What the elements, names and dates of an entry take in the format that is wordiest about them, and the feed's last change
/// with them. `weights_are_never_less_than_what_the_entries_add` measures it.
const ENTRY_BYTES: usize = 760;
const TAG_BYTES: usize = 40;
const AUTHOR_BYTES: usize = 150;
/// An attachment is named twice: as enclosure and in Media RSS.
const ATTACHMENT_BYTES: usize = 420;

/// Bytes that the entry adds to any of the channel's documents, at the most.
pub fn of(entry: &Entry) -> usize {
    let Post { url, id, title, language, summary, excerpt, tags, authors, external_url, rights, .. } =
        entry.post;
    let summary = summary.as_ref().or(excerpt.as_ref());
    let optional =
        [external_url.as_ref(), rights.as_ref()].into_iter().flatten().map(|text| escaped(text) + 60);
    // JSON Feed gives a summary twice where there is no content, and RSS escapes it twice.
    let summary = summary.map_or(escaped(title), |text| 2 * escaped(text));
    // Each text of an Atom entry says its language by itself.
    ENTRY_BYTES
        + 2 * escaped(url)
        + escaped(id)
        + 2 * escaped(title)
        + 4 * language.len()
        + summary
        + optional.sum::<usize>()
        + tags.iter().map(|tag| escaped(tag) + TAG_BYTES).sum::<usize>()
        + authors.iter().map(author).sum::<usize>()
        + entry.attachments.iter().map(attachment).sum::<usize>()
        + entry.image.map_or(0, escaped)
        + entry.content.map_or(0, escaped)
}

fn author(author: &Author) -> usize {
    let optional = [&author.email, &author.url, &author.avatar].into_iter().flatten();
    AUTHOR_BYTES + escaped(&author.name) + optional.map(|text| escaped(text)).sum::<usize>()
}

fn attachment(attachment: &Attachment) -> usize {
    let title = attachment.title.as_deref().map_or(0, escaped);
    ATTACHMENT_BYTES + 2 * escaped(&attachment.url) + 2 * attachment.media_type.len() + title
}

/// The length of a text once the marks of XML or JSON in it are escaped: `"` becomes `&quot;`, six bytes for one.
fn escaped(text: &str) -> usize {
    let marks = text
        .bytes()
        .filter(|byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'' | b'\\' | b'\n' | b'\r' | b'\t'));
    text.len() + 5 * marks.count()
}
