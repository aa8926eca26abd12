//! `syndicard demo`.

use super::args::Demo;
use super::{IN_ERROR, build, progress::Bar, say, status};
use syndicard::demo;
use syndicard::pipeline;
use syndicard::plan::{Choices, Plan};

pub fn run(args: &Demo) -> u8 {
    let directory = &args.directory;
    if let Err(error) = demo::write_site(directory, args.force) {
        say::diagnostics(&[error]);
        return IN_ERROR;
    }
    let choices = Choices { site: directory.clone(), force: args.force, ..Choices::default() };
    let report = pipeline::build(&Plan::new(choices), &Bar::new());
    say::diagnostics(&report.diagnostics);
    if let Err(error) = demo::write_page(directory, &report, args.force) {
        say::diagnostics(&[error]);
        return IN_ERROR;
    }
    say::line(&build::summary(&report));
    say::line(&format!("Open {} in a browser.", directory.join(demo::PAGE).display()));
    status(&report.diagnostics, false)
}
