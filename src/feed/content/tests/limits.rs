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
