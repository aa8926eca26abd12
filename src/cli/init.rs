//! `syndicard init`.

use super::args::Init;
use super::{DONE, IN_ERROR, MISUSE, say};
use syndicard::diag::{Diagnostic, Severity};
use syndicard::pipeline::{self, InitRequest};
use syndicard::plan::{Choices, Plan};

pub fn run(args: Init) -> u8 {
    if !args.site.site.is_dir() {
        say::misuse(&format!("`{}` is no directory", args.site.site.display()));
        return MISUSE;
    }
    let now = args.site.moment();
    let plan = Plan::new(Choices { site: args.site.site, now, ..Choices::default() });
    let request = InitRequest { force: args.force, dry_run: args.dry_run, schema: args.schema };
    match pipeline::init(&plan, &request) {
        Err(error) => {
            say::diagnostics(&[error]);
            IN_ERROR
        }
        Ok(done) if args.dry_run => {
            say::line(done.text.trim_end());
            DONE
        }
        Ok(done) => {
            let doubts = done.text.lines().filter(|line| line.starts_with("# not sure")).count();
            let errors = done.diagnostics.iter().filter(|said| said.severity == Severity::Error);
            let errors: Vec<Diagnostic> = errors.cloned().collect();
            say::diagnostics(&errors);
            let look =
                if doubts == 0 { String::new() } else { format!("; look at {doubts} lines `# not sure`") };
            say::line(&format!("{} written{look}", done.file));
            DONE
        }
    }
}
