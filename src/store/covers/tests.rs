#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::*;

fn cover(bytes: &[u8], checked_s: i64) -> KeptCover {
    KeptCover { bytes: bytes.to_vec(), etag: Some("\"a\"".to_owned()), last_modified: None, checked_s }
}

fn limited(site: &Path, limit_bytes: u64) -> KeptCovers {
    KeptCovers { limit_bytes, ..KeptCovers::new(site) }
}

fn file(site: &Path, url: &str) -> PathBuf {
    site.join(FOLDER).join(name_of(url))
}

#[test]
fn a_kept_cover_is_read_as_it_was() {
    let site = tempfile::tempdir().unwrap();
    let kept = KeptCover { last_modified: Some("Sun, 01 Mar".to_owned()), ..cover(b"{\n}\n\0\xFF", 7) };
    assert!(KeptCovers::new(site.path()).keep("https://example.org/a.png", &kept));
    assert_eq!(KeptCovers::new(site.path()).read("https://example.org/a.png"), Some(kept));
    assert_eq!(KeptCovers::new(site.path()).read("https://example.org/b.png"), None);
}

#[test]
fn a_newer_cover_takes_the_place_of_the_older() {
    let site = tempfile::tempdir().unwrap();
    let covers = KeptCovers::new(site.path());
    covers.keep("a", &cover(b"old", 1));
    covers.keep("a", &cover(b"new", 2));
    assert_eq!(covers.read("a").unwrap().bytes, b"new");
}

#[test]
fn a_damaged_file_counts_as_missing() {
    let site = tempfile::tempdir().unwrap();
    let covers = KeptCovers::new(site.path());
    covers.keep("a", &cover(b"pixels", 1));
    let whole = fs::read(file(site.path(), "a")).unwrap();
    for damaged in [&whole[..whole.len() - 1], &whole[..10], b"", b"pixels\n", &[&whole[..], b"x"].concat()] {
        fs::write(file(site.path(), "a"), damaged).unwrap();
        assert_eq!(covers.read("a"), None);
    }
    fs::write(file(site.path(), "a"), whole).unwrap();
    assert!(covers.read("a").is_some());
}

#[test]
fn git_does_not_see_kept_covers() {
    let site = tempfile::tempdir().unwrap();
    KeptCovers::new(site.path()).keep("a", &cover(b"pixels", 1));
    assert_eq!(fs::read(site.path().join(".syndicard/.gitignore")).unwrap(), b"*\n");
}

#[test]
fn a_folder_that_cannot_be_written_keeps_nothing() {
    let site = tempfile::tempdir().unwrap();
    fs::write(site.path().join(".syndicard"), "a file").unwrap();
    let covers = KeptCovers::new(site.path());
    assert!(!covers.keep("a", &cover(b"pixels", 1)));
    assert_eq!(covers.read("a"), None);
}

#[test]
fn the_covers_longest_not_asked_for_go_when_all_take_too_much() {
    let site = tempfile::tempdir().unwrap();
    let covers = limited(site.path(), 4000);
    // Each takes a little more than 1,000 bytes.
    for (url, checked_s) in [("a", 30), ("b", 10), ("c", 20)] {
        assert!(covers.keep(url, &cover(&[1; 900], checked_s)));
    }
    covers.keep("d", &cover(&[1; 900], 5));
    let there = |url: &&str| covers.read(url).is_some();
    let kept: Vec<&str> = ["a", "b", "c", "d"].into_iter().filter(there).collect();
    assert_eq!(kept, ["a", "d"]);
}

#[test]
fn what_another_build_left_counts_too() {
    let site = tempfile::tempdir().unwrap();
    for url in ["a", "b", "c", "d"] {
        KeptCovers::new(site.path()).keep(url, &cover(&[1; 900], 1));
    }
    limited(site.path(), 2500).keep("e", &cover(&[1; 900], 2));
    let left = fs::read_dir(site.path().join(FOLDER)).unwrap().count();
    assert_eq!(left, 1);
}

#[test]
fn a_cover_that_is_written_again_and_again_pushes_none_out() {
    let site = tempfile::tempdir().unwrap();
    let covers = limited(site.path(), 4000);
    covers.keep("a", &cover(&[1; 900], 1));
    for checked_s in 2..20 {
        covers.keep("b", &cover(&[1; 900], checked_s));
    }
    assert!(covers.read("a").is_some());
}

#[test]
fn a_file_of_another_name_is_not_deleted() {
    let site = tempfile::tempdir().unwrap();
    let covers = limited(site.path(), 2500);
    covers.keep("a", &cover(&[1; 900], 1));
    let other = site.path().join(FOLDER).join("readme.txt");
    fs::write(&other, [1; 5000]).unwrap();
    covers.keep("b", &cover(&[1; 900], 2));
    covers.keep("c", &cover(&[1; 900], 3));
    assert!(other.exists());
    assert!(covers.read("c").is_some() && covers.read("a").is_none());
}

#[test]
fn a_cover_larger_than_all_may_be_is_not_kept() {
    let site = tempfile::tempdir().unwrap();
    assert!(!limited(site.path(), 500).keep("a", &cover(&[1; 900], 1)));
}
