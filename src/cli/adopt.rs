//! `syndicard adopt`.

use super::args::Adopt;
use super::build::count;
use super::{MISUSE, say, status};
use syndicard::adopt;
use syndicard::diff;
use syndicard::plan::{Choices, Plan};

pub fn run(args: Adopt) -> u8 {
    if !args.site.is_dir() {
        say::misuse(&format!("`{}` is no directory", args.site.display()));
        return MISUSE;
    }
    let mut feeds = Vec::with_capacity(args.feeds.len());
    for name in &args.feeds {
        match diff::read_feed(name) {
            Ok(feed) => feeds.push(feed),
            Err(reason) => {
                let (name, reason) = (say::visible(name), say::visible(&reason));
                say::misuse(&format!("the feed `{name}` cannot be read: {reason}"));
                return MISUSE;
            }
        }
    }
    let plan = Plan::new(Choices { site: args.site, locked: args.dry_run, ..Choices::default() });
    let adoption = adopt::adopt(&plan, &feeds);
    say::diagnostics(&adoption.diagnostics);
    let done = if args.dry_run { "would keep" } else { "keep" };
    say::line(&format!(
        "{} {done} the id that the feeds give, {} had it already",
        count(adoption.adopted, "post"),
        adoption.same
    ));
    status(&adoption.diagnostics, false)
}
