//! How much room an entry takes in a document, without writing it.

use super::Entry;
use crate::model::Post;

/// What a format writes around the texts of an entry, in bytes at the most; a test measures each.
struct Cost {
    /// Elements, names and dates.
    entry: usize,
    /// Each time that the entry's language is said.
    languages: usize,
    /// How often a summary stands in an entry without content.
    summaries: usize,
    tag: usize,
    author: usize,
    attachment: usize,
    /// How often an attachment's address and type are written.
    addresses: usize,
}

const RSS: Cost =
    Cost { entry: 430, languages: 2, summaries: 1, tag: 30, author: 35, attachment: 330, addresses: 2 };
const ATOM: Cost =
    Cost { entry: 380, languages: 4, summaries: 1, tag: 30, author: 110, attachment: 400, addresses: 2 };
const JSON: Cost =
    Cost { entry: 420, languages: 1, summaries: 2, tag: 20, author: 130, attachment: 210, addresses: 1 };

/// Bytes that the entry adds to any of the channel's documents, at the most.
pub fn of(entry: &Entry) -> usize {
    [RSS, ATOM, JSON].iter().map(|cost| within(entry, cost)).max().unwrap_or(0)
}

fn within(entry: &Entry, cost: &Cost) -> usize {
    let Post { url, id, title, language, summary, excerpt, tags, authors, external_url, rights, .. } =
        entry.post;
    let summary = summary.as_ref().or(excerpt.as_ref()).unwrap_or(title);
    let summaries = if entry.content.is_some() { 1 } else { cost.summaries };
    let optional = [external_url, rights].into_iter().flatten().map(|text| escaped(text) + 60);
    let authors = authors.iter().map(|author| {
        let texts = [Some(&author.name), author.email.as_ref(), author.url.as_ref(), author.avatar.as_ref()];
        cost.author + texts.into_iter().flatten().map(|text| escaped(text)).sum::<usize>()
    });
    let attachments = entry.attachments.iter().map(|attachment| {
        let address = escaped(&attachment.url) + escaped(&attachment.media_type);
        cost.attachment + cost.addresses * address + attachment.title.as_deref().map_or(0, escaped)
    });
    cost.entry
        + cost.languages * language.len()
        + escaped(url)
        + escaped(id)
        + escaped(title)
        + summaries * escaped(summary)
        + optional.sum::<usize>()
        + tags.iter().map(|tag| escaped(tag) + cost.tag).sum::<usize>()
        + authors.sum::<usize>()
        + attachments.sum::<usize>()
        + entry.image.map_or(0, escaped)
        + entry.content.map_or(0, escaped)
}

/// The length of a text once the marks of XML or JSON in it are escaped: `"` becomes `&quot;`, six bytes for one.
fn escaped(text: &str) -> usize {
    let is_mark =
        |byte: &u8| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'' | b'\\' | b'\n' | b'\r' | b'\t');
    text.len() + 5 * text.bytes().filter(is_mark).count()
}
