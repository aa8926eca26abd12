#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::*;

fn ledger() -> Ledger {
    let line = |id: &str, archives: &[(&str, u32)]| LedgerLine {
        id: id.to_owned(),
        content: [7; 16],
        archives: archives.iter().map(|(feed, number)| ((*feed).to_owned(), *number)).collect(),
    };
    let lines = [
        ("b \"quoted\"\n.md", line("https://example.org/b", &[("/", 2), ("/tags/a/", 1)])),
        ("a.md", line("tag:example.org,2024:a", &[])),
    ];
    Ledger { lines: lines.map(|(path, line)| (path.to_owned(), line)).into() }
}

#[test]
fn a_ledger_comes_back_as_it_was_written() {
    let read = parse(&String::from_utf8(bytes(&ledger())).unwrap()).unwrap();
    assert_eq!(read.value, ledger());
    assert!(read.diagnostics.is_empty());
}

#[test]
fn each_post_is_one_line_in_order_of_path() {
    let text = String::from_utf8(bytes(&ledger())).unwrap();
    let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    let hash = "07".repeat(16);
    assert_eq!(
        lines[0],
        format!("{{\"path\":\"a.md\",\"id\":\"tag:example.org,2024:a\",\"content\":\"{hash}\"}}")
    );
    assert_eq!(lines.len(), 2);
}

#[test]
fn a_merge_that_git_could_not_finish_keeps_the_lines_of_both_sides() {
    let line = |path: &str, id: &str| format!("{{\"path\":\"{path}\",\"id\":\"{id}\",\"content\":\"\"}}\n");
    let text = format!(
        "<<<<<<< ours\n{}=======\n{}{}>>>>>>> theirs\n",
        line("a.md", "1"),
        line("a.md", "1"),
        line("b.md", "2")
    );
    let read = parse(&text).unwrap();
    assert_eq!(read.value.lines.keys().collect::<Vec<_>>(), ["a.md", "b.md"]);
    assert!(read.diagnostics.is_empty());
}

#[test]
fn two_ids_of_one_post_are_reported_and_the_first_stands() {
    let line = |id: &str| format!("{{\"path\":\"a.md\",\"id\":\"{id}\",\"content\":\"\"}}\n");
    let read = parse(&(line("1") + &line("2"))).unwrap();
    assert_eq!(read.value.lines["a.md"].id, "1");
    let said = &read.diagnostics[0];
    assert_eq!((said.code, said.location.as_ref().unwrap().line), ("ledger-conflict", 2));
}

#[test]
fn a_damaged_line_stops_the_build_at_its_place() {
    let good = String::from_utf8(bytes(&ledger())).unwrap();
    let error = parse(&format!("{good}{{\"path\":\"c.md\"\n")).unwrap_err();
    assert_eq!((error.code, error.location.unwrap().line), ("ledger-line-invalid", 5));
}

#[test]
fn an_archive_that_cannot_be_is_forgotten() {
    let text =
        "{\"path\":\"a.md\",\"id\":\"1\",\"content\":\"\",\"archives\":{\"/\":4000000000,\"/a/\":1}}\n";
    let read = parse(text).unwrap().value;
    assert_eq!(read.lines["a.md"].archives, [("/a/".to_owned(), 1)].into());
}

#[test]
fn a_ledger_that_cannot_be_read_is_an_error_and_a_missing_one_is_empty() {
    let site = tempfile::tempdir().unwrap();
    assert_eq!(read_ledger(site.path()).unwrap().value, Ledger::default());
    std::fs::write(site.path().join(LEDGER), b"\xFF\xFE\xFF").unwrap();
    assert_eq!(read_ledger(site.path()).unwrap_err().code, "ledger-unreadable");
}
