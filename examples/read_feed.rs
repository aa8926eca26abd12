//! Prints the entries of a feed as feed-rs reads them, one JSON object a line: see `tests/readers/shape.py`.
#![allow(clippy::print_stdout)]

use feed_rs::model::{Content, Entry, Link, Text};
use serde_json::{Value, json};
use std::error::Error;
use std::fs::File;
use std::io::BufReader;

fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args().nth(1).ok_or("a feed's file, please")?;
    // What is asked is what it reads, so nothing is removed from the content.
    let parser = feed_rs::parser::Builder::new().sanitize_content(false).build();
    let feed = parser.parse(BufReader::new(File::open(file)?))?;
    for entry in &feed.entries {
        println!("{}", shape(entry));
    }
    Ok(())
}

fn shape(entry: &Entry) -> Value {
    // JSON Feed's attachments are links without a relation here, and with a length.
    let is_file = |link: &&Link| link.rel.as_deref() == Some("enclosure") || link.length.is_some();
    let link = entry.links.iter().find(|link| !is_file(link));
    let linked = entry.links.iter().filter(is_file);
    let linked = linked.map(|link| json!([link.href, link.media_type, link.length]));
    let media = entry.media.iter().flat_map(|media| &media.content).map(|content| {
        let kind = content.content_type.as_ref().map(ToString::to_string);
        json!([content.url.as_ref().map(ToString::to_string), kind, content.size])
    });
    // RSS's enclosure and Media RSS's content tell of one file twice.
    let mut files: Vec<Value> = linked.chain(media).collect();
    files.dedup();
    json!({
        "title": entry.title.as_ref().map(text),
        "link": link.map(|link| &link.href),
        "id": entry.id,
        "published": entry.published.map(|date| date.to_rfc3339()),
        "updated": entry.updated.map(|date| date.to_rfc3339()),
        "authors": entry.authors.iter().map(|author| &author.name).collect::<Vec<_>>(),
        "tags": entry.categories.iter().map(|category| &category.term).collect::<Vec<_>>(),
        "summary": entry.summary.as_ref().map(text),
        "content": entry.content.as_ref().map(content),
        "enclosures": files,
    })
}

fn text(text: &Text) -> Value {
    typed(text.content_type.essence().to_string(), &text.content)
}

fn content(content: &Content) -> Value {
    typed(content.content_type.essence().to_string(), content.body.as_deref().unwrap_or_default())
}

fn typed(kind: String, value: &str) -> Value {
    if kind == "text/html" { json!({ "html": value }) } else { json!({ "text": value }) }
}
