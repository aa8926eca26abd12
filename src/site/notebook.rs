//! Reads a Jupyter notebook as the Markdown that it amounts to.

use serde_json::Value as Json;
use std::fmt::Write as _;

/// The cells one after another: code between fences, outputs left out. The metadata that Nikola keeps in a notebook, or Pelican
/// in a first cell, stand before them as such posts write them elsewhere. Nothing where it is no notebook.
pub fn markdown(text: &str) -> Option<String> {
    let notebook: Json = serde_json::from_str(text).ok()?;
    let cells = cells(&notebook)?;
    let metadata = notebook.get("metadata");
    let language = ["/kernelspec/language", "/language_info/name"]
        .iter()
        .find_map(|path| metadata?.pointer(path)?.as_str())
        .unwrap_or("python");
    let mut page = String::new();
    if let Some(own) = metadata.and_then(|metadata| metadata.get("nikola")?.as_object()) {
        for (key, value) in own {
            if let Some(value) = value.as_str() {
                // A text to write into cannot refuse.
                let _ = writeln!(page, ".. {key}: {}", value.replace('\n', " "));
            }
        }
        page.push('\n');
    }
    for (number, cell) in cells.iter().enumerate() {
        let source = source(cell);
        match cell.get("cell_type").and_then(Json::as_str) {
            Some("markdown") => page.push_str(&source),
            Some("heading") => {
                let level = cell.get("level").and_then(Json::as_u64).unwrap_or(1).clamp(1, 6);
                page.extend((0..level).map(|_| '#'));
                page.push(' ');
                page.push_str(&source);
            }
            // Quarto keeps its front matter in a raw cell; other raw cells are meant for other formats.
            Some("raw") if number == 0 => page.push_str(&source),
            Some("code") if !source.is_empty() => {
                let _ = write!(page, "```{language}\n{source}\n```");
            }
            _ => continue,
        }
        page.push_str("\n\n");
    }
    Some(page)
}

/// The cells, which format 3 kept in worksheets.
fn cells(notebook: &Json) -> Option<Vec<&Json>> {
    if let Some(cells) = notebook.get("cells") {
        return Some(cells.as_array()?.iter().collect());
    }
    let sheets = notebook.get("worksheets")?.as_array()?;
    Some(sheets.iter().filter_map(|sheet| sheet.get("cells")?.as_array()).flatten().collect())
}

/// A cell's text, which is a list of lines or one text; that of code was its `input` in format 3.
fn source(cell: &Json) -> String {
    let text = match cell.get("source").or_else(|| cell.get("input")) {
        Some(Json::String(text)) => text.clone(),
        Some(Json::Array(lines)) => lines.iter().filter_map(Json::as_str).collect(),
        _ => String::new(),
    };
    text.replace("\r\n", "\n").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

    use super::markdown;

    #[test]
    fn cells_become_one_page_that_begins_with_what_the_notebook_says_of_itself() {
        let text = r##"{"cells": [
            {"cell_type": "raw", "source": ["---\n", "title: X\n", "---"]},
            {"cell_type": "markdown", "source": "# Head"},
            {"cell_type": "code", "source": ["1 + 1"], "outputs": [{"text": "2"}]}
        ], "metadata": {"kernelspec": {"language": "julia"}}}"##;
        assert_eq!(markdown(text).unwrap(), "---\ntitle: X\n---\n\n# Head\n\n```julia\n1 + 1\n```\n\n");
        let nikola = r#"{"cells": [], "metadata": {"nikola": {"title": "A", "date": "2020-01-02"}}}"#;
        assert_eq!(markdown(nikola).unwrap(), ".. title: A\n.. date: 2020-01-02\n\n");
    }

    #[test]
    fn the_older_format_is_read_too() {
        let text = r#"{"worksheets": [{"cells": [{"cell_type": "heading", "level": 2, "source": ["Head"]},
            {"cell_type": "code", "input": ["1"], "language": "python"}]}], "metadata": {}}"#;
        assert_eq!(markdown(text).unwrap(), "## Head\n\n```python\n1\n```\n\n");
    }

    #[test]
    fn what_is_no_notebook_is_nothing() {
        assert_eq!(markdown("{}"), None);
        assert_eq!(markdown("[[[["), None);
    }
}
