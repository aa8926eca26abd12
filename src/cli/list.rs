//! `syndicard list`.

use super::args::{List, ListFormat};
use super::build::count;
use super::{MISUSE, explain, json, say, status};
use syndicard::model::Depth;
use syndicard::pipeline::{self, Listing};
use syndicard::plan::{Choices, Plan};

pub fn run(args: List) -> u8 {
    if !args.site.site.is_dir() {
        say::misuse(&format!("`{}` is no directory", args.site.site.display()));
        return MISUSE;
    }
    let now = args.site.moment();
    let plan = Plan::new(Choices {
        site: args.site.site.clone(),
        now,
        html: args.html.clone(),
        ..Choices::default()
    });
    if let Some(file) = &args.explain {
        return explain::run(&args, &plan, file);
    }
    let listing = pipeline::list(&plan, Depth::Heads);
    match args.format {
        ListFormat::Json => json::listing(&listing, std::io::stdout().lock()),
        ListFormat::Table => {
            say::diagnostics(&listing.diagnostics);
            table(&listing);
        }
    }
    let status = status(&listing.diagnostics, args.site.strict);
    // The program ends: that all goes at once costs less than to let go of each of a hundred thousand posts.
    std::mem::forget(listing);
    status
}

fn table(listing: &Listing) {
    let facts = &listing.site.facts;
    let found = if facts.below.is_empty() { String::new() } else { format!(", in {}", facts.below) };
    say::line(&format!("{} ({}, {}, {}{found})\n", facts.title, facts.url, facts.framework, facts.language));
    for post in &listing.site.posts {
        say::line(&format!(
            "{}  {}\n            {}",
            post.published.format("%Y-%m-%d"),
            post.title,
            post.url
        ));
    }
    if !listing.site.excluded.is_empty() {
        say::line("\nLeft out:");
    }
    for file in &listing.site.excluded {
        say::line(&format!("  {}: {}", facts.shown(&file.path), file.reason));
    }
    let posts = count(listing.site.posts.len(), "post");
    say::line(&format!("\n{posts}, {} left out", count(listing.site.excluded.len(), "file")));
}
