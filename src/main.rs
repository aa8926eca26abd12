//! The binary: reads the arguments, runs the command, and gives the exit status.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
