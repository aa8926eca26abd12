//! The content pass: the body of a post as clean HTML that stands on its own in any reader.

mod address;
mod article;
mod code;
mod depth;
mod direction;
mod dom;
mod footnotes;
mod formula;
mod jsx;
mod loose;
mod markdown;
mod mdast;
mod mdx;
mod media;
mod pictures;
mod sanitize;
mod shortcodes;
mod tidy;
mod verbatim;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use dom_query::Document;
use url::Url;

use crate::feed::text;

pub use article::{article, is_selector};
pub use direction::is_rtl;

/// What a body is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup {
    Markdown,
    Mdx,
    Html,
}

/// A body and what must be known to render it.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The body alone, without front matter.
    pub text: &'a str,
    pub markup: Markup,
    /// The post's absolute address, against which every other is resolved.
    pub base: &'a Url,
    /// A BCP 47 tag, such as `pt-BR`.
    pub language: &'a str,
    /// Whether `$x$` is a formula.
    pub math: bool,
}

/// A rendered body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// HTML whose every address is absolute, and in which `]]>` does not occur.
    pub html: String,
    /// What could not be rendered, as it is written: `<Chart>`, `import`, `{expression}`, `{{< gist >}}`,
    /// `{% include %}`. Sorted, each once.
    pub left_out: Vec<String>,
    /// The characters that XML forbids and that were dropped. Sorted, each once for each line.
    pub forbidden: Vec<Forbidden>,
}

/// A character that XML forbids, where it stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Forbidden {
    pub character: char,
    /// The line of the body, from 1, where it is known.
    pub line: Option<u32>,
}

/// The names of what could not be rendered.
type LeftOut = BTreeSet<String>;

/// Renders a body. The same source gives the same bytes, and the HTML that it gives, rendered again, gives itself,
/// unless the source nests elements as HTML cannot write them.
pub fn render(source: &Source) -> Content {
    let mut left_out = LeftOut::new();
    let mut forbidden = forbidden_in(source.text);
    let text = text::clean(source.text).replace("\r\n", "\n").replace('\r', "\n");
    let html = match source.markup {
        Markup::Markdown => markdown::html(&text, source.math, &mut left_out),
        Markup::Mdx => mdx::html(&text, source.math, &mut left_out),
        Markup::Html => text.clone(),
    };
    let document = parsed(html).unwrap_or_else(|| {
        left_out.insert("markup nested too deeply".to_owned());
        Document::fragment(depth::flat(&text))
    });
    pass(&document, source, &mut left_out);
    let html = sanitize::clean(&document.html_root().inner_html());
    // A reference such as `&#1;` has become the character itself by now.
    for character in html.chars().filter(|&character| text::is_forbidden(character)) {
        forbidden.insert(Forbidden { character, line: line_of_reference(source.text, character) });
    }
    Content {
        html: text::clean(&html).trim().to_owned(),
        left_out: left_out.into_iter().collect(),
        forbidden: forbidden.into_iter().collect(),
    }
}

/// The document, unless it nests too deeply for the time and the stack that later steps would take.
fn parsed(html: String) -> Option<Document> {
    if !depth::is_bounded(&html) {
        return None;
    }
    let document = Document::fragment(html);
    (depth::of(&document.html_root()) <= depth::LIMIT).then_some(document)
}

/// The one pass over the tree, the same for every kind of source.
fn pass(document: &Document, source: &Source, left_out: &mut LeftOut) {
    let root = document.html_root();
    // Formulas come before scripts go, since MathJax keeps its TeX in them.
    formula::once(&root, source.math);
    pictures::unlazy(&root);
    // Code needs the classes of its lines and gutters.
    code::plain(&root);
    media::embeds(&root, left_out);
    tidy::remove(&root, left_out);
    address::absolute(&root, source.base);
    media::players(&root);
    tidy::collapse(&root);
    direction::wrap(&root, source.language);
}

/// The forbidden characters that stand in a text as themselves.
fn forbidden_in(text: &str) -> BTreeSet<Forbidden> {
    let lines = (1..).zip(text.split('\n'));
    lines
        .flat_map(|(line, content)| {
            let characters = content.chars().filter(|&character| text::is_forbidden(character));
            characters.map(move |character| Forbidden { character, line: Some(line) })
        })
        .collect()
}

/// The line of the first numeric reference to a character, from 1.
fn line_of_reference(text: &str, character: char) -> Option<u32> {
    let line = text.split('\n').position(|line| {
        line.match_indices("&#").any(|(at, _)| {
            let digits = line.get(at + 2..).unwrap_or_default();
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => number(hexadecimal, 16),
                None => number(digits, 10),
            };
            code == Some(u32::from(character))
        })
    })?;
    u32::try_from(line + 1).ok()
}

/// The number that a text begins with.
fn number(text: &str, radix: u32) -> Option<u32> {
    let end = text.find(|character: char| !character.is_digit(radix)).unwrap_or(text.len());
    u32::from_str_radix(text.get(..end)?, radix).ok()
}
