use super::{Directory, Sink, Written};
use crate::model::Artifact;
use std::collections::BTreeSet;
use std::fs;

fn artifact(path: &str, bytes: &str) -> Artifact {
    Artifact { path: path.to_owned(), bytes: bytes.as_bytes().to_vec() }
}

fn directory(root: &std::path::Path, known: &[&str], force: bool) -> Directory<'static> {
    let known: BTreeSet<String> = known.iter().map(|&path| path.to_owned()).collect();
    let known = move |path: &str| known.contains(path);
    Directory::new(root.to_owned(), "public".to_owned(), force).knowing(Box::new(known))
}

#[test]
fn a_file_of_somebody_else_is_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("feed.xml"), "<rss>theirs</rss>").unwrap();
    let error = directory(dir.path(), &[], false).put(&artifact("feed.xml", "ours")).unwrap_err();
    assert_eq!(error.code, "file-not-ours");
    assert_eq!(error.path.as_deref(), Some("public/feed.xml"));
    assert_eq!(fs::read_to_string(dir.path().join("feed.xml")).unwrap(), "<rss>theirs</rss>");
}

#[test]
fn force_a_known_name_and_our_mark_each_let_a_file_be_overwritten() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("feed.xml");
    for (old, known, force) in [
        ("theirs", vec![], true),
        ("old", vec!["feed.xml"], false),
        ("<generator>Syndicard</generator>", vec![], false),
    ] {
        fs::write(&file, old).unwrap();
        assert_eq!(
            directory(dir.path(), &known, force).put(&artifact("feed.xml", "new")).unwrap(),
            Written::New
        );
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
    }
}

#[test]
fn the_same_bytes_are_not_written_again() {
    let dir = tempfile::tempdir().unwrap();
    let sink = directory(dir.path(), &[], false);
    assert!(!sink.holds(&artifact("cards/a.jpg", "x")));
    assert_eq!(sink.put(&artifact("cards/a.jpg", "x")).unwrap(), Written::New);
    assert!(sink.holds(&artifact("cards/a.jpg", "x")) && !sink.holds(&artifact("cards/a.jpg", "y")));
    assert_eq!(sink.put(&artifact("cards/a.jpg", "x")).unwrap(), Written::Unchanged);
}

#[test]
fn no_path_leaves_the_directory() {
    let dir = tempfile::tempdir().unwrap();
    let sink = directory(&dir.path().join("public"), &[], true);
    for path in ["../x.xml", "a/../../x.xml", "/x.xml", "a//x.xml", "..\\x.xml"] {
        assert_eq!(sink.put(&artifact(path, "x")).unwrap_err().code, "write-failed", "{path}");
    }
    assert!(!dir.path().join("x.xml").exists());
}

#[test]
fn what_somebody_changed_is_not_removed() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("a.xml"), "<generator>Syndicard</generator>").unwrap();
    fs::write(dir.path().join("b.xml"), "theirs").unwrap();
    let sink = directory(dir.path(), &["a.xml", "b.xml"], false);
    assert!(sink.remove("a.xml"));
    assert!(!sink.remove("b.xml"));
    assert!(dir.path().join("b.xml").exists());
}

#[test]
fn nothing_temporary_is_left_behind() {
    let dir = tempfile::tempdir().unwrap();
    directory(dir.path(), &[], false).put(&artifact("a/b/c.xml", "x")).unwrap();
    let names: Vec<_> =
        fs::read_dir(dir.path().join("a/b")).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names, ["c.xml"]);
}
