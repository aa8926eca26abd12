//! The beginning of a post's prose, for feeds of posts that have no summary.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// As long as a summary that people write.
const LIMIT_CHARS: usize = 280;

/// Plain text of the beginning of a Markdown text, cut at a word; nothing where there is no prose.
pub fn of(sample: &str) -> Option<String> {
    let mut text = String::new();
    let mut inside_picture = 0_u32;
    for event in
        Parser::new_ext(sample.trim_start(), Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES)
    {
        match event {
            Event::Start(Tag::Image { .. }) => inside_picture += 1,
            Event::End(TagEnd::Image) => inside_picture = inside_picture.saturating_sub(1),
            Event::Text(part) | Event::Code(part) if inside_picture == 0 => text.push_str(&part),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph) => text.push(' '),
            _ => {}
        }
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((limit, _)) = text.char_indices().nth(LIMIT_CHARS) else {
        return (!text.is_empty()).then_some(text);
    };
    let head = text.get(..limit)?;
    // Scripts without spaces are cut where the room ends.
    let end = head.rfind(' ').filter(|end| *end > limit / 2).unwrap_or(limit);
    let cut = head.get(..end)?.trim_end_matches([',', ';', ':', '.', '–', '—', '-', ' ']);
    Some(format!("{cut}…"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

    use super::of;

    #[test]
    fn marks_pictures_and_addresses_are_left_out() {
        let text = "A *fine* [link](https://x.example.org) and `code`. ![Alt](a.png) End.";
        assert_eq!(of(text).unwrap(), "A fine link and code. End.");
        assert_eq!(of("      A *fine* beginning."), Some("A fine beginning.".to_owned()));
        assert_eq!(of("![Alt](a.png)"), None);
        assert_eq!(of(""), None);
    }

    #[test]
    fn a_long_text_is_cut_at_a_word() {
        let cut = of(&"word, ".repeat(100)).unwrap();
        assert!(cut.ends_with("word…") && cut.chars().count() <= 281, "{cut}");
        let cut = of(&"語".repeat(400)).unwrap();
        assert_eq!(cut.chars().count(), 281);
    }
}
