//! The laws of `docs/architecture.md`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

/// Each room with its floor: a room imports from lower floors only.
const FLOORS: &[(&str, u32)] = &[
    ("diag", 1),
    ("disk", 1),
    ("scene", 1),
    ("guard", 1),
    ("model", 2),
    ("paint", 2),
    ("typeset", 2),
    ("site", 3),
    ("resolve", 3),
    ("feed", 3),
    ("card", 3),
    ("store", 3),
    ("sink", 3),
    ("net", 3),
    ("plan", 4),
    ("pipeline", 5),
    ("diff", 5),
    ("ping", 5),
    ("adopt", 6),
    ("demo", 6),
];

/// A source file: its path below `src/`, its room, and its text without comments.
struct Source {
    path: String,
    room: String,
    code: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    walk(&root, &mut found);
    found.sort();
    found
        .into_iter()
        .map(|file| {
            let path = file.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            let room = path.split(['/', '.']).next().unwrap().to_owned();
            let text = fs::read_to_string(&file).unwrap();
            let code = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .collect::<Vec<_>>()
                .join("\n");
            Source { path, room, code }
        })
        .collect()
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { walk(&path, found) } else { found.push(path) }
    }
}

fn is_test(path: &str) -> bool {
    path.ends_with("tests.rs") || path.contains("/tests/")
}

fn floor(room: &str) -> Option<u32> {
    FLOORS.iter().find(|(name, _)| *name == room).map(|(_, floor)| *floor)
}

/// Lines of the code outside tests that hold one of `words`, in rooms other than `allowed`.
fn uses(words: &[&str], allowed: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| !is_test(&source.path)) {
        if allowed.contains(&source.room.as_str()) || allowed.contains(&source.path.as_str()) {
            continue;
        }
        let lines = source.code.lines().filter(|line| words.iter().any(|word| line.contains(word)));
        found.extend(lines.map(|line| format!("{}: {}", source.path, line.trim())));
    }
    found
}

/// The rooms that a file imports.
fn imports(code: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let group = &group[..group.find("};").unwrap_or(group.len())];
            let mut depth = 0;
            let mut name = String::new();
            for c in group.chars().chain([',']) {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    ',' if depth == 0 => rooms.push(std::mem::take(&mut name)),
                    _ if depth == 0 => name.push(c),
                    _ => {}
                }
            }
        } else {
            rooms.push(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
    }
    rooms
        .iter()
        .map(|name| name.trim().split("::").next().unwrap().to_owned())
        .filter(|name| !name.is_empty())
        .collect()
}

#[test]
fn a_room_imports_from_lower_floors_only() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| !is_test(&source.path)) {
        let Some(own) = floor(&source.room) else { continue };
        for room in imports(&source.code).into_iter().filter(|room| *room != source.room) {
            match floor(&room) {
                Some(other) if other < own => {}
                Some(other) => {
                    wrong.push(format!("{} (floor {own}) imports {room} (floor {other})", source.path))
                }
                None => wrong.push(format!("{} imports {room}, which is no room", source.path)),
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_file_stands_in_a_room() {
    for source in sources() {
        let known = floor(&source.room).is_some() || matches!(source.room.as_str(), "main" | "lib" | "cli");
        assert!(known, "{} stands in no room", source.path);
    }
}

#[test]
fn only_site_store_and_sink_touch_the_disk() {
    let found = uses(
        &["std::fs", "disk::", "File::open", ".is_file()", ".is_dir()"],
        &["site", "store", "sink", "disk", "cli"],
    );
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn only_the_command_line_prints() {
    let found = uses(&["println!", "eprintln!", "print!(", "io::stdout", "io::stderr"], &["cli"]);
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn only_net_reaches_the_network() {
    let found = uses(&["std::net", "TcpStream", "reqwest", "ureq"], &["net"]);
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn only_what_names_an_address_asks_for_the_network() {
    let found = uses(
        &["net::get", "net::post_form", "net::picture", "crate::net"],
        &["net", "diff", "adopt", "ping", "cli", "pipeline/remote.rs"],
    );
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn the_clock_is_read_in_one_place() {
    let found = uses(&["Utc::now", "Local::now", "SystemTime", "Instant::now"], &["cli/clock.rs"]);
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn the_environment_is_read_at_the_edges() {
    let found = uses(&["std::env"], &["cli", "site/fonts.rs"]);
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn no_hash_map_orders_the_output() {
    let found = uses(&["HashMap", "HashSet"], &[]);
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn the_system_s_mathematics_stay_out_of_pictures() {
    let words = [".powf(", ".exp(", ".sin(", ".cos(", ".cbrt(", ".ln("];
    let elsewhere = ["cli", "site", "resolve", "feed", "store", "sink", "pipeline", "demo"];
    let found = uses(&words, &elsewhere);
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn only_the_list_of_themes_knows_a_theme_by_its_name() {
    let themes = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/themes");
    let names: Vec<String> = fs::read_dir(themes)
        .unwrap()
        .map(|entry| format!("\"{}\"", entry.unwrap().file_name().to_string_lossy()))
        .collect();
    assert!(names.len() > 1);
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| !is_test(&source.path)) {
        let may = source.path == "card/builtin.rs"
            || !["card", "plan", "pipeline", "demo"].contains(&&*source.room);
        if !may {
            let lines = source.code.lines().filter(|line| names.iter().any(|name| line.contains(name)));
            found.extend(lines.map(|line| format!("{}: {}", source.path, line.trim())));
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn every_module_opens_with_a_sentence() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for source in sources().iter().filter(|source| !is_test(&source.path)) {
        let text = fs::read_to_string(root.join(&source.path)).unwrap();
        assert!(text.starts_with("//! "), "{}", source.path);
    }
}
