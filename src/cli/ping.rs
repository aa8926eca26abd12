//! `syndicard ping`.

use super::args::Ping;
use super::build::count;
use super::{MISUSE, say, status};
use syndicard::ping::{self, Wish};
use syndicard::plan::{Choices, Plan};

pub fn run(args: Ping) -> u8 {
    if !args.site.is_dir() {
        say::misuse(&format!("`{}` is no directory", args.site.display()));
        return MISUSE;
    }
    let plan = Plan::new(Choices { site: args.site, out: args.out, ..Choices::default() });
    let pings = ping::ping(&plan, Wish { all: args.all, dry_run: args.dry_run });
    say::diagnostics(&pings.diagnostics);
    for told in &pings.told {
        say::line(&format!("{} {}", told.hub, told.feed));
    }
    let done = if args.dry_run { "would be told" } else { "told" };
    say::line(&format!("{} {done}, {} unchanged", count(pings.told.len(), "change"), pings.unchanged));
    status(&pings.diagnostics, false)
}
