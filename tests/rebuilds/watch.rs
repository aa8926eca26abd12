//! `build --watch` as a process of its own, which is talked to through files, lines and a signal.
#![cfg(unix)]

use super::*;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

/// Much longer than anything takes: a slow machine must not fail.
const PATIENCE: Duration = Duration::from_secs(120);

/// A program that watches a site; it ends with the test.
struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn start(site: &Site) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_syndicard"))
            .args(["build", "--watch", "--now", "2026-02-01T00:00:00Z"])
            .arg(site.path())
            .env("NO_COLOR", "1")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (sender, lines) = mpsc::channel();
        let streams: [Box<dyn std::io::Read + Send>; 2] =
            [Box::new(child.stdout.take().unwrap()), Box::new(child.stderr.take().unwrap())];
        for stream in streams {
            let sender = sender.clone();
            thread::spawn(move || {
                BufReader::new(stream).lines().map_while(Result::ok).for_each(|line| {
                    let _ = sender.send(line);
                });
            });
        }
        Self { child, lines }
    }

    /// Waits for a line that holds this, and gives all up to it.
    fn line(&self, wanted: &str) -> Vec<String> {
        let mut met = Vec::new();
        loop {
            let line = self.lines.recv_timeout(PATIENCE);
            let line = line.unwrap_or_else(|_| panic!("no line says `{wanted}`: {met:#?}"));
            met.push(line);
            if met.last().unwrap().contains(wanted) {
                return met;
            }
        }
    }

    fn interrupt(mut self) -> Option<i32> {
        let sent = Command::new("kill").arg("-INT").arg(self.child.id().to_string()).status().unwrap();
        assert!(sent.success());
        let (sender, receiver) = mpsc::channel();
        let id = self.child.id();
        thread::spawn(move || {
            if receiver.recv_timeout(PATIENCE).is_err() {
                let _ = Command::new("kill").arg("-KILL").arg(id.to_string()).status();
            }
        });
        let status = self.child.wait().unwrap();
        let _ = sender.send(());
        status.code()
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_change_builds_again_and_an_interrupt_ends_it() {
    let site = Site::of_three("");
    let watching = Watching::start(&site);
    let first = watching.line("watching");
    assert!(first.iter().any(|line| line.starts_with("3 posts drawn, ")), "{first:?}");
    let old = site.files();

    site.post("b", "title: Other");
    let lines = watching.line("1 post drawn, ");
    // What it writes itself is no change.
    assert!(lines.iter().all(|line| !line.starts_with("0 posts drawn")), "{lines:?}");
    assert!(changed(&old, &site.files()).contains(&"cards/b.jpg".to_owned()));

    // In a folder that was not there before.
    site.post("deep/er/d", "title: Fourth");
    watching.line("1 post drawn, ");
    assert!(site.files().contains_key("cards/deep/er/d.jpg"));

    // A mistake is said, and ends nothing.
    site.write("posts/b.md", "---\ntitle: B\ndate: 2026-13-45\n---\n");
    watching.line("error");
    site.post("b", "title: Mended");
    watching.line("1 post drawn, ");

    site.write("public/cover.png", picture(77));
    watching.line("1 post drawn, ");
    assert_eq!(watching.interrupt(), Some(0));
}
