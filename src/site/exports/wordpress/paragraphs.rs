//! What WordPress makes of a post's text when it shows it: paragraphs of what blank lines part (`wpautop`).

/// Elements that no paragraph may hold.
const BLOCKS: &[&str] = &[
    "table",
    "thead",
    "tfoot",
    "caption",
    "col",
    "colgroup",
    "tbody",
    "tr",
    "td",
    "th",
    "div",
    "dl",
    "dd",
    "dt",
    "ul",
    "ol",
    "li",
    "pre",
    "form",
    "map",
    "area",
    "blockquote",
    "address",
    "style",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "fieldset",
    "legend",
    "section",
    "article",
    "aside",
    "hgroup",
    "header",
    "footer",
    "nav",
    "figure",
    "figcaption",
    "details",
    "menu",
    "summary",
    "iframe",
    "video",
    "audio",
    "script",
];

/// The post as HTML. The block editor writes HTML already; the older one leaves paragraphs to blank lines.
pub fn html(content: &str) -> String {
    let content = without_captions(&content.replace("\r\n", "\n"));
    if content.contains("<!-- wp:") {
        return content;
    }
    let mut html = String::with_capacity(content.len() + content.len() / 16);
    let mut preformatted = false;
    for chunk in content.split("\n\n").filter(|chunk| !chunk.trim().is_empty()) {
        let whole = preformatted || is_block(chunk.trim_start());
        preformatted = (preformatted || chunk.contains("<pre")) && !chunk.contains("</pre");
        if whole {
            html.push_str(chunk);
        } else {
            html.push_str("<p>");
            html.push_str(&chunk.trim().replace('\n', "<br>\n"));
            html.push_str("</p>");
        }
        html.push_str("\n\n");
    }
    html
}

fn is_block(chunk: &str) -> bool {
    let Some(tag) = chunk.strip_prefix('<') else { return false };
    let name: String =
        tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).take(12).collect();
    tag.starts_with("!--") || BLOCKS.contains(&name.to_ascii_lowercase().as_str())
}

/// `[caption …]<img …> text[/caption]` is a figure with its text below.
fn without_captions(content: &str) -> String {
    let mut html = String::with_capacity(content.len());
    let mut rest = content;
    while let Some((before, inside)) = rest.split_once("[caption ") {
        let found = inside.split_once(']').and_then(|(_, body)| body.split_once("[/caption]"));
        let Some((body, after)) = found else { break };
        html.push_str(before);
        html.push_str("<figure>");
        html.push_str(body.trim());
        html.push_str("</figure>");
        rest = after;
    }
    html + rest
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

    use super::html;

    #[test]
    fn blank_lines_part_paragraphs_but_not_blocks() {
        assert_eq!(html("One\ntwo\r\n\r\n<h2>Three</h2>"), "<p>One<br>\ntwo</p>\n\n<h2>Three</h2>\n\n");
        assert_eq!(html("<pre>a\n\nb</pre>"), "<pre>a\n\nb</pre>\n\n");
        let blocks = "<!-- wp:paragraph --><p>x</p><!-- /wp:paragraph -->\n\ny";
        assert_eq!(html(blocks), blocks);
    }

    #[test]
    fn a_caption_is_a_figure() {
        let text = "[caption id=\"a\"]<img src=\"a.png\"> Below[/caption]";
        assert!(html(text).contains("<figure><img src=\"a.png\"> Below</figure>"));
        assert_eq!(html("[caption open"), "<p>[caption open</p>\n\n");
    }
}
