//! OPML 2.0: the list of a site's feeds, which readers take in one go.

use crate::model::PublishedFeed;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::collections::BTreeSet;
use std::io;

/// The list, with one outline for each channel: several formats of one would be subscribed to several times.
///
/// # Errors
/// When the writer fails, which it does not in memory.
pub fn opml(title: &str, site_url: &str, feeds: &[PublishedFeed]) -> io::Result<Vec<u8>> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    writer.write_event(Event::Comment(BytesText::new(" Syndicard ")))?;
    writer.create_element("opml").with_attribute(("version", "2.0")).write_inner_content(|writer| {
        writer.create_element("head").write_inner_content(|writer| {
            writer.create_element("title").write_text_content(BytesText::new(title))?;
            Ok(())
        })?;
        writer.create_element("body").write_inner_content(|writer| {
            let mut seen = BTreeSet::new();
            for feed in feeds.iter().filter(|feed| feed.format != "json") {
                if seen.insert(feed.folder()) {
                    writer
                        .create_element("outline")
                        .with_attribute(("type", "rss"))
                        .with_attribute(("text", feed.title.as_str()))
                        .with_attribute(("title", feed.title.as_str()))
                        .with_attribute(("xmlUrl", feed.url.as_str()))
                        .with_attribute(("htmlUrl", site_url))
                        .with_attribute(("language", feed.language.as_str()))
                        .write_empty()?;
                }
            }
            Ok(())
        })?;
        Ok(())
    })?;
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}
