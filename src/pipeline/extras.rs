//! What stands beside the feeds: the style sheet, the list of feeds, and the subscribe page.

use crate::diag::Diagnostic;
use crate::feed;
use crate::model::{Artifact, PostMedia, PublishedFeed, Site};
use crate::plan::Plan;
use crate::sink::Sink;

/// Writes the style sheet and gives its path; nothing where it is not wanted, or a file of somebody else is in the way.
pub fn stylesheet(plan: &Plan, sink: &dyn Sink, said: &mut Vec<Diagnostic>) -> Option<String> {
    let path = plan.config.feeds.stylesheet.as_deref()?;
    let style = &plan.config.feeds.style;
    let own = style.css.as_deref().and_then(|path| {
        let text = plan.root.text(path);
        if text.is_none() {
            said.push(
                Diagnostic::warning("stylesheet-missing", format!("the style sheet is not at `{path}`"))
                    .label("the feeds look as usual"),
            );
        }
        text
    });
    let css = feed::css(style, own.as_deref().unwrap_or_default());
    put(sink, said, path, css.into_bytes())
}

/// Writes the list of feeds and the subscribe page, and gives the paths of all extras.
pub fn write(
    plan: &Plan,
    site: &Site,
    media: &[PostMedia],
    feeds: &[PublishedFeed],
    stylesheet: Option<&str>,
    sink: &dyn Sink,
    said: &mut Vec<Diagnostic>,
) -> Vec<String> {
    let settings = &plan.config.feeds;
    let mut files: Vec<String> = stylesheet.map(str::to_owned).into_iter().collect();
    let facts = &site.facts;
    // One feed needs no list.
    let several = feeds.iter().any(|feed| !feed.main);
    let mut list = None;
    if let Some(path) = settings.opml.as_deref().filter(|_| several) {
        match feed::opml(&facts.title, facts.url.as_str(), feeds) {
            Ok(bytes) => list = put(sink, said, path, bytes),
            Err(error) => {
                said.push(Diagnostic::error("feed-unwritten", format!("`{path}` cannot be written: {error}")))
            }
        }
    }
    if let Some(path) = &settings.subscribe {
        let page = feed::subscribe_page(site, media, feeds, path, list.as_deref(), stylesheet);
        files.extend(put(sink, said, path, page.into_bytes()));
    }
    files.extend(list);
    files
}

fn put(sink: &dyn Sink, said: &mut Vec<Diagnostic>, path: &str, bytes: Vec<u8>) -> Option<String> {
    match sink.put(&Artifact { path: path.to_owned(), bytes }) {
        Ok(_) => Some(path.to_owned()),
        Err(error) => {
            said.push(error);
            None
        }
    }
}
