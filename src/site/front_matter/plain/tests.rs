use super::super::yaml;
use super::*;
use crate::model::SourceLines;

/// What the parser says, where it says nothing else beside it.
fn parsed(text: &str) -> Option<Vec<Entry>> {
    let mut said = Vec::new();
    let entries = yaml::parsed(text, 2, &SourceLines::of(text, 2), &mut said);
    said.is_empty().then_some(entries)
}

/// A value that may be anything, from pieces that mean something in YAML.
fn value(chance: &mut impl FnMut(usize) -> usize) -> String {
    const PIECES: &[&str] = &[
        "a",
        "Word",
        "two words",
        " ",
        "  ",
        ":",
        ": ",
        " #",
        "#",
        "-",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ",",
        ", ",
        "\"",
        "'",
        "''",
        "\\",
        "\\n",
        "true",
        "True",
        "false",
        "null",
        "~",
        "yes",
        "12",
        "1.10",
        "0x1F",
        "1_000",
        "2024-01-02",
        "10:30:00",
        "é",
        "日本",
        "\u{85}",
        "\u{A0}",
        "\u{2028}",
        "\u{FEFF}",
        "&a",
        "*a",
        "!t",
        "|",
        ">",
        "%",
        "@",
        "`",
        "?",
        "? ",
        "!",
        "<<",
        "=",
        ".inf",
        "1e3",
        "+1",
        ".",
        "/",
        "…",
        "“q”",
        "\t",
    ];
    (0..chance(5)).filter_map(|_| PIECES.get(chance(PIECES.len()))).copied().collect()
}

/// A front matter of such values, in forms that people write.
fn document(chance: &mut impl FnMut(usize) -> usize) -> String {
    const KEYS: &[&str] =
        &["title", "date", "tags", "a-b", "_c", "draft", "null", "true", "no", "<<", "x y", "1"];
    let mut text = String::new();
    for _ in 0..=chance(4) {
        let key = KEYS.get(chance(KEYS.len())).copied().unwrap_or("k");
        let line = match chance(9) {
            0..=2 => format!("{key}: {}", value(chance)),
            3 => format!("{key}: \"{}\"", value(chance)),
            4 => format!("{key}: '{}'", value(chance)),
            5 => format!("{key}: [{}, {}]", value(chance), value(chance)),
            6 => {
                let indent = " ".repeat(chance(3));
                format!("{key}:\n{indent}- {}\n{indent}- {}", value(chance), value(chance))
            }
            7 => format!(
                "{key}:{}",
                ["", " ", "\n", "\n  more", "\n# c", "value"].get(chance(6)).copied().unwrap_or_default()
            ),
            _ => value(chance),
        };
        text.push_str(&line);
        text.push_str(["\n", "\n\n", "  \n", ""].get(chance(4)).copied().unwrap_or("\n"));
    }
    text
}

#[test]
fn it_says_what_the_parser_says_or_nothing() {
    let mut state = 0x9E37_79B9_u64;
    let mut chance = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below.max(1) as u64).unwrap()
    };
    let mut read_plainly = 0;
    for _ in 0..60_000 {
        let text = document(&mut chance);
        if let Some(entries) = read(&text, 2) {
            read_plainly += 1;
            assert_eq!(Some(entries), parsed(&text), "{text:?}");
        }
    }
    assert!(read_plainly > 4_000, "{read_plainly} were read at all");
}

#[test]
fn what_most_posts_have_needs_no_parser() {
    let text = "title: C# and: the rest\ndate: 2024-01-02 10:30:00 +0100\n";
    assert_eq!(read(text, 2), None);
    let text = "title: C# and the rest\ndate: 2024-01-02 10:30:00 +0100\ntags: [one, two words, \"a b\"]\nlayout: 'post'\n\
        # a note\n\ndraft: false\nempty:\nauthors:\n  - Ada Lovelace\n  - Ünal\nversion: 1.10\n";
    let entries = read(text, 2).unwrap();
    assert_eq!(Some(&entries), parsed(text).as_ref());
    let list =
        |items: &[&str]| Value::List(items.iter().map(|item| Value::Text((*item).to_owned())).collect());
    let value = |key: &str| entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value);
    assert_eq!(value("tags"), Some(&list(&["one", "two words", "a b"])));
    assert_eq!(value("authors"), Some(&list(&["Ada Lovelace", "Ünal"])));
    assert_eq!(value("version"), Some(&Value::Text("1.10".to_owned())));
    assert_eq!(value("empty"), Some(&Value::Null));
}

#[test]
fn what_means_more_than_it_says_goes_to_the_parser() {
    for text in [
        "a: b # c",
        "a: b: c",
        "a: b:",
        "a: &x b",
        "a: *x",
        "a: |\n  b",
        "a: >\n  b",
        "a: b\n  c",
        "a: \"b\\n\"",
        "a: 'it''s'",
        "a: Null",
        "a: True",
        "a: ~",
        "a: {b: c}",
        "a: [b, {c: d}]",
        "a: [b",
        "a: [b, ]",
        "a:\n  b: c",
        "a:\n - b: c",
        "a:\n  - b\n   - c",
        "- a",
        "? a\n: b",
        "a:\tb",
        "\u{FEFF}a: b",
        "a: b\u{85}c",
        "---\na: b",
        "...",
        "%YAML 1.2",
        "<<: *x",
        "!t a: b",
        "plain text",
    ] {
        assert_eq!(read(text, 2), None, "{text:?}");
    }
}
