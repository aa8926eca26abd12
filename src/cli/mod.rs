//! The command line: arguments in, words out. Nothing else in the program prints.

mod adopt;
mod args;
mod build;
mod card;
mod clock;
mod demo;
mod diff;
mod explain;
mod init;
mod json;
mod list;
mod ping;
mod progress;
mod say;
mod theme;
mod watch;

use args::{Args, Command};
use clap::{CommandFactory, Parser};
use std::process::ExitCode;
use syndicard::diag::{Diagnostic, Severity};

/// Done; warnings included, unless `--strict`.
const DONE: u8 = 0;
/// Some content is in error.
const IN_ERROR: u8 = 1;
/// The command was misused.
const MISUSE: u8 = 2;

/// Runs the command that was asked for.
pub fn run() -> ExitCode {
    let args = Args::parse();
    let status = match args.command {
        Command::Build(args) => build::run(&args),
        Command::List(args) => list::run(args),
        Command::Init(args) => init::run(args),
        Command::Card(args) => card::run(&args),
        Command::Theme(args) => theme::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Adopt(args) => adopt::run(args),
        Command::Ping(args) => ping::run(args),
        Command::Demo(args) => demo::run(&args),
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Args::command(), "syndicard", &mut std::io::stdout());
            DONE
        }
    };
    ExitCode::from(status)
}

/// The exit status for what was said.
fn status(diagnostics: &[Diagnostic], strict: bool) -> u8 {
    let bad = |diagnostic: &Diagnostic| strict || diagnostic.severity == Severity::Error;
    if diagnostics.iter().any(bad) { IN_ERROR } else { DONE }
}
