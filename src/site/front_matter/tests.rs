use super::{Front, NoFront, Syntax, Value, read, split, split_as};
use crate::diag::Diagnostic;
use crate::model::Header;

fn front(text: &str) -> (Front, Vec<Diagnostic>) {
    let mut said = Vec::new();
    let front = read(&split(text).unwrap(), &mut said).unwrap();
    (front, said)
}

fn text(front: &Front, key: &str) -> String {
    front.get(&[key]).and_then(|entry| entry.value.text()).unwrap_or("(none)").to_owned()
}

#[test]
fn numbers_keep_the_form_in_which_they_were_written() {
    let (front, said) = front("---\na: 1.10\nb: 007\nc: [1.10, 0x1F, 1e3]\nd: {e: 2.0}\nf: yes\n---\n");
    assert_eq!(
        (text(&front, "a"), text(&front, "b"), text(&front, "f")),
        ("1.10".into(), "007".into(), "yes".into())
    );
    let list = ["1.10", "0x1F", "1e3"].map(|text| Value::Text(text.to_owned())).to_vec();
    assert_eq!(front.get(&["c"]).unwrap().value, Value::List(list));
    assert_eq!(front.get(&["d"]).unwrap().value.get(&["e"]), Some(&Value::Text("2.0".to_owned())));
    assert!(said.is_empty(), "{said:?}");
}

#[test]
fn a_quote_whose_lines_are_not_indented_is_one_value() {
    let (front, said) = front("---\nsummary: '\nFirst line\nsecond: line\n'\ndate: 2024-01-02\n---\n");
    assert_eq!(text(&front, "summary"), " First line second: line ");
    assert_eq!(text(&front, "date"), "2024-01-02");
    assert!(said.is_empty());
}

#[test]
fn each_value_knows_its_line_and_column() {
    let (front, _) = front("\n---\ntitle:  Ünder\nlist:\n  - a\n\"date\": 2024\n---\n");
    let places: Vec<_> = front
        .entries
        .iter()
        .map(|entry| (entry.key.as_str(), entry.line, entry.column, entry.width))
        .collect();
    assert_eq!(places, [("title", 3, 9, 5), ("list", 4, 6, 1), ("date", 6, 9, 4)]);
}

#[test]
fn merge_keys_are_applied_and_what_is_written_beside_them_wins() {
    let (front, _) = front("---\nbase: &b {src: a.png, alt: A}\ncover:\n  <<: *b\n  alt: B\n---\n");
    let cover = &front.get(&["cover"]).unwrap().value;
    assert_eq!(cover.get(&["src"]).and_then(Value::text), Some("a.png"));
    assert_eq!(cover.get(&["alt"]).and_then(Value::text), Some("B"));
}

#[test]
fn of_a_key_given_twice_the_first_stands() {
    let (front, said) = front("---\ntitle: One\ntitle: Two\n---\n");
    assert_eq!(text(&front, "title"), "One");
    assert_eq!((said[0].code, said[0].location.as_ref().unwrap().line), ("key-duplicate", 3));
}

#[test]
fn one_invalid_line_costs_that_line_only() {
    let (front, said) =
        front("---\ntitle: bind: in use\ntags: [a,\tb]\ncover: ![](https://a.example/b.png)\nn: 1.10\n---\n");
    assert_eq!(text(&front, "title"), "bind: in use");
    assert_eq!(text(&front, "cover"), "![](https://a.example/b.png)");
    assert_eq!(text(&front, "n"), "1.10");
    assert!(said.iter().all(|diagnostic| diagnostic.code == "yaml-invalid"));
}

#[test]
fn nesting_and_size_are_bounded_before_any_parser_sees_them() {
    for (body, code) in [
        (format!("a: {}", "[".repeat(1_000_000 / 8)), "front-matter-too-deep"),
        (format!("a: {}", "{a: ".repeat(1_000)), "front-matter-too-deep"),
        (format!("a:\n{}", "- ".repeat(100)), "front-matter-too-deep"),
        (format!("title: {}", "x".repeat(10 << 20)), "front-matter-too-large"),
    ] {
        let text = format!("---\n{body}\n---\n");
        assert_eq!(read(&split(&text).unwrap(), &mut Vec::new()).unwrap_err().code, code);
    }
}

#[test]
fn an_alias_bomb_ends_soon() {
    let mut bomb = "---\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        let alias = format!("*a{},", level - 1).repeat(10);
        bomb.push_str(&format!("a{level}: &a{level} [{alias}]\n"));
    }
    bomb.push_str("title: Still here\n---\n");
    let (front, said) = front(&bomb);
    assert_eq!(text(&front, "title"), "Still here");
    assert!(!said.is_empty());
}

#[test]
fn fences_are_what_they_look_like_and_nothing_else_is() {
    assert_eq!(split("---\r\n").unwrap_err(), NoFront::Unterminated { line: 1 });
    assert_eq!(split("Title\n---\nText\n---\n").unwrap_err(), NoFront::None);
    assert_eq!(split("{{ template }}\n").unwrap_err(), NoFront::None);
    assert_eq!(split("---coffee\na: 1\n---\n").unwrap_err(), NoFront::Code { line: 1 });
    assert_eq!(split("+++\na = 1\n+++\n").unwrap().syntax, Syntax::Toml);
    assert_eq!(split("---json\n{}\n---\n").unwrap().syntax, Syntax::Json);
    assert_eq!(split("{\"a\": \"}\"}\nbody").unwrap().body, "\nbody");
    assert_eq!(split("---\n---\nbody").unwrap().text, "");
    assert_eq!(split("").unwrap_err(), NoFront::None);
}

#[test]
fn toml_keeps_places_and_numbers() {
    let (front, _) = front("+++\ntitle = \"T\"\nversion = 1.10\n[params]\nx = 1\n+++\n");
    let version = front.get(&["version"]).unwrap();
    assert_eq!((version.line, version.column, version.value.text()), (3, 11, Some("1.10")));
}

#[test]
fn no_head_makes_any_way_of_reading_it_panic_and_every_body_is_the_end_of_its_file() {
    const PIECES: &[&str] = &[
        "",
        "\n",
        "---",
        "---\n",
        "...",
        "+++\n",
        ":",
        "::",
        ":a:",
        ":a: b\n",
        "a: b\n",
        "é: ü\n",
        "    more\n",
        "\t",
        "..",
        ".. a: b\n",
        ".. é: ü",
        "<!--",
        "-->",
        "<body",
        "<body>",
        "</body>",
        "<title>",
        "<meta name=\"a\" content='",
        "====\n",
        "=\n",
        "T\n",
        "日本\n",
        "<",
        ">",
        "\"",
        "{",
        "[",
        " ",
    ];
    let headers =
        [Header::Fences, Header::Optional, Header::Lines, Header::Docinfo, Header::Dotted, Header::Metas];
    for first in PIECES {
        for second in PIECES {
            for third in PIECES {
                let text = format!("{first}{second}{third}");
                for header in headers {
                    let Ok(fenced) = split_as(&text, header) else { continue };
                    let inside = header == Header::Metas && text.contains(fenced.body);
                    assert!(inside || text.ends_with(fenced.body), "{header:?} {text:?}");
                    let _ = read(&fenced, &mut Vec::new());
                }
            }
        }
    }
}
