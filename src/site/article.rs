//! A post's body, read again when a feed needs the whole of it.

use super::encoding::mojibake::{self, Verdict};
use super::front_matter::NoFront;
use super::read::POST_LIMIT_BYTES;
use super::{encoding, exports, front_matter, notebook, root::Root};
use crate::disk::{self, ReadError};
use crate::model::Header;
use std::path::Path;

/// What a body is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup {
    Markdown,
    Mdx,
    Html,
    /// reStructuredText and others, which are not rendered here: its name.
    Other(&'static str),
}

impl Markup {
    /// By the file's name; posts of an export are HTML.
    pub fn of(path: &str, header: Header) -> Self {
        if header == Header::Export {
            return Self::Html;
        }
        match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
            "mdx" => Self::Mdx,
            "html" | "htm" => Self::Html,
            "rst" | "rest" => Self::Other("reStructuredText"),
            "txt" if header == Header::Dotted => Self::Other("reStructuredText"),
            "adoc" | "asciidoc" => Self::Other("AsciiDoc"),
            "org" => Self::Other("Org"),
            "textile" => Self::Other("Textile"),
            "wiki" => Self::Other("wiki markup"),
            _ => Self::Markdown,
        }
    }
}

/// A body as it is written.
#[derive(Clone, Debug)]
pub struct Article {
    pub text: String,
    pub markup: Markup,
    /// The number of the body's first line in its file, from 1.
    pub first_line: u32,
}

/// Reads a post's body. `header` says how the file begins; `repaired` names the encoding that its text had been wrongly read as, where it was repaired.
///
/// # Errors
/// A few words: the file has changed or gone since the site was read.
pub fn article(root: &Root, path: &str, header: Header, repaired: Option<&str>) -> Result<Article, String> {
    let markup = Markup::of(path, header);
    if header == Header::Export {
        return Ok(Article { text: exports::body(root, path)?, markup, first_line: 1 });
    }
    let bytes = disk::read(&root.path(path), POST_LIMIT_BYTES).map_err(|error| error.reason())?;
    let mut text = encoding::decode(bytes).map_err(|_| "it is no longer UTF-8".to_owned())?;
    if repaired.is_some()
        && let Verdict::Confirmed(repair) | Verdict::Suspect(repair) = mojibake::judge(&text)
    {
        text = repair.text;
    }
    if path.ends_with(".ipynb") {
        text = notebook::markdown(&text).ok_or_else(|| "it is no longer a notebook".to_owned())?;
    }
    let body = match front_matter::split_as(&text, header) {
        Ok(fenced) => fenced.body,
        Err(NoFront::None) if header.is_optional() => &text,
        Err(_) => return Err("its front matter is gone".to_owned()),
    };
    let head = text.len() - body.len();
    let first_line = front_matter::newlines(text.get(..head).unwrap_or_default()) + 1;
    Ok(Article { text: body.to_owned(), markup, first_line })
}

/// The page that the site's own build made of an address, below the directory of built pages; `url_path` is decoded.
///
/// # Errors
/// Where it was looked for, or why it cannot be read.
pub fn built_page(directory: &Path, url_path: &str) -> Result<String, String> {
    let inside = url_path.split('/').all(|part| !matches!(part, "." | "..") && !part.contains('\\'));
    if !inside {
        return Err("its address leaves the directory".to_owned());
    }
    let stem = url_path.trim_end_matches('/');
    let index = if stem.is_empty() { "index.html".to_owned() } else { format!("{stem}/index.html") };
    let places = [index, format!("{stem}.html"), stem.to_owned()];
    for place in &places {
        let path = place.split('/').fold(directory.to_owned(), |path, part| path.join(part));
        match disk::read(&path, POST_LIMIT_BYTES) {
            Ok(bytes) => return encoding::decode(bytes).map_err(|_| format!("`{place}` is not UTF-8")),
            Err(ReadError::NotAFile) => {}
            Err(ReadError::Io(error)) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(ReadError::Io(error)) if error.kind() == std::io::ErrorKind::NotADirectory => {}
            Err(error) => return Err(format!("`{place}`: {}", error.reason())),
        }
    }
    let [first, second, _] = places;
    Err(format!("neither `{first}` nor `{second}` is there"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

    use super::*;

    #[test]
    fn a_body_is_found_again_behind_the_head_that_its_framework_has() {
        let directory = tempfile::tempdir().unwrap();
        let root = Root::new(directory.path());
        let read = |name: &str, text: &str, header: Header| {
            std::fs::write(directory.path().join(name), text).unwrap();
            article(&root, name, header, None).unwrap()
        };
        let lines = read("a.md", "Title: A\nDate: 2020-01-02\n\nBody\n", Header::Lines);
        assert_eq!((lines.text.as_str(), lines.markup, lines.first_line), ("Body\n", Markup::Markdown, 4));
        let docinfo = read("a.rst", "A\n=\n\n:date: x\n\nBody\n", Header::Docinfo);
        assert_eq!((docinfo.text.trim(), docinfo.markup), ("Body", Markup::Other("reStructuredText")));
        let dotted = read("b.html", "<!--\n.. title: B\n-->\n\n<p>Body</p>", Header::Dotted);
        assert_eq!((dotted.text.trim(), dotted.markup), ("<p>Body</p>", Markup::Html));
        let notebook =
            read("c.ipynb", r#"{"cells": [{"cell_type": "markdown", "source": "Body"}]}"#, Header::Dotted);
        assert_eq!((notebook.text.trim(), notebook.markup), ("Body", Markup::Markdown));
    }
}
