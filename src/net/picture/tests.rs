#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::super::tests::{answer, reach, redirect, server};
use super::*;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;

fn none() -> Validators {
    Validators::default()
}

fn fetch(root: &str) -> Result<PictureAnswer, NetError> {
    picture_within(root, &none(), reach(root), 100, WHOLE_TIMEOUT)
}

#[test]
fn a_picture_comes_with_its_validators() {
    let headers =
        "ETag: \"a1\"\r\nLast-Modified: Sun, 01 Mar 2026 10:00:00 GMT\r\nContent-Type: image/png\r\n";
    let (root, _requests) = server(vec![answer("200 OK", headers, "pixels")]);
    let validators = Validators {
        etag: Some("\"a1\"".to_owned()),
        last_modified: Some("Sun, 01 Mar 2026 10:00:00 GMT".to_owned()),
    };
    assert_eq!(fetch(&root).unwrap(), PictureAnswer::New { bytes: b"pixels".to_vec(), validators });
}

#[test]
fn validators_are_sent_and_a_304_means_that_nothing_changed() {
    let (root, requests) = server(vec![answer("304 Not Modified", "", "")]);
    let known = Validators { etag: Some("W/\"a1\"".to_owned()), last_modified: Some("Sun, 01".to_owned()) };
    assert_eq!(picture(&root, &known, reach(&root)).unwrap(), PictureAnswer::Unchanged);
    let request = requests.recv().unwrap().to_ascii_lowercase();
    assert!(request.contains("if-none-match: w/\"a1\"\r\n"), "{request}");
    assert!(request.contains("if-modified-since: sun, 01\r\n"), "{request}");
}

#[test]
fn a_304_to_which_nobody_asked_is_no_picture() {
    let (root, _requests) = server(vec![answer("304 Not Modified", "", "")]);
    assert_eq!(fetch(&root).unwrap_err(), NetError::Status(304));
}

#[test]
fn a_private_address_is_refused_however_it_is_written() {
    let forms = [
        "http://127.0.0.1/",
        "http://127.1/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "http://2130706433/",
        "http://0/",
        "http://127。0。0。1/",
        "http://①②⑦.0.0.1/",
        "http://%31%32%37.0.0.1/",
        "http://example.org@127.0.0.1/",
        "https://127.0.0.1/",
        "http://localhost/",
        "http://LOCALHOST:8080/",
        "http://10.1.2.3/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[0:0:0:0:0:ffff:a00:1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
    ];
    for url in forms {
        let error = picture(url, &none(), Reach::Public).unwrap_err();
        assert!(matches!(error, NetError::NotPublic(_)), "{url}: {error:?}");
    }
}

#[test]
fn the_reason_names_the_address() {
    let error = picture("http://2130706433/a.png", &none(), Reach::Public).unwrap_err();
    assert_eq!(error.reason(), "its host is at 127.0.0.1, which is not a public address");
}

#[test]
fn the_reason_tells_where_a_redirect_leads() {
    let (root, _requests) = server(vec![redirect("http://10.0.0.1/")]);
    let reason = fetch(&root).unwrap_err().reason();
    assert_eq!(reason, "a redirect leads on, but its host is at 10.0.0.1, which is not a public address");
}

#[test]
fn no_request_reaches_a_private_server() {
    let (root, requests) = server(vec![answer("200 OK", "", "secret")]);
    assert!(picture(&root, &none(), Reach::Public).is_err());
    assert!(requests.try_recv().is_err());
}

#[test]
fn a_redirect_to_a_private_address_is_refused_however_it_is_written() {
    let (secret, asked) = server(vec![answer("200 OK", "", "secret")]);
    let port = secret.rsplit(':').next().unwrap();
    let hosts = [
        "127.0.0.1",
        "localhost",
        "127.1",
        "0x7f.1",
        "2130706433",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "user@127.0.0.1",
    ];
    for host in hosts {
        let (root, _requests) = server(vec![redirect(&format!("http://{host}:{port}/"))]);
        let error = fetch(&root).unwrap_err();
        let NetError::Redirected(error) = error else { panic!("{host}: {error:?}") };
        // Not every system reads every form as a number.
        assert!(matches!(*error, NetError::NotPublic(_) | NetError::UnknownHost), "{host}: {error:?}");
    }
    let (root, _requests) = server(vec![redirect(&format!("//127.0.0.1:{port}/"))]);
    assert!(fetch(&root).is_err());
    assert!(asked.try_recv().is_err());
}

#[test]
fn a_redirect_within_reach_is_followed_and_a_circle_ends() {
    let (root, _requests) = server(vec![redirect("/b"), answer("200 OK", "", "pixels")]);
    assert!(matches!(fetch(&root).unwrap(), PictureAnswer::New { bytes, .. } if bytes == b"pixels"));
    let (root, requests) = server(vec![redirect("/again"); 8]);
    assert_eq!(fetch(&root).unwrap_err(), NetError::TooManyRedirects);
    assert_eq!(requests.try_iter().count(), 6);
}

#[test]
fn only_http_and_https_are_followed() {
    for url in
        ["file:///etc/hostname", "ftp://example.org/a.png", "data:image/png;base64,AA==", "gopher://a/"]
    {
        assert_eq!(picture(url, &none(), Reach::Public).unwrap_err(), NetError::Scheme, "{url}");
    }
    let (root, _requests) = server(vec![redirect("ftp://example.org/a.png")]);
    assert_eq!(fetch(&root).unwrap_err(), NetError::Scheme);
}

#[test]
fn a_picture_of_more_than_the_limit_is_not_read() {
    let long = "x".repeat(101);
    let endless = format!("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{}", "x".repeat(100_000));
    let (root, _requests) = server(vec![answer("200 OK", "", &long), endless]);
    assert_eq!(fetch(&root).unwrap_err(), NetError::TooLarge { limit_bytes: 100 });
    assert_eq!(fetch(&root).unwrap_err(), NetError::TooLarge { limit_bytes: 100 });
}

#[test]
fn a_server_that_drips_is_left() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let root = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let _ = stream.read(&mut [0; 4096]);
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n");
        while stream.write_all(b"x").is_ok() {
            thread::sleep(Duration::from_millis(5));
        }
    });
    let whole = Duration::from_millis(200);
    let error = picture_within(&root, &none(), reach(&root), 100_000, whole).unwrap_err();
    assert_eq!(error, NetError::TimedOut { seconds: 0 });
}

#[test]
fn a_picture_that_breaks_off_is_none() {
    let cut = "HTTP/1.1 200 OK\r\nContent-Length: 90\r\nConnection: close\r\n\r\npix".to_owned();
    let (root, _requests) = server(vec![cut]);
    assert!(fetch(&root).is_err());
}

#[test]
fn a_page_in_place_of_a_picture_is_said_to_be_one() {
    let (root, _requests) = server(vec![
        answer("200 OK", "Content-Type: text/html; charset=utf-8\r\n", "<html>"),
        answer("200 OK", "", ""),
        answer("204 No Content", "", ""),
        answer("404 Not Found", "", "gone"),
    ]);
    let reason = || fetch(&root).unwrap_err().reason();
    assert_eq!(reason(), "the server answered with a web page in place of a picture");
    assert_eq!(reason(), "the server answered with nothing in place of a picture");
    assert_eq!(reason(), "the server answered with status 204");
    assert_eq!(reason(), "the server has no such page (404)");
}
