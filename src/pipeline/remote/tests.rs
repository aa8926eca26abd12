#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::*;
use crate::net::tests::{answer, reach, redirect, server};
use std::thread;
use tempfile::TempDir;

const DAY_S: i64 = 24 * 60 * 60;
const NOW_S: i64 = 1_800_000_000;

/// The covers of a build at `now_s`, which may ask the server at `root`.
fn build(site: &TempDir, now_s: i64, root: &str) -> RemoteCovers {
    RemoteCovers { reach: reach(root), ..RemoteCovers::new(site.path(), now_s, true) }
}

fn site() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn picture(body: &str) -> String {
    answer("200 OK", "ETag: \"1\"\r\nContent-Type: image/png\r\n", body)
}

#[test]
fn a_cover_is_fetched_and_a_later_build_takes_it_from_the_disk() {
    let site = site();
    let (root, requests) = server(vec![picture("pixels")]);
    let first = build(&site, NOW_S, &root).get(&root).unwrap();
    assert_eq!((first.bytes.as_slice(), first.notices.len()), (b"pixels".as_slice(), 0));
    let later = build(&site, NOW_S + DAY_S - 1, &root).get(&root).unwrap();
    assert_eq!((later.bytes.as_slice(), later.notices.len()), (b"pixels".as_slice(), 0));
    assert_eq!(requests.iter().count(), 1);
}

#[test]
fn after_a_day_the_server_is_asked_whether_it_changed() {
    let site = site();
    let (root, requests) = server(vec![picture("pixels"), answer("304 Not Modified", "", "")]);
    build(&site, NOW_S, &root).get(&root).unwrap();
    let later = build(&site, NOW_S + DAY_S, &root).get(&root).unwrap();
    assert_eq!((later.bytes.as_slice(), later.notices.len()), (b"pixels".as_slice(), 0));
    // That answer counts for a day again.
    build(&site, NOW_S + DAY_S + 1, &root).get(&root).unwrap();
    let requests: Vec<String> = requests.iter().collect();
    assert_eq!(requests.len(), 2);
    assert!(!requests[0].to_ascii_lowercase().contains("if-none-match"), "{}", requests[0]);
    assert!(requests[1].to_ascii_lowercase().contains("if-none-match: \"1\"\r\n"), "{}", requests[1]);
}

#[test]
fn a_cover_that_changed_takes_the_place_of_the_kept_one() {
    let site = site();
    let (root, _requests) = server(vec![picture("old"), picture("new")]);
    build(&site, NOW_S, &root).get(&root).unwrap();
    assert_eq!(*build(&site, NOW_S + DAY_S, &root).get(&root).unwrap().bytes, b"new");
    assert_eq!(*build(&site, NOW_S + DAY_S + 1, &root).get(&root).unwrap().bytes, b"new");
}

#[test]
fn a_cover_kept_in_the_future_is_asked_for() {
    let site = site();
    let (root, _requests) = server(vec![picture("old"), picture("new")]);
    build(&site, i64::MAX, &root).get(&root).unwrap();
    assert_eq!(*build(&site, NOW_S, &root).get(&root).unwrap().bytes, b"new");
}

#[test]
fn a_server_that_fails_leaves_the_kept_cover_and_a_notice() {
    let site = site();
    let page = answer("200 OK", "Content-Type: text/html\r\n", "<p>Log in");
    let (root, _requests) = server(vec![picture("pixels"), answer("500 Broken", "", ""), page]);
    build(&site, NOW_S, &root).get(&root).unwrap();
    let reasons = [
        "the server answered with status 500",
        "the server answered with a web page in place of a picture",
        "connection refused",
    ];
    for reason in reasons {
        let cover = build(&site, NOW_S + DAY_S, &root).get(&root).unwrap();
        assert_eq!(*cover.bytes, b"pixels");
        assert_eq!(cover.notices, [format!("is an earlier copy, for it cannot be fetched now: {reason}")]);
    }
}

#[test]
fn a_server_that_fails_with_nothing_kept_is_told_once_to_each_post() {
    let site = site();
    let (root, requests) = server(vec![answer("404 Not Found", "", ""), picture("pixels")]);
    let covers = build(&site, NOW_S, &root);
    let error = covers.get(&root).unwrap_err();
    assert_eq!(error.reason, "the server has no such page (404)");
    assert_eq!(error.hint, "try again later, or save the picture into the site");
    assert_eq!(covers.get(&root).unwrap_err(), error);
    assert_eq!(requests.try_iter().count(), 1);
    // The next build asks again.
    assert!(build(&site, NOW_S, &root).get(&root).is_ok());
}

#[test]
fn many_threads_fetch_one_cover_once() {
    let site = site();
    let (root, requests) = server(vec![picture("pixels")]);
    let covers = build(&site, NOW_S, &root);
    thread::scope(|scope| {
        for _ in 0..16 {
            scope.spawn(|| assert_eq!(*covers.get(&root).unwrap().bytes, b"pixels"));
        }
    });
    assert_eq!(requests.iter().count(), 1);
}

#[test]
fn a_cover_that_cannot_be_kept_is_fetched_once_all_the_same() {
    let site = site();
    std::fs::write(site.path().join(".syndicard"), "a file").unwrap();
    let (root, requests) = server(vec![picture("pixels")]);
    let covers = build(&site, NOW_S, &root);
    for _ in 0..3 {
        assert_eq!(*covers.get(&root).unwrap().bytes, b"pixels");
    }
    assert_eq!(requests.iter().count(), 1);
}

#[test]
fn a_cover_that_nobody_draws_is_not_held_in_memory() {
    let site = site();
    let (root, _requests) = server(vec![picture("pixels")]);
    let covers = build(&site, NOW_S, &root);
    let held = Arc::downgrade(&covers.get(&root).unwrap().bytes);
    assert!(held.upgrade().is_none());
    assert_eq!(*covers.get(&root).unwrap().bytes, b"pixels");
}

#[test]
fn the_notice_comes_with_each_post() {
    let site = site();
    let (root, _requests) = server(vec![picture("pixels")]);
    build(&site, NOW_S, &root).get(&root).unwrap();
    let covers = build(&site, NOW_S + DAY_S, &root);
    assert_eq!(covers.get(&root).unwrap().notices.len(), 1);
    assert_eq!(covers.get(&root).unwrap().notices.len(), 1);
}

#[test]
fn a_deleted_folder_is_no_harm() {
    let site = site();
    let (root, _requests) = server(vec![picture("pixels"), picture("again")]);
    let covers = build(&site, NOW_S, &root);
    covers.get(&root).unwrap();
    std::fs::remove_dir_all(site.path().join(".syndicard")).unwrap();
    assert_eq!(*covers.get(&root).unwrap().bytes, b"again");
}

#[test]
fn nothing_is_asked_where_the_settings_do_not_allow_it() {
    let site = site();
    let (root, requests) = server(vec![picture("pixels")]);
    let covers = RemoteCovers { allowed: false, ..build(&site, NOW_S, &root) };
    let error = covers.get(&root).unwrap_err();
    assert_eq!(error.reason, "it is on another server");
    assert_eq!(
        error.hint,
        "write `cards: {remote_covers: true}` into syndicard.yaml to have it fetched, or save it into the site"
    );
    assert!(requests.try_recv().is_err());
}

#[test]
fn a_private_server_is_not_asked_and_the_hint_says_what_to_do() {
    let site = site();
    let (root, requests) = server(vec![picture("secret")]);
    let error = RemoteCovers::new(site.path(), NOW_S, true).get(&root).unwrap_err();
    assert_eq!(error.reason, "its host is at 127.0.0.1, which is not a public address");
    assert_eq!(error.hint, "only the public internet is asked; save the picture into the site");
    assert!(requests.try_recv().is_err());
    let (public, _requests) = server(vec![redirect(&root)]);
    let error = build(&site, NOW_S, &public).get(&public).unwrap_err();
    assert_eq!(error.hint, "only the public internet is asked; save the picture into the site");
    assert!(requests.try_recv().is_err());
}

#[test]
fn a_host_that_was_not_found_is_not_looked_for_again() {
    let site = site();
    let (root, requests) = server(vec![picture("pixels")]);
    let covers = build(&site, NOW_S, &root);
    lock(&covers.silent).insert("127.0.0.1".to_owned(), NetError::UnknownHost);
    assert_eq!(covers.get(&root).unwrap_err().reason, "the host cannot be found");
    assert!(requests.try_recv().is_err());
}
