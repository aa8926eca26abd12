#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use crate::site::Markup;
use crate::site::body;

fn minutes(text: &str) -> Option<u32> {
    body::read(text, Markup::Markdown, body::Wanted::ALL).reading_minutes
}

/// How many of these make a minute: the count at which a second one begins.
fn rate(one: &str) -> usize {
    (1..3_000).find(|&count| minutes(&one.repeat(count)) == Some(2)).unwrap() - 1
}

#[test]
fn an_empty_body_takes_no_time() {
    assert_eq!(minutes(""), None);
    assert_eq!(minutes("\n \n\n"), None);
    assert_eq!(minutes("---\n\n* * *\n"), None);
    assert_eq!(minutes("<Gallery\n  photos={photos}\n/>\n"), None);
    assert_eq!(minutes("import Gallery from '../gallery'\n\n<Gallery />\n"), None);
}

#[test]
fn one_word_takes_a_minute_as_it_is_shown() {
    assert_eq!(minutes("Hello"), Some(1));
    assert_eq!(minutes("語"), Some(1));
}

#[test]
fn a_minute_is_230_words_or_500_ideographs() {
    assert_eq!(rate("word "), 230);
    assert_eq!(rate("слово "), 230);
    assert_eq!(rate("단어 "), 230);
    assert_eq!(rate("語"), 500);
    assert_eq!(rate("か"), 500);
    assert_eq!(rate("ก"), 1_000);
}

#[test]
fn code_is_read_at_twice_the_speed() {
    let code = |count: usize| format!("```rust\n{}\n```\n", "word ".repeat(count));
    assert_eq!((minutes(&code(460)), minutes(&code(461))), (Some(1), Some(2)));
}

#[test]
fn what_nobody_reads_counts_for_nothing() {
    let full = "word ".repeat(230);
    for unread in [
        "<!-- a note\n\nto myself -->",
        "<div class=\"wide dark\"\n  data-x=\"one two\">",
        "{{< figure src=\"a.png\" caption=\"b\" >}}",
        "{% include video.html id=\"a\" %}",
        "{/* a comment */}",
        "![An old harbour](harbour.jpg \"In the evening\")",
        "export const tags = ['a', 'b']",
        "* * *",
        "| --- | --- |",
    ] {
        assert_eq!(minutes(&format!("{full}\n\n{unread}\n\n")), Some(1), "{unread}");
        assert_eq!(minutes(&format!("{full}\n\n{unread}\n\nword")), Some(2), "{unread}");
    }
}

#[test]
fn a_sentence_about_imports_is_read() {
    let full = "word ".repeat(230);
    assert_eq!(minutes(&format!("{full}\n\nimport duties rise\n")), Some(2));
    assert_eq!(minutes(&format!("{full}\n\nexport of fish\n")), Some(2));
}

#[test]
fn the_address_of_a_link_is_no_word_more() {
    let links = "[word](https://example.org/a/b/c?d=e) ".repeat(230);
    assert_eq!(minutes(&links), Some(1));
    assert_eq!(minutes(&"one—two ".repeat(230)), Some(1));
}

#[test]
fn a_tag_that_never_ends_hides_one_paragraph() {
    let rest = "word ".repeat(231);
    assert_eq!(minutes(&format!("when a <b and more\n\n{rest}")), Some(2));
}

#[test]
fn mixed_scripts_add_up() {
    let mixed = format!("{}{}", "word ".repeat(115), "語".repeat(250));
    assert_eq!(minutes(&mixed), Some(1));
    assert_eq!(minutes(&format!("{mixed}語")), Some(2));
}

#[test]
fn words_are_counted_as_byte_by_byte() {
    let slow =
        |line: &str| line.split(|c: char| c <= ' ').filter(|part| part.chars().any(is_letter)).count() as u64;
    fn is_letter(c: char) -> bool {
        c.is_ascii_alphanumeric() || !c.is_ascii()
    }
    let all: String = ('\u{1}'..='\u{7F}').collect();
    let mut state = 1_usize;
    for length in 0..600 {
        let mut line = String::new();
        for _ in 0..length {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let pieces =
                ["a", "Z", "0", "9", " ", " ", "-", "'", "é", "@", "[", "`", "{", "/", ":", "\u{1f}", "word"];
            line.push_str(pieces[(state >> 33) % pieces.len()]);
        }
        assert_eq!(super::words(&line), slow(&line), "{line:?}");
    }
    assert_eq!(super::words(&all), slow(&all));
}
