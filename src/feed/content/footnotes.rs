//! Footnotes, numbered and named as GitHub and remark do, so that links also work on the page.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::feed::text;

/// What may not stand in an address as it is, as remark has it.
const UNSAFE: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The footnotes that a text refers to, in the order of their first reference.
#[derive(Default)]
pub struct Footnotes {
    found: Vec<Footnote>,
}

struct Footnote {
    /// What the source calls it, in lower case.
    label: String,
    references: usize,
}

/// A label as footnotes are known by.
pub fn key(label: &str) -> String {
    label.to_lowercase()
}

impl Footnotes {
    /// The HTML of one more reference to a footnote.
    pub fn reference(&mut self, label: &str) -> String {
        let label = key(label);
        let at = self.found.iter().position(|footnote| footnote.label == label).unwrap_or(self.found.len());
        if at == self.found.len() {
            self.found.push(Footnote { label: label.clone(), references: 0 });
        }
        let Some(footnote) = self.found.get_mut(at) else { return String::new() };
        footnote.references += 1;
        let name = name(&label);
        let again = suffix(footnote.references);
        let number = at + 1;
        format!(
            "<sup><a href=\"#user-content-fn-{name}\" id=\"user-content-fnref-{name}{again}\">{number}</a></sup>"
        )
    }

    /// The section of the footnotes referred to, or nothing. `definition` gives each one's HTML, which may refer to more.
    pub fn section(mut self, mut definition: impl FnMut(&str, &mut Self) -> String) -> String {
        let mut bodies = Vec::new();
        while let Some(footnote) = self.found.get(bodies.len()) {
            let label = footnote.label.clone();
            bodies.push(definition(&label, &mut self));
        }
        if bodies.is_empty() {
            return String::new();
        }
        let items = self.found.iter().zip(bodies).map(|(footnote, body)| footnote.item(&body));
        format!("<section>\n<hr />\n<ol>\n{}</ol>\n</section>\n", items.collect::<String>())
    }
}

impl Footnote {
    fn item(&self, body: &str) -> String {
        let name = name(&self.label);
        let back: String = (1..=self.references)
            .map(|reference| {
                let again = suffix(reference);
                let number = if reference == 1 { String::new() } else { format!("<sup>{reference}</sup>") };
                // U+FE0E keeps the arrow from being drawn as an emoji.
                format!(" <a href=\"#user-content-fnref-{name}{again}\">\u{21A9}\u{FE0E}{number}</a>")
            })
            .collect();
        let body = body.trim_end();
        let body = match body.strip_suffix("</p>") {
            Some(start) => format!("{start}{back}</p>"),
            None => format!("{body}{back}"),
        };
        format!("<li id=\"user-content-fn-{name}\">\n{body}\n</li>\n")
    }
}

/// A label as part of an `id`.
fn name(label: &str) -> String {
    text::html(&utf8_percent_encode(label, UNSAFE).to_string())
}

/// What tells a second reference to the same footnote from the first.
fn suffix(reference: usize) -> String {
    if reference == 1 { String::new() } else { format!("-{reference}") }
}
