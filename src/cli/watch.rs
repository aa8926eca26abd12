//! `syndicard build --watch`: builds again whenever something in the site changes.

mod folders;
mod wanted;

use super::args::{Build, Format};
use super::build::{count, once};
use super::clock::Stopwatch;
use super::{DONE, IN_ERROR, json, say};
use folders::Folders;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;
use syndicard::diag::Diagnostic;
use syndicard::pipeline::Report;
use wanted::Wanted;

/// An editor saves in several steps, and a checkout changes many files.
const QUIET: Duration = Duration::from_millis(100);
/// Where it never gets quiet, a build comes all the same.
const LONGEST: Duration = Duration::from_secs(3);
/// The exit status of a program that an interrupt ended (128 + SIGINT).
const INTERRUPTED: i32 = 130;

/// What is waited for.
pub enum Happened {
    Changed(Vec<PathBuf>),
    /// The system had more to tell than it could: anything may have changed.
    Missed,
    Stop,
}

/// Builds, and then again after every change, until it is interrupted.
pub fn run(args: &Build) -> u8 {
    let (sender, receiver) = mpsc::channel();
    stop_on_interrupt(sender.clone());
    let ended = watch(args, &receiver, sender);
    let status = if ended.is_ok() { DONE } else { IN_ERROR };
    say::diagnostics(&ended.err().into_iter().collect::<Vec<_>>());
    status
}

fn watch(args: &Build, receiver: &Receiver<Happened>, sender: Sender<Happened>) -> Result<(), Diagnostic> {
    let mut wanted = Wanted::of(&args.site.site, args.html.as_deref());
    // Before the first build, so that nothing is missed that changes while it runs.
    let mut folders = Folders::new(sender, &wanted)?;
    let mut told = Vec::new();
    let mut is_first = true;
    loop {
        let clock = Stopwatch::start();
        let report = once(args);
        tell(args.format, &report, &told, clock.elapsed());
        if std::mem::take(&mut is_first) && args.format == Format::Text {
            say::line("watching for changes; Ctrl-C ends it");
        }
        wanted.leave_out(&report);
        told = report.diagnostics;
        if !wait(receiver, &wanted, &mut folders)? {
            return Ok(());
        }
    }
}

/// Waits until something that counts has changed and it is quiet again; false where it is to end.
fn wait(receiver: &Receiver<Happened>, wanted: &Wanted, folders: &mut Folders) -> Result<bool, Diagnostic> {
    let mut since: Option<Stopwatch> = None;
    loop {
        let happened = match &since {
            None => receiver.recv().map_err(RecvTimeoutError::from),
            Some(clock) if clock.elapsed() > LONGEST => return Ok(true),
            Some(_) => receiver.recv_timeout(QUIET),
        };
        let counts = match happened {
            Ok(Happened::Changed(paths)) => {
                let mut counts = false;
                for path in paths.iter().filter(|path| wanted.counts(path)) {
                    folders.add(path, wanted)?;
                    counts = true;
                }
                counts
            }
            Ok(Happened::Missed) => true,
            Err(RecvTimeoutError::Timeout) => return Ok(true),
            Ok(Happened::Stop) | Err(RecvTimeoutError::Disconnected) => return Ok(false),
        };
        if counts && since.is_none() {
            since = Some(Stopwatch::start());
        }
    }
}

/// Says what a build did, in a line, and of what there is to say that which was not said of the build before.
fn tell(format: Format, report: &Report, told: &[Diagnostic], took: Duration) {
    if format == Format::Json {
        say::line(&json::report(report));
        return;
    }
    let new: Vec<Diagnostic> =
        report.diagnostics.iter().filter(|diagnostic| !told.contains(diagnostic)).cloned().collect();
    let old = report.diagnostics.len() - new.len();
    say::diagnostics(&new);
    let mut parts = Vec::new();
    if report.diagnostics.iter().any(|diagnostic| diagnostic.stops) {
        parts.push("nothing written".to_owned());
    } else {
        parts.push(format!("{} drawn", count(report.drawn, "post")));
        parts.push(format!("{} written", count(report.written, "file")));
        if report.removed > 0 {
            parts.push(format!("{} removed", report.removed));
        }
    }
    if old > 0 {
        parts.push(format!("{} as before", count(old, "remark")));
    }
    say::line(&format!("{} in {:.2} s", parts.join(", "), took.as_secs_f64()));
}

/// The first interrupt ends the loop once the build that runs is done, the second ends the program.
fn stop_on_interrupt(sender: Sender<Happened>) {
    let was_asked = AtomicBool::new(false);
    // Without a handler, an interrupt ends the program all the same.
    let _ = ctrlc::set_handler(move || {
        if was_asked.swap(true, Ordering::Relaxed) {
            std::process::exit(INTERRUPTED);
        }
        let _ = sender.send(Happened::Stop);
    });
}
