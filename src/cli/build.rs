//! `syndicard build`.

use super::args::{Build, Format};
use super::{MISUSE, json, progress::Bar, say, status, watch};
use syndicard::pipeline::{self, Report};
use syndicard::plan::{Choices, Plan};

pub fn run(args: &Build) -> u8 {
    if !args.site.site.is_dir() {
        say::misuse(&format!("`{}` is no directory", args.site.site.display()));
        return MISUSE;
    }
    if let Some(jobs) = args.jobs {
        // It fails only where a pool stands already, and none does before this line.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs).build_global();
    }
    if args.watch {
        return watch::run(args);
    }
    let report = once(args);
    match args.format {
        Format::Json => say::line(&json::report(&report)),
        Format::Text => {
            say::diagnostics(&report.diagnostics);
            let stopped = report.diagnostics.iter().any(|diagnostic| diagnostic.stops);
            say::line(&if stopped { "nothing written".to_owned() } else { summary(&report) });
        }
    }
    let status = status(&report.diagnostics, args.site.strict);
    // The program ends: that all goes at once costs less than to let go of each post.
    std::mem::forget(report);
    status
}

/// Builds the site as it is now.
pub fn once(args: &Build) -> Report {
    let plan = Plan::new(Choices {
        site: args.site.site.clone(),
        out: args.out.clone(),
        now: args.site.moment(),
        force: args.force,
        html: args.html.clone(),
        locked: args.locked,
        cached: !args.no_cache,
        keep_cards: args.keep_cards,
    });
    pipeline::build(&plan, &Bar::new())
}

/// What was made, in a line.
pub fn summary(report: &Report) -> String {
    let cards = report.cards.iter().flatten().count();
    let mut parts =
        vec![count(report.written, "file") + " written", format!("{} unchanged", report.unchanged)];
    if report.removed > 0 {
        parts.push(format!("{} removed", report.removed));
    }
    format!(
        "{}, {} and {} in {} ({})",
        count(report.site.posts.len(), "post"),
        count(report.feeds.len(), "feed"),
        count(cards, "card"),
        report.out,
        parts.join(", ")
    )
}

/// `1 post`, `2 posts`.
pub fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}
