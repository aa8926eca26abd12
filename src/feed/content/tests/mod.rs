//! Claims about the content pass, by theme.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod addresses;
mod code;
mod formulas;
mod limits;
mod markdown;
mod mdx;
mod media;
mod tidy;

use url::Url;

use super::{Content, Markup, Source, render};

/// Renders as a post at `https://notes.example.org/blog/hello/`, and holds that rendering again changes nothing.
fn rendered(markup: Markup, text: &str, language: &str, math: bool) -> Content {
    let base = Url::parse("https://notes.example.org/blog/hello/").unwrap();
    let content = render(&Source { text, markup, base: &base, language, math });
    let again = Source { text: &content.html, markup: Markup::Html, base: &base, language, math };
    assert_eq!(render(&again).html, content.html, "rendering again changes it");
    assert!(!content.html.contains("]]>"));
    content
}

fn markdown(text: &str) -> String {
    rendered(Markup::Markdown, text, "en", false).html
}

fn mdx(text: &str) -> Content {
    rendered(Markup::Mdx, text, "en", false)
}

fn html(text: &str) -> String {
    rendered(Markup::Html, text, "en", false).html
}
