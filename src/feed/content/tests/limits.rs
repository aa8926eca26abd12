use std::time::{Duration, Instant};

use super::*;

/// What no one writes, in every markup: it must end soon, and keep its words.
fn survived(text: &str) {
    for markup in [Markup::Markdown, Markup::Mdx, Markup::Html] {
        let begin = Instant::now();
        let content = rendered(markup, text, "en", true);
        assert!(begin.elapsed() < Duration::from_secs(20), "{markup:?} of {:?}…", &text[..10]);
        assert!(content.html.contains("words"), "{markup:?} of {:?}…", &text[..10]);
    }
}

#[test]
fn deep_elements_are_flattened() {
    survived(&format!("{}words", "<div>".repeat(100_000)));
    survived(&format!("{}words", "<b><p>".repeat(20_000)));
    survived(&format!("{}words", "<div></b>".repeat(20_000)));
    survived(&format!("{}words", "<b><div></b>".repeat(5_000)));
    survived(&format!("{}words", "<span><div></span>".repeat(5_000)));
    survived(&format!("{}words", "<ul><li>".repeat(10_000)));
    survived(&format!("{}words", "<table><tr><td>".repeat(5_000)));
    survived(&format!("{}words", "<A>".repeat(10_000)));
}

#[test]
fn deep_quotations_are_flattened() {
    survived(&format!("{} words", ">".repeat(10_000)));
    survived(&format!("{} words", "> ".repeat(10_000)));
    survived(&format!("{} words", "- ".repeat(10_000)));
}

#[test]
fn brackets_without_end_are_text() {
    for mark in [
        "[",
        "![",
        "*a ",
        "_a ",
        "`",
        "``` ",
        "{",
        "{{< ",
        "{% ",
        "<",
        "</",
        "<!-- ",
        "$",
        "\\",
        "[^",
        "{% raw %}",
        "<A b={",
        "$$",
    ] {
        survived(&format!("words {}", mark.repeat(10_000)));
    }
}

#[test]
fn a_tag_with_endless_attributes_is_flattened() {
    survived(&format!("words <div {}>", "a ".repeat(50_000)));
}

#[test]
fn a_long_post_is_not_deep() {
    let html = html(&"<ul><li>one<li>two</ul><p>three<br><img src=a.png>".repeat(1_000));
    assert!(html.contains("<li>two</li>"));
}

#[test]
fn pieces_of_markup_in_any_order_are_survived() {
    let pieces = [
        "<A>",
        "</A>",
        "<A b={c}>",
        "<div>",
        "</div>",
        "<br />",
        "{",
        "}",
        "{' '}",
        "{/* c */}",
        "import a from 'a'\n",
        "export ",
        "\n",
        "\n\n",
        "> ",
        "- ",
        "1. ",
        "    ",
        "\t",
        "```\n",
        "`",
        "$",
        "$$\n",
        "| a | b |\n|---|---|\n",
        "[^1]",
        "[^1]: ",
        "[a](b)",
        "![",
        "*",
        "**",
        "_",
        "~~",
        "<!-- ",
        "-->",
        "<b",
        ">",
        "é",
        "&#1;",
        "\\",
        "# ",
        "<p>",
        "<table>",
        "<td>",
        "<pre>",
        "</p>",
        "<svg>",
        "<math>",
        "<mi>",
        "<a href=x>",
        "<h2>",
        "</b>",
        "<li>",
        "<noscript>",
        "<select>",
        "{{< a >}}",
        "{% raw %}",
        "<template>",
        "<iframe src=x>",
        "\u{202E}",
        "words",
    ];
    let mut state = 11_u32;
    for round in 0..3_000 {
        let mut text = String::new();
        for _ in 0..14 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            text.push_str(pieces[(state >> 16) as usize % pieces.len()]);
        }
        let markup = [Markup::Mdx, Markup::Markdown, Markup::Html][round % 3];
        let language = if round % 2 == 0 { "en" } else { "he" };
        // Elements that no HTML can nest so, such as headings in headings, are not the same when read again.
        let base = Url::parse("https://notes.example.org/").unwrap();
        let source = Source { text: &text, markup, base: &base, language, math: true };
        let done = std::panic::catch_unwind(|| render(&source));
        assert!(done.is_ok(), "{markup:?} {text:?}");
    }
}
