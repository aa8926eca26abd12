//! The binary: reads the arguments, runs the command, and gives the exit status.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !syndicard::guard::is_guarded() {
            usual(panic);
        }
    }));
    cli::run()
}
