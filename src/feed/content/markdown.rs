//! Markdown to HTML, as GitHub reads it, with definition lists and the attributes of headings.

use std::collections::BTreeMap;

use pulldown_cmark::{BlockQuoteKind, Event, Options, Parser, Tag, TagEnd, html};

use super::footnotes::{self, Footnotes};
use super::{LeftOut, formula, shortcodes};

/// The HTML of a Markdown body, in which shortcodes are left out and named.
pub fn html(text: &str, math: bool, left_out: &mut LeftOut) -> String {
    without_shortcodes(&shortcodes::resolve(text, math, left_out), math)
}

/// The HTML of Markdown that holds no shortcodes.
pub fn without_shortcodes(text: &str, math: bool) -> String {
    let mut body = Vec::new();
    let mut definitions: BTreeMap<String, Vec<Event>> = BTreeMap::new();
    let mut open: Vec<(String, Vec<Event>)> = Vec::new();
    for event in Parser::new_ext(text, options(math)) {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => open.push((footnotes::key(&label), Vec::new())),
            Event::End(TagEnd::FootnoteDefinition) => {
                if let Some((label, events)) = open.pop() {
                    definitions.entry(label).or_insert(events);
                }
            }
            event => match open.last_mut() {
                Some((_, events)) => events.push(event),
                None => body.push(event),
            },
        }
    }
    let mut notes = Footnotes::default();
    let mut html = written(body, &mut notes);
    html.push_str(
        &notes.section(|label, notes| written(definitions.remove(label).unwrap_or_default(), notes)),
    );
    html
}

fn options(math: bool) -> Options {
    let mut options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST;
    options.set(Options::ENABLE_MATH, math);
    options
}

fn written(events: Vec<Event>, notes: &mut Footnotes) -> String {
    let mut written = String::new();
    let mut alert = None;
    let events = events.into_iter().flat_map(|event| {
        let event = match event {
            Event::FootnoteReference(label) => Event::InlineHtml(notes.reference(&label).into()),
            Event::InlineMath(tex) => Event::InlineHtml(formula::mathml(&tex, false).into()),
            Event::DisplayMath(tex) => Event::InlineHtml(formula::mathml(&tex, true).into()),
            Event::Start(Tag::BlockQuote(Some(kind))) => {
                alert = Some(kind);
                Event::Start(Tag::BlockQuote(None))
            }
            event => event,
        };
        // The title is inside the quotation, so it follows its start.
        let title = alert.take().map(|kind| Event::Html(alert_title(title(kind)).into()));
        [Some(event), title].into_iter().flatten()
    });
    html::push_html(&mut written, events);
    written
}

/// The first line of an alert, which on GitHub is an icon and a word.
pub fn alert_title(title: &str) -> String {
    format!("<p><strong>{title}</strong></p>\n")
}

fn title(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "Note",
        BlockQuoteKind::Tip => "Tip",
        BlockQuoteKind::Important => "Important",
        BlockQuoteKind::Warning => "Warning",
        BlockQuoteKind::Caution => "Caution",
    }
}
