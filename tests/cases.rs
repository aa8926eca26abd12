//! Small sites and what they must produce, to the byte, standard error included.
//!
//! A case is a folder of `tests/cases/`: `site/` is copied to a fresh directory, in which `command` is run; `stdout`, `stderr` and
//! `status` are what must come out, and `expect/` holds files that must stand in the site afterwards. `BLESS=1` takes what comes out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn every_case_produces_what_it_must() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut cases: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(!cases.is_empty());
    let failures: Vec<String> = cases.iter().filter_map(|case| run(case).err()).collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

fn run(case: &Path) -> Result<(), String> {
    let name = case.file_name().unwrap().to_string_lossy().into_owned();
    let scratch = tempfile::tempdir().unwrap();
    let site = scratch.path().join("site");
    copy(&case.join("site"), &site);
    let command = fs::read_to_string(case.join("command")).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_syndicard"))
        .args(command.split_whitespace())
        .current_dir(&site)
        .env("NO_COLOR", "1")
        .env("SOURCE_DATE_EPOCH", "1790000000")
        .output()
        .unwrap();
    let mut wrong = Vec::new();
    let mut compare = |what: &str, actual: &[u8], expected: &Path| {
        if std::env::var_os("BLESS").is_some() {
            fs::write(expected, actual).unwrap();
        } else if fs::read(expected).unwrap_or_default() != actual {
            wrong.push(format!("{name}: {what} is now\n{}", String::from_utf8_lossy(actual)));
        }
    };
    compare("stdout", &output.stdout, &case.join("stdout"));
    compare("stderr", &output.stderr, &case.join("stderr"));
    compare("status", format!("{}\n", output.status.code().unwrap()).as_bytes(), &case.join("status"));
    for expected in files(&case.join("expect")) {
        let relative = expected.strip_prefix(case.join("expect")).unwrap();
        let actual = fs::read(site.join(relative)).unwrap_or_default();
        compare(&relative.display().to_string(), &actual, &expected);
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() { copy(&path, &target) } else { assert!(fs::copy(&path, &target).is_ok()) }
    }
}
