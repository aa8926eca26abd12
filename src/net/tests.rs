#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::*;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

/// Serves one answer for each connection, and hands over the requests as they came.
pub fn server(answers: Vec<String>) -> (String, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let root = format!("http://{}", listener.local_addr().unwrap());
    let (requests, received) = channel();
    thread::spawn(move || {
        for answer in answers {
            let (mut stream, _) = listener.accept().unwrap();
            let _ = requests.send(request(&mut stream));
            // The client hangs up early when a limit is passed.
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    (root, received)
}

fn request(stream: &mut TcpStream) -> String {
    let mut text = String::new();
    let mut buffer = [0; 4096];
    loop {
        let read = stream.read(&mut buffer).unwrap();
        text.push_str(&String::from_utf8_lossy(&buffer[..read]));
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().unwrap())
        });
        if read == 0 || body.len() >= length.unwrap_or(0) {
            return text;
        }
    }
}

/// The public internet, and the server at this root.
pub fn reach(root: &str) -> Reach {
    Reach::PublicAnd(root.strip_prefix("http://").unwrap().parse().unwrap())
}

pub fn answer(status: &str, headers: &str, body: &str) -> String {
    let length = body.len();
    format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}")
}

pub fn redirect(to: &str) -> String {
    answer("302 Found", &format!("Location: {to}\r\n"), "")
}

#[test]
fn a_page_comes_with_its_media_type_and_its_address() {
    let (root, requests) =
        server(vec![answer("200 OK", "Content-Type: text/xml; charset=utf-8\r\n", "<rss/>")]);
    let fetched = get(&format!("{root}/feed"), 100).unwrap();
    assert_eq!(fetched.bytes, b"<rss/>");
    assert_eq!(fetched.media_type.as_deref(), Some("text/xml"));
    assert_eq!(fetched.final_url, format!("{root}/feed"));
    let request = requests.recv().unwrap().to_ascii_lowercase();
    assert!(request.contains(&format!("user-agent: {}\r\n", USER_AGENT.to_ascii_lowercase())), "{request}");
}

#[test]
fn a_redirect_is_followed_and_the_last_address_given() {
    let (root, _requests) = server(vec![redirect("/new"), answer("200 OK", "", "here")]);
    let fetched = get(&format!("{root}/old"), 100).unwrap();
    assert_eq!((fetched.bytes.as_slice(), fetched.final_url), (b"here".as_slice(), format!("{root}/new")));
}

#[test]
fn a_redirect_in_a_circle_ends() {
    let (root, _requests) = server(vec![redirect("/again"); 8]);
    assert_eq!(get(&root, 100).unwrap_err(), NetError::TooManyRedirects);
}

#[test]
fn a_redirect_to_another_scheme_is_refused() {
    let (root, _requests) = server(vec![redirect("ftp://example.org/feed")]);
    assert_eq!(get(&root, 100).unwrap_err(), NetError::Scheme);
}

#[test]
fn a_redirect_to_a_file_stays_on_the_server() {
    let (root, requests) = server(vec![redirect("file:///etc/hostname"), answer("200 OK", "", "page")]);
    assert_eq!(get(&root, 100).unwrap().bytes, b"page");
    assert_eq!(requests.iter().count(), 2);
}

#[test]
fn a_page_of_exactly_the_limit_is_read_and_one_byte_more_is_not() {
    let (root, _requests) = server(vec![answer("200 OK", "", "12345"), answer("200 OK", "", "123456")]);
    assert_eq!(get(&root, 5).unwrap().bytes.len(), 5);
    assert_eq!(get(&root, 5).unwrap_err(), NetError::TooLarge { limit_bytes: 5 });
}

#[test]
fn a_page_without_a_length_is_limited_too() {
    let endless = format!("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{}", "x".repeat(100_000));
    let (root, _requests) = server(vec![endless]);
    assert_eq!(get(&root, 1000).unwrap_err(), NetError::TooLarge { limit_bytes: 1000 });
}

#[test]
fn an_answer_that_is_an_error_is_no_page() {
    let (root, _requests) = server(vec![
        answer("404 Not Found", "", "<html>"),
        answer("503 Service Unavailable", "", ""),
        answer("304 Not Modified", "", ""),
    ]);
    let reason = || get(&root, 100).unwrap_err().reason();
    assert_eq!(reason(), "the server has no such page (404)");
    assert_eq!(reason(), "the server answered with status 503");
    assert_eq!(reason(), "the server answered with status 304");
}

#[test]
fn a_server_that_is_silent_is_left() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    let error = get_within(&url, 100, Duration::from_millis(200)).unwrap_err();
    assert_eq!(error, NetError::TimedOut { seconds: 0 });
}

#[test]
fn a_port_where_nobody_listens_refuses() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    drop(listener);
    assert_eq!(get(&url, 100).unwrap_err(), NetError::Refused);
}

#[test]
fn what_is_no_web_address_is_not_asked_for() {
    assert_eq!(get("ftp://example.org/feed", 100).unwrap_err(), NetError::Scheme);
    assert_eq!(get("file:///etc/hostname", 100).unwrap_err(), NetError::Scheme);
    assert_eq!(get("feed.xml", 100).unwrap_err().reason(), "not an address: relative URL without a base");
    assert_eq!(post_form("mailto:a@example.org", &[]).unwrap_err(), NetError::Scheme);
}

#[test]
fn a_form_is_sent_encoded_and_its_status_given() {
    let (root, requests) =
        server(vec![answer("204 No Content", "", ""), answer("400 Bad Request", "", "no")]);
    let status = post_form(&root, &[("hub.mode", "publish"), ("hub.url", "https://example.org/?a=1&b=ü")]);
    assert_eq!(status.unwrap(), 204);
    let request = requests.recv().unwrap();
    assert!(request.starts_with("POST / HTTP/1.1\r\n"), "{request}");
    assert!(
        request.ends_with("hub.mode=publish&hub.url=https%3A%2F%2Fexample.org%2F%3Fa%3D1%26b%3D%C3%BC"),
        "{request}"
    );
    assert_eq!(post_form(&root, &[]).unwrap(), 400);
}
