//! The prose of an HTML body.

/// The text of HTML, its blocks parted by blank lines; what is not shown is left out.
pub fn text(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        let hidden = [("!--", "-->"), ("script", "</script>"), ("style", "</style>")];
        let end = hidden
            .iter()
            .find(|(name, _)| tag.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name)));
        let after = match end {
            Some((_, end)) => tag.split_once(end).map(|(_, after)| after),
            None => tag.split_once('>').map(|(_, after)| after),
        };
        let name: String =
            tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).take(12).collect();
        if BLOCKS.contains(&name.to_ascii_lowercase().as_str()) {
            text.push_str("\n\n");
        }
        rest = after.unwrap_or_default();
    }
    text.push_str(rest);
    unescaped(&text)
}

/// Elements before and after which text stands apart.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "br",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "blockquote",
    "pre",
    "figure",
    "figcaption",
    "hr",
    "section",
    "article",
    "header",
    "footer",
];

/// The few references that prose is written with.
fn unescaped(text: &str) -> String {
    text.replace("&nbsp;", "\u{A0}")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#8217;", "’")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

    use super::text;

    #[test]
    fn blocks_stand_apart_and_what_is_hidden_is_left_out() {
        let html = "<p>One <b>two</b></p><!-- <p>no</p> --><script>no()</script><p>a &amp; b</p>";
        assert_eq!(text(html).split_whitespace().collect::<Vec<_>>(), ["One", "two", "a", "&", "b"]);
        assert_eq!(text("a < b and <unclosed").trim(), "a");
    }
}
